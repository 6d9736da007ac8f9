/** An entry's facts for a reader: who did what where in one line, and its figures with their ranges. */
import type { Actor, Entry } from '../../../treaty/index.js';
import { day, moment, range, stamp } from './dates.js';
import { placeWords } from './entries.js';
import { actorWords, readable } from './names.js';

/** `attack by DPR or Ukraine`; `on Ukraine` where a target is told. */
export function deedWords({ act, actor, on }: Entry): string {
  return [readable(act), actor.kind === 'unknown' ? 'by an unknown actor' : `by ${actorWords(actor)}`, on ? `on ${actorWords(on)}` : ''].filter((words) => words !== '').join(' ');
}

const LOW = /-low$/;
const HIGH = /-high$/;
const QUIET = new Set(['names']);

/** `deaths 3 (2–5)`: a figure with its own low and high beside it. */
export function factWords({ arguments: facts }: Entry): readonly string[] {
  return Object.entries(facts).filter(([name]) => !QUIET.has(name) && !((LOW.test(name) || HIGH.test(name)) && name.replace(LOW, '').replace(HIGH, '') in facts)).map(([name, value]) => {
    const [low, high] = [facts[`${name}-low`], facts[`${name}-high`]];
    const spread = low !== undefined && high !== undefined && low !== high ? ` (${low}–${high})` : '';
    return `${readable(name)} ${value}${spread}`;
  });
}

/** What can be said of every entry, as pairs; what is not told is left out. */
export function detailsOf(entry: Entry): readonly (readonly [string, string])[] {
  const { occurred, assurance } = entry;
  const reach = entry.place?.withinKm;
  const rated = assurance ? [`${assurance.source ?? ''}${assurance.information ?? ''}`, assurance.likelihood ?? ''].filter((words) => words !== '').join(', ') : '';
  const pairs: readonly (readonly [string, string])[] = [
    ['Facts', factWords(entry).join(', ')], ['Place', placeWords(entry.place)], ['Precision', reach === undefined ? '' : reach === 0 ? 'exact' : `within ${reach} km`],
    ['Occurred', occurred.from === occurred.to ? stamp(occurred.from) : `${moment(occurred.from)} to ${stamp(occurred.to)}`], ['Known', stamp(entry.knownAt)], ['Speaks of', entry.about ?? ''],
    ['Source', entry.source ?? ''], ['Assurance', rated === '' ? '' : `${rated}${assurance?.source ? ' (source A–F, information 1–6)' : ''}`],
    ['Read from', entry.origin ? `${entry.origin.file}, line ${entry.origin.line}` : ''], ['Id', entry.id],
  ];
  return pairs.filter(([, words]) => words !== '');
}

const DAY = 86_400_000;
const HOUR = DAY / 24;

/** Whole days of the place, which begin at another hour in UTC, are named as that place names them; anything else by its hours. */
export function daysWords({ from, to }: Entry['occurred']): string {
  const days = (to + 1 - from) / DAY;
  const whole = days >= 0.9 && Math.abs(days - Math.round(days)) * DAY <= HOUR;
  if (!whole) return range(from, to);
  const [first, last] = [day(from + DAY / 2), day(to - DAY / 2)];
  return Math.round(days) === 1 || first === last ? first : `${first} – ${last}`;
}

/** Where one of several acted and the source does not say which. */
export const unattributed = (actor: Actor): boolean => actor.kind !== 'one';
