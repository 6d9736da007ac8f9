/** Events and conditions of a text as expressions over cells. */
import type { Condition, Entry, Event, NormState } from '../../treaty/index.js';
import { isState } from '../conditions.js';
import { matchAct, testArgument } from '../match.js';
import { meant } from '../roles.js';
import type { Bindings } from '../situation.js';
import { inState, satisfies, type Cell } from './cells.js';
import { all, any, is, local, not, number, operation, sum, type Expression } from './program.js';
import { boundByFinding, findingIs } from './standings.js';
import { Unsupported } from './unsupported.js';
import { DECISION_STATES, Lives, type Sent } from './lives.js';

/** An occurrence: where it is one, and whom it binds. */
export interface Occurs { readonly truth: Expression; readonly bindings: Bindings }

/** Of several alternatives the first that is true counts; those that bind alike are one. */
function exclusive(parts: readonly Occurs[]): readonly Occurs[] {
  if (parts.length < 2) return parts;
  const alike = parts.every(({ bindings }) => JSON.stringify(bindings) === JSON.stringify(parts[0]?.bindings));
  if (alike) return [{ truth: any(parts.map(({ truth }) => truth)), bindings: parts[0]?.bindings ?? {} }];
  return parts.map(({ truth, bindings }, index) => ({ bindings, truth: all([...parts.slice(0, index).map((before) => not(before.truth)), truth]) }));
}

export class Conditions extends Lives {
  /**
   * Whether a signal is an occurrence of the event, and whom it then binds: several where alternatives bind different ones, each where no earlier one is true.
   * Empty where it has nothing to do with it.
   */
  protected occurs(event: Event, signal: Sent, bindings: Bindings = {}): readonly Occurs[] {
    switch (event.kind) {
      case 'act': {
        if (signal.kind !== 'entry') return [];
        const match = matchAct(this.text, event, signal.entry, bindings, '', true);
        return match === undefined ? [] : [{ truth: number(this.static([match.truth]) ? 1 : 0), bindings: match.bindings }];
      }
      case 'finding': {
        if (signal.kind !== 'entry' || signal.entry.act !== event.finding) return [];
        return [{ truth: number(findingIs(this.text, event, signal.entry, bindings) ? 1 : 0), bindings: boundByFinding(this.text, event, signal.entry, bindings) }];
      }
      case 'defined': {
        const definition = this.text.definitions.get(event.name);
        return definition?.meaning.kind === 'event' ? this.occurs(definition.meaning.event, signal, bindings) : [];
      }
      case 'becomes': {
        if (signal.kind !== 'moved' || signal.clause !== event.clause || !isState(signal.state, event.state)) return [];
        if (signal.fromStates !== undefined && isState(signal.fromStates as NormState, event.state)) return [];
        const { quantifier } = event;
        if (quantifier.kind === 'of') {
          const { people } = this.text;
          const mover = signal.debtor === undefined ? undefined : { kind: 'one' as const, name: signal.debtor };
          return this.static([people.includes(quantifier.who, mover, bindings, this.scope.start)]) ? [{ truth: number(1), bindings: people.bind(quantifier.who, mover, signal.bindings) }] : [];
        }
        if (quantifier.kind === 'some') return [{ truth: number(1), bindings: signal.bindings }];
        const held = signal.completes.get(event);
        return held === undefined ? [] : [{ truth: operation('==', local(held), number(1)), bindings: signal.bindings }];
      }
      case 'either': return exclusive(event.of.flatMap((one) => this.occurs(one, signal, bindings)));
      case 'guarded': {
        const entry = signal.kind === 'entry' ? signal.entry : undefined;
        return this.occurs(event.of, signal, bindings).map((inner) => ({ ...inner,
          truth: all([inner.truth, ...(event.when ? [this.condition(event.when, entry, inner.bindings)] : []), ...(event.unless ? [not(this.condition(event.unless, entry, inner.bindings))] : [])]) }));
      }
      case 'signature': case 'entry into force': case 'instant': case 'to be agreed': return [];
      case 'repeated': throw new Unsupported(`an event of kind ${event.kind}`);
    }
  }

