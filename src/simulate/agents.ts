/**
 * Who may act on what, under which assumption: one slot for each clause and party, each with its own draws. Both drivers read this table, so that
 * a run makes the same draws whichever of them does it.
 */
import { addDuration, matchAct, type Text } from '../engine/index.js';
import { labelOf, type Class } from '../explore/index.js';
import type { ActPattern, ArgumentTest, Deadline, Duty, Entry, Event, Instant } from '../treaty/index.js';
import { triggersOf } from './asked.js';
import { betaOf, eventKey, everyoneIn, meanOf, type Behaviour, type Chance, type Delay, type Rule } from './behaviour.js';
import { betaQuantile } from './beta.js';
import { draw, fraction, WHOLE } from './chance.js';
import { waysOf } from './happening.js';

/** A chance the assumptions name; uncertain ones are drawn anew for each set of runs. */
export interface Parameter { readonly name: string; readonly chance: Chance }

export interface Slot {
  /** `act`: what answers an event or is found, apart from anything owed. */
  readonly kind: 'duty' | 'power' | 'ballot' | 'stimulus' | 'pledge' | 'act';
  readonly clause: string;
  readonly member: string;
  /** 0 for what was first owed, n for the n-th step that follows its failure. */
  readonly stage: number;
  /** Parameters whose chances it chooses by, in the order of `options`. */
  readonly chances: readonly number[];
  /** Parts of those chances, where the options share one. */
  readonly shares?: readonly number[];
  readonly delay: Delay;
  /** Per option, where they differ. */
  readonly delays?: readonly Delay[];
  /** Causes that silence it, as bits. */
  readonly silencedBy: number;
  /** Per option, the classes of act it may use; for duties and powers the fitting one depends on whom the trigger met. */
  readonly options: readonly (readonly number[])[];
  /** All classes of an option, at one instant, in place of one of them. */
  readonly allOfThem?: boolean;
  readonly acts: readonly ActPattern[];
  readonly deadline?: Deadline;
  /** The definition it answers, each time that occurs, and the event it stands for. */
  readonly trigger?: string;
  readonly when?: Event;
  /** Again and again, each time so long after the last. */
  readonly again?: boolean;
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
  /** What is assumed that only the plain driver can do. */
  readonly beyond?: string;
}

type Acts = Extract<Rule, { kind: 'acts' }>;
type Casts = Extract<Rule, { kind: 'casts' }>;
const BALLOTS = ['for', 'against', 'abstain'] as const;

