/**
 * What a run's steps come to, remembered: a step is done once by its statements, and what it read of which parts decides where else the same follows. A situation of
 * a part is a row of a table: which of its windows run, what its claim or clause has come to, and per act where it leads. Most steps are one look at a row. All
 * cells lie in one array, the rows the parts are in first, so that a driver may be one function over it.
 */
import { Unsupported, type Expression, type SpecialisedTreaty, type Statement } from '../engine/specialised/index.js';
import type { Claim } from '../treaty/index.js';
import type { Body, Parts } from './kernel-parts.js';
import { kindOf } from './outcome.js';

/** Slots of the driver: an act falls due where `open` comes to hold, and counts no more once `holds` does not. */
export interface Guarded { readonly where: { readonly open: Expression; readonly holds: Expression } | undefined; /** Per option the move of its act; -1 where it does nothing. */ readonly moves: readonly number[] }

/** A step: on to what another part says (`part` from 0), or what it comes to. */
export interface Step {
  part: number;
  readonly rows: number[];
  readonly to: Step[];
  readonly parts: readonly number[];
  readonly into: readonly number[];
  readonly begins: readonly Begin[];
  readonly opens: readonly number[];
  readonly cancels: readonly number[];
  readonly answers: readonly number[];
  /** What its driver keeps beside it. */
  beside: unknown;
}

/** Windows of one part that begin together, by their bits in `RUNNING`; `all`: no other window of the part runs then. */
export interface Begin { readonly ticks: number; readonly part: number; readonly mask: number; readonly clocks: Int32Array; readonly all: boolean }

/** Cells of a row before its acts. */
export const RUNNING = 0;
export const CODE = 1;
export const ENDING = 2;
export const PAIRS = 3;
export const FIRST = 4;
/** In a row: not known yet; below it, the number of a step. From 0 on: the row it leads to, with nothing else. */
export const UNKNOWN = -1;
export const NEITHER = -0x7fffffff;
export const stepAt = (value: number): number => -2 - value;

/** A memory that would grow beyond this many cells is given up: the treaty's situations are too many to be remembered. */
const MOST_CELLS = 1 << 20;
const MOST_STEPS = 1 << 18;

export class TooMany extends Error {}

/** Windows that end together: found again by part and which of its windows. */
export interface Endings { value: number; readonly next: Map<number, Endings> }

export class Memory {
  readonly cells = new Int32Array(MOST_CELLS);
  readonly rows: Int32Array;
  readonly steps: Step[] = [];
  /** Steps worked out so far. */
  learned = 0;
  readonly first: Step;
  /** Per act of a slot (slot times `options`, plus the option): part whose row tells it, and cell within the row; part -1 where it does nothing. */
  readonly actPart: Int32Array;
  readonly actCell: Int32Array;
  readonly endings: Endings = { value: UNKNOWN, next: new Map() };
  private used: number;
  private readonly widths: number[];
  private readonly known: Map<string, number>[];
  private readonly tuples = new Map<number, readonly number[]>();
  private readonly kinds: Map<string, number>[];
  readonly lives: (readonly string[])[][];
  private readonly guardsOf = new Map<number, Set<number>>();
  private readonly answersOf = new Map<number, Set<number>>();
  private readonly cellsOf: { readonly clause: string; readonly field: number; readonly states: readonly string[] }[][];
  private readonly claimOf = new Map<number, number>();

