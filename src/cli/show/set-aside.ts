/** What could not be used, by file and line; neighbours set aside for one reason stand together. */
import type { SetAside } from '../../record/index.js';
import type { Terminal } from '../terminal.js';
import { counted, hanging, tame } from './words.js';

const SHOWN = 20;

export function showSetAside(setAside: readonly SetAside[], all: boolean, { out, paint, width }: Terminal): void {
  if (setAside.length === 0) return;
  out(`\n${paint.bold(`set aside: ${counted(setAside.length, 'row')}`)}\n`);
  const runs: { first: SetAside; last: SetAside; rows: number }[] = [];
  for (const one of setAside) {
    const run = runs.at(-1);
    if (run && run.first.file === one.file && run.first.reason === one.reason) { run.last = one; run.rows += 1; } else runs.push({ first: one, last: one, rows: 1 });
  }
  const shown = all ? runs : runs.slice(0, SHOWN);
  for (const { first, last, rows } of shown) out(hanging('  ', `${tame(first.file)} ${rows === 1 ? `line ${first.row}` : `lines ${first.row} to ${last.row} (${counted(rows, 'row')})`}: ${tame(first.reason)}`, width));
  const rest = setAside.length - shown.reduce((sum, { rows }) => sum + rows, 0);
  if (rest > 0) out(`  and ${counted(rest, 'more', 'more')}; --all lists them\n`);
}
