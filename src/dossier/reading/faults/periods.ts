/** Periods and the order of days: what ends before it begins, lasts longer than its own days, happened after the report, or has two dates. */
import { MASK, type Article } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';
import { A_MONTH, dateOf, daysNamed, monthLength, MONTHS, numberOf, placed, soleYear, type NamedDay } from './dates.js';

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ');
const YEARS = /\b(?:from|between) (?<from>(?:19|20)\d{2}) (?:to|until|till|through|and) (?<to>(?:19|20)\d{2})\b/gi;
const MONTHS_OF_YEARS = new RegExp(`\\b(?:from|between) (?:(?:early|mid|late)[ -])?(?<m1>${A_MONTH}) (?<y1>\\d{4}) (?:to|until|till|through|and) (?:(?:early|mid|late)[ -])?(?<m2>${A_MONTH}) (?<y2>\\d{4})\\b`, 'giu');
const LENGTH = /\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)[ -](days?|weeks?)\b/gi;
const BEGINS = /\b(?:begin|start|open|enter(?:s|ed|ing)? into force|take(?:s|n)? effect|took effect|launch|kick)\w*\b[^.;]{0,30}$/i;
const ENDS = /\b(?:end|expire|close|finish|conclude|run(?:s|ning)? out|lapse|complete)\w*\b[^.;]{0,30}$/i;
const HAPPENED = /\b(?:met|signed|said|told|adopted|agreed|took place|finished|began|arrived|was (?:signed|adopted|held|published|agreed)|were (?:signed|adopted|held|published))\b(?:(?!\bto\b)[^.;,]){0,60}\b(?:on|of) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$/i;
const WILL = /\b(?:will|is to|are to|is due to|are due to|is set to|is scheduled for|is planned for)\b[^.;,]{0,60}\b(?:on|for|until|by) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$/i;

export function periodFaults(article: Article): readonly Fault[] {
  const { text } = article;
  const today = dateOf(article);
  const [now, sole] = [today === undefined ? undefined : numberOf(today), soleYear(text)];
  const at = (day: NamedDay): number | undefined => placed(day, now, sole);
  const faults: Fault[] = [...yearFaults(text)];
  const sentences = article.blocks.flatMap(({ kind, span, sentences: parts }): readonly Stretch[] => (kind === 'row' ? [span] : parts.map((one) => one.span)));
  for (const [from, to] of sentences) {
    const words = text.slice(from, to);
    const days = daysNamed(words);
    const there = ([a, b]: Stretch): Stretch => [from + a, from + b];
    days.forEach((day, index) => {
      if (day.last !== undefined && day.last < day.day) faults.push(reversed(there(day.span), words.slice(...day.span)));
      const next = days[index + 1];
      if (next && isPeriod(words, day, next) && endsFirst(day, next)) faults.push(reversed(there([day.span[0], next.span[1]]), words.slice(day.span[0], next.span[1])));
      else if (next && BEGINS.test(words.slice(days[index - 1]?.span[1] ?? 0, day.span[0])) && ENDS.test(words.slice(day.span[1], next.span[0])) && endsFirst(day, next)) faults.push(reversed(there([day.span[0], next.span[1]]), words.slice(day.span[0], next.span[1])));
      if (now === undefined || day.year === undefined) return;
      const value = at(day);
      const before = article.masked.slice(from, from + day.span[0]);
      if (value === undefined || before.includes(MASK) || article.masked[from + day.span[0]] === MASK) return;
      if (value > now + 1 && HAPPENED.test(before) && !/\b(?:will|would|to be|may|might|could|should|if|until|by)\b/i.test(before.slice(-90))) faults.push({ id: 'calendar-contradiction', span: there(day.span), message: `it is told as past, and ${words.slice(...day.span)} lies after the report's own date, ${today ?? ''}`, help: 'correct the date, or say that it is planned' });
      if (value < now - 1 && WILL.test(before)) faults.push({ id: 'calendar-contradiction', span: there(day.span), message: `it is told as to come, and ${words.slice(...day.span)} lies before the report's own date, ${today ?? ''}`, help: 'correct the date, or say that it has passed' });
    });
    const length = lengthFault(words, days, at);
    if (length) faults.push({ ...length, span: there(length.span) });
  }
  return [...faults, ...twoDates(article, sentences, at)];
}

