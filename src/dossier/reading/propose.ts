/** Attributions turned into proposals, in the order of the text: pronouns resolved, quotes that run on joined to their speaker, each with issue, stance, voice and confidence. */
import type { Stance, Voice } from '../../treaty/index.js';
import { attributionsIn, type Attribution } from './attribution.js';
import type { Cast, Person } from './cast.js';
import { MASK, type Article, type Block, type Sentence } from './document.js';
import { issueOf } from './issues.js';
import { DOING_FORMS, isOutlet, SAID_WITH, UNDERSTOOD_FORMS } from './lexicon.js';
import type { Parties } from './parties.js';
import { described, type Described } from './phrase.js';
import type { KnownIssue, Proposal, Stretch } from './shapes.js';
import { isSubjectsOwn, stanceOf, subjectOf } from './stance.js';
import { turnsOf, type Turn } from './turns.js';
import { venueOf } from './venue.js';
import { whoseOffice } from './whose.js';

interface Who { readonly label?: string; readonly party?: string; readonly person?: Person; readonly anonymous: boolean; readonly inferred: boolean; readonly outlet?: boolean }
interface Salient { readonly at: number; readonly who: Who; /** Somebody unnamed, one person. */ readonly single: boolean; /** `the envoy`, not `an envoy`. */ readonly definite: boolean; readonly block: number }

export interface Proposed {
  readonly statements: readonly Proposal[];
  /** Quotes that belong to a statement, by where they begin. */
  readonly attributed: ReadonlySet<number>;
}

