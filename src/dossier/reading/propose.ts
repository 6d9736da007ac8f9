/** Attributions turned into proposals, in the order of the text: pronouns resolved, quotes that run on joined to their speaker, each with issue, stance, voice and confidence. */
import type { Stance, Voice } from '../../treaty/index.js';
import { attributionsIn, type Attribution } from './attribution.js';
import type { Cast, Person } from './cast.js';
import { MASK, type Article, type Block, type Sentence } from './document.js';
import { issueOf } from './issues.js';
import { DOING_FORMS, isOutlet, UNDERSTOOD_FORMS } from './lexicon.js';
import type { Parties } from './parties.js';
import { described, type Described } from './phrase.js';
import type { KnownIssue, Proposal, Stretch } from './shapes.js';
import { isSubjectsOwn, stanceOf, subjectOf } from './stance.js';
import { venueOf } from './venue.js';

interface Who { readonly label?: string; readonly party?: string; readonly person?: Person; readonly anonymous: boolean; readonly inferred: boolean; readonly outlet?: boolean }
interface Salient { readonly at: number; readonly who: Who }

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
  const institutions: Who[] = [];
  let question = '';
  const { text } = article;
  const quotesWithin = (block: Block, [from, to]: Stretch): void => { for (const { span } of block.quotes) if (span[0] >= from && span[0] < to) attributed.add(span[0]); };
  const lastPerson = (gender: 'he' | 'she' | undefined, fits: (person: Person) => boolean = () => true): Who | undefined => {
    const fitting = (one: Salient): boolean => one.who.person !== undefined && fits(one.who.person) && (gender === undefined || one.who.person.gender === undefined || one.who.person.gender === gender);
    return [...memory].reverse().find(fitting)?.who ?? (gender === undefined ? undefined : [...memory].reverse().find((one) => one.who.person === undefined && one.who.label !== undefined && !one.who.anonymous)?.who);
  };
  const remember = (at: number, who: Who): void => { memory.push({ at, who }); };

  const resolved = (one: Described, at: number): Who => {
    if (one.pronoun === 'it' || one.pronoun === 'they') {
      const who = one.pronoun === 'it' ? institutions.at(-1) ?? memory.at(-1)?.who : group ?? memory.at(-1)?.who;
      return { ...(who ?? {}), anonymous: who?.anonymous ?? true, inferred: true };
    }
    if (one.pronoun !== undefined) { const who = lastPerson(one.pronoun); return who ? { ...who, inferred: true } : { anonymous: true, inferred: true }; }
    if (isOutlet(one.words.split(' of ')[0] ?? one.words) && cast.named(one.name ?? '') === undefined) return { label: one.words.replace(/^the\s/, ''), anonymous: false, inferred: false, outlet: true };
    if (one.name !== undefined) {
      const known = cast.named(one.name);
      const whose = one.whose === undefined || one.party !== undefined || known?.party !== undefined ? undefined : lastPerson(one.whose === 'she' || one.whose === 'he' ? one.whose : undefined);
      const person = known && (known.party !== undefined || (one.party ?? whose?.party) === undefined) ? known : cast.meet(one.name, { party: one.party ?? whose?.party, office: one.office, gender: one.gender });
      return { label: person.name, ...(person.party === undefined ? {} : { party: person.party }), person, anonymous: false, inferred: false };
    }
    const label = one.words.replace(/^[Tt]he\s/, '').replace(/^(?:Two|Three|Several|Some|Four|Five)\b/, (word) => word.toLowerCase());
    if (one.partyAlone) return { label, ...(one.party === undefined ? {} : { party: one.party }), anonymous: false, inferred: false };
    if (/^(?:one of them|another|one)$/i.test(one.words) && group) return { ...group, inferred: true };
    if (one.office !== undefined && !one.nameless && !one.body) {
      const office = one.office;
      const person = [...cast.introduced].reverse().find((person) => person.office !== undefined && (person.office === office || person.office.endsWith(` ${office}`) || person.office.startsWith(`${office} `)) && (one.party === undefined || person.party === one.party) && memory.some(({ who }) => who.person?.key === person.key));
      const recent = lastPerson(undefined, (person) => person.office !== undefined && (person.office.includes(office)) && (one.party === undefined || person.party === one.party));
      if (!/^(?:senior|former|unnamed|an?)\b/i.test(one.words) && (recent ?? person) && !/^(?:official|diplomat|aide|adviser|advisor|expert|analyst)$/.test(office)) return recent ? { ...recent, inferred: true } : { label: person?.name ?? label, ...(person?.party === undefined ? {} : { party: person.party }), ...(person ? { person } : {}), anonymous: false, inferred: true };
      const leader = /^leader$/.test(office) && one.party !== undefined ? lastPerson(undefined, ({ party, office: held }) => party === one.party && /president|prime minister|chancellor|premier|king|leader/.test(held ?? '')) : undefined;
      if (leader) return { ...leader, inferred: true };
      const unnamed = one.party === undefined && one.whose === undefined ? [...memory].reverse().find(({ who }) => who.person === undefined && who.label?.toLowerCase().endsWith(office) === true)?.who : undefined;
      if (unnamed) return { ...unnamed, inferred: true };
      const whose = one.whose === undefined || one.party !== undefined ? undefined : lastPerson(one.whose === 'he' || one.whose === 'she' ? one.whose : undefined);
      const party = one.party ?? whose?.party;
      return { label, ...(party === undefined ? {} : { party }), anonymous: /official|diplomat|aide|adviser|advisor|lawmaker/.test(office), inferred: whose !== undefined };
    }
    if (one.body && one.party === undefined && label.split(' ').length <= 2) {
      const same = [...institutions].reverse().find((other) => other.label?.toLowerCase().includes(label.toLowerCase()));
      if (same) return { ...same, inferred: true };
    }
    // `the premier's office` speaks for whom the premier speaks for.
    const place = one.party ?? (one.body ? cast.in(one.words).find(({ person }) => person.party !== undefined)?.person.party ?? parties.calledShortly(label, text.slice(0, at)) : undefined);
    return { label, ...(place === undefined ? {} : { party: place }), anonymous: one.nameless || !one.body, inferred: false };
  };

  const add = (span: Stretch, who: Who, whole: string, verb: string, venue: string | undefined, continued: boolean, { asked = '', understood = false, standing = false }: Manner = {}): void => {
    // What a thing is called is the stance, not the thing's name.
    const content = CALLS.test(verb) ? calledSo(whole) : whole;
    const stated = DOING_FORMS.get(verb);
    const found = stanceOf(content, stated !== undefined && !/^(?:supports?|supported|backs?|backed|insists?|insisted)$/.test(verb) ? stated : verb === 'called' && /^\s*(?:for|on)\b/.test(content) ? 'demands' : undefined);
    // Who insists on it asks for it, where the words themselves take no side.
    const insisted: Stance = found === 'reports' && verb.startsWith('insist') ? 'demands' : found;
    const subject = stated === undefined || verb.startsWith('insist') ? subjectOf(content, parties, cast) : undefined;
    const apart = subject && subject.party !== who.party && (subject.name === undefined || subject.name !== who.person?.name) && isSubjectsOwn(insisted, content) ? subject.party : undefined;
    // That others could do it, let be understood by one side, is that side's consent.
    const others = understood ? undefined : apart;
    const stance: Stance = understood && apart !== undefined && insisted === 'offers' ? 'accepts' : insisted;
    const party = others ?? who.party;
    const voice: Voice = who.outlet === true || understood || standing ? 'media' : others !== undefined ? (who.party === undefined && !OF_A_REGION.test(who.label ?? '') ? 'media' : 'counterpart') : who.party === undefined && who.person === undefined && who.anonymous ? 'media' : 'own';
    const issue = issueOf(whole.replace(ADDING, ''), issues) ?? issueOf(whole, issues) ?? issueOf(asked, issues) ?? (continued || REFERS_BACK.test(content) ? statements.at(-1)?.issue : undefined);
    const doubt = (who.inferred ? 0.2 : 0) + (who.anonymous ? 0.2 : 0) + (who.party === undefined ? 0.1 : 0) + (issue === undefined ? 0.1 : 0) + (others !== undefined ? 0.1 : 0) + (continued ? 0.1 : 0) + (understood ? 0.2 : 0) + (standing ? 0.6 : 0);
    statements.push({
      span, ...(who.label === undefined ? {} : { speaker: who.label }), ...(who.party === undefined ? {} : { onBehalfOf: who.party }), ...(party === undefined ? {} : { party }), ...(venue === undefined ? {} : { venue }), ...(issue === undefined ? {} : { issue }),
      stance, voice, confidence: Math.round(Math.max(0.2, 0.95 - doubt) * 100) / 100,
    });
  };

  const noteSpeaker = (at: number, who: Who, one: Described): void => {
    remember(at, who);
    if (one.plural) group = who;
    if (one.body || one.partyAlone) institutions.push(who);
  };

  const answers = turns(article, cast);
  article.blocks.forEach((block, index) => {
    if (block.kind === 'row') return;
    if (block.kind === 'headline' || block.kind === 'heading') {
      for (const { span } of block.quotes) attributed.add(span[0]);
      const one = described(text.slice(...block.span), parties);
      if (one.body && one.party !== undefined && block.span[1] - block.span[0] < 90) institutions.push({ label: one.words, party: one.party, anonymous: false, inferred: false });
      return;
    }
    const turn = answers.get(index);
    if (turn) {
      for (const { span } of block.quotes) attributed.add(span[0]);
      const { person } = turn;
      if (turn.words[1] <= turn.words[0]) { question = text.slice(...block.span); return; }
      const who: Who = { label: person.name, ...(person.party === undefined ? {} : { party: person.party }), person, anonymous: false, inferred: turn.inferred };
      remember(block.span[0], who);
      add(turn.words, who, text.slice(...turn.words), 'said', undefined, false, { asked: question });
      return;
    }
    // A quote that stayed open at the end of the last paragraph goes on here.
    const before = article.blocks.slice(0, index).reverse().find(({ kind }) => kind !== 'row');
    let last: { who: Who; venue?: string; statement: number } | undefined;
    if (block.quotes[0]?.span[0] === block.span[0] && before?.quotes.at(-1)?.open && memory.length > 0) last = { who: (memory.at(-1) as Salient).who, statement: -1 };
    const colon = before !== undefined && /:\s*$/.test(text.slice(...before.span)) && memory.length > 0 ? (memory.at(-1) as Salient).who : undefined;
    for (const sentence of block.sentences) {
      const found = attributionsIn(article, sentence, parties);
      if (found.length === 0) {
        last = without(sentence, block, last, colon);
        continue;
      }
      found.forEach((one, order) => {
        const who = resolved(one.who, one.whoSpan[0]);
        if (who.label === undefined && who.party === undefined) return;
        const [content, tail, whole] = contentOf(article, one, found.length);
        const venue = venueOf(tail, whole, cast, parties) ?? (last && last.who.label === who.label ? last.venue : lastVenue(who));
        const manner: Manner = { understood: UNDERSTOOD_FORMS.has(one.verb) && IN_TALKS.test(tail) && !article.masked.slice(...one.span).includes(MASK), standing: isStanding(article, one) };
        if (manner.standing && asksAndAnswers(article, block)) return;
        for (const each of jointly(one, who)) add(one.span, each, content, one.verb, venue, false, manner);
        quotesWithin(block, one.span);
        noteSpeaker(one.whoSpan[0], who, one.who);
        last = { who, ...(venue === undefined ? {} : { venue }), statement: statements.length - 1 };
        if (order === found.length - 1) quotesWithin(block, sentence.span);
      });
    }
  });

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
    const [first] = cast.in(masked, sentence.span[0]);
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
  const opening = /^(?:(?:In|On|At|During) (?:an?|the|his|her)\b|Speaking\b)[^,]{3,90},\s*$/.test(lead);
  const whole = text.slice(opening ? span[0] : start, span[1]);
  const post = /[,"”’'»]\s*$/.test(lead) && (lead.match(/\p{L}+/gu)?.length ?? 0) >= 3 && !opensOnly(bare.trimStart(), rest);
  if (post) return [`${lead}${/["“]/.test(rest) ? rest : ''}`, text.slice(verbSpan[0], span[1]), whole];
  const candidate = /^[^"“‘]{0,110}?\bthat\b/.exec(masked.slice(end, span[1]).replaceAll(MASK, '"'));
  // A `that` after a finite verb hangs on a noun of what is said, not on the verb of saying.
  const that = candidate && !/,\s*(?:and |but )?\p{Ll}+ing that$/u.test(candidate[0]) && !WITHIN_CONTENT.test(candidate[0].replace(/\b(?:a|an|the|his|her|their)\s(?:\p{Ll}+\s)?\p{Ll}+ed\b/gu, '')) ? candidate : null;
  const content = that ? rest.slice(that[0].length) : rest.replace(/^\s*(?:reporters|journalists)\b/, '').replace(/^\s*(?:\p{Lu}[\p{L}]*\s){1,3}(?=(?:he|she|it|they|we|his|her|the|a)\s)/u, '');
  const tail = text.slice(verbSpan[0], that ? end + that[0].length : Math.min(span[1], end + 120));
  return [content.trim() === '' ? lead : content, tail, whole];
}

/** Questions and answers: paragraphs that begin with `Q:`, `A:` or the name of somebody known. Two at least, or it is no interview. */
function turns(article: Article, cast: Cast): ReadonlyMap<number, { readonly person: Person; readonly words: Stretch; readonly inferred: boolean }> {
  const LABEL = /^["“]?((?:Q|A|Question|Answer|Interviewer|\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,3}))\s*:\s+(?=\S)/u;
  const labelled = article.blocks.map((block, index) => ({ index, block, label: block.kind === 'row' ? undefined : LABEL.exec(article.text.slice(...block.span)) })).filter(({ label }) => label);
  const found = new Map<number, { person: Person; words: Stretch; inferred: boolean }>();
  const asks = /^(?:Q|Question|Interviewer)$/;
  if (labelled.filter(({ label }) => asks.test(label?.[1] ?? '') || /^A(?:nswer)?$/.test(label?.[1] ?? '') || cast.named(label?.[1] ?? '')).length < 2) return found;
  const [interviewed] = cast.introduced;
  for (const { index, block, label } of labelled) {
    const name = label?.[1] ?? '';
    const words: Stretch = [block.span[0] + (label?.[0].length ?? 0), block.span[1]];
    const person = cast.named(name) ?? (/^A(?:nswer)?$/.test(name) ? interviewed : undefined);
    if (person) found.set(index, { person, words, inferred: !cast.named(name) });
    else if (asks.test(name) && interviewed) found.set(index, { person: interviewed, words: [block.span[1], block.span[1]], inferred: true });
  }
  return found;
}
