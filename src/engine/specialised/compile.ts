/**
 * A treaty under one reading as a finite transition program, for complete records: cells for the lives of its clauses, a move for each class of act, one for time.
 * What it cannot say it refuses (`Unsupported`), naming it. INVARIANT (specialised-equals-reference): where it does not refuse, its situations are those of the
 * reference engine, one to one.
 */
import type { Claim, Entry } from '../../treaty/index.js';
import { triggerOf, type Text } from '../text.js';
import { ends, enter, runs, type Cell } from './cells.js';
import { all, any, is, letBe, local, not, number, operation, read, set, sum, valueOf, WAITS, when, type Expression, type Move, type Program, type Statement } from './program.js';
import { Consequences } from './consequences.js';
import { BALLOTS, type CompileScope, type DecisionCell, type Happens } from './lives.js';

export interface SpecialisedTreaty {
  readonly program: Program;
  /** Per act move, the index of the class it stands for; undefined for time. */
  readonly classOf: readonly (number | undefined)[];
  /** Owners of fields, for finding interchangeable parties. */
  readonly owners: ReadonlyMap<number, string>;
  /** Parties that a field is about beside its owner: whom an act met, whose lives of others are counted by. */
  readonly about: ReadonlyMap<number, readonly string[]>;
  /** Forms it makes use of that drivers with one life for each debtor do not know, in words. */
  readonly widened: readonly string[];
  /** The cells by clause, and per claim the field it is watched by and whether something is still awaited: for drivers that act on what falls due. */
  readonly duties: ReadonlyMap<string, readonly Cell[]>;
  readonly powers: ReadonlyMap<string, readonly Cell[]>;
  readonly decisions: ReadonlyMap<string, DecisionCell>;
  readonly awaits: readonly Expression[];
  readonly touched: readonly (number | undefined)[];
}

export function specialise(text: Text, claims: readonly Claim[], classes: readonly Happens[], scope: CompileScope): SpecialisedTreaty {
  return new Compiler(text, claims, classes, scope).compile();
}

class Compiler extends Consequences {
  compile(): SpecialisedTreaty {
    const beginning = this.begin();
    const moves: Move[] = [];
    const classOf: (number | undefined)[] = [];
    this.classes.forEach((one, index) => {
      const move = this.actMove(one);
      if (move) { moves.push(move); classOf.push(index); }
    });
    moves.push(this.timeMove());
    classOf.push(undefined);
    const values = this.fields.list.map((field, index) => beginning.get(index) ?? field.initial);
    for (const { claim: { form }, field } of this.watches) {
      if (field === undefined || (form.kind !== 'always' && form.kind !== 'never' && form.kind !== 'possible')) continue;
      const holds = valueOf(this.condition(form.what), values) !== 0;
      values[field] = holds === (form.kind !== 'always') ? 1 : 0;
    }
    const list = this.fields.list.map((field, index) => ({ ...field, initial: values[index] ?? 0 }));
    const faults = this.watches.map(({ claim, field = 0, limit }) => ({
      name: claim.name, shows: is(field, claim.form.kind === 'whenever' ? limit + 2 : claim.form.kind === 'only after' ? 2 : 1), ...(claim.form.kind === 'whenever' && !claim.form.within ? { atEnd: is(field, 1) } : {}),
    }));
    const touched = this.watches.flatMap(({ claim, seen }) => (seen === undefined ? [] : [{ name: `${claim.name}: touched`, shows: is(seen, 1) }]));
    const waiting = this.watches.flatMap(({ claim, field }) => (claim.form.kind === 'whenever' && claim.form.within && field !== undefined ? [{ runs: this.awaits(field, claim), left: operation('-', read(field), number(1)) }] : []));
    const clocks = [...this.clocks().map(({ runs: when_, left }) => ({ runs: when_, left: read(left) })), ...waiting];
    return { program: { fields: list, moves, faults: [...faults, ...touched], clocks }, classOf, owners: this.fields.owners, about: this.fields.about, widened: [...this.widened], duties: this.duties, powers: this.powers, decisions: this.decisions,
      awaits: this.watches.map(({ claim, field = 0 }) => (claim.form.kind !== 'whenever' ? number(0) : claim.form.within ? this.awaits(field, claim) : is(field, 1))), touched: this.watches.map(({ seen }) => seen) };
  }

