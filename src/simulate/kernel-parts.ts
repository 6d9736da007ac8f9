/**
 * A treaty's finite program cut into parts that are remembered apart: the lives of a clause, a decision with its ballots, a claim. Windows are taken out of the
 * situation and kept as the ticks at which they end. Of clauses with many parties each life is a part, and what is counted over them is counted as they change.
 */
import { fieldsRead, is, not, number, operation, read, Unsupported, valueOf, type Expression, type Move, type SpecialisedTreaty, type Statement } from '../engine/specialised/index.js';
import type { Claim } from '../treaty/index.js';

/** A window: of a life or a decision (`field` is what is left of it), or of a claim (`field` also says whether it waits or has failed, `most` that it has). */
export interface Clock { readonly field: number; readonly part: number; readonly runs: Expression; readonly ofClaim: boolean; readonly most: number }
/** A sum over fields of one part each, kept up as they change: what each value of a field adds. */
export interface Count { readonly field: number; readonly of: ReadonlyMap<number, readonly number[]>; readonly initial: number }
/** A move without what only counts time; `claims` are questions on states at its end, asked anew only where something they read has changed. */
export interface Body { readonly guard: Expression; readonly body: readonly Statement[]; readonly claims: readonly { readonly asks: Statement; readonly reads: ReadonlySet<number> }[] }

export interface Parts {
  readonly count: number;
  /** Per field, counts included. */
  readonly partOf: readonly number[];
  /** Per part, the fields by which its situations are told apart. */
  readonly fields: readonly (readonly number[])[];
  readonly initial: readonly number[];
  readonly clocks: readonly Clock[];
  readonly clockOf: ReadonlyMap<number, number>;
  readonly counts: readonly Count[];
  /** Per field, the counts it goes into. */
  readonly countsOf: ReadonlyMap<number, readonly Count[]>;
  readonly acts: readonly Body[];
  /** What follows where windows end; time itself has passed already. */
  readonly ending: Body;
}

/** Chains of fewer terms are read term by term. */
const FEW = 4;

/** `together`: clauses of at most so many parties are one part. Throws Unsupported where the program has another form than is known here. */
export function partsOf(made: SpecialisedTreaty, claims: readonly Claim[], together: number): Parts {
  const { program } = made;
  const fields = program.fields.length;
  const clocks = program.clocks ?? [];
  const clockOf = new Map<number, number>();
  const most = new Map<number, number>();
  const claimFields = new Set(claims.flatMap((_, index) => fieldOfClaim(made, index)));
  clocks.forEach(({ left }, index) => {
    const field = left.kind === 'field' ? left.field : left.kind === 'operation' && left.left.kind === 'field' ? left.left.field : undefined;
    if (field === undefined || clockOf.has(field)) throw new Unsupported('a window of another form');
    clockOf.set(field, index);
    if (left.kind !== 'field') most.set(field, program.fields[field]?.max ?? 0);
  });
  const isLeft = (field: number): boolean => clockOf.has(field) && !most.has(field);
  const parent = Array.from({ length: fields }, (_, field) => field);
  const find = (field: number): number => { let at = field; while (parent[at] !== at) at = parent[at] as number; return at; };
  const join = (all: readonly number[]): void => { for (const one of all) parent[find(one)] = find(all[0] as number); };
  const apart = new Map<number, number>();
  for (const cells of [...made.duties.values(), ...made.powers.values()]) {
    for (const { state, awaiting } of cells) join([state, ...awaiting]);
    if (cells.length <= together) join(cells.map(({ state }) => state)); else for (const { state } of cells) apart.set(state, cells[0]?.state ?? 0);
  }
  for (const { state, ballots } of made.decisions.values()) { if (ballots.length <= together) join([state, ...ballots]); else for (const ballot of ballots) apart.set(ballot, state); }
  claims.forEach((_, index) => join(fieldOfClaim(made, index)));
  const partIndex = new Map<number, number>();
  const partOf: number[] = program.fields.map((_, field) => {
    if (isLeft(field)) return -1;
    const root = find(field);
    if (!partIndex.has(root)) partIndex.set(root, partIndex.size);
    return partIndex.get(root) as number;
  });
  const counting = new Counting(apart, partOf, program.fields.map(({ initial }) => initial), program.fields.map(({ max }) => max), partIndex.size);
  const made_ = clocks.map(({ runs }, index): Clock => {
    const reads = new Set<number>();
    fieldsRead(runs, reads);
    const parts = new Set([...reads].map((one) => partOf[one] ?? -1));
    const field = [...clockOf].find(([, at]) => at === index)?.[0] ?? 0;
    const [part] = parts;
    if (parts.size !== 1 || part === undefined || part < 0) throw new Unsupported('a window that runs by more than its clause');
    partOf[field] = part;
    return { field, part, runs, ofClaim: most.has(field), most: most.get(field) ?? 0 };
  });
  const body = ({ guard, body: statements }: Pick<Move, 'guard' | 'body'>): Body => {
    let end = statements.length;
    while (end > 0 && asksOfStates(statements[end - 1], claimFields)) end -= 1;
    const asked = statements.slice(end).map((asks) => { const reads = new Set<number>(); if (asks.kind === 'if') fieldsRead(asks.when, reads); return { asks: counting.statement(asks), reads }; });
    return { guard: counting.expression(guard), body: statements.slice(0, end).map((one) => counting.statement(one)), claims: asked };
  };
  const acts = program.moves.slice(0, -1).map((move) => { if (move.takes || readsAny(move.body, isLeft) || readsIn(move.guard, isLeft)) throw new Unsupported('an act that reads what is left of a window'); return body(move); });
  const ending = body({ guard: number(1), body: endingOf(program.moves.at(-1), clockOf).map((one) => windowsFirst(one, isLeft)) });
  const partCount = counting.parts;
  const fieldsOf = Array.from({ length: partCount }, (): number[] => []);
  partOf.forEach((part, field) => { if (!isLeft(field)) fieldsOf[part]?.push(field); });
  if (made_.some(({ part }) => made_.filter((one) => one.part === part).length > 30)) throw new Unsupported('more than 30 windows in one part');
  return { count: partCount, partOf, fields: fieldsOf, initial: counting.initial, clocks: made_, clockOf, counts: counting.counts, countsOf: counting.countsOf, acts, ending };
}