const reversed = (span: Stretch, words: string): Fault => ({ id: 'calendar-contradiction', span, message: `\`${words.replace(/\s+/g, ' ')}\` ends before it begins`, help: 'correct one of the two dates' });

/** `from A to B`, `between A and B`, `A – B`. */
function isPeriod(words: string, one: NamedDay, other: NamedDay): boolean {
  const [before, between] = [words.slice(0, one.span[0]), words.slice(one.span[1], other.span[0])];
  const opened = /\b(?:from|between|starting|running|valid|beginning)(?: on)?(?: (?:\p{L}+day),?)? (?:the )?$/iu.test(before);
  return /^,? ?(?:[–—-]|to|until|till|through)(?: (?:\p{L}+day),?)? ?(?:the )?$/iu.test(between) ? opened || /^ ?[–—-] ?$/.test(between) : opened && /\bbetween\b[^.]{0,20}$/i.test(before) && /^,? and(?: (?:\p{L}+day),?)? (?:the )?$/iu.test(between);
}

/** Without years a period may run over the end of one; one that would then last nearly a year is taken for turned round, but for whole years and months. */
function endsFirst(one: NamedDay, other: NamedDay): boolean {
  const [a, b] = [one.month * 31 + (one.last ?? one.day), other.month * 31 + other.day];
  if (one.year !== undefined && other.year !== undefined) return one.year > other.year || (one.year === other.year && a > b);
  if (a <= b) return false;
  const wholeMonths = one.day === 1 && other.day === monthLength(other.month, other.year);
  return !wholeMonths && a - b !== 1 && a - b < 3 * 31;
}

function yearFaults(text: string): readonly Fault[] {
  const years = [...text.matchAll(YEARS)].filter(({ groups }) => Number(groups?.['from']) > Number(groups?.['to']));
  const month = (word: string | undefined): number => MONTHS.findIndex((one) => one.startsWith((word ?? '').toLowerCase().slice(0, 3)));
  const months = [...text.matchAll(MONTHS_OF_YEARS)].filter(({ groups = {} }) => Number(groups['y1']) * 12 + month(groups['m1']) > Number(groups['y2']) * 12 + month(groups['m2']));
  return [...years, ...months].map((hit) => reversed([hit.index, hit.index + hit[0].length], hit[0]));
}

/** `a three-day truce, from 4 to 9 May`: one stretch of time and one period in the sentence. */
function lengthFault(words: string, days: readonly NamedDay[], at: (day: NamedDay) => number | undefined): Fault | undefined {
  const lengths = [...words.matchAll(LENGTH)];
  const [hit] = lengths;
  if (lengths.length !== 1 || !hit || /\b(?:within|every|after|before|more than|at least|up to|less than|than|first|last|next|about|some|nearly|another)\s(?:the )?$/i.test(words.slice(0, hit.index)) || /^ (?:ago|later|earlier|before|after|from|notice)\b/.test(words.slice(hit.index + hit[0].length))) return undefined;
  const start = days.length > 2 ? days.findIndex((each, index) => { const next = days[index + 1]; return next !== undefined && isPeriod(words, each, next); }) : 0;
  const [one, other] = days.slice(start, start + 2);
  const period = days.length === 1 && one?.last !== undefined ? [one.day, one.last] as const : one && other && isPeriod(words, one, other) ? [at(one), at(other)] as const : undefined;
  if (!period || period[0] === undefined || period[1] === undefined || !one || period[1] < period[0]) return undefined;
  if (!/\b(?:from|between)\b[^.]{0,24}$|, $/i.test(words.slice(0, one.span[0]))) return undefined;
  const count = (COUNTS.indexOf((hit[1] ?? '').toLowerCase()) + 1 || Number(hit[1])) * (/^week/i.test(hit[2] ?? '') ? 7 : 1);
  const lasts = period[1] - period[0];
  // Counted with or without its first day, and a day of travel more or less.
  if (lasts + 2 >= count && lasts - 1 <= count) return undefined;
  const span: Stretch = [Math.min(hit.index, one.span[0]), Math.max(hit.index + hit[0].length, (other ?? one).span[1])];
  return { id: 'calendar-contradiction', span, message: `\`${hit[0]}\` does not fit \`${words.slice(one.span[0], (other ?? one).span[1])}\`, which is ${lasts + 1} days`, help: 'correct the length or one of the dates' };
}

