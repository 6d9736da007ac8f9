/** Days that cannot all be: days in no calendar, weekdays beside dates, weekdays beside days counted from today or from one another. */
import type { Article } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';
import { capital, dateOf, daysNamed, monthLength, numberOf, placed, soleYear, WEEKDAYS, weekdayOf } from './dates.js';
import { periodFaults } from './periods.js';

export { dateOf } from './dates.js';

const COUNTS: Readonly<{ [word: string]: number }> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, a: 1 };
const COUNT = '(?:\\d|one|two|three|four|five|six)';
const DAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const OFFSET = `((?:(?:current|today[’']?s|present|publication|posting|article|report|this) (?:date|day)|today)(?:\\s*(?:[–—−+-]|minus|plus)\\s*${COUNT}(?: days?)?)?(?=\\s*[\\])}])|today|yesterday|tomorrow|(?:the )?day before yesterday|(?:the )?day after tomorrow|(?:${COUNT}|a) days? ago|in ${COUNT} days?|${COUNT} days from now)`;
const GAP = '[\\s,({\\[–—:=-]{1,4}(?:(?:on|a|that is|i\\.e\\.|being|which (?:is|was)|just|only|exactly|barely) ){0,2}';
const BESIDE = new RegExp(`\\b${DAY}\\b${GAP}${OFFSET}\\b|\\b${OFFSET}\\b${GAP}${DAY}\\b(?!['’]s)`, 'gi');
/** `yesterday's session, on Thursday`. */
const OF_THE_DAY = new RegExp(`\\b(yesterday|today|tomorrow)['’]s (?:[\\p{L}-]+ ){0,2}[\\p{L}-]+(?:,? on|,) ${DAY}\\b(?!['’]s)`, 'giu');
const BEFORE_DATE = new RegExp(`\\b${DAY},? (?:the )?$`, 'i');
/** `the day after Monday, on Thursday`; `on Thursday, two days after Monday's talks`. */
const STEP = `(?:the|a|one|${COUNT}) days? (?:after|before)`;
const AFTER_A_DAY = new RegExp(`\\b(?<step>${STEP}) (?:the |its |their )?(?<base>${DAY.slice(1, -1)})(?:['’]s)?(?: (?!and |but |or )[\\p{L}-]+){0,3}?(?:, (?:on |a |that is,? (?:on )?|namely (?:on )?)?| \\()(?<other>${DAY.slice(1, -1)})\\b(?!['’]s)|\\b(?<other2>${DAY.slice(1, -1)}),? (?<step2>${STEP}) (?:the |its |their )?(?<base2>${DAY.slice(1, -1)})\\b`, 'giu');
/** `the next day, Thursday` after a sentence with a day of its own. */
const LATER = new RegExp(`\\b(?:(?<next>the (?:next|following) day|a day later)|(?<prior>the (?:previous day|day before)|a day earlier)|(?<count>${COUNT}) days (?<way>later|earlier))(?:, (?:on |a )?| \\(| on | – )(?<day>${DAY.slice(1, -1)})\\b(?!['’]s)`, 'giu');

interface Day { readonly span: Stretch; readonly weekday: number; readonly offset: number; readonly words: string }

export function calendarFaults(article: Article): readonly Fault[] {
  return [...dateFaults(article), ...countedFaults(article), ...stepFaults(article), ...periodFaults(article)];
}

