/**
 * The fastest driver: what falls due is drawn together and put in order, and each act is one look at what is remembered of the treaty's situations (kernel-memory).
 * Run by run it gives what the reference driver gives; where the situations are too many to be remembered it hands over to the generated one.
 */
import { Unsupported, type SpecialisedTreaty } from '../engine/specialised/index.js';
import { answering } from './kernel-answers.js';
import { classFor } from './agents.js';
import { runKey } from './chance.js';
import { actAt, CUT, dashLayout, dashOf, Flat, LEAVES, MOST_OPENINGS, type Dash } from './kernel-dash.js';
import { FAR, stepLimit } from './kernel-limits.js';
import { CODE, ENDING, Memory, NEITHER, RUNNING, stepAt, TooMany, UNKNOWN, type Begin, type Endings, type Step } from './kernel-memory.js';
import { namer } from './kernel-kinds.js';
import { partsOf } from './kernel-parts.js';
import { Opening, ordersOf } from './kernel-orders.js';
import { OPTION_BITS, shiftOf, wavesOf, type Group } from './kernel-waves.js';
import { STANDINGS } from './outcome.js';
import { causesAt, RUNS, type Setting } from './plain.js';
import { swiftly, whereOf, type Swift } from './swift.js';

/** Clauses of at most so many parties are remembered whole; of more, party by party. */
const TOGETHER = 8;
/** So many steps may be worked out before they are held against the runs done. */
const ENOUGH = 4000;
const MOST_ROUNDS = 100_000;
/** Windows that may run beside one another, ended or not. */
const TIMERS = 256;
/** Waves of a run before how often each slot fell due is counted slot by slot. */
const MOST_WAVES = 64;

/** The fastest driver there is for a setting. Throws Unsupported where the treaty has no finite program. */
export function fastest(setting: Setting, together = TOGETHER): Swift {
  const plain = swiftly(setting);
  try { return remembering(setting, plain, together); } catch (fault) {
    if (fault instanceof Unsupported || fault instanceof TooMany) return plain;
    throw fault;
  }
}

/** What is kept beside a step. */
interface Beside { readonly opening: Opening | undefined; readonly cancels: ReadonlySet<number> }

/** Who may act on what in the program: the slots of the table that its driver watches, as the generated driver takes them. */
function slotsOf({ text, table }: Setting, made: SpecialisedTreaty) {
  const moveOf = new Map<number, number>();
  made.classOf.forEach((index, move) => { if (index !== undefined) moveOf.set(index, move); });
  return table.slots.flatMap((slot, index) => {
    if (slot.kind === 'pledge') return [];
    const where = slot.kind === 'stimulus' ? undefined : whereOf(slot, made);
    if (slot.kind !== 'stimulus' && !where) return [];
    const classes = slot.options.map((_, option) => classFor(slot, option, table, text, {}) ?? -1);
    return [{ slot, index, where, classes, moves: classes.map((one) => moveOf.get(one) ?? -1) }];
  });
}

