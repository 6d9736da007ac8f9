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

/** What had the focus is gone: the head of the list it stood in, or of what is left. */
export const toRest = (left: number): void => (left > 0 ? toPart('accepted-title') : reach(document.querySelector<HTMLElement>('.read-head h2, .report-form textarea')));

/** The cell of the board that was opened, once the board is drawn. */
export const toCell = (): void => { setTimeout(() => reach(document.querySelector<HTMLElement>('.board .cell[aria-expanded=true]'))); };
