/** Figures: a count that changes with time and carries no date, and one that the dossier's dated facts have overtaken. */
import { MASK } from '../document.js';
import type { KnownFact, Fault, Stretch } from '../shapes.js';
import { dateOf, datesIn } from './dates.js';
import type { Evidence } from './index.js';

const SCALE: Readonly<{ [word: string]: number }> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const SPELT: Readonly<{ [word: string]: number }> = { ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const NUMBER = new RegExp(`(?<![\\p{L}\\d.,/-])(?:[$€£])?(?:(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?:[\\s-](hundred|thousand|million|billion|trillion)s?)?|(${Object.keys(SPELT).join('|')})[\\s-](thousand|million|billion))(?![\\d\\p{L}]|[.,]\\d|-\\d)\\s?(%|percent|per cent)?`, 'giu');
/** What is counted and does not stay the same. */
const COUNTED = /^(?:[\p{L}-]+\s){0,3}(?:people|persons|civilians|soldiers|troops|dead|deaths|lives|casualties|killed|wounded|injured|refugees|residents|inhabitants|children|households|families|homes|houses|prisoners|detainees|missiles|drones|tanks|vehicles|mines|dollars|euros|pounds|roubles|rubles|hryvnias?|kilomet(?:re|er)s|hectares|villages|settlements|attacks|violations|victims|fighters|men|women|servicemen|personnel|displaced|square)\b/iu;
const DATED_WORDS = /\b(?:(?:19|20)\d{2}|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|this (?:week|month|year)|last (?:week|month|year|night|spring|summer|autumn|winter)|as of|so far this|a year ago|at the end of|next (?:week|month|year)|in may|by may|of may)\b/i;
const PLANNED = /\b(?:would|will|could|may|might|should|must|plans? to|to be|if|up to|at least|per year|a year|each year)\b/i;

interface Figure { readonly span: Stretch; readonly value: number; readonly unit: string; readonly sentence: Stretch; readonly words: string }

export function figureFaults(evidence: Evidence, facts: readonly KnownFact[]): readonly Fault[] {
  const figures = figuresOf(evidence);
  const stale = figures.flatMap((one) => staleness(evidence, one, facts));
  const undated = figures.filter((one) => !stale.some(({ span }) => span[0] === one.span[0]) && isUndated(evidence, one)).map(({ span, words }): Fault => ({ id: 'undated-figure', span, message: `\`${words}\` is a count that changes, and no date says as of when`, help: 'add the day it holds for, and whose count it is' }));
  return [...stale, ...undated];
}

function figuresOf({ article }: Evidence): readonly Figure[] {
  return article.blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ sentences }) => sentences).flatMap(({ span }) => {
    const words = article.text.slice(...span);
    const dates = datesIn(words);
    return [...words.matchAll(NUMBER)].flatMap((hit) => {
      const [from, to] = [hit.index, hit.index + hit[0].trimEnd().length];
      if (dates.some((date) => date.span[0] <= from && from < date.span[1]) || /\b(?:article|articles|chapter|section|protocol|paragraph|page|no\.|room|resolution|level)\s$/i.test(words.slice(0, from))) return [];
      const digits = hit[1] === undefined ? SPELT[(hit[3] ?? '').toLowerCase()] ?? NaN : Number(hit[1].replace(/,/g, ''));
      const value = digits * (SCALE[(hit[2] ?? hit[4] ?? '').toLowerCase()] ?? 1);
      const rest = words.slice(to).trimStart();
      const money = /^[$€£]/.test(hit[0]);
      const percent = hit[5] !== undefined;
      const noun = COUNTED.exec(rest)?.[0];
      const scaled = hit[2] !== undefined || hit[4] !== undefined;
      if (!Number.isFinite(value) || (!money && !percent && noun === undefined && !scaled && !/,\d{3}/.test(hit[0]))) return [];
      if (/^\d{4}$/.test(hit[1] ?? '') && value > 1500 && value < 2200 && noun === undefined) return [];
      if (/^(?:days?|hours?|years?|weeks?|months?|minutes?)\b/.test(rest)) return [];
      const end = noun === undefined ? to : to + (words.length - to - rest.length - (words.slice(to).length - words.slice(to).trimStart().length)) * 0 + (words.slice(to).length - rest.length) + noun.length;
      return [{ span: [span[0] + from, span[0] + end] as const, value, unit: percent ? 'percent' : money ? 'money' : (noun ?? '').toLowerCase(), sentence: span, words: words.slice(from, end) }];
    });
  });
}

function isUndated({ article, statements }: Evidence, { span, sentence, value }: Figure): boolean {
  if (value < 10) return false;
  // Within what somebody says on a day, the day is that of the saying.
  if (statements.some((one) => one.span[0] < span[1] && span[0] < one.span[1]) || article.masked.slice(...span).includes(MASK)) return false;
  const words = article.text.slice(...sentence).replace(article.text.slice(...span), ' ');
  return !hasDay(words) && !PLANNED.test(words);
}

/** `since 2014` says when counting began, not when it ended. */
const hasDay = (words: string): boolean => DATED_WORDS.test(words.replace(/\b(?:since|from)\s+(?:the\s+)?(?:\w+\s){0,3}?(?:\d{4}|\w+day)\b/gi, ' ').replace(/\bMarch(?=ed|ing)/g, ' '));

