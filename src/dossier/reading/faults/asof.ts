/** Whether words say as of when something holds: days, months, years and the like in them, and the clause they count for. */
import type { Stretch } from '../shapes.js';
import { A_MONTH } from './dates.js';

export const DATED_WORDS = new RegExp(`(?<![\\d,.])(?:19|20)\\d{2}(?!\\d|,\\d)|(?<!\\p{L})${A_MONTH}(?!\\p{L})|\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|overnight|this (?:week|month|year|morning|evening|spring|summer|autumn|winter)|last (?:week|month|year|night|spring|summer|autumn|winter)|as of|so far this|(?:a|one|two|three|several) (?:days?|weeks?|months?|years?) ago|at the end of|next (?:week|month|year|spring|summer|autumn|winter)|that (?:day|night|week|month|year)|by then|at the time)\\b`, 'iu');

/** From the conjunction or mark before the figure to the one after it. */
export function clauseAround(text: string, [from, to]: Stretch, span: Stretch): string {
  const [before, after] = [text.slice(from, span[0]), text.slice(span[1], to)];
  const cut = [...before.matchAll(/[;:–]|, (?:and|but|while|which|who|whereas|though|although|as|of which)\b| (?:while|whereas|but) /g)].at(-1);
  const end = after.search(/[;:–]|, (?:and|but|while|which|who|whereas|though|although|as|was|were|is|are|has|had)\b| (?:while|whereas|but) /);
  return `${cut ? before.slice(cut.index + cut[0].length) : before} # ${end < 0 ? after : after.slice(0, end)}`;
}

const BEGINNING = new RegExp(`\\bsince\\s+(?:the\\s+)?(?:[\\p{L}\\d-]+\\s){0,6}?(?:\\d{4}|\\p{L}+day)\\b|\\bfrom\\s+(?:(?:the|early|mid|late|spring|summer|autumn|winter|end|beginning|of|in|\\d{1,2}|${A_MONTH})\\s)*(?:\\d{4}|\\p{L}+day)\\b`, 'giu');
/** `since 2014` says when counting began, not when it ended. */
export const withoutBeginnings = (words: string): string => words.replace(BEGINNING, ' ').replace(/\b(?:founded|established|built|created|born|launched|began|begun|started|broke out|erupted|opened|dates? (?:from|back to)|annexed|invaded|joined|applied)(?: [\p{L}’'-]+){0,4}? (?:in|on|early in|late in) (?:\d{1,2} )?(?:\p{L}+ )?(?:\d{1,2}, )?\d{4}\b/giu, ' ');
export const hasDay = (words: string): boolean => DATED_WORDS.test(withoutBeginnings(words).replace(/\bMarch(?=ed|ing)|\b[Mm]ay (?=\p{Ll})/gu, ' '));
