/** One run by the reference engine, step by step: slow and obvious. The oracle for the faster driver. */
import { begin, elapse, matchAct, step, type Situation, type Text } from '../engine/index.js';
import { clocksOf, FRESH, follow, type Class, type Watch } from '../explore/index.js';
import type { Change, Claim, Entry, Event, Instant } from '../treaty/index.js';
import { chosen, classFor, delaySpan, thresholds, windowAt, type Slot, type Table } from './agents.js';
import { draw, WHOLE } from './chance.js';
import { kindOf, type Outcome, type Standing } from './outcome.js';

export interface Setting { readonly text: Text; readonly table: Table; readonly claims: readonly Claim[]; readonly horizonMs: number }

type Bindings = Parameters<typeof classFor>[4];
interface Plan { readonly slot: number; readonly key: string; readonly at: number; readonly acts: readonly number[]; readonly bindings: Bindings; open: boolean }

/** Falls by itself or answers an event: counts whatever is owed. */
const counts = ({ kind, trigger }: Slot): boolean => kind === 'stimulus' || kind === 'act' || trigger !== undefined;

export const RUNS = 0;

/** `silent` are the causes at work in the run, as bits. */
export function causesAt({ causes }: Table, values: readonly number[], seed: number, run: number): number {
  return causes.reduce((bits, parameter, index) => (draw(seed, RUNS, run, index) < Math.round((values[parameter] ?? 0) * WHOLE) ? bits | (1 << index) : bits), 0);
}

