/** Rows of a table held cell by cell against the sentences on the same occasion: another day, place, number or outcome than the body has. */
import type { Fault } from '../shapes.js';
import { absent, added, present } from './attending.js';
import type { Evidence } from './index.js';
import { clauseOf, quantitiesIn, Reader, sameName, stemsOf, UNREAL, type Row, type Told } from './rows.js';

type Facet = 'day' | 'place' | 'who' | 'outcome' | 'quantity';
/** What ties a sentence to a row must weigh so much without the cell in question. */
const TIED = 3;
/** Said then, not happened then. */
const SAYING_DAY = /\b(?:said|told|wrote|announced|reported|warned|added|posted|published|declared)\b[^.;,]{0,40}$/i;

export function cellFaults(evidence: Evidence): readonly Fault[] {
  const reader = new Reader(evidence);
  const tables = reader.tables();
  if (tables.length === 0) return [];
  const sentences = reader.sentences();
  return tables.flatMap(({ rows }) => rows.flatMap((row) => {
    const others = rows.filter((one) => one !== row);
    const tied = (facet: Facet): readonly Told[] => sentences.filter((one) => { const mine = tie(row, one, facet, others, reader); return mine >= TIED && others.every((other) => tie(other, one, facet, rows.filter((each) => each !== other), reader) < mine); });
    const found = whoFault(evidence, row, tied('who'), sentences, reader) ?? dayFault(row, others, tied('day'), sentences) ?? placeFault(row, others, tied('place'), reader) ?? outcomeFault(row, others, tied('outcome'), sentences) ?? quantityFault(row, others, sentences, reader);
    return found ? [{ id: 'table-contradicts-body' as const, span: row.span, related: [found.at.span], message: found.message, help: 'hold the row against the passage and correct the one that is wrong' }] : [];
  }));
}

interface Found { readonly at: Told; readonly message: string }

/** How much a sentence and a row have in common, the cell in question left out. A rank of another number parts them. */
function tie(row: Row, one: Told, without: Facet, others: readonly Row[], reader: Reader): number {
  let weight = 0;
  const kinds = (ranks: readonly string[]): readonly string[] => ranks.map((rank) => rank.split(' ')[1] ?? '');
  if (row.ranks.length > 0 && one.ranks.length > 0) {
    if (row.ranks.some((rank) => one.ranks.includes(rank))) weight += 3;
    else if (kinds(row.ranks).some((kind) => kinds(one.ranks).includes(kind))) return 0;
  }
  if (without !== 'day') {
    if (row.days.some((day) => one.days.includes(day))) weight += 3;
    else if (row.days.length > 0 && one.days.length > 0) return 0;
    else if (row.days.length === 0 && row.weekdays.some((day) => one.weekdays.includes(day))) weight += 2;
    else if (one.days.length === 0 && reader.today !== undefined && row.days.some((day) => Math.abs(day - (reader.today ?? 0)) <= 1) && one.occasion) weight += 1;
  }
  if (without !== 'place' && row.places.some((place) => one.places.some((other) => sameName(place, other)))) weight += others.some((other) => other.places.some((place) => row.places.includes(place))) ? 1 : 2;
  if (one.occasion) weight += 1;
  const elsewhere = new Set(others.flatMap(({ stems }) => [...stems]));
  const cell = without === 'outcome' ? new Set<string>() : row.stems;
  weight += [...cell].filter((stem) => one.stems.has(stem) && !elsewhere.has(stem)).length;
  const common = [...row.who].filter((party) => one.who.has(party));
  const telling = common.filter((party) => !others.every(({ who }) => who.has(party)) || others.length === 0);
  weight += without !== 'who' && telling.length > 0 ? 1 : 0;
  return one.occasion || row.ranks.some((rank) => one.ranks.includes(rank)) ? weight : Math.max(0, weight - 1);
}

