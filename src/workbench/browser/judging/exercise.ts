/** A scenario step by step: after each entry, what stands and what follows if nobody acts again. */
import { entriesOfScenario, inOrder, replay, runScenario, DEFAULT_START, type CompiledTreaty } from '../../../engine/index.js';
import type { Change, Entry, Instant } from '../../../treaty/index.js';
import { lookOf } from '../view/standing.js';
import { compiled } from './texts.js';
import type { Exercised, ScenarioQuestion, Step } from './protocol.js';

const DAY = 86_400_000;
/** Windows are followed to their ends this far beyond the last entry. */
const HORIZON = 400 * DAY;
const BINDING = new Set(['sign', 'ratify', 'accede']);

export async function exercise(question: ScenarioQuestion): Promise<Exercised> {
  const treaty = await compiled(question.text);
  const scenario = treaty.treaty.scenarios[question.scenario - 1];
  if (!scenario) throw new Error(`the text has no scenario number ${question.scenario}; it has ${treaty.treaty.scenarios.length}`);
  const startsAt = scenario.starts ?? DEFAULT_START;
  const entries = [...entriesOfScenario(treaty.treaty, scenario), ...question.supposed].sort(inOrder);
  const bound = entries.some(({ act }) => BINDING.has(act)) ? undefined : startsAt;
  const instants = [...new Set([startsAt, ...entries.map(({ occurred }) => occurred.from)])].sort((a, b) => a - b);
  const steps = instants.map((at) => stepAt(treaty, entries, at, bound));
  const run = runScenario(treaty, scenario);
  const told = Math.max(startsAt, ...entries.map(({ occurred }) => occurred.to), ...scenario.expectations.map(({ afterMs }) => startsAt + afterMs));
  return { title: scenario.title, startsAt, endsAt: told, entries, steps, results: run.results };
}

function stepAt(treaty: CompiledTreaty, entries: readonly Entry[], at: Instant, bound: Instant | undefined): Step {
  const before = entries.filter(({ occurred }) => occurred.from <= at);
  return { at, entries: entries.filter(({ occurred }) => occurred.from === at), changes: followed(treaty, before, at, bound) };
}

/** Lets time pass until every window that runs has ended, or the horizon. */
function followed(treaty: CompiledTreaty, entries: readonly Entry[], at: Instant, bound: Instant | undefined): readonly Change[] {
  let asOf = at;
  for (;;) {
    const { changes, verdicts } = replay(treaty, entries, { asOf, knownOn: asOf, complete: true, ...(bound === undefined ? {} : { inForceFrom: bound }) });
    const running = verdicts.filter(({ state, deadline }) => lookOf(state).tone === 'open' && deadline !== undefined && deadline > asOf).map(({ deadline }) => deadline as Instant);
    const next = Math.max(asOf, ...running);
    if (next === asOf || next > at + HORIZON) return changes;
    asOf = next;
  }
}