  constructor(private readonly made: SpecialisedTreaty, readonly parts: Parts, private readonly claims: readonly Claim[], private readonly slots: readonly Guarded[], readonly options: number, reserved = parts.count) {
    this.used = reserved;
    this.rows = this.cells.subarray(0, parts.count);
    this.known = Array.from({ length: parts.count }, () => new Map<string, number>());
    this.kinds = Array.from({ length: parts.count }, () => new Map([['', 0]]));
    this.lives = Array.from({ length: parts.count }, () => [[]]);
    this.cellsOf = Array.from({ length: parts.count }, () => []);
    for (const { clause, states, state } of [...made.duties.values(), ...made.powers.values()].flat()) this.cellsOf[this.partOf(state)]?.push({ clause, field: state, states: states.map((one) => one.state) });
    for (const { decision, state } of made.decisions.values()) this.cellsOf[this.partOf(state)]?.push({ clause: decision.name, field: state, states: ['none', 'open', 'adopted', 'rejected', 'no decision'] });
    const register = (into: Map<number, Set<number>>, expressions: readonly Expression[], index: number): void => { for (const one of expressions) for (const field of readsOf(one)) { const all = into.get(field) ?? new Set<number>(); all.add(index); into.set(field, all); } };
    slots.forEach(({ where }, index) => { if (where) register(this.guardsOf, [where.open, where.holds], index); });
    claims.forEach((claim, index) => { if (this.answers(index)) register(this.answersOf, [made.awaits[index] as Expression, made.program.faults[index]?.shows as Expression, { kind: 'field', field: made.touched[index] as number }], index); const [field] = readsOf(made.program.faults[index]?.shows as Expression); if (field !== undefined) this.claimOf.set(this.partOf(field), index); });
    this.actPart = new Int32Array(slots.length * options).fill(-1);
    this.actCell = new Int32Array(slots.length * options);
    this.widths = Array.from({ length: parts.count }, () => FIRST);
    const start = new Look(parts, this.startOf());
    slots.forEach(({ moves }, slot) => moves.forEach((move, option) => {
      if (move < 0) return;
      const look = start.fresh(new Set());
      run(look, parts.acts[move] as Body);
      const part = look.order[0];
      if (part === undefined) return;
      this.actPart[slot * options + option] = part;
      this.actCell[slot * options + option] = this.widths[part] as number;
      this.widths[part] = (this.widths[part] as number) + 1;
    }));
    for (let part = 0; part < parts.count; part += 1) this.rows[part] = this.rowOf(part, parts.fields[part]?.map((field) => parts.initial[field] ?? 0) ?? []);
    this.first = this.beginning();
  }

  /** The number of what has become of the lives of a part, and the lives by that number: for telling in what way a run failed. */
  private kindIn(part: number, tuple: readonly number[]): number {
    const told = (this.cellsOf[part] ?? []).map(({ clause, field, states }) => [clause, states[tuple[this.parts.fields[part]?.indexOf(field) ?? 0] ?? 0] ?? 'none'] as const);
    // Alike where the counts of what was not performed are: the words say no more.
    const key = told.length === 0 ? '' : kindOf(told.map(([clause, state]) => ({ clause, state })));
    const kinds = this.kinds[part] as Map<string, number>;
    const before = kinds.get(key);
    if (before !== undefined) return before;
    kinds.set(key, kinds.size);
    this.lives[part]?.push(told.map(([clause, state]) => `${clause}\n${state}`));
    return kinds.size - 1;
  }

  private partOf(field: number): number { return this.parts.partOf[field] ?? -1; }
  private answers(index: number): boolean { return this.claims[index]?.form.kind === 'whenever' && this.made.touched[index] !== undefined; }
  private startOf(): (part: number) => readonly number[] { return (part) => this.parts.fields[part]?.map((field) => this.parts.initial[field] ?? 0) ?? []; }
  private tupleOf(row: number): readonly number[] { return this.tuples.get(row) ?? []; }

  /** So many cells for a driver's own use, empty. */
  take(count: number): number {
    const at = this.used;
    if (at + count > MOST_CELLS) throw new TooMany();
    this.used += count;
    return at;
  }

  /** The row of a situation of a part. */
  private rowOf(part: number, tuple: readonly number[]): number {
    const key = tuple.join();
    const known = this.known[part] as Map<string, number>;
    const before = known.get(key);
    if (before !== undefined) return before;
    const width = this.widths[part] as number;
    const row = this.take(width);
    this.cells.fill(UNKNOWN, row, row + width);
    this.cells[row + PAIRS] = 0;
    known.set(key, row);
    this.tuples.set(row, tuple);
    const look = new Look(this.parts, () => tuple);
    let running = 0;
    let bit = 1;
    for (const clock of this.parts.clocks) if (clock.part === part) { if (valueIn(look, clock.runs) !== 0) running |= bit; bit <<= 1; }
    this.cells[row + RUNNING] = running;
    const claim = this.claimOf.get(part);
    this.cells[row + CODE] = claim === undefined ? this.kindIn(part, tuple) : this.standingIn(look, claim);
    return row;
  }