function dateFaults(article: Article): readonly Fault[] {
  const { text } = article;
  const today = dateOf(article);
  const [now, sole] = [today === undefined ? undefined : numberOf(today), soleYear(text)];
  return daysNamed(text).flatMap((one): readonly Fault[] => {
    const { span, year, month, day, last } = one;
    const words = text.slice(...span);
    const most = monthLength(month, year);
    const over = [day, last ?? 1].find((value) => value < 1 || value > most);
    if (over !== undefined) {
      // `the 45 March protests`: a count.
      if (over > 31 && !/\b(?:on|from|until|till|by|of|dated|since|before|after|between|and|to|day,?)\s(?:the )?$/i.test(text.slice(Math.max(0, span[0] - 14), span[0])) && year === undefined) return [];
      return over > 60 ? [] : [{ id: 'calendar-contradiction', span, message: `there is no such day as \`${words}\``, help: 'look the date up' }];
    }
    const named = BEFORE_DATE.exec(text.slice(Math.max(0, span[0] - 20), span[0]));
    const after = year === undefined && named === null ? /^ ?(?:\(a |\(|, a )((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i.exec(text.slice(span[1], span[1] + 16)) : null;
    const weekday = (named ?? after)?.[1]?.toLowerCase();
    if (weekday === undefined || (last !== undefined && named === null)) return [];
    // A year of its own in the sentence (`on Sunday, 28 June, that year`, `in 1914`) is another one's.
    if (year === undefined && yearsNear(article, span).some((near) => near !== (now === undefined ? sole : new Date(now * 86_400_000).getUTCFullYear()))) return [];
    const at = placed(one, now, sole);
    if (at === undefined || WEEKDAYS[weekdayOf(at)] === weekday) return [];
    const where = year === undefined ? `\`${words}\` is a ${capital(WEEKDAYS[weekdayOf(at)] ?? '')} in ${new Date(at * 86_400_000).getUTCFullYear()}` : `\`${words}\` was a ${capital(WEEKDAYS[weekdayOf(at)] ?? '')}`;
    return [{ id: 'calendar-contradiction', span: [span[0] - (named?.[0].length ?? 0), span[1] + (after?.[0].length ?? 0)], message: `${where}, and the text makes it a ${capital(weekday)}`, help: 'correct the weekday or the date' }];
  });
}

function yearsNear({ text, blocks }: Article, [from, to]: Stretch): readonly number[] {
  const sentence = blocks.flatMap(({ sentences }) => sentences).find(({ span }) => span[0] <= from && to <= span[1]);
  return sentence ? [...text.slice(...sentence.span).matchAll(/(?<![\d,.-])(?:1[89]|20)\d{2}(?!\d|,\d|-\d)/g)].map(([year]) => Number(year)) : [];
}

function countedFaults(article: Article): readonly Fault[] {
  const faults: Fault[] = [];
  const today = dateOf(article);
  const days = countedIn(article.text);
  const anchor = today === undefined ? undefined : weekdayOf(numberOf(today));
  days.forEach((one, index) => {
    const implied = todayBy(one);
    if (anchor !== undefined && today !== undefined) {
      if (implied !== anchor) faults.push({ id: 'calendar-contradiction', span: one.span, message: `\`${one.words}\` makes today a ${capital(WEEKDAYS[implied] ?? '')}, and the report is dated ${today}, a ${capital(WEEKDAYS[anchor] ?? '')}`, help: 'write dates in place of days counted from today' });
      return;
    }
    const other = days.slice(0, index).find((before) => todayBy(before) !== implied);
    if (other) faults.push({ id: 'calendar-contradiction', span: one.span, related: [other.span], message: `\`${one.words}\` makes today a ${capital(WEEKDAYS[implied] ?? '')}, and \`${other.words}\` makes it a ${capital(WEEKDAYS[todayBy(other)] ?? '')}`, help: 'write dates in place of days counted from today' });
  });
  // A contradiction of both with the report's day, side by side, is one slip.
  return faults.filter((one, index) => !(index > 0 && one.span[0] - (faults[index - 1]?.span[1] ?? 0) < 40 && !/[.!?]/.test(article.text.slice(faults[index - 1]?.span[1] ?? 0, one.span[0]))));
}

const todayBy = ({ weekday, offset }: Day): number => (((weekday - offset) % 7) + 7) % 7;

function countedIn(text: string): readonly Day[] {
  const beside = [...text.matchAll(BESIDE)].map((hit): Day => ({ span: [hit.index, hit.index + hit[0].length], weekday: WEEKDAYS.indexOf((hit[1] ?? hit[4] ?? '').toLowerCase()), offset: offsetOf((hit[2] ?? hit[3] ?? '').toLowerCase()), words: hit[0].replace(/\s+/g, ' ') }));
  const ofTheDay = [...text.matchAll(OF_THE_DAY)].map((hit): Day => ({ span: [hit.index, hit.index + hit[0].length], weekday: WEEKDAYS.indexOf((hit[2] ?? '').toLowerCase()), offset: offsetOf((hit[1] ?? '').toLowerCase()), words: hit[0] }));
  return [...beside, ...ofTheDay.filter(({ span }) => !beside.some((one) => one.span[0] < span[1] && span[0] < one.span[1]))].sort((a, b) => a.span[0] - b.span[0]);
}

function offsetOf(words: string): number {
  if (words === 'today') return 0;
  if (words === 'yesterday') return -1;
  if (words === 'tomorrow') return 1;
  if (words.includes('before yesterday')) return -2;
  if (words.includes('after tomorrow')) return 2;
  // `current date – 2 days`, `today + 1`.
  const counted = /([–—−+-]|minus|plus)\s*(\d|one|two|three|four|five|six)/.exec(words);
  const word = counted?.[2] ?? /(\d|one|two|three|four|five|six|a) days?/.exec(words)?.[1] ?? '0';
  const count = COUNTS[word] ?? Number(word);
  return words.endsWith('ago') || (counted && counted[1] !== '+' && counted[1] !== 'plus') ? -count : count;
}

/** Weekdays counted from one another. */
function stepFaults({ text, blocks }: Article): readonly Fault[] {
  const at = (day: string | undefined): number => WEEKDAYS.indexOf((day ?? '').toLowerCase());
  const fault = (span: Stretch, words: string, should: number, is: number): readonly Fault[] => (is === ((should % 7) + 7) % 7 ? [] : [{ id: 'calendar-contradiction', span, message: `\`${words.replace(/\s+/g, ' ')}\` cannot be: that day is a ${capital(WEEKDAYS[((should % 7) + 7) % 7] ?? '')}`, help: 'correct one of the two days' }]);
  const direct = [...text.matchAll(AFTER_A_DAY)].flatMap((hit) => {
    const groups = hit.groups as { readonly [name: string]: string | undefined };
    const step = (groups['step'] ?? groups['step2'] ?? '').toLowerCase();
    const word = step.split(' ')[0] ?? '';
    const count = (COUNTS[word] ?? (word === 'the' ? 1 : Number(word))) * (step.endsWith('before') ? -1 : 1);
    return fault([hit.index, hit.index + hit[0].length], hit[0], at(groups['base'] ?? groups['base2']) + count, at(groups['other'] ?? groups['other2']));
  });
  const later = blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ span: [from, to] }) => {
    const words = text.slice(from, to);
    return [...words.matchAll(LATER)].flatMap((hit) => {
      const { next, prior, count, way, day } = hit.groups as { readonly [name: string]: string | undefined };
      const before = [...words.slice(Math.max(0, hit.index - 240), hit.index).matchAll(new RegExp(`\\b${DAY}\\b`, 'gi'))].at(-1)?.[1];
      if (before === undefined) return [];
      const step = next !== undefined ? 1 : prior !== undefined ? -1 : (COUNTS[(count ?? '').toLowerCase()] ?? Number(count)) * (way?.toLowerCase() === 'earlier' ? -1 : 1);
      return fault([from + hit.index, from + hit.index + hit[0].length], hit[0], at(before) + step, at(day));
    });
  });
  return [...direct, ...later];
}

