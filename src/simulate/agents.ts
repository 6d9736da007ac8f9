/**
 * Who may act on what, under which assumption: one slot for each clause and party, each with its own draws. Both drivers read this table, so that
 * a run makes the same draws whichever of them does it.
 */
import { addDuration, matchAct, type Text } from '../engine/index.js';
import type { Class } from '../explore/index.js';
import type { ActPattern, Deadline, Entry, Instant } from '../treaty/index.js';
import { betaOf, everyoneIn, meanOf, type Behaviour, type Chance, type Delay, type Rule } from './behaviour.js';
import { betaQuantile } from './beta.js';
import { draw, fraction, WHOLE } from './chance.js';

/** A chance the assumptions name; uncertain ones are drawn anew for each set of runs. */
export interface Parameter { readonly name: string; readonly chance: Chance }

export interface Slot {
  readonly kind: 'duty' | 'power' | 'ballot' | 'stimulus' | 'pledge';
  readonly clause: string;
  readonly member: string;
  /** 0 for what was first owed, n for the n-th step that follows its failure. */
  readonly stage: number;
  /** Parameters whose chances it chooses by, in the order of `choices`. */
  readonly chances: readonly number[];
  readonly delay: Delay;
  /** Causes that silence it, as bits. */
  readonly silencedBy: number;
  /** Per option, the classes of act it may use; for duties and powers the fitting one depends on whom the trigger met. */
  readonly options: readonly (readonly number[])[];
  readonly acts: readonly ActPattern[];
  readonly deadline?: Deadline;
  /** Pledges: amount in thousandths, unit, and ticks until it is ready. */
  readonly amount?: number;
  readonly readyTicks?: number;
}

export interface Table {
  readonly slots: readonly Slot[];
  readonly parameters: readonly Parameter[];
  /** Per cause the parameter that says how probable it is. */
  readonly causes: readonly number[];
  readonly tickMs: number;
  readonly start: Instant;
  /** Draws of one round: those of the causes, then one for each slot. */
  readonly width: number;
  readonly classes: readonly Class[];
  readonly notes: readonly string[];
}