export function tableOf(text: Text, known: readonly Class[], behaviour: Behaviour, tickMs: number, start: Instant): Table {
  const { treaty, people } = text;
  const classes: Class[] = [...known];
  const parameters: Parameter[] = [];
  const notes: string[] = [];
  const beyond = new Set<string>();
  const triggers = triggersOf(behaviour);
  const parameter = (name: string, chance: Chance): number => { parameters.push({ name, chance }); return parameters.length - 1; };
  const rules = behaviour.rules.map((rule) => {
    const names = everyoneIn(treaty, rule.who);
    if ('words' in rule) return { rule, names, chances: [parameter(rule.words, rule.chance)] };
    const who = `${rule.who.join(', ')}`;
    const of = rule.kind === 'votes' ? rule.decision : rule.kind === 'delivers' ? rule.what : rule.clause;
    const tail = of === undefined ? '' : ` ${of}`;
    const chances = rule.kind !== 'votes' ? [parameter(`${who} ${rule.kind}${tail}`, rule.chance)] : [parameter(`${who} for${tail}`, rule.for), parameter(`${who} against${tail}`, rule.against ?? 0), parameter(`${who} abstains${tail}`, rule.abstain ?? 0)];
    return { rule, names, chances };
  });
  const used = new Set<Rule>();
  const causes = behaviour.causes.map(({ name, chance }) => parameter(name, chance));
  const silences = behaviour.causes.map((one) => everyoneIn(treaty, one.silences));
  const silencedBy = (...members: readonly string[]): number => silences.reduce((bits, names, index) => (members.some((member) => names.has(member)) ? bits | (1 << index) : bits), 0);
  const slots: Slot[] = [];
  const silent = new Set<string>();
  const everyone = [...treaty.parties.filter(({ name }) => people.isParty(name, start)), ...treaty.bodies, ...treaty.outsiders].map(({ name }) => name);
  const entryOf = ({ happening }: Class): Entry => ({ id: '', ...happening, occurred: { from: start, to: start }, knownAt: start });
  /** Classes by which this member does what a rule says, as far as roles nobody fills yet leave it open. */
  const done = new Map<Acts, Map<string, readonly number[]>>();
  const doneBy = (rule: Acts, member: string): readonly number[] => {
    const mine = done.get(rule) ?? new Map<string, readonly number[]>();
    done.set(rule, mine);
    const found = mine.get(member) ?? doneOf(rule, member);
    mine.set(member, found);
    return found;
  };
  const doneOf = (rule: Acts, member: string): readonly number[] => known.flatMap((one, index) => {
    const { kind, happening } = one;
    if (kind === 'ballot' || happening.actor.kind !== 'one' || happening.actor.name !== member) return [];
    return rule.acts.some((pattern) => pattern.acts.includes(happening.act) && (speaksOfRoles(pattern) || matchAct(text, pattern, entryOf(one), {}, '')?.truth !== 'false')) ? [index] : [];
  });
  const owes = (duty: Duty, member: string): boolean => JSON.stringify(duty.debtor).includes('"role"') || (people.namesOf(duty.debtor, {}, start)?.includes(member) ?? true);
  /** Where another act stands for all in the text's classes: the first of them with this actor, and with whom and what the rule says. */
  const doneAlike = (rule: Acts, member: string): readonly number[] => {
    const one = rule.acts.flatMap((pattern) => known.flatMap(({ kind, happening }): readonly Class[] => {
      if (kind === 'ballot' || kind === 'finding' || !pattern.acts.includes(happening.act)) return [];
      const facts = { ...happening.arguments, ...Object.fromEntries(pattern.tests.flatMap(({ argument, comparison, value }) => { const meant = satisfying(comparison, value); return meant === undefined ? [] : [[argument, meant]]; })) };
      const targets = (pattern.on ? people.namesOf(pattern.on, {}, start) : undefined) ?? [happening.on?.kind === 'one' ? happening.on.name : undefined];
      return targets.filter((on) => on !== member).map((on): Class => { const { on: _on, ...rest } = happening; const mine = { ...rest, actor: { kind: 'one' as const, name: member }, arguments: facts, ...(on === undefined ? {} : { on: { kind: 'one' as const, name: on } }) }; return { label: labelOf(mine), kind, happening: mine }; })
        .filter((own) => matchAct(text, pattern, entryOf(own), {}, '')?.truth === 'true');
    }))[0];
    if (!one) return [];
    const at = classes.findIndex(({ label }) => label === one.label);
    return [at >= 0 ? at : classes.push({ ...one, kind: 'stimulus' }) - 1];
  };
  const add = (kind: 'duty' | 'power', member: string, clause: string, stage: number, acts: readonly ActPattern[], deadline?: Deadline, bound = true): void => {
    const able = known.flatMap(({ kind: of, happening }, index) => (of !== 'ballot' && happening.actor.kind === 'one' && happening.actor.name === member && acts.some((pattern) => pattern.acts.includes(happening.act)) ? [index] : []));
    if (able.length === 0) return;
    let answered = false;
    for (const { rule, names, chances } of [...rules].reverse()) {
      if (!names.has(member)) continue;
      const fitting = rule.kind === 'acts' ? able.filter((index) => doneBy(rule, member).includes(index)) : rule.kind === (kind === 'duty' ? 'performs' : 'exercises') && clauseOf(rule, clause) ? able : [];
      if (fitting.length === 0) continue;
      if (rule.kind === 'acts' && rule.when) { answered = true; continue; }
      used.add(rule);
      slots.push({ kind, clause, member, stage, chances, delay: rule.delay, silencedBy: silencedBy(member), options: [fitting], acts, ...(deadline ? { deadline } : {}) });
      return;
    }
    if (!answered && bound && kind === 'duty') silent.add(member);
  };
  const begins = (chances: readonly number[], delay: Delay, options: Slot['options'], members: readonly string[], more: Partial<Slot> = {}): void => {
    slots.push({ kind: 'stimulus', clause: '', member: members[0] ?? '', stage: 0, chances, delay, silencedBy: silencedBy(...members), options, acts: [], ...more });
  };
  behaviour.stimuli.forEach(({ what, atHours, chance }) => {
    const fitting = known.findIndex(({ label }) => label === what);
    const near = fitting >= 0 ? fitting : known.findIndex(({ label, kind }) => kind !== 'ballot' && label.includes(what));
    if (near < 0) { notes.push(`no act of the treaty is called \`${what}\`: it never happens in these runs`); return; }
    begins([parameter(what, chance)], { kind: 'after', hours: atHours }, [[near]], []);
  });
  for (const one of behaviour.happens ?? []) {
    const found = waysOf(text, one);
    notes.push(...found.notes);
    const chance = parameter(one.words, one.chance);
    const indexes = found.ways.map(({ acts }) => acts.map((act) => { const at = classes.findIndex(({ label, happening }) => label === act.label && JSON.stringify(happening) === JSON.stringify(act.happening)); return at >= 0 ? at : classes.push(act) - 1; }));
    const one_ = found.ways.length === 1;
    begins(indexes.map(() => chance), one.delay, indexes, one.by, { ...(one_ ? {} : { shares: found.ways.map(({ share }) => share) }), ...(one.repeats ? { again: true } : {}), ...(one.by.length > 1 ? { allOfThem: true } : {}) });
    if (one.repeats) beyond.add('acts that happen again and again');
    if (!one_) beyond.add('facts that are drawn');
    if (one.by.length > 1) beyond.add('acts of several at one instant');
  }
  const beginning = slots.length;
  for (const duty of text.duties) {
    const { content } = duty;
    if (content.kind !== 'achieve') continue;
    for (const member of everyone) {
      add('duty', member, duty.name, 0, content.acts, duty.deadline, owes(duty, member));
      duty.failingWhich.forEach((step, index) => { if (step.kind === 'shall') add('duty', member, duty.name, index + 1, step.acts, step.deadline, owes(duty, member)); });
    }
  }
  for (const power of text.powers) for (const member of everyone) add('power', member, power.name, 0, power.acts, power.within && !('kind' in power.within) ? { kind: 'within', duration: power.within, fromTheAct: false, span: power.span } : undefined);
  for (const decision of text.decisions) for (const member of people.namesOf(decision.voters, {}, start) ?? []) {
    const options = BALLOTS.map((ballot) => known.flatMap(({ kind, happening }, index) => (kind === 'ballot' && happening.actor.kind === 'one' && happening.actor.name === member && happening.arguments['decision'] === decision.name && happening.arguments['ballot'] === ballot ? [index] : [])));
    const deadline = decision.closesAfter && !('kind' in decision.closesAfter) ? { deadline: { kind: 'within' as const, duration: decision.closesAfter, fromTheAct: false, span: decision.span } } : {};
    const cast = rules.filter(({ rule, names }) => rule.kind === 'casts' && rule.decision === decision.name && names.has(member)) as unknown as readonly { readonly rule: Casts; readonly chances: readonly number[] }[];
    const found = [...rules].reverse().find(({ rule, names }) => rule.kind === 'votes' && names.has(member) && clauseOf(rule, decision.name));
    if (!found && cast.length === 0) { silent.add(member); continue; }
    if (options.some((one) => one.length === 0)) continue;
    const slot: Omit<Slot, 'kind' | 'chances' | 'delay'> = { clause: decision.name, member, stage: 0, silencedBy: silencedBy(member), options, acts: [], ...deadline };
    if (cast.length === 0 && found) { slots.push({ ...slot, kind: 'ballot', chances: found.chances, delay: found.rule.delay }); continue; }
    for (const event of new Set(cast.map(({ rule }) => eventKey(rule.when)))) {
      const ways = BALLOTS.map((ballot) => [...cast].reverse().find(({ rule }) => rule.ballot === ballot && eventKey(rule.when) === event));
      for (const one of ways) if (one) used.add(one.rule);
      const [first] = ways.flatMap((one) => (one ? [one.rule] : []));
      if (!first) continue;
      const delays = ways.map((one) => one?.rule.delay ?? first.delay);
      const alike = delays.every((one) => JSON.stringify(one) === JSON.stringify(first.delay));
      const trigger = triggers.get(event)?.name;
      if (!alike) beyond.add('votes that take unlike times');
      if (trigger !== undefined) beyond.add('what answers an event');
      slots.push({ ...slot, kind: trigger === undefined ? 'ballot' : 'act', chances: ways.map((one) => one?.chances[0] ?? never(parameters)), delay: first.delay, ...(alike ? {} : { delays }), ...(trigger === undefined ? {} : { trigger }), ...(first.when ? { when: first.when } : {}) });
    }
  }
  for (const { rule, names, chances: [chance = 0] } of rules) {
    if (rule.kind !== 'acts' && rule.kind !== 'finds') continue;
    const trigger = rule.when ? triggers.get(eventKey(rule.when))?.name : undefined;
    for (const member of names) {
      // What the text makes a duty or a power counts from then; what it does not, from the beginning.
      if (rule.kind === 'acts' && trigger === undefined && (used.has(rule) || overruled(rule, member, rules))) continue;
      const able = rule.kind === 'acts' ? [doneBy(rule, member).length > 0 ? doneBy(rule, member) : doneAlike(rule, member)] : findingsOf(known, rule.finding, member, rule.names);
      for (const classesOf of able) {
        if (classesOf.length === 0) continue;
        used.add(rule);
        if (rule.kind === 'acts' && trigger === undefined) { begins([chance], rule.delay, [classesOf], [member]); continue; }
        beyond.add(trigger === undefined ? 'findings somebody makes' : 'what answers an event');
        slots.push({ kind: 'act', clause: '', member, stage: 0, chances: [chance], delay: rule.delay, silencedBy: silencedBy(member), options: [classesOf], acts: rule.kind === 'acts' ? rule.acts : [], ...(trigger === undefined ? {} : { trigger }), ...(rule.when ? { when: rule.when } : {}) });
      }
    }
  }
  if (!slots.some(({ kind }) => kind === 'stimulus')) {
    const first = known.findIndex(({ kind }) => kind === 'stimulus');
    if (first < 0) notes.push('no act that opens something was found: the runs begin and nothing is done to anybody');
    else {
      notes.push(`what happens first, for want of another assumption: ${known[first]?.label ?? ''}`);
      begins([parameter(known[first]?.label ?? '', 1)], { kind: 'after', hours: 0 }, [[first]], []);
      slots.splice(beginning, 0, ...slots.splice(-1));
    }
  }
  for (const pledge of treaty.pledges) {
    if (typeof pledge.amount !== 'number') continue;
    const found = [...rules].reverse().find(({ rule, names }) => rule.kind === 'delivers' && names.has(pledge.party) && clauseOf(rule, pledge.what));
    const ready = pledge.readyAfter && !('kind' in pledge.readyAfter) ? Math.ceil((addDuration(start, pledge.readyAfter, treaty.calendar) - start) / tickMs) : 0;
    const chances = found?.chances ?? [parameter(`${pledge.party} delivers ${pledge.what}`, 1)];
    if (!found) notes.push(`${pledge.party} is taken to deliver ${pledge.amount} ${pledge.what} as pledged, for want of another assumption`);
    slots.push({ kind: 'pledge', clause: pledge.what, member: pledge.party, stage: 0, chances, delay: found?.rule.delay ?? { kind: 'after', hours: 0 }, silencedBy: silencedBy(pledge.party), options: [[]], acts: [], amount: Math.round(pledge.amount * 1000), readyTicks: ready });
  }
  const idle = behaviour.rules.flatMap((rule) => ('words' in rule && !used.has(rule) ? [rule.words] : []));
  if (idle.length > 0) notes.push(`bears on nothing that is asked, and is left out: ${idle.join('; ')}`);
  if (silent.size > 0) notes.push(`nothing is assumed of ${[...silent].sort().join(', ')}: taken to do nothing`);
  return { slots, parameters, causes, tickMs, start, width: causes.length + slots.length, classes, notes, ...(beyond.size > 0 ? { beyond: [...beyond].join(', ') } : {}) };
}

