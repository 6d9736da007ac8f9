/** What follows from who of a wave acts, in whatever order they do: kept in tables, worked out from what follows where one of them does not act. */
import { TooMany, UNKNOWN, type Memory } from './kernel-memory.js';
import { LAST, OPTION_BITS, ORDER, type Drawing, type Group } from './kernel-waves.js';

/** Rows in which a wave falls due, for which its orders are kept. */
const MOST_TABLES = 1 << 12;

/** A wave that falls due after a step, with what is known of the orders of its acts. */
export class Opening {
  /** The rows the tables are for, and the tables, one for each group; undefined where none may be used. */
  at: Int32Array | undefined;
  tables: readonly Int32Array[] | undefined;
  readonly all = new Map<string, Table>();
  constructor(readonly drawing: Drawing, readonly index: number) { if (drawing.groups) this.at = new Int32Array(drawing.groups.length).fill(-1); }
}
export interface Table { readonly at: number; readonly table: Int32Array }
export interface Orders { readonly follows: (group: Group, table: Int32Array, code: number) => number; readonly tableOf: (opening: Opening, group: number, of: Group) => Table }

export function ordersOf(memory: Memory, options: number): Orders {
  const { rows, actPart, actCell } = memory;
  /** What follows from who acts, in whatever order: worked out from what follows where one of them does not. */
  const follows = ({ acts }: Group, table_: Int32Array, code: number): number => {
    const before = table_[code] as number;
    if (before !== 0) return before;
    const mine = acts.filter(({ code: of, mask }) => (code & mask) === of);
    let row = -1, isLast = true, isQuiet = true;
    for (const { act, mask } of mine) {
      const sub = follows({ acts } as Group, table_, code & ~mask);
      if (sub < 0) { isLast = false; isQuiet = false; break; }
      const part = actPart[act] as number;
      const kept = rows[part] as number;
      rows[part] = sub - 1;
      const cell = sub - 1 + (actCell[act] as number);
      const value = memory.cells[cell] === UNKNOWN ? memory.act(act >> OPTION_BITS, act & (options - 1)) : memory.cells[cell] as number;
      rows[part] = kept;
      if (value < 0) { isQuiet = false; continue; }
      isLast = false;
      if (row >= 0 && row !== value) isQuiet = false;
      row = value;
    }
    const told = isQuiet ? row + 1 : isLast ? LAST : ORDER;
    table_[code] = told;
    return told;
  };

  const tableOf = (opening: Opening, group: number, { part, bits }: Group): Table => {
    const name = `${group} ${rows[part]}`;
    const before = opening.all.get(name);
    if (before) return before;
    if (opening.all.size > MOST_TABLES) throw new TooMany();
    const at = memory.take(1 << bits);
    const table_ = memory.cells.subarray(at, at + (1 << bits));
    table_[0] = (rows[part] as number) + 1;
    opening.all.set(name, { at, table: table_ });
    return { at, table: table_ };
  };
  return { follows, tableOf };
}
