/** Attributions turned into proposals, in the order of the text: quotes that run on joined to their speaker, turns of an interview, and what nobody is named for. */
import { attributionsIn, type Attribution } from './attribution.js';
import type { Cast } from './cast.js';
import { contentOf } from './content.js';
import { MASK, type Article, type Block, type Sentence } from './document.js';
import { issueOf } from './issues.js';
import { UNDERSTOOD_FORMS } from './lexicon.js';
import type { Parties } from './parties.js';
import type { KnownIssue, Proposal, Stretch } from './shapes.js';
import { Speakers, whoIs, type Who } from './speakers.js';
import { statementOf, type Manner, type Said } from './statement.js';
import { turnsOf, type Turn } from './turns.js';
import { venueOf } from './venue.js';

export interface Proposed {
  readonly statements: readonly Proposal[];
  /** Quotes that belong to a statement, by where they begin. */
  readonly attributed: ReadonlySet<number>;
}

/** The statement just made, or somebody just spoken of (`statement` is then -1). */
interface Last { readonly who: Who; readonly venue?: string; readonly statement: number }

const words = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;
const COURTESY = /^(?:Good (?:morning|afternoon|evening)|Thank you|Thanks|Hello|Welcome|Next question|I will not (?:speculate|comment))\b[^]{0,90}$/;
const IN_TALKS = /\b(?:summit|meetings?|talks|dinner|call|session|consultations|conversation|round)\s+with\b|\bbehind closed doors\b|\bin private\b/i;
const SUPPOSES = /^(?:Suppose|Imagine|Assume|Say that|Picture)\b/;
/** Sentences that a supposition holds. */
const SUPPOSED = 4;

