/** What follows within one instant: signals in waves, each offered to the clauses that wait for it, and the moves of duties, powers and decisions they bring about. */
import type { Definition, Duty, Entry, Event, FailingWhich, Power } from '../../treaty/index.js';
import { isState } from '../conditions.js';
import { matchAct } from '../match.js';
import type { Listener } from '../text.js';
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
  protected send(signal: Omit<Extract<Sent, { kind: 'entry' }>, 'flag'> | Omit<Extract<Sent, { kind: 'moved' }>, 'flag' | 'completes'>): readonly Statement[] {
    const flag = this.flag();
    if (signal.kind === 'entry') { this.wave.push({ ...signal, flag }); return [letBe(flag, number(1))]; }
    const completes = new Map<Event, string>();
    const statements: Statement[] = [letBe(flag, number(1))];
    for (const event of this.numbered(signal.clause)) {
      if (!isState(signal.state, event.state)) continue;
      const held = this.flag();
      completes.set(event, held);
      statements.push(letBe(held, this.completed(event)));
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
    const cells = this.duties.get(clause) ?? this.powers.get(clause) ?? [];
    const fits = sum(cells.map((cell) => satisfies(cell, (one) => isState(one, state))));
    if (quantifier.kind === 'at least') {
      if (typeof quantifier.count !== 'number') throw new Unsupported('a number to be agreed');
      return operation('==', fits, number(quantifier.count));
    }
    return operation('==', fits, sum(cells.map((cell) => not(inState(cell, 'none')))));
  }

  /** Runs the queue to its end: in waves, each signal to its listeners in the order of the text, then decisions in which all have voted. */
  protected drain(): readonly Statement[] {
    const waves = this.waves();
    const excused = this.review();
    return [...waves, ...excused, ...this.waves()];
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
      const occurs = this.occurs(listener.event, signal);
      return occurs === undefined ? [] : when(occurs, this.hear(listener, signal));
    });
  }

  protected hear(listener: Listener, _signal: Sent): readonly Statement[] {
    switch (listener.role) {
      case 'definition': return this.hearClaim(listener.clause);
      case 'watch': { const bit = this.occurred.get(listener.index); return bit === undefined ? [] : [set(bit, 1)]; }
      case 'trigger': return this.openDuty(listener.clause);
      case 'until': return (this.duties.get(listener.clause.name) ?? []).flatMap((cell) => when(any([inState(cell, 'pending'), inState(cell, 'due')]), [...enter(cell, 'lapsed'), ...cell.awaiting.map((flag) => set(flag, 0)), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'lapsed' })]));
      case 'only after': return this.awaited(listener.clause, listener.index);
      case 'power': return this.openPower(listener.clause);
      case 'opens': return this.openDecision(listener.clause);
      case 'window': case 'permission': case 'terminates': throw new Unsupported(`a clause that listens as ${listener.role}`);
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

  protected openDuty(duty: Duty): readonly Statement[] {
    return (this.duties.get(duty.name) ?? []).flatMap((cell) => {
      const open = any([inState(cell, 'pending'), inState(cell, 'due'), ...cell.states.flatMap((one, index) => (one.state === 'breached' && one.stage > 0 ? [is(cell.state, index)] : []))]);
      const owed = [...enter(cell, 'due'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'due' })];
      const fresh = duty.onlyAfter.length === 0 ? owed : [
        ...duty.onlyAfter.map((event, index) => set(cell.awaiting[index] as number, not(this.lies(event)))),
        ...when(any(cell.awaiting.map((flag) => is(flag, 1))), [...enter(cell, 'pending'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'pending' })], owed),
      ];
      if (!duty.unless) return when(not(open), fresh);
      const excused = [...enter(cell, 'excused'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'excused' })];
      return when(not(open), when(this.condition(duty.unless), excused, fresh));
    });
  }

  protected awaited(duty: Duty, index: number): readonly Statement[] {
    return (this.duties.get(duty.name) ?? []).flatMap((cell) => {
      const flag = cell.awaiting[index] as number;
      const free = all(cell.awaiting.map((one) => is(one, 0)));
      return when(is(flag, 1), [set(flag, 0), ...when(all([free, inState(cell, 'pending')]), [...enter(cell, 'due'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'due' })])]);
    });
  }

  protected openPower(power: Power | { readonly name: string; readonly kind: string }): readonly Statement[] {
    return (this.powers.get(power.name) ?? []).flatMap((cell) => when(not(inState(cell, 'available')), [...enter(cell, 'available'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'available' })]));
  }


  protected exercise(power: Power, entry: Entry, actor: string | undefined): readonly Statement[] {
    const fits = this.static(power.acts.map((pattern) => matchAct(this.text, pattern, entry, {}, '')?.truth ?? 'false'));
    if (!fits) return [];
    return (this.powers.get(power.name) ?? []).filter(({ members }) => actor !== undefined && members.includes(actor)).flatMap((cell) => {
      const may = any([inState(cell, 'available'), ...(power.repeatable ? [inState(cell, 'exercised')] : [])]);
      const barred = any([...(power.while ? [not(this.condition(power.while))] : []), ...(power.unless ? [this.condition(power.unless)] : [])]);
      return when(all([may, not(barred)]), [...enter(cell, 'exercised'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'exercised' })]);
    });
  }

  protected perform(duty: Duty, entry: Entry, actor: string | undefined): readonly Statement[] {
    const original = duty.content.kind === 'achieve' && this.static(duty.content.acts.map((pattern) => matchAct(this.text, { ...pattern, by: undefined as never }, entry, {}, '')?.truth ?? 'false'));
    const steps = duty.failingWhich.map((step) => step.kind === 'shall' && this.static(step.acts.map((pattern) => matchAct(this.text, { ...pattern, by: undefined as never }, entry, {}, '')?.truth ?? 'false')));
    if (!original && !steps.some(Boolean)) return [];
    return (this.duties.get(duty.name) ?? []).filter(({ members }) => actor !== undefined && members.includes(actor)).flatMap((cell) => {
      const done = original ? when(inState(cell, 'due'), [...enter(cell, 'performed'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'performed' })]) : [];
      const curing = cell.states.flatMap((one, index) => (one.state === 'breached' && (original || (one.stage > 0 && steps[one.stage - 1])) ? [is(cell.state, index)] : []));
      const cured = curing.length === 0 ? [] : when(any(curing), [...enter(cell, 'cured'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'cured', fromStates: 'breached' })]);
      return done.length === 0 ? cured : [{ kind: 'if' as const, when: inState(cell, 'due'), then: (done[0] as Extract<Statement, { kind: 'if' }>).then, otherwise: cured }];
    });
  }

  protected expire(duty: Duty, cell: Cell): readonly Statement[] {
    const ending = (over: Expression, then: () => readonly Statement[]): readonly Statement[] => (over.kind === 'number' ? [] : when(over, then()));
    return [
      ...ending(ends(cell, 'due'), () => this.breach(duty, cell)),
      ...duty.failingWhich.flatMap((step, index) => (step.kind === 'shall' ? ending(ends(cell, 'breached', index + 1), () => this.step(duty, cell, index + 1)) : [])),
    ];
  }

  protected breach(duty: Duty, cell: Cell): readonly Statement[] {
    const breached = { kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'breached' } as const;
    if (duty.failingWhich.length === 0) return [...enter(cell, 'breached'), ...this.send(breached)];
    return this.step(duty, cell, 0, breached);
  }

  /** From the end of a step (0: the duty itself) into the next, or past the last. `first` is sent once the cell has moved. */
  protected step(duty: Duty, cell: Cell, stage: number, first?: Parameters<Consequences['send']>[0]): readonly Statement[] {
    const next: FailingWhich | undefined = duty.failingWhich[stage];
    const told = (): readonly Statement[] => (first ? this.send(first) : []);
    if (next?.kind === 'shall') return [...enter(cell, 'breached', stage + 1), ...told()];
    const over = enter(cell, 'defaulted', duty.failingWhich.length + (duty.failingWhich.at(-1)?.kind === 'shall' ? 1 : 0));
    const defaulted = [...over, ...told(), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'defaulted', fromStates: 'breached' })];
    // What a last step lets others do bears on nothing the text can ask: no condition names it.
    return defaulted;
  }

  /** Excuses that have come to hold. */
  protected review(): readonly Statement[] {
    return this.text.duties.flatMap((duty) => {
      const { unless } = duty;
      if (!unless) return [];
      return (this.duties.get(duty.name) ?? []).flatMap((cell) => when(all([any([inState(cell, 'due'), inState(cell, 'pending')]), this.condition(unless)]), [...enter(cell, 'excused'), ...this.send({ kind: 'moved', clause: cell.clause, debtor: cell.debtor, state: 'excused' })]));
    });
  }
}

const isNotTwo = (field: number): Expression => operation('!=', read(field), number(2));
