/** Noun phrases that may name a speaker: where one ends before a verb or begins after it, and what it says of name, office and party. */
import { BODIES, CALENDAR_WORDS, HONORIFICS, NAMELESS, OFFICE_WORDS, OFFICES, PAPERS, PARTICLES } from './lexicon.js';
import type { Parties } from './parties.js';

export interface Token { readonly text: string; readonly from: number; readonly to: number; readonly tags: ReadonlySet<string> }

export interface Described {
  /** The phrase without its article. */
  readonly words: string;
  readonly name?: string;
  readonly office?: string;
  readonly party?: string;
  readonly body: boolean;
  readonly nameless: boolean;
  /** The phrase is a party's name or seat and nothing else. */
  readonly partyAlone: boolean;
  readonly pronoun?: 'he' | 'she' | 'they' | 'it' | 'paper';
  /** `his foreign minister`: whose, by pronoun. */
  readonly whose?: 'he' | 'she' | 'they' | 'it';
  readonly gender?: 'he' | 'she';
  readonly plural: boolean;
}

const OFFICE_PATTERN = new RegExp(`(?<![\\p{L}-])(?:${[...OFFICES].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`, 'iu');
const OFFICE_TOKENS = new Set([...OFFICES.flatMap((one) => one.split(/[ ]/)), ...OFFICE_WORDS, ...BODIES, ...NAMELESS, 'broadcaster', 'agency', 'newspaper', 'channel', 'television', 'radio', 'kremlin', 'affairs', 'journalists', 'reporters', 'correspondent']);
const BODY_PATTERN = new RegExp(`(?<![\\p{L}-])(?:${BODIES.join('|')})(?![\\p{L}])`, 'iu');
const NAMELESS_PATTERN = new RegExp(`(?<![\\p{L}-])(?:${NAMELESS.join('|')})(?![\\p{L}])`, 'iu');
const DETERMINERS = /^(?:the|a|an|this|that|one|another|some|several|many|two|three|four|five|six|seven|eight|nine|ten|both|most|all|other|\d+)\s+/i;
const WHOSE: Readonly<{ [word: string]: 'he' | 'she' | 'they' | 'it' }> = { his: 'he', her: 'she', their: 'they', its: 'it' };
const PRONOUNS: Readonly<{ [word: string]: 'he' | 'she' | 'they' | 'it' }> = { he: 'he', she: 'she', they: 'they', it: 'it', him: 'he' };

/** `the letter says`: whoever wrote it. */
const OWN_PAPER = /^(?:the|this|that|his|her|its|their) (?:same |open |joint |written |short )*(?:letter|statement|declaration|communiqu[eé]|readout|note|message|post|memo|text)$/i;
const isCapital = (word: string): boolean => /^(?:(?:al|el|ben|bin|ibn|ash|ad|an|as)-)?\p{Lu}/u.test(word);
const isName = (word: string): boolean => isCapital(word) && !OFFICE_TOKENS.has(word.toLowerCase()) && !CALENDAR_WORDS.has(word.toLowerCase()) && !HONORIFICS.has(word.toLowerCase()) && !/^(?:The|A|An|In|On|At|But|And|While|His|Her|Their|Its|When|After|Before|As|For|From|Of|To|With|Later|Then|So|Yet|Still|Asked|Both|Two|Three|Four|Five|That|This|There|Meanwhile|However|Earlier|Also|Even|Only|Nobody|Some|Most|Many|If|What|Why|How|By|Not|Neither|Either|None|Each|Every|Such|Another|Those|These|Here|Now|Today|Fire|Land|No|Yes|It|He|She|They|We|I)$/.test(word);

