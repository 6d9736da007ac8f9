/** From a passage to its proposal or fault, and back: what is looked at is marked in both, scrolled to and given the focus. */
import { lookedAt, type Mark } from '../../state/reading.js';

function reach(element: HTMLElement | null): void {
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

export function toList(mark: Mark): void {
  lookedAt.value = mark;
  reach(document.getElementById(`${mark.kind}-${mark.number}`));
}

export function toText(mark: Mark): void {
  lookedAt.value = mark;
  reach(document.getElementById(`${mark.kind}-${mark.number}-in-text`));
}

/** To another place a fault rests on. */
export function toPlace(mark: Mark, from: number): void {
  lookedAt.value = mark;
  const pieces = [...document.querySelectorAll<HTMLElement>('.report-text [data-from]')];
  reach(pieces.findLast((one) => Number(one.dataset['from']) <= from) ?? pieces[0] ?? null);
}

export const toPart = (id: string): void => reach(document.getElementById(id));