export function tableOf(text: Text, classes: readonly Class[], behaviour: Behaviour, tickMs: number, start: Instant): Table {
  const { treaty, people } = text;
  const parameters: Parameter[] = [];
  const notes: string[] = [];
  const parameter = (name: string, chance: Chance): number => { parameters.push({ name, chance }); return parameters.length - 1; };
  const rules = behaviour.rules.map((rule) => {
    const who = `${rule.who.join(', ')}`;
    const of = rule.kind === 'votes' ? rule.decision : rule.kind === 'delivers' ? rule.what : rule.clause;
    const tail = of === undefined ? '' : ` ${of}`;
    const chances = rule.kind !== 'votes' ? [parameter(`${who} ${rule.kind}${tail}`, rule.chance)] : [parameter(`${who} for${tail}`, rule.for), parameter(`${who} against${tail}`, rule.against ?? 0), parameter(`${who} abstains${tail}`, rule.abstain ?? 0)];
    return { rule, names: everyoneIn(treaty, rule.who), chances };
  });
  const causes = behaviour.causes.map(({ name, chance }) => parameter(name, chance));
  const silences = behaviour.causes.map((one) => everyoneIn(treaty, one.silences));
  const silencedBy = (member: string): number => silences.reduce((bits, names, index) => (names.has(member) ? bits | (1 << index) : bits), 0);
  const ruleFor = (kind: Rule['kind'], member: string, clause: string) => [...rules].reverse().find(({ rule, names }) => rule.kind === kind && names.has(member) && clauseOf(rule, clause));
  const slots: Slot[] = [];
  const silent = new Set<string>();
  const everyone = [...treaty.parties.filter(({ name }) => people.isParty(name, start)), ...treaty.bodies, ...treaty.outsiders].map(({ name }) => name);
  const add = (kind: 'duty' | 'power', member: string, clause: string, stage: number, acts: readonly ActPattern[], deadline?: Deadline): void => {
    const found = ruleFor(kind === 'duty' ? 'performs' : 'exercises', member, clause);
    const able = classes.flatMap(({ kind: of, happening }, index) => (of !== 'ballot' && happening.actor.kind === 'one' && happening.actor.name === member && acts.some((pattern) => pattern.acts.includes(happening.act)) ? [index] : []));
    if (able.length === 0) return;
    if (!found) { if (kind === 'duty') silent.add(member); return; }
    slots.push({ kind, clause, member, stage, chances: found.chances, delay: found.rule.delay, silencedBy: silencedBy(member), options: [able], acts, ...(deadline ? { deadline } : {}) });
  };
  behaviour.stimuli.forEach(({ what, atHours, chance }) => {
    const fitting = classes.findIndex(({ label }) => label === what);
    const near = fitting >= 0 ? fitting : classes.findIndex(({ label, kind }) => kind !== 'ballot' && label.includes(what));
    if (near < 0) { notes.push(`no act of the treaty is called \`${what}\`: it never happens in these runs`); return; }
    slots.push({ kind: 'stimulus', clause: '', member: '', stage: 0, chances: [parameter(what, chance)], delay: { kind: 'after', hours: atHours }, silencedBy: 0, options: [[near]], acts: [] });
  });
  if (behaviour.stimuli.length === 0) {
    const first = classes.findIndex(({ kind }) => kind === 'stimulus');
    if (first < 0) notes.push('no act that opens something was found: the runs begin and nothing is done to anybody');
    else {
      notes.push(`what happens first, for want of another assumption: ${classes[first]?.label ?? ''}`);
      slots.push({ kind: 'stimulus', clause: '', member: '', stage: 0, chances: [parameter(classes[first]?.label ?? '', 1)], delay: { kind: 'after', hours: 0 }, silencedBy: 0, options: [[first]], acts: [] });
    }
  }
  for (const duty of text.duties) {
    const { content } = duty;
    if (content.kind !== 'achieve') continue;
    for (const member of everyone) {
      add('duty', member, duty.name, 0, content.acts, duty.deadline);
      duty.failingWhich.forEach((step, index) => { if (step.kind === 'shall') add('duty', member, duty.name, index + 1, step.acts, step.deadline); });
    }
  }
  for (const power of text.powers) for (const member of everyone) add('power', member, power.name, 0, power.acts, power.within && !('kind' in power.within) ? { kind: 'within', duration: power.within, fromTheAct: false, span: power.span } : undefined);
  for (const decision of text.decisions) for (const member of people.namesOf(decision.voters, {}, start) ?? []) {
    const found = ruleFor('votes', member, decision.name);
    if (!found) { silent.add(member); continue; }
    const options = ['for', 'against', 'abstain'].map((ballot) => classes.flatMap(({ kind, happening }, index) => (kind === 'ballot' && happening.actor.kind === 'one' && happening.actor.name === member && happening.arguments['decision'] === decision.name && happening.arguments['ballot'] === ballot ? [index] : [])));
    if (options.some((one) => one.length === 0)) continue;
    slots.push({ kind: 'ballot', clause: decision.name, member, stage: 0, chances: found.chances, delay: found.rule.delay, silencedBy: silencedBy(member), options, acts: [], ...(decision.closesAfter && !('kind' in decision.closesAfter) ? { deadline: { kind: 'within' as const, duration: decision.closesAfter, fromTheAct: false, span: decision.span } } : {}) });
  }
  for (const pledge of treaty.pledges) {
    if (typeof pledge.amount !== 'number') continue;
    const found = ruleFor('delivers', pledge.party, pledge.what);
    const ready = pledge.readyAfter && !('kind' in pledge.readyAfter) ? Math.ceil((addDuration(start, pledge.readyAfter, treaty.calendar) - start) / tickMs) : 0;
    const chances = found?.chances ?? [parameter(`${pledge.party} delivers ${pledge.what}`, 1)];
    if (!found) notes.push(`${pledge.party} is taken to deliver ${pledge.amount} ${pledge.what} as pledged, for want of another assumption`);
    slots.push({ kind: 'pledge', clause: pledge.what, member: pledge.party, stage: 0, chances, delay: found?.rule.delay ?? { kind: 'after', hours: 0 }, silencedBy: silencedBy(pledge.party), options: [[]], acts: [], amount: Math.round(pledge.amount * 1000), readyTicks: ready });
  }
  if (silent.size > 0) notes.push(`nothing is assumed of ${[...silent].sort().join(', ')}: taken to do nothing`);
  return { slots, parameters, causes, tickMs, start, width: causes.length + slots.length, classes, notes };
}

