/** A figure held against dated facts on the same matter: overtaken by a later count, right for a day long gone and told without it, or other than the count of the very day the text names. */
import type { Fault, KnownFact, Stretch } from '../shapes.js';
import { A_MONTH, dateOf, datesIn, isoOf, monthLength, MONTHS } from './dates.js';
import { clauseAround, hasDay, withoutBeginnings } from './asof.js';
import type { Evidence } from './index.js';
import type { Figure } from './numbers.js';

const SMALL = new Set('the a an of and or to in for on by with from under its their at as was is were people since who whose that which'.split(' '));
const SAME: Readonly<{ [word: string]: string }> = {
  dead: 'kill', death: 'kill', life: 'kill', live: 'kill', casualty: 'kill', casualtie: 'kill', died: 'kill', die: 'kill', lost: 'kill', claimed: 'kill', fatalitie: 'kill', fatality: 'kill', slain: 'kill', troop: 'soldier', servicemen: 'soldier', civilian: 'civilian', noncombatant: 'civilian', war: 'conflict', fighting: 'conflict', hostilitie: 'conflict',
  donbas: 'eastern', donbass: 'eastern', donetsk: 'eastern', luhansk: 'eastern', east: 'eastern', state: 'member', countrie: 'member', country: 'member', nation: 'member', ally: 'member', allie: 'member', capital: 'member', government: 'member', refugee: 'flee', refuge: 'flee', fled: 'flee', flight: 'flee', displaced: 'flee', displac: 'flee', uprooted: 'flee', evacuee: 'flee', came: 'flee', arriv: 'flee',
  control: 'hold', controll: 'hold', held: 'hold', occupi: 'hold', occupie: 'hold', occupied: 'hold', occupy: 'hold', seized: 'hold', seiz: 'hold', territorie: 'territory', territory: 'territory', land: 'territory', soil: 'territory', area: 'territory', russia: 'russian', moscow: 'russian', ukraine: 'ukrainian', kyiv: 'ukrainian', alliance: 'alliance', nato: 'alliance',
};
const stem = (word: string): string => { const bare = word.toLowerCase().replace(/(?:ed|ing|s)$/, ''); return SAME[word.toLowerCase()] ?? SAME[bare] ?? bare; };
const stems = (text: string): readonly string[] => (text.match(/[\p{L}]+|\d{4}/gu) ?? []).map(stem);
const topicOf = (fact: KnownFact): ReadonlySet<string> => new Set([...(fact.about ?? []), fact.name].flatMap(stems).filter((one) => !SMALL.has(one) && one.length > 2));
const rangeOf = (fact: KnownFact): Stretch | undefined => (fact.value !== undefined ? [fact.value, fact.value] : fact.low !== undefined || fact.high !== undefined ? [fact.low ?? fact.high ?? 0, fact.high ?? fact.low ?? 0] : undefined);
/** `about 14,000` for 14,200. */
const ROUNDING = 0.03;
/** Members of a body are counted one by one. */
const COUNTED_EXACTLY = 100;

interface Candidate { readonly fact: KnownFact; readonly range: Stretch; readonly shared: number }