/** A value that meets a test; undefined where the class's own may. */
function satisfying(comparison: ArgumentTest['comparison'], value: ArgumentTest['value']): number | string | undefined {
  if (typeof value === 'string') return comparison === 'is' ? value : undefined;
  if (Array.isArray(value)) return comparison === 'one of' ? (value as readonly string[])[0] : undefined;
  if (typeof value !== 'number') return undefined;
  return comparison === 'more than' ? value + 1 : comparison === 'less than' ? value - 1 : comparison === 'is not' ? undefined : value;
}

const speaksOfRoles = (pattern: ActPattern): boolean => JSON.stringify([pattern.by, pattern.on]).includes('"role"');

/** A parameter that never comes true. */
function never(parameters: Parameter[]): number {
  const at = parameters.findIndex(({ name }) => name === 'never');
  return at >= 0 ? at : parameters.push({ name: 'never', chance: 0 }) - 1;
}

/** A later rule says of the same act of the same member something else. */
function overruled(rule: Acts, member: string, rules: readonly { readonly rule: Rule; readonly names: ReadonlySet<string> }[]): boolean {
  const later = rules.slice(rules.findIndex((one) => one.rule === rule) + 1);
  return later.some(({ rule: other, names }) => other.kind === 'acts' && other.when === undefined && names.has(member) && JSON.stringify(other.acts, noSpan) === JSON.stringify(rule.acts, noSpan));
}
const noSpan = (key: string, value: unknown): unknown => (key === 'span' ? undefined : value);

