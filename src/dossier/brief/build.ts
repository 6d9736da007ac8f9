/** A dossier as of a day, laid out as a brief. Nothing that became known later enters; nothing is judged here that the engine does not judge. */
import type { Entry, Instant, Stance } from '../../treaty/index.js';
import { negotiationAt, statementsOf } from '../../engine/index.js';
import type { Dossier, Edition, Fact } from '../shapes.js';
import { answersOf } from './answers.js';
import { daysOf, sinceOf } from './changes.js';
import { correctionsOf } from './corrections.js';
import { guaranteeOf } from './guarantee.js';
import { byTime, issueView, lookupOf, tallyWords } from './issues.js';
import { mapOf } from './map.js';
import type { Brief, EventView, FactView, IssueView, ReviewView, StatementView } from './model.js';
import { pledgesOf } from './pledges.js';
import { knownBy } from './reported.js';
import { anchor, day, endOfDay, readable, sentence, span, startOfDay } from './words.js';

export interface BriefOptions {
  /** The brief shows what was known when this day ended; the latest day on record where absent. */
  readonly asOf?: Instant;
  /** The earlier day the first page compares with; the last day before which something changed where absent. */
  readonly since?: Instant;
  /** Address the site will stand at, for absolute links. */
  readonly base?: string;
}

/** The last day anything in the dossier is dated; nothing where nothing is. No clock: the same dossier gives the same day. */
export function latestDay({ entries, events, facts, brief, guarantee }: Dossier): Instant | undefined {
  const all = [...entries.map(({ knownAt }) => knownAt), ...events.map(({ when }) => when.from), ...facts.flatMap(({ asOf }) => (asOf ? [asOf.from] : [])), ...brief.corrections.map(({ on }) => on.from), ...(guarantee?.treaty.zones ?? []).flatMap(({ asOf }) => asOf ?? [])];
  return all.length === 0 ? undefined : endOfDay(all.reduce((latest, at) => Math.max(latest, at)));
}

/** Headline and lede in force on a day: the last edition begun; what an edition leaves out, the ones before it supply. */
export function editionAt(editions: readonly Edition[], asOf: Instant): Pick<Edition, 'headline' | 'lede'> {
  const begun = editions.filter(({ from }) => from === undefined || from.from <= asOf).sort((a, b) => (a.from?.from ?? -Infinity) - (b.from?.from ?? -Infinity));
  return begun.reduce<Pick<Edition, 'headline' | 'lede'>>((held, one) => ({ ...held, ...(one.headline === undefined ? {} : { headline: one.headline }), ...(one.lede === undefined ? {} : { lede: one.lede }) }), {});
}

export function briefOf(dossier: Dossier, options: BriefOptions = {}): Brief {
  const asOf = endOfDay(options.asOf ?? latestDay(dossier) ?? 0);
  const { negotiation, entries } = dossier;
  const statements = statementsOf(entries, asOf);
  const sources = sourcesOf(entries);
  const look = lookupOf(negotiation, (id) => sources.get(id));
  const issues = negotiationAt(negotiation, statements, asOf).issues.map((state) => issueView(state, negotiation, look, asOf));
  const days = daysOf(negotiation, entries, asOf, look);
  const changed = days.filter(({ changes, shifts }) => changes.length + shifts.length > 0).map((one) => one.day);
  // By default the first page tells of the last time a state changed: it compares with the day before.
  const last = days.filter(({ changes }) => changes.some(({ turned }) => turned)).at(-1)?.day ?? changed.at(-1);
  const compared = options.since === undefined ? (last === undefined ? undefined : changed.filter((at) => at < last).at(-1) ?? startOfDay(last - 1)) : startOfDay(options.since);
  const earlier = [...new Set([...changed, ...(compared === undefined ? [] : [compared])])].filter((at) => at < startOfDay(asOf)).sort((a, b) => b - a);
  const sinces = earlier.map((at) => sinceOf(negotiation, entries, at, asOf, look));
  const since = sinces.find((one) => one.day === compared);
  const views = statements.filter(({ said }) => said.from <= asOf).map(look.statement).sort(byTime);
  const edition = editionAt(dossier.brief.editions, asOf);
  const pledges = pledgesOf(dossier.guarantee?.treaty, knownBy(dossier.pledges, asOf), issues, dossier.parties);
  const map = mapOf(dossier, asOf);
  const corrections = correctionsOf(dossier.brief.corrections, entries, asOf, look);
  const known: Omit<Brief, 'faq'> = {
    id: dossier.id, title: dossier.title, headline: edition.headline ?? `${dossier.title}: where it stands on ${day(asOf)}`, lede: edition.lede ?? ledeOf(issues, asOf), asOf,
    updated: [...views.map(({ knownAt }) => knownAt), ...corrections.map(({ at }) => at)].filter((at) => at <= asOf).reduce((latest, at) => Math.max(latest, at), 0) || asOf,
    issues, parties: partiesOf(dossier.parties, issues), days, sinces, statements: views,
    events: eventsOf(dossier, asOf), facts: factsOf(dossier.facts, asOf), glossary: dossier.brief.glossary, questions: dossier.brief.questions, leftOut: dossier.leftOut, corrections, reviews: reviewsOf(issues),
    ...(since ? { since } : {}), ...(options.base === undefined ? {} : { base: options.base }), ...(dossier.brief.publisher ? { publisher: dossier.brief.publisher } : {}),
    ...(dossier.guarantee ? { guarantee: guaranteeOf(dossier.guarantee) } : {}), ...(pledges ? { pledges } : {}), ...(map ? { map } : {}),
  };
  return { ...known, faq: answersOf(known, dossier.brief.faq) };
}

