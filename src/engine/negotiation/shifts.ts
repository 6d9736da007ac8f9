/** Where parties moved: their first position on an issue, a reversal, a move to something else. In their own voice, by statements that count and are beyond doubt, and only where one surely came before the other. */
import type { Instant, Negotiation, Statement } from '../../treaty/index.js';
import { countedOf } from './standing.js';
import { inOrder, saidBy, spanOf } from './order.js';
import type { Shift } from './shapes.js';

export function shiftsOf(negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant = asOf): readonly Shift[] {
  const own = inOrder(countedOf(negotiation, statements, knownOn).filter((one) => one.voice === 'own' && !one.uncertain && one.stance !== 'reports' && saidBy(one) <= asOf));
  const trails = new Map<string, Trail>();
  for (const one of own) { const trail = trails.get(trailOf(one)); if (trail) trail.add(one); else trails.set(trailOf(one), new Trail(one)); }
  return own.flatMap((after) => {
    const trail = trails.get(trailOf(after)) as Trail;
    const shift = shiftTo(after, trail);
    // Of several first words that may have come in either order, one is the first.
    return shift && !(shift.kind === 'first time' && !shift.before && trail.first !== after) ? [{ party: after.party, issue: after.issue, ...shift, after }] : [];
  });
}

const FOR: ReadonlySet<string> = new Set(['accepts', 'offers', 'demands']);
const trailOf = ({ party, issue }: Statement): string => `${party}\n${issue}`;

/** What one party said on one issue, in order: finds without going through it all the last of what surely came before. */
class Trail {
  readonly #all: Statement[] = [];
  readonly #held: Statement[] = [];
  readonly #onOption = new Map<string, Statement[]>();
  /** Of a span, where `order` parts what was said in it. */
  readonly #spans = new Map<string, Statement[]>();

  constructor(readonly first: Statement) { this.add(first); }

  add(one: Statement): void {
    const listed = (lists: Map<string, Statement[]>, key: string): void => { const list = lists.get(key); if (list) list.push(one); else lists.set(key, [one]); };
    this.#all.push(one);
    if (FOR.has(one.stance)) this.#held.push(one);
    if (one.option !== undefined) listed(this.#onOption, one.option);
    listed(this.#spans, spanOf(one));
  }

  last(after: Statement): Statement | undefined { return this.#before(this.#all, after, () => true); }
  held(after: Statement): Statement | undefined { return this.#before(this.#held, after, ({ stance }) => FOR.has(stance)); }
  onIt(after: Statement): Statement | undefined { return after.option === undefined ? undefined : this.#before(this.#onOption.get(after.option) ?? [], after, ({ option }) => option === after.option); }

  #before(list: readonly Statement[], after: Statement, fits: (one: Statement) => boolean): Statement | undefined {
    // What `order` puts before it in its own span ends later than all that ended before its span began.
    const order = after.order ?? 0;
    const within = order === 0 ? undefined : this.#spans.get(spanOf(after))?.filter((one) => (one.order ?? 0) < order && fits(one)).at(-1);
    if (within) return within;
    let [low, high] = [0, list.length];
    while (low < high) { const middle = (low + high) >> 1; if (saidBy(list[middle] as Statement) < after.said.from) low = middle + 1; else high = middle; }
    return list[low - 1];
  }
}

function shiftTo(after: Statement, earlier: Trail): Pick<Shift, 'kind' | 'before'> | undefined {
  const [last, onIt, held] = [earlier.last(after), earlier.onIt(after), earlier.held(after)];
  const before = (one: Statement | undefined): { before?: Statement } => (one ? { before: one } : {});
  const speaks = FOR.has(after.stance);
  if (onIt && (speaks ? onIt.stance === 'rejects' : after.stance === 'rejects' && FOR.has(onIt.stance))) return { kind: 'reversal', before: onIt };
  if (after.stance === 'uncertain') return held && last === held && (after.option === undefined || held.option === after.option) ? { kind: 'moved', before: held } : undefined;
  if (speaks && !held) return { kind: 'first time', ...before(last) };
  if (!last) return { kind: 'first time' };
  if (speaks && held && (held.option !== after.option || last.stance === 'uncertain')) return { kind: 'moved', before: last.stance === 'uncertain' ? last : held };
  return undefined;
}
