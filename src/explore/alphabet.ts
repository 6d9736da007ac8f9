/**
 * What may happen: acts, ballots and findings, one for all that the text's own conditions treat alike. Numbers, choices and places that no condition
 * tells apart are one class; findings come with every answer they may give. Says which classes there are, so that a reader can object.
 */
import { matchAct, type Text } from '../engine/index.js';
import type { Act, ActPattern, Actor, Entry, Place } from '../treaty/index.js';
import { objectsIn } from './objects.js';

/** An entry without its time. */
export type Happening = Pick<Entry, 'act' | 'actor' | 'on' | 'arguments' | 'place' | 'assurance'>;

export interface Class {
  readonly label: string;
  /** `stimulus`: an act that opens something and that nobody owes (an attack); bounded in number. Everything else follows the text. */
  readonly kind: 'stimulus' | 'conduct' | 'ballot' | 'finding';
  readonly happening: Happening;
}

export interface Alphabet { readonly classes: readonly Class[]; /** What was left out or taken by sampling, in words. */ readonly notes: readonly string[] }

const MOST_VALUES = 4_000;
const named = (name: string): Actor => ({ kind: 'one', name });

/** `instantFor`: an instant at which the parties of the text are parties. */
export function alphabetOf(text: Text, instant: number): Alphabet {
  const notes: string[] = [];
  const clauses = [...text.clauses.values()];
  const patterns = [...objectsIn(clauses)].filter((one): one is ActPattern => (one as { kind?: unknown }).kind === 'act' && Array.isArray((one as { acts?: unknown }).acts));
  const contents = new Set(clauses.flatMap((clause) => [...objectsIn(clause.kind === 'duty' ? [clause.content, clause.failingWhich] : clause.kind === 'power' || clause.kind === 'permission' ? clause.acts : [])]));
  const sums = new Set([...objectsIn(clauses)].flatMap((one) => { const { sum } = one as { sum?: { argument?: string } }; return sum?.argument === undefined ? [] : [sum.argument]; }));
  const classes: Class[] = [];
  for (const act of text.treaty.acts) {
    const mine = patterns.filter(({ acts }) => acts.includes(act.name));
    if (mine.length > 0) classes.push(...classesOf(text, act, mine, contents, sums, instant, notes));
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
  for (const finding of text.treaty.findings) {
    const makers = (text.people.namesOf(finding.madeBy, {}, instant) ?? []).filter((name) => !text.treaty.bodies.some((body) => body.name === name && typeof body.members === 'object' && 'kind' in body.members));
    if (makers.length === 0) notes.push(`nobody can make the finding ${finding.name} as the text stands`);
    for (const maker of makers) for (const on of finding.namesParty ? text.treaty.parties.map(({ name }) => name) : [undefined]) for (const finds of ['yes', 'no'] as const) {
      classes.push({ label: `${finding.name} by ${maker}${on === undefined ? '' : ` naming ${on}`}${finds === 'no' ? ': found not so' : ''}`, kind: 'finding',
        happening: { act: finding.name, actor: named(maker), arguments: finds === 'no' ? { finds } : {}, ...(on === undefined ? {} : { on: named(on) }), ...(finding.atLeast && finds === 'yes' ? { assurance: { likelihood: finding.atLeast } } : {}) } });
    }
  }
  return { classes, notes };
}

function classesOf(text: Text, act: Act, patterns: readonly ActPattern[], contents: ReadonlySet<object>, sums: ReadonlySet<string>, instant: number, notes: string[]): readonly Class[] {
  const { treaty, people } = text;
  const parties = treaty.parties.filter(({ name }) => people.isParty(name, instant));
  // Of acts nobody owes or may use, outsiders first: where the text does not ask who struck, one of them stands for all rather than a party.
  const everyone = [...(patterns.some((pattern) => contents.has(pattern)) ? [...parties, ...treaty.outsiders] : [...treaty.outsiders, ...parties]), ...treaty.bodies].map(({ name }) => name);
  const targets: readonly (string | undefined)[] = act.hasTarget ? [...treaty.parties, ...treaty.outsiders].map(({ name }) => name) : [undefined];
  const places = placesFor(text, patterns, instant);
  const values = valuesFor(act, patterns, text, sums, notes);
  const seen = new Map<string, Class>();
  for (const actor of everyone) for (const on of targets) for (const place of places) for (const facts of values) {
    if (on === actor) continue;
    const happening: Happening = { act: act.name, actor: named(actor), arguments: facts, ...(on === undefined ? {} : { on: named(on) }), ...(place ? { place } : {}) };
    const entry: Entry = { id: '', ...happening, occurred: { from: instant, to: instant }, knownAt: instant };
    const truths = patterns.map((pattern) => matchAct(text, pattern, entry, {}, '')?.truth ?? 'false');
    // A pattern that speaks of a role is told apart by whoever may be bound to it.
    const binds = patterns.some((pattern, index) => truths[index] !== 'false' && JSON.stringify([pattern.by, pattern.on]).includes('"as"'));
    const owned = patterns.some((pattern) => contents.has(pattern));
    if (truths.every((truth) => truth === 'false') && !(owned && JSON.stringify(patterns).includes('"role"'))) continue;
    const summed = Object.entries(facts).filter(([name]) => sums.has(name));
    const signature = JSON.stringify([truths, binds ? [actor, on] : '', owned ? [actor, on] : '', summed]);
    if (seen.has(signature)) continue;
    const opens = patterns.some((pattern, index) => !contents.has(pattern) && truths[index] !== 'false');
    seen.set(signature, { label: labelOf(happening), kind: opens && !owned ? 'stimulus' : 'conduct', happening });
  }
  return [...seen.values()];
}

export const labelOf = ({ act, actor, on, place, arguments: facts }: Happening): string =>
  `${act} by ${actor.kind === 'one' ? actor.name : '?'}${on?.kind === 'one' ? ` on ${on.name}` : ''}${place ? ` at ${place.name ?? `${place.latitude}, ${place.longitude}`}` : ''}${Object.entries(facts).map(([name, value]) => ` ${name} ${value}`).join('')}`;

/** Values of the arguments some condition asks about: each side of every threshold, every option. */
function valuesFor(act: Act, patterns: readonly ActPattern[], text: Text, sums: ReadonlySet<string>, notes: string[]): readonly Happening['arguments'][] {
  const tests = [...patterns.flatMap((pattern) => pattern.tests), ...[...objectsIn([...text.clauses.values()])].flatMap((one) => { const { kind, test } = one as { kind?: string; test?: ActPattern['tests'][number] }; return kind === 'act test' && test ? [test] : []; })];
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
  return all;
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
