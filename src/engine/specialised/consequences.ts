/** What follows within one instant: signals in waves, each offered to the clauses that wait for it, and the moves of duties, powers and decisions they bring about. */
import type { ActPattern, Definition, Duty, Entry, Event, FailingWhich, NormState, Power } from '../../treaty/index.js';
import { isState } from '../conditions.js';
import { matchAct } from '../match.js';
import { stoodIn } from '../roles.js';
import type { Bindings } from '../situation.js';
import { bindingsKey, triggerOf, type Listener } from '../text.js';
import { ends, enter, inState, satisfies, type Cell } from './cells.js';
import { all, any, is, letBe, local, not, number, operation, read, set, sum, when, type Expression, type Statement } from './program.js';
import { Unsupported } from './unsupported.js';
import { Decisions } from './decisions.js';
import type { Sent } from './lives.js';

const MOST_WAVES = 40;

export class Consequences extends Decisions {
  protected wave: Sent[] = [];

  protected fresh(): void { this.wave = []; this.declared = []; }
  protected flag(): string { this.locals += 1; const name = `q${this.locals}`; this.declared.push(letBe(name, number(0))); return name; }
  /** Sends a signal, and holds fast which events of number the move completes: the move that completes it, and no later one. */
  protected send(signal: Omit<Extract<Sent, { kind: 'entry' }>, 'flag'> | Omit<Extract<Sent, { kind: 'moved' }>, 'flag' | 'completes'>, others: readonly Cell[] = [], already: Expression = number(0)): readonly Statement[] {
    const flag = this.flag();
    if (signal.kind === 'entry') { this.wave.push({ ...signal, flag }); return [letBe(flag, number(1))]; }
    const completes = new Map<Event, string>();
    const statements: Statement[] = [letBe(flag, number(1))];
    for (const event of this.numbered(signal.clause)) {
      if (!isState(signal.state, event.state)) continue;
      const held = this.flag();
      completes.set(event, held);
      // One whose other life is in the state already completes nothing.
      const before = any([already, ...others.map((cell) => satisfies(cell, (one) => isState(one, event.state)))]);
      statements.push(letBe(held, operation('and', not(before), this.completed(event))));
    }
    this.wave.push({ ...signal, flag, completes });
    return statements;
  }

  /** Events `X is S by each` and `by at least n` that some clause waits for. */
  protected numbered(clause: string): readonly Extract<Event, { kind: 'becomes' }>[] {
    return (this.text.listeners.get(`moved:${clause}`) ?? []).flatMap(({ event }) => this.becomesIn(event)).filter((event) => event.clause === clause && (event.quantifier.kind === 'each' || event.quantifier.kind === 'at least'));
  }

  protected becomesIn(event: Event): readonly Extract<Event, { kind: 'becomes' }>[] {
    switch (event.kind) {
      case 'becomes': return [event];
      case 'either': return event.of.flatMap((one) => this.becomesIn(one));
      case 'guarded': return this.becomesIn(event.of);
      case 'defined': { const meaning = this.text.definitions.get(event.name)?.meaning; return meaning?.kind === 'event' ? this.becomesIn(meaning.event) : []; }
      default: return [];
    }
  }

  protected completed({ clause, state, quantifier }: Extract<Event, { kind: 'becomes' }>): Expression {
    const debtors = this.perDebtor(this.cellsOf(clause), state);
    const fits = sum(debtors.map((one) => one.fits));
    if (quantifier.kind === 'at least') {
      if (typeof quantifier.count !== 'number') throw new Unsupported('a number to be agreed');
      return operation('==', fits, number(quantifier.count));
    }
    return operation('==', fits, sum(debtors.map(({ there }) => there)));
  }

