/** Runs of a treaty under assumptions: a share of the run numbers, counted. Which set of parameter values a run has depends on its number alone. */
import { compile, DEFAULT_START, type Text } from '../engine/index.js';
import { Unsupported } from '../engine/specialised/index.js';
import { alphabetOf, tickOf, type Class } from '../explore/index.js';
import type { Atlas } from '../geo/index.js';
import type { Claim, Treaty } from '../treaty/index.js';
import { chosen, delaySpan, tableOf, thresholds, valuesAt, valuesWith, type Table } from './agents.js';
import { asked } from './asked.js';
import { betaOf, minutesOf, type Behaviour } from './behaviour.js';
import { betaQuantile } from './beta.js';
import { changesOf } from './changes.js';
import { askings } from './asking.js';
import { draw } from './chance.js';
import { causesAt, runPlainly, RUNS, type Setting } from './plain.js';
import { fastest } from './kernel.js';
import type { Swift } from './swift.js';
import { indexOfStanding, Tallying, type Tally } from './tally.js';

export interface Question {
  readonly seed: number;
  readonly runs: number;
  readonly horizonDays: number;
  /** Sets of parameter values, where some are uncertain. */
  readonly sets: number;
  /** Which shard of how many, from 1. */
  readonly shard: readonly [number, number];
  /** Asked now and then with the runs done; `false` ends the work, and the tally says what was done. `soFar` counts up what is done of this result, one of so many. */
  readonly goOn?: (done: number, of: number, soFar: () => Simulated, results: number) => boolean;
  /** Runs between two such questions, at most; any number gives the same tally. */
  readonly slice?: number;
}

/** What everything in a tally means: the same for all shards of one question. */
export interface Meaning {
  readonly seed: number;
  readonly runs: number;
  readonly sets: number;
  readonly tickMs: number;
  readonly start: number;
  readonly horizonDays: number;
  readonly behaviour: Behaviour;
  readonly claims: readonly string[];
  readonly reading: string | null;
  readonly by: 'specialised' | 'reference';
  readonly because: string | null;
  readonly notes: readonly string[];
  readonly classes: readonly Class[];
  readonly needs: readonly { readonly what: string; readonly day: number; readonly amount: number }[];
  readonly variants: readonly { readonly kind: 'parameter' | 'text' | 'base'; readonly words: string; readonly value: number | null; readonly end: 'low' | 'high' | null }[];
}

export interface Simulated { readonly meaning: Meaning; readonly tally: Tally }

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** About how many runs a variant gets: enough to tell changes of two in a hundred apart. */
const OF_A_VARIANT = 4000;
const FORCE_DAYS = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30];

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
/** An hour, or what divides it, every window of the treaty and every delay its text declares. */
const tickFor = (treaty: Treaty, behaviour: Behaviour): number => divisor(divisor(tickOf(treaty), HOUR), minutesOf(behaviour));

interface Runner { readonly setting: Setting; readonly swift: Swift | undefined; readonly because: string | null }

function runnerOf(text: Text, claims: readonly Claim[], behaviour: Behaviour, tickMs: number, horizonMs: number): Runner {
  const { classes: all, notes } = alphabetOf(text, DEFAULT_START);
  const classes = all.map(({ label, kind, happening }) => ({ label, kind, happening }));
  const table = tableOf(text, classes, behaviour, tickMs, DEFAULT_START);
  const setting: Setting = { text, claims, horizonMs, table: { ...table, notes: [...notes, ...table.notes] } };
  if (table.beyond !== undefined) return { setting, swift: undefined, because: table.beyond };
  try { return { setting, swift: fastest(setting), because: null }; } catch (fault) {
    if (!(fault instanceof Unsupported)) throw fault;
    return { setting, swift: undefined, because: fault.message };
  }
}

/** Claims that single runs can answer: what a coalition can ensure is a game, and no run shows it. */
export const sampled = (treaty: Treaty): readonly Claim[] => treaty.claims.filter(({ form }) => form.kind !== 'can');

