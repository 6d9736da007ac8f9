/** The runs: what may be assumed of the text in hand, and what was asked, under way, done or ended. What is asked stands in the address, so that it can be shared. */
import { computed, effect, signal } from '@preact/signals';
import type { Call, Choices, Running, Told } from '../judging/chancing.js';
import type { Asking } from '../view/asking.js';
import type { Load } from './load.js';
import { address, text } from './store.js';

/** `ended`: by the reader, before all runs were done. */
export type Runs =
  | { readonly state: 'not asked' }
  | { readonly state: 'under way'; readonly done: number; readonly results: number; readonly told: readonly Told[] }
  | { readonly state: 'done'; readonly told: readonly Told[] }
  | { readonly state: 'ended'; readonly done: number; readonly results: number; readonly told: readonly Told[] }
  | { readonly state: 'failed'; readonly fault: string };

export const choices = signal<Load<Choices>>({ state: 'loading' });
export const runs = signal<Runs>({ state: 'not asked' });

const askingKey = computed(() => JSON.stringify(address.value.asking ?? null));
/** What the address asks; the same object while it asks the same. */
export const asking = computed(() => (JSON.parse(askingKey.value) ?? undefined) as Asking | undefined);
const here = computed(() => address.value.place === 'chances');

let worker: Worker | undefined;
let last = 0;

function end(): void { worker?.terminate(); worker = undefined; }

function take(reply: Running): void {
  if (reply.kind === 'choices') choices.value = { state: 'ready', value: reply.choices };
  else if (reply.kind === 'far') runs.value = { state: 'under way', done: reply.done, results: reply.results, told: reply.told };
  else if (reply.kind === 'done') runs.value = { state: 'done', told: reply.told };
  else fail(reply.fault);
}

function fail(fault: string): void {
  if (choices.peek().state === 'loading') choices.value = { state: 'failed', fault };
  else runs.value = { state: 'failed', fault };
}

type Question = { readonly kind: 'choices'; readonly text: string } | { readonly kind: 'run'; readonly text: string; readonly asking: Asking };

function put(question: Question): void {
  if (!worker) {
    const made = new Worker('chances.worker.js');
    worker = made;
    made.addEventListener('message', ({ data }: MessageEvent<Running>) => { if (worker === made && data.id === last) take(data); });
    made.addEventListener('error', (event) => { if (worker === made) { end(); fail(event.message === '' ? 'the part of the workbench that runs the text did not start' : event.message); } });
  }
  worker.postMessage({ id: (last += 1), ...question } satisfies Call);
}

/** Ends the runs; what was done stays, and is marked as partial. */
export function endRuns(): void {
  const now = runs.peek();
  if (now.state !== 'under way') return;
  end();
  runs.value = { state: 'ended', done: now.done, results: now.results, told: now.told };
}

export function startRuns(): void {
  const [words, question] = [text.peek(), asking.peek()];
  if (words === undefined || question === undefined) return;
  if (runs.peek().state === 'under way') end();
  runs.value = { state: 'under way', done: 0, results: 1, told: [] };
  put({ kind: 'run', text: words, asking: question });
}

export function readChoices(): void {
  const words = text.peek();
  if (words === undefined) return;
  end();
  runs.value = { state: 'not asked' };
  choices.value = { state: 'loading' };
  put({ kind: 'choices', text: words });
}

/** Figures hold for the text and the question they were asked of: another text, or another question, takes them away. Called once. */
export function watchChances(): void {
  let read: string | undefined;
  effect(() => {
    const words = text.value;
    if (!here.value || words === undefined || words === read) return;
    read = words;
    queueMicrotask(readChoices);
  });
  let ran = '';
  effect(() => {
    const key = `${text.value ?? ''} ${askingKey.value}`;
    if (!here.value || choices.value.state !== 'ready' || key === ran) return;
    ran = key;
    queueMicrotask(() => { if (asking.peek()) startRuns(); else { if (runs.peek().state === 'under way') end(); runs.value = { state: 'not asked' }; } });
  });
}