export function described(raw: string, parties: Parties): Described {
  const bare = raw.replace(/\s+/g, ' ').trim().replace(/^[,;:–—-]+\s*/, '');
  const pronoun = OWN_PAPER.test(bare) ? 'paper' as const : /^(?:one|some|two|both|all|many|most|none) of (?:them|those)$/i.test(bare) ? 'they' : PRONOUNS[bare.toLowerCase()];
  const base = { words: bare, body: false, nameless: false, partyAlone: false, plural: pronoun === 'they' };
  if (pronoun !== undefined) return { ...base, pronoun };
  let words = bare;
  // `Prime Minister Signe Aasted of Haldoria`: the state after the name.
  const ofState = /^(.+\p{Lu}[\p{L}’'-]+) of (?:the )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)$/u.exec(bare);
  const named_ = ofState && OFFICE_PATTERN.test(ofState[1] ?? '') ? described(ofState[1] ?? '', parties) : undefined;
  if (named_?.name !== undefined && /\s/.test(named_.name)) return { ...named_, party: parties.partyOf(ofState?.[2] ?? '') ?? ofState?.[2] ?? '' };
  const whose = WHOSE[words.split(' ')[0]?.toLowerCase() ?? ''];
  if (whose !== undefined) words = words.slice(words.indexOf(' ') + 1);
  const counted = /^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|both|\d+)\s/i.test(words);
  if (counted) words = words.replace(/^the /i, '');
  while (!parties.has(words.split(/['’]s/)[0] ?? '') && DETERMINERS.test(words) && !counted) words = words.replace(DETERMINERS, '');
  // A capital after a first name (`Rui Lima`) is a surname.
  const mentions = parties.in(words).filter(({ seat, span }) => !seat || !isName(/(\p{Lu}[\p{L}’'-]*)\s$/u.exec(words.slice(0, span[0]))?.[1] ?? ''));
  const fitting = mentions.find(({ span }) => !/(?:(?:envoy|ambassador|representative|minister) (?:to|for|in)|(?:diplomats?|sources?|people|person|embassy|embassies|correspondents?|residents?) (?:\p{L}+ )?(?:in|at|from)) (?:the )?$/iu.test(words.slice(0, span[0])));
  let rest = words;
  for (const { span } of mentions) rest = `${rest.slice(0, span[0])}${'·'.repeat(span[1] - span[0])}${rest.slice(span[1])}`;
  rest = rest.replace(/·+(?:['’]s?)?/g, (all) => ' '.repeat(all.length));
  const partyAlone = mentions.length > 0 && rest.replace(mentions.length === 1 ? /\b[Tt]he\b/g : /\b(?:[Tt]he|and)\b|,/g, '').trim() === '';
  const first = OFFICE_PATTERN.exec(rest);
  // `deputy assistant secretary of state`: the office is what the deputy is of.
  const office = (/^deputy$/i.test(first?.[0] ?? '') ? OFFICE_PATTERN.exec(rest.slice((first?.index ?? 0) + 6)) ?? first : first)?.[0].toLowerCase();
  const tokens = rest.split(/\s+/).filter((one) => one !== '');
  const name: string[] = [];
  let gender: 'he' | 'she' | undefined;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = (tokens[at] as string).replace(/[,.]$/, '');
    if (isName(token) || (PARTICLES.has(token) && name.length > 0) || (/^\p{Lu}$/u.test(token) && name.length > 0)) { name.unshift(token); continue; }
    if (name.length > 0) gender = HONORIFICS.get(token.toLowerCase());
    break;
  }
  // `an officer in Kramatorsk`: the place is no name.
  const held = tokens.slice(0, tokens.length - name.length);
  if ((/^(?:in|at|near|from|outside)$/.test(held.at(-1) ?? '') || (held.at(-1) === 'of' && name.length === 1 && /^(?:university|college|institute|school|bank)$/i.test(held.at(-2) ?? ''))) && (office !== undefined || NAMELESS_PATTERN.test(held.join(' ')) || BODY_PATTERN.test(held.join(' ')))) name.length = 0;
  while (name.length > 0 && PARTICLES.has(name[0] as string) && !/^(?:von|van|de|al|bin|del)$/.test(name[0] as string)) name.shift();
  const told = name.join(' ').replace(/['’]s$/, '');
  // A name that ends in a possessive (`Ilic's visit`) names no speaker.
  const named = told !== '' && !/['’]s$/.test(name.join(' ')) && !partyAlone ? told : undefined;
  const sex = gender ?? (office === undefined ? undefined : /woman|queen/.test(office) ? 'she' as const : /spokesman|chairman|king|congressman/.test(office) ? 'he' as const : undefined);
  const nameless = named === undefined && NAMELESS_PATTERN.test(rest);
  return {
    words, body: named === undefined && BODY_PATTERN.test(rest), nameless, partyAlone, plural: nameless || counted || (partyAlone && mentions.length > 1), ...(named === undefined ? {} : { name: named }), ...(office === undefined ? {} : { office }),
    ...(fitting === undefined ? {} : { party: fitting.party }), ...(whose === undefined ? {} : { whose }), ...(sex === undefined ? {} : { gender: sex }),
  };
}

/** It may speak: somebody by name or office, a body, a party, a group, or a pronoun. */
export const speaks = (one: Described): boolean => one.pronoun !== undefined || one.name !== undefined || one.office !== undefined || one.body || one.nameless || one.partyAlone;

const LINKS = new Set(['of', 'for', 'to', 'at', 'in', 'from', 'with', 'on', 'by']);
const linkable = (word: string): boolean => PAPERS.has(word.toLowerCase()) || OFFICE_TOKENS.has(word.toLowerCase()) || BODY_PATTERN.test(word) || OFFICE_PATTERN.test(word) || NAMELESS_PATTERN.test(word);
const OPENERS = /^(?:the|a|an|his|her|their|its|this|another|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|both)$/i;
const MOST_WORDS = 14;

const isNounLike = ({ text, tags }: Token): boolean => (isCapital(text) ? !CALENDAR_WORDS.has(text.toLowerCase().replace(/\.$/, '')) && (isName(text) || OFFICE_TOKENS.has(text.toLowerCase()) || HONORIFICS.has(text.toLowerCase()) || /^(?:\p{Lu}\.)+$/u.test(text)) : OFFICE_TOKENS.has(text.toLowerCase()) || PARTICLES.has(text)
  || ((tags.has('Noun') || tags.has('Adjective')) && !tags.has('Pronoun') && !tags.has('Date') && !tags.has('Verb') && /^[\p{L}’'-]+$/u.test(text)));

/** First token of the phrase whose last token is `last`, or -1. */
export function phraseBefore(tokens: readonly Token[], last: number): number {
  let start = -1;
  for (let at = last, taken = 0; at >= 0 && taken < MOST_WORDS; at -= 1, taken += 1) {
    const token = tokens[at] as Token;
    const lower = token.text.toLowerCase();
    if (at === last && lower === 'them') return tokens[at - 1]?.text === 'of' ? at - 2 : -1;
    if (at === last && PRONOUNS[lower] !== undefined) return at;
    if (token.text === '.' && HONORIFICS.has((tokens[at - 1]?.text ?? '').toLowerCase())) continue;
    if (OPENERS.test(token.text)) {
      start = at;
      const link = tokens[at - 1];
      const head = tokens[at - 2];
      if (link && head && LINKS.has(link.text.toLowerCase()) && linkable(head.text)) { at -= 1; continue; }
      return start;
    }
    if (LINKS.has(lower) && start >= 0) {
      const head = tokens[at - 1];
      // `Prime Minister Signe Aasted of Haldoria`.
      const ofAState = lower === 'of' && last - at <= 2 && isCapital(tokens[at + 1]?.text ?? '') && head !== undefined && isName(head.text) && isCapital(tokens[at - 2]?.text ?? '');
      if (head && (linkable(head.text) || ofAState)) continue;
      return start;
    }
    // `and` joins names and nothing else.
    if (lower === 'and' && start >= 0 && isCapital(tokens[at + 1]?.text ?? '') && isCapital(tokens[at - 1]?.text ?? '') && isName(tokens[at - 1]?.text ?? '')) continue;
    if (!isNounLike(token)) return start;
    start = at;
  }
  return start;
}

/** Last token of the phrase that begins with `first`, or -1. */
export function phraseAfter(tokens: readonly Token[], first: number): number {
  let end = -1;
  for (let at = first; at < tokens.length && at < first + MOST_WORDS; at += 1) {
    const token = tokens[at] as Token;
    const lower = token.text.toLowerCase();
    if (at === first && PRONOUNS[lower] !== undefined) return at;
    if (token.text === '.' && HONORIFICS.has((tokens[at - 1]?.text ?? '').toLowerCase())) continue;
    if (CALENDAR_WORDS.has(lower) && PAPERS.has((tokens[at + 1]?.text ?? '').toLowerCase())) continue;
    if (OPENERS.test(token.text) && (at === first || LINKS.has((tokens[at - 1]?.text ?? '').toLowerCase()) || /^the$/i.test(tokens[at - 1]?.text ?? ''))) continue;
    if (LINKS.has(lower) && end >= 0 && (linkable(tokens[end]?.text ?? '') || /^(?:close|familiar|briefed|university)$/.test(tokens[end]?.text ?? ''))) continue;
    if (!isNounLike(token)) break;
    end = at;
  }
  return end;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|▒+|[^\s]/gu;

/** Tokens of a masked sentence, with the tagger's tags where it has a word at that place. */
export function tokensOf(masked: string, tags: ReadonlyMap<number, ReadonlySet<string>>): readonly Token[] {
  return [...masked.matchAll(WORD)].map((hit) => ({ text: hit[0], from: hit.index, to: hit.index + hit[0].length, tags: tags.get(hit.index) ?? NO_TAGS }));
}

const NO_TAGS: ReadonlySet<string> = new Set();
export { isName };