/** One result for each reading of the treaty, and for each set of claims asked by the same acts. */
export function simulate(given: Treaty, atlas: Atlas, behaviour: Behaviour, question: Question): readonly Simulated[] {
  const all = askings({ ...given, claims: sampled(given) }, atlas, behaviour).flatMap(({ treaty, behaviour: of, notes }) => compile(asked(treaty, treaty.claims, of), atlas).texts.map((text) => ({ text, treaty, of, notes })));
  return all.map(({ text, treaty, of, notes }) => ofText(text, treaty, atlas, of, question, notes, all.length));
}

function ofText(text: Text, treaty: Treaty, atlas: Atlas, behaviour: Behaviour, { seed, runs, horizonDays, sets: wanted, shard: [shard, shards], goOn, slice: atMost = Infinity }: Question, notes: readonly string[], results: number): Simulated {
  const { claims } = treaty;
  const tickMs = tickFor(treaty, behaviour);
  const horizonMs = horizonDays * DAY;
  const main = runnerOf(text, claims, behaviour, tickMs, horizonMs);
  const { table } = main.setting;
  const uncertain = table.parameters.some(({ chance }) => typeof chance !== 'number');
  const sets = uncertain ? Math.min(wanted, runs) : 1;
  const variants = variantsOf(main, treaty, atlas, text.reading, behaviour, tickMs, horizonMs);
  const needs = treaty.needs.flatMap(({ amount, what, within }) => (typeof amount === 'number' && !('kind' in within) ? [{ what, amount, day: Math.ceil(hoursOf(within) / 24) }] : []));
  const units = [...new Set([...table.slots.filter(({ kind }) => kind === 'pledge').map(({ clause }) => clause), ...needs.map(({ what }) => what)])];
  const force = units.flatMap((what) => [...new Set([...FORCE_DAYS, ...needs.filter((one) => one.what === what).map(({ day }) => day)])].sort((a, b) => a - b).map((day) => ({ what, day })));
  const tallying = new Tallying(sets, claims.length, force, variants.length);
  const values = Array.from({ length: sets }, (_, set) => (uncertain ? valuesAt(table, seed, set) : valuesWith(table)));
  const from = Math.floor(((shard - 1) * runs) / shards);
  const to = Math.floor((shard * runs) / shards);
  const stride = Math.max(1, Math.floor(runs / OF_A_VARIANT));
  // In slices, so that a stop leaves whole stretches of run numbers done, by every set and variant.
  const slice = Math.max(1, Math.min(main.swift ? 20_000 : 20, atMost, to - from));
  const soFar = (): Simulated => ({
    meaning: {
      seed, runs, sets, tickMs, start: DEFAULT_START, horizonDays, behaviour, claims: claims.map(({ name }) => name), reading: text.reading ?? null, by: main.swift ? 'specialised' : 'reference', because: main.because,
      notes: [...notes, ...table.notes], classes: table.classes, needs, variants: variants.map(({ kind, words, value, end }) => ({ kind, words, value, end })),
    },
    tally: tallying.tally(),
  });
  let at = from;
  while (at < to) {
    const end = Math.min(to, at + slice);
    for (let set = 0; set < sets; set += 1) {
      const first = at + ((set - (at % sets)) + sets) % sets;
      each(main, values[set] ?? [], seed, first, end, sets, (run, standings, responses, kind, way) => {
        for (let claim = 0; claim < claims.length; claim += 1) {
          tallying.claim(set, claim, standings[claim] as number, responses[claim] as number);
          if (standings[claim] === 1) tallying.failure(claim, kind(), run, way);
        }
      });
    }
    if (force.length > 0) for (let run = at; run < end; run += 1) forces(table, values[run % sets] ?? [], seed, run, force, tallying);
    variants.forEach(({ runner, values: given }, index) => {
      const first = Math.ceil(at / stride) * stride;
      each(runner, given, seed, first, end, stride, (_run, standings) => { for (let claim = 0; claim < claims.length; claim += 1) tallying.variant(index, claim, standings[claim] as number); });
    });
    tallying.done(at, end);
    at = end;
    if (at < to && goOn && !goOn(at - from, to - from, soFar, results)) break;
  }
  return soFar();
}

