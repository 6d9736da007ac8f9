/** The engine: `compile` a treaty, `begin`, `step` and `elapse`; `replay` and `runScenario` drive them over a record or a story. Nothing else decides anything. */
export { compile, type CompiledTreaty, type Text } from './text.js';
export { begin, elapse, step, type Beginning, type Followed } from './step.js';
export { admit, course, inOrder, judgementAt, replay, verdictsOf, type Checkpoint, type Course, type Judgement, type ReplayOptions } from './replay.js';
export { DEFAULT_START, entriesOfScenario, runScenario, type ScenarioResult, type ScenarioRun } from './scenario.js';
export { addDuration, dayTimeOf, durationWords, isoOf } from './calendar.js';
export { tally } from './decisions.js';
export { isState } from './conditions.js';
export { matchAct, testArgument } from './match.js';
export { speaksOfRole } from './roles.js';
export type { Situation, Instance, DecisionInstance } from './situation.js';
export { REMEDY_SUFFIX } from './draft.js';
export { inSentence } from './naming.js';
export { peopleOf } from './people.js';
export { changesBetween, changesInRecord, entriesOfPositions, negotiationAt, shiftsOf, standsAt, speakingOfStatements, statementFaults, statementOf, statementsOf, type StatementFault } from './negotiation/index.js';
export type { IssueChange, IssueStanding, IssueState, NegotiationReason, NegotiationRule, NegotiationState, Obstacle, PartyStance, Shift } from './negotiation/index.js';
export { rolesNeeded } from './specialised/standings.js';
