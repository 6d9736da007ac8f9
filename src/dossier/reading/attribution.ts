/** Who is said to have said something in a sentence: before the verb, after it, across an apposition or a relative clause, or after `according to`. */
import { MASK, type Article, type Sentence } from './document.js';
import { CALENDAR_WORDS, DOING_FORMS, isOutlet, NEEDS_THAT, PAPERS, PLURAL_FORMS, SAYING_FORMS } from './lexicon.js';
import type { Parties } from './parties.js';
import { described, phraseAfter, phraseBefore, speaks, tokensOf, type Described, type Token } from './phrase.js';
import type { Stretch } from './shapes.js';
import { taggedWords } from './tagging.js';

export interface Attribution {
  readonly sentence: Sentence;
  /** Words that hold statement and attribution. */
  readonly span: Stretch;
  readonly who: Described;
  readonly whoSpan: Stretch;
  readonly verb: string;
  readonly verbSpan: Stretch;
  readonly kind: 'saying' | 'doing' | 'according';
}

const LONGEST = 1_500;
const MAY_SPEAK = new RegExp(`\\b(?:[Aa]ccording to|words? of|believed|quoted?|quotes|cite[sd]?|puts?|saw|sees|found|message from|(?:answer|response|verdict|view|warning) from|publish\\w*|issue[sd]|release[sd]|aired|${[...SAYING_FORMS, ...DOING_FORMS.keys()].join('|')})\\b`);
const HELPERS = /^(?:has|have|had|also|then|later|again|repeatedly|reportedly|once|since|already|just|now|earlier|himself|herself|themselves|itself|both|never|thus|too|[a-z]+ly)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;
const NOT = /^(?:not|never|nobody|cannot|to|will|would|could|can|may|might|should|must|did|do|does)$|n['’]t$/;
const AMBIGUOUS = /^(?:states?|reports?|claims?|notes?|offers?|demands?|calls?|posts?|comments?|pledges?|promises?|vows?|requests?|rules?|points?|stress|stresses|welcome|back|backs|support|supports|answers?|estimates?|signals?|hints?|tweets?|declines?|backed|reveal|thought|adds?|ask|asks|charge|disputes?|objects?|hopes?|counters?|remarks?|voices?|echo|echoes|express|highlights?|vents?|mentions?)$/;
const INVERTS = /^(?:said|says|added|adds|warned|warns|wrote|writes|explained|insisted|insists|noted|notes|replied|claimed|claims|argued|argues|stressed|concluded|continued|declared|announced|recalled|cautioned|tweeted|asked|remarked|quipped)$/;

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
    const one = attributed(tokens, at, token, parties);
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

/** `X on Friday said`, `X late on 12 May said`: the token before the words of time that end at `last`. */
function overTime(tokens: readonly Token[], last: number): number {
  let at = last;
  while (at > 0 && (CALENDAR_WORDS.has((tokens[at] as Token).text.toLowerCase()) || /^(?:\d{1,4}(?:st|nd|rd|th)?|May|morning|afternoon|evening|night|week|month|weekend|later|early|late)$/.test((tokens[at] as Token).text))) at -= 1;
  if (at === last) return last;
  const alone = /^(?:today|yesterday)$/i.test((tokens[last] as Token).text) && at === last - 1;
  const opens = /^(?:on|in|at|last|this|late|early|by)$/.test((tokens[at] as Token).text);
  if (!alone && !opens) return last;
  if (opens) at -= 1;
  while (at > 0 && /^(?:late|early|in|on)$/.test((tokens[at] as Token).text)) at -= 1;
  return at;
}

/** A verb that agrees with a plural alone, after what is no plural, is a noun (`Western support for`). */
const disagrees = (tokens: readonly Token[], at: number, subject: number): boolean => PLURAL_FORMS.has((tokens[at] as Token).text.toLowerCase()) && !/(?:[^s]s|ii|['’]s|s['’])$|^(?:people|police|men|women|media|military|both|they|we|I|you|who|them|others)$/i.test((tokens[subject] as Token).text)
  && !tokens.slice(Math.max(0, subject - 6), subject).some(({ text }) => /^(?:and|not|to|will|would|can|could|may|might|should|must|does|did|do)$/.test(text));

interface Found { readonly first: number; readonly last: number; readonly who: Described; readonly kind: Attribution['kind'] }

/** What a speaker defends by words, not by arms. */
const DEFENSIBLE = /^(?:the|a|an|his|her|their|its|this|that|\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*)*['’]s?)\b.*?\b(?:decisions?|choices?|plans?|moves?|polic(?:y|ies)|stances?|position|approach|strategy|proposals?|deals?|agreements?|drafts?|records?|offers?|steps?|refusal|handling|text|treaty|compromise|shift|concessions?)\b/u;

/** `"…," X stated in an interview`: the quote stands right before who speaks. */
function afterQuote(tokens: readonly Token[], at: number): boolean {
  let last = at - 1;
  while (last > 0 && HELPERS.test((tokens[last] as Token).text)) last -= 1;
  const first = phraseBefore(tokens, last);
  const before = tokens[first - 1]?.text ?? '';
  // `…, the ministry repeats in a note`, `as the minister repeats on every occasion`: the clause before holds what is said.
  return first > 0 && (before.startsWith(MASK) || ((before === ',' || before === 'as') && /^(?:in|at|on|to|during|by|through|via|when|before|after|last|this)$/.test(tokens[at + 1]?.text ?? '')));
}

/** A `that` near by, or further off where only the occasion stands between (`indicated at a meeting with the president that`). */
function thatAfter(tokens: readonly Token[], at: number): boolean {
  const place = tokens.slice(at + 1, at + 22).findIndex(({ text }) => text === 'that');
  if (place < 0) return false;
  if (place < 6) return true;
  const between = tokens.slice(at + 1, at + 1 + place);
  return /^(?:at|in|on|during|after|before|to|through|via|with|ahead)$/.test(between[0]?.text ?? '') && !between.some(({ text, tags }) => /^[.;:]$|^who$|^which$/.test(text) || text.startsWith(MASK) || (tags.has('Verb') && !tags.has('Gerund') && !tags.has('Participle') && /^\p{Ll}/u.test(text)));
}

function attributed(tokens: readonly Token[], at: number, token: Token, parties: Parties): Found | undefined {
  const word = token.text.toLowerCase();
  const phrase = (first: number, last: number, kind: Attribution['kind'], extra?: Described): Found | undefined => {
    if (first < 0 || last < first) return undefined;
    const words = textOf(tokens, first, last);
    // `neither government has confirmed`, `none of the envoys said`: nobody speaks.
    if (/^(?:neither|none|nobody|no)\b/i.test(words) || /^(?:neither|none)$/i.test(tokens[first - 1]?.text ?? '') || (tokens[first - 1]?.text === 'of' && /^(?:neither|none)$/i.test(tokens[first - 2]?.text ?? ''))) return undefined;
    // `what observers call …`, `whose members promised …`: no statement of anybody.
    if (/^(?:what|whose|which|whom|how|why)$/i.test(tokens[first - 1]?.text ?? '') && kind !== 'according' && !BE.test(tokens[first - 2]?.text ?? '')) return undefined;
    const who = merged(described(whosePaper(words) ?? words, parties), extra);
    return speaks(who) ? { first, last, who, kind } : undefined;
  };
  if (word === 'according' && tokens[at + 1]?.text === 'to') return phrase(at + 2, phraseAfter(tokens, at + 2), 'according');
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.text ?? '';
  // `in the words of X`, `on the word of eight people`.
  if (/^words?$/.test(word) && before?.text === 'the' && /^(?:in|on|by)$/i.test(tokens[at - 2]?.text ?? '') && next === 'of') return phrase(at + 2, phraseAfter(tokens, at + 2), 'according');
  // `…: that was the message from X`.
  if (/^(?:message|word|line|verdict|answer|response|view|warning)$/.test(word) && next === 'from' && before?.text === 'the' && BE.test(tokens[at - 2]?.text ?? '')) return phrase(at + 2, phraseAfter(tokens, at + 2), 'according');
  // `if X is to be believed`.
  if (word === 'believed' && before?.text === 'be' && tokens[at - 2]?.text === 'to' && BE.test(tokens[at - 3]?.text ?? '')) return phrase(phraseBefore(tokens, at - 4), at - 4, 'saying');
  // `published a statement by X`, `X issued a statement`: whose paper it is.
  if (/^(?:publish(?:es|ed)|issue[sd]|release[sd]|carri(?:es|ed)|aired|circulate[sd])$/.test(word) || (/^puts?$/.test(word) && next === 'out')) {
    const from = word.startsWith('put') ? at + 2 : at + 1;
    const end = phraseAfter(tokens, from);
    const words = end < from ? '' : textOf(tokens, from, end);
    const whose = whosePaper(words);
    if (whose !== undefined) return phrase(from, end, 'saying');
    if (PAPERS.has(words.split(' ').at(-1)?.toLowerCase() ?? '') && before && !NOT.test(before.text) && tokens.slice(end + 1).some(({ text }) => text.startsWith(MASK) || /^(?:saying|says|that|which|calling|:|warning|rejecting|welcoming|condemning)$/.test(text))) { let last = at - 1; while (last > 0 && HELPERS.test((tokens[last] as Token).text)) last -= 1; return phrase(phraseBefore(tokens, last), last, 'saying'); }
  }
  // `X put the share at …`.
  if (/^puts?$/.test(word) && tokens.slice(at + 2, at + 9).some(({ text }) => text === 'at') && /^(?:the|its|his|her|their|a|that)$/.test(next)) { const first = phraseBefore(tokens, at - 1); const found = phrase(first, at - 1, 'saying'); return found && (found.who.name !== undefined || found.who.partyAlone || found.who.office !== undefined) ? found : undefined; }
  // `X saw “meaningful progress”`: a verb right before a quote, of somebody named.
  if (/^(?:saw|sees|sensed|senses|found|finds|spots?|spotted)$/.test(word) && next.startsWith(MASK)) { const across = before?.text === ',' ? acrossComma(tokens, at - 1, parties, 'saying') : phrase(phraseBefore(tokens, at - 1), at - 1, 'saying'); return across && (across.who.name !== undefined || across.who.partyAlone) ? across : undefined; }
  // `the paper quoted the minister as saying`: the minister's word.
  if (/^(?:quot(?:e|es|ed)|cit(?:e|es|ed))$/.test(word)) {
    const end = phraseAfter(tokens, at + 1);
    if (end > at && tokens[end + 1]?.text === 'as' && /^(?:saying|telling|stating|warning)$/.test(tokens[end + 2]?.text ?? '')) return phrase(at + 1, end, 'saying');
  }
  if (word === 'quoted' && before && BE.test(before.text) && tokens.slice(at + 1, at + 9).some(({ text }) => text === 'saying')) return tokens[at - 2]?.text === ',' ? acrossComma(tokens, at - 2, parties, 'saying') : phrase(phraseBefore(tokens, at - 2), at - 2, 'saying');
  const doing = DOING_FORMS.has(word);
  if (!(SAYING_FORMS.has(word) || doing) || /^\p{Lu}/u.test(token.text)) return undefined;
  if ((next === 'by' && !/^(?:said|says|told|wrote|added)$/.test(word)) || next === 'to' && word === 'expected') return undefined;
  const saying = SAYING_FORMS.has(word);
  // What follows another verb of saying is what is said, not who says it.
  if (doing && !saying && tokens.slice(0, at).some(({ text }) => SAYING_FORMS.has(text) && !AMBIGUOUS.test(text))) return undefined;
  if (AMBIGUOUS.test(word) && before && (before.tags.has('Determiner') || before.tags.has('Possessive') || before.tags.has('Value') || before.tags.has('Preposition') || /['’]s$/.test(before.text) || /^(?:the|a|an|his|her|their|its|no|any|of|in|for|three|two)$/i.test(before.text))) return undefined;
  if (AMBIGUOUS.test(word) && token.tags.has('Noun') && !(before?.text === ',' || before?.tags.has('ProperNoun') || /^(?:he|she|they|it|that)$/i.test(next) || next === 'that')) return undefined;
  const direct = next === ':' || next.startsWith(MASK) || /^(?:that|how|whether)$/.test(next);
  const aside = before !== undefined && tokens.slice(0, at).some(({ text }) => text === ',' || text.startsWith(MASK)) && (next === '' || /^[.,;]$/.test(next));
  const called = /^(?:call|describe|characteri[sz]e|portray)/.test(word);
  const defends = /^(?:defend|justif)/.test(word);
  if (NEEDS_THAT.has(word) && !direct && !aside && before?.text.startsWith(MASK) !== true && !(/^(?:think|thought)/.test(word) && /^(?:the|a|an|it|he|she|they|this|its|his|her|no)$/.test(next)) && !(called && tokens[at + 2]?.text !== 'off' && /^(?:for|on|upon|it|the|this|that|him|her|them|a|an|\p{Lu})/u.test(next)) && !(defends && DEFENSIBLE.test(tokens.slice(at + 1, at + 8).map(({ text }) => text).join(' '))) && !(/^sp(?:oke|eaks?)$/.test(word) && /^(?:of|about)$/.test(next)) && !thatAfter(tokens, at) && !afterQuote(tokens, at)) return undefined;
  if (word.startsWith('decline') && next === 'to' && /^(?:comment|respond|answer|say|elaborate|give|be|confirm|discuss|touch|specify|name|provide|go|take|speak|speculate|disclose|identify)$/.test(tokens[at + 2]?.text ?? '')) return undefined;
  // What somebody wants a report says of persons; of a state it is the report's own view.
  if (/^want/.test(word) && (tokens[at - 1]?.tags.has('Preposition') || /^(?:what|who|which|that)$/i.test(tokens[at - 2]?.text ?? ''))) return undefined;
  if (/^hoped?$/.test(word) && /^(?:had|have|to|not)$/.test(before?.text ?? '')) return undefined;
  if (doing && !saying && (next === '' || /^[.,;]$/.test(next))) return undefined;
  // `would say only that`, `is said to have promised`.
  if (/^say$/.test(word) && /^(?:would|could|will)$/.test(before?.text ?? '') && next === 'only') return phrase(phraseBefore(tokens, at - 2), at - 2, 'saying');
  if (word === 'said' && before && BE.test(before.text) && next === 'to' && tokens[at + 2]?.text === 'have') return phrase(phraseBefore(tokens, at - 2), at - 2, 'saying');
  let last = at - 1;
  while (last >= 0 && HELPERS.test((tokens[last] as Token).text) && !NOT.test((tokens[last] as Token).text)) last -= 1;
  last = overTime(tokens, last);
  const prior = tokens[last];
  if (!prior || NOT.test(prior.text) || BE.test(prior.text)) return undefined;
  // After a possessive it is a noun (`the minister's remarks`).
  if (/(?:['’]s|s['’])$/.test(prior.text) && prior.text.length > 3) return undefined;
  if (/^\p{L}/u.test(prior.text) && disagrees(tokens, at, last)) return undefined;
  const kind = saying ? 'saying' as const : 'doing' as const;
  if (prior.text === ',') return acrossComma(tokens, last, parties, kind) ?? (INVERTS.test(word) ? phrase(at + 1, phraseAfter(tokens, at + 1), kind) : undefined) ?? phrase(phraseBefore(tokens, last - 1), last - 1, kind);
  if (/^[–—]$/.test(prior.text)) { const across = acrossComma(tokens, last, parties, kind); if (across) return across; }
  if (prior.text.startsWith(MASK) || /^[–—]$/.test(prior.text)) return INVERTS.test(word) ? phrase(at + 1, phraseAfter(tokens, at + 1), kind) : undefined;
  // `X thanked them but said`: the subject of the sentence is the subject of both verbs.
  if (/^(?:but|and)$/.test(prior.text)) {
    const opening = phraseAfter(tokens, 0);
    const apart = tokens[opening + 1];
    if (opening < 0 || !apart || !(apart.tags.has('Verb') || apart.text === ',') || tokens.slice(opening, last).some(({ text }) => /^(?:who|whose|which)$/.test(text))) return undefined;
    return phrase(0, opening, kind);
  }
  const together = several(tokens, last, parties, kind);
  if (together) return together;
  const relative = whoBefore(tokens, last);
  if (relative > 0) return phrase(phraseBefore(tokens, relative - 1), relative - 1, kind);
  const first = phraseBefore(tokens, last);
  const link = tokens[first - 1]?.text.toLowerCase() ?? '';
  // `the minister of X said`, `after the talks in Geneva said`: what hangs on a preposition speaks for nothing.
  if (/^(?:of|in|on|at|with|from|after|for|by|against|about|between|to)$/.test(link)) return loose(tokens, last, phrase, kind);
  return phrase(first, last, kind);
}

/** `three people briefed on the talks said`, `sources close to the delegation said`: somebody nameless at the head of the clause, with words about them before the verb. */
function loose(tokens: readonly Token[], last: number, phrase: (first: number, last: number, kind: Attribution['kind']) => Found | undefined, kind: Attribution['kind']): Found | undefined {
  let start = last;
  while (start > 0 && !/^(?:,|;|but|while|and|that|:|–|—)$/.test((tokens[start - 1] as Token).text) && !(tokens[start - 1] as Token).text.startsWith(MASK)) start -= 1;
  const end = phraseAfter(tokens, start);
  const next = tokens[end + 1];
  if (end >= last && end >= 0) { const whole = phrase(start, last, kind); return whole?.who.nameless === true ? whole : undefined; }
  if (end < 0 || !next || !(/^(?:close|familiar|with|from|at|in|near|briefed|involved|present|aware|informed|speaking)$/.test(next.text) || next.tags.has('Participle'))) return undefined;
  const found = phrase(start, end, kind);
  return found && (found.who.nameless || found.who.office !== undefined) && found.who.name === undefined ? { ...found, last, who: { ...found.who, words: textOf(tokens, start, last) } } : undefined;
}

/** `officials who asked not to be named said`: the place of a `who` whose clause has a verb of its own before this one, or -1. */
function whoBefore(tokens: readonly Token[], last: number): number {
  for (let at = last; at > 0; at -= 1) {
    const { text } = tokens[at] as Token;
    if (text === ',' || text.startsWith(MASK)) return -1;
    if (text === 'who') return tokens.slice(at + 1, last + 1).some(({ tags }) => tags.has('Verb')) ? at : -1;
  }
  return -1;
}

/** `said a statement from the ministry`, `a readout by the chancellery said`: whose paper it is. */
export function whosePaper(words: string): string | undefined {
  const hit = /^(?:(?:an?|the|one|another|its|his|her|their) )?(?:(?:joint|written|brief|short|official|separate|press|news|final|\p{L}+day) )*(\p{L}+) (?:from|by|of|issued by|released by|published by) (.+)$/iu.exec(words);
  return hit && PAPERS.has((hit[1] ?? '').toLowerCase()) ? hit[2] : undefined;
}

const SEVERAL = /(?:^|[,;:] )((?:[Tt]he )?(?:embassies|governments|ministers|foreign ministers|leaders|presidents|foreign ministries|envoys|delegations|ambassadors|defen[cs]e ministers|prime ministers|parliaments|representatives) of (?:(?:the )?\p{Lu}[\p{L} ]+, )*(?:the )?\p{Lu}[\p{L} ]+?,? and (?:the )?\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)(?: in \p{Lu}[\p{L}]+)?$/u;
/** `the embassies of A, B and C in D said`: several together. */
function several(tokens: readonly Token[], last: number, parties: Parties, kind: Attribution['kind']): Found | undefined {
  const hit = SEVERAL.exec(textOf(tokens, 0, last).replace(/ ,/g, ','));
  if (!hit) return undefined;
  const words = (hit[1] ?? '').replace(/^[Tt]he /, '');
  const named = [...new Set(parties.in(words).map(({ party }) => party))];
  if (named.length < 2) return undefined;
  const first = tokens.findIndex(({ text }) => text === words.split(' ')[0]);
  return { first, last, kind, who: { words, body: true, nameless: false, partyAlone: false, plural: true, party: `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}` } };
}

/** Somebody, then words between commas, then the verb. The nearest comma whose left side is somebody is taken. */
function acrossComma(tokens: readonly Token[], comma: number, parties: Parties, kind: Attribution['kind']): Found | undefined {
  for (let at = comma - 1, tried = 0; at > 0 && tried < 6; at -= 1) {
    if ((tokens[at] as Token).text !== (tokens[comma] as Token).text) continue;
    tried += 1;
    const inside = tokens.slice(at + 1, comma);
    const opening = inside[0]?.text.toLowerCase() ?? '';
    const relative = /^(?:who|whose|which|speaking|himself|herself|once|now|then|asked|where|along|like|among|as|in|on|at|after|during|when|a|an|the|his|her|also|however|though|meanwhile|too|instead|nonetheless|nevertheless|moreover|present|flanked|seated|standing|accompanied|joined|still|likewise|similarly|by|for|not|having|unlike|visibly|one|two|both|together|under|until|through|under|following|ahead|\d{2}|citing|referring|echoing|addressing|answering|responding|reacting|quoted|writing|appearing|whom|including|alongside|standing|arriving|leaving|returning)$/.test(opening);
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

function merged(base: Described, extra: Described | undefined): Described {
  if (!extra) return base;
  const [name, office, party] = [base.name ?? extra.name, base.office ?? extra.office, base.party ?? extra.party];
  const gender = base.gender ?? extra.gender;
  return { ...base, ...(name === undefined ? {} : { name }), ...(office === undefined ? {} : { office }), ...(party === undefined ? {} : { party }), ...(gender === undefined ? {} : { gender }), nameless: name === undefined && base.nameless, body: name === undefined && base.body };
}

const textOf = (tokens: readonly Token[], first: number, last: number): string => {
  let out = '';
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at] as Token;
    out += at > first && token.from > (tokens[at - 1] as Token).to ? ` ${token.text}` : token.text;
  }
  return out;
};

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