const UNIT_HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 720, year: 8760 } as const;
const hoursOf = ({ amount, unit }: { readonly amount: number; readonly unit: keyof typeof UNIT_HOURS }): number => amount * UNIT_HOURS[unit];

type Each = (run: number, standings: ArrayLike<number>, responses: ArrayLike<number>, kind: () => string, way: () => readonly (readonly [number, number])[]) => void;

function each({ setting, swift }: Runner, values: readonly number[], seed: number, from: number, to: number, stride: number, take: Each): void {
  if (swift) { swift.many(values, seed, from, to, stride, (run, standings, responses) => { take(run, standings, responses, swift.kind, swift.way); }); return; }
  for (let run = from; run < to; run += stride) {
    const one = runPlainly(setting, values, seed, run);
    take(run, one.standings.map(indexOfStanding), one.responses, () => one.kind, () => one.way);
  }
}

/** What of the pledges is there, by day, in one run. */
function forces(table: Table, values: readonly number[], seed: number, run: number, force: readonly { readonly what: string; readonly day: number }[], tallying: Tallying): void {
  const silent = causesAt(table, values, seed, run);
  const arrivals = table.slots.flatMap((slot, index) => {
    if (slot.kind !== 'pledge') return [];
    const choice = (slot.silencedBy & silent) !== 0 ? undefined : chosen(draw(seed, RUNS, run, table.causes.length + index), thresholds(slot, values), delaySpan(slot.delay, table.tickMs, undefined));
    return choice ? [{ what: slot.clause, amount: slot.amount ?? 0, day: (((slot.readyTicks ?? 0) + choice.delay) * table.tickMs) / DAY }] : [];
  });
  force.forEach(({ what, day }, index) => { tallying.force(index, arrivals.reduce((sum, one) => (one.what === what && one.day <= day ? sum + one.amount : sum), 0)); });
}

interface Variant { readonly kind: 'parameter' | 'text' | 'base'; readonly words: string; readonly value: number | null; readonly end: 'low' | 'high' | null; readonly runner: Runner; readonly values: readonly number[] }

/** Everything at its mean; each uncertain chance at its low and high twentieth; each change in the text. */
function variantsOf(main: Runner, treaty: Treaty, atlas: Atlas, reading: string | undefined, behaviour: Behaviour, tickMs: number, horizonMs: number): readonly Variant[] {
  const { table } = main.setting;
  const mean = valuesWith(table);
  const variants: Variant[] = [{ kind: 'base', words: 'every chance at its mean', value: null, end: null, runner: main, values: mean }];
  // What no part of the text asks for bears on nothing: a rate of votes where nobody votes.
  const used = new Set([...table.causes, ...table.slots.flatMap(({ chances }) => chances)]);
  table.parameters.forEach(({ name, chance }, index) => {
    if (typeof chance === 'number' || !used.has(index)) return;
    for (const [end, share] of [['low', 0.05], ['high', 0.95]] as const) variants.push({ kind: 'parameter', words: name, end, value: betaQuantile(share, ...betaOf(chance)), runner: main, values: valuesWith(table, index, share) });
  });
  for (const { words, treaty: changed } of changesOf(treaty)) {
    const text = compile(asked(changed, changed.claims, behaviour), atlas).texts.find((one) => one.reading === reading);
    // A change outside what the claims ask of changes no answer.
    if (!text || !text.clauses.has(words.split(':')[0] ?? '')) continue;
    const runner = runnerOf(text, changed.claims, behaviour, tickMs, horizonMs);
    variants.push({ kind: 'text', words, value: null, end: null, runner, values: valuesWith(runner.setting.table) });
  }
  return variants;
}
