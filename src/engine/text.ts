/** A treaty made ready to judge by: names resolved to clauses under one reading, and an index from what may occur to the clauses it concerns. */
import { zoneTester, type Atlas, type ZoneTester } from '../geo/index.js';
import type {
  ActPattern, Calendar, Clause, Condition, Decision, Definition, Duration, Duty, Event, Instant, Permission, Power, Reservation, Treaty, Who,
} from '../treaty/index.js';
import { peopleOf, type People } from './people.js';
import { forAnyone, SELF_ROLES, speaksOfRole } from './roles.js';
import type { Bindings } from './situation.js';

/**
 * A clause waiting for an event. `index` tells which of several (`only after`) events of the clause it is; `revisable`, that a later finding may change what an earlier act was;
 * `scoped`, that the event speaks of roles, and so is asked of each life of the clause by what that life binds.
 */
export type Listener = { readonly revisable: boolean; readonly scoped: boolean } & (
  | { readonly role: 'definition'; readonly clause: Definition; readonly event: Event }
  | { readonly role: 'watch'; readonly index: number; readonly event: Event; readonly article: string }
  | { readonly role: 'trigger' | 'until' | 'window'; readonly clause: Duty; readonly event: Event }
  | { readonly role: 'only after'; readonly clause: Duty; readonly event: Event; readonly index: number }
  | { readonly role: 'power'; readonly clause: Power; readonly event: Event }
  | { readonly role: 'permission'; readonly clause: Permission; readonly event: Event }
  | { readonly role: 'opens'; readonly clause: Decision; readonly event: Event }
  | { readonly role: 'terminates'; readonly event: Event; readonly article: string });
type Unfiled = Listener extends infer L ? (L extends unknown ? Omit<L, 'revisable' | 'scoped'> : never) : never;

export interface Watch {
  /**
   * `window`: every occurrence a later count may need. `last`, `first`: of each truth the last, or the first (for what must follow an event). `all`: where a finding may
   * still change what an act was, so that an earlier one may come to count.
   */
  readonly keeps: 'window' | 'last' | 'first' | 'all';
  readonly event: Event;
  /** Who was meant where the event speaks of roles; it is remembered for anyone there. */
  readonly asked: readonly Who[];
  /** The `repeated` event it counts for. */
  readonly counts?: Extract<Event, { kind: 'repeated' }>;
}

export interface Text {
  readonly treaty: Treaty;
  /** Title of the reading whose clauses apply; absent for the common text. */
  readonly reading?: string;
  readonly calendar: Calendar;
  readonly people: People;
  readonly zones: ZoneTester;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly duties: readonly Duty[];
  readonly powers: readonly Power[];
  readonly permissions: readonly Permission[];
  readonly decisions: readonly Decision[];
  readonly reservations: ReadonlyMap<string, readonly Reservation[]>;
  /** Keys: `act:strike`, `moved:call`, `instrument`, `instant`. */
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  readonly watches: readonly Watch[];
  readonly watchOf: ReadonlyMap<object | string, number>;
  /** Acts that some clause may be performed, violated or exercised by. */
  readonly byContent: ReadonlyMap<string, readonly (Duty | Power)[]>;
  /** Acts that `ratified by …` conditions count. */
  readonly counted: ReadonlySet<string>;
  readonly findings: ReadonlySet<string>;
  readonly fixedInstants: readonly Instant[];
  /** Conditions under which the treaty as a whole is suspended. */
  readonly suspensions: readonly { readonly condition: Condition; readonly article: string }[];
  /** Duties that a change of conditions may move. */
  readonly reviewed: readonly Duty[];
  /** Powers that conditions or time may wake or put to sleep. */
  readonly reviewedPowers: readonly Power[];
  readonly survivors: ReadonlySet<string>;
  /** Conditions that forget: `has occurred within the last …`, per watch. */
  readonly forgetting: readonly { readonly index: number; readonly within: Duration }[];
  /** True where a finding that comes later can change what an earlier act was. */
  readonly revisable: boolean;
  /** Prohibitions whose verdict on an act a later finding can settle. */
  readonly revisableDuties: ReadonlySet<string>;
  /** Acts by which parties bind themselves one by one (`ratified by …`); empty where all are bound together. */
  readonly consent: readonly string[];
  /** Roles the clause speaks of outside its trigger: each binding of them has lives of its own. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** True where some condition changes with time alone or with other clauses' states. */
  readonly hasConditions: boolean;
}

