/**
 * The fast driver: a treaty's finite program and the table of who may act, as one generated function that does many runs. Time goes from one planned act or
 * end of a window to the next. Run by run it gives what the reference driver gives.
 */
import { all, any, fieldsAt, initialWords, is, layoutOf, local, moveFunction, number, operation, specialise, testFunction, Unsupported, WAITS, type Expression, type Move, type SpecialisedTreaty, type Statement } from '../engine/specialised/index.js';
import type { Claim } from '../treaty/index.js';
import { classFor, delaySpan, thresholds, windowAt, type Slot } from './agents.js';
import { mixed, runKey } from './chance.js';
import { kindOf, STANDINGS, type Outcome } from './outcome.js';
import { causesAt, RUNS, type Setting } from './plain.js';

export interface Swift {
  /** One run. Throws RangeError where it does not end. */
  readonly run: (values: readonly number[], seed: number, run: number) => Outcome;
  /** Runs `from` to `to` by `stride`: calls `each` after each with standings and responses in reused arrays; `kind` may be asked of it. */
  readonly many: (values: readonly number[], seed: number, from: number, to: number, stride: number, each: (run: number, standings: Int32Array, responses: Int32Array) => void) => void;
  readonly kind: () => string;
  /** Acts of the last run. */
  readonly way: () => readonly (readonly [number, number])[];
  readonly made: SpecialisedTreaty;
}

const LIMIT = 'limit';
/** More ticks than any run has. */
const NEVER = 0x3fffffff;

/** Time passes to what ends next, or to the tick asked for. */
export function bounded(move: Move): Move {
  const isStep = (one: Statement): boolean => one.kind === 'if' && one.then.length === 1 && one.then[0]?.kind === 'let' && one.then[0].name === 'step';
  if (!move.body.some(isStep)) throw new RangeError('the move of time has another form');
  const body = move.body.map((one): Statement => (one.kind === 'if' && isStep(one) ? { ...one, when: all([operation('==', local('ended'), number(0)), operation('<', local('next'), number(1 << 20))]), then: [{ kind: 'let', name: 'step', to: operation('min', local('next'), local(LIMIT)) }] } : one));
  return { ...move, body };
}

/** Where a slot's act falls due in the program, and where it still counts. */
export function whereOf(slot: Slot, made: SpecialisedTreaty): { readonly open: Expression; readonly holds: Expression } | undefined {
  if (slot.kind === 'ballot') {
    const cell = made.decisions.get(slot.clause);
    const voter = cell?.voters.indexOf(slot.member) ?? -1;
    if (!cell || voter < 0) return undefined;
    const open = all([is(cell.state, 1), is(cell.ballots[voter] as number, 0)]);
    return { open, holds: open };
  }
  const cells = (slot.kind === 'duty' ? made.duties : made.powers).get(slot.clause)?.filter(({ members }) => members.includes(slot.member)) ?? [];
  const cell = cells[0];
  if (!cell) return undefined;
  const states = (test: (state: string, stage: number) => boolean): Expression => any(cell.states.flatMap(({ state, stage }, index) => (test(state, stage) ? [is(cell.state, index)] : [])));
  const open = slot.kind === 'power' ? states((state) => state === 'available') : slot.stage === 0 ? states((state) => state === 'due') : states((state, stage) => state === 'breached' && stage === slot.stage);
  const holds = slot.kind === 'duty' && slot.stage === 0 ? states((state) => state === 'due' || state === 'breached' || state === 'suspended' || state === 'defaulted') : open;
  return { open, holds };
}

interface Engine {
  readonly go: (silent: number, horizon: number, run: number, seed: number) => void;
  readonly words: () => readonly number[];
}

/** The program of the text and its claims. What a claim assumes of the debtors is left to the behaviour. Throws Unsupported. */
export function programOf({ text, table, claims, horizonMs }: Setting): SpecialisedTreaty {
  const free: readonly Claim[] = claims.map((claim) => ({ ...claim, assuming: [] }));
  const stimuli = Math.max(1, table.slots.filter(({ kind }) => kind === 'stimulus').length);
  const made = specialise(text, free, table.classes, { start: table.start, tickMs: table.tickMs, horizonMs, stimuli });
  // Slots know one life for each debtor, and no findings.
  if (made.widened[0] !== undefined) throw new Unsupported(made.widened[0]);
  return made;
}

