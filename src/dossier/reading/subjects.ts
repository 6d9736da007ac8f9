/** Who stands as the subject of a verb of saying: a phrase, somebody before a clause between commas, several together, somebody nameless with words about them. */
import { MASK } from './document.js';
import { PAPERS } from './lexicon.js';
import type { Parties } from './parties.js';
import { described, phraseAfter, phraseBefore, speaks, type Described, type Token } from './phrase.js';
import { BE } from './verbs.js';

/** `saying` a thing, `doing` it by saying it, or an account it accords with. */
export type Kind = 'saying' | 'doing' | 'according';
export interface Found { readonly first: number; readonly last: number; readonly who: Described; readonly kind: Kind }

export const textOf = (tokens: readonly Token[], first: number, last: number): string => {
  let out = '';
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at] as Token;
    out += at > first && token.from > (tokens[at - 1] as Token).to ? ` ${token.text}` : token.text;
  }
  return out;
};

/** The tokens from `first` to `last` as a speaker, if they are one. */
export function speakerAt(tokens: readonly Token[], first: number, last: number, kind: Kind, parties: Parties): Found | undefined {
  if (first < 0 || last < first) return undefined;
  const words = textOf(tokens, first, last);
  // `neither government has confirmed`, `none of the envoys said`: nobody speaks.
  if (/^(?:neither|none|nobody|no)\b/i.test(words) || /^(?:neither|none)$/i.test(tokens[first - 1]?.text ?? '') || (tokens[first - 1]?.text === 'of' && /^(?:neither|none)$/i.test(tokens[first - 2]?.text ?? ''))) return undefined;
  // `what observers call …`, `whose members promised …`: no statement of anybody.
  if (/^(?:what|whose|which|whom|how|why)$/i.test(tokens[first - 1]?.text ?? '') && kind !== 'according' && !BE.test(tokens[first - 2]?.text ?? '')) return undefined;
  const who = described(whosePaper(words) ?? words, parties);
  return speaks(who) ? { first, last, who, kind } : undefined;
}

/** `said a statement from the ministry`, `a readout by the chancellery said`: whose paper it is. */
export function whosePaper(words: string): string | undefined {
  const hit = /^(?:(?:an?|the|one|another|its|his|her|their) )?(?:(?:joint|written|brief|short|official|separate|press|news|final|\p{L}+day) )*(\p{L}+) (?:from|by|of|issued by|released by|published by) (.+)$/iu.exec(words);
  return hit && PAPERS.has((hit[1] ?? '').toLowerCase()) ? hit[2] : undefined;
}

/** `three people briefed on the talks said`, `sources close to the delegation said`: somebody nameless at the head of the clause, with words about them before the verb. */
export function loose(tokens: readonly Token[], last: number, kind: Kind, parties: Parties): Found | undefined {
  let start = last;
  while (start > 0 && !/^(?:,|;|but|while|and|that|:|–|—)$/.test((tokens[start - 1] as Token).text) && !(tokens[start - 1] as Token).text.startsWith(MASK)) start -= 1;
  const end = phraseAfter(tokens, start);
  const next = tokens[end + 1];
  if (end >= last && end >= 0) { const whole = speakerAt(tokens, start, last, kind, parties); return whole?.who.nameless === true ? whole : undefined; }
  if (end < 0 || !next || !(/^(?:close|familiar|with|from|at|in|near|briefed|involved|present|aware|informed|speaking)$/.test(next.text) || next.tags.has('Participle'))) return undefined;
  const found = speakerAt(tokens, start, end, kind, parties);
  return found && (found.who.nameless || found.who.office !== undefined) && found.who.name === undefined ? { ...found, last, who: { ...found.who, words: textOf(tokens, start, last) } } : undefined;
}

