/**
 * What is assumed of those who act: how probable it is that each does what falls due, and how soon; how votes are cast; what silences several at once;
 * what they react to. Assumptions, never forecasts: each may name its source.
 */
import { DEFAULT_START, peopleOf } from '../engine/index.js';
import type { ActPattern, DrawnFact, Event, Place, Treaty } from '../treaty/index.js';

/** A chance: known, or uncertain as a Beta or by a count (`hits` of `of`, taken as Beta(hits + 1/2, of - hits + 1/2), Jeffreys' prior). */
export type Chance =
  | number
  | { readonly kind: 'beta'; readonly a: number; readonly b: number; readonly source?: string }
  | { readonly kind: 'count'; readonly hits: number; readonly of: number; readonly source: string; readonly definition?: string };

/** How long after it falls due. `within` is anywhere in the window that runs, alike probable. */
export type Delay =
  | { readonly kind: 'after'; readonly hours: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  /** Evenly between the two, both included: as a text says it. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'within' };

/** What only a text says of a rule: in its words, its line, and what it answers. Absent: from when it is owed or may be done. */
interface Said { readonly words: string; readonly line: number; readonly who: readonly string[]; readonly chance: Chance; readonly delay: Delay; readonly when?: Event }

/** `who`: parties or groups by name; `everyone` stands for all. The last rule that fits decides. `clause`: of this clause alone. */
export type Rule =
  | { readonly kind: 'performs' | 'exercises'; readonly who: readonly string[]; readonly clause?: string; readonly chance: Chance; readonly delay: Delay }
  /** What is left of `for`, `against` and `abstain` is silence. */
  | { readonly kind: 'votes'; readonly who: readonly string[]; readonly decision?: string; readonly for: Chance; readonly against?: Chance; readonly abstain?: Chance; readonly delay: Delay }
  /** Forces pledged arrive: with this chance, so long after they are ready. */
  | { readonly kind: 'delivers'; readonly who: readonly string[]; readonly what?: string; readonly chance: Chance; readonly delay: Delay }
  /** An act: performs what is owed, uses a power, or, where nothing of the text speaks of it so, is done once from the beginning. */
  | Said & { readonly kind: 'acts'; readonly acts: readonly ActPattern[] }
  /** One way of voting; those of one voter on one decision are drawn together. */
  | Said & { readonly kind: 'casts'; readonly decision: string; readonly ballot: 'for' | 'against' | 'abstain' }
  | Said & { readonly kind: 'finds'; readonly finding: string; readonly names: readonly string[] };

/** An act that answers nothing: once, or again and again, each time so long after the last. `by` all of them, at one instant; `on` one of them, each alike probable. */
export interface Happens {
  readonly words: string;
  readonly line: number;
  readonly act: string;
  readonly by: readonly string[];
  readonly on: readonly string[];
  readonly place?: Place;
  readonly facts: Readonly<{ [name: string]: DrawnFact }>;
  readonly repeats: boolean;
  readonly delay: Delay;
  readonly chance: Chance;
}

/** Something that keeps all of a group from acting, together. */
export interface Cause { readonly name: string; readonly chance: Chance; readonly silences: readonly string[] }

/** What is done to the treaty's parties (or found): a class of act by its label or part of it, so many hours after the start, with a chance. */
export interface Stimulus { readonly what: string; readonly atHours: number; readonly chance: Chance }

export interface Behaviour {
  readonly name: string;
  readonly source?: string;
  readonly rules: readonly Rule[];
  readonly causes: readonly Cause[];
  /** Empty, and nothing happens by itself: for each claim the first act, in the order of the text, by which what it speaks of can occur. */
  readonly stimuli: readonly Stimulus[];
  readonly happens?: readonly Happens[];
}

/** A fault of an assumption: what is wrong, and what would help. */
export interface Fault { readonly message: string; readonly help: string }

const EVERYONE = 'everyone';

export function everyoneIn(treaty: Treaty, who: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const one of who) {
    if (one === EVERYONE) for (const { name } of [...treaty.parties, ...treaty.bodies, ...treaty.outsiders]) names.add(name);
    const members = treaty.groups.find(({ name }) => name === one)?.members;
    if (Array.isArray(members)) for (const name of members as readonly string[]) names.add(name);
    else names.add(one);
  }
  return names;
}