  /** How a claim stands where nothing more can come, and (in the bits above) where a run is cut. */
  private standingIn(look: Look, index: number): number {
    const { form } = this.claims[index] as Claim;
    const shows = valueIn(look, this.made.program.faults[index]?.shows as Expression) !== 0;
    if (form.kind === 'possible') return shows ? 0 : 1 | (1 << 2);
    if (shows) return 1 | (1 << 2);
    if (valueIn(look, this.made.awaits[index] as Expression) !== 0) return 1 | (2 << 2);
    const touched = this.made.touched[index];
    return touched === undefined || look.read(touched) !== 0 ? 0 : 3 | (3 << 2);
  }

  private beginning(): Step {
    const look = new Look(this.parts, this.startOf());
    const running = this.parts.clocks.filter(({ runs }) => valueIn(look, runs) !== 0);
    const begins = this.begins(running.map(({ field }) => [this.parts.clockOf.get(field) ?? 0, this.parts.initial[field] ?? 0]), this.rows);
    if (begins.some(({ ticks }) => ticks === 0)) throw new Unsupported('a window that is over when it begins');
    const opens = this.slots.flatMap(({ where }, slot) => (where ? (valueIn(look, where.open) !== 0 ? [slot] : []) : [slot]));
    const answers = this.claims.flatMap((_, index) => (this.answers(index) && this.answered(look, index) ? [index] : []));
    return { part: -1, rows: [], to: [], parts: [], into: [], begins, opens, cancels: [], answers, beside: undefined };
  }

  private answered(look: Look, index: number): boolean {
    return look.read(this.made.touched[index] as number) !== 0 && valueIn(look, this.made.awaits[index] as Expression) === 0 && valueIn(look, this.made.program.faults[index]?.shows as Expression) === 0;
  }

  /** What an act of a slot comes to from here. The value is put into the row, and given. */
  act(slot: number, option: number): number {
    const cell = (this.rows[this.actPart[slot * this.options + option] as number] as number) + (this.actCell[slot * this.options + option] as number);
    const look = this.look(new Set());
    run(look, this.parts.acts[this.slots[slot]?.moves[option] ?? 0] as Body);
    const value = this.learn(look, this.cells[cell] as number, this.actPart[slot * this.options + option] as number, slot);
    this.cells[cell] = value;
    return value;
  }

  /** What follows where all windows of a part that run end, and no others. The value is put into its row; NEITHER where the row does not tell it. */
  endingOf(part: number): number {
    const cell = (this.rows[part] as number) + ENDING;
    const running = this.cells[(this.rows[part] as number) + RUNNING] as number;
    const look = this.look(new Set(this.clocksOf(part).filter((_, bit) => (running >> bit) & 1)));
    run(look, this.parts.ending);
    const value = look.order[0] === part ? this.learn(look, this.cells[cell] as number, part, -1) : NEITHER;
    this.cells[cell] = value;
    return value;
  }

  /** What follows where windows end. `value`: what is known of it. */
  ending(clocks: ReadonlySet<number>, value: number): number {
    const look = this.look(clocks);
    run(look, this.parts.ending);
    return this.learn(look, value, -1, -1);
  }

  private look(ended: ReadonlySet<number>): Look { return new Look(this.parts, (part) => this.tupleOf(this.rows[part] as number), ended); }