/** One set of classes for each whom the finding names. */
function findingsOf(classes: readonly Class[], finding: string, maker: string, names: readonly string[]): readonly (readonly number[])[] {
  const mine = classes.flatMap(({ kind, happening }, index) => (kind === 'finding' && happening.act === finding && happening.actor.kind === 'one' && happening.actor.name === maker && happening.arguments['finds'] !== 'no' ? [{ index, on: happening.on }] : []));
  return names.length === 0 ? [mine.map(({ index }) => index)] : names.map((name) => mine.filter(({ on }) => on?.kind === 'one' && on.name === name).map(({ index }) => index));
}

const clauseOf = (rule: Rule, clause: string): boolean => { const of = rule.kind === 'votes' || rule.kind === 'casts' ? rule.decision : rule.kind === 'delivers' ? rule.what : rule.kind === 'performs' || rule.kind === 'exercises' ? rule.clause : ''; return of === undefined || of === clause; };

const PRIORS = 1;

/** The parameters' values in set `outer` of runs: uncertain ones by their quantile at a draw. */
export const valuesAt = ({ parameters }: Table, seed: number, outer: number): readonly number[] =>
  parameters.map(({ chance }, index) => (typeof chance === 'number' ? chance : betaQuantile(fraction(draw(seed, PRIORS, outer, index)), ...betaOf(chance))));

