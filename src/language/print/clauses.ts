/** Clauses as sentences, one option a line where there are several. */
import type { Clause, Deadline, Decision, Definition, Duty, FailingWhich, Majority, Permission, Power } from '../../treaty/index.js';
import { condition, event, patterns, type Zones } from './events.js';
import { OPEN, duration, durationOrOpen, instantOrOpen, isOpen, number, numberOrOpen, quote, who } from './words.js';

export function clause(one: Clause, zones: Zones): string {
  const options = [...own(one, zones), ...common(one)];
  return `${one.reading === undefined ? '' : `under ${quote(one.reading)}, `}${head(one, zones)}${options.map((option) => `,\n  ${option}`).join('')}.`;
}

function head(one: Clause, zones: Zones): string {
  switch (one.kind) {
    case 'definition': return definition(one, zones);
    case 'duty': return duty(one, zones);
    case 'permission': return `permission ${one.name}: ${who(one.holder)} may ${patterns(one.acts, zones)}`;
    case 'power': return `power ${one.name}: ${who(one.holder)} may ${patterns(one.acts, zones)}`;
    case 'decision': return `decision ${one.name}: by ${who(one.voters)}`;
    case 'reservation': return `reservation ${one.name}: ${one.party} to ${one.to} unless ${condition(one.unless, zones)}`;
  }
}

const definition = ({ name, meaning }: Definition, zones: Zones): string =>
  (meaning.kind === 'event' ? `define ${name} as ${event(meaning.event, zones)}` : `define ${name} while ${condition(meaning.condition, zones)}`);

function duty(one: Duty, zones: Zones): string {
  const { content } = one;
  const plain = !one.jointly && !one.bestEffort;
  const shall = `${one.name}: ${who(one.debtor)}${one.jointly ? ' jointly' : ''} shall${one.bestEffort ? ' best effort' : ''}`;
  switch (content.kind) {
    case 'achieve': return `duty ${shall} ${patterns(content.acts, zones)}`;
    case 'maintain': return `duty ${shall} keep ${condition(content.condition, zones)}`;
    case 'refrain': return `${plain ? 'prohibition' : 'duty'} ${shall} not ${patterns(content.acts, zones)}`;
    case 'to be agreed': return `duty ${shall} ${OPEN}`;
  }
}

function own(one: Clause, zones: Zones): readonly string[] {
  switch (one.kind) {
    case 'definition': case 'reservation': return [];
    case 'duty': return dutyOptions(one, zones);
    case 'permission': return permissionOptions(one, zones);
    case 'power': return [...permissionOptions(one, zones), ...powerOptions(one, zones)];
    case 'decision': return decisionOptions(one, zones);
  }
}

const common = (one: Clause): readonly string[] => [
  ...one.priorities.map((priority) => `${priority.kind} ${priority.clause}`), ...(one.source ? [`source ${quote(one.source.text)}`] : []), ...(one.status ? [`status ${one.status}`] : []),
];

function dutyOptions(one: Duty, zones: Zones): readonly string[] {
  return [
    ...(one.owedTo ? [`owed to ${who(one.owedTo)}`] : []),
    ...(one.trigger ? [`${one.forEach ? 'for each' : 'when'} ${event(one.trigger, zones)}`] : []),
    ...(one.deadline ? [deadline(one.deadline, zones)] : []),
    ...(one.until ? [`until ${event(one.until, zones)}`] : []),
    ...one.onlyAfter.map((awaited) => `only after ${event(awaited, zones)}`),
    ...(one.unless ? [`unless ${condition(one.unless, zones)}`] : []),
    ...(one.suspendedWhile ? [`suspended while ${condition(one.suspendedWhile.condition, zones)}, the clock ${one.suspendedWhile.stopsClock ? 'stops' : 'runs'}`] : []),
    ...(one.while ? [`while ${condition(one.while, zones)}`] : []),
    ...one.failingWhich.map((step) => failing(step, zones)),
  ];
}

function deadline(one: Deadline, zones: Zones): string {
  switch (one.kind) {
    case 'within': return `within ${durationOrOpen(one.duration)}${one.of ? ` of ${event(one.of, zones)}` : ''}${one.fromTheAct ? ' from the act' : ''}`;
    case 'immediately': return `immediately${one.of ? ` after ${event(one.of, zones)}` : ''}`;
    case 'by': case 'before': return `${one.kind} ${instantOrOpen(one.instant)}`;
  }
}

function failing(step: FailingWhich, zones: Zones): string {
  if (step.kind === 'may') return `failing which ${who(step.who)} may ${patterns(step.acts, zones)}${step.within ? ` within ${durationOrOpen(step.within)}` : ''}`;
  return `failing which it shall ${patterns(step.acts, zones)}${step.deadline?.kind === 'within' ? ` within ${durationOrOpen(step.deadline.duration)}` : ''}`;
}

const permissionOptions = (one: Permission | Power, zones: Zones): readonly string[] => [
  ...(one.trigger ? [`when ${event(one.trigger, zones)}`] : []),
  ...(one.unless ? [`unless ${condition(one.unless, zones)}`] : []),
  ...(one.while ? [`while ${condition(one.while, zones)}`] : []),
];

const powerOptions = (one: Power, zones: Zones): readonly string[] => [
  ...(one.within ? [`within ${durationOrOpen(one.within)}`] : []),
  ...(one.effectiveAfter ? [`effective ${durationOrOpen(one.effectiveAfter)} after notice`] : []),
  ...(one.notBefore ? [`only after ${one.notBefore.duration ? `${isOpen(one.notBefore.duration) ? OPEN : duration(one.notBefore.duration)} of ` : ''}${event(one.notBefore.event, zones)}`] : []),
  ...(one.repeatable ? ['repeatable'] : []),
];

function decisionOptions(one: Decision, zones: Zones): readonly string[] {
  return [
    ...one.excluding.map((whom) => `excluding ${who(whom)}`),
    ...(isOpen(one.opens) && one.opens.span.end === 0 ? [] : [`opens when ${event(one.opens, zones)}`]),
    ...(one.closesAfter ? [`closes after ${durationOrOpen(one.closesAfter)}`] : []),
    ...(one.quorum === undefined ? [] : [`quorum ${numberOrOpen(one.quorum)}`]),
    ...(isOpen(one.majority) && one.majority.span.end === 0 ? [] : [`adopted by ${isOpen(one.majority) ? OPEN : majority(one.majority)}${one.base === 'votes cast' ? ' of votes cast' : ''}`]),
    ...(one.weights.length > 0 ? [`weights ${one.weights.map(({ party, weight }) => `${party} ${number(weight)}`).join(', ')}`] : []),
    ...one.veto.map((whom) => `veto by ${who(whom)}`),
    ...(one.silence === 'nothing' ? [] : [`silence is ${one.silence}${one.silenceCountsToQuorum ? ' and counts to the quorum' : ''}`]),
    ...(one.abstention === 'nothing' ? [] : [`abstention is ${one.abstention}`]),
    ...(one.ballotsMayBeChanged ? ['ballots may be changed'] : []),
    ...one.outcomes.map(({ on, becomes, ends }) => `if ${on} ${ends || becomes === undefined ? 'the matter ends' : becomes}`),
  ];
}

function majority(one: Majority): string {
  switch (one.kind) {
    case 'unanimity': return 'unanimity';
    case 'count': return number(one.count);
    case 'weight': return `weight ${number(one.atLeast)}`;
    case 'share': return one.denominator === 2 ? 'a majority' : one.denominator === 3 ? 'two thirds' : 'three quarters';
  }
}
