/** The static rules: what is missing or contradictory in a text, before anything happens. What needs search over behaviours is not here. */
import type { Diagnostic, Treaty } from '../../treaty/index.js';
import { clauseWithoutProse } from './clause-without-prose.js';
import { conflictOfEqualRank } from './conflict-of-equal-rank.js';
import { cyclicSequencing } from './cyclic-sequencing.js';
import { decisionWithoutWindow } from './decision-without-window.js';
import { dutyWithoutClaimant } from './duty-without-claimant.js';
import { dutyWithoutDeadline } from './duty-without-deadline.js';
import { dutyWithoutRemedy } from './duty-without-remedy.js';
import { immediatelyWithoutANumber } from './immediately-without-a-number.js';
import { leftOpen } from './left-open.js';
import { needsExceedPledges } from './needs-exceed-pledges.js';
import { outcomeLeadsNowhere } from './outcome-leads-nowhere.js';
import { partyWithoutStake } from './party-without-stake.js';
import { priorityCycle } from './priority-cycle.js';
import { proseWithoutClause } from './prose-without-clause.js';
import { sameInstantCycle } from './same-instant-cycle.js';
import { treatyWithoutExit } from './treaty-without-exit.js';
import { triggerNobodyCanEstablish } from './trigger-nobody-can-establish.js';
import { unusedReading } from './unused-reading.js';
import { unusedTerm } from './unused-term.js';
import { withdrawalStrandsBeneficiary } from './withdrawal-strands-beneficiary.js';
import { zoneWithoutDatedSource } from './zone-without-dated-source.js';
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [
  clauseWithoutProse,
  conflictOfEqualRank,
  cyclicSequencing,
  decisionWithoutWindow,
  dutyWithoutClaimant,
  dutyWithoutDeadline,
  dutyWithoutRemedy,
  immediatelyWithoutANumber,
  leftOpen,
  needsExceedPledges,
  outcomeLeadsNowhere,
  partyWithoutStake,
  priorityCycle,
  proseWithoutClause,
  sameInstantCycle,
  treatyWithoutExit,
  triggerNobodyCanEstablish,
  unusedReading,
  unusedTerm,
  withdrawalStrandsBeneficiary,
  zoneWithoutDatedSource,
];

/** Findings in the order of the text. The parser's own are not among them. */
export function checkTreaty(treaty: Treaty): readonly Diagnostic[] {
  const all = RULES.flatMap(({ id, severity, check }) => check(treaty).map((finding): Diagnostic => ({ id, severity, ...finding })));
  return all.sort((a, b) => a.span.offset - b.span.offset || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export type { Rule } from './rule.js';
