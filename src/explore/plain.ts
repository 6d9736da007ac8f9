/**
 * The slow, obvious explorer: every behaviour within bounds, by the reference engine itself, one claim's assumptions at a time.
 * It is the oracle for faster ones. Fewest entries first, then earliest end.
 */
import { addDuration, begin, elapse, step, DEFAULT_START, REMEDY_SUFFIX, type Situation, type Text } from '../engine/index.js';
import type { Change, Claim, Duration, Entry, Instant, Treaty } from '../treaty/index.js';
import { alphabetOf, type Class, type Happening } from './alphabet.js';
import { keyOfSituation } from './canonical.js';
import { FRESH, follow, type Watch } from './claims.js';
import { objectsIn } from './objects.js';
import { limitsFor, type Limit } from './limits.js';

export interface Scope {
  /** How many stimuli (attacks and the like) a behaviour may hold. */
  readonly stimuli: number;
  /** At most so many acts of one name; an act that changes nothing does not count. */
  readonly limits?: readonly Limit[];
  /** Who may let a duty pass, whatever the claims assume. */
  readonly free?: readonly string[];
  /** Behaviours are followed for this long. */
  readonly horizonMs: number;
  /** Milliseconds of a tick. */
  readonly tickMs: number;
  /** Time passes to the next instant at which something happens, where nothing an act could begin makes the time between matter. */
  readonly jump: boolean;
  readonly maxSituations: number;
  /** Asked before each situation, and now and then while many acts are tried in one; `false` ends the search. */
  readonly goOn?: (situations: number, entries: number) => boolean;
  /** Told of each situation; `stop` ends the search, `leave` leaves what follows from it out. */
  readonly onSituation?: (situation: Situation, entries: readonly Entry[]) => 'go on' | 'leave' | 'stop';
  /** Told of each situation, by what its future depends on, and of every move that leads on from it, beyond the horizon too. */
  readonly onMoves?: (from: string, moves: readonly { readonly label: string; readonly to: string }[]) => void;
  /** Where to begin; absent: where the treaty enters into force and nothing has happened. */
  readonly from?: { readonly situation: Situation; readonly at: Instant; /** How many entries led there: those to come are numbered on from it. */ readonly entries: number };
}

export interface Node {
  readonly situation: Situation;
  /** The instant at which the next act would fall; windows that end then still run. */
  readonly at: Instant;
  readonly watches: readonly Watch[];
  readonly defaulted: readonly string[];
  readonly stimuli: number;
  /** How many acts of each limited name there were. */
  readonly counts: readonly number[];
  readonly entries: number;
  readonly from: Node | undefined;
  readonly entry: Entry | undefined;
  /** The class of act that led here; absent where time did. */
  readonly by?: string;
}

export interface Explored {
  readonly situations: number;
  readonly complete: boolean;
  readonly stopped?: 'situations' | 'asked' | 'horizon';
  /** Most entries of any behaviour looked at. */
  readonly entries: number;
  readonly classes: readonly Class[];
  readonly notes: readonly string[];
  /** Per claim: the nearest node that settles it against (or, for `possible`, for) the text. */
  readonly shown: readonly (Node | undefined)[];
  readonly undetermined: readonly (Node | undefined)[];
  readonly touched: readonly boolean[];
  /** Nodes from which neither an entry nor time changes anything. */
  readonly endings: readonly Node[];
  /** Nodes at which no entry changes anything and time may not pass, since somebody would default whom the assumptions bind: no behaviour goes through them. */
  readonly barred: number;
}