/** Throws Unsupported where the treaty has no finite program. */
export function swiftly({ text, table, claims, horizonMs }: Setting): Swift {
  const made = programOf({ text, table, claims, horizonMs });
  const { program } = made;
  const layout = layoutOf(program.fields);
  const moveOf = new Map<number, number>();
  made.classOf.forEach((index, move) => { if (index !== undefined) moveOf.set(index, move); });
  const slots = table.slots.flatMap((slot, index) => {
    if (slot.kind === 'pledge') return [];
    const where = slot.kind === 'stimulus' ? undefined : whereOf(slot, made);
    return slot.kind !== 'stimulus' && !where ? [] : [{ slot, index, where, classes: slot.options.map((_, option) => classFor(slot, option, table, text, {}) ?? -1) }];
  });
  const standings = new Int32Array(claims.length);
  const responses = new Int32Array(claims.length);
  const horizon = Math.floor(horizonMs / table.tickMs);
  const draws = new Uint32Array(2);
  // Filled anew for each set of values: ends of the stretches by which a draw chooses, and of delays.
  const ends = slots.map(({ slot }) => new Float64Array(slot.chances.length));
  const each = (make: (word: number) => string, between = ', '): string => Array.from({ length: layout.words }, (_, word) => make(word)).join(between);
  const words = each((word) => `w${word}`);
  const spanOf = slots.map(({ slot }) => slot.deadline?.kind === 'by' || slot.deadline?.kind === 'before' ? undefined : delaySpan(slot.delay, table.tickMs, windowAt(slot, table, text, 0)));
  const spans = (position: number, opened: number): readonly [number, number] => spanOf[position] ?? delaySpan((slots[position] as (typeof slots)[number]).slot.delay, table.tickMs, windowAt((slots[position] as (typeof slots)[number]).slot, table, text, opened));
  // Statements of the watch: what is awaited no more has been answered, or has failed.
  const whenever = claims.map(({ form }) => form.kind === 'whenever');
  const watch = claims.map((_, index) => {
    const seen = made.touched[index];
    return whenever[index] && seen !== undefined ? `if (responses[${index}] === -1 && t${index}(${words}) && !a${index}(${words}) && !s${index}(${words})) responses[${index}] = now - (first > 0 ? first : 0);` : '';
  }).join(' ');
  const closing = claims.map(({ form }, index) => {
    const open = made.touched[index] === undefined ? '0' : `(t${index}(${words}) ? 0 : 3)`;
    if (form.kind === 'possible') return `standings[${index}] = s${index}(${words}) ? 0 : 1;`;
    return `standings[${index}] = s${index}(${words}) ? 1 : a${index}(${words}) ? (quiet ? 1 : 2) : ${open};`;
  }).join('\n');
  const source = `'use strict';
let ${each((word) => `w${word} = 0`)}, ${LIMIT} = 0, takes = 0, ${WAITS} = 0, first = -1;
function put(${each((word) => `n${word}`)}, t) { ${each((word) => `w${word} = n${word} | 0;`, ' ')} takes = t | 0; }
${program.moves.map((move, index) => moveFunction(`m${index}`, move.takes ? bounded(move) : move, layout, 'put')).join('\n')}
${slots.map(({ where }, position) => (where ? `${testFunction(`o${position}`, where.open, layout)}\n${testFunction(`h${position}`, where.holds, layout)}` : '')).join('\n')}
${claims.map((_, index) => `${testFunction(`s${index}`, program.faults[index]?.shows ?? number(0), layout)}\n${testFunction(`a${index}`, made.awaits[index] as Expression, layout)}\n${testFunction(`t${index}`, made.touched[index] === undefined ? { kind: 'number', value: 1 } : is(made.touched[index] as number, 1), layout)}`).join('\n')}
const at = new Int32Array(${slots.length}), act = new Int32Array(${slots.length}), was = new Uint8Array(${slots.length}), times = new Int32Array(${slots.length});
let silentNow = 0;
const bitsOf = (n) => mixed(draws[0], draws[1], n);
${slots.map(({ slot, index, classes }, position) => {
    const fixed = spanOf[position];
    const [from, width] = fixed ? [String(fixed[0]), String(fixed[1] - fixed[0])] : ['span[0]', '(span[1] - span[0])'];
    const options = slot.chances.map((_, option) => `if (x < e${position}[${option}]) { ${option > 0 ? `const b = e${position}[${option - 1}];` : ''} at[${position}] = opened + ${from} + Math.floor(${option > 0 ? '(x - b)' : 'x'} * (${width} / (e${position}[${option}]${option > 0 ? ' - b' : ''}))); act[${position}] = ${classes[option] ?? -1}; return; }`).join(' ');
    return `const e${position} = ends[${position}];
function p${position}(opened) { const k = times[${position}]; times[${position}] = k + 1; at[${position}] = ${NEVER}; ${slot.silencedBy === 0 ? '' : `if ((silentNow & ${slot.silencedBy}) !== 0) return; `}const x = bitsOf(${table.causes.length + index} + k * ${table.width}); ${fixed ? '' : `const span = spans(${position}, opened); `}${options} }`;
  }).join('\n')}
function look(opened) {
${slots.map(({ where }, position) => (where ? `if (o${position}(${words})) { if (was[${position}] === 0) { was[${position}] = 1; p${position}(opened); } } else { was[${position}] = 0; if (at[${position}] !== ${NEVER} && !h${position}(${words})) at[${position}] = ${NEVER}; }` : '')).join('\n')}
}
function perform(index) { switch (index) { ${[...moveOf].map(([index, move]) => `case ${index}: m${move}(${words}); return;`).join(' ')} } }
return {
  words: () => [${words}],
  go: (silent, horizon, run, seed) => {
    ${each((word) => `w${word} = start[${word}];`, ' ')}
    silentNow = silent; runKey(seed, ${RUNS}, run, draws); first = -1; way.length = 0;
    at.fill(${NEVER}); was.fill(0); times.fill(0); responses.fill(-1);
    let tick = 0, now = 0, quiet = 1;
    ${slots.map(({ slot }, position) => (slot.kind === 'stimulus' ? `p${position}(0);` : '')).join(' ')}
    ${watch}
    look(0);
    for (let rounds = 0; ; rounds += 1) {
      if (rounds > 100000) throw new RangeError('a run does not end');
      let next = ${NEVER}, who = -1;
      for (let i = 0; i < ${slots.length}; i += 1) if (at[i] < next) { next = at[i]; who = i; }
      if (next <= tick) {
        at[who] = ${NEVER};
        if (act[who] < 0) continue;
        if (isStimulus[who] === 1 && first < 0) first = tick;
        way.push(act[who], tick);
        perform(act[who]);
        now = tick;
        ${watch}
        look(tick);
        continue;
      }
      ${LIMIT} = next - tick;
      if (m${program.moves.length - 1}(${words}) === 0) { if (next === ${NEVER}) break; tick = next; if (tick > horizon) { quiet = 0; break; } continue; }
      now = tick; tick += takes;
      ${watch}
      look(now);
      if (tick > horizon) { quiet = 0; break; }
    }
    ${closing}
  },
};`;
  const isStimulus = Uint8Array.from(slots, ({ slot }) => (slot.kind === 'stimulus' ? 1 : 0));
  const flat: number[] = [];
  const engine = new Function('runKey', 'mixed', 'draws', 'ends', 'spans', 'standings', 'responses', 'way', 'start', 'isStimulus', source)(runKey, mixed, draws, ends, spans, standings, responses, flat, initialWords(program, layout), isStimulus) as Engine;
  const prepare = (values: readonly number[]): void => slots.forEach(({ slot }, position) => (ends[position] as Float64Array).set(thresholds(slot, values)));
  const one = (values: readonly number[], seed: number, run: number): void => engine.go(causesAt(table, values, seed, run), horizon, run, seed);
  const way = (): readonly (readonly [number, number])[] => flat.flatMap((index, i): [number, number][] => (i % 2 === 0 ? [[index, flat[i + 1] as number]] : []));
  const kind = (): string => {
    const fields = fieldsAt(engine.words(), layout);
    const lives = [
      ...[...made.duties.values(), ...made.powers.values()].flat().map(({ clause, states, state }) => ({ clause, state: states[fields[state] ?? 0]?.state ?? 'none' })),
      ...[...made.decisions.values()].map(({ decision, state }) => ({ clause: decision.name, state: ['none', 'open', 'adopted', 'rejected', 'no decision'][fields[state] ?? 0] ?? 'none' })),
    ];
    return kindOf(lives);
  };
  return {
    made, kind, way,
    run: (values, seed, run) => {
      prepare(values);
      one(values, seed, run);
      return { standings: [...standings].map((standing) => STANDINGS[standing] ?? 'undetermined'), responses: [...responses], kind: kind(), way: way() };
    },
    many: (values, seed, from, to, stride, each_) => {
      prepare(values);
      const causes = table.causes.length > 0;
      for (let run = from; run < to; run += stride) { engine.go(causes ? causesAt(table, values, seed, run) : 0, horizon, run, seed); each_(run, standings, responses); }
    },
  };
}