  /** Standing duties bind, and powers without a trigger are there, from the start. */
  private begin(): Map<number, number> {
    const values = new Map<number, number>();
    const put = (statements: readonly Statement[]): void => { for (const one of statements) if (one.kind === 'set' && one.to.kind === 'number') values.set(one.field, one.to.value); };
    for (const duty of this.text.duties) {
      const event = triggerOf(duty);
      if (event && event.kind !== 'entry into force') continue;
      for (const cell of this.duties.get(duty.name) ?? []) {
        put(enter(cell, duty.onlyAfter.length > 0 ? 'pending' : 'due'));
        for (const flag of cell.awaiting) values.set(flag, 1);
      }
    }
    for (const power of this.text.powers) if (!power.trigger) for (const cell of this.powers.get(power.name) ?? []) put(enter(cell, power.notBefore ? 'dormant' : 'available'));
    return values;
  }

  private actMove(one: Happens): Move | undefined {
    this.fresh();
    const entry: Entry = { ...one.happening, id: 'act', occurred: { from: this.scope.start, to: this.scope.start }, knownAt: this.scope.start };
    const actor = entry.actor.kind === 'one' ? entry.actor.name : undefined;
    let guard: Expression = one.kind === 'stimulus' ? operation('<', read(this.stimuli), number(this.scope.stimuli)) : number(1);
    const body: Statement[] = one.kind === 'stimulus' ? [set(this.stimuli, operation('+', read(this.stimuli), number(1)))] : [];
    if (one.kind === 'finding') this.widened.add('findings somebody can make');
    if (one.kind === 'ballot') {
      const cell = this.decisions.get(String(entry.arguments['decision']));
      const voter = cell?.voters.indexOf(actor ?? '') ?? -1;
      if (!cell || voter < 0) return undefined;
      const ballot = cell.ballots[voter] as number;
      guard = all([is(cell.state, 1), is(ballot, 0)]);
      body.push(set(ballot, BALLOTS.indexOf(entry.arguments['ballot'] as 'for') + 1), ...this.closeIfComplete(cell), ...this.drain());
    } else {
      const listens = (this.text.listeners.get(`act:${entry.act}`) ?? []).length > 0;
      if (listens) body.push(...this.send({ kind: 'entry', entry }));
      // As the engine does: exercise first, then what the fact brings about, then performance.
      for (const clause of this.text.byContent.get(entry.act) ?? []) {
        if (clause.kind === 'power') body.push(...this.exercise(clause, entry, actor));
      }
      body.push(...this.drain());
      for (const clause of this.text.byContent.get(entry.act) ?? []) if (clause.kind === 'duty') body.push(...this.perform(clause, entry, actor));
      body.push(...this.drain());
      for (const clause of this.text.byContent.get(entry.act) ?? []) if (clause.kind === 'duty') body.push(...this.violate(clause, entry, actor));
      body.push(...this.drain());
      if (body.length === 0) return undefined;
    }
    return this.limited({ label: one.label, guard, body: [...this.declared, ...body, ...this.states()] }, one);
  }

  /** With the limit of its act: counted where it changes something, as the search counts it. */
  private limited(move: Move, { kind, happening }: Happens): Move {
    const count = this.counts.get(happening.act);
    if (!count) return move;
    const more = set(count.field, operation('+', read(count.field), number(1)));
    const guard = operation('and', move.guard, operation('<', read(count.field), number(count.atMost)));
    if (kind === 'stimulus') return { ...move, guard, body: [...move.body, more] };
    const fields = [...fieldsSet(move.body)];
    const changed = any(fields.map((field) => operation('!=', read(field), local(`was${field}`))));
    return { ...move, guard, body: [...fields.map((field) => letBe(`was${field}`, read(field))), ...move.body, ...when(changed, [more])] };
  }

