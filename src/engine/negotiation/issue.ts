/**
 * What one issue stands at. Blocked: every option is excluded by a limit of a party that is required. Else in conflict: a required party said two things at one instant that cannot both hold.
 * Else agreed: the latest own words of all required parties are for one option. Else claimed: they would be, if others' words about them counted. Else open.
 * INVARIANT (hearsay-never-agrees): adding a statement that is not in a party's own voice never makes an issue agreed.
 */
import type { Instant, Issue, Limit, Negotiation, Statement } from '../../treaty/index.js';
import { inSentence } from '../naming.js';
import { excluding } from './limits.js';
import type { IssueStanding, NegotiationReason, Obstacle, PartyStance, Stand } from './shapes.js';
import { stanceOf } from './stance.js';

/** Statements are those that count and are about this issue. Everything but since when. */
export function issueAt(issue: Issue, { limits }: Negotiation, statements: readonly Statement[], at: Instant): Stand {
  const required = 'kind' in issue.required ? undefined : issue.required;
  const others = [...new Set(statements.map(({ party }) => party))].filter((party) => !required?.includes(party)).sort();
  const parties = [...required ?? [], ...others].map((party) => stanceOf(party, required?.includes(party) ?? false, issue, statements.filter((one) => one.party === party)));
  const excluded = excluding(issue, limits, at);
  const blocking = (option: string): readonly Limit[] => (excluded.get(option) ?? []).filter(({ of }) => required?.includes(of));
  const { state, option, reasons } = judged(issue, parties, required, blocking);
  return {
    issue: issue.name, state, ...(option === undefined ? {} : { option }), reasons, parties,
    possible: issue.options.flatMap(({ name }) => ((excluded.get(name) ?? []).length === 0 ? [name] : [])),
    excluded: issue.options.flatMap(({ name }) => {
      const by = excluded.get(name) ?? [];
      return by.length === 0 ? [] : [{ option: name, by: by.map((one) => one.name), blocking: blocking(name).map((one) => one.name) }];
    }),
    toMove: issue.options.flatMap(({ name }) => {
      const all = [...parties.filter((one) => one.required).flatMap((party) => obstacle(party, name)), ...blocking(name).map((limit): Obstacle => ({ party: limit.of, why: `${limit.kind === 'constraint' ? 'is bound by the constraint' : 'has drawn the red line'} \`${limit.name}\`, which excludes it`, limit: limit.name }))];
      return all.length === 0 ? [] : [{ option: name, parties: all }];
    }),
  };
}

interface Judged { readonly state: IssueStanding; readonly option?: string; readonly reasons: readonly NegotiationReason[] }

function judged({ name, options }: Issue, parties: readonly PartyStance[], required: readonly string[] | undefined, blocking: (option: string) => readonly Limit[]): Judged {
  const needed = parties.filter((one) => one.required);
  if (!required) return { state: 'open', reasons: [{ rule: 'to be agreed', entries: [], text: 'without whom nothing is agreed on it is to be agreed', settledBy: `the text, when it says between whom \`${name}\` is` }] };
  if (options.length === 0) return { state: 'open', reasons: [{ rule: 'to be agreed', entries: [], text: 'nothing that could be agreed is named', settledBy: `an option of \`${name}\`` }] };
  const { state, option = '' } = verdictOf(options.map((one) => one.name), needed, (one) => blocking(one).length > 0);
  switch (state) {
    case 'blocked': return { state, reasons: blockedBy(options.map((one) => one.name), blocking) };
    case 'conflict': return { state, reasons: needed.filter(({ conflict }) => conflict.length > 0).map(({ party, conflict }) => ({ rule: 'contradiction', entries: conflict.map(({ id }) => id), text: `${inSentence(party)} said at one instant what cannot both hold`, settledBy: `${inSentence(party)}, or a correction of one of the entries` })) };
    case 'agreed': return { state, option, reasons: [...needed.map((party) => inOwnWords(party, option)), ...despite(option, blocking)] };
    case 'claimed': return { state, option, reasons: [...needed.map((party) => (party.supports.includes(option) ? inOwnWords(party, option) : onOthersWord(party, option))), ...despite(option, blocking)] };
    case 'open': return { state, reasons: needed.flatMap(openFor) };
  }
}

/** What a state is decided by, of each party that is required. */
export interface Held { readonly supports: readonly string[]; readonly claimed: readonly string[]; readonly conflict: { readonly length: number } }
export interface Verdict { readonly state: IssueStanding; readonly option?: string }

/** The order of the states, once: for what is shown and for the look back over it. Of an issue between known parties, with options. */
export function verdictOf(options: readonly string[], needed: readonly Held[], isBlocked: (option: string) => boolean): Verdict {
  const [free, barred] = [options.filter((option) => !isBlocked(option)), options.filter(isBlocked)];
  if (free.length === 0) return { state: 'blocked' };
  if (needed.some(({ conflict }) => conflict.length > 0)) return { state: 'conflict' };
  // Of several options the one that no limit is in the way of comes first.
  const ordered = [...free, ...barred];
  const agreed = ordered.find((option) => needed.every(({ supports }) => supports.includes(option)));
  if (agreed !== undefined) return { state: 'agreed', option: agreed };
  const claimed = ordered.find((option) => needed.every((party) => party.supports.includes(option) || party.claimed.includes(option)));
  return claimed === undefined ? { state: 'open' } : { state: 'claimed', option: claimed };
}

