/** Source that puts alike members in order: the columns of each kin are sorted, so that situations that differ by renaming members become one. */
import { bitsOf, taken } from './javascript.js';
import type { Layout, Slot } from './layout.js';

/** Statements over the variables `n0`, `n1`, …, and the scratch arrays they need. Empty where nobody is interchangeable. */
export function canonicalSource({ kins }: Layout): { readonly scratch: string; readonly statements: string } {
  const useful = kins.filter(({ columns }) => columns.length > 1 && (columns[0]?.length ?? 0) > 0);
  const scratch = useful.map(({ columns }, kin) => (columns[0] ?? []).map((_, part) => `const k${kin}_${part} = new Int32Array(${columns.length});`).join(' ')).join(' ');
  const statements = useful.map(({ columns }, kin) => {
    const parts = (columns[0] ?? []).map((_, part) => part);
    const load = columns.map((column, member) => parts.map((part) => `k${kin}_${part}[${member}] = ${taken(`n${(column[part] as Slot).word}`, column[part] as Slot)};`).join(' ')).join(' ');
    return `${load} ${sort(kin, parts, columns.length)} ${store(kin, columns)}`;
  }).join('\n');
  return { scratch, statements };
}

/** Insertion sort: a parent's columns are in order already, and a move changes few. */
function sort(kin: number, parts: readonly number[], count: number): string {
  const less = parts.map((part) => {
    const equal = parts.slice(0, part).map((before) => `k${kin}_${before}[j] === x${before}`).concat([`k${kin}_${part}[j] > x${part}`]);
    return `(${equal.join(' && ')})`;
  }).join(' || ');
  const hold = parts.map((part) => `const x${part} = k${kin}_${part}[i];`).join(' ');
  const shift = parts.map((part) => `k${kin}_${part}[j + 1] = k${kin}_${part}[j];`).join(' ');
  const drop = parts.map((part) => `k${kin}_${part}[j + 1] = x${part};`).join(' ');
  return `for (let i = 1; i < ${count}; i += 1) { ${hold} let j = i - 1; while (j >= 0 && (${less})) { ${shift} j -= 1; } ${drop} }`;
}

function store(kin: number, columns: readonly (readonly Slot[])[]): string {
  const words = new Map<number, { mask: number; readonly parts: string[] }>();
  columns.forEach((column, member) => column.forEach((slot, part) => {
    const word = words.get(slot.word) ?? { mask: 0, parts: [] };
    word.mask |= bitsOf(slot);
    word.parts.push(slot.shift === 0 ? `k${kin}_${part}[${member}]` : `(k${kin}_${part}[${member}] << ${slot.shift})`);
    words.set(slot.word, word);
  }));
  return [...words].map(([word, { mask, parts }]) => `n${word} = (n${word} & ${~mask}) | ${parts.join(' | ')};`).join(' ');
}
