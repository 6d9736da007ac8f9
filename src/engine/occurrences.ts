/** Whether a signal is an occurrence of an event of the text: true, undetermined, or false with the condition that failed. */
import type { Actor, Event, NormState, Reason, TimeRange, Truth } from '../treaty/index.js';
import { addDuration, dayTimeOf, DAY_MS, durationWords, isoOf } from './calendar.js';
import { actsOf, evaluate, isState, tallyOf, type Scene } from './conditions.js';
import { matchAct } from './match.js';
import { whoWords } from './people.js';
import { covered } from './memory.js';
import { meant, sameStanding, stoodIn } from './roles.js';
import { exactly, later, mapRange, notAfter } from './range.js';
import type { Signal } from './signals.js';
import type { Bindings, Remembered } from './situation.js';
import { not } from './truth.js';

export interface Occurrence {
  readonly truth: Truth;
  /** From when windows run: the later of the act and what settled it. */
  readonly at: TimeRange;
  /** When the act itself occurred. */
  readonly actAt: TimeRange;
  /** Entry id, or the name of the instant. */
  readonly label: string;
  readonly entries: readonly string[];
  readonly bindings: Bindings;
  readonly reasons: readonly Reason[];
  /** The argument summed by `repeated`, when the signal is an entry. */
  readonly value: number;
  /** For false: how many conditions of the pattern were met before the one that failed. */
  readonly met?: number;
}

/** Undefined when the signal has nothing to do with the event. */
export function occurrenceOf(event: Event, signal: Signal, scene: Scene): Occurrence | undefined {
  switch (event.kind) {
    case 'act': {
      if (signal.kind !== 'entry') return undefined;
      const match = matchAct(scene.text, event, signal.entry, scene.bindings, scene.article, scene.quiet);
      return match && ofEntry(signal, match.truth, match.bindings, match.reasons, match.met);
    }
    case 'finding': {
      if (signal.kind !== 'entry' || signal.entry.act !== event.finding) return undefined;
      return findingOccurrence(event, signal, scene);
    }
    case 'defined': {
      const definition = scene.text.definitions.get(event.name);
      if (definition?.meaning.kind !== 'event') return undefined;
      return occurrenceOf(definition.meaning.event, signal, { ...scene, article: definition.article });
    }
    case 'becomes': return becomes(event, signal, scene);
    case 'instant':
      if (signal.kind !== 'instant' || signal.at !== event.instant) return undefined;
      return ofInstant(exactly(signal.at), dayTimeOf(signal.at), [], scene);
    case 'signature': case 'entry into force':
      if (signal.kind !== 'instrument' || signal.what !== event.kind) return undefined;
      return ofInstant(signal.at, event.kind, signal.entries, scene);
    case 'either': {
      const all = event.of.map((one) => occurrenceOf(one, signal, scene)).filter((one) => one !== undefined);
      return all.find((one) => one.truth === 'true') ?? all.find((one) => one.truth === 'undetermined') ?? noneOf(all);
    }
    case 'guarded': return guarded(event, signal, scene);
    case 'repeated': return repeated(event, signal, scene);
    case 'to be agreed': return undefined;
  }
}

function ofEntry(signal: Extract<Signal, { kind: 'entry' }>, truth: Truth, bindings: Bindings, reasons: readonly Reason[], met?: number): Occurrence {
  const { entry } = signal;
  const at = signal.settledAt ? later(entry.occurred, signal.settledAt) : entry.occurred;
  const occurrence = { truth, bindings, reasons, label: entry.id, entries: [entry.id], actAt: entry.occurred, value: 1, at };
  return met === undefined ? occurrence : { ...occurrence, met };
}

/** Every alternative failed: each with the condition it failed at, the one that came nearest first. */
function noneOf(all: readonly Occurrence[]): Occurrence | undefined {
  if (all.length < 2) return all[0];
  const byNearness = [...all].sort((a, b) => (b.met ?? 0) - (a.met ?? 0));
  const [first] = byNearness;
  return first && { ...first, reasons: byNearness.flatMap(({ reasons }) => reasons).filter(({ text }, index, each) => each.findIndex((other) => other.text === text) === index) };
}

const ofInstant = (at: TimeRange, label: string, entries: readonly string[], scene: Scene): Occurrence => ({
  truth: 'true', at, actAt: at, label, entries, bindings: {}, value: 1,
  reasons: [{ article: scene.article, entries, rule: 'time', text: label === dayTimeOf(at.from) ? label : `${label}, ${dayTimeOf(at.from)}` }],
});

