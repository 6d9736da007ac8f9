/**
 * What may happen: acts, ballots and findings, one for all that the text's own conditions treat alike. Numbers, choices and places that no condition
 * tells apart are one class; findings come with every answer they may give. Says which classes there are, so that a reader can object.
 */
import { speaksOfRole, testArgument, type Text } from '../engine/index.js';
import type { Act, ActPattern, Actor, ArgumentTest, Entry, Event, Finding, Place, Truth, Who } from '../treaty/index.js';
import { objectsIn } from './objects.js';

/** An entry without its time. */
export type Happening = Pick<Entry, 'act' | 'actor' | 'on' | 'arguments' | 'place' | 'assurance'>;

export interface Class {
  readonly label: string;
  /** `stimulus`: an act that opens something and that nobody owes (an attack); bounded in number. Everything else follows the text. */
  readonly kind: 'stimulus' | 'conduct' | 'ballot' | 'finding';
  readonly happening: Happening;
  /** Of an act: who else could do it, and on whom, with the same consequences, each with the one named. */
  readonly standIns?: readonly (readonly string[])[];
}

export interface Alphabet { readonly classes: readonly Class[]; /** What was left out or taken by sampling, in words. */ readonly notes: readonly string[] }

const MOST_VALUES = 4_000;
const named = (name: string): Actor => ({ kind: 'one', name });

const NOBODY: ReadonlySet<string> = new Set();

/**
 * `instant`: one at which the parties of the text are parties. `spare`: parties for whom others stand in acts that open something, since the text does not tell them apart
 * (`spared`); no such act names them.
 */
export function alphabetOf(text: Text, instant: number, spare: ReadonlySet<string> = NOBODY): Alphabet {
  const notes: string[] = [];
  const clauses = [...text.clauses.values()];
  const patterns = [...objectsIn(clauses)].filter((one): one is ActPattern => (one as { kind?: unknown }).kind === 'act' && Array.isArray((one as { acts?: unknown }).acts));
  const contents = new Set(clauses.flatMap((clause) => [...objectsIn(clause.kind === 'duty' ? [clause.content, clause.failingWhich] : clause.kind === 'power' || clause.kind === 'permission' ? clause.acts : [])]));
  const sums = new Set([...objectsIn(clauses)].flatMap((one) => { const { sum } = one as { sum?: { argument?: string } }; return sum?.argument === undefined ? [] : [sum.argument]; }));
  const classes: Class[] = [];
  for (const act of text.treaty.acts) {
    const mine = patterns.filter(({ acts }) => acts.includes(act.name));
    if (mine.length > 0) classes.push(...classesOf(text, act, mine, contents, sums, instant, notes, spare));
  }
  for (const name of ['withdraw', 'terminate', 'denounce']) {
    if (text.treaty.acts.some((act) => act.name === name) || !patterns.some(({ acts }) => acts.includes(name))) continue;
    const holders = new Set(text.powers.filter(({ acts }) => acts.some((pattern) => pattern.acts.includes(name))).flatMap(({ holder }) => text.people.namesOf(holder, {}, instant) ?? []));
    for (const holder of holders) classes.push({ label: `${name} by ${holder}`, kind: 'conduct', happening: { act: name, actor: named(holder), arguments: {} } });
  }
  for (const decision of text.decisions) {
    for (const voter of text.people.namesOf(decision.voters, {}, instant) ?? []) {
      for (const ballot of ['for', 'against', 'abstain']) classes.push({ label: `vote ${ballot} by ${voter} on ${decision.name}`, kind: 'ballot', happening: { act: 'vote', actor: named(voter), arguments: { decision: decision.name, ballot } } });
    }
  }
  for (const finding of text.treaty.findings) classes.push(...findingsOf(text, finding, instant, notes));
  return { classes, notes };
}

/** Findings with each answer where a condition asks for them; where the text only waits for one to be made, one for all that it takes alike, and none that finds otherwise. */
function findingsOf(text: Text, finding: Finding, instant: number, notes: string[]): readonly Class[] {
  const makers = (text.people.namesOf(finding.madeBy, {}, instant) ?? []).filter((name) => !text.treaty.bodies.some((body) => body.name === name && typeof body.members === 'object' && 'kind' in body.members));
  if (makers.length === 0) notes.push(`nobody can make the finding ${finding.name} as the text stands`);
  const mentions = [...objectsIn([[...text.clauses.values()], text.treaty.terminations, text.treaty.entryIntoForce])].filter((one) => (one as { finding?: unknown }).finding === finding.name) as { readonly kind?: string; readonly by?: Who; readonly names?: Who }[];
  const asked = mentions.some(({ kind }) => kind === 'found');
  const events = mentions.filter((one): one is Extract<Event, { kind: 'finding' }> => one.kind === 'finding');
  const seen = new Set<string>();
  return makers.flatMap((maker) => (finding.namesParty ? text.treaty.parties.map(({ name }) => name) : [undefined]).flatMap((on) => {
    const alike = JSON.stringify(events.map((event) => [standing(text, event.by ?? finding.madeBy, maker, instant), on === undefined ? '' : standing(text, event.names, on, instant)]));
    if (!asked && seen.has(alike)) return [];
    seen.add(alike);
    return (asked ? ['yes', 'no'] as const : ['yes'] as const).map((finds): Class => ({
      label: `${finding.name} by ${maker}${on === undefined ? '' : ` naming ${on}`}${finds === 'no' ? ': found not so' : ''}`, kind: 'finding',
      happening: { act: finding.name, actor: named(maker), arguments: finds === 'no' ? { finds } : {}, ...(on === undefined ? {} : { on: named(on) }), ...(finding.atLeast && finds === 'yes' ? { assurance: { likelihood: finding.atLeast } } : {}) },
    }));
  }));
}

