/** A case as a record: the act with its facts, the requests made, and (only to tell whether what was due was done) the response. */
import { featuresNamed, type Atlas } from '../geo/index.js';
import type { Actor, Entry, Place, Treaty } from '../treaty/index.js';
import { authorOpen, ENTRIES, FACTS, forceOf, forceUsedOf, namedActsOf, nuclearOf, omittedIn, responseMeans, talksRefused, valueOf } from './facts.js';
import { actorNames, declaredName, declaredNames, isUnknown } from './names.js';
import type { Case } from './reading.js';
import { wordsOf } from './words.js';

export interface Told {
  /** The act, and what was asked; nothing of what the others did. */
  readonly entries: readonly Entry[];
  readonly victims: readonly string[];
  /** What the party struck asked for; absent where the case does not say. */
  readonly request?: string;
  /** A party held the casus foederis to have arisen for itself, unasked. */
  readonly invoked: boolean;
  /** What the case says was not done, in its words. */
  readonly omitted?: string;
  /** Neither the force of the act nor an act the treaty names is told by its word. */
  readonly actUnset: boolean;
  /** Who did not do it, as the treaty names them. */
  readonly omitters: readonly string[];
  readonly response?: 'given' | 'refused';
  readonly talksRefused: boolean;
  /** Facts the mapping does not know, or words it cannot place, each with why it was left out. */
  readonly leftOut: readonly string[];
}

const HOUR = 3_600_000;

export function told(one: Case, treaty: Treaty, atlas: Atlas): Told {
  const { facts } = one;
  const leftOut = [...facts.keys()].filter((key) => !FACTS.has(key) && !ENTRIES.has(key)).map((key) => `\`${key}\` (no meaning is set for this key)`);
  const at = one.date.from + 12 * HOUR;
  const bound = declaredNames(treaty, one.on).filter((name) => isPartyAt(treaty, name, at));
  const victims = bound.length > 0 ? bound : declaredNames(treaty, one.on).slice(0, 1);
  const word = facts.get('act');
  const omitted = word === undefined ? undefined : omittedIn(word);
  const named = word === undefined ? [] : namedActsOf(word, facts.get('means')).filter((act) => treaty.acts.some(({ name }) => name === act));
  const actUnset = omitted === undefined && named.length === 0 && (word === undefined || forceOf(word) === undefined);
  if (word !== undefined && actUnset) leftOut.push(`\`act=${word}\` (what force the word means is not set)`);
  const base = { occurred: { from: at, to: at }, knownAt: at, source: `case ${one.name}` };
  const actor = actorOf(one, treaty);
  const place = placeOf(one, atlas);
  const about = { actor, arguments: argumentsOf(one, treaty, actor, atlas, at), ...(place ? { place } : {}), ...base };
  const struck: readonly (Actor | undefined)[] = victims.length > 0 ? victims.map((name) => ({ kind: 'one', name })) : [one.on === '' ? undefined : { kind: 'one', name: one.on, outsider: true }];
  const acts = omitted === undefined ? ['attack', ...named] : [];
  const entries: Entry[] = acts.flatMap((act) => struck.map((on, index): Entry => ({ id: ['act', ...(act === 'attack' ? [] : [act]), ...(index === 0 ? [] : [String(index + 1)])].join('-'), act, ...about, ...(on ? { on } : {}) })));

  const asked = facts.get('request');
  const request = asked === undefined ? undefined : String(valueOf('request', asked));
  if (request !== undefined && !KINDS.has(request)) leftOut.push(`\`request=${asked ?? ''}\` (what was asked for is not set)`);
  const after = { ...base, occurred: { from: at + HOUR, to: at + HOUR }, knownAt: at + HOUR };
  const self = declaredName(treaty, facts.get('self_invoked_by') ?? '');
  const asking = [...new Set([...(request === undefined || request === 'none' ? [] : requesters(one, treaty, victims)), ...(self === undefined ? [] : [self])])];
  const [on] = struck;
  for (const name of asking) {
    const by: Actor = { kind: 'one', name };
    entries.push({ id: `request-${name}`, act: 'request', actor: by, arguments: { kind: request === undefined || request === 'none' ? 'assist' : request }, ...(on ? { on } : {}), ...after });
    // To ask for consultation or help is to hold that the question has arisen: a finding left to the party's own opinion is thereby made.
    for (const finding of treaty.findings.filter(({ selfJudging }) => selfJudging)) entries.push({ id: `${finding.name}-${name}`, act: finding.name, actor: by, arguments: {}, ...(finding.namesParty ? { on: on ?? by } : {}), ...after });
  }
  const response = responseMeans(facts.get('response') ?? '');
  return { entries, victims, leftOut, actUnset, invoked: self !== undefined, omitters: actorNames(treaty, one.by).names, talksRefused: talksRefused(facts), ...(request === undefined ? {} : { request }), ...(omitted === undefined ? {} : { omitted }), ...(response ? { response } : {}) };
}

const KINDS = new Set(['assist', 'consult', 'investigate', 'verify', 'none']);

const isPartyAt = (treaty: Treaty, name: string, at: number): boolean => treaty.parties.some((party) => party.name === name && (party.from ?? -Infinity) <= at && at < (party.until ?? Infinity));

