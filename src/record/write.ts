/** Entries as JSON Lines, as `readJsonLines` reads them. */
import type { Actor, Correction, Entry, Instant, TimeRange } from '../treaty/index.js';

const actorOf = (actor: Actor): unknown => (actor.kind === 'one' ? actor.name : actor.kind === 'one of' ? { oneOf: actor.names } : null);
const instantOf = (at: Instant): string => new Date(at).toISOString();
const rangeOf = ({ from, to }: TimeRange): unknown => (from === to ? instantOf(from) : { from: instantOf(from), to: instantOf(to) });

function rawOf(entry: Entry): { readonly [key: string]: unknown } {
  const { replacement } = entry as Correction;
  return {
    id: entry.id, act: entry.act, actor: actorOf(entry.actor), ...(entry.actor.kind === 'one' && entry.actor.outsider ? { actorIs: 'outsider' } : {}),
    ...(entry.on ? { on: actorOf(entry.on), ...(entry.on.kind === 'one' && entry.on.outsider ? { onIs: 'outsider' } : {}) } : {}),
    ...(Object.keys(entry.arguments).length > 0 ? { arguments: entry.arguments } : {}), ...(entry.place ? { place: entry.place } : {}),
    occurredAt: rangeOf(entry.occurred), ...(entry.order === undefined ? {} : { order: entry.order }), knownAt: instantOf(entry.knownAt),
    ...(entry.about === undefined ? {} : { about: entry.about }), ...(entry.source === undefined ? {} : { source: entry.source }), ...(entry.assurance ? { assurance: entry.assurance } : {}),
    ...(replacement ? { replacement: rawOf(replacement) } : {}),
  };
}

export const writeJsonLines = (entries: readonly Entry[]): string => entries.map((entry) => `${JSON.stringify(rawOf(entry))}\n`).join('');