/** Somebody in a place of a pattern: whether the text means them, and who it is where that is remembered. */
function standing(text: Text, who: Who | undefined, name: string, instant: number): string {
  const [truth, identity] = standsAs(text, who, name, instant);
  return `${truth} ${identity}`;
}

/** A role that the clause binds elsewhere may be anybody: who stands there is remembered, and asked of each life. */
function standsAs(text: Text, who: Who | undefined, name: string, instant: number): readonly [Truth, string] {
  if (who === undefined) return ['true', ''];
  if (speaksOfRole(who)) return ['true', name];
  const truth = text.people.includes(who, named(name), {}, instant);
  return [truth, truth !== 'false' && JSON.stringify(who).includes('"as"') ? name : ''];
}

/** Values of one dimension of an act, those the patterns take alike together: per pattern the truth, and what of it is remembered. */
interface Alike<T> { readonly members: T[]; readonly truths: readonly Truth[]; readonly told: readonly string[] }

function alikeOf<T>(values: readonly T[], of: (value: T) => { readonly truths: readonly Truth[]; readonly told: readonly string[] }): readonly Alike<T>[] {
  const groups = new Map<string, Alike<T>>();
  for (const value of values) {
    const { truths, told } = of(value);
    const key = JSON.stringify([truths, told]);
    const group = groups.get(key);
    if (group) group.members.push(value); else groups.set(key, { members: [value], truths, told });
  }
  return [...groups.values()];
}

const allOf = (truths: readonly Truth[]): Truth => (truths.includes('false') ? 'false' : truths.includes('undetermined') ? 'undetermined' : 'true');

/** Each dimension is parted first, and only its parts are combined: parties and places are many, what the text makes of them is little. */
function classesOf(text: Text, act: Act, patterns: readonly ActPattern[], contents: ReadonlySet<object>, sums: ReadonlySet<string>, instant: number, notes: string[], spare: ReadonlySet<string>): readonly Class[] {
  const { treaty, people } = text;
  const parties = treaty.parties.filter(({ name }) => people.isParty(name, instant));
  const owned = patterns.some((pattern) => contents.has(pattern));
  // Of acts nobody owes or may use, outsiders first: where the text does not ask who struck, one of them stands for all rather than a party.
  const everyone = [...(owned ? [...parties, ...treaty.outsiders] : [...treaty.outsiders, ...parties]), ...treaty.bodies].map(({ name }) => name);
  const stand = (place: 'by' | 'on') => (name: string | undefined) => {
    const each = patterns.map((pattern) => (name === undefined ? [pattern[place] ? 'undetermined' : 'true', ''] as const : standsAs(text, pattern[place], name, instant)));
    // Whoever owes or may do an act does it for itself.
    return { truths: each.map(([truth]) => truth), told: [...each.map(([, identity]) => identity), owned && place === 'by' ? String(name) : ''] };
  };
  const actors = alikeOf(everyone, stand('by'));
  const targets = alikeOf<string | undefined>(act.hasTarget ? [...treaty.parties, ...treaty.outsiders].map(({ name }) => name) : [undefined], stand('on'));
  const places = alikeOf(placesFor(text, patterns, instant), (place) => ({ truths: patterns.map((pattern) => allOf(pattern.places.map(({ zone, negated }) => { const { truth } = text.zones.membership(zone, place, instant); return !negated ? truth : truth === 'true' ? 'false' : truth === 'false' ? 'true' : truth; }))), told: [] }));
  const { tests, all } = valuesFor(act, patterns, text, sums, notes);
  const values = alikeOf(all, (facts) => {
    const entry: Entry = { id: '', act: act.name, actor: named(''), arguments: facts, occurred: { from: instant, to: instant }, knownAt: instant };
    return { truths: patterns.map((pattern) => allOf(pattern.tests.map((test) => testArgument(test, entry).truth))), told: [...tests.map((test) => testArgument(test, entry).truth), JSON.stringify(Object.entries(facts).filter(([name]) => sums.has(name)))] };
  });
  const seen = new Map<string, Class>();
  for (const by of actors) for (const on of targets) {
    const pair = pairOf(by.members, on.members, spare);
    if (!pair) continue;
    for (const at of places) for (const facts of values) {
      const truths = patterns.map((_, index) => allOf([by, on, at, facts].map((part) => part.truths[index] ?? 'true')));
      if (truths.every((truth) => truth === 'false')) continue;
      const told = [by, on].map((part) => [...patterns.map((_, index) => (truths[index] === 'false' ? '' : part.told[index])), part.told[patterns.length] ?? '']);
      const signature = JSON.stringify([truths, told, facts.told]);
      if (seen.has(signature)) continue;
      const opens = patterns.some((pattern, index) => !contents.has(pattern) && truths[index] !== 'false');
      const kind = opens && !owned ? 'stimulus' : 'conduct';
      const [actor, target] = pair;
      if (kind === 'stimulus' && (spare.has(actor) || (target !== undefined && spare.has(target)))) continue;
      const [place] = at.members;
      const happening: Happening = { act: act.name, actor: named(actor), arguments: facts.members[0] ?? {}, ...(target === undefined ? {} : { on: named(target) }), ...(place ? { place } : {}) };
      seen.set(signature, { label: labelOf(happening), kind, happening, standIns: [by.members, on.members.filter((one) => one !== undefined)] });
    }
  }
  return [...seen.values()];
}

