/** Source that puts alike members in order: the columns of each kin are sorted, so that situations that differ by renaming members become one. */
import { bitsOf, taken } from './javascript.js';
import type { Layout, Slot } from './layout.js';
import type { Move } from './program.js';

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

/**
 * Source that tells, in a situation whose columns are in order, which members stand as the one before them: over the variables `w0`, `w1`, …, one number for each kin with a bit for each
 * such member. What such a member may do leads where the like move of the one before it leads, once members are put in order, so that it need not be tried.
 */
export function alikeSource({ kins }: Layout): { readonly masks: string; readonly skipped: (kin: Move['kin']) => string | undefined } {
  const useful = kins.flatMap(({ set, columns }) => (columns.length > 1 && (columns[0]?.length ?? 0) > 0 ? [{ set, columns }] : []));
  const word = (slot: Slot): string => taken(`w${slot.word}`, slot);
  const masks = useful.map(({ columns }, kin) => {
    const bits = columns.slice(1).map((column, before) => ({ member: before + 1, source: `(${column.map((slot, part) => `${word(slot)} === ${word(columns[before]?.[part] as Slot)}`).join(' && ')} ? ${bitOf(before + 1)} : 0)` }));
    return Array.from({ length: Math.ceil(columns.length / BITS) }, (_, group) => `const alike${kin}_${group} = ${bits.filter(({ member }) => Math.floor(member / BITS) === group).map(({ source }) => source).join(' | ') || '0'};`).join(' ');
  }).join(' ');
  const skipped = (kin: Move['kin']): string | undefined => {
    const at = useful.findIndex(({ set }) => set === kin?.set);
    return at < 0 || kin === undefined || kin.member === 0 ? undefined : `(alike${at}_${Math.floor(kin.member / BITS)} & ${bitOf(kin.member)}) !== 0`;
  };
  return { masks, skipped };
}

/** Bits of a number that are told apart without a sign. */
const BITS = 31;
const bitOf = (member: number): number => 2 ** (member % BITS);
