/** Who hears what: an entry, a move, an instant is offered to every clause that waits for it; what a later finding changes is offered again. */
import type { Entry } from '../treaty/index.js';
import { addDuration } from './calendar.js';
import type { Scene } from './conditions.js';
import { decisionCauseFell, openDecision } from './decisions.js';
import { instancesOf, say, sceneOf, setMemory, type Draft } from './draft.js';
import { causeDoubted, causeFell, lapse } from './duties.js';
import { terminate } from './instrument.js';
import { remember } from './memory.js';
import { occurrenceOf, type Occurrence } from './occurrences.js';
import { awaitedOccurred, openDuty, windowOpened } from './opening.js';
import { openPower, powerCauseFell } from './powers.js';
import { exactly } from './range.js';
import { sameStanding, stoodIn } from './roles.js';
import { keyOf, type Signal } from './signals.js';
import type { Instance, Memory, PendingEntry } from './situation.js';
import type { Listener } from './text.js';

const articleOfListener = (listener: Listener): string => (listener.role === 'watch' || listener.role === 'terminates' ? listener.article : listener.clause.article);

const UNASKED: readonly undefined[] = [undefined];

/** The lives of the clause an event is asked of one by one, since it speaks of roles; else it is asked once for all. */
const livesAsked = (draft: Draft, listener: Listener): readonly (Instance | undefined)[] =>
  (listener.scoped && listener.role !== 'watch' && listener.role !== 'terminates' ? instancesOf(draft, listener.clause.name) : UNASKED);

const NOBODY: Scene['bindings'] = {};

export function deliver(draft: Draft, signal: Signal): void {
  let mayChange = false;
  for (const listener of draft.text.listeners.get(keyOf(signal)) ?? []) {
    for (const life of livesAsked(draft, listener)) {
      const { text, situation } = draft;
      const base = { text, situation, now: situation.now, bindings: life?.bindings ?? NOBODY, article: articleOfListener(listener) };
      // Written out by hand: every act is offered to every clause that listens.
      const scene: Scene = signal.kind === 'entry' ? { text, situation, now: base.now, bindings: base.bindings, article: base.article, entry: signal.entry, quiet: listener.role !== 'definition' } : signal.kind === 'moved' ? { ...base, ahead: [...draft.queue] } : base;
      const occurrence = occurrenceOf(listener.event, signal, scene);
      if (!occurrence) continue;
      mayChange ||= listener.revisable;
      hear(draft, listener, occurrence, signal, life);
    }
  }
  if (mayChange && signal.kind === 'entry') keepPending(draft, signal.entry);
}

/** Keeps an entry whose bearing a later finding may settle. */
export function keepPending(draft: Draft, entry: Entry): void {
  if (draft.situation.pending?.entry === entry) return;
  const pending: PendingEntry = { entry, next: draft.situation.pending };
  draft.situation = { ...draft.situation, pending };
}

/** Earlier acts that the findings of this instant make other than they were are heard again; the rest stands. Returns the acts in question. */
export function reconsider(draft: Draft, because: readonly Entry[], before: Memory): readonly Entry[] {
  const findings = because.filter((entry) => draft.text.findings.has(entry.act));
  if (!draft.text.revisable || findings.length === 0) return [];
  const about = findings.every((entry) => entry.about !== undefined) ? new Set(findings.map((entry) => entry.about)) : undefined;
  const again = new Set<Entry>();
  for (let link = draft.situation.pending; link; link = link.next) {
    if (!because.includes(link.entry) && (!about || about.has(link.entry.id))) again.add(link.entry);
  }
  const inOrder = [...again].reverse();
  for (const entry of inOrder) {
    const signal: Signal = { kind: 'entry', entry, settledAt: exactly(draft.situation.now) };
    for (const listener of draft.text.listeners.get(keyOf(signal)) ?? []) {
      if (!listener.revisable) continue;
      for (const life of livesAsked(draft, listener)) {
        const scene = sceneOf(draft, life?.bindings ?? {}, articleOfListener(listener), entry);
        const was = occurrenceOf(listener.event, signal, { ...scene, situation: { ...scene.situation, memory: before } });
        const is = occurrenceOf(listener.event, signal, scene);
        if (is && is.truth !== was?.truth) hear(draft, listener, is, signal, life);
      }
    }
  }
  return inOrder;
}

function hear(draft: Draft, listener: Listener, occurrence: Occurrence, signal: Signal, life?: Instance): void {
  const settled = signal.kind === 'entry' && signal.settledAt !== undefined;
  switch (listener.role) {
    case 'definition': {
      const { clause } = listener;
      say(draft, {
        clause: clause.name, article: clause.article, kind: 'definition', trigger: occurrence.label, state: occurrence.truth === 'false' ? 'not in scope' : occurrence.truth,
        since: occurrence.at.from, reasons: occurrence.reasons,
      });
      return;
    }
    case 'watch': watched(draft, listener, occurrence, signal); return;
    default: break;
  }
  if (occurrence.truth === 'false') {
    if (!settled) return;
    if (listener.role === 'trigger') causeFell(draft, listener.clause, occurrence);
    else if (listener.role === 'power' || listener.role === 'permission') powerCauseFell(draft, listener.clause, occurrence);
    else if (listener.role === 'opens') decisionCauseFell(draft, listener.clause, occurrence);
    return;
  }
  const lives = life && [life];
  switch (listener.role) {
    case 'trigger':
      if (settled && occurrence.truth === 'undetermined') causeDoubted(draft, listener.clause, occurrence);
      openDuty(draft, listener.clause, occurrence);
      return;
    case 'until': lapse(draft, listener.clause, occurrence, lives); return;
    case 'window': windowOpened(draft, listener.clause, occurrence, lives); return;
    case 'only after': awaitedOccurred(draft, listener.clause, listener.index, occurrence, lives); return;
    case 'power': case 'permission': openPower(draft, listener.clause, occurrence); return;
    case 'opens': openDecision(draft, listener.clause, occurrence); return;
    case 'terminates': if (occurrence.truth === 'true') terminate(draft, listener.article, occurrence.entries, 'what ends the treaty occurred'); return;
  }
}

function watched(draft: Draft, listener: Extract<Listener, { role: 'watch' }>, occurrence: Occurrence, signal: Signal): void {
  const watch = draft.text.watches[listener.index];
  if (!watch) return;
  const before = draft.situation.memory.watched[listener.index] ?? [];
  const { truth } = occurrence;
  const stood = watch.asked.length > 0 || watch.counts ? stoodIn(occurrence.bindings) : undefined;
  // Another alternative of the same event does not take back what this one is.
  if (truth === 'false' && watch.asked.length > 0 && !(signal.kind === 'entry' && signal.settledAt)) return;
  const list = before.filter((one) => !one.entries.includes(occurrence.label) || (truth !== 'false' && !sameStanding(one.stood, stood)));
  if (truth === 'false' && list.length === before.length) return;
  const sum = watch.counts?.sum;
  const value = sum && signal.kind === 'entry' ? Number(signal.entry.arguments[sum.argument] ?? Number.NaN) : 1;
  const windowFrom = watch.counts ? addDuration(occurrence.actAt.from, { amount: -watch.counts.within.amount, unit: watch.counts.within.unit }, draft.text.calendar) : -Infinity;
  const next = truth === 'false' ? list : remember(list, { truth, at: occurrence.actAt, entries: [occurrence.label], value, ...(stood ? { stood } : {}) }, watch.keeps, windowFrom);
  if (next === before) return;
  setMemory(draft, { watched: draft.situation.memory.watched.map((old, index) => (index === listener.index ? next : old)) });
}
