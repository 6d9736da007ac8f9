/** What is said twice: a run of words that stood before, a sentence told again with a word changed, an end taken up as the next beginning, a word doubled. */
import type { Article } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';

const RUN = 8;
const SHORTEST_SENTENCE = 6;
const LONGEST_SENTENCE = 120;
/** Sentences further apart are held to a higher likeness. */
const NEIGHBOURS = 1;
const NEAR = 4;
const LIKE_NEXT = 0.66;
const LIKE_NEAR = 0.8;
const TAKEN_UP = 4;
/** So often said, it is a refrain. */
const REFRAIN = 3;
const SMALL = new Set('the a an and or but of in on at to for from by with as is are was were be been has have had it its that this these those he she they them his her their who which not no so too also'.split(' '));
/** `explain` and `explan` are one stem. */
const skeleton = (stem: string): string => stem.replace(/[aeiou]/g, '');

interface Word { readonly word: string; readonly raw: string; readonly span: Stretch; readonly small: boolean; readonly block: number; readonly quoted: boolean }

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export function repeatedWording(article: Article): readonly Fault[] {
  const words: Word[] = [];
  article.blocks.forEach(({ kind, span, quotes }, block) => {
    if (kind !== 'paragraph') return;
    let next = 0;
    for (const hit of article.text.slice(...span).matchAll(WORD)) {
      const at = span[0] + hit.index;
      while ((quotes[next]?.span[1] ?? Infinity) <= at) next += 1;
      words.push({ word: hit[0].toLowerCase(), raw: hit[0], span: [at, at + hit[0].length], small: /^\p{Ll}/u.test(hit[0]), block, quoted: (quotes[next]?.span[0] ?? Infinity) <= at });
    }
  });
  const runs = runFaults(words);
  const sentences = sentenceFaults(article, words).filter(({ span }) => !runs.some((one) => one.span[0] < span[1] && span[0] < one.span[1]));
  return [...runs, ...sentences, ...doubled(article)];
}

function runFaults(words: readonly Word[]): readonly Fault[] {
  const found: { readonly fault: Fault; readonly first: number }[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = words.slice(at, at + RUN);
    // A quote and the lead that tells the same in the report's words are two things.
    if (run[0]?.block !== run.at(-1)?.block || run.some(({ quoted }) => quoted !== run[0]?.quoted)) continue;
    const key = `${run[0]?.quoted === true ? '“' : ''}${run.map(({ word }) => word).join(' ')}`;
    const first = seen.get(key);
    if (first === undefined) { seen.set(key, at); continue; }
    if (at < first + RUN) continue;
    let length = RUN;
    while (words[at + length] && words[at + length]?.word === words[first + length]?.word && words[at + length]?.block === run[0]?.block && words[at + length]?.quoted === run[0]?.quoted) length += 1;
    // Names and offices come back whole in any report; it takes words of the writer's own.
    if (words.slice(at, at + length).filter(({ small, word }) => small && word.length > 3).length < 4) { at += length - RUN; continue; }
    const span: Stretch = [words[at]?.span[0] ?? 0, words[at + length - 1]?.span[1] ?? 0];
    found.push({ first, fault: { id: 'repeated-wording', span, related: [[words[first]?.span[0] ?? 0, words[first + length - 1]?.span[1] ?? 0]], message: `the same ${length} words stand in the text before`, help: 'say it once' } });
    at += length - 1;
  }
  const times = new Map<number, number>();
  for (const { first } of found) times.set(first, (times.get(first) ?? 0) + 1);
  return found.filter(({ first }) => (times.get(first) ?? 0) < REFRAIN - 1).map((one) => one.fault);
}