export function runPlainly({ text, table, claims, horizonMs }: Setting, values: readonly number[], seed: number, run: number): Outcome {
  const { start, tickMs, slots, width, classes } = table;
  const end = start + horizonMs;
  const ends = slots.map((slot) => thresholds(slot, values));
  const silent = causesAt(table, values, seed, run);
  const times = slots.map(() => 0);
  const plans = new Map<string, Plan>();
  const way: [number, number][] = [];
  const responses = claims.map(() => -1);
  const waiting = claims.map(() => false);
  let firstStimulus = -1;
  const first = begin(text, { complete: true, inForceFrom: start });
  let situation: Situation = first.situation;
  let watches: readonly Watch[] = claims.map(() => FRESH);
  const watched = (changes: readonly Change[], now: Instant, closed: boolean): void => {
    watches = claims.map((claim, index) => follow(claim, watches[index] ?? FRESH, changes, now, closed, text.treaty, (name) => situation.states.get(name)));
    watches.forEach(({ awaited, touched, verdict }, index) => {
      if (claims[index]?.form.kind !== 'whenever') return;
      const answered = awaited.length === 0 && verdict === 'open' && touched && responses[index] === -1;
      if (answered) responses[index] = Math.max(0, Math.round((now - start) / tickMs) - Math.max(0, firstStimulus));
      waiting[index] = awaited.length > 0;
    });
  };
  const plan = (index: number, key: string, opened: number, bindings: Bindings): void => {
    const slot = slots[index] as Slot;
    const bits = draw(seed, RUNS, run, table.causes.length + index + (times[index] as number) * width);
    times[index] = (times[index] as number) + 1;
    const window = windowAt(slot, table, text, opened);
    const mine = ends[index] ?? [];
    // What comes again has its time also where it does not come.
    const choice = (slot.silencedBy & silent) !== 0 ? undefined : chosen(bits, slot.again ? [...mine, WHOLE] : mine, (option) => delaySpan(slot.delays?.[option] ?? slot.delay, tickMs, window));
    const act = choice && !slot.allOfThem && slot.kind !== 'act' ? classFor(slot, choice.option, table, text, bindings) : undefined;
    const acts = !choice ? [] : slot.allOfThem || slot.kind === 'act' ? slot.options[choice.option] ?? [] : act === undefined ? [] : [act];
    plans.set(key, { slot: index, key, at: choice ? opened + (slot.again ? Math.max(1, choice.delay) : choice.delay) : Infinity, acts, bindings, open: true });
  };
  const look = (opened: number): void => {
    const standing = new Map<string, readonly [open: boolean, slot: number, bindings: Bindings]>();
    slots.forEach((slot, index) => {
      if (counts(slot)) return;
      if (slot.kind === 'ballot') {
        const decision = situation.decisions.get(slot.clause);
        if (decision?.state === 'open' && decision.eligible.includes(slot.member) && !decision.ballots.has(slot.member)) standing.set(`${index}|`, [true, index, {}]);
      } else if (slot.kind === 'duty' || slot.kind === 'power') {
        for (const { key, members, state, stage, bindings } of situation.norms.get(slot.clause)?.values() ?? []) {
          if (!members.includes(slot.member)) continue;
          const open = slot.kind === 'power' ? state === 'available' : slot.stage === 0 ? state === 'due' : state === 'breached' && stage === slot.stage;
          const holds = open || (slot.kind === 'duty' && slot.stage === 0 && (state === 'breached' || state === 'suspended' || state === 'defaulted'));
          if (holds) standing.set(`${index}|${key}`, [open, index, bindings]);
        }
      }
    });
    for (const [key, { slot }] of plans) if (!counts(slots[slot] as Slot) && !standing.has(key)) plans.delete(key);
    for (const [key, [open, slot, bindings]] of standing) {
      const before = plans.get(key);
      if (open && !before?.open) plan(slot, key, opened, bindings);
      else if (before) before.open = open;
    }
  };
  const takePlan = (): Plan | undefined => {
    let best: Plan | undefined;
    for (const one of plans.values()) if (one.at < Infinity && (!best || one.at < best.at || (one.at === best.at && (one.slot < best.slot || (one.slot === best.slot && one.key < best.key))))) best = one;
    return best;
  };
  const answering = slots.some(({ trigger }) => trigger !== undefined);
  /** Plans what answers an event, each time it occurs; the entry says whom it met. */
  const answer = (changes: readonly Change[], opened: number, entry?: Entry): void => {
    if (!answering) return;
    for (const { verdict: { clause, state } } of changes) {
      if (state !== 'true') continue;
      slots.forEach(({ trigger, when }, index) => { if (trigger === clause && when) plan(index, `${index}|${times[index] ?? 0}`, opened, entry ? metBy(text, when, entry) : {}); });
    }
  };
  /** Of what answers an event, what can be done now: a vote still open, an act that meets what is owed rather than another. */
  const fitting = ({ acts, bindings, slot }: Plan): readonly number[] => {
    const one = slots[slot] as Slot;
    if (one.kind !== 'act') return acts;
    const able = acts.filter((index) => {
      const act = classes[index];
      if (act?.kind !== 'ballot') return true;
      const decision = situation.decisions.get(one.clause);
      return decision?.state === 'open' && decision.eligible.includes(one.member) && !decision.ballots.has(one.member);
    });
    const entryOf = (index: number): Entry => ({ ...(classes[index] as Class).happening, id: '', occurred: { from: start, to: start }, knownAt: start });
    const meant = one.acts.length === 0 ? able : able.filter((index) => one.acts.some((pattern) => { const truth = matchAct(text, pattern, entryOf(index), bindings, '')?.truth; return truth === 'true' || truth === 'undetermined'; }));
    const owed = meant.find((index) => (text.byContent.get(classes[index]?.happening.act ?? '') ?? []).some((clause) => [...(situation.norms.get(clause.name)?.values() ?? [])].some(({ members, state, bindings: bound }) => {
      const contents = clause.kind === 'duty' ? (clause.content.kind === 'achieve' ? clause.content.acts : []) : clause.kind === 'power' ? clause.acts : [];
      return members.includes(one.member) && OPEN.has(state) && contents.some((pattern) => matchAct(text, pattern, entryOf(index), bound, '')?.truth === 'true');
    })));
    return [owed ?? meant[0]].filter((index) => index !== undefined);
  };
  slots.forEach((slot, index) => { if (counts(slot) && slot.trigger === undefined) plan(index, `${index}|`, 0, {}); });
  watched(first.changes, start, false);
  answer(first.changes, 0);
  look(0);
  let tick = 0;
  let quiet = true;
  for (let rounds = 0; ; rounds += 1) {
    if (rounds > 100_000) throw new RangeError('a run does not end');
    const next = takePlan();
    const now = start + tick * tickMs;
    if (next && next.at <= tick) {
      plans.set(next.key, { ...next, at: Infinity });
      const slot = slots[next.slot] as Slot;
      if (slot.trigger !== undefined) plans.delete(next.key);
      for (const index of fitting(next)) {
        const act = classes[index];
        if (!act) continue;
        if (slot.kind === 'stimulus' && firstStimulus < 0) firstStimulus = tick;
        way.push([index, tick]);
        const entry: Entry = { ...act.happening, id: `e${way.length}`, occurred: { from: now, to: now }, knownAt: now };
        const followed = step(text, situation, entry);
        situation = followed.situation;
        watched(followed.changes, now, false);
        answer(followed.changes, tick, entry);
        look(tick);
      }
      if (slot.again) plan(next.slot, next.key, tick, {});
      continue;
    }
    const clock = Math.min(Infinity, ...[...clocksOf({ situation, watches }, text)].filter((one) => one >= now && one - now <= horizonMs));
    const runs = clock < Infinity;
    if (!runs && !next) break;
    if (next && (!runs || start + next.at * tickMs <= clock)) {
      if (start + next.at * tickMs > end) { quiet = false; break; }
      tick = next.at;
      continue;
    }
    if (clock > end) { quiet = false; break; }
    const passed = elapse(text, situation, clock);
    situation = passed.situation;
    watched(passed.changes, clock, true);
    const opened = Math.max(tick, Math.ceil((clock - start) / tickMs));
    answer(passed.changes, opened);
    look(opened);
    tick = Math.floor((clock - start) / tickMs) + 1;
  }
  const lives = [...[...situation.norms.values()].flatMap((all) => [...all.values()].map(({ clause, state }) => ({ clause, state }))), ...[...situation.decisions.values()].map(({ decision, state }) => ({ clause: decision, state }))];
  return { standings: claims.map((claim, index) => standingOf(claim, watches[index] ?? FRESH, quiet)), responses, kind: kindOf(lives.filter(({ clause }) => text.clauses.has(clause))), way };
}