  /** Puts what a look saw where it will be found again. `primary`: the part whose row led here. */
  private learn(look: Look, value: number, primary: number, slot: number): number {
    this.learned += 1;
    const written = [...look.written];
    const guards = [...new Set(written.flatMap((field) => [...(this.guardsOf.get(field) ?? [])]))].sort((a, b) => a - b);
    const opens: number[] = [];
    const cancels: number[] = [];
    for (const index of guards) {
      const { where } = this.slots[index] as Guarded;
      if (!where) continue;
      const after = valueIn(look, where.open) !== 0;
      const before = valueBefore(look, where.open) !== 0;
      const held = before || valueBefore(look, where.holds) !== 0;
      if (after && !before) { opens.push(index); if (held && index !== slot) cancels.push(index); } else if (!after && held && index !== slot && valueIn(look, where.holds) === 0) cancels.push(index);
    }
    const claims = [...new Set(written.flatMap((field) => [...(this.answersOf.get(field) ?? [])]))];
    const answers = claims.filter((index) => this.answered(look, index));
    const begun = [...look.begun].filter(([clock]) => { const { runs } = this.parts.clocks[clock] as Parts['clocks'][number]; return valueIn(look, runs) !== 0; });
    if (begun.some(([clock, ticks]) => ticks === 0 && !this.parts.clocks[clock]?.ofClaim)) throw new TooMany();
    const changed = [...new Set(written.map((field) => this.partOf(field)))];
    const into = changed.map((part) => this.rowOf(part, (this.parts.fields[part] ?? []).map((field) => look.values[field] ?? 0)));
    const others = look.order.filter((part) => part !== primary);
    if (primary >= 0 && look.order[0] !== primary) throw new RangeError('a step reads another part first than it did');
    // The first stimulus is when responses are counted from: its driver must see it.
    const isQuiet = primary >= 0 && (slot < 0 || this.slots[slot]?.where !== undefined) && others.length === 0 && opens.length === 0 && cancels.length === 0 && answers.length === 0 && begun.length === 0 && changed.every((part) => part === primary);
    if (isQuiet) return into[0] ?? (this.rows[primary] as number);
    const after = Int32Array.from(this.rows);
    changed.forEach((part, index) => { after[part] = into[index] as number; });
    const end: Step = { part: -1, rows: [], to: [], parts: changed, into, opens, cancels, answers, begins: this.begins(begun, after), beside: undefined };
    if (this.steps.length > MOST_STEPS) throw new TooMany();
    if (others.length === 0) { this.steps.push(end); return -2 - (this.steps.length - 1); }
    let root = value;
    let at: Step;
    if (root === UNKNOWN) { at = branch(others[0] as number); this.steps.push(at); root = -2 - (this.steps.length - 1); } else at = this.steps[stepAt(root)] as Step;
    others.forEach((part, index) => {
      if (at.part !== part) throw new RangeError('a step reads other parts than it did');
      const row = this.rows[part] as number;
      const found = at.rows.indexOf(row);
      const next = index === others.length - 1 ? end : found >= 0 ? (at.to[found] as Step) : branch(others[index + 1] as number);
      if (found < 0) { at.rows.push(row); at.to.push(next); }
      at = next;
    });
    return root;
  }

  private begins(begun: readonly (readonly [clock: number, ticks: number])[], rows: Int32Array): readonly Begin[] {
    const groups = new Map<string, { readonly ticks: number; readonly part: number; readonly clocks: number[] }>();
    for (const [clock, ticks] of begun) {
      const { part } = this.parts.clocks[clock] as Parts['clocks'][number];
      const group = groups.get(`${part} ${ticks}`) ?? { ticks, part, clocks: [] };
      groups.set(`${part} ${ticks}`, group);
      group.clocks.push(clock);
    }
    return [...groups.values()].map(({ ticks, part, clocks }) => {
      const mask = clocks.reduce((bits, clock) => bits | (1 << this.clocksOf(part).indexOf(clock)), 0);
      return { ticks, part, mask, clocks: Int32Array.from(clocks), all: this.cells[(rows[part] as number) + RUNNING] === mask };
    });
  }

  /** The clocks of a part in the order of the bits of `RUNNING`. */
  clocksOf(part: number): readonly number[] { return this.parts.clocks.flatMap((clock, index) => (clock.part === part ? [index] : [])); }
}

const branch = (part: number): Step => ({ part, rows: [], to: [], parts: [], into: [], begins: [], opens: [], cancels: [], answers: [], beside: undefined });

function readsOf(one: Expression): ReadonlySet<number> {
  const into = new Set<number>();
  const walk = (of: Expression): void => { if (of.kind === 'field') into.add(of.field); else if (of.kind === 'not') walk(of.of); else if (of.kind === 'operation') { walk(of.left); walk(of.right); } };
  walk(one);
  return into;
}

/** A situation while a step is worked out: notes which parts are read, in which order, and what changes. */
class Look {
  readonly order: number[] = [];
  readonly values: number[] = [];
  readonly before: number[] = [];
  readonly written = new Set<number>();
  /** Windows that begin, with their ticks. */
  readonly begun = new Map<number, number>();
  readonly locals = new Map<string, number>();
  private readonly ended: Set<number>;

  constructor(readonly parts: Parts, private readonly tupleOf: (part: number) => readonly number[], ended: ReadonlySet<number> = new Set()) { this.ended = new Set(ended); }

  fresh(ended: ReadonlySet<number>): Look { return new Look(this.parts, this.tupleOf, ended); }

  private touch(part: number): void {
    if (this.order.includes(part)) return;
    this.order.push(part);
    const tuple = this.tupleOf(part);
    this.parts.fields[part]?.forEach((field, index) => { this.values[field] = tuple[index] ?? 0; this.before[field] = tuple[index] ?? 0; });
  }

