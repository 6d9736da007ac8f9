/** An act that happens by itself, as the classes of act it may be: facts drawn between two numbers fall into what the text's own conditions tell apart, each with its share. */
import type { Text } from '../engine/index.js';
import { labelOf, type Class, type Happening } from '../explore/index.js';
import type { ArgumentTest } from '../treaty/index.js';
import type { Happens } from './behaviour.js';

/** One way it may fall, with its share; where several do it, their acts of one instant. */
export interface Way { readonly share: number; readonly acts: readonly Class[] }

const MOST_VALUES = 10_000;
const MOST_SUMMED = 60;
const MOST_WAYS = 400;

export function waysOf(text: Text, { act, by, on, place, facts }: Happens): { readonly ways: readonly Way[]; readonly notes: readonly string[] } {
  const notes: string[] = [];
  let drawn: readonly { readonly facts: Happening['arguments']; readonly share: number }[] = [{ facts: {}, share: 1 }];
  for (const [name, value] of Object.entries(facts)) {
    const values = typeof value === 'object' ? valuesBetween(text, act, name, value.least, value.most, notes) : [{ value, share: 1 }];
    drawn = drawn.flatMap((one) => values.map((other) => ({ facts: { ...one.facts, [name]: other.value }, share: one.share * other.share })));
  }
  const targets = on.length === 0 ? [undefined] : on;
  const ways = drawn.flatMap(({ facts: stated, share }) => targets.map((target): Way => ({
    share: share / targets.length,
    acts: by.map((actor) => { const happening: Happening = { act, actor: { kind: 'one', name: actor }, arguments: stated, ...(target === undefined ? {} : { on: { kind: 'one', name: target } }), ...(place ? { place } : {}) }; return { label: labelOf(happening), kind: 'stimulus', happening }; }),
  })));
  if (ways.length <= MOST_WAYS) return { ways, notes };
  return { ways: ways.slice(0, MOST_WAYS).map((one) => ({ ...one, share: 1 / MOST_WAYS })), notes: [...notes, `of the ${ways.length} ways in which ${act} may fall the first ${MOST_WAYS} are drawn`] };
}

/** A number evenly between two: among the whole numbers where both are whole, else any. Numbers that no condition tells apart are one; where they are added up each counts. */
function valuesBetween(text: Text, act: string, argument: string, least: number, most: number, notes: string[]): readonly { readonly value: number; readonly share: number }[] {
  const thresholds = [...new Set(testsOf(text, argument).flatMap(({ value }) => (typeof value === 'number' ? [value] : [])))].sort((a, b) => a - b);
  const whole = Number.isInteger(least) && Number.isInteger(most);
  const count = most - least + 1;
  const summed = isSummed(text, argument);
  if (summed && (!whole || count > MOST_SUMMED)) {
    notes.push(`${argument} of ${act} is added up: ${MOST_SUMMED} values between ${least} and ${most} stand for all`);
    return Array.from({ length: MOST_SUMMED }, (_, index) => ({ value: least + ((index + 0.5) * (most - least)) / MOST_SUMMED, share: 1 / MOST_SUMMED }));
  }
  if (summed) return Array.from({ length: count }, (_, index) => ({ value: least + index, share: 1 / count }));
  const cells = new Map<string, { value: number; share: number }>();
  const put = (value: number, share: number): void => {
    const key = thresholds.map((threshold) => Math.sign(value - threshold)).join();
    const before = cells.get(key);
    if (before) before.share += share; else cells.set(key, { value, share });
  };
  if (whole && count <= MOST_VALUES) { for (let value = least; value <= most; value += 1) put(value, 1 / count); return [...cells.values()]; }
  const edges = [least, ...thresholds.filter((one) => one > least && one < most), most];
  for (const [index, from] of edges.slice(0, -1).entries()) { const to = edges[index + 1] as number; put((from + to) / 2, most === least ? 1 : (to - from) / (most - least)); }
  return [...cells.values()];
}

function* parts(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const part of Object.values(value)) yield* parts(part);
}

const testsOf = (text: Text, argument: string): readonly ArgumentTest[] => [...parts([...text.clauses.values()])].flatMap((one) => ('argument' in one && 'comparison' in one && one.argument === argument ? [one as ArgumentTest] : []));
const isSummed = (text: Text, argument: string): boolean => [...parts([...text.clauses.values()])].some((one) => 'argument' in one && 'decayPerDay' in one && one.argument === argument);