/** Every parameter at its mean, save one at a quantile of what is believed of it. */
export const valuesWith = ({ parameters }: Table, changed?: number, share = 0.5): readonly number[] =>
  parameters.map(({ chance }, index) => (index === changed && typeof chance !== 'number' ? betaQuantile(share, ...betaOf(chance)) : meanOf(chance)));

/** Upper ends, in 2^31sts, of the stretches of a draw that choose each option. Ballots whose chances add up to more than 1 are brought down to 1 together. */
export function thresholds(slot: Slot, values: readonly number[]): readonly number[] {
  const chances = slot.chances.map((index, option) => (values[index] ?? 0) * (slot.shares?.[option] ?? 1));
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
    case 'between': return [ticks(delay.from), Math.max(ticks(delay.to), ticks(delay.from)) + 1];
    case 'within': return [0, Math.max(1, window ?? 1)];
  }
}

/** What a draw makes of a slot: an option and its delay in ticks, or nothing. */
export function chosen(bits: number, ends: readonly number[], span: readonly [number, number] | ((option: number) => readonly [number, number])): { readonly option: number; readonly delay: number } | undefined {
  let begins = 0;
  for (let option = 0; option < ends.length; option += 1) {
    const end = ends[option] as number;
    if (bits < end) {
      const [from, to] = typeof span === 'function' ? span(option) : span;
      return { option, delay: from + Math.floor((bits - begins) * ((to - from) / (end - begins))) };
    }
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