/** Sentences of the report's own, or of one speech, each held against the few before it. */
function sentenceFaults(article: Article, words: readonly Word[]): readonly Fault[] {
  const faults: Fault[] = [];
  let next = 0;
  const sentences = article.blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ sentences: all }) => all).map(({ span }) => {
    const own: Word[] = [];
    while ((words[next]?.span[0] ?? Infinity) < span[0]) next += 1;
    while ((words[next]?.span[1] ?? Infinity) <= span[1]) { own.push(words[next] as Word); next += 1; }
    return { span, words: own };
  });
  sentences.forEach((one, index) => {
    const quoted = one.words.some((word) => word.quoted);
    for (let back = 1; back <= NEAR && index - back >= 0; back += 1) {
      const before = sentences[index - back];
      if (!before || quoted || before.words.some((word) => word.quoted)) continue;
      const taken = back === 1 ? takenUp(before.words, one.words) : undefined;
      if (taken) { faults.push(fault(taken, before.span, 'the sentence begins with the words the last one ended with')); break; }
      if (one.words.length > LONGEST_SENTENCE || before.words.length > LONGEST_SENTENCE || one.words.length < SHORTEST_SENTENCE || before.words.length < SHORTEST_SENTENCE || !saysAgain(before.words, one.words, back <= NEIGHBOURS ? LIKE_NEXT : LIKE_NEAR)) continue;
      faults.push(fault(one.span, before.span, 'the sentence says again, in nearly the same words, what another one said just before'));
      break;
    }
  });
  return faults;
}

const fault = (span: Stretch, related: Stretch, message: string): Fault => ({ id: 'repeated-wording', span, related: [related], message, help: 'say it once' });
const told = (words: readonly Word[]): readonly Word[] => words.filter(({ word }) => !SMALL.has(word));

function takenUp(before: readonly Word[], after: readonly Word[]): Stretch | undefined {
  for (let length = Math.min(before.length, after.length - 1, 14); length >= TAKEN_UP; length -= 1) {
    const run = after.slice(0, length);
    if (run.every(({ word }, at) => before[before.length - length + at]?.word === word) && told(run).filter(({ small }, at) => small || at === 0).length >= 3) return [run[0]?.span[0] ?? 0, run.at(-1)?.span[1] ?? 0];
  }
  return undefined;
}

/** Alike in words and order, and what differs is no contrast: no other name, number or rank on either side, and no negation on one. */
function saysAgain(before: readonly Word[], after: readonly Word[], threshold: number): boolean {
  const [a, b] = [before.map(({ word }) => word), after.map(({ word }) => word)];
  const kept = commonOf(a, b);
  const shared = kept.map(([at]) => before[at]).filter((one): one is Word => one !== undefined);
  const whole = kept.length === Math.min(a.length, b.length);
  if (inOtherOrder(before, after)) return true;
  if (told(shared).length < 3 || ((2 * kept.length) / (a.length + b.length) < threshold && !(whole && told(shared).length >= 4))) return false;
  const [left, right] = [before.filter((_, at) => !kept.some(([one]) => one === at)), after.filter((_, at) => !kept.some(([, one]) => one === at))];
  if (left.some(({ word }) => NEGATION.test(word)) !== right.some(({ word }) => NEGATION.test(word))) return false;
  return !(left.some((one) => contrasts(one, before)) && right.some((one) => contrasts(one, after))) && !sharplyPaired(left, right, before, after);
}

const LEAST_IN_OTHER_ORDER = 4;
/** The same words of weight, turned round. */
function inOtherOrder(before: readonly Word[], after: readonly Word[]): boolean {
  const [a, b] = [told(before), told(after)];
  const [left, right] = [a.filter(({ word }) => !b.some((one) => one.word === word)), b.filter(({ word }) => !a.some((one) => one.word === word))];
  const common = a.length - left.length;
  return common >= LEAST_IN_OTHER_ORDER && common / (common + left.length + right.length) >= LIKE_NEAR && left.length + right.length <= 2 && (left.length === 0 || right.length === 0) && ![...left, ...right].some(({ word }) => NEGATION.test(word)) && ![...left, ...right].some((one) => contrasts(one, left.includes(one) ? before : after)) && before.some(({ word }) => NEGATION.test(word)) === after.some(({ word }) => NEGATION.test(word));
}