function findingOccurrence(event: Extract<Event, { kind: 'finding' }>, signal: Extract<Signal, { kind: 'entry' }>, scene: Scene): Occurrence {
  const { entry } = signal;
  const condition = { kind: 'found' as const, finding: event.finding, ...(event.by ? { by: event.by } : {}), ...(event.names ? { names: event.names } : {}), span: event.span };
  const alone: Scene = { ...scene, situation: { ...scene.situation, memory: { ...scene.situation.memory, findings: [entry] } } };
  const { truth, reasons } = evaluate(condition, alone);
  const declared = scene.text.treaty.findings.find((finding) => finding.name === event.finding);
  const bound = scene.text.people.bind(event.names, entry.on, scene.text.people.bind(event.by ?? declared?.madeBy, entry.actor, scene.bindings));
  return ofEntry(signal, truth, bound, reasons);
}

/** States an undetermined life cannot turn out to have reached: it would not be undetermined but that. */
const NEVER_OPEN = new Set<NormState>(['undetermined', 'pending', 'dormant']);

function becomes(event: Extract<Event, { kind: 'becomes' }>, signal: Signal, scene: Scene): Occurrence | undefined {
  if (signal.kind !== 'moved' || signal.clause !== event.clause) return undefined;
  const reached = isState(signal.state, event.state);
  const open = signal.state === 'undetermined' && !NEVER_OPEN.has(event.state);
  if (!reached && !open) return undefined;
  // It occurs when the state is reached, not again at each further turn within it (breached, then defaulted).
  if (reached && signal.from !== undefined && isState(signal.from, event.state)) return undefined;
  const { quantifier } = event;
  const mover: Actor | undefined = signal.oneOf ? { kind: 'one of', names: signal.oneOf } : signal.debtor === undefined ? undefined : { kind: 'one', name: signal.debtor };
  let truth: Truth = reached ? 'true' : 'undetermined';
  if (quantifier.kind === 'of') {
    const included = scene.text.people.includes(quantifier.who, mover, scene.bindings, signal.at.from);
    if (included === 'false') return undefined;
    if (included === 'undetermined') truth = 'undetermined';
  } else if (quantifier.kind === 'each' || quantifier.kind === 'at least') {
    // The event occurs at the move that completes the number, and at no later one. The situation already holds this move and those of the instant still to be heard.
    if (reached && signal.others.some((state) => isState(state, event.state))) return undefined;
    const { sure, maybe, of: total } = tallyOf(event.clause, event.state, quantifier, scene);
    const heard = sure - (scene.ahead ?? []).filter((one) => one.kind === 'moved' && one.clause === event.clause && isState(one.state, event.state) && !(one.from !== undefined && isState(one.from, event.state))).length;
    const wanted = quantifier.kind === 'each' ? total : quantifier.count;
    if (typeof wanted !== 'number') truth = 'undetermined';
    else {
      if (heard + maybe < wanted || (reached && heard > wanted)) return undefined;
      truth = reached && heard >= wanted ? 'true' : 'undetermined';
    }
  }
  const who = quantifier.kind === 'of' ? ` of ${whoWords(quantifier.who)}` : signal.debtor ? ` of ${signal.debtor}` : '';
  const article = scene.text.clauses.get(event.clause)?.article ?? scene.article;
  return {
    truth, at: signal.at, actAt: signal.at, entries: signal.entries, bindings: quantifier.kind === 'of' ? scene.text.people.bind(quantifier.who, mover, signal.bindings) : signal.bindings, value: 1,
    label: signal.entries[0] ?? `${event.clause}${signal.debtor === undefined ? '' : ` of ${signal.debtor}`} is ${event.state}, ${isoOf(signal.at.from)}`,
    reasons: [{ article, entries: signal.entries, rule: 'trigger', text: `${event.clause}${who} is ${signal.state} since ${dayTimeOf(signal.at.from)}`, ...(truth === 'undetermined' ? { settledBy: `whatever settles ${event.clause}` } : {}) }],
  };
}