/** `text` must hold the claims' definitions (`withClaims`). All `claims` share their assumptions. */
export function explorePlainly(text: Text, claims: readonly Claim[], given: Scope): Explored {
  const start = DEFAULT_START;
  const { classes, notes } = alphabetOf(text, start);
  const scope = { ...given, ...limitsFor(classes, given.stimuli, given.limits ?? []) };
  const first = scope.from ? { situation: scope.from.situation, changes: [] } : begin(text, { complete: true, inForceFrom: start });
  const stateNow = (situation: Situation) => (name: string): string | undefined => situation.states.get(name);
  const watched = (watches: readonly Watch[], changes: readonly Change[], situation: Situation, now: Instant, closed: boolean): readonly Watch[] =>
    claims.map((claim, index) => follow(claim, watches[index] ?? FRESH, changes, now, closed, text.treaty, stateNow(situation)));
  const rootAt = scope.from?.at ?? start;
  const root: Node = { situation: first.situation, at: rootAt, watches: watched([], first.changes, first.situation, rootAt, false), defaulted: [], stimuli: 0, counts: scope.limits.map(() => 0), entries: scope.from?.entries ?? 0, from: undefined, entry: undefined };

  const end = rootAt + scope.horizonMs;
  let barred = 0;
  const shown: (Node | undefined)[] = claims.map(() => undefined);
  const undetermined: (Node | undefined)[] = claims.map(() => undefined);
  const touched = claims.map(() => false);
  const endings: Node[] = [];
  const seen = new Set<string>();
  const revisable = text.counted.size > 0 || classes.some(({ kind }) => kind === 'finding');
  let layer: Node[] = [root];
  let entries = 0;
  let stopped: Explored['stopped'];

  const note = (node: Node): void => node.watches.forEach((watch, index) => {
    if (watch.touched) touched[index] = true;
    if ((watch.verdict === 'fails' || watch.verdict === 'met') && !shown[index]) shown[index] = node;
    if (watch.verdict === 'undetermined' && !undetermined[index]) undetermined[index] = node;
  });

  search: for (;;) {
    const later: Node[] = [];
    const queue = byTime(layer);
    for (let node = queue.take(); node; node = queue.take()) {
      const key = keyOf(text, node, scope, revisable);
      if (seen.has(key)) continue;
      seen.add(key);
      note(node);
      const wish = scope.onSituation?.(node.situation, recordOf(node)) ?? 'go on';
      if (wish === 'stop') { stopped = 'asked'; break search; }
      if (wish === 'leave') continue;
      if (seen.size >= scope.maxSituations) { stopped = 'situations'; break search; }
      if (scope.goOn && !scope.goOn(seen.size, entries)) { stopped = 'asked'; break search; }
      const tried = successorsByAct(text, node, classes, scope, watched, () => scope.goOn?.(seen.size, entries) ?? true);
      if (!tried) { stopped = 'asked'; break search; }
      const beside = keyBesideCounts(text, node, scope, revisable);
      const acts = tried.filter((next) => keyBesideCounts(text, next, scope, revisable) !== beside);
      later.push(...acts);
      const time = passing(text, node, acts, claims, scope, watched);
      scope.onMoves?.(key, [...acts, ...(typeof time === 'object' ? [time] : [])].map((next) => ({ label: next.by ?? TIME_PASSES, to: keyOf(text, next, scope, revisable) })));
      if (time === 'barred' && acts.length === 0) barred += 1;
      if (time === 'quiet' && acts.length === 0) {
        endings.push(node);
        // Nothing more will come: what is still awaited without a window never does.
        node.watches.forEach((watch, index) => { if (watch.verdict === 'open' && watch.awaited.length > 0 && !shown[index]) shown[index] = node; });
      }
      if (typeof time === 'object') {
        if (time.at > end) stopped ??= 'horizon'; else queue.add(time);
      }
    }
    if (later.length === 0) break;
    layer = later;
    entries += 1;
  }
  return { situations: seen.size, complete: stopped === undefined, entries, classes, notes, shown, undetermined, touched, endings, barred, ...(stopped ? { stopped } : {}) };
}

type Watched = (watches: readonly Watch[], changes: readonly Change[], situation: Situation, now: Instant, closed: boolean) => readonly Watch[];

const keyOf = (text: Text, node: Node, scope: Scope, revisable: boolean): string => `${keyBesideCounts(text, node, scope, revisable)}|${node.counts.join()}`;

const keyBesideCounts = (text: Text, { situation, at, watches, defaulted, stimuli }: Node, scope: Scope, revisable: boolean): string =>
  `${keyOfSituation(text, situation, at, revisable, scope.horizonMs)}|${JSON.stringify(watches.map(({ awaited, ...rest }) => [rest, awaited.map((one) => (Number.isFinite(one) ? one - at : 'ever'))]))}|${defaulted.join()}|${stimuli}`;

/** The label of the move that time makes. */
export const TIME_PASSES = 'time passes';

/** How many acts are tried in a situation before `goOn` is asked again. */
const ASK_EVERY = 200;

