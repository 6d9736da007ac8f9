/** Decisions: ballots counted by the decision's rules, as expressions. */
import type { Decision } from '../../treaty/index.js';
import { all, any, is, letBe, local, not, number, operation, read, set, sum, when, type Expression, type Statement } from './program.js';
import { Unsupported } from './unsupported.js';
import { Conditions } from './conditions.js';
import { BALLOTS, DECISION_STATES, type DecisionCell, type Sent } from './lives.js';

export abstract class Decisions extends Conditions {
  protected locals = 0;
  protected declared: Statement[] = [];
  protected abstract send(signal: Omit<Extract<Sent, { kind: 'moved' }>, 'flag' | 'completes'>): readonly Statement[];

  protected openDecision(decision: Decision): readonly Statement[] {
    const cell = this.decisions.get(decision.name);
    if (!cell) return [];
    return when(operation('!=', read(cell.state), number(1)), [set(cell.state, 1), ...(cell.left === undefined ? [] : [set(cell.left, cell.window ?? 0)]), ...cell.ballots.map((ballot) => set(ballot, 0)), ...this.send({ kind: 'moved', clause: decision.name, state: 'open', bindings: {} })]);
  }

  protected closeIfComplete(cell: DecisionCell): readonly Statement[] {
    return when(all([is(cell.state, 1), ...cell.ballots.map((ballot) => operation('!=', read(ballot), number(0)))]), this.close(cell));
  }

  protected close(cell: DecisionCell): readonly Statement[] {
    const { decision, voters, ballots } = cell;
    const weight = (name: string): number => decision.weights.find(({ party }) => party === name)?.weight ?? 1;
    const silentAs = decision.silence === 'consent' ? 1 : decision.silence === 'rejection' ? 2 : decision.silence === 'abstention' ? 3 : 0;
    const abstainAs = decision.abstention === 'consent' ? 1 : decision.abstention === 'rejection' ? 2 : 3;
    const meant = (value: number): number => { const first = value === 0 ? silentAs : value; return first === 3 ? abstainAs : first; };
    const counts = (kind: 1 | 2): Expression => sum(voters.map((name, index) => operation('*', number(weight(name)), any([0, 1, 2, 3].flatMap((value) => (meant(value) === kind ? [is(ballots[index] as number, value)] : []))))));
    const present = decision.silenceCountsToQuorum ? number(voters.length) : sum(ballots.map((ballot) => operation('!=', read(ballot), number(0))));
    // Only a ballot against vetoes: silence and abstention never do, whatever else they mean.
    const vetoers = new Set(decision.veto.flatMap((who) => this.names(who) ?? []));
    const vetoed = any(voters.flatMap((name, index) => (vetoers.has(name) ? [is(ballots[index] as number, BALLOTS.indexOf('against') + 1)] : [])));
    const heads = sum(voters.map((_, index) => any([0, 1, 2, 3].flatMap((value) => (meant(value) === 1 ? [is(ballots[index] as number, value)] : [])))));
    const inFavour = counts(1);
    const against = counts(2);
    const base = decision.base === 'votes cast' ? operation('+', inFavour, against) : number(voters.reduce((total, name) => total + weight(name), 0));
    const outcome = (result: 'adopted' | 'rejected' | 'no decision'): readonly Statement[] => {
      const becomes = decision.outcomes.find(({ on }) => on === result)?.becomes ?? result;
      return [set(cell.state, DECISION_STATES.indexOf(becomes)), ...(cell.left === undefined ? [] : [set(cell.left, 0)]), ...ballots.map((ballot) => set(ballot, 0)), ...this.send({ kind: 'moved', clause: decision.name, state: becomes, bindings: {} })];
    };
    const quorumMissed = typeof decision.quorum === 'number' ? operation('<', present, number(decision.quorum)) : number(0);
    this.locals += 1;
    const carried = `c${this.locals}`;
    this.locals += 1;
    const missed = `c${this.locals}`;
    this.declared.push(letBe(carried, number(0)), letBe(missed, number(0)));
    return [
      letBe(missed, quorumMissed), letBe(carried, operation('and', not(vetoed), this.carries(decision, inFavour, heads, against, base))),
      ...when(operation('==', local(missed), number(1)), outcome('no decision'), when(operation('==', local(carried), number(1)), outcome('adopted'), outcome('rejected'))),
    ];
  }

  protected carries({ majority }: Decision, inFavour: Expression, heads: Expression, against: Expression, base: Expression): Expression {
    if ('kind' in majority && majority.kind === 'to be agreed') throw new Unsupported('a majority to be agreed');
    switch (majority.kind) {
      case 'share': {
        const have = operation('*', inFavour, number(majority.denominator));
        const need = operation('*', number(majority.numerator), base);
        return majority.strict ? operation('<', need, have) : operation('and', operation('<', number(0), base), operation('<=', need, have));
      }
      case 'count': return operation('<=', number(majority.count), heads);
      case 'weight': return operation('<=', number(majority.atLeast), inFavour);
      case 'unanimity': return all([operation('<=', base, inFavour), operation('==', against, number(0)), operation('<', number(0), base)]);
    }
  }
}