/** A treaty under its common text or under each of its readings. */
export interface CompiledTreaty {
  readonly treaty: Treaty;
  readonly texts: readonly Text[];
}

/** One `Text` per reading; a treaty without readings has one. */
export function compile(treaty: Treaty, atlas: Atlas): CompiledTreaty {
  const zones = zoneTester(treaty, atlas);
  const titles: (string | undefined)[] = treaty.readings.length > 0 ? treaty.readings.map((reading) => reading.title) : [undefined];
  return { treaty, texts: titles.map((title) => compileText(treaty, zones, title)) };
}

function clausesUnder(treaty: Treaty, reading: string | undefined): Map<string, Clause> {
  const clauses = new Map<string, Clause>();
  for (const clause of treaty.clauses) if (clause.reading === undefined) clauses.set(clause.name, clause);
  for (const clause of treaty.clauses) if (clause.reading !== undefined && clause.reading === reading) clauses.set(clause.name, clause);
  return clauses;
}

function compileText(treaty: Treaty, zones: ZoneTester, reading: string | undefined): Text {
  const clauses = clausesUnder(treaty, reading);
  const all = [...clauses.values()];
  const ofKind = <K extends Clause['kind']>(kind: K): Extract<Clause, { kind: K }>[] =>
    all.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind);
  const definitions = new Map(ofKind('definition').map((definition) => [definition.name, definition]));
  const findings = new Set(treaty.findings.map((finding) => finding.name));

  const listeners = new Map<string, Listener[]>();
  const watches: Watch[] = [];
  const watchOf = new Map<object | string, number>();
  const counted = new Set<string>();
  const fixedInstants = new Set<Instant>();
  const forgetting: { index: number; within: Duration }[] = [];
  let revisable = false;
  let hasConditions = false;

  const listen = (unfiled: Unfiled): void => {
    const scoped = (unfiled.role === 'until' || unfiled.role === 'window' || unfiled.role === 'only after') && speaksOfRole(unfiled.event);
    const listener = { ...unfiled, revisable: eventTurnsOnFindings(unfiled.event, definitions), scoped } as Listener;
    revisable ||= listener.revisable;
    for (const key of keysOf(listener.event, new Set())) {
      const list = listeners.get(key);
      if (list) list.push(listener); else listeners.set(key, [listener]);
    }
  };

  function watch(key: object | string, written: Event, article: string, counts?: Watch['counts'], keeps: 'last' | 'first' = 'last'): void {
    if (watchOf.has(key)) return;
    const index = watches.length;
    watchOf.set(key, index);
    const { event, asked } = forAnyone(written);
    watches.push({ keeps: eventTurnsOnFindings(event, definitions) ? 'all' : counts ? 'window' : keeps, event, asked, ...(counts ? { counts } : {}) });
    surveyEvent(event, article);
    // Each alternative may have others standing in the places of its roles.
    for (const one of asked.length > 0 && event.kind === 'either' ? event.of : [event]) listen({ role: 'watch', index, event: one, article });
  }

  function surveyEvent(event: Event | undefined, article: string): void {
    if (!event) return;
    switch (event.kind) {
      // Filed under what it counts: the event itself may be remembered too, as what must lie behind.
      case 'repeated': watch(event.of, event.of, article, event); break;
      case 'either': event.of.forEach((one) => surveyEvent(one, article)); break;
      case 'guarded':
        surveyEvent(event.of, article);
        surveyCondition(event.when, article);
        surveyCondition(event.unless, article);
        break;
      case 'instant': fixedInstants.add(event.instant); break;
      default: break;
    }
  }

  function surveyCondition(condition: Condition | undefined, article: string): void {
    if (!condition) return;
    hasConditions = true;
    switch (condition.kind) {
      case 'and': case 'or': condition.of.forEach((one) => surveyCondition(one, article)); break;
      case 'not': surveyCondition(condition.of, article); break;
      case 'occurred':
        watch(condition, condition.event, article);
        if (condition.within) forgetting.push({ index: watchOf.get(condition) ?? 0, within: condition.within });
        break;
      case 'holds': {
        const definition = definitions.get(condition.name);
        if (definition?.meaning.kind === 'event') watch(condition.name, definition.meaning.event, article);
        break;
      }
      case 'acted': condition.acts.forEach((act) => counted.add(act)); break;
      default: break;
    }
  }

  function keysOf(event: Event, seen: Set<string>): Set<string> {
    const keys = new Set<string>();
    const add = (more: Iterable<string>): void => { for (const key of more) keys.add(key); };
    switch (event.kind) {
      case 'act': event.acts.forEach((act) => keys.add(`act:${act}`)); break;
      case 'finding': keys.add(`act:${event.finding}`); break;
      case 'becomes': keys.add(`moved:${event.clause}`); break;
      case 'instant': keys.add('instant'); break;
      case 'signature': case 'entry into force': keys.add('instrument'); break;
      case 'either': event.of.forEach((one) => add(keysOf(one, seen))); break;
      case 'repeated': case 'guarded': add(keysOf(event.of, seen)); break;
      case 'defined': {
        const definition = definitions.get(event.name);
        if (definition?.meaning.kind === 'event' && !seen.has(event.name)) {
          seen.add(event.name);
          add(keysOf(definition.meaning.event, seen));
        }
        break;
      }
      case 'to be agreed': break;
    }
    return keys;
  }

  for (const definition of definitions.values()) {
    if (definition.meaning.kind === 'event') {
      surveyEvent(definition.meaning.event, definition.article);
      listen({ role: 'definition', clause: definition, event: definition.meaning.event });
    } else surveyCondition(definition.meaning.condition, definition.article);
  }
  const duties = ofKind('duty');
  for (const duty of duties) {
    const trigger = triggerOf(duty);
    if (trigger) { surveyEvent(trigger, duty.article); listen({ role: 'trigger', clause: duty, event: trigger }); }
    const window = windowEventOf(duty);
    if (window) {
      surveyEvent(window, duty.article);
      listen({ role: 'window', clause: duty, event: window });
      watch(window, window, duty.article);
    }
    if (duty.until) { surveyEvent(duty.until, duty.article); listen({ role: 'until', clause: duty, event: duty.until }); }
    duty.onlyAfter.forEach((event, index) => {
      surveyEvent(event, duty.article);
      listen({ role: 'only after', clause: duty, event, index });
      watch(event, event, duty.article, undefined, 'first');
    });
    surveyCondition(duty.unless, duty.article);
    surveyCondition(duty.while, duty.article);
    surveyCondition(duty.suspendedWhile?.condition, duty.article);
    if (duty.content.kind === 'maintain') surveyCondition(duty.content.condition, duty.article);
  }
  const powers = ofKind('power');
  for (const power of powers) {
    if (power.trigger) { surveyEvent(power.trigger, power.article); listen({ role: 'power', clause: power, event: power.trigger }); }
    if (power.notBefore) {
      const { event } = power.notBefore;
      surveyEvent(event, power.article);
      watch(event, event, power.article, undefined, 'first');
      hasConditions = true;
    }
    surveyCondition(power.unless, power.article);
    surveyCondition(power.while, power.article);
  }
  const permissions = ofKind('permission');
  for (const permission of permissions) {
    if (permission.trigger) { surveyEvent(permission.trigger, permission.article); listen({ role: 'permission', clause: permission, event: permission.trigger }); }
    surveyCondition(permission.unless, permission.article);
    surveyCondition(permission.while, permission.article);
  }
  const decisions = ofKind('decision');
  for (const decision of decisions) { surveyEvent(decision.opens, decision.article); listen({ role: 'opens', clause: decision, event: decision.opens }); }
  for (const termination of treaty.terminations) {
    if (termination.when) { surveyEvent(termination.when, termination.article); listen({ role: 'terminates', event: termination.when, article: termination.article }); }
    surveyCondition(termination.while, termination.article);
  }
  surveyCondition(treaty.entryIntoForce?.when, treaty.entryIntoForce?.article ?? '');
  if (treaty.entryIntoForce?.on !== undefined) fixedInstants.add(treaty.entryIntoForce.on);
  for (const { from, until } of treaty.parties) for (const instant of [from, until]) if (instant !== undefined) fixedInstants.add(instant);

  const reservations = new Map<string, Reservation[]>();
  for (const reservation of ofKind('reservation')) {
    surveyCondition(reservation.unless, reservation.article);
    reservations.set(reservation.to, [...(reservations.get(reservation.to) ?? []), reservation]);
  }

  const byContent = new Map<string, (Duty | Power)[]>();
  const concerns = (patterns: readonly ActPattern[], clause: Duty | Power): void => {
    for (const act of new Set(patterns.flatMap((pattern) => pattern.acts))) byContent.set(act, [...(byContent.get(act) ?? []), clause]);
  };
  for (const duty of duties) {
    const patterns = duty.content.kind === 'achieve' || duty.content.kind === 'refrain' ? [...duty.content.acts] : [];
    concerns([...patterns, ...duty.failingWhich.flatMap((step) => step.acts)], duty);
  }
  for (const power of powers) concerns(power.acts, power);

  const suspensions = treaty.terminations.flatMap((one) => (one.kind === 'suspended' && one.while ? [{ condition: one.while, article: one.article }] : []));
  const { when } = treaty.entryIntoForce ?? {};
  const consent = [...new Set(when ? consentOf(when) : [])];
  for (const act of consent.length > 0 ? [...consent, 'accede'] : []) counted.add(act);
  const turning = (conditions: readonly (Condition | undefined)[]): boolean => conditions.some((one) => one !== undefined && turnsOnFindings(one, definitions));
  const revisableDuties = new Set(duties.filter((duty) => duty.content.kind === 'refrain' && turning([
    duty.unless, duty.while, ...(reservations.get(duty.name) ?? []).map((one) => one.unless), ...permissions.flatMap((one) => [one.unless, one.while]),
  ])).map((duty) => duty.name));
  revisable ||= revisableDuties.size > 0;
  const reviewed = duties.filter((duty) => duty.suspendedWhile || suspensions.length > 0 || duty.content.kind === 'maintain' || (duty.content.kind !== 'refrain' && (duty.unless || duty.while || reservations.has(duty.name))));

  return {
    treaty, ...(reading === undefined ? {} : { reading }), calendar: treaty.calendar, people: peopleOf(treaty), zones, clauses, definitions, duties, powers, suspensions, reviewed, reviewedPowers: powers.filter((power) => power.notBefore || power.while || suspensions.length > 0),
    permissions, decisions, reservations, listeners, watches, watchOf, byContent, counted, findings, revisableDuties, consent, roles: new Map(all.map((clause) => [clause.name, rolesOf(clause, definitions)])),
    fixedInstants: [...fixedInstants].sort((a, b) => a - b), survivors: new Set(treaty.survivals.flatMap((survival) => survival.clauses)), forgetting, revisable, hasConditions,
  };
}