/** The fields a claim is watched by: where it stands, and whether it was asked. */
function fieldOfClaim(made: SpecialisedTreaty, index: number): readonly number[] {
  const shows = made.program.faults[index]?.shows;
  const seen = made.touched[index];
  const reads = new Set<number>();
  if (shows) fieldsRead(shows, reads);
  return [...reads, ...(seen === undefined ? [] : [seen])];
}

const asksOfStates = (one: Statement | undefined, fields: ReadonlySet<number>): boolean => one?.kind === 'if' && one.otherwise.length === 0 && one.then.length === 1 && one.then[0]?.kind === 'set' && fields.has(one.then[0].field) && one.then[0].to.kind === 'number' && one.then[0].to.value === 1;

/** The move of time up to where it counts ticks, and what it asks after. */
function endingOf(move: Move | undefined, clockOf: ReadonlyMap<number, number>): readonly Statement[] {
  const at = move?.body.findIndex((one) => one.kind === 'let' && one.name === 'step') ?? -1;
  if (!move || at < 0) throw new Unsupported('a move of time of another form');
  const counts = (one: Statement): boolean => (one.kind === 'let' && one.name === 'next') || (one.kind === 'if' && one.then.length === 1 && one.otherwise.length === 0 && (
    (one.then[0]?.kind === 'let' && one.then[0].name === 'step') ||
    (one.then[0]?.kind === 'set' && clockOf.has(one.then[0].field) && one.then[0].to.kind === 'operation' && one.then[0].to.operator === '-' && one.then[0].to.right.kind === 'local' && one.then[0].to.right.name === 'step')));
  const kept = [...move.body.slice(0, at).filter((one) => !(one.kind === 'let' && one.name === 'ended')), ...move.body.slice(at + 1).filter((one) => !counts(one))];
  if (/"name":"(step|next|ended|waits)"/.test(JSON.stringify(kept))) throw new Unsupported('a move of time of another form');
  return kept;
}

function readsIn(one: Expression, test: (field: number) => boolean): boolean { const reads = new Set<number>(); fieldsRead(one, reads); return [...reads].some(test); }
function readsAny(list: readonly Statement[], test: (field: number) => boolean): boolean {
  return list.some((one) => (one.kind === 'if' ? readsIn(one.when, test) || readsAny(one.then, test) || readsAny(one.otherwise, test) : readsIn(one.to, test)));
}