const clauseOf = (rule: Rule, clause: string): boolean => { const of = rule.kind === 'votes' ? rule.decision : rule.kind === 'delivers' ? rule.what : rule.clause; return of === undefined || of === clause; };

const PRIORS = 1;

/** The parameters' values in set `outer` of runs: uncertain ones by their quantile at a draw. */
export const valuesAt = ({ parameters }: Table, seed: number, outer: number): readonly number[] =>
  parameters.map(({ chance }, index) => (typeof chance === 'number' ? chance : betaQuantile(fraction(draw(seed, PRIORS, outer, index)), ...betaOf(chance))));

/** Every parameter at its mean, save one at a quantile of what is believed of it. */
export const valuesWith = ({ parameters }: Table, changed?: number, share = 0.5): readonly number[] =>
  parameters.map(({ chance }, index) => (index === changed && typeof chance !== 'number' ? betaQuantile(share, ...betaOf(chance)) : meanOf(chance)));

/** Upper ends, in 2^31sts, of the stretches of a draw that choose each option. Ballots whose chances add up to more than 1 are brought down to 1 together. */
export function thresholds(slot: Slot, values: readonly number[]): readonly number[] {
  const chances = slot.chances.map((index) => values[index] ?? 0);
  const whole = Math.max(1, chances.reduce((all, one) => all + one, 0));
  let sum = 0;
  return chances.map((one) => { sum += one; return Math.min(WHOLE, Math.round((sum / whole) * WHOLE)); });
}

/** Ticks of the window that runs from tick `now`; undefined where none does. */
export function windowAt({ deadline }: Slot, table: Table, text: Text, now: number): number | undefined {
  if (deadline?.kind === 'within' && !('kind' in deadline.duration)) return Math.floor((addDuration(table.start, deadline.duration, text.calendar) - table.start) / table.tickMs);
  if ((deadline?.kind === 'by' || deadline?.kind === 'before') && typeof deadline.instant === 'number') return Math.max(0, Math.floor((deadline.instant - table.start) / table.tickMs) - now);
  return undefined;
}

/** First and one past the last tick of delay. */
export function delaySpan(delay: Delay, tickMs: number, window: number | undefined): readonly [number, number] {
  const ticks = (hours: number): number => Math.floor((hours * 3_600_000) / tickMs);
  switch (delay.kind) {
    case 'after': return [ticks(delay.hours), ticks(delay.hours) + 1];
    case 'uniform': return [ticks(delay.from), Math.max(ticks(delay.to), ticks(delay.from) + 1)];
    case 'within': return [0, Math.max(1, window ?? 1)];
  }
}

/** What a draw makes of a slot: an option and its delay in ticks, or nothing. */
export function chosen(bits: number, ends: readonly number[], [from, to]: readonly [number, number]): { readonly option: number; readonly delay: number } | undefined {
  let begins = 0;
  for (let option = 0; option < ends.length; option += 1) {
    const end = ends[option] as number;
    if (bits < end) return { option, delay: from + Math.floor((bits - begins) * ((to - from) / (end - begins))) };
    begins = end;
  }
  return undefined;
}

/** The class by which a member does what a slot asks, given whom the trigger met. */
export function classFor(slot: Slot, option: number, table: Table, text: Text, bindings: Parameters<typeof matchAct>[3]): number | undefined {
  const able = slot.options[option] ?? [];
  if (slot.acts.length === 0) return able[0];
  return able.find((index) => {
    const happening = table.classes[index]?.happening;
    if (!happening) return false;
    const entry: Entry = { id: '', ...happening, occurred: { from: table.start, to: table.start }, knownAt: table.start };
    return slot.acts.some((pattern) => matchAct(text, pattern, entry, bindings, '')?.truth === 'true');
  });
}
