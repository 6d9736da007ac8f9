/**
 * The fastest driver: what falls due is drawn together and put in order, and each act is one look at what is remembered of the treaty's situations (kernel-memory).
 * Run by run it gives what the reference driver gives; where the situations are too many to be remembered it hands over to the generated one.
 */
import { Unsupported } from '../engine/specialised/index.js';
import { classFor } from './agents.js';
import { runKey } from './chance.js';
import { Memory, CODE, ENDING, FIRST, RUNNING, stepAt, TooMany, UNKNOWN, type Endings, type Step } from './kernel-memory.js';
import { partsOf } from './kernel-parts.js';
import { OPTION_BITS, wavesOf, type Wave } from './kernel-waves.js';
import { kindOf, STANDINGS } from './outcome.js';
import { causesAt, RUNS, type Setting } from './plain.js';
import { swiftly, whereOf, type Swift } from './swift.js';

/** Clauses of at most so many parties are remembered whole; of more, party by party. */
const TOGETHER = 8;
const MOST_ROUNDS = 100_000;
/** Windows that may run beside one another, ended or not. */
const TIMERS = 256;

/** The fastest driver there is for a setting. Throws Unsupported where the treaty has no finite program. */
export function fastest(setting: Setting, together = TOGETHER): Swift {
  const plain = swiftly(setting);
  try { return remembering(setting, plain, together); } catch (fault) {
    if (fault instanceof Unsupported || fault instanceof TooMany) return plain;
    throw fault;
  }
}

interface Opening { readonly step: Step; readonly wave: Wave | undefined; readonly count: number; readonly cancels: ReadonlySet<number> }

