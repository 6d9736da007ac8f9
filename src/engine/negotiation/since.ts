/**
 * Since when an issue stands as it does: one pass over what was said, in the order in which it was surely made, that keeps of each party and option the latest words and no more.
 * `stanceOf` says the same of one day by all that was said until then; a test holds the two equal at every turn.
 */
import type { Instant, Issue, Limit, Negotiation, Statement } from '../../treaty/index.js';
import { verdictOf, type Held, type Verdict } from './issue.js';
import { excluding } from './limits.js';
import { inOrder, saidBy, spanOf } from './order.js';
import { bearing } from './stance.js';

/** The first instant from which it stood so without a break; undefined where it stood so from the beginning. Statements are those that count and are about this issue. */
export function sinceOf(issue: Issue, { limits }: Negotiation, statements: readonly Statement[], asOf: Instant): Instant | undefined {
  if ('kind' in issue.required || issue.options.length === 0) return undefined;
  const required = issue.required;
  const options = issue.options.map(({ name }) => name);
  const parties = new Map(required.map((party) => [party, new Running(options)]));
  const said = inOrder(statements).filter((one) => saidBy(one) <= asOf && parties.has(one.party));
  const bounds = limits.filter(({ of }) => required.includes(of)).flatMap((limit) => turnsOf(limit, issue)).filter((turn) => turn <= asOf);
  let barred = barredAt(issue, limits, required, -Infinity);
  let held: Verdict = verdictOf(options, [...parties.values()], (option) => barred.has(option));
  let since: Instant | undefined;
  let next = 0;
  for (const turn of [...new Set([...said.map(saidBy), ...bounds])].sort((a, b) => a - b)) {
    for (let one = said[next]; one && saidBy(one) === turn; one = said[next += 1]) parties.get(one.party)?.add(one);
    if (bounds.includes(turn)) barred = barredAt(issue, limits, required, turn);
    const now = verdictOf(options, [...parties.values()], (option) => barred.has(option));
    if (now.state !== held.state || now.option !== held.option) since = turn;
    held = now;
  }
  return since;
}

const turnsOf = ({ from, until, excludes }: Limit, { name }: Issue): readonly Instant[] => (excludes.some((one) => one.issue === name) ? [from, until].flatMap((one) => one ?? []) : []);

function barredAt(issue: Issue, limits: readonly Limit[], required: readonly string[], at: Instant): ReadonlySet<string> {
  return new Set([...excluding(issue, limits.filter(({ of }) => required.includes(of)), at)].flatMap(([option, by]) => (by.length > 0 ? [option] : [])));
}

/** One party's words so far, as far as they still matter. */
class Running implements Held {
  readonly #words: ReadonlyMap<string, { readonly firm: Latest; readonly own: Latest; readonly all: Latest }>;
  supports: readonly string[] = [];
  claimed: readonly string[] = [];
  conflict: { readonly length: number } = { length: 0 };

  constructor(options: readonly string[]) { this.#words = new Map(options.map((option) => [option, { firm: new Latest(option), own: new Latest(option), all: new Latest(option) }])); }

  /** Statements come in the order of `saidBy`. */
  add(one: Statement): void {
    for (const { firm, own, all } of this.#words.values()) {
      all.add(one);
      if (one.voice === 'own') own.add(one);
      if (one.voice === 'own' && !one.uncertain) firm.add(one);
    }
    const words = [...this.#words];
    this.supports = words.flatMap(([option, { firm, own }]) => (firm.isFor && own.isFor ? [option] : []));
    this.claimed = words.flatMap(([option, { all }]) => (all.isClaimed ? [option] : []));
    this.conflict = { length: words.filter(([, { own }]) => own.conflicts > 0).length };
  }
}

interface Counts { for: number; against: number; unsure: number; denied: number }
/** Words of one span: of them only those with the highest `order` can be the last. */
interface Group extends Counts { order: number; readonly instant: boolean }

/** Of words that bear on one option, how many of those that none surely followed are for it, against it, unsure of it. */
class Latest {
  readonly #queue: Statement[] = [];
  readonly #groups = new Map<string, Group>();
  readonly #counts: Counts = { for: 0, against: 0, unsure: 0, denied: 0 };
  #head = 0;
  #begun = -Infinity;
  /** Instants at which both was said. */
  conflicts = 0;

  constructor(readonly option: string) {}

  get isFor(): boolean { const { for: yes, against, unsure } = this.#counts; return yes > 0 && against === 0 && unsure === 0; }
  get isClaimed(): boolean { return this.#counts.for > 0 && this.#counts.denied === 0; }

  add(one: Statement): void {
    if (bearing(one, this.option) === undefined) return;
    const span = spanOf(one);
    let group = this.#groups.get(span);
    if (!group) { group = { for: 0, against: 0, unsure: 0, denied: 0, order: 0, instant: one.said.from === one.said.to }; this.#groups.set(span, group); }
    const order = one.order ?? 0;
    if (order > group.order) { this.#change(group, { for: -group.for, against: -group.against, unsure: -group.unsure, denied: -group.denied }); group.order = order; }
    this.#queue.push(one);
    if (order === group.order) this.#change(group, this.#of(one, 1));
    this.#begun = Math.max(this.#begun, one.said.from);
    // They stand in the order in which they were surely made: what is followed is at the head.
    for (let first = this.#queue[this.#head]; first && saidBy(first) < this.#begun; first = this.#queue[this.#head += 1]) {
      const own = this.#groups.get(spanOf(first));
      if (own && (first.order ?? 0) === own.order) this.#change(own, this.#of(first, -1));
    }
  }

  #of(one: Statement, by: number): Counts {
    const what = bearing(one, this.option);
    const count = (is: boolean): number => (is ? by : 0);
    return { for: count(what === 'for'), against: count(what === 'against'), unsure: count(what === 'unsure'), denied: count(what === 'against' && one.voice === 'own' && !one.uncertain) };
  }

  #change(group: Group, by: Counts): void {
    const both = (): number => (group.instant && group.for > 0 && group.against > 0 ? 1 : 0);
    const before = both();
    for (const name of ['for', 'against', 'unsure', 'denied'] as const) { group[name] += by[name]; this.#counts[name] += by[name]; }
    this.conflicts += both() - before;
  }
}
