/** Tables that fit: columns are as wide as they need, and the one that may give way is cut. */
import { cut, padded, paddedLeft, widthOf } from './words.js';

export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** Gives way where the table is too wide; its cells must be without colours. */
  readonly gives?: boolean;
}

const GAP = 2;

/** Lines without a final line break in each. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number, title: (text: string) => string): readonly string[] {
  const natural = columns.map((column, index) => Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ''))));
  const total = natural.reduce((sum, one) => sum + one, 0) + GAP * (columns.length - 1);
  const giving = columns.findIndex((column) => column.gives);
  const widths = natural.map((one, index) => (index === giving && total > width ? Math.max(12, one - (total - width)) : one));
  const line = (cells: readonly string[]): string => cells.map((cell, index) => {
    const room = widths[index] ?? 0;
    const fitted = index === giving ? cut(cell, room) : cell;
    return columns[index]?.right ? paddedLeft(fitted, room) : index === cells.length - 1 ? fitted : padded(fitted, room);
  }).join(' '.repeat(GAP)).trimEnd();
  return [title(line(columns.map((column) => column.title))), ...rows.map(line)];
}