function remembering(setting: Setting, other: Swift, together: number): Swift {
  const { text, table, claims, horizonMs } = setting;
  const { made } = other;
  const horizon = Math.floor(horizonMs / table.tickMs);
  const moveOf = new Map<number, number>();
  made.classOf.forEach((index, move) => { if (index !== undefined) moveOf.set(index, move); });
  const slots = table.slots.flatMap((slot, index) => {
    if (slot.kind === 'pledge') return [];
    const where = slot.kind === 'stimulus' ? undefined : whereOf(slot, made);
    if (slot.kind !== 'stimulus' && !where) return [];
    const classes = slot.options.map((_, option) => classFor(slot, option, table, text, {}) ?? -1);
    return [{ slot, index, where, classes, moves: classes.map((one) => moveOf.get(one) ?? -1) }];
  });
  const waves = wavesOf(slots, table, text, horizon);
  if (!waves || claims.length > 30) throw new Unsupported('more slots or ticks than a key holds');
  const { shift, times } = waves;
  const options = 1 << OPTION_BITS;
  const parts = partsOf(made, claims, together);
  const memory = new Memory(made, parts, claims, slots, options);
  const { rows, actPart, actCell } = memory;
  const starting = Int32Array.from(rows);
  const isStimulus = Uint8Array.from(slots, ({ slot }) => (slot.kind === 'stimulus' ? 1 : 0));
  const partOfClock = Int32Array.from(parts.clocks, ({ part }) => part);
  const bitOfClock = Int32Array.from(parts.clocks, (clock, index) => 1 << memory.clocksOf(clock.part).indexOf(index));
  const clocksOf = Array.from({ length: parts.count }, (_, part) => memory.clocksOf(part));
  const claimParts = Int32Array.from(claims, (_, index) => parts.partOf[fieldOf(made.program.faults[index]?.shows)] ?? 0);
  const told = Array.from({ length: parts.count }, (_, part) => part).filter((part) => [...made.duties.values(), ...made.powers.values()].flat().some(({ state }) => parts.partOf[state] === part) || [...made.decisions.values()].some(({ state }) => parts.partOf[state] === part));

  const endAt = new Int32Array(parts.clocks.length);
  const pending = new Int32Array(4 * slots.length + 64);
  const timerEnd = new Int32Array(TIMERS);
  const timerClocks: Int32Array[] = [];
  const ended = new Int32Array(parts.count);
  const standings = new Int32Array(claims.length);
  const responses = new Int32Array(claims.length);
  const key = new Uint32Array(2);
  const openings = new Map<Step, Opening>();
  const log: number[] = [];
  let head = 0, count = 0, timers = 0, nextTimer = 0, first = -1, a = 0, b = 0, silent = 0, isLogged = false;
  /** Given up: the other driver does all from here on. */
  let tooMany = false;

  const openingOf = (step: Step): Opening => {
    const before = openings.get(step);
    if (before) return before;
    const one: Opening = { step, wave: step.opens.length > 0 ? waves.wave(step.opens) : undefined, count: step.opens.length, cancels: new Set(step.cancels) };
    openings.set(step, one);
    return one;
  };

  /** Puts the acts of a wave among those that wait. */
  const plan = (wave: Wave, most: number, opened: number): void => {
    if (head === count) { head = 0; count = wave(opened, silent, a, b, pending, 0); return; }
    if (count + most > pending.length) { pending.copyWithin(0, head, count); count -= head; head = 0; }
    const acts = wave(opened, silent, a, b, pending, count);
    for (const end = count + acts; count < end; count += 1) {
      const one = pending[count] as number;
      let at = count - 1;
      while (at >= head && (pending[at] as number) > one) { pending[at + 1] = pending[at] as number; at -= 1; }
      pending[at + 1] = one;
    }
  };

  const cancel = (slotsOut: ReadonlySet<number>): void => {
    let kept = head;
    for (let at = head; at < count; at += 1) { const one = pending[at] as number; if (!slotsOut.has((one & ((1 << shift) - 1)) >> OPTION_BITS)) { pending[kept] = one; kept += 1; } }
    count = kept;
  };

  const soonest = (): void => { nextTimer = 0x7fffffff; for (let at = 0; at < timers; at += 1) if ((timerEnd[at] as number) < nextTimer) nextTimer = timerEnd[at] as number; };

  /** What a step brings about, at tick `now`. */
  const apply = (found: Step, now: number): void => {
    let step = found;
    while (step.part >= 0) step = step.to[step.rows.indexOf(rows[step.part] as number)] as Step;
    const { parts: changed, into, begins, answers, cancels, opens } = step;
    for (let at = 0; at < changed.length; at += 1) rows[changed[at] as number] = into[at] as number;
    for (let at = 0; at < begins.length; at += 1) {
      const { ticks, clocks } = begins[at] as Step['begins'][number];
      const end = now + ticks;
      for (let of = 0; of < clocks.length; of += 1) endAt[clocks[of] as number] = end;
      if (timers === TIMERS) tidy();
      timerEnd[timers] = end;
      timerClocks[timers] = clocks;
      timers += 1;
      if (end < nextTimer) nextTimer = end;
    }
    for (let at = 0; at < answers.length; at += 1) { const claim = answers[at] as number; if (responses[claim] === -1) responses[claim] = now - (first > 0 ? first : 0); }
    if (cancels.length > 0) cancel(openingOf(step).cancels);
    if (opens.length > 0) { const { wave, count: most } = openingOf(step); plan(wave as Wave, most, now); }
  };

  const runs = (clock: number, at: number): boolean => endAt[clock] === at && ((memory.cells[(rows[partOfClock[clock] as number] as number) + RUNNING] as number) & (bitOfClock[clock] as number)) !== 0;

  /** Drops timers of windows that run no more. */
  const tidy = (): void => {
    let kept = 0;
    for (let at = 0; at < timers; at += 1) {
      const clocks = timerClocks[at] as Int32Array;
      const end = timerEnd[at] as number;
      if (clocks.some((clock) => runs(clock, end))) { timerEnd[kept] = end; timerClocks[kept] = clocks; kept += 1; }
    }
    if (kept === TIMERS) throw new TooMany();
    timers = kept;
  };

  /** The known step that an encoded value leads to from here, or nothing. */
  const known = (value: number): Step | undefined => {
    if (value === UNKNOWN) return undefined;
    let step = memory.steps[stepAt(value)] as Step;
    while (step.part >= 0) {
      const at = step.rows.indexOf(rows[step.part] as number);
      if (at < 0) return undefined;
      step = step.to[at] as Step;
    }
    return step;
  };

  /** The windows that end at `now` end: false where none of them runs any more. */
  const end = (now: number): boolean => {
    let isAny = false;
    let kept = 0;
    for (let at = 0; at < timers; at += 1) {
      const clocks = timerClocks[at] as Int32Array;
      if (timerEnd[at] !== now) { timerEnd[kept] = timerEnd[at] as number; timerClocks[kept] = clocks; kept += 1; continue; }
      for (let of = 0; of < clocks.length; of += 1) {
        const clock = clocks[of] as number;
        if (runs(clock, now)) { ended[partOfClock[clock] as number] = (ended[partOfClock[clock] as number] as number) | (bitOfClock[clock] as number); isAny = true; }
      }
    }
    timers = kept;
    soonest();
    if (!isAny) return false;
    let single = -1;
    let at = memory.endings;
    for (let part = 0; part < ended.length; part += 1) {
      const mask = ended[part] as number;
      if (mask === 0) continue;
      single = single === -1 ? part : -2;
      const code = part * 2 ** 31 + mask;
      let next = at.next.get(code);
      if (!next) { next = { value: UNKNOWN, next: new Map() } satisfies Endings; at.next.set(code, next); }
      at = next;
    }
    let step = known(at.value);
    if (!step) {
      const all = new Set<number>();
      for (let part = 0; part < ended.length; part += 1) clocksOf[part]?.forEach((clock, bit) => { if (((ended[part] as number) >> bit) & 1) all.add(clock); });
      at.value = memory.ending(all, at.value);
      step = known(at.value) as Step;
    }
    ended.fill(0);
    apply(step, now);
    return true;
  };

  /** One run. Gives whether nothing more could come. */
  const go = (): boolean => {
    let { cells } = memory;
    rows.set(starting);
    responses.fill(-1);
    times.fill(0);
    head = 0; count = 0; timers = 0; nextTimer = 0x7fffffff; first = -1;
    let tick = 0;
    apply(memory.first, 0);
    const low = (1 << shift) - 1;
    for (let rounds = 0; ; ) {
      const bound = nextTimer < horizon ? nextTimer : horizon;
      let one = 0;
      // Acts that lead from row to row and do nothing else.
      while (head < count) {
        one = pending[head] as number;
        if (one >> shift > bound && one >> shift > tick) break;
        const act = one & low;
        const part = actPart[act] as number;
        if (part < 0) { if (isLogged) note(one, tick); head += 1; continue; }
        const value = cells[(rows[part] as number) + (actCell[act] as number)] as number;
        if (value < 0) break;
        if (isLogged) note(one, tick);
        rows[part] = value;
        head += 1;
      }
      rounds += 1;
      if (rounds > MOST_ROUNDS) throw new RangeError('a run does not end');
      const at = head < count ? (pending[head] as number) >> shift : 0x7fffffff;
      if (at <= nextTimer || at <= tick) {
        if (at === 0x7fffffff) return true;
        if (at > tick) tick = at;
        if (tick > horizon) return false;
        const act = (pending[head] as number) & low;
        if (isLogged) note(pending[head] as number, tick);
        const slot = act >> OPTION_BITS;
        if (isStimulus[slot] === 1 && first < 0) first = tick;
        const part = actPart[act] as number;
        let value = cells[(rows[part] as number) + (actCell[act] as number)] as number;
        let step = value < 0 ? known(value) : undefined;
        if (!step) { value = value >= 0 ? value : memory.act(slot, act & (options - 1)); ({ cells } = memory); if (value < 0) step = known(value) as Step; }
        head += 1;
        if (step) apply(step, tick); else rows[part] = value;
        continue;
      }
      if (nextTimer > horizon) { if (isOver()) return true; return false; }
      const now = nextTimer;
      if (!end(now)) continue;
      ({ cells } = memory);
      tick = now + 1;
      if (tick > horizon) return false;
    }
  };

  /** Beyond the horizon: nothing waits, and no window runs. */
  const isOver = (): boolean => { if (head < count) return false; tidy(); return timers === 0; };

  const note = (one: number, tick: number): void => { const act = one & ((1 << shift) - 1); const index = slots[act >> OPTION_BITS]?.classes[act & (options - 1)] ?? -1; if (index >= 0) log.push(index, Math.max(tick, one >> shift)); };

  const close = (quiet: boolean): void => {
    const { cells } = memory;
    for (let claim = 0; claim < standings.length; claim += 1) { const code = cells[(rows[claimParts[claim] as number] as number) + CODE] as number; standings[claim] = quiet ? code & 3 : code >> 2; }
  };

  const one = (values: readonly number[], seed: number, run: number): void => {
    runKey(seed, RUNS, run, key);
    a = (key[0] as number) | 0; b = (key[1] as number) | 0;
    silent = table.causes.length > 0 ? causesAt(table, values, seed, run) : 0;
    close(go());
  };
  // How the clauses stand, by the kinds of their parts: one name for each way.
  interface Named { name: string | undefined; readonly next: (Named | undefined)[] }
  const names: Named = { name: undefined, next: [] };
  const kind = (): string => {
    let at = names;
    for (const part of told) {
      const code = memory.cells[(rows[part] as number) + CODE] as number;
      let next = at.next[code];
      if (!next) { next = { name: undefined, next: [] }; at.next[code] = next; }
      at = next;
    }
    at.name ??= kindOf(told.flatMap((part) => (memory.lives[part]?.[memory.cells[(rows[part] as number) + CODE] as number] ?? []).map((life) => { const [clause = '', state = ''] = life.split('\n'); return { clause, state }; })));
    return at.name;
  };
  let last: readonly [values: readonly number[], seed: number, run: number] = [[], 0, 0];
  const way = (): readonly (readonly [number, number])[] => {
    log.length = 0;
    isLogged = true;
    try { one(...last); } finally { isLogged = false; }
    return log.flatMap((index, i): [number, number][] => (i % 2 === 0 ? [[index, log[i + 1] as number]] : []));
  };
  return {
    made,
    kind: () => (tooMany ? other.kind() : kind()),
    way: () => (tooMany ? other.way() : way()),
    run: (values, seed, run) => {
      if (tooMany) return other.run(values, seed, run);
      waves.prepare(values);
      last = [values, seed, run];
      try { one(values, seed, run); } catch (fault) { if (!(fault instanceof TooMany)) throw fault; tooMany = true; return other.run(values, seed, run); }
      return { standings: [...standings].map((standing) => STANDINGS[standing] ?? 'undetermined'), responses: [...responses], kind: kind(), way: way() };
    },
    many: (values, seed, from, to, stride, each) => {
      let run = from;
      if (!tooMany) {
        waves.prepare(values);
        try {
          for (; run < to; run += stride) { last = [values, seed, run]; one(values, seed, run); each(run, standings, responses); }
        } catch (fault) { if (!(fault instanceof TooMany)) throw fault; tooMany = true; }
      }
      if (run < to) other.many(values, seed, run, to, stride, each);
    },
  };
}

function fieldOf(one: unknown): number {
  const found = /"field":(\d+)/.exec(JSON.stringify(one ?? null));
  return found ? Number(found[1]) : 0;
}

void ENDING; void FIRST;
