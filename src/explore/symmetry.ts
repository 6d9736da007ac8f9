/**
 * Parties nobody can tell apart: exchanging their names everywhere leaves the text, its claims and its groups as they were.
 * Found, not declared. Their fields become columns that the search may put in order.
 */
import type { Text } from '../engine/index.js';
import type { Field, Move, SpecialisedTreaty } from '../engine/specialised/index.js';
import type { Claim } from '../treaty/index.js';

/** Sets of two or more interchangeable parties. Who is free is told apart from who is not. */
export function interchangeable(text: Text, claims: readonly Claim[], free: readonly string[] = []): readonly (readonly string[])[] {
  const { treaty } = text;
  const told = plain([treaty.parties, treaty.outsiders, treaty.groups, treaty.bodies, treaty.findings, treaty.entryIntoForce, treaty.terminations, treaty.survivals, [...text.clauses.values()], claims, treaty.zones, treaty.lines, free]);
  const original = JSON.stringify(sorted(told));
  const sets: string[][] = [];
  for (const { name } of treaty.parties) {
    const alike = sets.find(([first]) => first !== undefined && JSON.stringify(sorted(exchanged(told, first, name))) === original);
    if (alike) alike.push(name); else sets.push([name]);
  }
  return sets.filter((set) => set.length > 1);
}

/** Without the places in the text, which do not bear on its meaning. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'span' && key !== 'nameSpan' && key !== 'source').map(([key, part]) => [key, plain(part)]));
}

function exchanged(value: unknown, a: string, b: string): unknown {
  if (value === a) return b;
  if (value === b) return a;
  if (Array.isArray(value)) return value.map((part) => exchanged(part, a, b));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, exchanged(part, a, b)]));
}

/** Lists of names, and of parties, groups and weights, in an order of their own: their order in the text says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(sorted);
    const loose = parts.every((part) => typeof part === 'string') || parts.every((part) => typeof part === 'object' && part !== null && ('name' in part || 'party' in part || 'who' in part || 'group' in part) && !('kind' in part && 'meaning' in part));
    return loose ? parts.map((part) => JSON.stringify(part)).sort() : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sorted(part)]));
}

/** The program's fields with the columns of interchangeable parties marked. A set whose members share a field none of them owns is left alone. */
export function withKin({ program, owners }: SpecialisedTreaty, sets: readonly (readonly string[])[]): SpecialisedTreaty['program'] {
  const usable = sets.filter((set) => !program.fields.some(({ name }, index) => owners.get(index) === undefined && set.some((member) => name.split(/ of | for | and |, /).includes(member))));
  const fields = program.fields.map((field, index): Field => {
    const owner = owners.get(index);
    const at = owner === undefined ? -1 : usable.findIndex((set) => set.includes(owner));
    if (owner === undefined || at < 0) return field;
    return { ...field, kin: { set: String(at), member: (usable[at] ?? []).indexOf(owner), slot: field.name.split(owner).join('*') } };
  });
  return { ...program, fields, moves: movesOf(program.moves, usable) };
}

/** Moves marked with the one member they speak of, where every member of its set has the like of it. */
function movesOf(moves: readonly Move[], sets: readonly (readonly string[])[]): readonly Move[] {
  const labels = new Set(moves.map(({ label }) => label));
  const words = (label: string): readonly string[] => label.split(/([ ,:]+)/);
  return moves.map((move): Move => {
    const parts = words(move.label);
    const named = [...new Set(parts.filter((part) => sets.some((set) => set.includes(part))))];
    const [name] = named;
    if (name === undefined || named.length > 1 || move.takes) return move;
    const at = sets.findIndex((set) => set.includes(name));
    const set = sets[at] ?? [];
    const like = (other: string): string => parts.map((part) => (part === name ? other : part)).join('');
    return set.every((other) => labels.has(like(other))) ? { ...move, kin: { set: String(at), member: set.indexOf(name) } } : move;
  });
}
