/** Where each field lies in the packed situation: scalars first, then each member's column, so that alike members can be put in order by sorting columns. */
import type { Field } from './program.js';

/** Bits `shift` to `shift + width` of word `word`. A field never straddles two words. */
export interface Slot { readonly word: number; readonly shift: number; readonly width: number }

/** A set of alike members: each column in parts of at most 31 bits, all members' parts of one number being of one width. */
export interface Kin { readonly set: string; readonly columns: readonly (readonly Slot[])[] }

export interface Layout {
  readonly words: number;
  readonly slots: readonly Slot[];
  readonly kins: readonly Kin[];
}

const WORD = 32;
/** Parts of columns stay below the sign bit, so that they compare as they are. */
const PART = 31;

export const widthOf = (max: number): number => (max === 0 ? 0 : WORD - Math.clz32(max));

/** Throws RangeError for a field that a word cannot hold, or for members of a set that differ in their fields. */
export function layoutOf(fields: readonly Field[]): Layout {
  const slots: Slot[] = new Array<Slot>(fields.length);
  let word = 0;
  let used = 0;
  const place = (width: number, whole = WORD): Slot => {
    if (width > whole) throw new RangeError(`a field of ${width} bits does not fit a word`);
    if (used + width > WORD) { word += 1; used = 0; }
    const slot = { word, shift: used, width };
    used += width;
    return slot;
  };
  // Wide ones first fill words better.
  const scalars = fields.map((field, index) => ({ field, index })).filter(({ field }) => !field.kin).sort((a, b) => widthOf(b.field.max) - widthOf(a.field.max));
  for (const { field, index } of scalars) slots[index] = place(widthOf(field.max), PART);
  const kins = [...new Set(fields.flatMap(({ kin }) => (kin ? [kin.set] : [])))].map((set) => columnsOf(set, fields, slots, place));
  return { words: word + 1, slots, kins };
}

function columnsOf(set: string, fields: readonly Field[], slots: Slot[], place: (width: number, whole?: number) => Slot): Kin {
  const mine = fields.map((field, index) => ({ field, index })).filter(({ field }) => field.kin?.set === set);
  const members = [...new Set(mine.map(({ field }) => field.kin?.member ?? 0))].sort((a, b) => a - b);
  const shape = (member: number): readonly { readonly field: Field; readonly index: number }[] =>
    mine.filter(({ field }) => field.kin?.member === member).sort((a, b) => ((a.field.kin?.slot ?? '') < (b.field.kin?.slot ?? '') ? -1 : 1));
  const first = members[0] === undefined ? [] : shape(members[0]);
  const parts: { readonly width: number; readonly slots: readonly { readonly at: number; readonly offset: number }[] }[] = [];
  let width = 0;
  let inside: { at: number; offset: number }[] = [];
  first.forEach(({ field }, at) => {
    const bits = widthOf(field.max);
    if (width + bits > PART) { parts.push({ width, slots: inside }); width = 0; inside = []; }
    inside.push({ at, offset: width });
    width += bits;
  });
  if (inside.length > 0) parts.push({ width, slots: inside });
  const columns = members.map((member) => {
    const own = shape(member);
    if (own.length !== first.length || own.some(({ field }, at) => field.max !== first[at]?.field.max || field.kin?.slot !== first[at]?.field.kin?.slot)) throw new RangeError(`the members of \`${set}\` differ in their fields`);
    return parts.map((part) => {
      const where = place(part.width, PART);
      for (const { at, offset } of part.slots) {
        const one = own[at];
        if (one) slots[one.index] = { word: where.word, shift: where.shift + offset, width: widthOf(one.field.max) };
      }
      return where;
    });
  });
  return { set, columns };
}

/** The fields' values out of packed words. */
export const fieldsAt = (words: readonly number[], { slots }: Layout): readonly number[] =>
  slots.map(({ word, shift, width }) => (width === 0 ? 0 : ((words[word] ?? 0) >>> shift) & (width >= 32 ? -1 : (1 << width) - 1)));
