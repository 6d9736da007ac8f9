/** A case as a record: the act with its facts, the requests made, and (only to tell whether what was due was done) the response. */
import type { Actor, Entry, Treaty } from '../treaty/index.js';
import { ENTRIES, FACTS, forceOf, responseMeans, valueOf } from './facts.js';
import { declaredName, declaredNames } from './names.js';
import type { Case } from './reading.js';

export interface Told {
  /** The act, and what was asked; nothing of what the others did. */
  readonly entries: readonly Entry[];
  readonly victims: readonly string[];
  readonly response?: 'given' | 'refused';
  /** Facts the mapping does not know, or words it cannot place, each with why it was left out. */
  readonly leftOut: readonly string[];
}

const HOUR = 3_600_000;
/** Places of cases are rough: words with a tenth of a degree. */
const WITHIN_KM = 10;

export function told(one: Case, treaty: Treaty): Told {
  const leftOut = [...one.facts.keys()].filter((key) => !FACTS.has(key) && !ENTRIES.has(key)).map((key) => `\`${key}\` (no meaning is set for this key)`);
  const victims = declaredNames(treaty, one.on);
  const word = one.facts.get('act');
  const force = word === undefined ? undefined : forceOf(word);
  if (word !== undefined && force === undefined) leftOut.push(`\`act=${word}\` (what force the word means is not set)`);
  const facts: { [name: string]: number | string } = {};
  for (const [key, value] of one.facts) if (FACTS.has(key) && key !== 'act') facts[key.replaceAll('_', '-')] = valueOf(key, value);
  if (force !== undefined) facts['force'] = stopped(one) ? 'disputed' : force;
  if (word !== undefined) facts['kind'] = word;
  const at = one.date.from + 12 * HOUR;
  const base = { occurred: { from: at, to: at }, knownAt: at, source: `case ${one.name}` };
  const actor = actorOf(one, treaty);
  const on: Actor | undefined = victims[0] !== undefined ? { kind: 'one', name: victims[0] } : one.on === '' ? undefined : { kind: 'one', name: one.on, outsider: true };
  const { latitude, longitude, words } = one.place;
  const place = latitude === undefined || longitude === undefined ? (words === '' ? undefined : { name: words }) : { latitude, longitude, withinKm: WITHIN_KM, name: words };
  const entries: Entry[] = [{ id: 'act', act: 'attack', actor, arguments: facts, ...(on ? { on } : {}), ...(place ? { place } : {}), ...base }];
  const request = one.facts.get('request');
  const after = { ...base, occurred: { from: at + HOUR, to: at + HOUR }, knownAt: at + HOUR };
  const self = declaredName(treaty, one.facts.get('self_invoked_by') ?? '');
  const asking = [...new Set([...(request === undefined || request === 'none' || request.startsWith('none') ? [] : requesters(one, treaty, victims)), ...(self === undefined ? [] : [self])])];
  for (const name of asking) {
    const by: Actor = { kind: 'one', name };
    entries.push({ id: `request-${name}`, act: 'request', actor: by, arguments: { kind: request ?? 'assist' }, ...(on ? { on } : {}), ...after });
    // To ask for consultation or help is to hold that the question has arisen: a finding left to the party's own opinion is thereby made.
    for (const finding of treaty.findings.filter(({ selfJudging }) => selfJudging)) entries.push({ id: `${finding.name}-${name}`, act: finding.name, actor: by, arguments: {}, ...(finding.namesParty ? { on: on ?? by } : {}), ...after });
  }
  const response = responseMeans(one.facts.get('response') ?? '');
  return { entries, victims, leftOut, ...(response ? { response } : {}) };
}

/** An attack that was intercepted and hurt nobody: whether it reached the threshold is what practice leaves open. */
const stopped = ({ facts }: Case): boolean => /intercept|shot-down|failed|foiled/.test(facts.get('outcome') ?? '') && (facts.get('deaths') ?? '0') === '0';

function actorOf(one: Case, treaty: Treaty): Actor {
  const names = declaredNames(treaty, one.by);
  const [first] = names;
  if (first !== undefined) return names.length === 1 ? { kind: 'one', name: first } : { kind: 'one of', names: [...names].sort() };
  return one.by === '' ? { kind: 'unknown' } : { kind: 'one', name: one.by, outsider: true };
}

function requesters(one: Case, treaty: Treaty, victims: readonly string[]): readonly string[] {
  const named = declaredNames(treaty, one.facts.get('requester') ?? one.facts.get('requesters') ?? '');
  return named.length > 0 ? named : victims;
}
