/** Who is said to have said something in a sentence: before the verb, after it, across an apposition or a relative clause, or after `according to`. */
import { MASK, type Article, type Sentence } from './document.js';
import { DOING_FORMS, isOutlet, SAYING_FORMS } from './lexicon.js';
import type { Parties } from './parties.js';
import { phraseAfter, phraseBefore, tokensOf, type Described, type Token } from './phrase.js';
import { setPhrase } from './set-phrases.js';
import type { Stretch } from './shapes.js';
import { acrossComma, loose, several, speakerAt, whoBefore, type Found, type Kind } from './subjects.js';
import { taggedWords } from './tagging.js';
import { attributes, BE, disagrees, HELPERS, INVERTS, NOT, overTime } from './verbs.js';

export interface Attribution {
  readonly sentence: Sentence;
  /** Words that hold statement and attribution. */
  readonly span: Stretch;
  readonly who: Described;
  readonly whoSpan: Stretch;
  readonly verb: string;
  readonly verbSpan: Stretch;
  readonly kind: Kind;
}

const LONGEST = 1_500;
const MAY_SPEAK = new RegExp(`\\b(?:[Aa]ccording to|words? of|believed|quoted?|quotes|cite[sd]?|puts?|saw|sees|found|message from|(?:answer|response|verdict|view|warning) from|publish\\w*|issue[sd]|release[sd]|aired|${[...SAYING_FORMS, ...DOING_FORMS.keys()].join('|')})\\b`);
export function attributionsIn(article: Article, sentence: Sentence, parties: Parties): readonly Attribution[] {
  const [from, to] = sentence.span;
  const masked = article.masked.slice(from, to);
  if (masked.length > LONGEST || !MAY_SPEAK.test(masked)) return [];
  // The report's own question attributes nothing.
  if (/\?\s*$/.test(masked) && !masked.includes(MASK)) return [];
  const tags = new Map(taggedWords(masked.replaceAll(MASK, ' ')).map((word) => [word.from, word.tags]));
  const tokens = tokensOf(masked, tags);
  const found: Attribution[] = [];
  tokens.forEach((token, at) => {
    const one = attributed(tokens, at, parties);
    if (!one) return;
    const [first, last] = [tokens[one.first] as Token, tokens[one.last] as Token];
    found.push({ sentence, span: sentence.span, who: one.who, whoSpan: [from + first.from, from + last.to], verb: token.text.toLowerCase(), verbSpan: [from + token.from, from + token.to], kind: one.kind });
  });
  const sayings = found.filter(({ kind }) => kind !== 'doing');
  // Of deeds the first counts, and one more of the same subject by pronoun (`he rejects it, and he wants …`).
  if (sayings.length === 0) return parted(article, found.filter(({ who }, at) => at === 0 || (at === 1 && who.pronoun !== undefined)));
  // A deed before a saying counts beside it where a clause of its own ends between them.
  const [first] = sayings as [Attribution];
  const before = found.filter(({ kind, verbSpan, whoSpan }) => kind === 'doing' && verbSpan[1] < first.whoSpan[0] && whoSpan[0] < verbSpan[0] && /(?:;|, (?:while|but|whereas|though)) (?:the )?$/.test(article.masked.slice(verbSpan[1], first.whoSpan[0]))).slice(0, 1);
  return parted(article, [...before, ...sayings]);
}