/** What opens a duty: its `when`, else the event its window runs from; none means entry into force. */
export function triggerOf(duty: Duty): Event | undefined {
  if (duty.trigger) return duty.trigger;
  const { deadline } = duty;
  return deadline && (deadline.kind === 'within' || deadline.kind === 'immediately') ? deadline.of : undefined;
}

/** A separate event that starts the window of a duty already triggered by another. */
export function windowEventOf(duty: Duty): Event | undefined {
  const { deadline } = duty;
  return duty.trigger && deadline?.kind === 'within' ? deadline.of : undefined;
}

/** Whether a finding made later may change that an earlier act was this event. */
function eventTurnsOnFindings(event: Event, definitions: ReadonlyMap<string, Definition>, seen: ReadonlySet<string> = new Set()): boolean {
  switch (event.kind) {
    case 'guarded': return eventTurnsOnFindings(event.of, definitions, seen) || [event.when, event.unless].some((one) => one !== undefined && turnsOnFindings(one, definitions, seen));
    case 'either': return event.of.some((one) => eventTurnsOnFindings(one, definitions, seen));
    case 'repeated': return eventTurnsOnFindings(event.of, definitions, seen);
    case 'defined': {
      const meaning = definitions.get(event.name)?.meaning;
      return meaning?.kind === 'event' && !seen.has(event.name) && eventTurnsOnFindings(meaning.event, definitions, new Set([...seen, event.name]));
    }
    default: return false;
  }
}