  /** The move of a cell as a signal. */
  protected movedTo(cell: Cell, state: NormState, fromStates?: NormState, others = this.othersOf(cell), already: Expression = number(0)): readonly Statement[] {
    return this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, bindings: cell.bindings, state, ...(fromStates === undefined ? {} : { fromStates }) }, others, already);
  }

  protected othersOf(cell: Cell): readonly Cell[] { return this.cellsOf(cell.clause).filter((one) => one !== cell && one.debtor === cell.debtor); }

  /** Runs the queue to its end: in waves, each signal to its listeners in the order of the text, then decisions in which all have voted. */
  protected drain(): readonly Statement[] {
    const waves = this.waves();
    const over = this.endings();
    const excused = this.review();
    return [...waves, ...over, ...(over.length > 0 ? this.waves() : []), ...excused, ...this.waves()];
  }

  /** The treaty ends once what ends it holds. */
  protected endings(): readonly Statement[] {
    const { ended } = this;
    if (ended === undefined) return [];
    return this.text.treaty.terminations.flatMap((one) => (one.kind === 'terminates' && one.while ? when(all([is(ended, 0), this.condition(one.while)]), this.terminate()) : []));
  }

  /** What is only owed lapses and what may be done expires; breaches and what follows them stand. */
  protected terminate(): readonly Statement[] {
    const { ended } = this;
    if (ended === undefined) return [];
    const close = (cell: Cell, state: 'lapsed' | 'expired'): readonly Statement[] => when(any([inState(cell, 'pending'), inState(cell, 'due'), inState(cell, 'available'), inState(cell, 'dormant')]), [...enter(cell, state), ...cell.awaiting.map((flag) => set(flag, 0)), ...this.movedTo(cell, state)]);
    return [
      set(ended, 1), ...[...this.duties.values()].flat().flatMap((cell) => (this.text.survivors.has(cell.clause) ? [] : close(cell, 'lapsed'))),
      ...[...this.powers.values()].flat().flatMap((cell) => (this.text.survivors.has(cell.clause) ? [] : close(cell, 'expired'))),
    ];
  }

  protected waves(): readonly Statement[] {
    const statements: Statement[] = [];
    for (let waves = 0; this.wave.length > 0; waves += 1) {
      if (waves > MOST_WAVES) throw new Unsupported('consequences without end at one instant');
      const now = this.wave;
      this.wave = [];
      for (const signal of now) {
        const heard = this.deliver(signal);
        statements.push(...when(operation('==', local(signal.flag), number(1)), heard));
      }
    }
    return statements;
  }

  protected deliver(signal: Sent): readonly Statement[] {
    const key = signal.kind === 'entry' ? `act:${signal.entry.act}` : signal.kind === 'moved' ? `moved:${signal.clause}` : 'instrument';
    return (this.text.listeners.get(key) ?? []).flatMap((listener) => {
      // What speaks of roles is asked of each life by what that life binds.
      if (listener.scoped && (listener.role === 'until' || listener.role === 'only after' || listener.role === 'window')) {
        return (this.duties.get(listener.clause.name) ?? []).flatMap((cell) => when(any(this.occurs(listener.event, signal, cell.bindings).map(({ truth }) => truth)), this.hear(listener, {}, [cell])));
      }
      return this.occurs(listener.event, signal).flatMap(({ truth, bindings }) => when(truth, this.hear(listener, bindings)));
    });
  }

  /** `lives`: those of a duty that the event concerns. */
  protected hear(listener: Listener, bindings: Bindings, lives?: readonly Cell[]): readonly Statement[] {
    switch (listener.role) {
      case 'definition': return this.hearClaim(listener.clause);
      case 'watch': {
        const stood = JSON.stringify(stoodIn(bindings) ?? {});
        return (this.occurred.get(listener.index) ?? []).flatMap((one) => (one.stood === undefined || JSON.stringify(one.stood) === stood ? [set(one.field, 1)] : []));
      }
      case 'trigger': return this.openDuty(listener.clause, bindings);
      case 'until': return (lives ?? this.duties.get(listener.clause.name) ?? []).flatMap((cell) => when(any([inState(cell, 'pending'), inState(cell, 'due')]), [...enter(cell, 'lapsed'), ...cell.awaiting.map((flag) => set(flag, 0)), ...this.movedTo(cell, 'lapsed')]));
      case 'only after': return this.awaited(listener.clause, listener.index, lives);
      case 'power': return this.openPower(listener.clause, bindings);
      case 'opens': return this.openDecision(listener.clause);
      case 'terminates': return this.ended === undefined ? [] : when(is(this.ended, 0), this.terminate());
      case 'window': case 'permission': throw new Unsupported(`a clause that listens as ${listener.role}`);
    }
  }

  protected hearClaim(definition: Definition): readonly Statement[] {
    return this.watches.flatMap(({ claim, field, limit, seen }): readonly Statement[] => {
      if (field === undefined) return [];
      const part = definition.name === `claim ${claim.name}: trigger` || definition.name === `claim ${claim.name}: what` ? 'first' : definition.name === `claim ${claim.name}: response` || definition.name === `claim ${claim.name}: after` ? 'second' : undefined;
      if (part === undefined) return [];
      const touch = seen === undefined ? [] : [set(seen, 1)];
      if (claim.form.kind === 'whenever') {
        if (part === 'first') return [...when(operation('!=', read(field), number(limit + 2)), touch), ...when(is(field, 0), [set(field, limit + 1)])];
        return when(operation('!=', read(field), number(limit + 2)), [set(field, 0)]);
      }
      // only after: 1 once what must come first has come, 2 once the claim has failed.
      return part === 'second' ? when(is(field, 0), [set(field, 1)]) : [...when(isNotTwo(field), touch), ...when(is(field, 0), [set(field, 2)])];
    });
  }

  /** Claims on states, asked of the situation as it now stands. */
  protected states(): readonly Statement[] {
    return this.watches.flatMap(({ claim, field }) => {
      if (field === undefined || (claim.form.kind !== 'always' && claim.form.kind !== 'never' && claim.form.kind !== 'possible')) return [];
      const holds = this.condition(claim.form.what);
      return when(claim.form.kind === 'always' ? not(holds) : holds, [set(field, 1)]);
    });
  }

  protected inForce(): Expression { return this.ended === undefined ? number(1) : is(this.ended, 0); }

  protected openDuty(duty: Duty, bindings: Bindings = {}): readonly Statement[] {
    const bound = bindingsKey(this.text, duty.name, bindings);
    return (this.duties.get(duty.name) ?? []).filter((cell) => cell.bound === bound).flatMap((cell) => {
      const open = any([inState(cell, 'pending'), inState(cell, 'due'), ...cell.states.flatMap((one, index) => (one.state === 'breached' && one.stage > 0 ? [is(cell.state, index)] : []))]);
      const opens = operation('and', not(open), this.inForce());
      const owed = [...enter(cell, 'due'), ...this.movedTo(cell, 'due')];
      const fresh = duty.onlyAfter.length === 0 ? owed : [
        ...duty.onlyAfter.map((event, index) => set(cell.awaiting[index] as number, not(this.lies(event, cell.bindings)))),
        ...when(any(cell.awaiting.map((flag) => is(flag, 1))), [...enter(cell, 'pending'), ...this.movedTo(cell, 'pending')], owed),
      ];
      // A prohibition's `unless` is asked of each act.
      if (!duty.unless || duty.content.kind === 'refrain') return when(opens, fresh);
      const excused = [...enter(cell, 'excused'), ...this.movedTo(cell, 'excused')];
      return when(opens, when(this.condition(duty.unless, undefined, cell.bindings), excused, fresh));
    });
  }

  protected awaited(duty: Duty, index: number, lives?: readonly Cell[]): readonly Statement[] {
    return (lives ?? this.duties.get(duty.name) ?? []).flatMap((cell) => {
      const flag = cell.awaiting[index] as number;
      const free = all(cell.awaiting.map((one) => is(one, 0)));
      return when(is(flag, 1), [set(flag, 0), ...when(all([free, inState(cell, 'pending')]), [...enter(cell, 'due'), ...this.movedTo(cell, 'due')])]);
    });
  }

  protected openPower(power: Power, bindings: Bindings = {}): readonly Statement[] {
    const bound = bindingsKey(this.text, power.name, bindings);
    const state = power.notBefore ? 'dormant' : 'available';
    return (this.powers.get(power.name) ?? []).filter((cell) => cell.bound === bound).flatMap((cell) => when(operation('and', not(inState(cell, state)), this.inForce()), [...enter(cell, state), ...this.movedTo(cell, state)]));
  }

  protected exercise(power: Power, entry: Entry, actor: string | undefined): readonly Statement[] {
    if (power.notBefore) return [];
    return (this.powers.get(power.name) ?? []).filter(({ members }) => actor !== undefined && members.includes(actor)).flatMap((cell) => {
      if (!this.static(power.acts.map((pattern) => matchAct(this.text, pattern, entry, cell.bindings, '', true)?.truth ?? 'false'))) return [];
      this.refuseSeveral(power.name);
      const may = any([inState(cell, 'available'), ...(power.repeatable ? [inState(cell, 'exercised')] : [])]);
      const barred = any([...(power.while ? [not(this.condition(power.while, undefined, cell.bindings))] : []), ...(power.unless ? [this.condition(power.unless, undefined, cell.bindings)] : [])]);
      return when(all([may, not(barred)]), [...enter(cell, 'exercised'), ...this.movedTo(cell, 'exercised')]);
    });
  }

  protected perform(duty: Duty, entry: Entry, actor: string | undefined): readonly Statement[] {
    return (this.duties.get(duty.name) ?? []).filter(({ members }) => actor !== undefined && members.includes(actor)).flatMap((cell) => {
      const fits = (patterns: readonly ActPattern[]): boolean => this.static(patterns.map((pattern) => matchAct(this.text, { ...pattern, by: undefined as never }, entry, cell.bindings, '', true)?.truth ?? 'false'));
      const original = duty.content.kind === 'achieve' && fits(duty.content.acts);
      const steps = duty.failingWhich.map((step) => step.kind === 'shall' && fits(step.acts));
      if (!original && !steps.some(Boolean)) return [];
      this.refuseSeveral(duty.name);
      this.refuseItsCause(duty, entry);
      const done = original ? when(inState(cell, 'due'), [...enter(cell, 'performed'), ...this.movedTo(cell, 'performed')]) : [];
      const curing = cell.states.flatMap((one, index) => (one.state === 'breached' && (original || (one.stage > 0 && steps[one.stage - 1])) ? [is(cell.state, index)] : []));
      const cured = curing.length === 0 ? [] : when(any(curing), [...enter(cell, 'cured'), ...this.movedTo(cell, 'cured', 'breached')]);
      return done.length === 0 ? cured : [{ kind: 'if' as const, when: inState(cell, 'due'), then: (done[0] as Extract<Statement, { kind: 'if' }>).then, otherwise: cured }];
    });
  }

  /** An act is no performance of a life that it brought about itself. */
  private refuseItsCause(duty: Duty, entry: Entry): void {
    const event = triggerOf(duty);
    const causes = event ? this.occurs(event, { kind: 'entry', entry, flag: '' }) : [];
    if (causes.some(({ truth }) => truth.kind !== 'number' || truth.value !== 0)) throw new Unsupported('an act that both brings a duty about and performs it');
  }

  /** An act against a prohibition: a breach, unless it is excused. */
  protected violate(duty: Duty, entry: Entry, actor: string | undefined): readonly Statement[] {
    const { content } = duty;
    if (content.kind !== 'refrain') return [];
    const cells = this.duties.get(duty.name) ?? [];
    const fitting = cells.flatMap((cell, index) => {
      const mine = actor !== undefined && cell.members.includes(actor);
      return mine && this.static(content.acts.map((pattern) => matchAct(this.text, pattern, entry, cell.bindings, '', true)?.truth ?? 'false')) ? [{ cell, breach: this.breaches.get(duty.name)?.[index] as Cell }] : [];
    });
    if (fitting.length === 0) return [];
    if (fitting.length > 1) throw new Unsupported('an act that breaks a prohibition towards several');
    this.refuseAskedFor(content.acts, entry);
    return fitting.flatMap(({ cell, breach }) => {
      const applies = duty.while ? this.condition(duty.while, entry, cell.bindings) : number(1);
      const excused = duty.unless ? this.condition(duty.unless, entry, cell.bindings) : number(0);
      const state = duty.failingWhich.length === 0 ? 'breached' : 'defaulted';
      const known = this.flag();
      // Whoever has broken it before completes no number by breaking it again.
      const tell = (to: NormState, from?: NormState): readonly Statement[] => this.movedTo(breach, to, from, this.othersOf(breach), operation('==', local(known), number(1)));
      return when(all([inState(cell, 'due'), applies, not(excused)]), [
        letBe(known, not(inState(breach, 'none'))), ...enter(breach, state, state === 'defaulted' ? 1 : 0), ...tell('breached'), ...(state === 'defaulted' ? tell('defaulted', 'breached') : []),
      ]);
    });
  }

  private refuseAskedFor(forbidden: readonly ActPattern[], entry: Entry): void {
    const acts = forbidden.flatMap((one) => one.acts);
    const asked = this.text.duties.some((duty) => duty.content.kind === 'achieve' && duty.content.acts.every((pattern) => pattern.acts.every((act) => acts.includes(act))) && duty.content.acts.some((pattern) => pattern.acts.includes(entry.act)));
    if (asked) throw new Unsupported('an act both asked for and forbidden');
  }

  protected expire(duty: Duty, cell: Cell): readonly Statement[] {
    const ending = (over: Expression, then: () => readonly Statement[]): readonly Statement[] => (over.kind === 'number' ? [] : when(over, then()));
    return [
      ...ending(ends(cell, 'due'), () => this.breach(duty, cell)),
      ...duty.failingWhich.flatMap((step, index) => (step.kind === 'shall' ? ending(ends(cell, 'breached', index + 1), () => this.step(duty, cell, index + 1)) : [])),
    ];
  }

  protected breach(duty: Duty, cell: Cell): readonly Statement[] {
    if (duty.failingWhich.length === 0) return [...enter(cell, 'breached'), ...this.movedTo(cell, 'breached')];
    return this.step(duty, cell, 0, true);
  }

  /** From the end of a step (0: the duty itself) into the next, or past the last. `first`: that it is breached is told once the cell has moved. */
  protected step(duty: Duty, cell: Cell, stage: number, first = false): readonly Statement[] {
    const next: FailingWhich | undefined = duty.failingWhich[stage];
    const told = (): readonly Statement[] => (first ? this.movedTo(cell, 'breached') : []);
    if (next?.kind === 'shall') return [...enter(cell, 'breached', stage + 1), ...told()];
    const over = enter(cell, 'defaulted', duty.failingWhich.length + (duty.failingWhich.at(-1)?.kind === 'shall' ? 1 : 0));
    const defaulted = [...over, ...told(), ...this.movedTo(cell, 'defaulted', 'breached')];
    // What a last step lets others do bears on nothing the text can ask: no condition names it.
    return defaulted;
  }

  /** Excuses that have come to hold. */
  protected review(): readonly Statement[] {
    return this.text.duties.flatMap((duty) => {
      const { unless } = duty;
      if (!unless || duty.content.kind === 'refrain') return [];
      return (this.duties.get(duty.name) ?? []).flatMap((cell) => when(all([any([inState(cell, 'due'), inState(cell, 'pending')]), this.condition(unless, undefined, cell.bindings)]), [...enter(cell, 'excused'), ...this.movedTo(cell, 'excused')]));
    });
  }
}

const isNotTwo = (field: number): Expression => operation('!=', read(field), number(2));
