/** Whether what a browser sends is an entry, before it is written down. The record room says whether it can be judged. */
import type { RecordLine } from '../shared/wire.js';

const KEYS = new Set(['id', 'act', 'actor', 'on', 'arguments', 'place', 'occurredAt', 'knownAt', 'about', 'source', 'assurance']);

/** Text says what is wrong. */
export function readLine(value: unknown): RecordLine | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an entry is an object; send one entry at a time';
  const line = value as { readonly [key: string]: unknown };
  const strange = Object.keys(line).find((key) => !KEYS.has(key));
  if (strange !== undefined) return `\`${strange}\` is no part of an entry; docs/record.md lists the parts`;
  if (typeof line['act'] !== 'string' || line['act'] === '') return 'an entry needs an `act`; choose one the treaty names';
  if (!('actor' in line)) return 'an entry needs an `actor`; give null where it is unknown';
  const occurred = line['occurredAt'];
  const dates: unknown[] = typeof occurred === 'object' && occurred !== null ? [(occurred as { from?: unknown }).from, (occurred as { to?: unknown }).to] : [occurred];
  if (line['knownAt'] !== undefined) dates.push(line['knownAt']);
  const bad = dates.findIndex((date) => typeof date !== 'string' || !Number.isFinite(Date.parse(date)));
  if (bad >= 0) return `\`${String(dates[bad])}\` is no date; write it as 2025-08-17T14:00Z`;
  const place = line['place'];
  if (place !== undefined) {
    if (typeof place !== 'object' || place === null) return 'a place is an object with latitude and longitude or a name';
    const { latitude, longitude } = place as { latitude?: unknown; longitude?: unknown };
    if ((latitude === undefined) !== (longitude === undefined)) return 'a place needs both latitude and longitude, or a name alone';
    if (latitude !== undefined && !(typeof latitude === 'number' && Math.abs(latitude) <= 90)) return `\`${String(latitude)}\` is no latitude; give degrees from -90 to 90`;
    if (longitude !== undefined && !(typeof longitude === 'number' && Math.abs(longitude) <= 180)) return `\`${String(longitude)}\` is no longitude; give degrees from -180 to 180`;
  }
  return value as RecordLine;
}