/** `officials who asked not to be named said`: the place of a `who` whose clause has a verb of its own before this one, or -1. */
export function whoBefore(tokens: readonly Token[], last: number): number {
  for (let at = last; at > 0; at -= 1) {
    const { text } = tokens[at] as Token;
    if (text === ',' || text.startsWith(MASK)) return -1;
    if (text === 'who') return tokens.slice(at + 1, last + 1).some(({ tags }) => tags.has('Verb')) ? at : -1;
  }
  return -1;
}

const SEVERAL = /(?:^|[,;:] )((?:[Tt]he )?(?:embassies|governments|ministers|foreign ministers|leaders|presidents|foreign ministries|envoys|delegations|ambassadors|defen[cs]e ministers|prime ministers|parliaments|representatives) of (?:(?:the )?\p{Lu}[\p{L} ]+, )*(?:the )?\p{Lu}[\p{L} ]+?,? and (?:the )?\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)(?: in \p{Lu}[\p{L}]+)?$/u;
/** `the embassies of A, B and C in D said`: several together. */
export function several(tokens: readonly Token[], last: number, parties: Parties, kind: Kind): Found | undefined {
  const hit = SEVERAL.exec(textOf(tokens, 0, last).replace(/ ,/g, ','));
  if (!hit) return undefined;
  const words = (hit[1] ?? '').replace(/^[Tt]he /, '');
  const named = [...new Set(parties.in(words).map(({ party }) => party))];
  if (named.length < 2) return undefined;
  const first = tokens.findIndex(({ text }) => text === words.split(' ')[0]);
  return { first, last, kind, who: { words, body: true, nameless: false, partyAlone: false, plural: true, party: `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}` } };
}

/** Somebody, then words between commas, then the verb. The nearest comma whose left side is somebody is taken. */
export function acrossComma(tokens: readonly Token[], comma: number, parties: Parties, kind: Kind): Found | undefined {
  for (let at = comma - 1, tried = 0; at > 0 && tried < 6; at -= 1) {
    if ((tokens[at] as Token).text !== (tokens[comma] as Token).text) continue;
    tried += 1;
    const inside = tokens.slice(at + 1, comma);
    const opening = inside[0]?.text.toLowerCase() ?? '';
    const relative = /^(?:who|whose|which|speaking|himself|herself|once|now|then|asked|where|along|like|among|as|in|on|at|after|during|when|a|an|the|his|her|also|however|though|meanwhile|too|instead|nonetheless|nevertheless|moreover|present|flanked|seated|standing|accompanied|joined|still|likewise|similarly|by|for|not|having|unlike|visibly|one|two|both|together|under|until|through|following|ahead|\d{2}|citing|referring|echoing|addressing|answering|responding|reacting|quoted|writing|appearing|whom|including|alongside|arriving|leaving|returning)$/.test(opening);
    const within = described(textOf(tokens, at + 1, comma - 1), parties);
    const namely = phraseBefore(tokens, comma - 1) === at + 1 && (within.name !== undefined || within.office !== undefined);
    if (!relative && !namely) continue;
    const first = phraseBefore(tokens, at - 1);
    if (first < 0 || /^(?:in|on|at|from|after|of|with|by|for|to)$/i.test(tokens[first - 1]?.text ?? '')) continue;
    const base = described(textOf(tokens, first, at - 1), parties);
    if (!speaks(base) || (base.partyAlone && namely)) continue;
    const who = namely ? merged(base, within) : base;
    return { first, last: namely && base.name === undefined ? comma - 1 : at - 1, who, kind };
  }
  return undefined;
}

/** What the words between the commas add. */
function merged(base: Described, extra: Described): Described {
  const [name, office, party] = [base.name ?? extra.name, base.office ?? extra.office, base.party ?? extra.party];
  const gender = base.gender ?? extra.gender;
  return { ...base, ...(name === undefined ? {} : { name }), ...(office === undefined ? {} : { office }), ...(party === undefined ? {} : { party }), ...(gender === undefined ? {} : { gender }), nameless: name === undefined && base.nameless, body: name === undefined && base.body };
}
