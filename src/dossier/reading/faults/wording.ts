/** Wording: the same run of words twice, a word doubled, and synonyms put in where a fixed term belongs. */
import type { Article } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';

const RUN = 8;
/** `explain` and `explan` are one stem. */
const skeleton = (stem: string): string => stem.replace(/[aeiou]/g, '');

interface Word { readonly word: string; readonly span: Stretch; readonly small: boolean; readonly block: number }

export function repeatedWording(article: Article): readonly Fault[] {
  const words: Word[] = [];
  article.blocks.forEach(({ kind, span }, block) => {
    if (kind !== 'paragraph') return;
    for (const hit of article.text.slice(...span).matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)) words.push({ word: hit[0].toLowerCase(), span: [span[0] + hit.index, span[0] + hit.index + hit[0].length], small: /^\p{Ll}/u.test(hit[0]), block });
  });
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = words.slice(at, at + RUN);
    if (run[0]?.block !== run.at(-1)?.block) continue;
    const key = run.map(({ word }) => word).join(' ');
    const first = seen.get(key);
    if (first === undefined) { seen.set(key, at); continue; }
    if (at < first + RUN) continue;
    let length = RUN;
    while (words[at + length] && words[at + length]?.word === words[first + length]?.word && words[at + length]?.block === run[0]?.block) length += 1;
    // Names and offices come back whole in any report; it takes words of the writer's own.
    if (words.slice(at, at + length).filter(({ small, word }) => small && word.length > 3).length < 4) { at += length - RUN; continue; }
    const span: Stretch = [words[at]?.span[0] ?? 0, words[at + length - 1]?.span[1] ?? 0];
    faults.push({ id: 'repeated-wording', span, related: [[words[first]?.span[0] ?? 0, words[first + length - 1]?.span[1] ?? 0]], message: `the same ${length} words stand in the text before`, help: 'say it once' });
    at += length - 1;
  }
  for (const hit of article.masked.matchAll(/(?<![\p{L}-])(\p{L}{2,})\s+\1(?![\p{L}'’-])/giu)) {
    const block = article.blocks.find(({ span }) => span[0] <= hit.index && hit.index < span[1]);
    if (block?.kind !== 'paragraph' || /^(?:had|that|very|long|her|is|no)$/i.test(hit[1] ?? '') || /\n/.test(hit[0])) continue;
    if (/^\p{Lu}/u.test(hit[1] ?? '')) continue;
    faults.push({ id: 'repeated-wording', span: [hit.index, hit.index + hit[0].length], message: `\`${hit[1] ?? ''}\` stands twice`, help: 'take one out' });
  }
  // One stem twice, side by side: `detailed details`.
  for (const hit of article.masked.matchAll(/(?<![\p{L}’'-])(\p{Ll}{4,})(?:ed|ing)[ \t]+(\p{Ll}{4,}?)(?:ations?|ings|ments?|ions?|s)(?![\p{L}’'-])/gu)) {
    const block = article.blocks.find(({ span }) => span[0] <= hit.index && hit.index < span[1]);
    const [one = '', other = ''] = [hit[1]?.replace(/(.)\1$/, '$1'), hit[2]];
    if (block?.kind === 'paragraph' && one.slice(0, 4) === other.slice(0, 4) && (one === other || (skeleton(one) === skeleton(other) && skeleton(one).length >= 3))) faults.push({ id: 'repeated-wording', span: [hit.index, hit.index + hit[0].length], message: `\`${hit[0]}\` says the same word twice in two forms`, help: 'keep one of them' });
  }
  return faults;
}

const ABSTRACT = '(?:context|background|terms?|perspective|precedents?|parallels?|records?|significance|backdrop)';
const BROAD = '(?:extensive|exhaustive|all-inclusive|all-encompassing|far-reaching|thorough|wide-ranging|full-scale|inclusive)';
const ACCORD = '(?:deals?|accords?|pacts?|agreements?|settlements?|treat(?:y|ies)|arrangements?)';

/** A spun form, and the term that stands in its place wherever the matter is written of. */
const SPUN: readonly (readonly [string, string])[] = [
  [`(?:ancient|antique|olden|bygone|age-old|archaic) ${ABSTRACT}`, 'historical context (or terms, record)'],
  [`${BROAD} (?:peace|tranquill?ity|harmony) ${ACCORD}`, 'comprehensive peace agreement'],
  [`${BROAD} (?:settlements?|cease-?fire|truce)`, 'comprehensive settlement'],
  [`(?:tranquill?ity|harmony|serenity|calmness) (?:${ACCORD}|talks|negotiations|process|plan)`, 'peace agreement (or talks)'],
  ['(?:safety|protection|defen[cs]e|safeguarding) (?:guarantees?|assurances?|warrant(?:y|ies)|ensures?)|security (?:warrant(?:y|ies)|sureties|ensures?)', 'security guarantee'],
  ['(?:truce|halt|stop|quit)[- ]?fires?|cease-?shooting|fire[- ]?stops?', 'ceasefire'],
  ['lines? of (?:touch|interaction|connection|encounter)|touch lines?', 'line of contact'],
  ['(?:overseas|outside|external|alien) (?:ministers?|ministry|secretary)', 'foreign minister (or ministry)'],
  ['(?:unique|particular|distinctive|exceptional) (?:envoys?|emissar(?:y|ies)|representatives? of the)|special (?:messengers?|couriers?)', 'special envoy'],
  ['secretary of (?:country|nation|the state of)', 'secretary of state'],
  ['(?:floor|land|soil|earth) troops|ground (?:troopers|crews of soldiers)', 'ground troops'],
  ['(?:regional|land|geographic(?:al)?) (?:integrity|wholeness|completeness)|territorial (?:honesty|wholeness|uprightness)', 'territorial integrity'],
  ['(?:joined|unified|united) (?:countries|states)(?= (?:security council|general assembly|charter))|joined nations', 'United Nations'],
  ['(?:european) (?:alliance|association|unification)(?= (?:commission|council|membership))', 'European Union'],
  ['(?:worldwide|global|universal) law', 'international law'],
  ['(?:captives?|inmates?|hostages?)[ -](?:trade|barter|swapping)', 'exchange of prisoners'],
  ['(?:shared|communal|group|joint) (?:defen[cs]e|protection) (?:clause|article|provision|commitment)|aggregate defen[cs]e', 'collective defence'],
  ['(?:section|clause|chapter|paragraph|passage) (?:5|five)[- ](?:like|style|type)|(?:article|section) (?:5|five)[- ](?:similar|resembling)', 'Article 5-like'],
  ['(?:full-size|full-blown|complete-scale|total-scale) (?:invasion|attack|assault)', 'full-scale invasion'],
  ['(?:alliance|union|partnership) of the (?:eager|ready|prepared|keen)|coalition of the (?:eager|ready|prepared|keen)', 'coalition of the willing'],
  ['(?:legitimate|lawful|authori[sz]ed|juridical) (?:boundaries|frontiers) (?:of the area|of the region)', 'legal borders'],
  ['(?:nuclear|atomic) (?:discouragement|prevention)', 'nuclear deterrence'],
  ['(?:petty|tiny|small) print of the guarantee', 'terms of the guarantee'],
];
const SPUN_PATTERNS = SPUN.map(([spun, term]) => [new RegExp(`(?<![\\p{L}-])(?:${spun})(?![\\p{L}-])`, 'giu'), term] as const);

/** Words that say the same: two of them side by side is one original and its substitute. */
const SAME: readonly (readonly string[])[] = [
  ['impossible', 'unachievable', 'infeasible', 'unattainable', 'unfeasible', 'unworkable', 'inconceivable', 'unthinkable'], ['difficult', 'troublesome', 'arduous', 'challenging', 'tough'], ['important', 'significant', 'crucial', 'essential', 'vital', 'pivotal'],
  ['historic', 'momentous', 'epochal', 'landmark'], ['comprehensive', 'extensive', 'exhaustive', 'all-inclusive', 'thorough'], ['illegal', 'unlawful', 'illicit'], ['robust', 'strong', 'sturdy', 'vigorous'], ['immediate', 'instant', 'prompt'], ['unacceptable', 'inadmissible', 'intolerable'],
  ['quick', 'fast', 'rapid', 'speedy', 'swift'], ['lasting', 'enduring', 'durable', 'long-lasting'], ['entire', 'whole', 'complete'], ['clear', 'evident', 'obvious'], ['new', 'fresh', 'novel'],
];
const SIDE_BY_SIDE = SAME.map((set) => new RegExp(`(?<![\\p{L}-])(${set.join('|')})(?:,? (?:and|or) |, | )(?:(?:and|or|quite|even|simply|basically) ){0,2}(${set.join('|')})(?![\\p{L}-])`, 'giu'));

export function spunWording({ text, blocks }: Article): readonly Fault[] {
  const found: Fault[] = [];
  const push = (span: Stretch, message: string, help: string): void => { if (!found.some((one) => one.span[0] < span[1] && span[0] < one.span[1])) found.push({ id: 'spun-wording', span, message, help }); };
  for (const { span: [from, to] } of blocks) {
    const words = text.slice(from, to);
    for (const [pattern, term] of SPUN_PATTERNS) for (const hit of words.matchAll(pattern)) push([from + hit.index, from + hit.index + hit[0].length], `\`${hit[0]}\` stands where a fixed term belongs`, `the term is ${term}`);
    for (const pattern of SIDE_BY_SIDE) for (const hit of words.matchAll(pattern)) if (hit[1]?.toLowerCase() !== hit[2]?.toLowerCase()) push([from + hit.index, from + hit.index + hit[0].length], `\`${hit[1] ?? ''}\` and \`${hit[2] ?? ''}\` say the same side by side, as where a synonym was put in beside the first word`, 'keep the word that was spoken or meant');
  }
  return found;
}
