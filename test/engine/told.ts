/** Records told in a few words, for what scenarios cannot say: coverage, ranges, uncertain actors and places, knowledge that comes later. */
import { compile, replay, type CompiledTreaty, type ReplayOptions } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';
import type { Entry, Verdict } from '../../src/treaty/index.js';

export const START = Date.UTC(2026, 0, 1);
export const HOUR = 3_600_000;
export const at = (hours: number): number => START + hours * HOUR;

export function treatyOf(clauses: string): CompiledTreaty {
  const { treaty, diagnostics } = parseTreaty(`treaty "Told".\ntimes in UTC, a day is 24 hours.\nparty A, B, C.\noutsider O.\nbody Mission is independent.\n${clauses}`);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return compile(treaty, { features: [] });
}

let count = 0;
/** `by`: a name, several of which one acted (`A or B`), or `?`. `hours`: one instant, or the earliest and the latest. */
export function entry(act: string, by: string, hours: number | readonly [number, number], more: Partial<Entry> & { readonly to?: string } = {}): Entry {
  const [from, to] = typeof hours === 'number' ? [hours, hours] : hours;
  const { to: on, ...rest } = more;
  const actor: Entry['actor'] = by === '?' ? { kind: 'unknown' } : by.includes(' or ') ? { kind: 'one of', names: by.split(' or ') } : { kind: 'one', name: by };
  count += 1;
  return { id: `${act}-${count}`, act, actor, arguments: {}, occurred: { from: at(from), to: at(to) }, knownAt: at(to), ...(on === undefined ? {} : { on: { kind: 'one', name: on } }), ...rest };
}

/** The record would hold these acts between two hours. */
export const coverage = (acts: string, from: number, to: number, more: Partial<Entry> = {}): Entry => entry('coverage', 'Mission', [from, to], { arguments: { acts }, knownAt: START, ...more });

export const judge = (treaty: CompiledTreaty, entries: readonly Entry[], asOf: number, options: Partial<ReplayOptions> = {}): readonly Verdict[] =>
  replay(treaty, entries, { asOf: at(asOf), knownOn: at(10_000), inForceFrom: START, ...options }).verdicts;

/** `assist A: breached` for each verdict on a clause. */
export const statesOf = (verdicts: readonly Verdict[], clause: string): readonly string[] => verdicts.filter((verdict) => verdict.clause === clause)
  .map(({ debtor, state }) => `${debtor === undefined ? '' : typeof debtor === 'string' ? debtor : debtor.oneOf.join('+')}: ${state}`);

/** The state of one debtor's latest life. */
export const stateOf = (verdicts: readonly Verdict[], clause: string, debtor: string): string | undefined => verdicts.findLast((verdict) => verdict.clause === clause && verdict.debtor === debtor)?.state;