export function propose(article: Article, cast: Cast, parties: Parties, issues: readonly KnownIssue[]): Proposed {
  const statements: Proposal[] = [];
  const attributed = new Set<number>();
  const memory: Salient[] = [];
  let group: Who | undefined;
  let groupIn = -1;
  const institutions: Who[] = [];
  let question = '';
  const { text } = article;
  const quotesWithin = (block: Block, [from, to]: Stretch): void => { for (const { span } of block.quotes) if (span[0] >= from && span[0] < to) attributed.add(span[0]); };
  const lastPerson = (gender: 'he' | 'she' | undefined, fits: (person: Person) => boolean = () => true): Who | undefined => {
    const fitting = (one: Salient): boolean => one.who.person !== undefined && fits(one.who.person) && (gender === undefined || one.who.person.gender === undefined || one.who.person.gender === gender);
    return [...memory].reverse().find(fitting)?.who ?? (gender === undefined ? undefined : [...memory].reverse().find((one) => one.who.person === undefined && one.who.label !== undefined && !one.who.anonymous)?.who);
  };
  let here = -1;
  const remember = (at: number, who: Who, single = false): void => { memory.push({ at, who, single, definite: /^(?:the\s|\p{Lu}[\p{L} ]*['’]s\s)/iu.test(text.slice(at, at + 60)) || /\bthe\s$/i.test(text.slice(Math.max(0, at - 4), at)), block: here }); };

  /** `the envoy said … Matteo Vandersteen, who has led the talks, told`: whom the paragraph before left unnamed is named here. */
  const unnamedBefore = (person: Person): Who | undefined => {
    const latest = memory.at(-1);
    if (latest?.single !== true || !latest.definite || here - latest.block !== 1 || memory.some(({ who }) => who.person?.key === person.key)) return undefined;
    const named = cast.meet(person.name, { party: latest.who.party, office: latest.who.label });
    const who: Who = { label: named.name, ...(named.party === undefined ? {} : { party: named.party }), person: named, anonymous: false, inferred: true };
    statements.forEach((statement, at) => { if (statement.speaker === latest.who.label) statements[at] = { ...statement, speaker: named.name }; });
    return who;
  };

  /** Somebody the same sentence has named before the pronoun, as its subject. */
  const before = (at: number, gender: 'he' | 'she' | 'they' | 'it', block: Block): Who | undefined => {
    const sentence = block.sentences.find(({ span }) => span[0] <= at && at < span[1])?.span[0] ?? at;
    const person = cast.in(article.masked.slice(sentence, at), sentence).filter(({ to, at: from, person: { gender: of } }) => !/^['’]s\b/.test(text.slice(to, to + 3)) && (of === undefined || of === gender) && !/\b(?:to|with|by|from|against|of|for|about|told)\s(?:\p{L}+\s){0,2}$/u.test(text.slice(sentence, from)))[0]?.person;
    return person && { label: person.name, ...(person.party === undefined ? {} : { party: person.party }), person, anonymous: false, inferred: true };
  };

  const resolved = (one: Described, at: number, block: Block): Who => {
    if (one.pronoun === 'it' || one.pronoun === 'they') {
      const who = one.pronoun === 'it' ? institutions.at(-1) ?? memory.at(-1)?.who : (here - groupIn <= 1 ? group : undefined) ?? memory.at(-1)?.who;
      return { ...(who ?? {}), anonymous: who?.anonymous ?? true, inferred: true };
    }
    if (one.pronoun !== undefined) {
      const latest = memory.at(-1);
      const who = before(at, one.pronoun, block) ?? (latest?.single === true && latest.block === here ? latest.who : lastPerson(one.pronoun));
      return who ? { ...who, inferred: true } : { anonymous: true, inferred: true };
    }
    if (isOutlet(one.words.split(' of ')[0] ?? one.words) && cast.named(one.name ?? '') === undefined) return { label: one.words.replace(/^the\s/, ''), anonymous: false, inferred: false, outlet: true };
    if (one.name !== undefined) {
      const known = cast.named(one.name);
      const whose = one.whose === undefined || one.party !== undefined || known?.party !== undefined ? undefined : lastPerson(one.whose === 'she' || one.whose === 'he' ? one.whose : undefined);
      const party = one.party ?? whose?.party ?? (known?.party === undefined ? whoseOffice(article, block, at, { ...one, office: one.office ?? known?.office ?? '' }, parties) : undefined);
      const person = known && (known.party !== undefined || party === undefined) ? known : cast.meet(one.name, { party, office: one.office, gender: one.gender });
      const same = person.party === undefined && one.office === undefined && (known?.office ?? '') === '' ? unnamedBefore(person) : undefined;
      if (same) return same;
      return { label: person.name, ...(person.party === undefined ? {} : { party: person.party }), person, anonymous: false, inferred: false };
    }
    const label = one.words.replace(/^[Tt]he\s/, '').replace(/^(?:Two|Three|Several|Some|Four|Five)\b/, (word) => word.toLowerCase());
    if (one.partyAlone) return { label, ...(one.party === undefined ? {} : { party: one.party }), anonymous: false, inferred: false };
    if (/^(?:one of them|another|one)$/i.test(one.words) && group) return { ...group, inferred: true };
    if (one.office !== undefined && !one.nameless && !one.body) {
      const office = one.office;
      const person = [...cast.introduced].reverse().find((person) => person.office !== undefined && (person.office === office || person.office.endsWith(` ${office}`) || person.office.startsWith(`${office} `)) && (one.party === undefined || person.party === one.party) && (memory.some(({ who }) => who.person?.key === person.key) || text.slice(0, at).includes(person.key)));
      const recent = lastPerson(undefined, (person) => person.office !== undefined && (person.office.includes(office)) && (one.party === undefined || person.party === one.party));
      const host = parties.homeAt(at);
      const ofTheHouse = one.party === undefined && host !== undefined && /^(?:the )?(?:deputy )?(?:prime )?(?:foreign )?(?:minister|president|premier|chancellor)$/i.test(one.words) ? cast.introduced.filter((person) => person.party === host && person.office?.includes(office) === true && text.slice(0, at).includes(person.key)).at(-1) : undefined;
      if (ofTheHouse) return { label: ofTheHouse.name, ...(host === undefined ? {} : { party: host }), person: ofTheHouse, anonymous: false, inferred: true };
      if (!/^(?:senior|former|unnamed|an?)\b/i.test(one.words) && (recent ?? person) && !/^(?:official|diplomat|aide|adviser|advisor|expert|analyst)$/.test(office)) return recent ? { ...recent, inferred: true } : { label: person?.name ?? label, ...(person?.party === undefined ? {} : { party: person.party }), ...(person ? { person } : {}), anonymous: false, inferred: true };
      const foremost = /\b(?:top|chief|leading) diplomat\b/.test(one.words) ? lastPerson(undefined, ({ party, office: held }) => (one.party === undefined || party === one.party) && /foreign minister|secretary of state|foreign secretary|high representative/.test(held ?? '')) : undefined;
      if (foremost) return { ...foremost, inferred: true };
      const leader = /^leader$/.test(office) && one.party !== undefined ? lastPerson(undefined, ({ party, office: held }) => party === one.party && /president|prime minister|chancellor|premier|king|leader/.test(held ?? '')) : undefined;
      if (leader) return { ...leader, inferred: true };
      const unnamed = one.party === undefined && one.whose === undefined ? [...memory].reverse().find(({ who }) => who.person === undefined && who.label?.toLowerCase().endsWith(office) === true)?.who : undefined;
      if (unnamed) return { ...unnamed, inferred: true };
      const whose = one.whose === undefined || one.whose === 'it' || one.party !== undefined ? undefined : lastPerson(one.whose === 'he' || one.whose === 'she' ? one.whose : undefined);
      const party = one.party ?? whose?.party ?? whoseOffice(article, block, at, one, parties);
      return { label, ...(party === undefined ? {} : { party }), anonymous: /official|diplomat|aide|adviser|advisor|lawmaker/.test(office), inferred: whose !== undefined };
    }
    if (one.body && one.party === undefined && label.split(' ').length <= 2) {
      const same = [...institutions].reverse().find((other) => other.label?.toLowerCase().includes(label.toLowerCase()));
      if (same) return { ...same, inferred: true };
    }
    // `the premier's office` speaks for whom the premier speaks for.
    const place = (one.nameless && !one.body) || (one.party !== undefined && one.whose === undefined) ? one.party : (one.nameless ? undefined : whoseOffice(article, block, at, one.whose === undefined ? one : withoutParty(one), parties)) ?? one.party ?? (one.body ? cast.in(one.words).find(({ person }) => person.party !== undefined)?.person.party ?? parties.calledShortly(label, text.slice(0, at)) : undefined);
    // `its embassy`, `the South's ministry`: said in full.
    const full = one.whose === 'it' && place !== undefined ? `${place}'s ${label}` : place !== undefined && place.includes(' ') ? label.replace(/^(North|South|East|West)(?=['’]s )/, (side) => (place.startsWith(`${side} `) ? place : side)) : label;
    return { label: full, ...(place === undefined ? {} : { party: place }), anonymous: one.nameless || !one.body, inferred: false };
  };

  const add = (span: Stretch, who: Who, whole: string, verb: string, venue: string | undefined, continued: boolean, { asked = '', understood = false, standing = false }: Manner = {}): void => {
    // What a thing is called is the stance, not the thing's name.
    const content = CALLS.test(verb) ? calledSo(whole) : whole;
    const stated = DOING_FORMS.get(verb);
    const found = expressed(verb, content) ?? stanceOf(content, stated !== undefined && !/^(?:supports?|supported|backs?|backed|insists?|insisted)$/.test(verb) ? stated : verb === 'called' && /^\s*(?:for|on)\b/.test(content) ? 'demands' : undefined);
    // Who insists on it asks for it, and who denies it turns it down, where the words themselves take no side.
    const insisted: Stance = found !== 'reports' ? found : verb.startsWith('insist') ? 'demands' : SAID_WITH.get(verb) ?? found;
    const subject = (stated === undefined || verb.startsWith('insist')) && !ABOUT_OTHERS.test(verb) ? subjectOf(content, parties, cast) : undefined;
    const apart = subject && subject.party !== who.party && (subject.name === undefined || subject.name !== who.person?.name) && isSubjectsOwn(insisted, content) ? subject.party : undefined;
    // That others could do it, let be understood by one side, is that side's consent.
    const others = understood ? undefined : apart;
    const stance: Stance = understood && apart !== undefined && insisted === 'offers' ? 'accepts' : insisted;
    const party = others ?? who.party;
    const voice: Voice = who.outlet === true || understood || standing ? 'media' : others !== undefined ? (who.party === undefined && !OF_A_REGION.test(who.label ?? '') ? 'media' : 'counterpart') : who.party === undefined && who.person === undefined && who.anonymous ? 'media' : 'own';
    const issue = issueOf(whole.replace(ADDING, ''), issues) ?? issueOf(whole, issues) ?? ((whole.match(/\p{L}{4,}/gu)?.length ?? 0) < 7 ? issueOf(text.slice(...span), issues) : undefined) ?? issueOf(asked, issues) ?? (continued || REFERS_BACK.test(content) ? statements.at(-1)?.issue : undefined);
    const doubt = (who.inferred ? 0.2 : 0) + (who.anonymous ? 0.2 : 0) + (who.party === undefined ? 0.1 : 0) + (issue === undefined ? 0.1 : 0) + (others !== undefined ? 0.1 : 0) + (continued ? 0.1 : 0) + (understood ? 0.2 : 0) + (standing ? 0.6 : 0);
    statements.push({
      span, ...(who.label === undefined ? {} : { speaker: who.label }), ...(who.party === undefined ? {} : { onBehalfOf: who.party }), ...(party === undefined ? {} : { party }), ...(venue === undefined ? {} : { venue }), ...(issue === undefined ? {} : { issue }),
      stance, voice, confidence: Math.round(Math.max(0.2, 0.95 - doubt) * 100) / 100,
    });
  };

  const noteSpeaker = (at: number, who: Who, one: Described): void => {
    remember(at, who, one.name === undefined && one.office !== undefined && !one.plural && !one.body && who.person === undefined);
    if (one.plural) { group = who; groupIn = here; }
    if (one.body || one.partyAlone) institutions.push(who);
  };

  /** A line of its own that names a body of a party: `the ministry` below is that one. */
  const sheetOf = ({ span }: Block): void => {
    const [line = ''] = text.slice(...span).split('\n');
    const one = described(line, parties);
    if (one.body && one.party !== undefined && line.length < 90 && !/[.:;,]$/.test(line)) institutions.push({ label: one.words, party: one.party, anonymous: false, inferred: false });
  };

  const answers = turnsOf(article, cast);
  article.blocks.forEach((block, index) => {
    if (block.kind === 'row') return;
    here = index;
    if (block.kind === 'headline' || block.kind === 'heading') {
      for (const { span } of block.quotes) attributed.add(span[0]);
      sheetOf(block);
      return;
    }
    if (/\n/.test(text.slice(...block.span))) sheetOf(block);
    const turn = answers.get(index);
    if (turn) { spoken(block, turn); return; }
    // A quote that stayed open at the end of the last paragraph goes on here.
    const before = article.blocks.slice(0, index).reverse().find(({ kind }) => kind !== 'row');
    let last: { who: Who; venue?: string; statement: number } | undefined;
    if (block.quotes[0]?.span[0] === block.span[0] && before?.quotes.at(-1)?.open && memory.length > 0) last = { who: (memory.at(-1) as Salient).who, statement: -1 };
    const colon = before !== undefined && /:\s*$/.test(text.slice(...before.span)) && memory.length > 0 ? (memory.at(-1) as Salient).who : undefined;
    let supposed = 0;
    for (const sentence of block.sentences) {
      // What a writer supposes for the sake of argument nobody has said.
      if (/^(?:Suppose|Imagine|Assume|Say that|Picture)\b/.test(text.slice(...sentence.span))) supposed = 4;
      if (supposed > 0) { supposed -= 1; for (const { span } of block.quotes) attributed.add(span[0]); continue; }
      const found = attributionsIn(article, sentence, parties);
      if (found.length === 0) {
        last = without(sentence, block, last, colon);
        continue;
      }
      found.forEach((one, order) => {
        const who = resolved(one.who, one.whoSpan[0], block);
        if (who.label === undefined && who.party === undefined) return;
        const [content, tail, whole] = contentOf(article, one, found.length);
        const venue = venueOf(tail, whole, cast, parties) ?? (last && last.who.label === who.label ? last.venue : lastVenue(who));
        const manner: Manner = { understood: UNDERSTOOD_FORMS.has(one.verb) && IN_TALKS.test(tail) && !article.masked.slice(...one.span).includes(MASK), standing: isStanding(article, one) };
        if (manner.standing && asksAndAnswers(article, block)) return;
        const all = jointly(one, who);
        for (const each of all) add(one.span, each, content, one.verb, venue, false, manner);
        if (all.length > 1) [group, groupIn] = [together(all), here];
        quotesWithin(block, one.span);
        noteSpeaker(one.whoSpan[0], who, one.who);
        last = { who, ...(venue === undefined ? {} : { venue }), statement: statements.length - 1 };
        if (order === found.length - 1) quotesWithin(block, sentence.span);
      });
    }
  });

  /** A turn of an interview: what others are said to have said in it is theirs, the rest the speaker's. */
  function spoken(block: Block, { person, words, inferred }: Turn): void {
    for (const { span } of block.quotes) attributed.add(span[0]);
    if (!person) question = text.slice(...words);
    const who: Who | undefined = person && { label: person.name, ...(person.party === undefined ? {} : { party: person.party }), person, anonymous: false, inferred };
    let own: [number, number] | undefined;
    const close = (): void => { if (who && own && (text.slice(...own).match(/\p{L}+/gu)?.length ?? 0) >= 5 && !COURTESY.test(text.slice(...own))) add(own, who, text.slice(...own), 'said', undefined, false, { asked: question }); own = undefined; };
    if (who) remember(block.span[0], who);
    for (const sentence of block.sentences) {
      const from = Math.max(sentence.span[0], words[0]);
      if (from >= sentence.span[1]) continue;
      const others = attributionsIn(article, { ...sentence, span: [from, sentence.span[1]] }, parties).filter(({ who: one, kind }) => one.pronoun === undefined && (one.name !== undefined || one.office !== undefined || one.body) && kind !== 'doing');
      const told = others.map((one) => ({ one, whose: resolved(one.who, one.whoSpan[0], block) })).filter(({ whose }) => whose.label !== undefined && (whose.person === undefined || whose.person.key !== person?.key) && (whose.party !== undefined || whose.outlet === true || whose.person !== undefined));
      if (told.length === 0) { own = [own?.[0] ?? from, sentence.span[1]]; continue; }
      close();
      for (const { one, whose } of told) {
        const [content, tail, whole] = contentOf(article, one, told.length);
        const venue = venueOf(tail, whole, cast, parties);
        for (const each of jointly(one, whose)) add(one.span, each, content, one.verb, venue, false, {});
        noteSpeaker(one.whoSpan[0], whose, one.who);
      }
      if (who) remember(sentence.span[1], who);
    }
    close();
  }

  function lastVenue(who: Who): string | undefined {
    const recent = statements.slice(-2).reverse().find(({ speaker }) => speaker === who.label);
    return recent?.venue;
  }

  /** A sentence that attributes nothing: a quote that goes on, or one that a sentence about somebody leads up to; else who it speaks of is remembered. */
  function without(sentence: Sentence, block: Block, last: { who: Who; venue?: string; statement: number } | undefined, colon: Who | undefined): typeof last {
    const masked = article.masked.slice(...sentence.span);
    const bare = masked.replaceAll(MASK, '').replace(/[\s.,;:–—-]/g, '');
    if (bare === '' && masked.includes(MASK)) {
      const who = last?.who ?? colon;
      if (!who) return last;
      quotesWithin(block, sentence.span);
      if (last && last.statement >= 0) {
        const grown = statements[last.statement] as Proposal;
        const more = text.slice(...sentence.span);
        const issue = issueOf(more, issues);
        // Another matter is another statement.
        if (issue !== undefined && grown.issue !== undefined && issue !== grown.issue && (more.match(/\p{L}+/gu)?.length ?? 0) >= 6) {
          add(sentence.span, last.who, more, 'said', last.venue, false);
          return { ...last, statement: statements.length - 1 };
        }
        statements[last.statement] = { ...grown, span: [grown.span[0], sentence.span[1]] };
        return last;
      }
      add(sentence.span, who, text.slice(...sentence.span), 'said', last?.venue, true);
      return { who, statement: statements.length - 1 };
    }
    const people = cast.in(masked, sentence.span[0]).filter(({ to }) => !/^['’]s\b/.test(text.slice(to, to + 3)));
    const [first, second] = people;
    if (first && second && /^(?:,? and |, )$/.test(masked.slice(first.to - sentence.span[0], second.at - sentence.span[0]).replace(/\s?\p{Lu}[\p{L}’'-]+ ?$/u, '').replace(/ \p{Lu}[\p{L}]+$/u, ' '))) [group, groupIn] = [ { label: `${first.person.name} and ${second.person.name}`, ...(first.person.party !== undefined && first.person.party === second.person.party ? { party: first.person.party } : {}), anonymous: false, inferred: true }, here];
    if (first && /:\s*▒+[\s.]*$/.test(masked) && block.quotes.some(({ span }) => span[0] >= first.to && span[0] < sentence.span[1])) {
      // `X was blunt: "…"`.
      const who: Who = { label: first.person.name, ...(first.person.party === undefined ? {} : { party: first.person.party }), person: first.person, anonymous: false, inferred: false };
      quotesWithin(block, sentence.span);
      remember(first.at, who);
      add(sentence.span, who, text.slice(first.to, sentence.span[1]).replace(/^[^:]*:/, ''), 'said', undefined, false);
      return { who, statement: statements.length - 1 };
    }
    if (first) {
      const who: Who = { label: first.person.name, ...(first.person.party === undefined ? {} : { party: first.person.party }), person: first.person, anonymous: false, inferred: true };
      remember(first.at, who);
      return { who, statement: -1 };
    }
    return undefined;
  }

  /** `X and Y defended …`: each of them, where both are known by name or are parties. */
  function jointly(one: Attribution, who: Who): readonly Who[] {
    const words = article.masked.slice(...one.whoSpan);
    if (!/ and /.test(words) || /\b(?:of|for|between|from)\b/.test(words)) return [who];
    const people = cast.in(words).map(({ person }) => person);
    if (people.length > 1) return people.map((person) => ({ label: person.name, ...(person.party === undefined ? {} : { party: person.party }), person, anonymous: false, inferred: false }));
    const named = one.who.partyAlone ? parties.in(words) : [];
    return named.length > 1 ? named.map(({ party, words: label }) => ({ label, party, anonymous: false, inferred: false })) : [who];
  }
  return { statements, attributed };
}

/** What these speak of is another's doing, and the stance the speaker's own. */
const ABOUT_OTHERS = /^(?:critici|prais|hail|blam|accus|den(?:y|ie)|disput|lament|thank)/;

const FEELINGS: readonly (readonly [Stance, RegExp])[] = [
  ['accepts', /^(?:\w+ )?(?:gratitude|support|satisfaction|appreciation|agreement|approval|thanks)\b/], ['offers', /^(?:\w+ )?(?:readiness|willingness|openness)\b/],
  ['rejects', /^(?:\w+ )?(?:opposition|outrage|objections?|dismay|anger|indignation)\b/], ['uncertain', /^(?:\w+ )?(?:doubts?|scepticism|skepticism|reservations?|misgivings)\b/],
];
/** `expressed support for …`: the stance is in the noun. */
const expressed = (verb: string, content: string): Stance | undefined => (/^(?:express|voic|reiterat|reaffirm|signal|indicat)/.test(verb) ? FEELINGS.find(([, pattern]) => pattern.test(content.trimStart().replace(/^(?:its|his|her|their|the) /, '')))?.[0] : undefined);

/** Several who spoke as one. */
function together(all: readonly Who[]): Who {
  const labels = all.map(({ label }) => label ?? '');
  const same = all.every(({ party }) => party === all[0]?.party) ? all[0]?.party : undefined;
  return { label: `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`, ...(same === undefined ? {} : { party: same }), anonymous: false, inferred: true };
}

const COURTESY = /^(?:Good (?:morning|afternoon|evening)|Thank you|Thanks|Hello|Welcome|Next question|I will not (?:speculate|comment))\b[^]{0,90}$/;

const withoutParty = ({ party: _party, ...rest }: Described): Described => rest;

/** How it was said, beyond the words: in answer to a question, let be understood in talks, or a standing position that nobody states that day. */
interface Manner { readonly asked?: string; readonly understood?: boolean; readonly standing?: boolean }

const CALLS = /^(?:call(?:s|ed)?|describe[sd]?|characteri[sz]e[sd]?|portray(?:s|ed)?)$/;
const calledSo = (words: string): string => (/^\s*(?:for|on)\b/.test(words) ? words : /\bas\s+([^]*)$/.exec(words)?.[1] ?? /["“]([^"”]*)["”]/.exec(words)?.[1] ?? words);
const ADDING = /,? (?:but |and )?(?:adding|stating|saying|arguing|noting|insisting|warning|explaining|stressing|citing) [^]*$/;
/** What was agreed stands in the sentence before. */
const REFERS_BACK = /\b(?:agree(?:d|s|ing)?|accept(?:ed|s|ing)?|consent(?:ed)?|commit(?:ted)?|oppos(?:ed|es)|reject(?:ed|s)?) (?:to )?(?:that|this|it)\b|\bcalling (?:it|this|that)\b/i;
const IN_TALKS = /\b(?:summit|meetings?|talks|dinner|call|session|consultations|conversation|round)\s+with\b|\bbehind closed doors\b|\bin private\b/i;
/** Speakers of several states together, one side among others and no outlet. */
const OF_A_REGION = /^(?:(?:senior|top|several|some) )?(?:European|Western|Nordic|Baltic|Allied|allied|Arab|African|Asian|Gulf|Balkan)\b/u;

/** `X strongly opposes …`: present tense, of a party as such, with no day, no quote and no saying. */
function isStanding({ masked }: Article, { kind, verb, who, sentence }: Attribution): boolean {
  const words = masked.slice(...sentence.span);
  return kind === 'doing' && who.partyAlone && /s$/.test(verb) && !verb.startsWith('insist') && !words.includes(MASK) && !/\b(?:today|yesterday|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4})\b/i.test(words);
}

/** A paragraph that opens with the report's own question. */
const asksAndAnswers = ({ masked }: Article, block: Block): boolean => block.sentences.slice(0, 2).some(({ span }) => /\?\s*$/.test(masked.slice(...span)));

const WITHIN_CONTENT = /\b(?:would|will|could|can|cannot|may|might|should|must|has|have|had|is|was|were|are|did|does|\p{Ll}{3,}(?:ded|ted|ked|ced|sed|ved|ned|red|led|med|ped|yed))\b/u;

const FINITE_WORD = /\b(?:would|will|could|can|cannot|may|might|should|must|shall|has|have|had|is|was|were|are|did|does|do|\p{Ll}{2,}ed)\b/u;
const OPENS = /^(?:(?:\p{Lu}\p{L}+ly|Meanwhile|However|Instead|Still),\s)?(?:In|On|At|During|After|Before|Following|Amid|Ahead|Under|With|Without|Despite|For|By|From|To|Through|Since|Until|Within|Against|Among|Between|Beyond|Earlier|Later|Meanwhile|Asked|Pressed|Flanked|Joined|Citing|Hours|Days|Weeks|Minutes|\p{Lu}\p{Ll}{2,}ing)\b/u;
/** Words before the speaker that set the scene (`During a joint press conference in London, `), where what is said comes after. */
function opensOnly(lead: string, rest: string): boolean {
  if (!OPENS.test(lead) || /["“”]/.test(lead)) return false;
  const more = rest.match(/\p{L}+/gu)?.length ?? 0;
  return /^\s*(?:that\b|:|,?\s*["“])/.test(rest) || (more >= 4 && (!WITHIN_CONTENT.test(lead) || /^[^,]*,\s*$/.test(lead) && !/\b(?:will|would|can|cannot|must|should|shall|may)\b/.test(lead)));
}

/** What is said, the attribution from its verb on, and the whole attribution. */
function contentOf({ text, masked }: Article, { span, whoSpan, verbSpan, kind }: Attribution, _count: number): readonly [content: string, tail: string, whole: string] {
  const start = Math.min(whoSpan[0], verbSpan[0]);
  const end = kind === 'according' ? whoSpan[1] : Math.max(verbSpan[1], whoSpan[1] > verbSpan[1] && whoSpan[0] < verbSpan[1] + 3 ? whoSpan[1] : verbSpan[1]);
  const lead = text.slice(span[0], start);
  const rest = text.slice(end, span[1]);
  const bare = lead.replace(/^\p{Lu}[\p{L}.,/ ]{1,40}\s[–—-]\s/u, '');
  const opening = /^(?:(?:In|On|At|During) (?:an?|the|his|her|X\b|telegram|facebook|social media|truth social)\b|Speaking\b)[^,]{0,90},\s*$/i.test(lead);
  const whole = text.slice(opening ? span[0] : start, span[1]);
  const post = /[,"”’'»]\s*$/.test(lead) && (lead.match(/\p{L}+/gu)?.length ?? 0) >= 3 && !opensOnly(bare.trimStart(), rest);
  // `Soldiers from there, she added, would not be admitted.`
  if (post) return [`${lead}${/["“]/.test(rest) || !/["“”’']/.test(lead) && !FINITE_WORD.test(lead) ? rest : ''}`, text.slice(verbSpan[0], span[1]), whole];
  const candidate = /^[^"“‘]{0,110}?\bthat\b/.exec(masked.slice(end, span[1]).replaceAll(MASK, '"'));
  // A `that` after a finite verb hangs on a noun of what is said, not on the verb of saying.
  const that = candidate && !/,\s*(?:and |but )?\p{Ll}+ing that$/u.test(candidate[0]) && !WITHIN_CONTENT.test(candidate[0].replace(/\b(?:a|an|the|his|her|their)\s(?:\p{Ll}+\s)?\p{Ll}+ed\b/gu, '')) ? candidate : null;
  const content = that ? rest.slice(that[0].length) : rest.replace(/^\s*(?:reporters|journalists)\b/, '').replace(/^\s*(?:\p{Lu}[\p{L}]*\s){1,3}(?=(?:he|she|it|they|we|his|her|the|a)\s)/u, '');
  const tail = text.slice(verbSpan[0], that ? end + that[0].length : Math.min(span[1], end + 120));
  return [content.trim() === '' ? lead : content, tail, whole];
}
