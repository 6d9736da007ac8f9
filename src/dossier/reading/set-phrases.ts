/** Turns of phrase that attribute without a verb of saying beside its subject: `according to`, `in the words of`, `issued a statement`, `was quoted as saying`, `is said to have`. */
import { MASK } from './document.js';
import { PAPERS } from './lexicon.js';
import type { Parties } from './parties.js';
import { phraseAfter, phraseBefore, type Token } from './phrase.js';
import { acrossComma, speakerAt, textOf, whosePaper, type Found, type Kind } from './subjects.js';
import { BE, beforeHelpers, NOT } from './verbs.js';

export function setPhrase(tokens: readonly Token[], at: number, parties: Parties): Found | undefined {
  const word = (tokens[at] as Token).text.toLowerCase();
  const speaker = (first: number, last: number, kind: Kind): Found | undefined => speakerAt(tokens, first, last, kind, parties);
  if (word === 'according' && tokens[at + 1]?.text === 'to') return speaker(at + 2, phraseAfter(tokens, at + 2), 'according');
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.text ?? '';
  // `in the words of X`, `on the word of eight people`.
  if (/^words?$/.test(word) && before?.text === 'the' && /^(?:in|on|by)$/i.test(tokens[at - 2]?.text ?? '') && next === 'of') return speaker(at + 2, phraseAfter(tokens, at + 2), 'according');
  // `…: that was the message from X`.
  if (/^(?:message|word|line|verdict|answer|response|view|warning)$/.test(word) && next === 'from' && before?.text === 'the' && BE.test(tokens[at - 2]?.text ?? '')) return speaker(at + 2, phraseAfter(tokens, at + 2), 'according');
  // `if X is to be believed`.
  if (word === 'believed' && before?.text === 'be' && tokens[at - 2]?.text === 'to' && BE.test(tokens[at - 3]?.text ?? '')) return speaker(phraseBefore(tokens, at - 4), at - 4, 'saying');
  // `published a statement by X`, `X issued a statement`: whose paper it is.
  if (/^(?:publish(?:es|ed)|issue[sd]|release[sd]|carri(?:es|ed)|aired|circulate[sd])$/.test(word) || (/^puts?$/.test(word) && next === 'out')) {
    const from = word.startsWith('put') ? at + 2 : at + 1;
    const end = phraseAfter(tokens, from);
    const words = end < from ? '' : textOf(tokens, from, end);
    const whose = whosePaper(words);
    if (whose !== undefined) return speaker(from, end, 'saying');
    if (PAPERS.has(words.split(' ').at(-1)?.toLowerCase() ?? '') && before && !NOT.test(before.text) && tokens.slice(end + 1).some(({ text }) => text.startsWith(MASK) || /^(?:saying|says|that|which|calling|:|warning|rejecting|welcoming|condemning)$/.test(text))) { const last = beforeHelpers(tokens, at); return speaker(phraseBefore(tokens, last), last, 'saying'); }
  }
  // `X put the share at …`.
  if (/^puts?$/.test(word) && tokens.slice(at + 2, at + 9).some(({ text }) => text === 'at') && /^(?:the|its|his|her|their|a|that)$/.test(next)) { const first = phraseBefore(tokens, at - 1); const found = speaker(first, at - 1, 'saying'); return found && (found.who.name !== undefined || found.who.partyAlone || found.who.office !== undefined) ? found : undefined; }
  // `X saw “meaningful progress”`: a verb right before a quote, of somebody named.
  if (/^(?:saw|sees|sensed|senses|found|finds|spots?|spotted)$/.test(word) && next.startsWith(MASK)) { const across = before?.text === ',' ? acrossComma(tokens, at - 1, parties, 'saying') : speaker(phraseBefore(tokens, at - 1), at - 1, 'saying'); return across && (across.who.name !== undefined || across.who.partyAlone) ? across : undefined; }
  // `the paper quoted the minister as saying`: the minister's word.
  if (/^(?:quot(?:e|es|ed)|cit(?:e|es|ed))$/.test(word)) {
    const end = phraseAfter(tokens, at + 1);
    if (end > at && tokens[end + 1]?.text === 'as' && /^(?:saying|telling|stating|warning)$/.test(tokens[end + 2]?.text ?? '')) return speaker(at + 1, end, 'saying');
  }
  if (word === 'quoted' && before && BE.test(before.text) && tokens.slice(at + 1, at + 9).some(({ text }) => text === 'saying')) return tokens[at - 2]?.text === ',' ? acrossComma(tokens, at - 2, parties, 'saying') : speaker(phraseBefore(tokens, at - 2), at - 2, 'saying');
  // `would say only that`, `is said to have promised`.
  if (/^say$/.test(word) && /^(?:would|could|will)$/.test(before?.text ?? '') && next === 'only') return speaker(phraseBefore(tokens, at - 2), at - 2, 'saying');
  if (word === 'said' && before && BE.test(before.text) && next === 'to' && tokens[at + 2]?.text === 'have') return speaker(phraseBefore(tokens, at - 2), at - 2, 'saying');
  return undefined;
}
