/** Whose office it is where the words that name the speaker do not say: by a pronoun, by the only party the sentence or the paragraph has named so far, by the heading above, by the letterhead. */
import { MASK, type Article, type Block } from './document.js';
import type { Parties, PartyMention } from './parties.js';
import type { Described } from './phrase.js';

const SPEAKS_FOR_A_STATE = /\b(?:minister|ministry|president|presidency|presidential|chancellor|premier|ambassador|embassy|spokes\w+|government|delegation|official|envoy|negotiator|general staff|army|navy|military|secretary|aide|mission|cabinet|parliament|department|head|chief|commander|defen[cs]e|interior)\b/i;
const SPEAKS_FOR_NOBODY = /\b(?:former|ex|analyst|expert|professor|researcher|historian|fellow|resident|journalist|reporter|author|student|veteran|activist|lawyer|Western|European|foreign diplomat|UN|neutral)\b/;

/** Offices that one state alone has under this name. */
const OF_ONE_STATE: readonly (readonly [RegExp, string])[] = [[/\bsecretary of (?:state|defense|the treasury|war)\b(?! for\b)/i, 'United States'], [/\b(?:State|Defense|Treasury) Department\b/, 'United States'], [/\bforeign secretary\b|\bsecretary of state for\b/i, 'United Kingdom']];

/** `at`: where the speaker is named. */
export function whoseOffice(article: Article, block: Block, at: number, one: Described, parties: Parties): string | undefined {
  if (one.party !== undefined) return one.party;
  const office = `${one.office ?? ''} ${one.words}`;
  if (SPEAKS_FOR_NOBODY.test(office) || !SPEAKS_FOR_A_STATE.test(office)) return undefined;
  for (const [pattern, party] of OF_ONE_STATE) if (pattern.test(office)) return parties.partyOf(party) ?? party;
  const sentence = block.sentences.find(({ span }) => span[0] <= at && at < span[1])?.span ?? block.span;
  const said = (from: number, to: number): readonly PartyMention[] => parties.in(article.masked.slice(from, to).replaceAll(MASK, ' '));
  const [subject] = said(sentence[0], at);
  if (one.whose === 'it' && subject) return subject.party;
  for (const [from, to] of [[sentence[0], at], [block.span[0], at]] as const) {
    const named = [...new Set(said(from, to).map(({ party }) => party))];
    if (named.length === 1) return named[0];
    // `its` and `their` go back to whom the paragraph began with.
    if (named.length > 1) return one.whose === 'it' || one.whose === 'they' ? named[0] : undefined;
  }
  const heading = article.blocks[article.blocks.indexOf(block) - 1];
  const above = heading?.kind === 'heading' ? [...new Set(parties.in(article.text.slice(...heading.span)).map(({ party }) => party))] : [];
  return above.length === 1 ? above[0] : parties.homeAt(at);
}