/** Those at the table by the sentence on the occasion and those right after it, held against the row's; and one the row has who was not there. */
function whoFault({ parties, cast }: Evidence, row: Row, tied: readonly Told[], all: readonly Told[], reader: Reader): Found | undefined {
  if (!row.listsWho || row.who.size === 0) return undefined;
  const certain = tied.filter((one) => one.occasion && (row.ranks.some((rank) => one.ranks.includes(rank)) || isOfItsDay(row, one, reader)));
  const partiesOf = (words: string): ReadonlySet<string> => new Set([...parties.in(words).filter(({ seat, span: [at, to] }) => !seat && !/\b(?:on|about|over|against)\s(?:the\s)?$/i.test(words.slice(0, at)) && !/^['’]s? (?!(?:delegation|envoy|minister|foreign|prime|president|negotiator|chief|team|ambassador))/.test(words.slice(to))).map(({ party }) => party), ...cast.in(words).flatMap(({ person }) => (person.party === undefined ? [] : [person.party]))]);
  for (const one of certain) {
    const next = all.slice(all.indexOf(one) + 1, all.indexOf(one) + 3).filter(({ days }) => days.length === 0);
    const there = new Set([...present(one.words), ...added(one.words), ...next.flatMap(({ words }) => added(words))].flatMap((words) => [...partiesOf(words)]));
    if (![...there].some((party) => row.who.has(party))) continue;
    const missing = [...there].find((party) => !row.who.has(party));
    if (missing !== undefined) return { at: one, message: `the row leaves out ${missing}, whom the text has there` };
  }
  for (const one of certain) {
    const next = all.slice(all.indexOf(one), all.indexOf(one) + 4);
    const away = next.map((each) => ({ each, party: absent(each.words).flatMap((words) => [...partiesOf(words)]).find((party) => row.who.has(party)) })).find(({ party }) => party !== undefined);
    if (away?.party !== undefined) return { at: away.each, message: `the row has ${away.party} there, and the text does not` };
  }
  return undefined;
}

function dayFault(row: Row, others: readonly Row[], tied: readonly Told[], all: readonly Told[]): Found | undefined {
  if (row.days.length > 0) {
    if (all.some(({ days }) => days.some((day) => row.days.includes(day)))) return undefined;
    // By rank, or by place and occasion and more: the words in common must name the occasion.
    const at = tied.find((one) => isTheOne(row, one, others) && one.dayWords.length === 1 && one.days.length > 0 && !one.days.some((day) => others.some((other) => other.days.includes(day))) && !SAYING_DAY.test(one.words.slice(0, one.words.indexOf(one.dayWords[0] ?? ''))) && !/\b(?:postponed|moved|originally|instead|rescheduled|until|since)\b/i.test(one.words));
    return at ? { at, message: `the row has ${row.dayWords[0] ?? 'another day'}, and the text ${at.dayWords[0] ?? ''}` } : undefined;
  }
  const [weekday] = row.weekdays;
  if (weekday === undefined || row.weekdays.length !== 1) return undefined;
  const at = tied.find((one) => one.weekdays.length === 1 && one.weekdays[0] !== weekday && one.ranks.length > 0 && !others.some(({ weekdays }) => weekdays.some((day) => one.weekdays.includes(day))) && !SAYING_DAY.test(one.words));
  return at && !all.some((one) => one.weekdays.includes(weekday) && one.occasion) ? { at, message: 'the row has another weekday than the text' } : undefined;
}

/** The very occasion, whatever day it has: of the same rank, or with two words that no other row has. */
function isTheOne(row: Row, one: Told, others: readonly Row[]): boolean {
  if (row.ranks.some((rank) => one.ranks.includes(rank))) return true;
  const elsewhere = new Set(others.flatMap(({ stems }) => [...stems]));
  return [...row.eventStems].filter((stem) => one.stems.has(stem) && !elsewhere.has(stem)).length >= 2;
}

/** Of its day, or its rank: what was elsewhere on another day is another occasion. */
const isOfItsDay = (row: Row, one: Told, reader: Reader): boolean => row.ranks.some((rank) => one.ranks.includes(rank)) || row.days.some((day) => one.days.includes(day)) || (one.days.length === 0 && one.weekdays.length === 0 && reader.today !== undefined && row.days.some((day) => Math.abs(day - (reader.today ?? 0)) <= 1))
  || (row.days.length === 0 && row.weekdays.length > 0 && row.weekdays.some((day) => one.weekdays.includes(day)));

const BEING_THERE = /\b(?:met|meets?|meeting|talks|summit|session|round|gather\w*|sat|held|took place|takes place|arriv\w+|came back from|returned from|back from|travell?(?:s|ed)? to|flew to|hosts?|hosted|in the (?:hall|room)|conference|opened|began|resumed|parted|ended|closed|signed|adopted|initialled|here)\b/i;

function placeFault(row: Row, others: readonly Row[], tied: readonly Told[], reader: Reader): Found | undefined {
  if (row.places.length === 0) return undefined;
  const told = tied.filter((one) => one.places.length > 0 && BEING_THERE.test(one.words) && isOfItsDay(row, one, reader));
  if (told.some(({ words }) => row.places.some((place) => new RegExp(`(?<!\\p{L})${place.replace(/[^\p{L} ’'-]/gu, '')}(?!\\p{L})`, 'iu').test(words)))) return undefined;
  const known = new Set([...others.flatMap(({ places }) => places), ...(reader.home === undefined ? [] : [reader.home])].map((one) => one.toLowerCase()));
  const at = told.find(({ places, words }) => places.some((place) => known.has(place.toLowerCase()) || new RegExp(`\\b(?:in|at|from|to) (?:the )?${place.replace(/[^\p{L} ’'-]/gu, '')}(?!\\p{L})`, 'u').test(words)) && !UNREAL.test(words.slice(0, words.search(BEING_THERE))));
  return at ? { at, message: `the row has ${row.places.join(', ')}, and the text ${at.places.join(', ')}` } : undefined;
}

function outcomeFault(row: Row, others: readonly Row[], tied: readonly Told[], all: readonly Told[]): Found | undefined {
  const { outcome } = row;
  if (outcome === undefined || row.outcomeWords === '') return undefined;
  const matter = [...stemsOf(row.outcomeWords)].filter((stem) => !/^(?:agree|sign|adopt|accept|approv|settle|reject|refus|fail|postpo|discus|result|planne|decid)/.test(stem));
  const onIt = matter.length < 2 ? [] : all.filter(({ stems }) => matter.filter((stem) => stems.has(stem)).length >= Math.min(3, matter.length) && !others.some((other) => other.outcomeWords !== '' && [...stemsOf(other.outcomeWords)].filter((stem) => stems.has(stem)).length > matter.length));
  const near = [...new Set([...tied, ...onIt])];
  const reached = ({ words, outcome: theirs }: Told): boolean => theirs === 'reached' && !UNREAL.test(clauseOf(words, words.search(DEED)));
  if (outcome === 'reached') {
    if (near.some(reached)) return undefined;
    const at = near.find((one) => (one.outcome === 'failed' || one.outcome === 'postponed') && tied.includes(one)) ?? onIt.find(({ words }) => THOUGHT_OF.test(words));
    return at ? { at, message: `the row has \`${row.outcomeWords}\`, and the text tells of less` } : undefined;
  }
  if (outcome === 'failed' || outcome === 'postponed') {
    if (near.some((one) => one.outcome === outcome)) return undefined;
    const at = near.find(reached) ?? (outcome === 'postponed' ? tied.find(({ words }) => /\b(?:met|took place|was held|were held|sat)\b/i.test(words) && !UNREAL.test(words)) : undefined);
    return at ? { at, message: `the row has \`${row.outcomeWords}\`, and the text tells of more` } : undefined;
  }
  return undefined;
}

const DEED = /\b(?:agreed|signed|adopted|accepted|approved|settled|ratified|concluded|sealed|passed|endorsed|struck|reached)\b/i;
const THOUGHT_OF = /\b(?:conceivable|could|might|imagin\w*|consider\w*|propos\w*|would (?:be|accept|agree)|wants?|hopes?|reject\w*|refus\w*|rul(?:ed|es) out|not (?:agreed|accepted|settled|signed)|no (?:agreement|deal)|without (?:agreement|settling)|under discussion|remains? (?:open|disputed))\b/i;

/** Clause by clause: the party or rank that this row alone has, a number in the same unit, and another one than the row's, which the text nowhere has. */
function quantityFault(row: Row, others: readonly Row[], all: readonly Told[], reader: Reader): Found | undefined {
  const elsewhere = new Set(others.flatMap(({ stems }) => [...stems]));
  const telling = [...row.eventStems].filter((stem) => !elsewhere.has(stem));
  const own = [...row.who].filter((party) => !others.some(({ who }) => who.has(party)));
  for (const quantity of row.quantities) {
    if (!others.some(({ quantities }) => quantities.some(({ unit }) => unit === quantity.unit)) && others.length > 0 && row.ranks.length === 0 && own.length === 0 && telling.length < 2) continue;
    if (all.some(({ quantities }) => quantities.some(({ value, unit }) => unit === quantity.unit && value === quantity.value))) continue;
    for (const one of all) {
      for (const clause of one.words.split(/[;:]|,? (?:then|while|whereas|but|and) |, /)) {
        const there = quantitiesIn(clause).filter(({ unit }) => unit === quantity.unit);
        const [other] = there;
        if (there.length !== 1 || !other || HEDGED_NUMBER.test(clause)) continue;
        const named = reader.whoIn(clause, false);
        const ofRow = own.some((party) => named.has(party)) || row.ranks.some((rank) => one.ranks.includes(rank)) || telling.filter((stem) => stemsOf(clause).has(stem)).length >= 2;
        const ofOther = others.some(({ who, ranks }) => [...who].some((party) => !row.who.has(party) && named.has(party)) || ranks.some((rank) => one.ranks.includes(rank)));
        if (ofRow && !ofOther) return { at: one, message: `the row has ${quantity.words}, and the text ${other.words}` };
      }
    }
  }
  return undefined;
}

const HEDGED_NUMBER = /\b(?:more|fewer|less|further|another|additional|of them|per cent more|at first|initially|later|by then|within the first)\b/i;
