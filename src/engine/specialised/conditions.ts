/** Events and conditions of a text as expressions over cells. */
import type { Condition, Entry, Event, NormState } from '../../treaty/index.js';
import { isState } from '../conditions.js';
import { matchAct, testArgument } from '../match.js';
import { inState, satisfies } from './cells.js';
import { all, any, is, local, not, number, operation, sum, type Expression } from './program.js';
import { Unsupported } from './unsupported.js';
import { DECISION_STATES, Lives, type Sent } from './lives.js';

export class Conditions extends Lives {
  /** Whether a signal is an occurrence of the event; undefined where it has nothing to do with it. */
  protected occurs(event: Event, signal: Sent): Expression | undefined {
    switch (event.kind) {
      case 'act': {
        if (signal.kind !== 'entry') return undefined;
        if (JSON.stringify([event.by, event.on]).includes('"as"')) throw new Unsupported('parties met by the act (roles)');
        const match = matchAct(this.text, event, signal.entry, {}, '');
        return match === undefined ? undefined : number(this.static([match.truth]) ? 1 : 0);
      }
      case 'defined': {
        const definition = this.text.definitions.get(event.name);
        return definition?.meaning.kind === 'event' ? this.occurs(definition.meaning.event, signal) : undefined;
      }
      case 'becomes': {
        if (signal.kind !== 'moved' || signal.clause !== event.clause || !isState(signal.state, event.state)) return undefined;
        if (signal.fromStates !== undefined && isState(signal.fromStates as NormState, event.state)) return undefined;
        const { quantifier } = event;
        if (quantifier.kind === 'of') return (this.names(quantifier.who) ?? []).includes(signal.debtor ?? '') ? number(1) : undefined;
        if (quantifier.kind === 'some') return number(1);
        const held = signal.completes.get(event);
        return held === undefined ? undefined : operation('==', local(held), number(1));
      }
      case 'either': {
        const parts = event.of.map((one) => this.occurs(one, signal)).filter((one) => one !== undefined);
        return parts.length === 0 ? undefined : any(parts);
      }
      case 'guarded': {
        const inner = this.occurs(event.of, signal);
        if (inner === undefined) return undefined;
        const entry = signal.kind === 'entry' ? signal.entry : undefined;
        return all([inner, ...(event.when ? [this.condition(event.when, entry)] : []), ...(event.unless ? [not(this.condition(event.unless, entry))] : [])]);
      }
      case 'signature': case 'entry into force': case 'instant': case 'to be agreed': return undefined;
      case 'finding': case 'repeated': throw new Unsupported(`an event of kind ${event.kind}`);
    }
  }

  protected condition(condition: Condition, entry?: Entry): Expression {
    switch (condition.kind) {
      case 'and': return all(condition.of.map((one) => this.condition(one, entry)));
      case 'or': return any(condition.of.map((one) => this.condition(one, entry)));
      case 'not': return not(this.condition(condition.of, entry));
      case 'holds': {
        const definition = this.text.definitions.get(condition.name);
        if (definition?.meaning.kind === 'state') return this.condition(definition.meaning.condition, entry);
        return this.hasOccurred(condition.name);
      }
      case 'occurred': if (condition.within) throw new Unsupported('what has occurred within the last stretch of time'); return this.hasOccurred(condition);
      case 'is': return this.isIn(condition);
      // No class of finding exists here, and the record is complete: none was made.
      case 'found': return number(0);
      case 'in force': return number(1);
      case 'act test': {
        if (!entry) throw new Unsupported('a test of an act where there is none');
        return number(this.static([testArgument(condition.test, entry).truth]) ? 1 : 0);
      }
      case 'acted': case 'to be agreed': throw new Unsupported(`a condition of kind ${condition.kind}`);
    }
  }

  /** An event that lies behind already, as `only after` asks. */
  protected lies(event: Event): Expression {
    if (event.kind === 'entry into force') return number(1);
    const holds = event.kind === 'becomes' ? this.condition({ kind: 'is', clause: event.clause, state: event.state, quantifier: event.quantifier, span: event.span }) : number(0);
    return any([holds, this.hasOccurred(event)]);
  }

  protected hasOccurred(key: object | string): Expression {
    const index = this.text.watchOf.get(key);
    const bit = index === undefined ? undefined : this.occurred.get(index);
    return bit === undefined ? number(0) : is(bit, 1);
  }

  protected isIn({ clause, state, quantifier }: Extract<Condition, { kind: 'is' }>): Expression {
    const decision = this.decisions.get(clause);
    if (decision) {
      const fits = any(DECISION_STATES.flatMap((one, index) => (one !== 'none' && isState(one, state) ? [is(decision.state, index)] : [])));
      return quantifier.kind === 'at least' && typeof quantifier.count === 'number' && quantifier.count > 1 ? number(0) : fits;
    }
    const cells = this.duties.get(clause) ?? this.powers.get(clause) ?? [];
    const means = quantifier.kind === 'of' ? this.names(quantifier.who) ?? [] : undefined;
    const mine = cells.filter(({ debtor }) => means === undefined || means.includes(debtor));
    const fits = mine.map((cell) => satisfies(cell, (one) => isState(one, state)));
    switch (quantifier.kind) {
      // As the engine counts: of the lives there are.
      case 'each': return operation('and', any(mine.map((cell) => not(inState(cell, 'none')))), all(mine.map((cell, index) => any([inState(cell, 'none'), fits[index] as Expression]))));
      case 'at least': {
        if (typeof quantifier.count !== 'number') throw new Unsupported('a number to be agreed');
        return operation('<=', number(quantifier.count), sum(fits));
      }
      default: return any(fits);
    }
  }

  /** True, where one is; false where all are; what the text leaves open is refused. */
  protected static(truths: readonly string[]): boolean {
    if (truths.includes('true')) return true;
    if (truths.includes('undetermined')) throw new Unsupported('acts the text leaves undetermined');
    return false;
  }
}
