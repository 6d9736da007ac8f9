/** Who can ensure what: one question at a time, in the explorer's worker. The claim asked about stands in the address. */
import { computed, effect, signal } from '@preact/signals';
import type { Ensured } from '../judging/ensuring.js';
import type { Searching } from '../judging/exploring.js';
import { address, text } from './store.js';

export type Ensuring =
  | { readonly state: 'not asked' }
  | { readonly state: 'under way'; readonly claim: string }
  | { readonly state: 'answered'; readonly claim: string; readonly answers: readonly Ensured[] }
  | { readonly state: 'ended'; readonly claim: string }
  | { readonly state: 'failed'; readonly claim: string; readonly fault: string };

export const ensuring = signal<Ensuring>({ state: 'not asked' });
const wanted = computed(() => (address.value.place === 'exercise' ? address.value.who : undefined));
let worker: Worker | undefined;

function stop(next: Ensuring): void {
  worker?.terminate();
  worker = undefined;
  ensuring.value = next;
}

export function endEnsuring(): void {
  const now = ensuring.peek();
  if (now.state === 'under way') stop({ state: 'ended', claim: now.claim });
}

export function startEnsuring(claim: string): void {
  const words = text.peek();
  if (words === undefined) return;
  stop({ state: 'under way', claim });
  const made = new Worker('explore.worker.js');
  worker = made;
  made.addEventListener('message', ({ data }: MessageEvent<Searching>) => {
    if (worker !== made) return;
    if (data.kind === 'ensured') stop({ state: 'answered', claim, answers: data.answers });
    else if (data.kind === 'fault') stop({ state: 'failed', claim, fault: data.fault });
  });
  made.addEventListener('error', (event) => { if (worker === made) stop({ state: 'failed', claim, fault: event.message === '' ? 'the search did not start' : event.message }); });
  made.postMessage({ text: words, claim });
}

/** An answer holds for the text and the claim it was given on. Called once. */
export function watchEnsuring(): void {
  effect(() => {
    const [claim, words] = [wanted.value, text.value];
    queueMicrotask(() => { if (claim !== undefined && words !== undefined) startEnsuring(claim); else stop({ state: 'not asked' }); });
  });
}
