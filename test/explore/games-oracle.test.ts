/**
 * INVARIANT (games-equal-reference): what a coalition can ensure, played out naively over the steps of the reference engine, is what the solver says, for every coalition of small generated treaties.
 * The coalition commits first at each instant, the others answer knowing it, findings go against it, then a tick passes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_START, type Text } from '../../src/engine/index.js';
import { Unsupported } from '../../src/engine/specialised/index.js';
import { alphabetOf, alwaysWins, decided, eventOf, explore, explorePlainly, questionOf, strategyOf, textsFor, tickOf, type Class } from '../../src/explore/index.js';
import { solve } from '../../src/explore/games-solve.js';
import { TIME_PASSES } from '../../src/explore/plain.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import type { Claim } from '../../src/treaty/index.js';
import { anyPact, anyTreaty } from './any-treaty.js';

const HOUR = 3_600_000;
const HORIZON = 10 * 24 * HOUR;
const MOST = 1_500;
const runs = Number(process.env['CASUS_RUNS'] ?? 20);
const refusals = new Map<string, number>();
const verdicts = new Map<string, number>();

interface Graph { readonly root: string; readonly moves: ReadonlyMap<string, ReadonlyMap<string, string>>; readonly classes: ReadonlyMap<string, Class> }

/** Every situation and what leads on from it; undefined where there are more than are looked at. */
function graphOf(text: Text, claim: Claim, stimuli: number, tickMs: number): Graph | undefined {
  const moves = new Map<string, ReadonlyMap<string, string>>();
  let root: string | undefined;
  const { stopped, classes } = explorePlainly(text, [eventOf(claim)], { stimuli, horizonMs: HORIZON, tickMs, jump: false, maxSituations: MOST, onMoves: (from, next) => { root ??= from; moves.set(from, new Map(next.map(({ label, to }) => [label, to]))); } });
  return stopped !== undefined || root === undefined ? undefined : { root, moves, classes: new Map(classes.map((one) => [one.label, one])) };
}

/** The watch of the claim `whenever EVENT, EVENT` is part of what tells situations apart. */
const occurred = (key: string): boolean => key.includes('"touched":true');

/** Whether the event can come about if all work together and only these acts that nobody owes fall. */
function reaches({ root, moves, classes }: Graph, allowed: readonly string[]): boolean {
  const seen = new Set([root]);
  for (const key of seen) for (const [label, to] of moves.get(key) ?? []) if (classes.get(label)?.kind !== 'stimulus' || allowed.includes(label)) seen.add(to);
  return [...seen].some(occurred);
}

/** The acts the time counts from: see docs/decisions/0007. */
function openingOf(graph: Graph): 'the beginning' | readonly string[] | 'out of reach' {
  if (reaches(graph, [])) return 'the beginning';
  const stimuli = [...graph.classes.values()].filter(({ kind }) => kind === 'stimulus').map(({ label }) => label);
  const alone = stimuli.filter((label) => reaches(graph, [label]));
  if (alone.length > 0) return alone;
  return reaches(graph, stimuli) ? stimuli : 'out of reach';
}

/** Layer by layer of time left, and within each until nothing changes: where the others can keep the event from coming about in time. */
function ensures(graph: Graph, from: readonly string[] | 'the beginning', ticks: number, coalition: ReadonlySet<string>): boolean {
  const { root, moves, classes } = graph;
  const mine = (label: string): boolean => { const one = classes.get(label); return one !== undefined && (one.kind === 'conduct' || one.kind === 'ballot') && one.happening.actor.kind === 'one' && coalition.has(one.happening.actor.name); };
  interface Lost { readonly mine: ReadonlySet<string>; readonly theirs: ReadonlySet<string> }
  const layer = (afterTick: (to: string) => boolean, starts: (label: string, to: string) => boolean | undefined): Lost => {
    const lost = { mine: new Set<string>(), theirs: new Set<string>() };
    for (let changed = true; changed;) {
      changed = false;
      for (const [key, next] of moves) {
        if (occurred(key)) continue;
        const acts = [...next].filter(([label]) => label !== TIME_PASSES);
        // Where nothing runs, a tick leaves everything as it is.
        const later = next.get(TIME_PASSES) ?? key;
        if (!lost.theirs.has(key) && (afterTick(later) || acts.some(([label, to]) => !mine(label) && (starts(label, to) ?? lost.theirs.has(to))))) { lost.theirs.add(key); changed = true; }
        if (!lost.mine.has(key) && lost.theirs.has(key) && acts.every(([label, to]) => !mine(label) || lost.mine.has(to))) { lost.mine.add(key); changed = true; }
      }
    }
    return lost;
  };
  let lost = layer((to) => !occurred(to), () => undefined);
  for (let left = 1; left <= ticks; left += 1) { const sooner = lost; lost = layer((to) => sooner.mine.has(to), () => undefined); }
  if (from === 'the beginning') return !lost.mine.has(root);
  // Before the act the time counts from: a tick leads on in the same layer, and nobody has to do anything.
  const begun = lost;
  const before = { mine: new Set<string>(), theirs: new Set<string>() };
  for (let grown = -1; grown !== before.mine.size;) {
    grown = before.mine.size;
    const again = layer((to) => before.mine.has(to), (label, to) => (from.includes(label) ? begun.theirs.has(to) : undefined));
    for (const key of again.mine) before.mine.add(key);
  }
  return !before.mine.has(root);
}

