/** The lives of clauses as bounded fields: a state, what is left of its window, ballots. One cell for each clause and debtor. */
import type { Duty, NormState } from '../../treaty/index.js';
import { SELF_ROLES } from '../roles.js';
import type { Bindings } from '../situation.js';
import { is, number, operation, read, set, type Expression, type Field, type Statement } from './program.js';

/** A state of a cell: `stage` tells the step of a failing-which chain apart. */
export interface CellState { readonly state: NormState | 'none'; readonly stage: number }

export interface Cell {
  readonly clause: string;
  readonly debtor: string;
  /** Who stands in the roles the clause speaks of, and those as the engine tells lives apart by them: empty where it speaks of none. */
  readonly bindings: Bindings;
  readonly bound: string;
  readonly members: readonly string[];
  readonly owedTo: readonly string[];
  readonly states: readonly CellState[];
  readonly state: number;
  /** Ticks left of the running window; 0 where none runs. Absent where no state of the cell has a window. */
  readonly left?: number;
  /** One flag for each `only after` still awaited. */
  readonly awaiting: readonly number[];
  /** Window in ticks of each state that has one, by index of `states`. */
  readonly windows: ReadonlyMap<number, number>;
}

export class Fields {
  readonly list: Field[] = [];
  /** `owner` is the party whose column it belongs to, where it has one. */
  add(name: string, max: number, owner?: string, initial = 0, values?: readonly string[]): number {
    this.list.push({ name, max, initial, ...(values ? { values } : {}) });
    const index = this.list.length - 1;
    if (owner !== undefined) this.owners.set(index, owner);
    return index;
  }
  readonly owners = new Map<number, string>();
  /** Parties that a field is about, beside its owner. */
  readonly about = new Map<number, readonly string[]>();
}

/** Whose life it is. */
export interface Standing { readonly clause: string; readonly debtor: string; readonly members: readonly string[]; readonly owedTo: readonly string[]; readonly bindings: Bindings; readonly bound: string }

export function makeCell(fields: Fields, standing: Standing, states: readonly CellState[], windows: ReadonlyMap<number, number>, awaiting = 0, what = ''): Cell {
  const { clause, debtor, members, owedTo, bound } = standing;
  const owner = members.length === 1 ? members[0] : undefined;
  const name = `${what}${clause} of ${debtor}${clause.includes(', ') ? ` for ${owedTo.join(' and ')}` : ''}${bound === '' ? '' : `, ${bound}`}`;
  const about = bound === '' ? [] : [...new Set(Object.entries(standing.bindings).flatMap(([role, names]) => (SELF_ROLES.includes(role) ? [] : names ?? [])))];
  const add = (named: string, max: number, values?: readonly string[]): number => {
    const index = fields.add(named, max, owner, 0, values);
    if (about.length > 0) fields.about.set(index, about);
    return index;
  };
  const state = add(name, states.length - 1, states.map(({ state, stage }) => (stage > 0 ? `${state} (step ${stage})` : state)));
  const longest = Math.max(0, ...windows.values());
  const left = longest > 0 ? add(`${name}, ticks left`, longest) : undefined;
  const flags = Array.from({ length: awaiting }, (_, index) => add(`${name}, awaits ${index + 1}`, 1));
  return { ...standing, states, state, awaiting: flags, windows, ...(left === undefined ? {} : { left }) };
}

const indexOf = (cell: Cell, state: CellState['state'], stage = 0): number => cell.states.findIndex((one) => one.state === state && one.stage === stage);

/** The cell is in this state (of this stage; of any where none is named). */
export function inState(cell: Cell, state: CellState['state'], stage?: number): Expression {
  const fitting = cell.states.flatMap((one, index) => (one.state === state && (stage === undefined || one.stage === stage) ? [index] : []));
  return inAny(cell, fitting);
}

const inAny = (cell: Cell, indexes: readonly number[]): Expression =>
  indexes.reduce<Expression>((all, index) => operation('or', all, is(cell.state, index)), number(0));

export const satisfies = (cell: Cell, test: (state: NormState) => boolean): Expression =>
  inAny(cell, cell.states.flatMap(({ state }, index) => (state !== 'none' && test(state) ? [index] : [])));

/** Moves the cell, with its whole window before it where the state has one. */
export function enter(cell: Cell, state: CellState['state'], stage = 0): readonly Statement[] {
  const index = indexOf(cell, state, stage);
  if (index < 0) throw new RangeError(`${cell.clause} of ${cell.debtor} has no state ${state}`);
  return [set(cell.state, index), ...(cell.left === undefined ? [] : [set(cell.left, cell.windows.get(index) ?? 0)])];
}

/** A window runs. */
export const runs = (cell: Cell): Expression => inAny(cell, [...cell.windows.keys()]);
/** A window runs and ends now. */
export const ends = (cell: Cell, state: CellState['state'], stage = 0): Expression => {
  const index = indexOf(cell, state, stage);
  return index < 0 || cell.left === undefined || !cell.windows.has(index) ? number(0) : operation('and', is(cell.state, index), operation('==', read(cell.left), number(0)));
};

/** The states a duty can be in, with the windows (in ticks) of those that have one. `ticksOf` gives nothing for a window that does not end within the horizon. */
export function statesOfDuty(duty: Duty, window: number | undefined, stepWindow: (step: number) => number | undefined, excusable: boolean, lapsable: boolean): { readonly states: readonly CellState[]; readonly windows: ReadonlyMap<number, number> } {
  const states: CellState[] = [{ state: 'none', stage: 0 }];
  const windows = new Map<number, number>();
  const add = (state: NormState, stage = 0, ticks?: number): void => { if (ticks !== undefined) windows.set(states.length, ticks); states.push({ state, stage }); };
  if (duty.onlyAfter.length > 0) add('pending');
  add('due', 0, window);
  if (duty.content.kind === 'achieve') add('performed');
  if (window !== undefined) {
    if (duty.failingWhich.length === 0) add('breached');
    duty.failingWhich.forEach((step, index) => { if (step.kind === 'shall') add('breached', index + 1, stepWindow(index)); });
    if (duty.content.kind === 'achieve') add('cured');
    if (duty.failingWhich.length > 0) add('defaulted', duty.failingWhich.length + (duty.failingWhich.at(-1)?.kind === 'shall' ? 1 : 0));
  }
  if (excusable) add('excused');
  if (lapsable) add('lapsed');
  return { states, windows };
}

/** `never`: it must wait beyond the horizon, and so is dormant wherever it would be available. */
export function statesOfPower(window: number | undefined, never: boolean, endable: boolean): { readonly states: readonly CellState[]; readonly windows: ReadonlyMap<number, number> } {
  const expired = (window !== undefined && !never) || endable ? [{ state: 'expired', stage: 0 } as const] : [];
  const states: CellState[] = [{ state: 'none', stage: 0 }, ...(never ? [{ state: 'dormant', stage: 0 } as const] : [{ state: 'available', stage: 0 } as const, { state: 'exercised', stage: 0 } as const]), ...expired];
  return { states, windows: new Map(window !== undefined && !never ? [[1, window]] : []) };
}

/** What becomes of a breach of a prohibition: a life of its own, of which conditions ask for the latest alone. */
export const statesOfBreach = (duty: Duty): readonly CellState[] => [{ state: 'none', stage: 0 }, duty.failingWhich.length === 0 ? { state: 'breached', stage: 0 } : { state: 'defaulted', stage: 1 }];