const OPEN = new Set(['due', 'breached', 'defaulted', 'available']);

/** Whom an act met, as the event speaks of it. */
function metBy(text: Text, event: Event, entry: Entry): Bindings {
  switch (event.kind) {
    case 'act': { const match = matchAct(text, event, entry, {}, ''); return match && match.truth !== 'false' ? match.bindings : {}; }
    case 'defined': { const meaning = text.definitions.get(event.name)?.meaning; return meaning?.kind === 'event' ? metBy(text, meaning.event, entry) : {}; }
    case 'either': return Object.assign({}, ...event.of.map((one) => metBy(text, one, entry))) as Bindings;
    case 'guarded': case 'repeated': return metBy(text, event.of, entry);
    default: return {};
  }
}

/** A cut run leaves open what is still awaited. */
function standingOf({ form }: Claim, { verdict, awaited, touched }: Watch, quiet: boolean): Standing {
  if (verdict === 'fails') return 'fails';
  if (verdict === 'undetermined') return 'undetermined';
  if (verdict === 'met') return 'holds';
  if (form.kind === 'possible') return 'fails';
  if (form.kind === 'always' || form.kind === 'never') return 'holds';
  if (awaited.length > 0) return quiet ? 'fails' : 'undetermined';
  return touched ? 'holds' : 'not asked';
}