const EVENTS = ['aid is performed by at least 1', 'aid is performed by each', 'call is exercised', 'verdict is adopted', 'verdict is rejected', 'telling is performed by at least 1', 'telling is performed by each', 'aid is breached', 'aid is cured', 'calm is breached', 'enough'];
const OF_PACTS = ['help is performed by at least 1', 'help is performed by each', 'help is breached', 'consultation is performed by at least 1', 'consultation is performed by each', 'consultation is breached', 'reporting is performed by at least 1', 'ban is breached', 'ban is breached by at least 2', 'settle by A', 'danger'];

const asked = (treaties: fc.Arbitrary<string>, events: readonly string[]): fc.Arbitrary<string> => fc.tuple(treaties, fc.constantFrom(...events), fc.constantFrom('', ' within 12 hours', ' within 24 hours', ' within 36 hours', ' within 48 hours', ' within 72 hours'))
  .map(([source, event, within]) => source.replace(/^scope .*$/m, '').replace(/^claim asked: .*$/m, () => `claim asked: can A ensure ${event}${within}.`))
  .map((source) => source.replace(/\n{2,}/g, '\n'))
  .filter((source) => !/ensure (\S+) is/.test(source) || new RegExp(`(duty|power|decision|prohibition) ${/ensure (\S+) is/.exec(source)?.[1] ?? ''}:`).test(source))
  .filter((source) => !parseTreaty(source).diagnostics.some(({ severity }) => severity === 'error'));

const subsets = (names: readonly string[]): readonly (readonly string[])[] => names.reduce<readonly (readonly string[])[]>((all, name) => [...all, ...all.map((one) => [...one, name])], [[]]);

function compareAll(source: string, stimuli: number): void {
  const { treaty } = parseTreaty(source);
  const [claim] = treaty.claims;
  const [text] = claim ? textsFor(treaty, claim, emptyAtlas) : [];
  if (claim?.form.kind !== 'can' || !text) throw new Error('no claim');
  const { tick: _, ...calendar } = text.treaty.calendar;
  const tickMs = tickOf({ ...text.treaty, calendar, claims: [claim] });
  const { classes } = alphabetOf(text, DEFAULT_START);
  try {
    const question = questionOf(text, claim, classes, { tickMs, horizonMs: HORIZON, stimuli, maxNodes: 100_000 });
    const graph = graphOf(text, claim, stimuli, tickMs);
    if (!graph) return;
    const from = openingOf(graph);
    const { within } = claim.form;
    const ticks = within ? (within.amount * HOUR) / tickMs : HORIZON / tickMs;
    for (const members of subsets(['A', 'B', treaty.parties.some(({ name }) => name === 'C') ? 'C' : 'Victim'])) {
      const ensured = from !== 'out of reach' && ensures(graph, from, ticks, new Set(members));
      const said = decided(question, new Set(members));
      // Without a window the horizon leaves some open.
      if (said === 'too many' && !within) continue;
      expect({ members, said }).toEqual({ members, said: ensured ? 'can' : 'cannot' });
      verdicts.set(said, (verdicts.get(said) ?? 0) + 1);
      // The long way answers as the short ones do, and what the table says indeed ensures it.
      const solved = solve(question, new Set(members));
      if (solved !== 'too many' && within && from !== 'out of reach') expect({ members, solved: solved.ensured }).toEqual({ members, solved: ensured });
      const table = said === 'can' ? strategyOf(question, members) : undefined;
      if (table) expect({ members, wins: alwaysWins(question, table) }).toEqual({ members, wins: true });
    }
    const [answer] = explore(treaty, emptyAtlas, { stimuli, horizonMs: HORIZON, symmetry: true, jump: true }).answers;
    const alone = from !== 'out of reach' && ensures(graph, from, ticks, new Set(['A']));
    if (within) expect(answer?.verdict).toBe(alone ? 'holds' : 'fails');
  } catch (fault) {
    if (!(fault instanceof Unsupported)) throw fault;
    refusals.set(fault.message, (refusals.get(fault.message) ?? 0) + 1);
  }
}

describe('what a coalition can ensure against a naive play over the reference engine', () => {
  for (const [what, treaties, events] of [['duties, powers and decisions', anyTreaty, EVENTS], ['roles, findings, prohibitions and endings', anyPact, OF_PACTS]] as const) {
    it(`agrees for every coalition: ${what}`, () => {
      fc.assert(fc.property(asked(treaties, events), fc.constantFrom(1, 1, 1, 2), (source, stimuli) => { compareAll(source, stimuli); }), { numRuns: runs });
    });
  }

  it('was compared on both answers, for most of what was made', () => {
    const [can, cannot] = [verdicts.get('can') ?? 0, verdicts.get('cannot') ?? 0];
    expect(Math.min(can, cannot), JSON.stringify([...refusals])).toBeGreaterThan(runs / 2);
  });
});