/** Two of whom neither is the other and, where there are such, nobody is spare. */
function pairOf(actors: readonly string[], targets: readonly (string | undefined)[], spare: ReadonlySet<string>): readonly [string, string | undefined] | undefined {
  const first = (list: readonly (string | undefined)[]): readonly (string | undefined)[] => [...list.filter((one) => one === undefined || !spare.has(one)), ...list.filter((one) => one !== undefined && spare.has(one))].slice(0, 2);
  for (const actor of first(actors)) for (const target of first(targets)) if (actor !== undefined && actor !== target) return [actor, target];
  return undefined;
}

export const labelOf = ({ act, actor, on, place, arguments: facts }: Happening): string =>
  `${act} by ${actor.kind === 'one' ? actor.name : '?'}${on?.kind === 'one' ? ` on ${on.name}` : ''}${place ? ` at ${place.name ?? `${place.latitude}, ${place.longitude}`}` : ''}${Object.entries(facts).map(([name, value]) => ` ${name} ${value}`).join('')}`;

/** Values of the arguments some condition asks about: each side of every threshold, every option. `tests`: those asked of the act in hand, outside its pattern. */
function valuesFor(act: Act, patterns: readonly ActPattern[], text: Text, sums: ReadonlySet<string>, notes: string[]): { readonly tests: readonly ArgumentTest[]; readonly all: readonly Happening['arguments'][] } {
  const ofActs = [...objectsIn([...text.clauses.values()])].flatMap((one) => { const { kind, test } = one as { kind?: string; test?: ArgumentTest }; return kind === 'act test' && test && act.arguments.some(({ name }) => name === test.argument) ? [test] : []; });
  const tests = [...patterns.flatMap((pattern) => pattern.tests), ...ofActs];
  let all: Readonly<Record<string, number | string>>[] = [{}];
  for (const { name, type } of act.arguments) {
    const asked = tests.filter(({ argument }) => argument === name);
    if (asked.length === 0 && !sums.has(name)) continue;
    const candidates: (number | string)[] = [];
    if (type.kind === 'number') {
      const low = type.min ?? 0;
      const high = type.max ?? Math.max(low, ...asked.map(({ value }) => (typeof value === 'number' ? value + 1 : low)));
      const around = sums.has(name) && high - low <= 12 ? Array.from({ length: high - low + 1 }, (_, step) => low + step) : asked.flatMap(({ value }) => (typeof value === 'number' ? [value - 1, value, value + 1] : []));
      candidates.push(...[...new Set([high, ...around, low].filter((one) => one >= low && one <= high))].sort((a, b) => b - a));
    } else if (type.kind === 'choice') candidates.push(...type.options);
    else candidates.push(...new Set(asked.flatMap(({ value }) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value as readonly string[] : []))), 'other');
    const next = all.flatMap((facts) => candidates.map((value) => ({ ...facts, [name]: value })));
    if (next.length > MOST_VALUES) { notes.push(`the values of \`${name}\` of ${act.name} were left out: too many combinations`); continue; }
    all = next;
  }
  return { tests: ofActs, all };
}

/** One place for each way the zones the patterns ask about can hold it: the story's own places first, then places on a coarse grid. */
function placesFor(text: Text, patterns: readonly ActPattern[], instant: number): readonly (Place | undefined)[] {
  const zones = [...new Set(patterns.flatMap((pattern) => pattern.places.map(({ zone }) => zone)))];
  if (zones.length === 0) return [undefined];
  const told: Place[] = text.treaty.scenarios.flatMap(({ steps }) => steps.flatMap(({ place }) => (place === undefined ? [] : [typeof place === 'string' ? { name: place } : { ...place, withinKm: 0 }])));
  const found = new Map<string, Place>();
  const take = (place: Place): void => {
    const truths = zones.map((zone) => text.zones.membership(zone, place, instant).truth);
    const key = truths.join(',');
    if (!truths.includes('undetermined') && !found.has(key)) found.set(key, place);
  };
  told.forEach(take);
  for (let latitude = 70; latitude >= -40; latitude -= 5.5) for (let longitude = -170; longitude < 180; longitude += 5.5) take({ latitude, longitude, withinKm: 0 });
  return found.size > 0 ? [...found.values()] : [undefined];
}