const reporter = ({ reportedBy }: Statement): string => (reportedBy === undefined ? 'another party' : inSentence(reportedBy));
const idsOf = (statements: readonly Statement[]): readonly string[] => statements.map(({ id }) => id);

function blockedBy(options: readonly string[], blocking: (option: string) => readonly Limit[]): readonly NegotiationReason[] {
  return options.map((option) => {
    const limits = blocking(option);
    return { rule: 'limit', entries: [], limits: limits.map(({ name }) => name), text: `\`${option}\` is excluded by ${limits.map(({ kind, name, of }) => `the ${kind} \`${name}\` of ${inSentence(of)}`).join(' and by ')}`, settledBy: limits.map(({ kind, of }) => (kind === 'constraint' ? `a change of what binds ${inSentence(of)}` : inSentence(of))).join(' and ') };
  });
}

/** Agreed in words, while a limit still stands in the way. */
const despite = (option: string, blocking: (option: string) => readonly Limit[]): readonly NegotiationReason[] => (blocking(option).length === 0 ? [] : blockedBy([option], blocking));

const forIt = ({ all }: PartyStance, option: string): readonly Statement[] => all.filter((one) => one.option === option && ['accepts', 'offers', 'demands'].includes(one.stance));

function inOwnWords(party: PartyStance, option: string): NegotiationReason {
  const own = forIt(party, option).filter(({ voice, uncertain }) => voice === 'own' && !uncertain).at(-1);
  return { rule: 'own words', entries: own ? [own.id] : [], text: `${inSentence(party.party)} ${own?.stance ?? 'accepts'} \`${option}\` in its own voice` };
}

function onOthersWord(party: PartyStance, option: string): NegotiationReason {
  const heard = forIt(party, option);
  const last = heard.filter(({ voice }) => voice !== 'own').at(-1);
  if (!last) return { rule: 'doubt', entries: idsOf(heard), text: `that ${inSentence(party.party)} is for \`${option}\` rests on words held uncertain`, settledBy: `${inSentence(party.party)} in its own voice` };
  const denied = party.all.filter((one) => one.voice !== 'own' && one.option === option && (one.stance === 'rejects' || one.stance === 'uncertain'));
  return {
    rule: 'hearsay', entries: [last.id, ...idsOf(denied)], text: `that ${inSentence(party.party)} ${last.stance} \`${option}\` is ${last.voice === 'media' ? 'reported by media' : `reported by ${reporter(last)}`}${denied.length > 0 ? ', and others report the contrary' : ''}`,
    settledBy: `${inSentence(party.party)} in its own voice`,
  };
}

function openFor(party: PartyStance): readonly NegotiationReason[] {
  const settledBy = `${inSentence(party.party)} in its own voice`;
  if (party.unordered.length > 0) return [{ rule: 'order', entries: idsOf(party.unordered), text: `undetermined, because ${inSentence(party.party)} said what cannot both hold, and nothing says which came later`, settledBy: 'whatever dates the two more exactly' }];
  if (!party.by || party.by.stance === 'reports') return [{ rule: 'silence', entries: party.by ? [party.by.id] : [], text: `${inSentence(party.party)} is not on record with a position`, settledBy }];
  const { by } = party;
  const of = by.option === undefined ? '' : ` \`${by.option}\``;
  if (by.voice !== 'own') return [{ rule: 'hearsay', entries: [by.id], text: `that ${inSentence(party.party)} ${by.stance === 'uncertain' ? 'is uncertain about' : by.stance}${of} is ${by.voice === 'media' ? 'reported by media' : `reported by ${reporter(by)}`} alone`, settledBy }];
  return [{ rule: by.uncertain ? 'doubt' : 'difference', entries: [by.id], text: `${inSentence(party.party)} ${by.stance === 'uncertain' ? `is uncertain${of === '' ? '' : ` about${of}`}` : `${by.stance}${of}`}${by.uncertain ? ', by words held uncertain' : ''}`, settledBy: 'the parties' }];
}

/** Why a party does not yet support an option, where it does not. */
function obstacle(party: PartyStance, option: string): readonly Obstacle[] {
  if (party.supports.includes(option)) return [];
  const say = (why: string): readonly Obstacle[] => [{ party: party.party, why }];
  if (party.conflict.some((one) => one.option === option)) return say('said at one instant what cannot both hold');
  if (party.unordered.some((one) => one.option === option)) return say('said what cannot both hold, and nothing says which came later');
  const own = party.all.filter(({ voice, stance }) => voice === 'own' && stance !== 'reports');
  const about = own.filter((one) => one.option === option).at(-1);
  if (about?.stance === 'rejects') return say('rejects it');
  if (about?.stance === 'uncertain') return say('is uncertain about it');
  const last = own.at(-1);
  if (party.claimed.includes(option)) return say(last?.option === option ? 'is for it by words held uncertain' : 'is only reported to be for it');
  if (!last) return say('is not on record with a position');
  return say(last.stance === 'rejects' || last.stance === 'uncertain' ? 'has not spoken for it' : `${last.stance} \`${last.option ?? ''}\``);
}
