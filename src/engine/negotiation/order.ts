/** Which of two statements came first, as far as their dates say, and from when on a statement has surely been made. */
import type { Instant, Statement } from '../../treaty/index.js';

/** Nobody knows of a statement before it is made: it is made by the day it is known, if its own dates allow that. */
export const saidBy = ({ said, knownAt }: Statement): Instant => Math.min(said.to, Math.max(said.from, knownAt));

export const surelyBefore = (a: Statement, b: Statement): boolean => saidBy(a) < b.said.from || (a.said.from === b.said.from && a.said.to === b.said.to && (a.order ?? 0) < (b.order ?? 0));

/** Those that no other of them surely followed. */
export function lastOf(statements: readonly Statement[]): readonly Statement[] {
  const begun = statements.reduce((latest, { said }) => Math.max(latest, said.from), -Infinity);
  const last = statements.filter((one) => saidBy(one) >= begun);
  if (statements.every(({ order }) => order === undefined)) return last;
  const orders = new Map<string, number>();
  for (const one of statements) orders.set(spanOf(one), Math.max(orders.get(spanOf(one)) ?? 0, one.order ?? 0));
  return last.filter((one) => (one.order ?? 0) === orders.get(spanOf(one)));
}

export const spanOf = ({ said }: Statement): string => `${said.from} ${said.to}`;

export const atOneInstant = (a: Statement, b: Statement): boolean => a.said.from === a.said.to && b.said.from === b.said.to && a.said.from === b.said.from && (a.order ?? 0) === (b.order ?? 0);

/** A settled order for showing and scanning: by the latest instant it can have been made, whatever order they are handed in. */
export const inOrder = (statements: readonly Statement[]): readonly Statement[] =>
  [...statements].sort((a, b) => saidBy(a) - saidBy(b) || a.said.from - b.said.from || (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