/** Those who have a stance, or whose word is needed: who has it on most issues first, else in the order of the text. */
function partiesOf(names: readonly string[], issues: readonly IssueView[]): readonly string[] {
  const count = (party: string): number => issues.filter((issue) => issue.parties.some((cell) => cell.party === party && (cell.by !== undefined || cell.hearsay.length > 0 || cell.conflict.length > 0 || cell.required))).length;
  return names.map(readable).map((party) => [party, count(party)] as const).filter(([, times]) => times > 0).sort((a, b) => b[1] - a[1]).map(([party]) => party);
}

/** Where an entry is told, in words; a correction's own where it carries one. */
function sourcesOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ id, source }) => (source === undefined ? [] : [[id, source] as const])));
}

const ledeOf = (issues: readonly IssueView[], asOf: Instant): string => (issues.length === 0 ? 'The dossier names no issue yet.' : sentence(`On ${day(asOf)} ${tallyWords(issues)}. Each is shown with since when, on whose word, and why`));

function eventsOf({ events }: Dossier, asOf: Instant): readonly EventView[] {
  return events.filter(({ when }) => when.from <= asOf).map(({ id, title, when, place, outcome, sources }): EventView => ({
    id, anchor: anchor('event', id), title, when: span(when), from: when.from, sources, ...(place === undefined ? {} : { place }), ...(outcome === undefined ? {} : { outcome }),
  })).sort((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1));
}

/** Figures of one name stand together: the latest first, the earlier ones below it. What is dated later than the brief is left out. */
function factsOf(facts: readonly Fact[], asOf: Instant): readonly FactView[] {
  const names = [...new Set(facts.map(({ name }) => name))];
  return names.flatMap((name): FactView[] => {
    const [latest, ...earlier] = facts.filter((one) => one.name === name && (one.asOf?.from ?? 0) <= asOf).sort((a, b) => (b.asOf?.from ?? 0) - (a.asOf?.from ?? 0));
    return latest ? [{ anchor: anchor('fact', latest.id), name, latest, earlier }] : [];
  });
}

const FOR: readonly Stance[] = ['accepts', 'offers', 'demands'];
/** True for it, false against it; words that are neither say nothing that could be held against another's. */
const side = ({ stance }: StatementView): boolean | undefined => (FOR.includes(stance) ? true : stance === 'rejects' ? false : undefined);

/** Hearsay about a party on an option of which the party itself spoke afterwards: its first word on that option bears the hearsay out or contradicts it. */
function reviewsOf(issues: readonly IssueView[]): readonly ReviewView[] {
  return issues.flatMap((issue) => issue.parties.flatMap((cell) => cell.hearsay.flatMap((claim): ReviewView[] => {
    const claimed = side(claim);
    if (claimed === undefined || claim.optionName === undefined) return [];
    // An own word from before the claim says nothing about it: the party may have moved.
    const own = [...issue.statements].reverse().find((one) => one.party === cell.party && one.voice === 'own' && !one.uncertain && one.optionName === claim.optionName && one.at > claim.at && side(one) !== undefined);
    return own ? [{ claim, own, borneOut: side(own) === claimed }] : [];
  })));
}