const SMALL = new Set('the a an of and or to in for on by with from under its their at as was is were people since'.split(' '));
const topicOf = (fact: KnownFact): ReadonlySet<string> => new Set([...(fact.about ?? []), fact.name].flatMap((one) => one.match(/[\p{L}]+|\d{4}/gu) ?? []).map(stem).filter((one) => !SMALL.has(one) && one.length > 2));
const SAME: Readonly<{ [word: string]: string }> = { dead: 'kill', death: 'kill', life: 'kill', live: 'kill', casualty: 'kill', casualtie: 'kill', died: 'kill', die: 'kill', lost: 'kill', claimed: 'kill', troop: 'soldier', civilian: 'civilian', war: 'conflict', fighting: 'conflict', donbas: 'eastern', donetsk: 'eastern', luhansk: 'eastern' };
const stem = (word: string): string => { const bare = word.toLowerCase().replace(/(?:ed|ing|s)$/, ''); return SAME[word.toLowerCase()] ?? SAME[bare] ?? bare; };
const rangeOf = (fact: KnownFact): Stretch | undefined => (fact.value !== undefined ? [fact.value, fact.value] : fact.low !== undefined || fact.high !== undefined ? [fact.low ?? fact.high ?? 0, fact.high ?? fact.low ?? 0] : undefined);
/** `about 14,000` for 14,200. */
const ROUNDING = 0.03;

function staleness({ article }: Evidence, figure: Figure, facts: readonly KnownFact[]): readonly Fault[] {
  const words = article.text.slice(...figure.sentence);
  const there = new Set((words.match(/[\p{L}]+|\d{4}/gu) ?? []).map(stem));
  const candidates = facts.flatMap((fact) => {
    const range = rangeOf(fact);
    if (!range || !unitsFit(fact.unit ?? '', figure.unit, there)) return [];
    const topic = topicOf(fact);
    if (topic.has('civilian') !== there.has('civilian')) return [];
    const shared = [...topic].filter((word) => there.has(word)).length;
    return shared >= 2 ? [{ fact, range, shared }] : [];
  }).sort((a, b) => b.shared - a.shared || (a.fact.asOf < b.fact.asOf ? 1 : -1));
  const most = candidates[0]?.shared ?? 0;
  const near = candidates.filter(({ shared }) => shared >= most - 1);
  if (near.length === 0) return [];
  const within = ([low, high]: Stretch): boolean => figure.value >= low * (1 - ROUNDING) && figure.value <= high * (1 + ROUNDING);
  const current = near.find(({ fact, range }) => fact.supersededBy === undefined && within(range))?.fact;
  if (current) {
    // The right count of a day long gone, told as if it were today's.
    const today = dateOf(article) ?? facts.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
    const old = Date.parse(today) - Date.parse(current.asOf) > 366 * 86_400_000;
    return old && !hasDay(words.replace(figure.words, ' ')) ? [{ id: 'stale-figure', span: figure.span, message: `\`${figure.words}\` is the count as of ${current.asOf}${current.source === undefined ? '' : ` (${current.source})`}, and the text gives it without that day`, help: `say that it holds for ${current.asOf}, and add what is known since` }] : [];
  }
  const overtaken = near.find(({ fact, range }) => fact.supersededBy !== undefined && within(range))?.fact;
  const newer = near.map(({ fact }) => fact).find(({ id }) => id === overtaken?.supersededBy) ?? near.map(({ fact }) => fact).filter(({ supersededBy }) => supersededBy === undefined)[0];
  // Of another order altogether: another count, not an old one.
  const range = newer && rangeOf(newer);
  if (!newer || !range || (!overtaken && (figure.value < range[0] / 20 || figure.value > range[1] * 3))) return [];
  // A figure that names its own day, before the newer count's, is dated rather than stale.
  const told = datesIn(words).map(({ year, month, day }) => `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (told.some((day) => day < newer.asOf) && /\b(?:as of|by|on|until|up to|at the end of)\b/i.test(words)) return [];
  const figures = range[0] === range[1] ? grouped(range[0]) : `${grouped(range[0])} to ${grouped(range[1])}`;
  return [{ id: 'stale-figure', span: figure.span, message: `\`${figure.words}\` is not the latest count: ${figures} as of ${newer.asOf}${newer.source === undefined ? '' : ` (${newer.source})`}`, help: `give the count of ${newer.asOf}, or say as of when the older one holds` }];
}

const PEOPLE = /people|person|civilian|soldier|troop|dead|death|live|casualt|kill|wounded|victim|men|women|inhabitant|resident/;
const unitsFit = (unit: string, ours: string, there: ReadonlySet<string>): boolean => {
  const word = unit.toLowerCase();
  if (word === '') return true;
  if (/percent|%/.test(word)) return ours === 'percent';
  if (ours === 'percent' || ours === 'money') return false;
  if (PEOPLE.test(word)) return PEOPLE.test(ours) || (ours === '' && there.has('kill'));
  return ours.includes(word.replace(/s$/, ''));
};
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
