/** The exercise under way: which scenario, at which instant, with what supposed besides. All of it stands in the address. */
import { computed, effect } from '@preact/signals';
import type { Instant } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import { ask } from '../judging/client.js';
import type { Exercised } from '../judging/protocol.js';
import { readAddress, type Address } from '../routes.js';
import { instantsOf, supposedId } from '../view/exercise.js';
import { loader, valueOf } from './load.js';
import { address, addressTo, text, treatyId } from './store.js';

const exercisedLoader = loader<Exercised>();
export const exercised = exercisedLoader.current;

/** Number of the scenario in the text, from 1. */
export const scenario = computed(() => address.value.scenario ?? 1);
const supposedKey = computed(() => JSON.stringify(address.value.supposed ?? []));
export const supposed = computed(() => JSON.parse(supposedKey.value) as readonly RecordLine[]);
const exercising = computed(() => address.value.place === 'exercise');

/** The instant looked at: what the address says, else the first at which somebody acts. */
export const now = computed<Instant | undefined>(() => {
  const story = valueOf(exercised.value);
  return address.value.now ?? story?.steps.find(({ entries }) => entries.length > 0)?.at ?? story?.startsAt;
});

export function run(fresh = false): void {
  const words = text.peek();
  const lines = supposed.peek().map(({ knownAt: _known, ...line }, index) => ({ ...line, id: supposedId(index) }));
  if (words !== undefined) exercisedLoader.run(() => ask('exercise', { text: words, scenario: scenario.peek(), supposed: lines }), fresh);
}

/** Judges again when text, scenario or what is supposed changes; called once. */
export function watchExercise(): void {
  let before = '';
  effect(() => {
    const told = `${treatyId.value} ${scenario.value}`;
    void supposedKey.value;
    if (!exercising.value || text.value === undefined) return;
    const fresh = told !== before;
    before = told;
    queueMicrotask(() => run(fresh));
  });
}

export const exerciseAddress = (next: Partial<Address>): string => {
  const { scenario: number, now: at, asked, supposed: lines, who } = address.value;
  // Another instant, or another story, asks its own question.
  const kept = asked === undefined || 'now' in next || 'supposed' in next ? {} : { asked };
  const held = { ...(number === undefined ? {} : { scenario: number }), ...(at === undefined ? {} : { now: at }), ...kept, ...(lines === undefined ? {} : { supposed: lines }), ...(who === undefined ? {} : { who }) };
  return addressTo({ treaty: treatyId.value, ...held, scenario: scenario.value, ...next, place: 'exercise' });
};

/** Moving in time replaces the address, so that the browser's own *back* leaves the exercise rather than retracing each step. */
export function moveTo(at: Instant): void {
  const moved = exerciseAddress({ now: at });
  history.replaceState(null, '', moved);
  address.value = readAddress(moved);
}

export type Direction = 'back' | 'on';

/** The neighbouring instant: of any change, or of the next entry only. */
export function neighbour(story: Exercised, at: Instant, direction: Direction, entriesOnly: boolean): Instant | undefined {
  const instants = entriesOnly ? story.steps.map((step) => step.at) : instantsOf(story);
  return direction === 'on' ? instants.find((one) => one > at) : instants.findLast((one) => one < at);
}

export function suppose(line: RecordLine): void {
  const at = Date.parse(typeof line.occurredAt === 'string' ? line.occurredAt : line.occurredAt.from);
  location.hash = exerciseAddress({ supposed: [...supposed.peek(), line], ...(Number.isFinite(at) ? { now: at } : {}) });
}

export function takeBack(index: number): void {
  location.hash = exerciseAddress({ supposed: supposed.peek().filter((_, at) => at !== index) });
}