  private timeMove(): Move {
    this.fresh();
    const clocks = this.clocks();
    const expiring = any(clocks.map((clock) => operation('and', clock.runs, operation('==', read(clock.left), number(0)))));
    const endless = any(this.watches.flatMap(({ claim, field }) => (claim.form.kind === 'whenever' && claim.form.within && field !== undefined ? [this.awaits(field, claim)] : [])));
    const guard = operation('and', any([...clocks.map((clock) => clock.runs), endless]), this.allowed());
    const body: Statement[] = [];
    for (const [name, bit] of this.defaults) body.push(...when(this.lets(name), [set(bit, 1)]));
    for (const duty of this.text.duties) for (const cell of this.duties.get(duty.name) ?? []) body.push(...this.expire(duty, cell));
    for (const power of this.text.powers) for (const cell of this.powers.get(power.name) ?? []) if (cell.left !== undefined) body.push(...when(ends(cell, 'available'), [...enter(cell, 'expired'), ...this.movedTo(cell, 'expired')]));
    for (const cell of this.decisions.values()) if (cell.left !== undefined) body.push(...when(all([is(cell.state, 1), is(cell.left, 0)]), this.close(cell)));
    body.push(...this.drain());
    // A response that comes at the very end of its window is in time: those still unanswered now have failed.
    for (const { claim, field, limit } of this.watches) if (claim.form.kind === 'whenever' && claim.form.within && field !== undefined) body.push(...when(is(field, 1), [set(field, limit + 2)]));
    const far = number(1 << 20);
    const leftOf = (clock: { runs: Expression; left: number }): Expression => this.choose(operation('and', clock.runs, operation('<', number(0), read(clock.left))), read(clock.left), far);
    body.push(letBe('step', number(1)));
    const after = this.clocks();
    const watched = this.watches.flatMap(({ claim, field, limit }) => (claim.form.kind === 'whenever' && claim.form.within && field !== undefined ? [{ field, limit }] : []));
    const next = [...after.map(leftOf), ...watched.map(({ field, limit }) => this.choose(operation('and', operation('<', number(1), read(field)), operation('<', read(field), number(limit + 2))), operation('-', read(field), number(1)), far))].reduce((a, b) => operation('min', a, b), far);
    body.push(letBe('next', next));
    body.push(...when(all([not(local(WAITS)), not(local('ended')), operation('<', local('next'), far)]), [letBe('step', local('next'))]));
    for (const clock of after) body.push(...when(clock.runs, [set(clock.left, operation('-', read(clock.left), local('step')))]));
    for (const { field, limit } of watched) body.push(...when(operation('and', operation('<', number(0), read(field)), operation('<', read(field), number(limit + 2))), [set(field, operation('-', read(field), local('step')))]));
    return { label: 'time passes', guard, body: [letBe('ended', expiring), ...this.declared, ...body, ...this.states()], takes: local('step') };
  }

  private awaits(field: number, claim: Claim): Expression {
    const limit = this.watches.find((one) => one.claim === claim)?.limit ?? 0;
    return operation('and', operation('<', number(0), read(field)), operation('<', read(field), number(limit + 2)));
  }

  /** `if` as a value: the condition is 0 or 1, and `far` is larger than any left. */
  private choose(condition: Expression, value: Expression, other: Expression): Expression {
    return operation('+', operation('*', condition, value), operation('*', not(condition), other));
  }

  private clocks(): { readonly runs: Expression; readonly left: number }[] {
    const cells = [...this.duties.values(), ...this.powers.values()].flat().flatMap((cell) => (cell.left === undefined ? [] : [{ runs: runs(cell), left: cell.left }]));
    const decisions = [...this.decisions.values()].flatMap(({ state, left }) => (left === undefined ? [] : [{ runs: is(state, 1), left }]));
    return [...cells, ...decisions];
  }

  /** Some duty of this party ends unperformed now. */
  private lets(name: string): Expression {
    return any([...this.duties.values()].flat().flatMap((cell) => (cell.members.includes(name) ? [ends(cell, 'due')] : [])));
  }

  /** Time may pass: nobody defaults beyond what the claims assume. */
  private allowed(): Expression {
    const assuming = this.claims[0]?.assuming ?? [];
    if (assuming.length === 0) return number(1);
    const free = new Set([...this.defaults.keys(), ...(this.scope.free ?? [])]);
    const others = [...this.duties.values()].flat().flatMap((cell) => (cell.members.every((name) => free.has(name)) ? [] : [not(ends(cell, 'due'))]));
    const counts = assuming.map(({ atMost, group }) => operation('<=', sum((this.names(group) ?? []).flatMap((name) => { const bit = this.defaults.get(name); return bit === undefined ? [] : [operation('max', read(bit), this.lets(name))]; })), number(atMost)));
    return all([...others, ...counts]);
  }
}

/** Fields some statement sets. */
function fieldsSet(body: readonly Statement[], into = new Set<number>()): ReadonlySet<number> {
  for (const one of body) {
    if (one.kind === 'set') into.add(one.field);
    else if (one.kind === 'if') { fieldsSet(one.then, into); fieldsSet(one.otherwise, into); }
  }
  return into;
}