export function propose(article: Article, cast: Cast, parties: Parties, issues: readonly KnownIssue[]): Proposed {
  const { text, masked, blocks } = article;
  const statements: Proposal[] = [];
  const attributed = new Set<number>();
  const speakers = new Speakers(article, cast, parties, (from, to) => { statements.forEach((one, at) => { if (one.speaker === from) statements[at] = { ...one, speaker: to }; }); });
  const matter = { text, cast, parties, issues };
  let question = '';

  const add = (said: Said, manner: Manner = {}): void => { statements.push(statementOf(said, manner, matter, statements.at(-1)?.issue)); };
  const quotesWithin = (block: Block, [from, to]: Stretch): void => { for (const { span } of block.quotes) if (span[0] >= from && span[0] < to) attributed.add(span[0]); };
  const lastVenue = (who: Who): string | undefined => statements.slice(-2).reverse().find(({ speaker }) => speaker === who.label)?.venue;

  const answers = turnsOf(article, cast);
  blocks.forEach((block, index) => {
    if (block.kind === 'row') return;
    speakers.enter(block, index);
    const turn = answers.get(index);
    if (block.kind !== 'paragraph') quotesWithin(block, block.span);
    else if (turn) spoken(block, turn);
    else told(block, blocks.slice(0, index).reverse().find(({ kind }) => kind !== 'row'));
  });

  /** A paragraph of the report's own. */
  function told(block: Block, before: Block | undefined): void {
    const { latest } = speakers;
    // A quote that stayed open at the end of the last paragraph goes on here.
    let last: Last | undefined = latest && block.quotes[0]?.span[0] === block.span[0] && before?.quotes.at(-1)?.open === true ? { who: latest, statement: -1 } : undefined;
    const colon = before !== undefined && /:\s*$/.test(text.slice(...before.span)) ? latest : undefined;
    let supposed = 0;
    for (const sentence of block.sentences) {
      // What a writer supposes for the sake of argument nobody has said.
      if (SUPPOSES.test(text.slice(...sentence.span))) supposed = SUPPOSED;
      if (supposed > 0) { supposed -= 1; quotesWithin(block, sentence.span); continue; }
      const found = attributionsIn(article, sentence, parties);
      if (found.length === 0) last = without(sentence, block, last, colon);
      for (const one of found) last = attributedIn(one, block, last) ?? last;
      if (found.length > 0) quotesWithin(block, sentence.span);
    }
  }

  function attributedIn(one: Attribution, block: Block, last: Last | undefined): Last | undefined {
    const who = speakers.resolve(one.who, one.whoSpan[0]);
    if (who.label === undefined && who.party === undefined) return undefined;
    const [content, tail, whole] = contentOf(article, one);
    const venue = venueOf(tail, whole, cast, parties) ?? (last && last.who.label === who.label ? last.venue : lastVenue(who));
    const standing = isStanding(article, one);
    if (standing && asksAndAnswers(article, block)) return undefined;
    const understood = UNDERSTOOD_FORMS.has(one.verb) && IN_TALKS.test(tail) && !masked.slice(...one.span).includes(MASK);
    const all = speakers.jointly(one, who);
    for (const each of all) add({ span: one.span, who: each, words: content, verb: one.verb, venue }, { understood, standing });
    if (all.length > 1) speakers.together(all);
    speakers.spoke(one.whoSpan[0], who, one.who);
    return { who, ...(venue === undefined ? {} : { venue }), statement: statements.length - 1 };
  }

  /** A turn of an interview: what others are said to have said in it is theirs, the rest the speaker's. */
  function spoken(block: Block, { person, words: from, inferred }: Turn): void {
    quotesWithin(block, block.span);
    if (!person) question = text.slice(...from);
    const who = person && whoIs(person, inferred);
    let own: [number, number] | undefined;
    const close = (): void => { if (who && own && words(text.slice(...own)) >= 5 && !COURTESY.test(text.slice(...own))) add({ span: own, who, words: text.slice(...own), verb: 'said' }, { asked: question }); own = undefined; };
    if (who) speakers.remember(block.span[0], who);
    for (const { span, block: of } of block.sentences) {
      const start = Math.max(span[0], from[0]);
      if (start >= span[1]) continue;
      const others = attributionsIn(article, { block: of, span: [start, span[1]] }, parties)
        .filter(({ who: one, kind }) => one.pronoun === undefined && (one.name !== undefined || one.office !== undefined || one.body) && kind !== 'doing')
        .map((one) => ({ one, whose: speakers.resolve(one.who, one.whoSpan[0]) }))
        .filter(({ whose }) => whose.label !== undefined && (whose.person === undefined || whose.person.key !== person?.key) && (whose.party !== undefined || whose.outlet === true || whose.person !== undefined));
      if (others.length === 0) { own = [own?.[0] ?? start, span[1]]; continue; }
      close();
      for (const { one, whose } of others) {
        const [content, tail, whole] = contentOf(article, one);
        const venue = venueOf(tail, whole, cast, parties);
        for (const each of speakers.jointly(one, whose)) add({ span: one.span, who: each, words: content, verb: one.verb, venue });
        speakers.spoke(one.whoSpan[0], whose, one.who);
      }
      if (who) speakers.remember(span[1], who);
    }
    close();
  }

  /** A sentence that attributes nothing: a quote that goes on, or one that a sentence about somebody leads up to; else who it speaks of is remembered. */
  function without({ span }: Sentence, block: Block, last: Last | undefined, colon: Who | undefined): Last | undefined {
    const bare = masked.slice(...span);
    if (bare.includes(MASK) && bare.replaceAll(MASK, '').replace(/[\s.,;:–—-]/g, '') === '') return goesOn(span, block, last, colon);
    const about = speakers.mentioned(...span);
    if (!about) return undefined;
    if (/:\s*▒+[\s.]*$/.test(bare) && block.quotes.some(({ span: quote }) => quote[0] >= about.end && quote[0] < span[1])) {
      // `X was blunt: "…"`.
      const who = whoIs(about.person);
      quotesWithin(block, span);
      speakers.remember(about.at, who);
      add({ span, who, words: text.slice(about.end, span[1]).replace(/^[^:]*:/, ''), verb: 'said' });
      return { who, statement: statements.length - 1 };
    }
    speakers.remember(about.at, about.who);
    return { who: about.who, statement: -1 };
  }

  /** A sentence that is a quote and nothing else. */
  function goesOn(span: Stretch, block: Block, last: Last | undefined, colon: Who | undefined): Last | undefined {
    const who = last?.who ?? colon;
    if (!who) return last;
    quotesWithin(block, span);
    const grown = last && statements[last.statement];
    if (!grown) {
      add({ span, who, words: text.slice(...span), verb: 'said', venue: last?.venue }, { continued: true });
      return { who, statement: statements.length - 1 };
    }
    const more = text.slice(...span);
    const issue = issueOf(more, issues);
    // Another matter is another statement.
    if (issue !== undefined && grown.issue !== undefined && issue !== grown.issue && words(more) >= 6) {
      add({ span, who, words: more, verb: 'said', venue: last.venue });
      return { ...last, statement: statements.length - 1 };
    }
    statements[last.statement] = { ...grown, span: [grown.span[0], span[1]] };
    return last;
  }

  return { statements, attributed };
}

/** `X strongly opposes …`: present tense, of a party as such, with no day, no quote and no saying. */
function isStanding({ masked }: Article, { kind, verb, who, sentence }: Attribution): boolean {
  const said = masked.slice(...sentence.span);
  return kind === 'doing' && who.partyAlone && /s$/.test(verb) && !verb.startsWith('insist') && !said.includes(MASK) && !/\b(?:today|yesterday|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4})\b/i.test(said);
}

/** A paragraph that opens with the report's own question. */
const asksAndAnswers = ({ masked }: Article, block: Block): boolean => block.sentences.slice(0, 2).some(({ span }) => /\?\s*$/.test(masked.slice(...span)));
