/** The static rules: what is missing or contradictory in a text, before anything happens. What needs search over behaviours is not here. */
import type { Diagnostic, Treaty } from '../../treaty/index.js';
import { clauseWithoutProse } from './clause-without-prose.js';
import { conflictOfEqualRank } from './conflict-of-equal-rank.js';
import { constraintWithoutSource } from './constraint-without-source.js';
import { cyclicSequencing } from './cyclic-sequencing.js';
import { decisionWithoutWindow } from './decision-without-window.js';
import { dutyWithoutClaimant } from './duty-without-claimant.js';
import { dutyWithoutDeadline } from './duty-without-deadline.js';
import { dutyWithoutRemedy } from './duty-without-remedy.js';
import { everyOptionExcluded } from './every-option-excluded.js';
import { immediatelyWithoutANumber } from './immediately-without-a-number.js';
import { issueWithoutOption } from './issue-without-option.js';
import { leftOpen } from './left-open.js';
import { needsExceedPledges } from './needs-exceed-pledges.js';
import { optionExcludedByAll } from './option-excluded-by-all.js';
import { orderOfPositionsUnknown } from './order-of-positions-unknown.js';
import { outcomeLeadsNowhere } from './outcome-leads-nowhere.js';
import { partyWithoutStake } from './party-without-stake.js';
import { positionOfPartyNotRequired } from './position-of-party-not-required.js';
import { positionWithoutSource } from './position-without-source.js';
import { priorityCycle } from './priority-cycle.js';
import { proseWithoutClause } from './prose-without-clause.js';
import { redLineWithoutStatement } from './red-line-without-statement.js';
import { sameInstantCycle } from './same-instant-cycle.js';
import { speakerOutOfOffice } from './speaker-out-of-office.js';
import { treatyWithoutExit } from './treaty-without-exit.js';
import { triggerNobodyCanEstablish } from './trigger-nobody-can-establish.js';
import { twoPositionsAtOneInstant } from './two-positions-at-one-instant.js';
import { unusedReading } from './unused-reading.js';
import { unusedTerm } from './unused-term.js';
import { voiceOfAnother } from './voice-of-another.js';
import { withdrawalStrandsBeneficiary } from './withdrawal-strands-beneficiary.js';
import { zoneWithoutDatedSource } from './zone-without-dated-source.js';
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [
  clauseWithoutProse,
  conflictOfEqualRank,
  constraintWithoutSource,
  cyclicSequencing,
  decisionWithoutWindow,
  dutyWithoutClaimant,
  dutyWithoutDeadline,
  dutyWithoutRemedy,
  everyOptionExcluded,
  immediatelyWithoutANumber,
  issueWithoutOption,
  leftOpen,
  needsExceedPledges,
  optionExcludedByAll,
  orderOfPositionsUnknown,
  outcomeLeadsNowhere,
  partyWithoutStake,
  positionOfPartyNotRequired,
  positionWithoutSource,
  priorityCycle,
  proseWithoutClause,
  redLineWithoutStatement,
  sameInstantCycle,
  speakerOutOfOffice,
  treatyWithoutExit,
  triggerNobodyCanEstablish,
  twoPositionsAtOneInstant,
  unusedReading,
  unusedTerm,
  voiceOfAnother,
  withdrawalStrandsBeneficiary,
  zoneWithoutDatedSource,
];

/** Findings in the order of the text. The parser's own are not among them. */
export function checkTreaty(treaty: Treaty): readonly Diagnostic[] {
  const all = RULES.filter(({ treatiesOnly }) => !(treatiesOnly && treaty.document === 'negotiation')).flatMap(({ id, severity, check }) => check(treaty).map((finding): Diagnostic => ({ id, severity, ...finding })));
  return all.sort((a, b) => a.span.offset - b.span.offset || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export type { Rule } from './rule.js';