/** `a and b`, asked of b first where it is about windows alone: most of them do not end, and then nothing else is read. Refuses to do anything with a window but to ask whether it ends. */
function windowsFirst(one: Statement, isLeft: (field: number) => boolean): Statement {
  const expression = (of: Expression): Expression => {
    if (of.kind === 'field' && isLeft(of.field)) throw new Unsupported('what is left of a window, other than nothing');
    if (of.kind === 'not') return { kind: 'not', of: expression(of.of) };
    if (of.kind !== 'operation') return of;
    if (of.operator === '==' && of.left.kind === 'field' && isLeft(of.left.field) && of.right.kind === 'number' && of.right.value === 0) return of;
    const left = expression(of.left);
    const right = expression(of.right);
    const swap = of.operator === 'and' && readsIn(right, isLeft) && !readsIn(right, (field) => !isLeft(field));
    return { ...of, left: swap ? right : left, right: swap ? left : right };
  };
  const statement = (of: Statement): Statement => (of.kind === 'if' ? { kind: 'if', when: expression(of.when), then: of.then.map(statement), otherwise: of.otherwise.map(statement) } : { ...of, to: expression(of.to) });
  return statement(one);
}

/** Puts counts in the place of long sums, `and`s and `or`s over lives that are parts of their own. */
class Counting {
  readonly counts: Count[] = [];
  readonly countsOf = new Map<number, Count[]>();
  private readonly known = new Map<string, number>();
  private readonly partOfGroup = new Map<number, number>();

  /** `apart`: fields of lives that are parts of their own, with what tells their clause. */
  constructor(private readonly apart: ReadonlyMap<number, number>, private readonly partOf: number[], readonly initial: number[], private readonly most: readonly number[], public parts: number) {}

  statement(one: Statement): Statement {
    if (this.apart.size === 0) return one;
    return one.kind === 'if' ? { kind: 'if', when: this.expression(one.when), then: one.then.map((of) => this.statement(of)), otherwise: one.otherwise.map((of) => this.statement(of)) } : { ...one, to: this.expression(one.to) };
  }

  expression(one: Expression): Expression {
    if (this.apart.size === 0) return one;
    if (one.kind === 'not') return not(this.expression(one.of));
    if (one.kind !== 'operation') return one;
    const { operator } = one;
    if (operator !== '+' && operator !== 'and' && operator !== 'or') return operation(operator, this.expression(one.left), this.expression(one.right));
    const groups = new Map<number, Map<number, Expression[]>>();
    const others: Expression[] = [];
    for (const term of flat(one, operator)) {
      const reads = new Set<number>();
      fieldsRead(term, reads);
      const [field] = reads;
      const group = field === undefined || reads.size > 1 || readsLocal(term) ? undefined : this.apart.get(field);
      if (group === undefined || field === undefined) { others.push(this.expression(term)); continue; }
      const terms = groups.get(group) ?? new Map<number, Expression[]>();
      terms.set(field, [...(terms.get(field) ?? []), term]);
      groups.set(group, terms);
    }
    for (const [group, terms] of groups) {
      if (terms.size < FEW) { others.push(...[...terms.values()].flat()); continue; }
      const count = this.count(group, new Map([...terms].map(([field, all]) => [field, operator === '+' ? all : operator === 'and' ? all.map(not) : all])), operator !== '+');
      others.push(operator === '+' ? read(count) : operator === 'and' ? is(count, 0) : operation('<', number(0), read(count)));
    }
    return others.reduce((left, right) => operation(operator, left, right));
  }

  private count(group: number, terms: ReadonlyMap<number, readonly Expression[]>, isTruth: boolean): number {
    const key = JSON.stringify([isTruth, ...terms]);
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const field = this.partOf.length;
    this.known.set(key, field);
    const part = this.partOfGroup.get(group) ?? this.parts;
    if (part === this.parts) { this.partOfGroup.set(group, part); this.parts += 1; }
    this.partOf.push(part);
    const scratch: number[] = [];
    const worth = (of: number, all: readonly Expression[], value: number): number => { scratch[of] = value; return all.reduce((sum, one) => sum + (isTruth ? Number(valueOf(one, scratch) !== 0) : valueOf(one, scratch)), 0); };
    const of = new Map([...terms].map(([one, all]) => [one, Array.from({ length: (this.most[one] ?? 0) + 1 }, (_, value) => worth(one, all, value))]));
    const count: Count = { field, of, initial: [...of].reduce((sum, [one, worths]) => sum + (worths[this.initial[one] ?? 0] ?? 0), 0) };
    this.initial.push(count.initial);
    this.counts.push(count);
    for (const one of terms.keys()) this.countsOf.set(one, [...(this.countsOf.get(one) ?? []), count]);
    return field;
  }
}

const flat = (one: Expression, operator: string): readonly Expression[] => (one.kind === 'operation' && one.operator === operator ? [...flat(one.left, operator), ...flat(one.right, operator)] : [one]);
function readsLocal(one: Expression): boolean {
  return one.kind === 'local' || (one.kind === 'not' && readsLocal(one.of)) || (one.kind === 'operation' && (readsLocal(one.left) || readsLocal(one.right)));
}
