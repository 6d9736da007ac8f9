/** A scenario step by step: after each entry, what stands under each reading and what follows if nobody acts again. */
import { DEFAULT_START, replay, runScenario, type CompiledTreaty, type ReplayOptions } from '../../../engine/index.js';
import { admit, readJsonLines } from '../../../record/index.js';
import type { Change, Entry, Instant, Scenario } from '../../../treaty/index.js';
import { runs } from '../view/standing.js';
import { compiled } from './texts.js';
import type { Exercised, ScenarioQuestion, Step } from './protocol.js';

const DAY = 86_400_000;
/** Windows are followed to their ends this far beyond the last entry. */
const HORIZON = 400 * DAY;

const NOWHERE = { offset: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
/** Nothing but what is supposed, from where a scenario without a date begins. */
const OWN_STORY: Scenario = { title: 'A story of your own', starts: DEFAULT_START, steps: [], expectations: [], span: NOWHERE };

export async function exercise(question: ScenarioQuestion): Promise<Exercised> {
  const treaty = await compiled(question.text);
  const scenario = question.scenario === 0 ? OWN_STORY : treaty.treaty.scenarios[question.scenario - 1];
  if (!scenario) throw new Error(`the text tells no scenario number ${question.scenario}; it tells ${treaty.treaty.scenarios.length}`);
  const read = readJsonLines(question.supposed.map((line) => JSON.stringify(line)).join('\n'), 'supposed');
  const admitted = admit(treaty.treaty, read.entries);
  const { startsAt, entries, inForceFrom, results } = runScenario(treaty, scenario, admitted.entries);
  const instants = [...new Set([startsAt, ...entries.map(({ occurred }) => occurred.from)])].sort((a, b) => a - b);
  const told = Math.max(startsAt, ...entries.map(({ occurred }) => occurred.to), ...scenario.expectations.map(({ afterMs }) => startsAt + afterMs));
  const strangers = admitted.notConcerned.map(({ act }) => ({ file: 'supposed', row: 0, reason: `the treaty does not speak of the act \`${act}\`` }));
  return {
    title: scenario.title, startsAt, endsAt: told, entries, results, steps: instants.map((at) => stepAt(treaty, entries, at, inForceFrom)),
    setAside: [...read.setAside, ...admitted.setAside, ...strangers],
  };
}

function stepAt(treaty: CompiledTreaty, entries: readonly Entry[], at: Instant, inForceFrom: Instant | undefined): Step {
  const before = entries.filter(({ occurred }) => occurred.from <= at);
  const options = { complete: true, ...(inForceFrom === undefined ? {} : { inForceFrom }) };
  // Reading by reading: verdicts that agree in the end may have parted on the way.
  const courses = treaty.texts.map((text) => ({ ...(text.reading === undefined ? {} : { reading: text.reading }), changes: followed({ ...treaty, texts: [text] }, before, at, options) }));
  return { at, entries: entries.filter(({ occurred }) => occurred.from === at), courses };
}

/** Lets time pass until every window that runs has ended, or the horizon. */
function followed(treaty: CompiledTreaty, entries: readonly Entry[], at: Instant, options: Omit<ReplayOptions, 'asOf' | 'knownOn'>): readonly Change[] {
  let asOf = at;
  for (;;) {
    const { changes, verdicts } = replay(treaty, entries, { ...options, asOf, knownOn: Math.max(asOf, ...entries.map(({ knownAt }) => knownAt)) });
    const ends = verdicts.filter((verdict) => runs(verdict, asOf)).map(({ deadline }) => deadline as Instant);
    const next = Math.max(asOf, ...ends.filter((end) => end <= at + HORIZON));
    if (next === asOf) return changes;
    asOf = next;
  }
}