export function staleness({ article }: Evidence, figure: Figure, facts: readonly KnownFact[]): readonly Fault[] {
  const words = article.text.slice(...figure.sentence);
  const there = new Set(stems(words));
  const clause = nearOf(article.text, figure);
  const candidates = facts.flatMap((fact): readonly Candidate[] => {
    const range = rangeOf(fact);
    if (!range || !unitsFit(fact.unit ?? '', figure, there)) return [];
    const topic = topicOf(fact);
    if (topic.has('civilian') !== clause.has('civilian')) return [];
    // A share of a region is none of the country's.
    if (figure.unit === 'percent' && A_PART.test(article.text.slice(Math.max(figure.sentence[0], figure.span[0] - 60), Math.min(figure.sentence[1], figure.span[1] + 25))) && !A_PART.test(fact.name)) return [];
    const shared = [...topic].filter((word) => there.has(word)).length;
    if (MEMBERS.test(fact.unit ?? '') && !isTheWholeOf(figure, range, article.text)) return [];
    return shared >= 2 ? [{ fact, range, shared }] : [];
  }).sort((a, b) => b.shared - a.shared || (a.fact.asOf < b.fact.asOf ? 1 : -1));
  const most = candidates[0]?.shared ?? 0;
  const near = candidates.filter(({ shared }) => shared >= most - 1);
  if (near.length === 0) return [];
  const within = ([low, high]: Stretch): boolean => { const most = figure.unit !== 'percent' && high < COUNTED_EXACTLY ? 0 : ROUNDING; return figure.value >= low * (1 - most) && figure.value <= high * (1 + most); };
  // The text names a day for which a count is known.
  const told = periodsIn(clauseAround(article.text, figure.sentence, figure.span));
  const ofThatDay = near.filter(({ fact }) => told.some(([from, to]) => from <= fact.asOf && fact.asOf <= to));
  if (ofThatDay.length > 0) {
    const [known] = ofThatDay;
    if (!known || ofThatDay.some(({ range }) => within(range)) || beyond(figure, known.range)) return [];
    return [{ id: 'stale-figure', span: figure.span, message: `\`${figure.words}\` contradicts the count of the day it is given for: ${shown(known.range)} as of ${known.fact.asOf}${sourceOf(known.fact)}`, help: `give the count of ${known.fact.asOf}, or say whose count this is` }];
  }
  const overtakenBy = (fact: KnownFact): KnownFact | undefined => facts.find(({ id }) => id === fact.supersededBy) ?? near.map((one) => one.fact).filter((other) => other.asOf > fact.asOf && isSameMatter(other, fact)).sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
  const current = near.find(({ fact, range }) => overtakenBy(fact) === undefined && within(range))?.fact;
  if (current) {
    // The right count of a day long gone, told as if it were today's.
    const today = dateOf(article) ?? facts.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
    const old = figure.unit === 'percent' || rangeOf(current)?.[1] === undefined || (rangeOf(current)?.[1] ?? 0) >= COUNTED_EXACTLY ? Date.parse(today) - Date.parse(current.asOf) > 366 * 86_400_000 : false;
    return old && !hasDay(words.replace(figure.words, ' ')) ? [{ id: 'stale-figure', span: figure.span, message: `\`${figure.words}\` is the count as of ${current.asOf}${sourceOf(current)}, and the text gives it without that day`, help: `say that it holds for ${current.asOf}, and add what is known since` }] : [];
  }
  const overtaken = near.find(({ fact, range }) => overtakenBy(fact) !== undefined && within(range))?.fact;
  const newer = (overtaken && overtakenBy(overtaken)) ?? near.map(({ fact }) => fact).find((fact) => overtakenBy(fact) === undefined);
  // Of another order altogether: another count, not an old one.
  const range = newer && rangeOf(newer);
  if (!newer || !range || (!overtaken && beyond(figure, range))) return [];
  // A figure that names its own day, before the newer count's, is dated rather than stale.
  if (told.some(([, to]) => to < newer.asOf)) return [];
  return [{ id: 'stale-figure', span: figure.span, message: `\`${figure.words}\` is not the latest count: ${shown(range)} as of ${newer.asOf}${sourceOf(newer)}`, help: `give the count of ${newer.asOf}, or say as of when the older one holds` }];
}

