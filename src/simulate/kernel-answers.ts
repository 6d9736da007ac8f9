/** Learns what the generated run asks for: where an act leads, what follows where windows end, what follows from who of a wave acts. */
import { ASKS_ACT, ASKS_ENDING, cache, type Flat, type Layout } from './kernel-dash.js';
import { NEITHER, PAIRS, stepAt, UNKNOWN, type Memory } from './kernel-memory.js';
import type { Opening, Orders } from './kernel-orders.js';
import { OPTION_BITS } from './kernel-waves.js';

/** `full`: called where there is no room for another table, and the generated run is of no more use. */
export function answering(memory: Memory, layout: Layout, flat: Flat, clocksOf: readonly (readonly number[])[], { follows, tableOf }: Orders, openingAt: (index: number) => Opening, full: () => void): (asks: number) => void {
  const { cells, rows, options } = memory;
  return (asks: number): void => {
    const asked = cells[layout.asked] as number;
    if (asks === ASKS_ACT) { const value = memory.act(asked >> OPTION_BITS, asked & (options - 1)); if (value < UNKNOWN) flat.put(stepAt(value)); return; }
    if (asks === ASKS_ENDING) {
      const two = cells[layout.asked + 1] as number;
      if (two < 0) { const value = memory.endingOf(asked); if (value < UNKNOWN && value !== NEITHER) flat.put(stepAt(value)); return; }
      let at = memory.endings;
      for (const part of [asked, two]) { const row = rows[part] as number; let next = at.next.get(row); if (!next) { next = { value: UNKNOWN, next: new Map() }; at.next.set(row, next); } at = next; }
      const clocks = new Set([asked, two].flatMap((part) => (clocksOf[part] ?? []).filter((_, bit) => ((cells[rows[part] as number] as number) >> bit) & 1)));
      at.value = memory.ending(clocks, at.value);
      const head_ = (rows[asked] as number) + PAIRS;
      let pair = cells[head_] as number;
      while (pair !== 0 && cells[pair] !== rows[two]) pair = cells[pair + 2] as number;
      if (pair === 0) { pair = memory.take(3); cells[pair] = rows[two] as number; cells[pair + 2] = cells[head_] as number; cells[head_] = pair; }
      cells[pair + 1] = at.value;
      flat.put(stepAt(at.value));
      return;
    }
    const opening = openingAt(asked);
    opening.drawing.groups?.forEach((group, index) => {
      const { at, table: table_ } = tableOf(opening, index, group);
      if (!cache(memory, layout, asked, index, rows[group.part] as number, at)) full();
      follows(group, table_, cells[layout.asked + 1 + index] as number);
    });
  };
}