  /** A window's end is known by the step itself and reads nothing. */
  read(field: number, before = false): number {
    const clock = this.parts.clockOf.get(field);
    const { ofClaim = false, most = 0 } = clock === undefined ? {} : (this.parts.clocks[clock] as Parts['clocks'][number]);
    if (clock !== undefined && !ofClaim) return this.ended.has(clock) ? 0 : 1;
    this.touch(this.parts.partOf[field] as number);
    const value = (before ? this.before[field] : this.values[field]) ?? 0;
    // A claim's window is kept as waiting or not: of what is left of it, nothing but whether it ends is asked.
    return clock === undefined || value !== 1 ? value === 2 && ofClaim ? most : value : this.ended.has(clock) ? 1 : Math.min(2, most - 1);
  }

  /** Whether a claim's window ends now, where that can be said without reading where the claim stands. */
  notEnding(field: number): boolean {
    const clock = this.parts.clockOf.get(field);
    const of = clock === undefined ? undefined : this.parts.clocks[clock];
    return of?.ofClaim === true && of.most > 2 && !this.ended.has(clock as number);
  }

  set(field: number, to: number): void {
    const clock = this.parts.clockOf.get(field);
    if (clock !== undefined) {
      const { ofClaim, most } = this.parts.clocks[clock] as Parts['clocks'][number];
      this.ended.delete(clock);
      if (!ofClaim) { this.begun.set(clock, to); return; }
      if (to > 0 && to < most) this.begun.set(clock, to - 1); else this.begun.delete(clock);
      this.touch(this.parts.partOf[field] as number);
      this.put(field, to === 0 ? 0 : to === most ? 2 : 1);
      return;
    }
    this.touch(this.parts.partOf[field] as number);
    const counts = this.parts.countsOf.get(field) ?? [];
    for (const { field: sum, of } of counts) { this.touch(this.parts.partOf[sum] as number); const worth = of.get(field) ?? []; this.put(sum, (this.values[sum] ?? 0) + (worth[to] ?? 0) - (worth[this.values[field] ?? 0] ?? 0)); }
    this.put(field, to);
  }

  private put(field: number, to: number): void { this.values[field] = to; this.written.add(field); }
}

function run(look: Look, { guard, body, claims }: Body): void {
  if (valueIn(look, guard) === 0) return;
  for (const one of body) perform(look, one);
  for (const { asks, reads } of claims) if ([...look.written].some((field) => reads.has(field))) perform(look, asks);
}

function perform(look: Look, one: Statement): void {
  switch (one.kind) {
    case 'set': look.set(one.field, valueIn(look, one.to)); break;
    case 'let': look.locals.set(one.name, valueIn(look, one.to)); break;
    case 'if': for (const next of valueIn(look, one.when) !== 0 ? one.then : one.otherwise) perform(look, next); break;
  }
}

const valueIn = (look: Look, one: Expression): number => evaluate(look, one, false);
const valueBefore = (look: Look, one: Expression): number => evaluate(look, one, true);

function evaluate(look: Look, one: Expression, before: boolean): number {
  switch (one.kind) {
    case 'number': return one.value;
    case 'field': return look.read(one.field, before);
    case 'local': return look.locals.get(one.name) ?? 0;
    case 'not': return evaluate(look, one.of, before) === 0 ? 1 : 0;
    case 'operation': {
      const { operator } = one;
      if (operator === 'and') return evaluate(look, one.left, before) !== 0 && evaluate(look, one.right, before) !== 0 ? 1 : 0;
      if (operator === 'or') return evaluate(look, one.left, before) !== 0 || evaluate(look, one.right, before) !== 0 ? 1 : 0;
      if (operator === '==' && one.left.kind === 'field' && one.right.kind === 'number' && one.right.value === 1 && look.notEnding(one.left.field)) return 0;
      const left = evaluate(look, one.left, before);
      const right = evaluate(look, one.right, before);
      switch (operator) {
        case '+': return left + right;
        case '-': return left - right;
        case '*': return left * right;
        case '==': return left === right ? 1 : 0;
        case '!=': return left !== right ? 1 : 0;
        case '<': return left < right ? 1 : 0;
        case '<=': return left <= right ? 1 : 0;
        case 'min': return Math.min(left, right);
        case 'max': return Math.max(left, right);
      }
    }
  }
}