const NEGATION = /^(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|refused|failed)$|n['’]t$/;
const contrasts = ({ raw, small, word }: Word, sentence: readonly Word[]): boolean => (!small && sentence[0]?.raw !== raw) || /\d/.test(word) || (!small && /^\p{Lu}/u.test(raw) && !SMALL.has(word)) || /^(?:first|second|third|fourth|fifth|last|former|latter|one|two|three|four|five|six|seven|eight|nine|ten|both|other|another|north|south|east|west|northern|southern|eastern|western|before|after|then|now|today|yesterday|tomorrow|more|less|men|women|day|night|old|new|we|you|i|he|she|they|it)$/.test(word);
/** One thing for another: `the road to the port … the road to the station …`. A verb for a verb is only another word. */
const sharplyPaired = (left: readonly Word[], right: readonly Word[], before: readonly Word[], after: readonly Word[]): boolean => told(left).length === told(right).length && told(left).length > 0 && told(left).length <= 2
  && told(left).some((one, at) => { const other = told(right)[at]; return other !== undefined && !alike(one.word, other.word) && isThing(one, before) && isThing(other, after); });
const isThing = (one: Word, sentence: readonly Word[]): boolean => /^(?:the|a|an|of|in|at|to|for|on|by|with|from|his|her|their|its|and|no|any)$/.test(sentence[sentence.indexOf(one) - 1]?.word ?? 'the');
const alike = (one: string, other: string): boolean => one.slice(0, 4) === other.slice(0, 4) || one.startsWith(other.charAt(0)) && (one.startsWith(other) || other.startsWith(one) || skeleton(one) === skeleton(other));

/** Longest common subsequence, as pairs of places. */
function commonOf(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) (table[i] as Uint16Array)[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) { pairs.push([i, j]); i += 1; j += 1; } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i += 1; else j += 1;
  }
  return pairs;
}

function doubled(article: Article): readonly Fault[] {
  const faults: Fault[] = [];
  const inParagraph = (at: number): boolean => article.blocks.find(({ span }) => span[0] <= at && at < span[1])?.kind === 'paragraph';
  for (const hit of article.masked.matchAll(/(?<![\p{L}'’-])(\p{L}{2,})[ \t]+(\1)(?![\p{L}'’-])/giu)) {
    const [, one = '', other = ''] = hit;
    if (!inParagraph(hit.index) || /^(?:had|that|very|long|her|is|no|bye|ha|so|many|far|now|there|well|yes|blah|hear|who)$/i.test(one)) continue;
    // A name may be doubled (`Sing Sing`); a sentence's first word is one only where both are written large.
    if (/^\p{Lu}/u.test(other)) continue;
    faults.push({ id: 'repeated-wording', span: [hit.index, hit.index + hit[0].length], message: `\`${one}\` stands twice`, help: 'take one out' });
  }
  for (const hit of article.masked.matchAll(/(?<![\p{L}'’-])(\p{L}{2,} \p{Ll}{2,}) \1(?![\p{L}'’-])/giu)) {
    const [one = '', other = ''] = (hit[1] ?? '').toLowerCase().split(' ');
    if (!inParagraph(hit.index) || one === other || /^(?:and|or|by|after|upon|for|step|day|year|side)$/.test(one) || /^(?:and|or|by|after|to|upon|for)$/.test(other)) continue;
    faults.push({ id: 'repeated-wording', span: [hit.index, hit.index + hit[0].length], message: `\`${hit[1] ?? ''}\` stands twice`, help: 'take one out' });
  }
  // One stem twice, side by side: `detailed details`.
  for (const hit of article.masked.matchAll(/(?<![\p{L}’'-])(\p{Ll}{4,})(?:ed|ing)[ \t]+(\p{Ll}{4,}?)(?:ations?|ings|ments?|ions?|s)(?![\p{L}’'-])/gu)) {
    const [one = '', other = ''] = [hit[1]?.replace(/(.)\1$/, '$1'), hit[2]];
    if (inParagraph(hit.index) && one.slice(0, 4) === other.slice(0, 4) && (one === other || (skeleton(one) === skeleton(other) && skeleton(one).length >= 3))) faults.push({ id: 'repeated-wording', span: [hit.index, hit.index + hit[0].length], message: `\`${hit[0]}\` says the same word twice in two forms`, help: 'keep one of them' });
  }
  return faults;
}