/** Undefined where `goOn` ended it. */
function successorsByAct(text: Text, node: Node, classes: readonly Class[], scope: Scope, watched: Watched, goOn: () => boolean): Node[] | undefined {
  const next: Node[] = [];
  for (const [index, { kind, happening, label }] of classes.entries()) {
    if (index % ASK_EVERY === ASK_EVERY - 1 && !goOn()) return undefined;
    if (kind === 'stimulus' && node.stimuli >= scope.stimuli) continue;
    const limited = scope.limits?.findIndex(({ act }) => act === happening.act) ?? -1;
    if (limited >= 0 && (node.counts[limited] ?? 0) >= (scope.limits?.[limited]?.atMost ?? 0)) continue;
    if (kind === 'ballot' && !mayVote(text, node.situation, happening)) continue;
    if (kind === 'conduct' && !bears(text, node.situation, happening)) continue;
    const entry: Entry = { ...happening, id: `e${node.entries + 1}`, occurred: { from: node.at, to: node.at }, knownAt: node.at };
    const { situation, changes } = step(text, node.situation, entry);
    next.push({ ...node, situation, watches: watched(node.watches, changes, situation, node.at, false), stimuli: node.stimuli + (kind === 'stimulus' ? 1 : 0), counts: limited < 0 ? node.counts : node.counts.map((count, at) => (at === limited ? count + 1 : count)), entries: node.entries + 1, from: node, entry, by: label });
  }
  return next;
}

/** A ballot is cast once, save where it may be changed: nobody votes both ways at one instant. */
function mayVote(text: Text, situation: Situation, { actor, arguments: { decision } }: Happening): boolean {
  const open = situation.decisions.get(String(decision));
  return open?.state === 'open' && actor.kind === 'one' && (!open.ballots.has(actor.name) || text.decisions.some((one) => one.name === decision && one.ballotsMayBeChanged));
}

/** Whether some life in the situation could be moved by the act: an act that is only owed or allowed changes nothing for who neither owes nor may. */
function bears(text: Text, situation: Situation, { act, actor }: Happening): boolean {
  if (text.listeners.has(`act:${act}`) || actor.kind !== 'one') return true;
  return (text.byContent.get(act) ?? []).some(({ name }) => [name, `${name}${REMEDY_SUFFIX}`].some((clause) => [...(situation.norms.get(clause)?.values() ?? [])].some(({ members, state }) => members.includes(actor.name) && !DONE.has(state))));
}

const DONE = new Set(['performed', 'cured', 'excused', 'waived', 'lapsed', 'expired', 'revoked', 'defaulted']);

/** What time alone makes of a node: the next node, `barred` where someone bound to perform would default, `quiet` where nothing more changes. */
function passing(text: Text, node: Node, acts: readonly Node[], claims: readonly Claim[], scope: Scope, watched: Watched): Node | 'barred' | 'quiet' {
  const { situation, changes } = elapse(text, node.situation, node.at);
  const defaulted = defaultedAfter(text, node.defaulted, changes, claims[0]?.assuming ?? [], scope.free ?? []);
  if (!defaulted) return 'barred';
  const watches = watched(node.watches, changes, situation, node.at, true);
  const next = Math.min(Infinity, ...[...clocksOf({ situation, watches }, text)].filter((one) => one > node.at && one - node.at <= scope.horizonMs));
  const moved = changes.length > 0;
  if (next === Infinity && !moved && JSON.stringify(watches) === JSON.stringify(node.watches)) return 'quiet';
  const waits = moved || !scope.jump || acts.some((one) => begins(node, one, text, scope.horizonMs));
  const at = waits ? Math.min(next, node.at + scope.tickMs) : next;
  const { by: _by, ...rest } = node;
  return { ...rest, situation, watches, defaulted, at: Number.isFinite(at) ? at : node.at + scope.tickMs, from: node, entry: undefined };
}

const RUNNING = new Set(['pending', 'due', 'suspended', 'breached', 'available', 'dormant', 'undetermined']);

