/** Wording: synonyms put in where a fixed term belongs. */
import type { Article } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';
import { SPUN_TERMS } from './terms.js';

const ABSTRACT = '(?:context|background|terms?|perspective|precedents?|parallels?|records?|significance|backdrop)';
const BROAD = '(?:extensive|exhaustive|all-inclusive|all-encompassing|far-reaching|thorough|wide-ranging|full-scale|inclusive)';
const ACCORD = '(?:deals?|accords?|pacts?|agreements?|settlements?|treat(?:y|ies)|arrangements?)';

/** Spun forms of more than two words, where the matter is one of several. */
const SPUN: readonly (readonly [RegExp, string])[] = ([
  [`(?:ancient|antique|olden|bygone|age-old|archaic) ${ABSTRACT}`, 'historical context (or terms, record)'],
  [`${BROAD} (?:peace|tranquill?ity|harmony) ${ACCORD}`, 'comprehensive peace agreement'],
  [`${BROAD} (?:settlements?|cease-?fire|truce)`, 'comprehensive settlement'],
] as const).map(([spun, term]) => [new RegExp(`(?<![\\p{L}-])(?:${spun})(?![\\p{L}-])`, 'giu'), term] as const);

/** Words that say the same: two of them side by side is one original and its substitute. */
const SAME: readonly (readonly string[])[] = [
  ['impossible', 'unachievable', 'infeasible', 'unattainable', 'unfeasible', 'unworkable', 'inconceivable', 'unthinkable'], ['difficult', 'troublesome', 'arduous', 'challenging', 'tough'], ['important', 'significant', 'crucial', 'essential', 'vital', 'pivotal'],
  ['historic', 'momentous', 'epochal', 'landmark'], ['comprehensive', 'extensive', 'exhaustive', 'all-inclusive', 'thorough'], ['illegal', 'unlawful', 'illicit'], ['robust', 'strong', 'sturdy', 'vigorous'], ['immediate', 'instant', 'prompt'], ['unacceptable', 'inadmissible', 'intolerable'],
  ['quick', 'fast', 'rapid', 'speedy', 'swift'], ['lasting', 'enduring', 'durable', 'long-lasting'], ['entire', 'whole', 'complete'], ['clear', 'evident', 'obvious'], ['new', 'fresh', 'novel'],
  ['fragile', 'brittle', 'frail', 'delicate'], ['worthless', 'valueless'], ['exact', 'precise', 'accurate'], ['dangerous', 'perilous', 'hazardous', 'risky'], ['strict', 'stringent', 'rigid'], ['firm', 'resolute', 'steadfast', 'unwavering'], ['wide', 'broad'], ['huge', 'enormous', 'immense', 'massive'], ['brave', 'courageous', 'valiant'], ['calm', 'tranquil', 'placid'], ['laborious', 'arduous', 'strenuous', 'toilsome'], ['binding', 'obligatory', 'compulsory', 'mandatory'], ['ridiculous', 'absurd', 'laughable'], ['angry', 'irate', 'furious'], ['necessary', 'requisite', 'needed'], ['sincere', 'earnest', 'heartfelt'], ['temporary', 'momentary', 'transient'], ['permanent', 'everlasting', 'perpetual'],
];
const SIDE_BY_SIDE = SAME.map((set) => new RegExp(`(?<![\\p{L}-])(${set.join('|')})(?:,? (?:and|or) |, | )(?:(?:and|or|quite|even|simply|basically) ){0,2}(${set.join('|')})(?![\\p{L}-])`, 'giu'));

export function spunWording({ text, blocks }: Article): readonly Fault[] {
  const found: Fault[] = [];
  const push = (span: Stretch, message: string, help: string): void => { if (!found.some((one) => one.span[0] < span[1] && span[0] < one.span[1])) found.push({ id: 'spun-wording', span, message, help }); };
  for (const { span: [from, to] } of blocks) {
    const words = text.slice(from, to);
    for (const [pattern, term] of [...SPUN, ...SPUN_TERMS]) for (const hit of words.matchAll(pattern)) push([from + hit.index, from + hit.index + hit[0].length], `\`${hit[0]}\` stands where a fixed term belongs`, `the term is \`${term}\``);
    for (const pattern of SIDE_BY_SIDE) for (const hit of words.matchAll(pattern)) if (hit[1]?.toLowerCase() !== hit[2]?.toLowerCase()) push([from + hit.index, from + hit.index + hit[0].length], `\`${hit[1] ?? ''}\` and \`${hit[2] ?? ''}\` say the same side by side, as where a synonym was put in beside the first word`, 'keep the word that was spoken or meant');
  }
  return found;
}
