/** What is said in an attribution, and how it is introduced: before the speaker, after, or on both sides. */
import type { Attribution } from './attribution.js';
import { MASK, type Article } from './document.js';

const WITHIN_CONTENT = /\b(?:would|will|could|can|cannot|may|might|should|must|has|have|had|is|was|were|are|did|does|\p{Ll}{3,}(?:ded|ted|ked|ced|sed|ved|ned|red|led|med|ped|yed))\b/u;

const FINITE_WORD = /\b(?:would|will|could|can|cannot|may|might|should|must|shall|has|have|had|is|was|were|are|did|does|do|\p{Ll}{2,}ed)\b/u;
const OPENS = /^(?:(?:\p{Lu}\p{L}+ly|Meanwhile|However|Instead|Still),\s)?(?:In|On|At|During|After|Before|Following|Amid|Ahead|Under|With|Without|Despite|For|By|From|To|Through|Since|Until|Within|Against|Among|Between|Beyond|Earlier|Later|Meanwhile|Asked|Pressed|Flanked|Joined|Citing|Hours|Days|Weeks|Minutes|\p{Lu}\p{Ll}{2,}ing)\b/u;
/** Words before the speaker that set the scene (`During a joint press conference in London, `), where what is said comes after. */
function opensOnly(lead: string, rest: string): boolean {
  if (!OPENS.test(lead) || /["“”]/.test(lead)) return false;
  const more = rest.match(/\p{L}+/gu)?.length ?? 0;
  return /^\s*(?:that\b|:|,?\s*["“])/.test(rest) || (more >= 4 && (!WITHIN_CONTENT.test(lead) || /^[^,]*,\s*$/.test(lead) && !/\b(?:will|would|can|cannot|must|should|shall|may)\b/.test(lead)));
}

/** What is said, the attribution from its verb on, and the whole attribution. */
export function contentOf({ text, masked }: Article, { span, whoSpan, verbSpan, kind }: Attribution): readonly [content: string, tail: string, whole: string] {
  const start = Math.min(whoSpan[0], verbSpan[0]);
  const end = kind === 'according' ? whoSpan[1] : Math.max(verbSpan[1], whoSpan[1] > verbSpan[1] && whoSpan[0] < verbSpan[1] + 3 ? whoSpan[1] : verbSpan[1]);
  const lead = text.slice(span[0], start);
  const rest = text.slice(end, span[1]);
  const bare = lead.replace(/^\p{Lu}[\p{L}.,/ ]{1,40}\s[–—-]\s/u, '');
  const opening = /^(?:(?:In|On|At|During) (?:an?|the|his|her|X\b|telegram|facebook|social media|truth social)\b|Speaking\b)[^,]{0,90},\s*$/i.test(lead);
  const whole = text.slice(opening ? span[0] : start, span[1]);
  const post = /[,"”’'»]\s*$/.test(lead) && (lead.match(/\p{L}+/gu)?.length ?? 0) >= 3 && !opensOnly(bare.trimStart(), rest);
  // `Soldiers from there, she added, would not be admitted.`
  if (post) return [`${lead}${/["“]/.test(rest) || !/["“”’']/.test(lead) && !FINITE_WORD.test(lead) ? rest : ''}`, text.slice(verbSpan[0], span[1]), whole];
  const candidate = /^[^"“‘]{0,110}?\bthat\b/.exec(masked.slice(end, span[1]).replaceAll(MASK, '"'));
  // A `that` after a finite verb hangs on a noun of what is said, not on the verb of saying.
  const that = candidate && !/,\s*(?:and |but )?\p{Ll}+ing that$/u.test(candidate[0]) && !WITHIN_CONTENT.test(candidate[0].replace(/\b(?:a|an|the|his|her|their)\s(?:\p{Ll}+\s)?\p{Ll}+ed\b/gu, '')) ? candidate : null;
  const content = that ? rest.slice(that[0].length) : rest.replace(/^\s*(?:reporters|journalists)\b/, '').replace(/^\s*(?:\p{Lu}[\p{L}]*\s){1,3}(?=(?:he|she|it|they|we|his|her|the|a)\s)/u, '');
  const tail = text.slice(verbSpan[0], that ? end + that[0].length : Math.min(span[1], end + 120));
  return [content.trim() === '' ? lead : content, tail, whole];
}