/** Whether a condition asked of an act may be answered otherwise once a finding is made. */
function turnsOnFindings(condition: Condition, definitions: ReadonlyMap<string, Definition>, seen: ReadonlySet<string> = new Set()): boolean {
  const isFinding = (event: Event): boolean => event.kind === 'finding' || (event.kind === 'either' && event.of.some(isFinding)) || ((event.kind === 'guarded' || event.kind === 'repeated') && isFinding(event.of));
  switch (condition.kind) {
    case 'found': return true;
    case 'and': case 'or': return condition.of.some((one) => turnsOnFindings(one, definitions, seen));
    case 'not': return turnsOnFindings(condition.of, definitions, seen);
    case 'occurred': return isFinding(condition.event) || eventTurnsOnFindings(condition.event, definitions, seen);
    case 'holds': {
      const meaning = definitions.get(condition.name)?.meaning;
      if (!meaning || seen.has(condition.name)) return false;
      const deeper = new Set([...seen, condition.name]);
      return meaning.kind === 'state' ? turnsOnFindings(meaning.condition, definitions, deeper) : isFinding(meaning.event) || eventTurnsOnFindings(meaning.event, definitions, deeper);
    }
    default: return false;
  }
}

/** Acts of consent that the entry into force counts. */
function consentOf(condition: Condition): readonly string[] {
  if (condition.kind === 'acted') return condition.acts;
  return condition.kind === 'and' || condition.kind === 'or' ? condition.of.flatMap(consentOf) : [];
}

function rolesOf(clause: Clause, definitions: ReadonlyMap<string, Definition>): readonly string[] {
  const { trigger: _trigger, opens: _opens, ...rest } = clause as Clause & { readonly trigger?: Event; readonly opens?: Event };
  const roles = new Set<string>();
  const seen = new Set<string>();
  const take = (part: unknown): void => {
    const words = JSON.stringify(part);
    for (const found of words.matchAll(/"kind":"role","role":"([^"]+)"/g)) roles.add(found[1] ?? '');
    for (const [, name = ''] of words.matchAll(/"kind":"holds","name":"([^"]+)"/g)) {
      const meaning = definitions.get(name)?.meaning;
      if (meaning?.kind === 'state' && !seen.has(name)) { seen.add(name); take(meaning.condition); }
    }
  };
  take(rest);
  return [...roles].sort();
}

/** What of the bindings tells lives of the clause apart, beside who owes or holds it. */
export function bindingsKey(text: Text, clause: string, bindings: Bindings): string {
  const roles = text.roles.get(clause) ?? [];
  return roles.filter((role) => !SELF_ROLES.includes(role)).map((role) => `${role}=${(bindings[role] ?? []).join('+')}`).join(',');
}