/** Everything about the assumptions that cannot be used; empty where all can. */
export function faultsOf(treaty: Treaty, behaviour: Behaviour): readonly Fault[] {
  const faults: Fault[] = [];
  const names = new Set([EVERYONE, ...[...treaty.parties, ...treaty.groups, ...treaty.bodies, ...treaty.outsiders].map(({ name }) => name)]);
  const named = (who: readonly string[], where: string): void => {
    if (who.length === 0) faults.push({ message: `${where} names nobody`, help: 'name parties or groups of the treaty, or `everyone`' });
    for (const one of who) if (!names.has(one)) faults.push({ message: `\`${one}\` in ${where} is no party, group or body of the treaty`, help: `it knows ${[...names].join(', ')}` });
  };
  const chance = (one: Chance | undefined, where: string): void => { const fault = one === undefined ? undefined : faultOfChance(one, where); if (fault) faults.push(fault); };
  const delay = (one: Delay, where: string): void => {
    const hours = one.kind === 'after' ? [one.hours] : one.kind === 'uniform' || one.kind === 'between' ? [one.from, one.to] : [];
    if (hours.some((value) => !Number.isFinite(value) || value < 0)) faults.push({ message: `a delay in ${where} is no number of hours from 0`, help: 'give hours, such as 12 to 48' });
    else if ((one.kind === 'uniform' || one.kind === 'between') && one.to < one.from) faults.push({ message: `the delay in ${where} ends at ${one.to} hours, before it begins at ${one.from}`, help: 'put the shorter first' });
  };
  behaviour.rules.forEach((rule, index) => {
    const where = 'line' in rule ? `line ${rule.line} (${rule.words})` : `rule ${index + 1} (${rule.who.join(', ')} ${rule.kind})`;
    named(rule.who, where);
    delay(rule.delay, where);
    if (rule.kind !== 'votes') chance(rule.chance, where);
    else {
      for (const one of [rule.for, rule.against, rule.abstain]) chance(one, where);
      const sum = [rule.for, rule.against, rule.abstain].reduce<number>((total, one) => total + (one === undefined ? 0 : meanOf(one)), 0);
      if (sum > 1 + 1e-9) faults.push({ message: `the chances of the ballots in ${where} add up to ${Number(sum.toFixed(4))}, more than 1`, help: 'what is left of 1 is silence; lower one of them' });
    }
    const clause = rule.kind === 'votes' || rule.kind === 'casts' ? rule.decision : rule.kind === 'performs' || rule.kind === 'exercises' ? rule.clause : undefined;
    if (clause !== undefined && !treaty.clauses.some(({ name }) => name === clause)) faults.push({ message: `${where} speaks of \`${clause}\`, which is no clause of the treaty`, help: `its clauses are ${treaty.clauses.map(({ name }) => name).join(', ')}` });
  });
  faults.push(...ballotsOverOne(treaty, behaviour.rules), ...behaviour.rules.flatMap((rule) => findingFault(treaty, rule)));
  for (const one of behaviour.happens ?? []) { chance(one.chance, `line ${one.line} (${one.words})`); delay(one.delay, `line ${one.line} (${one.words})`); }
  for (const { name, chance: of, silences } of behaviour.causes) { named(silences, `the cause \`${name}\``); chance(of, `the cause \`${name}\``); }
  for (const { what, atHours, chance: of } of behaviour.stimuli) {
    chance(of, `\`${what}\``);
    if (!Number.isFinite(atHours) || atHours < 0) faults.push({ message: `\`${what}\` falls at ${atHours} hours, before the start`, help: 'give hours from 0' });
  }
  if (behaviour.rules.length === 0 && (behaviour.happens ?? []).length === 0) faults.push({ message: `\`${behaviour.name}\` says of nobody how they act: no behaviour is left`, help: 'give at least one rule, such as everyone performs with chance 0.8 within the window' });
  const certain = behaviour.causes.filter(({ chance: of }) => of === 1).flatMap(({ silences }) => [...everyoneIn(treaty, silences)]);
  if (behaviour.rules.length > 0 && (behaviour.happens ?? []).length === 0 && behaviour.rules.every(({ who }) => [...everyoneIn(treaty, who)].every((one) => certain.includes(one)))) faults.push({ message: 'a cause that is certain silences everyone a rule speaks of: no behaviour is left', help: 'give the cause a chance below 1' });
  return faults;
}