  protected condition(condition: Condition, entry?: Entry, bindings: Bindings = {}): Expression {
    switch (condition.kind) {
      case 'and': return all(condition.of.map((one) => this.condition(one, entry, bindings)));
      case 'or': return any(condition.of.map((one) => this.condition(one, entry, bindings)));
      case 'not': return not(this.condition(condition.of, entry, bindings));
      case 'holds': {
        const definition = this.text.definitions.get(condition.name);
        if (definition?.meaning.kind === 'state') return this.condition(definition.meaning.condition, entry, bindings);
        return this.hasOccurred(condition.name, bindings);
      }
      case 'occurred': if (condition.within) throw new Unsupported('what has occurred within the last stretch of time'); return this.hasOccurred(condition, bindings);
      case 'is': return this.isIn(condition, bindings);
      case 'found':
        if (this.entries.some(({ act }) => act === condition.finding)) throw new Unsupported('a condition that asks for findings somebody can make');
        // The record is complete: none was made.
        return number(0);
      case 'in force': return this.ended === undefined ? number(1) : is(this.ended, 0);
      case 'act test': {
        if (!entry) throw new Unsupported('a test of an act where there is none');
        return number(this.static([testArgument(condition.test, entry).truth]) ? 1 : 0);
      }
      case 'acted': case 'to be agreed': throw new Unsupported(`a condition of kind ${condition.kind}`);
    }
  }

  /** An event that lies behind already, as `only after` asks. */
  protected lies(event: Event, bindings: Bindings = {}): Expression {
    if (event.kind === 'entry into force') return number(1);
    const holds = event.kind === 'becomes' ? this.condition({ kind: 'is', clause: event.clause, state: event.state, quantifier: event.quantifier, span: event.span }, undefined, bindings) : number(0);
    return any([holds, this.hasOccurred(event, bindings)]);
  }

  protected hasOccurred(key: object | string, bindings: Bindings = {}): Expression {
    const index = this.text.watchOf.get(key);
    const asked = index === undefined ? [] : this.text.watches[index]?.asked ?? [];
    const at = { from: this.scope.start, to: this.scope.start };
    return any((index === undefined ? [] : this.occurred.get(index) ?? []).flatMap(({ stood, field }) => {
      const truth = asked.length === 0 ? 'true' : meant(this.text.people, asked, { truth: 'true', at, entries: [], value: 1, ...(stood ? { stood } : {}) }, bindings);
      return this.static([truth]) ? [is(field, 1)] : [];
    }));
  }

  /** Lives of a clause that conditions see: standing ones, and breaches of a prohibition. */
  protected cellsOf(clause: string): readonly Cell[] {
    return [...this.duties.get(clause) ?? this.powers.get(clause) ?? [], ...this.breaches.get(clause) ?? []];
  }

  /** As the engine counts: debtors of whom there is a life, each once. */
  protected perDebtor(cells: readonly Cell[], state: NormState): readonly { readonly fits: Expression; readonly there: Expression }[] {
    return [...new Set(cells.map(({ debtor }) => debtor))].map((debtor) => {
      const mine = cells.filter((cell) => cell.debtor === debtor);
      return { fits: any(mine.map((cell) => satisfies(cell, (one) => isState(one, state)))), there: any(mine.map((cell) => not(inState(cell, 'none')))) };
    });
  }

  protected isIn({ clause, state, quantifier }: Extract<Condition, { kind: 'is' }>, bindings: Bindings = {}): Expression {
    const decision = this.decisions.get(clause);
    if (decision) {
      const fits = any(DECISION_STATES.flatMap((one, index) => (one !== 'none' && isState(one, state) ? [is(decision.state, index)] : [])));
      return quantifier.kind === 'at least' && typeof quantifier.count === 'number' && quantifier.count > 1 ? number(0) : fits;
    }
    const { people } = this.text;
    const mine = this.cellsOf(clause).filter(({ members }) => quantifier.kind !== 'of' || members.some((name) => people.includes(quantifier.who, { kind: 'one', name }, bindings, this.scope.start) === 'true'));
    const debtors = this.perDebtor(mine, state);
    switch (quantifier.kind) {
      case 'each': return operation('and', any(debtors.map(({ there }) => there)), all(debtors.map(({ there, fits }) => any([not(there), fits]))));
      case 'at least': {
        if (typeof quantifier.count !== 'number') throw new Unsupported('a number to be agreed');
        return operation('<=', number(quantifier.count), sum(debtors.map(({ fits }) => fits)));
      }
      default: return any(debtors.map(({ fits }) => fits));
    }
  }

  /** True, where one is; false where all are; what the text leaves open is refused. */
  protected static(truths: readonly string[]): boolean {
    if (truths.includes('true')) return true;
    if (truths.includes('undetermined')) throw new Unsupported('acts the text leaves undetermined');
    return false;
  }
}
