/** Which verbs attribute in their place: forms that may be nouns, verbs that want more than their form, helpers and words of time before them. */
import { MASK } from './document.js';
import { CALENDAR_WORDS, DOING_FORMS, NEEDS_THAT, PLURAL_FORMS, SAYING_FORMS } from './lexicon.js';
import { phraseBefore, type Token } from './phrase.js';

export const HELPERS = /^(?:has|have|had|also|then|later|again|repeatedly|reportedly|once|since|already|just|now|earlier|himself|herself|themselves|itself|both|never|thus|too|[a-z]+ly)$/;
export const BE = /^(?:is|are|was|were|be|been|being)$/;
export const NOT = /^(?:not|never|nobody|cannot|to|will|would|could|can|may|might|should|must|did|do|does)$|n['’]t$/;
export const AMBIGUOUS = /^(?:states?|reports?|claims?|notes?|offers?|demands?|calls?|posts?|comments?|pledges?|promises?|vows?|requests?|rules?|points?|stress|stresses|welcome|back|backs|support|supports|answers?|estimates?|signals?|hints?|tweets?|declines?|backed|reveal|thought|adds?|ask|asks|charge|disputes?|objects?|hopes?|counters?|remarks?|voices?|echo|echoes|express|highlights?|vents?|mentions?)$/;
export const INVERTS = /^(?:said|says|added|adds|warned|warns|wrote|writes|explained|insisted|insists|noted|notes|replied|claimed|claims|argued|argues|stressed|concluded|continued|declared|announced|recalled|cautioned|tweeted|asked|remarked|quipped)$/;


/** `X on Friday said`, `X late on 12 May said`: the token before the words of time that end at `last`. */
export function overTime(tokens: readonly Token[], last: number): number {
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
export const disagrees = (tokens: readonly Token[], at: number, subject: number): boolean => PLURAL_FORMS.has((tokens[at] as Token).text.toLowerCase()) && !/(?:[^s]s|ii|['’]s|s['’])$|^(?:people|police|men|women|media|military|both|they|we|I|you|who|them|others)$/i.test((tokens[subject] as Token).text)
  && !tokens.slice(Math.max(0, subject - 6), subject).some(({ text }) => /^(?:and|not|to|will|would|can|could|may|might|should|must|does|did|do)$/.test(text));

/** What a speaker defends by words, not by arms. */
const DEFENSIBLE = /^(?:the|a|an|his|her|their|its|this|that|\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*)*['’]s?)\b.*?\b(?:decisions?|choices?|plans?|moves?|polic(?:y|ies)|stances?|position|approach|strategy|proposals?|deals?|agreements?|drafts?|records?|offers?|steps?|refusal|handling|text|treaty|compromise|shift|concessions?)\b/u;

/** The token before a verb and its helpers (`has repeatedly said`). */
export function beforeHelpers(tokens: readonly Token[], at: number): number {
  let last = at - 1;
  while (last > 0 && HELPERS.test((tokens[last] as Token).text)) last -= 1;
  return last;
}

/** `"…," X stated in an interview`: the quote stands right before who speaks. */
function afterQuote(tokens: readonly Token[], at: number): boolean {
  const first = phraseBefore(tokens, beforeHelpers(tokens, at));
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

/** A verb of saying, or one by which saying it is doing it, that attributes where it stands. */
export function attributes(tokens: readonly Token[], at: number): 'saying' | 'doing' | undefined {
  const token = tokens[at] as Token;
  const word = token.text.toLowerCase();
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.text ?? '';
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
  return saying ? 'saying' : 'doing';
}