/** Ends of everything that runs. */
export function clocksOf({ situation, watches }: Pick<Node, 'situation' | 'watches'>, text: Text): Set<Instant> {
  const ends = new Set<Instant>(watches.flatMap((watch) => watch.awaited).filter(Number.isFinite));
  for (const instances of situation.norms.values()) for (const { deadline, effectiveAt, state } of instances.values()) { if (deadline && RUNNING.has(state)) ends.add(deadline.to); if (effectiveAt !== undefined) ends.add(effectiveAt); }
  for (const { state, closes } of situation.decisions.values()) if (state === 'open' && closes) ends.add(closes.to);
  for (const { index, within } of text.forgetting) for (const { at } of situation.memory.watched[index] ?? []) ends.add(addDuration(at.from, within, text.calendar) + 1);
  for (const instant of text.fixedInstants) ends.add(instant);
  return ends;
}

/** Whether an act begins a window while an older one runs on: then it matters when the act falls, and time may not jump. */
function begins(before: Node, after: Node, text: Text, horizonMs: number): boolean {
  // Dates that lie behind run no more, and what lies beyond the horizon is not waited for.
  const ahead = (ends: Set<Instant>): Set<Instant> => new Set([...ends].filter((end) => end >= before.at && end - before.at <= horizonMs));
  const old = ahead(clocksOf(before, text));
  const now = [...ahead(clocksOf(after, text))];
  return now.some((end) => old.has(end)) && now.some((end) => !old.has(end));
}

/** Those who have let a duty pass, or undefined where the assumptions do not allow it. Prohibitions are left out: who breaks one acts, and acts are free; so are free parties. */
function defaultedAfter(text: Text, before: readonly string[], changes: readonly Change[], assuming: Claim['assuming'], free: readonly string[]): readonly string[] | undefined {
  if (assuming.length === 0) return before;
  const all = new Set(before);
  for (const { verdict } of changes) {
    const duty = text.clauses.get(verdict.clause);
    if (verdict.state !== 'breached' || duty?.kind !== 'duty' || duty.content.kind === 'refrain' || typeof verdict.debtor !== 'string') continue;
    for (const name of verdict.debtor.split(' and ')) if (!free.includes(name)) all.add(name);
  }
  for (const name of all) if (!assuming.some(({ group }) => membersOf(text, group).includes(name))) return undefined;
  for (const { atMost, group } of assuming) if (membersOf(text, group).filter((name) => all.has(name)).length > atMost) return undefined;
  return [...all].sort();
}

const membersOf = (text: Text, group: Claim['assuming'][number]['group']): readonly string[] => text.people.namesOf(group, {}, DEFAULT_START) ?? [];

/** Nodes by instant, earliest first; those of one instant in the order they came. */
function byTime(nodes: readonly Node[]): { readonly take: () => Node | undefined; readonly add: (node: Node) => void } {
  const buckets = new Map<Instant, Node[]>();
  const add = (node: Node): void => { const bucket = buckets.get(node.at); if (bucket) bucket.push(node); else buckets.set(node.at, [node]); };
  nodes.forEach(add);
  return {
    add,
    take: () => {
      if (buckets.size === 0) return undefined;
      const at = Math.min(...buckets.keys());
      const bucket = buckets.get(at) as Node[];
      const node = bucket.shift();
      if (bucket.length === 0) buckets.delete(at);
      return node;
    },
  };
}

/** The entries that led to a node, oldest first. */
export function recordOf(node: Node): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at: Node | undefined = node; at; at = at.from) if (at.entry) entries.push(at.entry);
  return entries.reverse();
}

/** The tick of a treaty: what it says, else the greatest common divisor of its windows and those of its claims (months and years count by days). */
export function tickOf(treaty: Treaty): number {
  const { tick } = treaty.calendar;
  if (tick) return addDuration(0, tick, treaty.calendar);
  const lengths = [...objectsIn([treaty.clauses, treaty.claims, treaty.entryIntoForce, treaty.terminations])].flatMap((one) => {
    const { amount, unit } = one as { amount?: unknown; unit?: unknown };
    return typeof amount === 'number' && typeof unit === 'string' ? [lengthOf(one as Duration)] : [];
  });
  return lengths.reduce((a, b) => divisor(a, b), 0) || 3_600_000;
}

const UNITS: Readonly<Record<Duration['unit'], number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 86_400_000, year: 86_400_000 };
const lengthOf = ({ amount, unit }: Duration): number => Math.round(amount * UNITS[unit]);
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
