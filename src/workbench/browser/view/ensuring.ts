/** Coalitions in words, and results that readings share told once. */
import type { Coalition, Strategy, StrategyRow } from '../../../explore/index.js';
import type { Claim, Treaty } from '../../../treaty/index.js';
import type { Ensured } from '../judging/ensuring.js';
import { readable } from './names.js';

/** Situations with whose turn it is, for each coalition: more would keep a reader waiting for minutes. */
export const MOST_NODES = 50_000;
export const GAME_DAYS = 30;

/** Claims that wait for a response, or name who can see to it. */
export const ensurable = (treaty: Treaty): readonly Claim[] => treaty.claims.filter(({ form }) => form.kind === 'whenever' || form.kind === 'can');

const listed = (names: readonly string[], and = 'and'): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`);

/** `Ukraine, and any 4 of France, Poland …`. */
export function coalitionSentence({ members }: Coalition): string {
  if (members.length === 0) return 'nobody need do anything: it comes about by itself';
  const all = members.filter(({ of, count }) => count === of.length).flatMap(({ of }) => of.map(readable));
  const some = members.filter(({ of, count }) => count < of.length).map(({ of, count }) => `any ${count === 1 ? 'one' : count} of ${listed(of.map(readable), 'or')}`);
  return [...(all.length > 0 ? [listed(all)] : []), ...some].join(', and ');
}

export const sizeOf = ({ members }: Coalition): number => members.reduce((sum, { count }) => sum + count, 0);

/** Smallest first. */
export const inOrderOfSize = (all: readonly Coalition[]): readonly Coalition[] => [...all].sort((a, b) => sizeOf(a) - sizeOf(b));

/** How far the answer goes, in words; `undetermined` always says why and what would settle it. */
export function reachWords({ because, complete, nobodyCan, smallest }: Ensured): string {
  if (because !== undefined) return `Undetermined, because ${because}`;
  if (nobodyCan) return 'Nobody can: not even all of them together, if an act that nobody owes comes at the worst time';
  if (complete) return 'Every coalition was tried';
  return `${smallest.length > 0 ? 'Others may do too: undetermined' : 'Undetermined'}, because some coalitions lead to more than ${MOST_NODES.toLocaleString('en-GB')} situations; may be settled by longer steps of time or fewer parties`;
}

/** Readings that answer alike are told together. */
export function gatheredEnsured(all: readonly Ensured[]): readonly { readonly of: Ensured; readonly readings: readonly string[] }[] {
  const groups = new Map<string, { readonly of: Ensured; readonly readings: string[] }>();
  for (const { reading, ...rest } of all) {
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { of: { reading, ...rest }, readings: [] };
    groups.set(key, group);
    if (reading !== null) group.readings.push(reading);
  }
  return [...groups.values()];
}

export interface Doing { readonly when: string; readonly who: string; readonly does: string; readonly by: string }

const byWords = ({ fromHour, toHour }: StrategyRow): string => (toHour === undefined ? 'before the time counts' : fromHour === undefined ? `up to ${toHour} h` : fromHour === toHour ? `${toHour} h` : `${fromHour} to ${toHour} h`);

function conditionWords({ field, words, values }: StrategyRow['when'][number], who: string, tickHours: number): string {
  const left = /^(.*), ticks left$/.exec(field);
  const name = (left?.[1] ?? field).split(` of ${who}`).join(' of its own').replace(/^ballot of its own on (.*)$/, 'its own ballot on $1');
  if (left) return `${name} has ${values.map((value) => value * tickHours).join(' or ')} hours left`;
  return field === 'stimuli' ? `${values.join(' or ')} acts that nobody owes have fallen` : `${name} is ${words.map((word) => (word === 'none' ? 'not there yet' : word)).join(' or ')}`;
}

/** A strategy as a table: what several do alike in the same case stands once. The first row that fits is what is done. */
export function doingsOf({ rows, tickHours }: Strategy): readonly Doing[] {
  const groups = new Map<string, { readonly row: Doing; readonly who: string[] }>();
  for (const one of rows) {
    const row: Doing = { when: one.when.map((condition) => conditionWords(condition, one.who, tickHours)).join(', and ') || 'whenever it may', who: '', does: one.does, by: byWords(one) };
    const key = JSON.stringify(row);
    const group = groups.get(key) ?? { row, who: [] };
    groups.set(key, group);
    group.who.push(readable(one.who));
  }
  return [...groups.values()].map(({ row, who }) => ({ ...row, who: listed(who) }));
}
