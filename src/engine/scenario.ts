/** Scenarios: a told story as a record with full coverage, judged like any other, and what was expected of it. */
import type { Change, Entry, Expectation, Instant, NormState, Place, Reason, Scenario, ScenarioStep, Treaty, Verdict } from '../treaty/index.js';
import { isState } from './conditions.js';
import { inOrder, replay, verdictsOf } from './replay.js';
import type { CompiledTreaty, Text } from './text.js';

/** 1 January 2026, 00:00 UTC: where a scenario that names no date begins. */
export const DEFAULT_START: Instant = Date.UTC(2026, 0, 1);

const BINDING_ACTS = new Set(['sign', 'ratify', 'accede', 'enact-ratification']);

export interface ScenarioResult {
  readonly expectation: Expectation;
  readonly outcome: 'passed' | 'failed';
  /** What the text makes of it, in one or two words. */
  readonly actual: string;
  readonly reasons: readonly Reason[];
}

export interface ScenarioRun {
  readonly startsAt: Instant;
  /** The start, where no step of the story binds a party to the treaty. */
  readonly inForceFrom?: Instant;
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
  readonly verdicts: readonly Verdict[];
  readonly results: readonly ScenarioResult[];
}

/** The scenario's steps as entries; ids are the number of the step and the actor. */
export function entriesOfScenario(treaty: Treaty, scenario: Scenario): readonly Entry[] {
  const start = scenario.starts ?? DEFAULT_START;
  const findings = new Set(treaty.findings.map((finding) => finding.name));
  return scenario.steps.flatMap((step, index) => step.by.map((actor): Entry => entryOf(step, `${index + 1}-${actor}`, actor, start, findings)));
}

const LIKELIHOODS = ['remote', 'unlikely', 'doubtful', 'even', 'likely', 'very likely', 'almost certain'] as const;

function entryOf(step: ScenarioStep, id: string, actor: string, start: Instant, findings: ReadonlySet<string>): Entry {
  const at = start + step.afterMs;
  const { likelihood, names, ...others } = step.arguments;
  const on = step.on ?? (findings.has(step.act) && names !== undefined ? String(names) : undefined);
  const word = LIKELIHOODS.find((one) => one === likelihood);
  const place: Place | undefined = step.place === undefined ? undefined : typeof step.place === 'string' ? { name: step.place } : { ...step.place, withinKm: 0 };
  return {
    id, act: step.act, actor: { kind: 'one', name: actor }, arguments: others, occurred: { from: at, to: at }, knownAt: at,
    ...(on === undefined ? {} : { on: { kind: 'one' as const, name: on } }), ...(place ? { place } : {}), ...(word ? { assurance: { likelihood: word } } : {}),
  };
}

/** `supposed` are entries added to the story; without them it is judged as told. */
export function runScenario(treaty: CompiledTreaty, scenario: Scenario, supposed: readonly Entry[] = []): ScenarioRun {
  const startsAt = scenario.starts ?? DEFAULT_START;
  const entries = [...entriesOfScenario(treaty.treaty, scenario), ...supposed].sort(inOrder);
  const last = Math.max(startsAt, ...entries.map((entry) => entry.occurred.to), ...scenario.expectations.map((one) => startsAt + one.afterMs));
  const binds = entries.some((entry) => BINDING_ACTS.has(entry.act));
  const judged = (text: Text): readonly Change[] =>
    replay({ treaty: treaty.treaty, texts: [text] }, entries, { asOf: last, knownOn: last, complete: true, ...(binds ? {} : { inForceFrom: startsAt }) }).changes;
  const perText = treaty.texts.map((text) => ({ text, changes: judged(text) }));
  const results = scenario.expectations.map((expectation) => {
    const each = perText.map(({ text, changes }) => compare(text, changes, expectation, startsAt + expectation.afterMs, !binds));
    const failed = each.find((one) => one.outcome === 'failed');
    return failed ?? each[0] ?? { expectation, outcome: 'failed' as const, actual: 'nothing', reasons: [] };
  });
  const whole = replay(treaty, entries, { asOf: last, knownOn: last, complete: true, ...(binds ? {} : { inForceFrom: startsAt }) });
  return { startsAt, ...(binds ? {} : { inForceFrom: startsAt }), entries, changes: whole.changes, verdicts: whole.verdicts, results };
}

function compare(text: Text, changes: readonly Change[], expectation: Expectation, at: Instant, assumed: boolean): ScenarioResult {
  const ofClause = verdictsOf(text, changes.filter((change) => change.at <= at)).filter((verdict) => verdict.clause === expectation.clause);
  // The treaty as a whole and its life for each party are told apart; where parties bind themselves together, the whole speaks for each.
  const named = ofClause.filter((verdict) => verdict.debtor === expectation.of || (typeof verdict.debtor === 'object' && expectation.of !== undefined && verdict.debtor.oneOf.includes(expectation.of)));
  const together = (assumed || text.consent.length === 0) && named.length === 0;
  const whole = expectation.clause === 'treaty' && (expectation.of === undefined || together);
  const verdicts = whole ? ofClause.filter((verdict) => verdict.debtor === undefined) : expectation.of === undefined ? ofClause : named;
  const actual = stateOf(text, expectation, verdicts);
  const matches = actual.state === expectation.state || isState(actual.state as Parameters<typeof isState>[0], expectation.state as Parameters<typeof isState>[1]);
  return { expectation, outcome: matches !== expectation.negated ? 'passed' : 'failed', actual: actual.state, reasons: actual.verdict?.reasons ?? [] };
}

const NOT_YET = { definition: 'false', duty: 'pending', power: 'dormant', permission: 'dormant', decision: 'pending', reservation: 'pending' } as const;

function stateOf(text: Text, expectation: Expectation, verdicts: readonly Verdict[]): { readonly state: string; readonly verdict?: Verdict } {
  const clause = text.clauses.get(expectation.clause);
  // Attempts without effect are told apart from what the clause itself has come to.
  const standing = verdicts.filter((verdict) => verdict.kind === 'definition' || verdict.state !== 'not in scope');
  // Where a clause has several lives at once, or nobody is named, one that is as expected speaks for it; otherwise the latest does.
  const several = expectation.of === undefined || (clause?.kind === 'duty' && (clause.forEach || clause.content.kind === 'refrain' || clause.content.kind === 'maintain' || (text.roles.get(clause.name)?.length ?? 0) > 0));
  const fitting = several ? standing.find((verdict) => stateWord(verdict) === expectation.state) ?? standing.find((verdict) => isState(stateWord(verdict) as NormState, expectation.state as NormState)) : undefined;
  const verdict = fitting ?? standing.at(-1);
  if (verdict) return { state: stateWord(verdict), verdict };
  return { state: clause ? NOT_YET[clause.kind] : expectation.clause === 'treaty' ? 'false' : 'unknown clause' };
}

const stateWord = (verdict: Verdict): string => (verdict.kind === 'definition' && verdict.state === 'not in scope' ? 'false' : verdict.state);
