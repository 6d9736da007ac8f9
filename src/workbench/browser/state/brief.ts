/** The brief on the day of the rail, asked for when the place is looked at; the day it is compared with, the view, and the cell looked into. */
import { computed, effect, signal } from '@preact/signals';
import type { BriefAnswer } from '../../shared/brief.js';
import { jsonAt } from '../judging/fetching.js';
import { loader } from './load.js';
import { address, dates } from './store.js';

export const VIEWS = ['board', 'changes', 'page', 'read'] as const;
export type BriefView = (typeof VIEWS)[number];

export const view = signal<BriefView>('board');
/** The earlier day; the brief's own choice where undefined. */
export const comparedWith = signal<string | undefined>(undefined);
/** Issue and party of the cell whose evidence is shown; the issue alone where it is looked into as a whole. */
export const lookedInto = signal<{ readonly issue: string; readonly party?: string } | undefined>(undefined);

const briefLoader = loader<BriefAnswer>();
export const brief = briefLoader.current;

export const dayAsked = computed(() => new Date(dates.value.asOf).toISOString().slice(0, 10));
const here = computed(() => address.value.place === 'brief');

function asked(): string {
  const [day, since] = [dayAsked.value, comparedWith.value];
  return `api/brief?asOf=${day}${since !== undefined && since < day ? `&since=${since}` : ''}`;
}

let watching = false;
/** Called by the place; asks again when the day, or the day it is compared with, changes. */
export function watchBrief(): void {
  if (watching) return;
  watching = true;
  effect(() => {
    const path = asked();
    if (here.value) briefLoader.run(() => jsonAt<BriefAnswer>(path));
  });
}

export const askAgain = (): void => { const path = asked(); briefLoader.run(() => jsonAt<BriefAnswer>(path)); };
