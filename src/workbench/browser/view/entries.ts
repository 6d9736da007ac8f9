/** An entry in one line of words. */
import type { Entry, Place } from '../../../treaty/index.js';
import { actorWords, readable } from './names.js';

export function placeWords(place: Place | undefined): string {
  if (!place) return '';
  const point = place.latitude === undefined || place.longitude === undefined ? '' :
    `${Math.abs(place.latitude).toFixed(2)}${place.latitude < 0 ? 'S' : 'N'} ${Math.abs(place.longitude).toFixed(2)}${place.longitude < 0 ? 'W' : 'E'}${place.withinKm ? ` ± ${Math.round(place.withinKm)} km` : ''}`;
  return [place.name, point].filter((words) => words !== undefined && words !== '').join(', ');
}

const QUIET = new Set(['names']);

/** `strike by Russia on Ukraine at Kharkiv, severity 4`. */
export const entryWords = (entry: Entry): string => togetherWords([entry]);

/** The same of entries that differ only in who acts. */
export function togetherWords(entries: readonly Entry[]): string {
  const [entry] = entries;
  if (!entry) return '';
  const place = placeWords(entry.place);
  if (entry.act === 'vote') return `vote by ${entries.map(({ actor }) => actorWords(actor)).join(', ')} ${entry.arguments['ballot'] ?? ''} on ${entry.arguments['decision'] ?? ''}`;
  const facts = Object.entries(entry.arguments).filter(([name]) => !QUIET.has(name)).map(([name, value]) => `${readable(name)} ${value}`);
  return [
    [readable(entry.act), `by ${entries.map(({ actor }) => actorWords(actor)).join(', ')}`, entry.on ? `on ${actorWords(entry.on)}` : '', place === '' ? '' : `at ${place}`].filter((words) => words !== '').join(' '),
    ...facts,
  ].join(', ');
}
