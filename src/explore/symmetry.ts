/**
 * Parties nobody can tell apart: exchanging their names everywhere leaves the text, its claims and its groups as they were.
 * Found, not declared. Their fields become columns that the search may put in order.
 */
import { DEFAULT_START, type Text } from '../engine/index.js';
import type { Field, Move, SpecialisedTreaty } from '../engine/specialised/index.js';
import type { Actor, Claim } from '../treaty/index.js';
import type { Class } from './alphabet.js';

/** Sets of two or more interchangeable parties. Who is free is told apart from who is not. */
export function interchangeable(text: Text, claims: readonly Claim[], free: readonly string[] = []): readonly (readonly string[])[] {
  const { treaty } = text;
  const told = plain([treaty.parties.map(withoutPast), treaty.outsiders, treaty.groups, treaty.bodies, treaty.findings, treaty.entryIntoForce, treaty.terminations, treaty.survivals, [...text.clauses.values()], claims, treaty.zones, treaty.lines, free]);
  const original = JSON.stringify(sorted(told));
  const sets: string[][] = [];
  for (const { name } of treaty.parties) {
    const alike = sets.find(([first]) => first !== undefined && JSON.stringify(sorted(exchanged(told, first, name))) === original);
    if (alike) alike.push(name); else sets.push([name]);
  }
  return sets.filter((set) => set.length > 1);
}

/** Since when somebody has been a party bears on nothing that begins later. */
function withoutPast({ from, ...party }: Text['treaty']['parties'][number]): Text['treaty']['parties'][number] {
  return from === undefined || from <= DEFAULT_START ? party : { ...party, from };
}

/**
 * Of each set the members for whom others stand in acts that open something. With at most `stimuli` of them, each naming at most so many members, an exchange of names puts those
 * named first: acts that name the others need not be tried. Of such a set only those never named may still be taken as alike. A set none of whose members is named stays whole.
 */
export function spared(sets: readonly (readonly string[])[], classes: readonly Class[], stimuli: number): { readonly spare: ReadonlySet<string>; readonly alike: readonly (readonly string[])[] } {
  const parted = sets.map((set) => {
    const most = Math.max(0, ...classes.filter(({ kind }) => kind === 'stimulus').map((one) => namedIn(one, set)));
    const others = set.slice(most * stimuli);
    return most > 0 && others.length > 1 ? { spare: others, alike: others } : { spare: [], alike: set };
  });
  return { spare: new Set(parted.flatMap(({ spare }) => spare)), alike: parted.map(({ alike }) => alike) };
}

/** How many members of a set an act names whose names bear on what follows: where any member would do, none is named. */
function namedIn({ happening: { actor, on }, standIns = [] }: Class, set: readonly string[]): number {
  const counts = (who: Actor | undefined, others: readonly string[] = []): boolean => who?.kind === 'one' && set.includes(who.name) && !set.every((name) => others.includes(name));
  return [counts(actor, standIns[0]), counts(on, standIns[1])].filter(Boolean).length;
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

/**
 * The program's fields with the columns of interchangeable parties marked. Members whom a field is about without being theirs (whom an act met, a duty owed jointly) are told
 * apart; the others stay alike, for what exchanges only them leaves those fields as they are.
 */
export function withKin({ program, owners, about }: Pick<SpecialisedTreaty, 'program' | 'owners'> & Partial<Pick<SpecialisedTreaty, 'about'>>, sets: readonly (readonly string[])[]): SpecialisedTreaty['program'] {
  const told = new Set(program.fields.flatMap(({ name }, index) => {
    const owner = owners.get(index);
    return owner === undefined ? [...name.split(/ of | for | and |, /), ...about?.get(index) ?? []] : (about?.get(index) ?? []).filter((one) => one !== owner);
  }));
  const usable = sets.map((set) => set.filter((member) => !told.has(member))).filter((set) => set.length > 1);
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
