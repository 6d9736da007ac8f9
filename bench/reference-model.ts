/**
 * The reference model G(n), written by hand as a program: n guarantors consult, vote and assist within 4, 4 and 8 ticks after an attack above the threshold;
 * at a deadline at most one of them, the same in every phase, may let it pass. Its numbers of situations are known from other tools.
 */
import { all, any, is, isNot, not, number, operation, read, set, sum, when, type Expression, type Field, type Move, type Program } from '../src/engine/specialised/index.js';

const TICKS = { consult: 4, vote: 4, assist: 8 } as const;

export function referenceModel(n: number): Program {
  const fields: Field[] = [{ name: 'phase', max: 4, initial: 0 }, { name: 'time', max: 8, initial: 0 }, { name: 'severity', max: 2, initial: 0 }, { name: 'declared', max: 1, initial: 0 }];
  const [PHASE, TIME, SEVERITY, DECLARED] = [0, 1, 2, 3] as const;
  const column = (slot: string, max: number): readonly number[] => Array.from({ length: n }, (_, member) => fields.push({ name: `${slot} of ${member + 1}`, max, initial: 0, kin: { set: 'guarantor', member, slot } }) - 1);
  const consulted = column('consulted', 1);
  const vote = column('vote', 3);
  const assisted = column('assisted', 1);
  const bad = column('bad', 1);
  const moves: Move[] = [];
  const move = (label: string, guard: readonly Expression[], ...body: Move['body']): number => moves.push({ label, guard: all(guard), body });
  const phase = (value: number): Expression => is(PHASE, value);
  const how = (list: readonly number[]): Expression => sum(list.map(read));
  const others = (list: readonly number[], but: number): Expression => all(list.filter((_, member) => member !== but).map((field) => isNot(field, 0)));
  const enter = (next: number): Move['body'] => [set(PHASE, next), set(TIME, 0)];
  move('attack below', [phase(0)], set(SEVERITY, 1), set(PHASE, 4));
  move('attack above', [phase(0)], set(SEVERITY, 2), set(PHASE, 1));
  const tick = (value: number, limit: number, list: readonly number[]): number =>
    moves.push({ label: 'a tick', guard: all([phase(value), operation('<', read(TIME), number(limit)), any(list.map((field) => is(field, 0)))]), body: [set(TIME, operation('+', read(TIME), number(1)))], takes: number(1) });
  tick(1, TICKS.consult, consulted);
  tick(2, TICKS.vote, vote);
  tick(3, TICKS.assist, assisted);
  move('open the vote', [phase(1), all(consulted.map((field) => is(field, 1)))], ...enter(2));
  const complete = all(vote.map((field) => isNot(field, 0)));
  const carried = operation('<=', number(2 * n), operation('*', number(3), sum(vote.map((field) => is(field, 1)))));
  move('close the vote', [phase(2), complete], ...when(carried, [set(DECLARED, 1), ...enter(3)], enter(4)));
  move('end', [phase(3), all(assisted.map((field) => is(field, 1)))], ...enter(4));
  for (let g = 0; g < n; g += 1) {
    const at = (list: readonly number[]): number => list[g] as number;
    move(`consult ${g + 1}`, [phase(1), is(at(consulted), 0)], set(at(consulted), 1));
    move(`let consultation pass ${g + 1}`, [phase(1), is(TIME, TICKS.consult), is(at(consulted), 0), others(consulted, g)], set(at(bad), 1), ...enter(2));
    for (const value of [1, 2, 3]) move(`vote ${value} ${g + 1}`, [phase(2), is(at(vote), 0)], set(at(vote), value));
    move(`assist ${g + 1}`, [phase(3), is(at(assisted), 0)], set(at(assisted), 1));
    const nobodyElse = any([not(any(bad.map(read))), is(at(bad), 1)]);
    move(`let assistance pass ${g + 1}`, [phase(3), is(TIME, TICKS.assist), is(at(assisted), 0), others(assisted, g), nobodyElse], set(at(bad), 1), ...enter(4));
  }
  return {
    fields, moves,
    faults: [
      { name: 'P1', shows: all([phase(4), is(DECLARED, 1), operation('<', how(assisted), number(n - 1))]) },
      { name: 'P2', shows: all([phase(4), is(SEVERITY, 2), is(DECLARED, 0)]) },
    ],
  };
}