const OCCASION = /\b(?<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th) (?<what>round|session|summit|meeting|sitting|phase|deadline|vote|hearing|conference)\b/gi;
const PAPER = /\b(?<which>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?<what>[Mm]emorandum|[Dd]eclaration|[Tt]reaty|[Pp]rotocol|[Aa]ccords?|[Cc]ommuniqu[eé]|[Cc]harter)\b/gu;
const SIGNED = /\b(?:signed|adopted|initialled|initialed|concluded|of|dated)\b/i;
const MOVED = /\b(?:postpone\w*|moved?|moving|reschedul\w*|instead|originally|brought forward|delay\w*|first set|earlier date|put off|resum\w*|continu\w*|force|ratif\w*|amend\w*|extend\w*)\b/i;

/** The same numbered session, or the same paper signed, on two different days. */
function twoDates({ text, blocks }: Article, sentences: readonly Stretch[], at: (day: NamedDay) => number | undefined): readonly Fault[] {
  const rows = new Set(blocks.filter(({ kind }) => kind === 'row').map(({ span }) => span[0]));
  const told = new Map<string, { readonly day: NamedDay; readonly span: Stretch; readonly words: string }>();
  const faults: Fault[] = [];
  for (const [from, to] of sentences) {
    if (rows.has(from)) continue;
    const words = text.slice(from, to);
    const days = daysNamed(words);
    const [day] = days;
    const occasions = [...[...words.matchAll(OCCASION)].map((hit) => ({ hit, paper: false })), ...[...words.matchAll(PAPER)].map((hit) => ({ hit, paper: true }))];
    const [occasion] = occasions;
    if (!day || !occasion || days.length !== 1 || occasions.length !== 1 || MOVED.test(words)) continue;
    if (occasion.paper && !SIGNED.test(words.slice(Math.min(occasion.hit.index, day.span[0]), Math.max(occasion.hit.index, day.span[1])))) continue;
    const key = `${occasion.hit.groups?.['which'] ?? ''} ${occasion.hit.groups?.['what'] ?? ''}`.toLowerCase();
    const first = told.get(key);
    if (!first) { told.set(key, { day, span: [from, to], words: words.slice(...day.span) }); continue; }
    const [a, b] = [at(first.day), at(day)];
    const same = a !== undefined && b !== undefined ? Math.abs(a - b) <= Math.max((first.day.last ?? first.day.day) - first.day.day, (day.last ?? day.day) - day.day) : first.day.month === day.month && (first.day.day === day.day || first.day.last === day.day || day.last === first.day.day);
    // More than a season apart, it is another series.
    if (same || (a !== undefined && b !== undefined && Math.abs(a - b) > 120)) continue;
    faults.push({ id: 'calendar-contradiction', span: [from + day.span[0], from + day.span[1]], related: [first.span], message: `the text gives the ${key} two dates: \`${first.words}\` before, and \`${words.slice(...day.span)}\` here`, help: 'correct the one that is wrong' });
  }
  return faults;
}