/** All members, not some of them: near the count, and not `12 of the 32` or `three Baltic states`. */
const isTheWholeOf = ({ value, span, words }: Figure, [low, high]: Stretch, text: string): boolean => value >= low * 0.8 && value <= high * 1.25 && !/^ (?:out )?of (?:the|its|their)\b/.test(text.slice(span[1], span[1] + 14)) && !/\b(?:out )?of (?:the|its)? ?$/.test(text.slice(Math.max(0, span[0] - 10), span[0])) && !/\p{Lu}/u.test(words);
const beyond = ({ value }: Figure, [low, high]: Stretch): boolean => value < low / 20 || value > high * 3;
const sourceOf = ({ source }: KnownFact): string => (source === undefined ? '' : ` (${source})`);
const shown = ([low, high]: Stretch): string => (low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`);
/** Two facts of one name, or of the same words and unit, are one count at two times. */
const isSameMatter = (one: KnownFact, other: KnownFact): boolean => one.id !== other.id && (one.unit ?? '') === (other.unit ?? '') && (one.name === other.name || (one.about !== undefined && other.about !== undefined && one.about.length > 0 && [...one.about].sort().join('|') === [...other.about].sort().join('|') && sameName(one, other)));
const sameName = (one: KnownFact, other: KnownFact): boolean => { const [a, b] = [new Set(stems(one.name)), new Set(stems(other.name))]; const shared = [...a].filter((word) => b.has(word)).length; return shared / Math.max(a.size, b.size) >= 0.7; };

/** Words of the figure's own clause, so that what another one counts decides nothing. */
const nearOf = (text: string, { sentence, span }: Figure): ReadonlySet<string> => {
  const [before, after] = [text.slice(sentence[0], span[0]), text.slice(span[1], sentence[1])];
  const [cut, end] = [Math.max(before.lastIndexOf(';'), before.lastIndexOf(', of which'), before.lastIndexOf(', and '), before.lastIndexOf(', ')), after.search(/[;,]/)];
  return new Set(stems(`${before.slice(cut + 1)} ${text.slice(...span)} ${end < 0 ? after : after.slice(0, end)}`));
};

const MONTH_YEAR = new RegExp(`(?<!\\p{L}|\\d )(?<month>${A_MONTH})(?: of)?,? (?<year>(?:19|20)\\d{2})(?!\\d)`, 'gu');
const YEAR = /\b(?:in|by|of|during|for|throughout|until|up to|through|the end of|early|late|mid)[ -](?<year>(?:19|20)\d{2})(?![\d-])/gi;

/** Days, months and years the sentence gives, as first and last day; not those from which something has been counted. */
function periodsIn(words: string): readonly (readonly [string, string])[] {
  const left = withoutBeginnings(words);
  const days = datesIn(left).map(({ year, month, day, last }) => [isoOf(year, month, day), isoOf(year, month, last ?? day)] as const);
  const months = [...left.matchAll(MONTH_YEAR)].map(({ groups = {} }) => { const [year, month] = [Number(groups['year']), MONTHS.findIndex((one) => one.startsWith((groups['month'] ?? '').toLowerCase().slice(0, 3)))]; return [isoOf(year, month, 1), isoOf(year, month, monthLength(month, year))] as const; });
  const years = [...left.matchAll(YEAR)].map(({ groups = {} }) => [`${groups['year'] ?? ''}-01-01`, `${groups['year'] ?? ''}-12-31`] as const);
  return [...days, ...months, ...years];
}

const A_PART = /\b(?:regions?|oblasts?|provinces?|districts?|cit(?:y|ies)|peninsula)\b/i;
const PEOPLE = /people|person|civilian|soldier|troop|dead|death|live|casualt|kill|wounded|injured|victim|men|women|inhabitant|resident|refugee|displaced|children|servicemen|fighter|evacuee|migrant|returnee|prisoner|detainee|ians|ans\b|ese\b/i;
const MEMBERS = /state|member|ally|allies|countr|nation|capital|government|signator/i;
function unitsFit(unit: string, figure: Figure, there: ReadonlySet<string>): boolean {
  const word = unit.toLowerCase();
  if (word === '') return true;
  if (/percent|%|share/.test(word)) return figure.unit === 'percent';
  if (/dollar|euro|pound|usd|eur|money/.test(word)) return figure.unit === 'money';
  if (figure.unit === 'percent' || figure.unit === 'money') return false;
  if (MEMBERS.test(word)) return MEMBERS.test(figure.unit);
  if (PEOPLE.test(word)) return PEOPLE.test(figure.unit) || (!figure.noun && figure.large && (there.has('kill') || there.has('flee')));
  return figure.unit.toLowerCase().includes(word.replace(/s$/, ''));
}
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