function guarded(event: Extract<Event, { kind: 'guarded' }>, signal: Signal, scene: Scene): Occurrence | undefined {
  let inner = occurrenceOf(event.of, signal, scene);
  if (!inner || inner.truth === 'false') return inner;
  const within: Scene = { ...scene, bindings: inner.bindings, ...(signal.kind === 'entry' ? { entry: signal.entry } : {}) };
  for (const [condition, negate] of [[event.when, false], [event.unless, true]] as const) {
    if (!condition) continue;
    const holding = evaluate(condition, within);
    const truth = negate ? not(holding.truth) : holding.truth;
    if (truth === 'false') {
      const reasons = holding.reasons.map((reason): Reason => (reason.rule === 'finding' || reason.rule === 'trigger' ? { ...reason, rule: negate ? 'exception' : 'precondition' } : reason));
      return { ...inner, truth: 'false', reasons };
    }
    if (truth === 'undetermined') {
      inner = { ...inner, truth: 'undetermined', reasons: inner.truth === 'undetermined' ? [...inner.reasons, ...holding.reasons] : holding.reasons };
    } else if (inner.truth === 'true') inner = { ...inner, reasons: [...inner.reasons, ...holding.reasons] };
  }
  return inner;
}

function repeated(event: Extract<Event, { kind: 'repeated' }>, signal: Signal, scene: Scene): Occurrence | undefined {
  const inner = occurrenceOf(event.of, signal, scene);
  if (!inner || inner.truth === 'false') return inner;
  const { threshold, within, sum } = event;
  if (typeof threshold !== 'number') return { ...inner, truth: 'undetermined', reasons: [{ article: scene.article, entries: inner.entries, rule: 'to be agreed', text: 'how many are needed is to be agreed', settledBy: 'the parties, by agreeing it' }] };
  const index = scene.text.watchOf.get(event.of);
  const since = mapRange(inner.actAt, (instant) => addDuration(instant, { amount: -within.amount, unit: within.unit }, scene.text.calendar));
  const asked = index === undefined ? [] : scene.text.watches[index]?.asked ?? [];
  // Where the event speaks of roles, acts count that those meant did or suffered; where it is remembered for anyone, acts of the same ones.
  const standing = stoodIn(inner.bindings);
  const fits = (one: Remembered): Truth => (asked.length > 0 ? meant(scene.text.people, asked, one, scene.bindings) : sameStanding(one.stood, standing) ? 'true' : 'false');
  const earlier = (index === undefined ? [] : scene.situation.memory.watched[index] ?? []).filter((one) => one.at.to >= since.from && one.at.from <= inner.actAt.to && !one.entries.includes(inner.label) && fits(one) !== 'false');
  const surely = (one: Remembered): boolean => one.truth === 'true' && fits(one) === 'true' && notAfter(since, one.at) === 'true' && notAfter(one.at, inner.actAt) === 'true';
  const worth = (at: TimeRange, value: number, least: boolean): number => {
    if (!sum) return 1;
    if (Number.isNaN(value)) return least ? 0 : Number.POSITIVE_INFINITY;
    const ageMs = least === value >= 0 ? inner.actAt.to - at.from : Math.max(0, inner.actAt.from - at.to);
    return value * sum.decayPerDay ** (ageMs / DAY_MS);
  };
  const own = signal.kind === 'entry' && sum ? Number(signal.entry.arguments[sum.argument] ?? Number.NaN) : 1;
  // Σ decay^Δt · sₖ ≥ Θ (Maass 2021); a plain count is the same sum with every value 1 and no decay.
  const sure = earlier.filter(surely).reduce((total, one) => total + worth(one.at, one.value, true), inner.truth === 'true' ? worth(inner.actAt, own, true) : 0);
  // Where the record would not hold every such act, others may have been: the count has no upper end.
  const whole = covered(scene.situation.memory, actsOf(event.of, scene.text), { from: since.from, to: inner.actAt.from });
  const possible = whole ? earlier.reduce((total, one) => total + worth(one.at, one.value, false), worth(inner.actAt, own, false)) : Number.POSITIVE_INFINITY;
  const truth: Truth = inner.truth === 'true' && sure >= threshold ? 'true' : possible >= threshold ? 'undetermined' : 'false';
  const entries = [...new Set([...earlier.flatMap((one) => one.entries), ...inner.entries])];
  const counted = sum ? `${sum.argument} adds up to ${Math.round(sure * 100) / 100}` : `${sure} occurrence${sure === 1 ? '' : 's'}`;
  return {
    ...inner, truth, entries, value: own,
    reasons: [{ article: scene.article, entries, rule: 'threshold', text: `${counted} within ${durationWords(within)}; ${threshold} needed${whole ? '' : '; the record may lack others'}`, ...(truth === 'undetermined' ? { settledBy: whole ? 'what settles the entries named' : 'a record that covers the period' } : {}) }],
  };
}