/** The facts of the act, in the words treaties ask for. */
function argumentsOf(one: Case, treaty: Treaty, actor: Actor, atlas: Atlas, at: number): Entry['arguments'] {
  const { facts } = one;
  const set: { [name: string]: number | string } = {};
  for (const [key, value] of facts) if (FACTS.has(key) && key !== 'act' && key !== 'nuclear_weapons') set[key.replaceAll('_', '-')] = valueOf(key, value);
  const word = facts.get('act');
  const anticipated = set['intent'] === 'anticipated';
  if (word !== undefined) {
    const force = forceOf(word);
    // What is only expected has not been done, whatever it will be.
    if (force !== undefined) set['force'] = anticipated && force === 'armed' ? 'threat' : force === 'armed' && stopped(one) ? 'disputed' : force;
    const used = forceUsedOf(word);
    if (used !== undefined) set['force-used'] = anticipated && used === 'used' ? 'disputed' : used;
    set['kind'] = wordsOf(word);
  }
  if (anticipated) set['intent'] = 'unknown';
  const nuclear = nuclearOf(facts);
  if (nuclear !== undefined) set['nuclear'] = nuclear;
  set['self-defence'] = selfDefenceOf(facts);
  if (word !== undefined && forceOf(word) === 'economic') set['coercive'] = coerciveOf(word, set['provoked']);
  const actorType = set['actor-type'];
  const party = actor.kind === 'one' ? isPartyAt(treaty, actor.name, at) : actor.kind === 'one of' && actor.names.every((name) => isPartyAt(treaty, name, at));
  if (party && (actorType === undefined || actorType === 'state')) set['actor-type'] = 'party-state';
  else if (actorType === undefined && actor.kind === 'one' && featuresNamed(atlas, actor.name).some(({ map }) => map === 'world')) set['actor-type'] = 'state';
  return set;
}

/** An exception is for who relies on it to show: where the case tells of no force by the party struck, there was no self-defence. Provocation short of force gives none. */
function selfDefenceOf(facts: ReadonlyMap<string, string>): string {
  const stated = facts.get('self_defence');
  if (stated !== undefined) return String(valueOf('self_defence', stated));
  const first = [facts.get('prior_use_of_force_by_requester'), facts.get('requester_is_initial_aggressor')].find((value) => value !== undefined);
  return first === undefined ? 'no' : String(valueOf('self_defence', first));
}

/** Economic measures coerce where the word says so, or where no quarrel of another kind is told of: `provoked` says whether one is. */
function coerciveOf(word: string, provoked: number | string | undefined): string {
  if (/coerci|pressure|blackmail|punitive/.test(word)) return 'yes';
  return provoked === 'yes' ? 'no' : provoked === 'contested' || provoked === 'unknown' ? 'disputed' : 'yes';
}

/** An attack that was intercepted or fell short and hurt nobody: whether it reached the threshold is what practice leaves open. */
const stopped = ({ facts }: Case): boolean => /intercept|shot-down|fail|foiled|fell-short|missed/.test(facts.get('outcome') ?? '') && (facts.get('deaths') ?? '0') === '0';

function actorOf(one: Case, treaty: Treaty): Actor {
  const { names, others } = actorNames(treaty, one.by);
  const open = authorOpen(one.facts.get('attribution'));
  const [first] = names;
  if (isUnknown(one.by) || (open && names.length <= 1)) return { kind: 'unknown' };
  if (first !== undefined && others.length > 0) return { kind: 'one of', names: [...names, ...others] };
  if (first !== undefined) return names.length === 1 ? { kind: 'one', name: first } : { kind: 'one of', names: [...names].sort() };
  // Whose act it was that a proxy did is a question of attribution, which the case does not answer by naming the proxy.
  if (['proxy', 'guarantor-backed'].includes(String(valueOf('actor_type', one.facts.get('actor_type') ?? '')))) return { kind: 'unknown' };
  return { kind: 'one', name: one.by, outsider: true };
}

function requesters(one: Case, treaty: Treaty, victims: readonly string[]): readonly string[] {
  const named = declaredNames(treaty, one.facts.get('requester') ?? one.facts.get('requesters') ?? '');
  return named.length > 0 ? named : victims;
}

/** The point as roughly as it is written, and the first region among the words that the atlas knows. */
function placeOf({ place: { latitude, longitude, withinKm, words } }: Case, atlas: Atlas): Place | undefined {
  const parts = words.replace(/\([^)]*\d[^)]*\)/g, '').split(/[,;()/]| and /).map((part) => part.trim()).filter((part) => part !== '');
  const tries = parts.flatMap((part) => [part, part.replace(/\bregion\b/i, 'oblast'), part.replace(/^(near|off|in|at|the|northern|southern|eastern|western|south-eastern|central) /i, '')]);
  const name = tries.find((part) => featuresNamed(atlas, part).some(({ geometry }) => geometry.kind === 'area' || geometry.kind === 'point')) ?? (words === '' ? undefined : words);
  if (latitude === undefined || longitude === undefined) return name === undefined ? undefined : { name };
  return { latitude, longitude, withinKm: withinKm ?? 10, ...(name === undefined ? {} : { name }) };
}