/** Ways of voting of one voter on one decision that together are more than certain. */
function ballotsOverOne(treaty: Treaty, rules: readonly Rule[]): readonly Fault[] {
  const cast = rules.flatMap((one) => (one.kind === 'casts' ? [one] : []));
  const faults: Fault[] = [];
  const told = new Set<string>();
  for (const { decision, who, when, line } of cast) for (const voter of everyoneIn(treaty, who)) {
    const mine = ['for', 'against', 'abstain'].flatMap((ballot) => [...cast].reverse().find((one) => one.decision === decision && one.ballot === ballot && sameEvent(one.when, when) && everyoneIn(treaty, one.who).has(voter)) ?? []);
    const sum = mine.reduce((total, one) => total + meanOf(one.chance), 0);
    if (sum <= 1 + 1e-9 || told.has(decision)) continue;
    told.add(decision);
    faults.push({ message: `line ${line}: the probabilities of the votes of \`${voter}\` on \`${decision}\` add up to ${Number(sum.toFixed(4))}, more than 1`, help: 'what is left of 1 is silence; lower one of them' });
  }
  return faults;
}

/** The same event, wherever it stands in the text. */
export const sameEvent = (a: Event | undefined, b: Event | undefined): boolean => eventKey(a) === eventKey(b);
export const eventKey = (one: Event | undefined): string => (one === undefined ? '' : JSON.stringify(one, (key, value: unknown) => (key === 'span' ? undefined : value)));

function findingFault(treaty: Treaty, rule: Rule): readonly Fault[] {
  if (rule.kind !== 'finds') return [];
  const finding = treaty.findings.find(({ name }) => name === rule.finding);
  if (finding?.namesParty === true && rule.names.length === 0) return [{ message: `line ${rule.line} (${rule.words}) does not say whom the finding names`, help: `write for example \`find ${rule.finding} names ${treaty.parties[0]?.name ?? 'PARTY'}\`` }];
  const makers = finding === undefined ? undefined : peopleOf(treaty).namesOf(finding.madeBy, {}, DEFAULT_START);
  const others = rule.who.filter((name) => makers !== undefined && !makers.includes(name));
  return others.length === 0 ? [] : [{ message: `line ${rule.line} (${rule.words}): \`${others[0] ?? ''}\` is not among those who can make the finding`, help: `it is made by ${makers?.join(', ') ?? ''}` }];
}

function faultOfChance(one: Chance, where: string): Fault | undefined {
  if (typeof one === 'number') return one >= 0 && one <= 1 ? undefined : { message: `a chance in ${where} is ${one}`, help: 'a chance lies between 0 and 1' };
  if (one.kind === 'beta') return one.a > 0 && one.b > 0 && Number.isFinite(one.a + one.b) ? undefined : { message: `a Beta in ${where} has ${one.a} and ${one.b}`, help: 'both numbers must be above 0' };
  return Number.isInteger(one.hits) && Number.isInteger(one.of) && one.hits >= 0 && one.of >= one.hits && one.of > 0 ? undefined : { message: `a count in ${where} is ${one.hits} of ${one.of}`, help: 'give whole numbers, the first no larger than the second' };
}

/** The two numbers of an uncertain chance. */
export const betaOf = (one: Exclude<Chance, number>): readonly [number, number] => (one.kind === 'beta' ? [one.a, one.b] : [one.hits + 0.5, one.of - one.hits + 0.5]);
export const meanOf = (one: Chance): number => { if (typeof one === 'number') return one; const [a, b] = betaOf(one); return a / (a + b); };

/** Milliseconds of which every delay a text declares is a multiple, in whole minutes; 0 where it declares none. */
export function minutesOf({ rules, happens = [] }: Behaviour): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return [...rules, ...happens].flatMap(({ delay }) => (delay.kind === 'between' ? [delay.from, delay.to] : [])).reduce((all, hours) => divisor(Math.round(hours * 60) * 60_000, all), 0);
}