function attributed(tokens: readonly Token[], at: number, parties: Parties): Found | undefined {
  const found = setPhrase(tokens, at, parties);
  if (found) return found;
  const kind = attributes(tokens, at);
  if (kind === undefined) return undefined;
  const word = (tokens[at] as Token).text.toLowerCase();
  const speaker = (first: number, last: number): Found | undefined => speakerAt(tokens, first, last, kind, parties);
  let last = at - 1;
  while (last >= 0 && HELPERS.test((tokens[last] as Token).text) && !NOT.test((tokens[last] as Token).text)) last -= 1;
  last = overTime(tokens, last);
  const prior = tokens[last];
  if (!prior || NOT.test(prior.text) || BE.test(prior.text)) return undefined;
  // After a possessive it is a noun (`the minister's remarks`).
  if (/(?:['’]s|s['’])$/.test(prior.text) && prior.text.length > 3) return undefined;
  if (/^\p{L}/u.test(prior.text) && disagrees(tokens, at, last)) return undefined;
  if (prior.text === ',') return acrossComma(tokens, last, parties, kind) ?? (INVERTS.test(word) ? speaker(at + 1, phraseAfter(tokens, at + 1)) : undefined) ?? speaker(phraseBefore(tokens, last - 1), last - 1);
  if (/^[–—]$/.test(prior.text)) { const across = acrossComma(tokens, last, parties, kind); if (across) return across; }
  if (prior.text.startsWith(MASK) || /^[–—]$/.test(prior.text)) return INVERTS.test(word) ? speaker(at + 1, phraseAfter(tokens, at + 1)) : undefined;
  // `X thanked them but said`: the subject of the sentence is the subject of both verbs.
  if (/^(?:but|and)$/.test(prior.text)) {
    const opening = phraseAfter(tokens, 0);
    const apart = tokens[opening + 1];
    if (opening < 0 || !apart || !(apart.tags.has('Verb') || apart.text === ',') || tokens.slice(opening, last).some(({ text }) => /^(?:who|whose|which)$/.test(text))) return undefined;
    return speaker(0, opening);
  }
  const together = several(tokens, last, parties, kind);
  if (together) return together;
  const relative = whoBefore(tokens, last);
  if (relative > 0) return speaker(phraseBefore(tokens, relative - 1), relative - 1);
  const first = phraseBefore(tokens, last);
  const link = tokens[first - 1]?.text.toLowerCase() ?? '';
  // `the minister of X said`, `after the talks in Geneva said`: what hangs on a preposition speaks for nothing.
  if (/^(?:of|in|on|at|with|from|after|for|by|against|about|between|to)$/.test(link)) return loose(tokens, last, kind, parties);
  return speaker(first, last);
}

const PARTERS = /,? (?:but|while|whereas|though|although|and) |; | [–—] /g;

/** Several in one sentence each have their part where a conjunction parts them; one that stands within what another says is that one's content. */
function parted(article: Article, found: readonly Attribution[]): readonly Attribution[] {
  const kept: Attribution[] = [];
  for (const one of found) {
    const before = kept.at(-1);
    if (!before) { kept.push(one); continue; }
    // `the agency reported that the minister warned`: what an outlet carries of somebody is that one's word.
    if (isOutlet(before.who.words) && !isOutlet(one.who.words) && one.whoSpan[0] > before.verbSpan[1]) { kept[kept.length - 1] = { ...one, span: before.span }; continue; }
    const between: Stretch = [Math.max(before.verbSpan[1], before.whoSpan[1]), Math.min(one.whoSpan[0], one.verbSpan[0])];
    const cuts = [...article.masked.slice(between[0], between[1] + 1).matchAll(PARTERS)].filter((cut) => !/^ and $/.test(cut[0]) || between[0] + cut.index + cut[0].length >= one.whoSpan[0]);
    const cut = cuts.at(-1);
    // `X called it a risk and repeated that …`: one subject, two sayings.
    const second = one.whoSpan[0] === before.whoSpan[0] ? /(,? (?:and|but) )(?:\p{Ll}+ly |also |then |later )?$/u.exec(article.masked.slice(before.verbSpan[1], one.verbSpan[0])) : null;
    if (second && before.kind !== 'according') {
      const at = before.verbSpan[1] + second.index;
      kept[kept.length - 1] = { ...before, span: [before.span[0], at] };
      kept.push({ ...one, span: [at + (second[1] ?? '').length, one.span[1]], whoSpan: [one.verbSpan[0], one.verbSpan[0]] });
      continue;
    }
    // `A had assured B …, the spokesman maintained.`: who stands at the end of the sentence says all of it.
    const closes = /^[^\p{L}]*$/u.test(article.masked.slice(Math.max(one.verbSpan[1], one.whoSpan[1]), one.sentence.span[1])) && /[,▒]\s*(?:the |a |an )?$/.test(article.masked.slice(before.verbSpan[1], Math.min(one.whoSpan[0], one.verbSpan[0])));
    if (!cut && one.kind !== 'according' && closes && before.verb.endsWith('ed') && !article.masked.slice(before.whoSpan[1], before.verbSpan[0]).includes(MASK) && /\b(?:had|has|have|would)\b/.test(article.masked.slice(before.whoSpan[1], before.verbSpan[0]))) { kept[kept.length - 1] = { ...one, span: before.span }; continue; }
    // `X told Y so, according to people who were there`: theirs is the word, unless X is quoted.
    if (!cut && one.kind === 'according' && (one.who.nameless || before.kind === 'doing') && !article.masked.slice(...one.sentence.span).includes(MASK)) kept[kept.length - 1] = { ...one, span: before.span };
    if (!cut) continue;
    const at = between[0] + cut.index;
    kept[kept.length - 1] = { ...before, span: [before.span[0], at] };
    kept.push({ ...one, span: [at + cut[0].length, one.span[1]] });
  }
  return kept;
}