function remembering(setting: Setting, other: Swift, together: number): Swift {
  const { text, table, claims, horizonMs } = setting;
  const { made } = other;
  const horizon = Math.floor(horizonMs / table.tickMs);
  const slots = slotsOf(setting, made);
  const options = 1 << OPTION_BITS;
  const parts = partsOf(made, claims, together);
  if (slots.some(({ moves }) => moves.length > options)) throw new Unsupported('more options than a key holds');
  const layout = dashLayout(parts.count, claims.length, slots.length, shiftOf(slots.length));
  const memory = new Memory(made, parts, claims, slots, options, layout.size);
  const { rows, actPart, actCell } = memory;
  const waves = wavesOf(slots, table, text, horizon, (slot, option) => actPart[slot * options + option] ?? -1);
  if (!waves) throw new Unsupported('more slots or ticks than a key holds');
  const { shift, times, out } = waves;
  const starting = Int32Array.from(rows);
  const isStimulus = Uint8Array.from(slots, ({ slot }) => (slot.kind === 'stimulus' ? 1 : 0));
  const bitOfClock = Int32Array.from(parts.clocks, (clock, index) => 1 << memory.clocksOf(clock.part).indexOf(index));
  /** Whether the generated run is tried at all. */
  let isDashing = true;
  const clockParts = [...new Set(parts.clocks.map(({ part }) => part))].sort((x, y) => x - y);
  if (clockParts.length > 30) isDashing = false;
  const clocksOf = Array.from({ length: parts.count }, (_, part) => memory.clocksOf(part));
  const claimParts = Int32Array.from(claims, (_, index) => parts.partOf[fieldOf(made.program.faults[index]?.shows)] ?? 0);
  const told = Array.from({ length: parts.count }, (_, part) => part).filter((part) => [...made.duties.values(), ...made.powers.values()].flat().some(({ state }) => parts.partOf[state] === part) || [...made.decisions.values()].some(({ state }) => parts.partOf[state] === part));

  const endAt = new Int32Array(parts.clocks.length);
  /** Per part the tick at which all its windows that run end; -1 where they end apart. */
  const endsAt = new Int32Array(parts.count);
  const pending = new Int32Array(4 * slots.length + 64);
  const timerEnd = new Int32Array(TIMERS);
  const timerOf: Begin[] = [];
  const ended = new Int32Array(parts.count);
  const standings = memory.cells.subarray(layout.standings, layout.standings + claims.length);
  const responses = memory.cells.subarray(layout.responses, layout.responses + claims.length);
  const key = new Uint32Array(2);
  const openings = new Map<string, Opening>();
  /** Waves of the run, by number, until one of their slots falls due again. */
  const drawnYet = new Int32Array(MOST_WAVES);
  const overlaps: boolean[][] = [];
  const log: number[] = [];
  let head = 0, count = 0, timers = 0, nextTimer = 0, first = -1, a = 0, b = 0, silent = 0, isLogged = false, isAgain = false, waved = 0;
  /** Given up: the other driver does all from here on. */
  let tooMany = false;

  const besideOf = (step: Step): Beside => {
    const key_ = step.opens.join();
    let opening = openings.get(key_);
    if (step.opens.length > 0 && !opening) {
      opening = new Opening(waves.wave(step.opens), openings.size);
      openings.set(key_, opening);
      const all = [...openings.values()];
      overlaps.length = 0;
      for (const one of all) overlaps.push(all.map((other_) => one.drawing.slots.some((slot) => other_.drawing.slots.includes(slot))));
    }
    const beside: Beside = { opening, cancels: new Set(step.cancels) };
    step.beside = beside;
    return beside;
  };

  const { follows, tableOf } = ordersOf(memory, options);

  /** The tables of a wave for the rows its parts are in. */
  const tablesFor = (opening: Opening, groups: readonly Group[]): readonly Int32Array[] => {
    groups.forEach(({ part }, group) => { (opening.at as Int32Array)[group] = rows[part] as number; });
    opening.tables = groups.map((one, group) => tableOf(opening, group, one).table);
    return opening.tables;
  };

  /** Puts the acts of a wave among those that wait, or does them at once where their order does not matter. */
  const plan = (opening: Opening, opened: number): void => {
    const { drawing, index } = opening;
    if (!isAgain) {
      const row = overlaps[index] as boolean[];
      if (waved === MOST_WAVES) isAgain = true;
      for (let at = 0; at < waved; at += 1) if (row[drawnYet[at] as number]) isAgain = true;
      if (isAgain) { const all = [...openings.values()]; for (const one of drawnYet.subarray(0, waved)) for (const slot of all[one]?.drawing.slots ?? []) times[slot] = (times[slot] as number) + 1; } else { drawnYet[waved] = index; waved += 1; }
    }
    const wave = isAgain ? drawing.again : drawing.first;
    if (head === count) {
      head = 0; count = 0;
      const { groups, longest } = drawing;
      if (groups && !isLogged) {
        const until = opened + longest;
        if (until > nextTimer) tidy();
        if (until <= nextTimer && until <= horizon) {
          let tables = opening.tables;
          const at = opening.at as Int32Array;
          for (let group = 0; group < groups.length; group += 1) if (at[group] !== rows[(groups[group] as Group).part]) tables = undefined;
          tables ??= tablesFor(opening, groups);
          let told = wave(opened, silent, a, b, pending, 0, tables);
          if (told === -3) {
            for (let group = 0; group < groups.length; group += 1) follows(groups[group] as Group, tables[group] as Int32Array, out[group] as number);
            if (isAgain) for (const slot of drawing.slots) times[slot] = (times[slot] as number) - 1;
            told = wave(opened, silent, a, b, pending, 0, tables);
          }
          if (told >= 0) { count = told; return; }
          for (let group = 0; group < groups.length; group += 1) rows[(groups[group] as Group).part] = (out[group] as number) - 1;
          if (told === -2) count = 1;
          return;
        }
      }
      count = wave(opened, silent, a, b, pending, 0, undefined);
      return;
    }
    const most = drawing.slots.length;
    if (count + most > pending.length) { pending.copyWithin(0, head, count); count -= head; head = 0; }
    const acts = wave(opened, silent, a, b, pending, count, undefined);
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

  const soonest = (): void => { nextTimer = FAR; for (let at = 0; at < timers; at += 1) if ((timerEnd[at] as number) < nextTimer) nextTimer = timerEnd[at] as number; };

  /** Where a step leads from the rows there are; undefined where that is not known. */
  const endOf = (value: number): Step | undefined => {
    if (value === UNKNOWN) return undefined;
    let step = memory.steps[stepAt(value)] as Step;
    while (step.part >= 0) {
      const row = rows[step.part] as number;
      const { rows: from } = step;
      let at = 0;
      while (at < from.length && from[at] !== row) at += 1;
      if (at === from.length) return undefined;
      step = step.to[at] as Step;
    }
    return step;
  };

  /** What a step brings about, at tick `now`. */
  const apply = (step: Step, now: number): void => {
    const { parts: changed, into, begins, answers, cancels, opens } = step;
    for (let at = 0; at < changed.length; at += 1) rows[changed[at] as number] = into[at] as number;
    for (let at = 0; at < begins.length; at += 1) {
      const begin = begins[at] as Begin;
      const { clocks, part } = begin;
      const end_ = now + begin.ticks;
      for (let of = 0; of < clocks.length; of += 1) endAt[clocks[of] as number] = end_;
      endsAt[part] = begin.all ? end_ : -1;
      if (timers === TIMERS) { tidy(); if (timers === TIMERS) throw new TooMany(); }
      timerEnd[timers] = end_;
      timerOf[timers] = begin;
      timers += 1;
      if (end_ < nextTimer) nextTimer = end_;
    }
    for (let at = 0; at < answers.length; at += 1) { const claim = answers[at] as number; if (responses[claim] === -1) responses[claim] = now - (first > 0 ? first : 0); }
    if (opens.length > 0 || cancels.length > 0) {
      const { opening, cancels: out_ } = (step.beside ?? besideOf(step)) as Beside;
      if (cancels.length > 0) cancel(out_);
      if (opening) plan(opening, now);
    }
  };

  /** Which of the windows that began together still run to `now`. */
  const stillOf = ({ part, mask, clocks }: Begin, now: number): number => {
    const running = (memory.cells[(rows[part] as number) + RUNNING] as number) & mask;
    if (running === 0 || endsAt[part] === now) return running;
    let still = 0;
    for (let of = 0; of < clocks.length; of += 1) { const clock = clocks[of] as number; if (endAt[clock] === now) still |= bitOfClock[clock] as number; }
    return still & running;
  };

  /** Drops timers of windows that run no more. */
  const tidy = (): void => {
    let kept = 0;
    for (let at = 0; at < timers; at += 1) {
      const begin = timerOf[at] as Begin;
      const now = timerEnd[at] as number;
      if (stillOf(begin, now) !== 0) { timerEnd[kept] = now; timerOf[kept] = begin; kept += 1; }
    }
    timers = kept;
    soonest();
  };

  /** The windows that end at `now` end: false where none of them runs any more. */
  const end = (now: number): boolean => {
    let only = -1, all = 0, kept = 0;
    nextTimer = FAR;
    for (let at = 0; at < timers; at += 1) {
      const begin = timerOf[at] as Begin;
      const ends = timerEnd[at] as number;
      if (ends !== now) { timerEnd[kept] = ends; timerOf[kept] = begin; kept += 1; if (ends < nextTimer) nextTimer = ends; continue; }
      const still = stillOf(begin, now);
      if (still === 0) continue;
      const { part } = begin;
      if (ended[part] === 0) { all += 1; only = part; }
      ended[part] = (ended[part] as number) | still;
    }
    timers = kept;
    if (all === 0) return false;
    const isWhole = all === 1 && ended[only] === memory.cells[(rows[only] as number) + RUNNING];
    let value = isWhole ? memory.cells[(rows[only] as number) + ENDING] as number : NEITHER;
    if (value !== NEITHER) {
      ended[only] = 0;
      if (value >= 0) { rows[only] = value; return true; }
      let step = endOf(value);
      if (!step) { value = memory.endingOf(only); if (value >= 0) { rows[only] = value; return true; } if (value !== NEITHER) step = endOf(value); }
      if (step) { apply(step, now); return true; }
      ended[only] = memory.cells[(rows[only] as number) + RUNNING] as number;
    }
    let at = memory.endings;
    for (let part = 0; part < ended.length; part += 1) {
      const mask = ended[part] as number;
      if (mask === 0) continue;
      // A row tells which of its windows run, so that it stands for all of them.
      const row = rows[part] as number;
      const code = mask === memory.cells[row + RUNNING] ? row : -1 - part * 2 ** 31 - mask;
      let next = at.next.get(code);
      if (!next) { next = { value: UNKNOWN, next: new Map() } satisfies Endings; at.next.set(code, next); }
      at = next;
    }
    let step = endOf(at.value);
    if (!step) {
      const clocks = new Set<number>();
      for (let part = 0; part < ended.length; part += 1) clocksOf[part]?.forEach((clock, bit) => { if (((ended[part] as number) >> bit) & 1) clocks.add(clock); });
      at.value = memory.ending(clocks, at.value);
      step = endOf(at.value) as Step;
    }
    for (let part = 0; part < ended.length; part += 1) ended[part] = 0;
    apply(step, now);
    return true;
  };

  /** One run. Gives whether nothing more could come. */
  const go = (): boolean => {
    const low = (1 << shift) - 1;
    for (let part = 0; part < starting.length; part += 1) rows[part] = starting[part] as number;
    for (let claim = 0; claim < responses.length; claim += 1) responses[claim] = -1;
    if (isAgain) { times.fill(0); isAgain = false; }
    waved = 0;
    head = 0; count = 0; timers = 0; nextTimer = FAR; first = -1;
    let tick = 0;
    apply(memory.first, 0);
    let { cells } = memory;
    for (let rounds = 0; ; rounds += 1) {
      if (rounds > MOST_ROUNDS) throw new RangeError('a run does not end');
      const bound = nextTimer < horizon ? nextTimer : horizon;
      let at = FAR;
      // Acts that lead from row to row and do nothing else.
      while (head < count) {
        const one = pending[head] as number;
        at = one >> shift;
        if (at > bound && at > tick) break;
        const act = one & low;
        const part = actPart[act] as number;
        if (part >= 0) {
          const value = cells[(rows[part] as number) + (actCell[act] as number)] as number;
          if (value < 0) break;
          rows[part] = value;
        } else if (first < 0 && isStimulus[act >> OPTION_BITS] === 1 && (slots[act >> OPTION_BITS]?.classes[act & (options - 1)] ?? -1) >= 0) first = at > tick ? at : tick;
        if (isLogged) note(one, tick);
        head += 1;
        at = FAR;
      }
      if (at <= nextTimer || at <= tick) {
        if (at === FAR) return true;
        if (at > tick) tick = at;
        if (tick > horizon) return false;
        const act = (pending[head] as number) & low;
        if (isLogged) note(pending[head] as number, tick);
        const slot = act >> OPTION_BITS;
        if (isStimulus[slot] === 1 && first < 0) first = tick;
        head += 1;
        const part = actPart[act] as number;
        const cell = (rows[part] as number) + (actCell[act] as number);
        let step = endOf(cells[cell] as number);
        if (!step) {
          const value = memory.act(slot, act & (options - 1));
          if (value >= 0) { rows[part] = value; ({ cells } = memory); continue; }
          step = endOf(value) as Step;
        }
        apply(step, tick);
        ({ cells } = memory);
        continue;
      }
      if (nextTimer > horizon) return isOver();
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

  const flat = new Flat(memory, layout, (step) => ((step.beside ?? besideOf(step)) as Beside).opening?.index ?? -1);
  memory.cells.set(starting, layout.start);
  slots.forEach(({ moves }, slot) => { for (let option = 0; option < options; option += 1) memory.cells.set([moves[option] === undefined ? -1 : actPart[slot * options + option] as number, actCell[slot * options + option] as number, isStimulus[slot] as number], actAt(layout, slot, option)); });
  const firstAt = flat.of(memory.first);
  let asked_ = 0, flattened = 0, written = 0, left = 0, done = 0;
  let dash: Dash | undefined;

  /** The generated run as far as it knows what there is. */
  const ready = (): void => {
    if (memory.steps.length >= stepLimit) { isDashing = false; return; }
    while (flattened < memory.steps.length) { flat.put(flattened); flattened += 1; }
    const all = [...openings.values()].slice(0, MOST_OPENINGS);
    if (dash && written === all.length) return;
    written = all.length;
    const conflicts = all.map((_, at) => all.reduce((bits, other_, of) => (overlaps[at]?.[of] ? bits | (1 << other_.index) : bits), 0));
    dash = dashOf(memory.cells, { parts: parts.count, clockParts: clockParts, claimParts, claims: claims.length, horizon, shift, first: firstAt }, layout, all.map(({ drawing }) => drawing), waves, conflicts);
  };

  const answer = answering(memory, layout, flat, clocksOf, { follows, tableOf }, (index) => [...openings.values()][index] as Opening, () => { isDashing = false; });

  const one = (values: readonly number[], seed: number, run: number): void => {
    asked_ += 1;
    // Steps that keep being new are not worth remembering.
    if (memory.learned > ENOUGH && memory.learned > asked_) throw new TooMany();
    runKey(seed, RUNS, run, key);
    a = (key[0] as number) | 0; b = (key[1] as number) | 0;
    silent = table.causes.length > 0 ? causesAt(table, values, seed, run) : 0;
    if (isDashing && !isLogged) {
      done += 1;
      for (;;) {
        if (flattened < memory.steps.length || !dash) ready();
        if (!isDashing || !dash) break;
        const told_ = dash(a, b, silent);
        if (told_ <= CUT) return;
        if (told_ === LEAVES) { left += 1; if (left > 1000 && left * 4 > done * 3) isDashing = false; break; }
        answer(told_);
        if (written !== Math.min(MOST_OPENINGS, openings.size)) ready();
      }
    }
    close(go());
  };
  const kind = namer(memory, told);
  let lastValues: readonly number[] = [], lastSeed = 0, lastRun = 0;
  const way = (): readonly (readonly [number, number])[] => {
    log.length = 0;
    isLogged = true;
    try { one(lastValues, lastSeed, lastRun); } finally { isLogged = false; }
    return log.flatMap((index, i): [number, number][] => (i % 2 === 0 ? [[index, log[i + 1] as number]] : []));
  };
  return {
    made,
    kind: () => (tooMany ? other.kind() : kind()),
    way: () => (tooMany ? other.way() : way()),
    run: (values, seed, run) => {
      if (tooMany) return other.run(values, seed, run);
      waves.prepare(values);
      lastValues = values; lastSeed = seed; lastRun = run;
      try { one(values, seed, run); } catch (fault) { if (!(fault instanceof TooMany)) throw fault; tooMany = true; return other.run(values, seed, run); }
      return { standings: [...standings].map((standing) => STANDINGS[standing] ?? 'undetermined'), responses: [...responses], kind: kind(), way: way() };
    },
    many: (values, seed, from, to, stride, each) => {
      let run = from;
      if (!tooMany) {
        waves.prepare(values);
        lastValues = values; lastSeed = seed;
        try {
          for (; run < to; run += stride) { lastRun = run; one(values, seed, run); each(run, standings, responses); }
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
