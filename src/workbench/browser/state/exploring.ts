/** The search for stories that break a claim: asked for, under way, answered or ended. One at a time, on the text in hand. */
import { effect, signal } from '@preact/signals';
import type { Answered, Searching } from '../judging/exploring.js';
import { text } from './store.js';

export type Search =
  | { readonly state: 'not asked' }
  | { readonly state: 'under way'; readonly situations: number; readonly entries: number }
  | { readonly state: 'answered'; readonly answers: readonly Answered[]; readonly horizonDays: number; readonly strikes: number }
  | { readonly state: 'ended' }
  | { readonly state: 'failed'; readonly fault: string };

export const search = signal<Search>({ state: 'not asked' });
let worker: Worker | undefined;

function stop(next: Search): void {
  worker?.terminate();
  worker = undefined;
  search.value = next;
}

export const endSearch = (): void => stop({ state: 'ended' });

export function startSearch(): void {
  const words = text.peek();
  if (words === undefined) return;
  stop({ state: 'under way', situations: 0, entries: 0 });
  const made = new Worker('explore.worker.js');
  worker = made;
  made.addEventListener('message', ({ data }: MessageEvent<Searching>) => {
    if (worker !== made) return;
    if (data.kind === 'far') search.value = { state: 'under way', situations: data.situations, entries: data.entries };
    else if (data.kind === 'answers') stop({ state: 'answered', answers: data.answers, horizonDays: data.horizonDays, strikes: data.strikes });
    else if (data.kind === 'fault') stop({ state: 'failed', fault: data.fault });
  });
  made.addEventListener('error', (event) => { if (worker === made) stop({ state: 'failed', fault: event.message === '' ? 'the search did not start' : event.message }); });
  made.postMessage({ text: words });
}

/** An answer holds for the text it was given on: another text takes it away. Called once. */
export function watchSearch(): void {
  effect(() => { void text.value; stop({ state: 'not asked' }); });
}
