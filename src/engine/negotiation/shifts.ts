/** Where parties moved: their first position on an issue, a reversal, a move to something else. In their own voice, by statements that count and are beyond doubt, and only where one surely came before the other. */
import type { Instant, Negotiation, Statement } from '../../treaty/index.js';
import { countedOf } from './standing.js';
import { inOrder, saidBy, surelyBefore } from './order.js';
import type { Shift } from './shapes.js';

export function shiftsOf(negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant = asOf): readonly Shift[] {
  const own = inOrder(countedOf(negotiation, statements, knownOn).filter((one) => one.voice === 'own' && !one.uncertain && one.stance !== 'reports' && saidBy(one) <= asOf));
  return own.flatMap((after) => {
    const earlier = own.filter((one) => one.party === after.party && one.issue === after.issue && surelyBefore(one, after));
    const shift = shiftTo(after, earlier);
    // Of several first words that may have come in either order, one is the first.
    const first = own.find((one) => one.party === after.party && one.issue === after.issue);
    return shift && !(shift.kind === 'first time' && !shift.before && first !== after) ? [{ party: after.party, issue: after.issue, ...shift, after }] : [];
  });
}

const FOR: ReadonlySet<string> = new Set(['accepts', 'offers', 'demands']);

function shiftTo(after: Statement, earlier: readonly Statement[]): Pick<Shift, 'kind' | 'before'> | undefined {
  const last = earlier.at(-1);
  const before = (one: Statement | undefined): { before?: Statement } => (one ? { before: one } : {});
  const onIt = earlier.filter((one) => one.option === after.option && after.option !== undefined).at(-1);
  const held = earlier.filter(({ stance }) => FOR.has(stance)).at(-1);
  const speaks = FOR.has(after.stance);
  if (onIt && (speaks ? onIt.stance === 'rejects' : after.stance === 'rejects' && FOR.has(onIt.stance))) return { kind: 'reversal', before: onIt };
  if (after.stance === 'uncertain') return held && last === held && (after.option === undefined || held.option === after.option) ? { kind: 'moved', before: held } : undefined;
  if (speaks && !held) return { kind: 'first time', ...before(last) };
  if (!last) return { kind: 'first time' };
  if (speaks && held && (held.option !== after.option || last.stance === 'uncertain')) return { kind: 'moved', before: last.stance === 'uncertain' ? last : held };
  return undefined;
}
