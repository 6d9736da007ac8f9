/**
 * By which acts the claims of a text are put to the test where the assumptions name none: for each claim the first act, in the order of the text, by which what it
 * speaks of can occur. Claims asked by the same acts are asked in the same runs; others in runs of their own, so that no act meant for one stands in the way of another.
 */
import { begin, compile, DEFAULT_START, matchAct, step, type Text } from '../engine/index.js';
import { alphabetOf, type Class } from '../explore/index.js';
import type { Atlas } from '../geo/index.js';
import type { Claim, Condition, Entry, Event, Treaty } from '../treaty/index.js';
import { asked } from './asked.js';
import type { Behaviour, Stimulus } from './behaviour.js';

export interface Asking { /** With these claims alone. */ readonly treaty: Treaty; readonly behaviour: Behaviour; /** Which acts, and why. */ readonly notes: readonly string[] }

export function askings(treaty: Treaty, atlas: Atlas, behaviour: Behaviour): readonly Asking[] {
  if (behaviour.stimuli.length > 0 || (behaviour.happens ?? []).length > 0 || behaviour.rules.some((rule) => rule.kind === 'acts' && !rule.when && rule.acts.some(({ acts }) => acts.some((act) => !owed(treaty).has(act))))) return [{ treaty, behaviour, notes: [] }];
  const groups = new Map<string, { readonly claims: Claim[]; readonly chosen: readonly Class[]; readonly because: Map<Why, string[]> }>();
  const all = classesOf(treaty, treaty.claims, atlas, behaviour);
  for (const claim of treaty.claims) {
    const { chosen, why } = chosenFor(treaty, atlas, claim);
    // Fewer claims tell fewer acts apart: what is one act for one of them may be several for all.
    const told = chosen.map((one) => nearest(one, all));
    const key = told.map(({ label }) => label).join();
    const group = groups.get(key) ?? { claims: [], chosen: told, because: new Map<Why, string[]>() };
    group.claims.push(claim);
    group.because.set(why, [...(group.because.get(why) ?? []), claim.name]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ claims, chosen, because }) => {
    const mine = classesOf(treaty, claims, atlas, behaviour);
    const stimuli = chosen.map((one, index): Stimulus => ({ what: nearest(one, mine).label, atHours: index * 24, chance: 1 }));
    return { treaty: { ...treaty, claims }, behaviour: { ...behaviour, stimuli }, notes: [noteOf(stimuli, because)] };
  });
}

const classesOf = (treaty: Treaty, claims: readonly Claim[], atlas: Atlas, behaviour: Behaviour): readonly Class[] => {
  const [text] = compile(asked(treaty, claims, behaviour), atlas).texts;
  return text ? alphabetOf(text, DEFAULT_START).classes : [];
};

/** The first act of another list that says nothing else. */
function nearest(one: Class, among: readonly Class[]): Class {
  const { act, actor, on, place, arguments: facts } = one.happening;
  const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return among.find(({ happening: other }) => other.act === act && alike(other.actor, actor) && alike(other.on, on) && (place === undefined || other.place === undefined || alike(place, other.place))
    && Object.entries(facts).every(([name, value]) => !(name in other.arguments) || other.arguments[name] === value)) ?? one;
}

/** `occurs`: by the act itself; `leads`: by what it may open; `first`: no act was found that leads to it; `none`: there is no act to choose from. */
type Why = 'occurs' | 'leads' | 'first' | 'none';

function noteOf(stimuli: readonly Stimulus[], because: ReadonlyMap<Why, readonly string[]>): string {
  if (stimuli.length === 0) return `nothing is done to anybody in these runs: no act that nobody owes bears on ${[...because.values()].flat().join(', ')}`;
  const acts = stimuli.map(({ what, atHours }) => `${what}${atHours > 0 ? ` ${atHours} hours in` : ''}`).join(', then ');
  const reasons: Readonly<Record<Why, (claims: string) => string>> = {
    occurs: (claims) => `the first by which what ${claims} asks about occurs`, leads: (claims) => `the first that can lead to what ${claims} asks about`,
    first: (claims) => `the first that opens something, since none was found that leads to what ${claims} asks about`, none: () => '',
  };
  return `what happens, for want of another assumption: ${acts}; of the acts of the text ${[...because].map(([why, claims]) => reasons[why](claims.join(', '))).join(', and ')}; \`--stimulus\` names another`;
}

/** Labels of the acts a run of these claims may hold, those that open something first. */
export function actsAsked(treaty: Treaty, atlas: Atlas, behaviour: Behaviour): readonly string[] {
  const all = compile(asked(treaty, treaty.claims, behaviour), atlas).texts.flatMap((text) => alphabetOf(text, DEFAULT_START).classes.filter(({ kind }) => kind !== 'ballot'));
  return [...new Set([...all.filter((one) => opens(treaty, one)), ...all].map(({ label }) => label))];
}

/** Acts some duty asks for or some power is used by. */
function owed(treaty: Treaty): ReadonlySet<string> {
  return new Set(treaty.clauses.flatMap((one) => (one.kind === 'duty' ? [...(one.content.kind === 'achieve' ? one.content.acts : []), ...one.failingWhich.flatMap(({ acts }) => acts)] : one.kind === 'power' ? one.acts : [])).flatMap(({ acts }) => acts));
}

const opens = (treaty: Treaty, { kind, happening }: Class): boolean => kind === 'stimulus' || (kind === 'conduct' && !owed(treaty).has(happening.act));

function chosenFor(treaty: Treaty, atlas: Atlas, claim: Claim): { readonly chosen: readonly Class[]; readonly why: Why } {
  const text = compile(asked(treaty, [claim]), atlas).texts[0] as Text;
  const { classes: every } = alphabetOf(text, DEFAULT_START);
  const acts = every.filter((one) => opens(treaty, one));
  // Where no act opens anything, what somebody finds may.
  const classes = acts.length > 0 ? acts : every.filter(({ kind, happening }) => kind === 'finding' && happening.arguments['finds'] !== 'no');
  if (classes.length === 0) return { chosen: [], why: 'none' };
  const first = begin(text, { complete: true, inForceFrom: DEFAULT_START });
  const name = claim.form.kind === 'whenever' ? 'trigger' : claim.form.kind === 'only after' ? 'what' : 'state';
  const before = first.situation.states.get(`claim ${claim.name}: ${name}`);
  const outright = classes.find((one) => step(text, first.situation, entryOf(one)).changes.some(({ verdict: { clause, state } }) => clause === `claim ${claim.name}: ${name}` && (name === 'state' ? state !== before && state !== 'undetermined' : state === 'true')));
  if (outright) return { chosen: [outright], why: 'occurs' };
  const wanted = partsOf(claim);
  const chosen: Class[] = [];
  for (const part of wanted) {
    const leads = (one: Class): boolean => leadsTo(text, entryOf(one), part, new Set());
    if (chosen.some(leads)) continue;
    const next = classes.find(leads);
    if (next) chosen.push(next);
  }
  if (chosen.length > 0) return { chosen, why: 'leads' };
  return { chosen: classes.slice(0, 1), why: 'first' };
}

const entryOf = ({ happening }: Class): Entry => ({ ...happening, id: 'first', occurred: { from: DEFAULT_START, to: DEFAULT_START }, knownAt: DEFAULT_START });

/** What a claim speaks of, piece by piece: each must come about for the claim to be put to the test. */
function partsOf({ form }: Claim): readonly (Event | Condition)[] {
  switch (form.kind) {
    case 'whenever': return [form.trigger];
    case 'only after': return [form.what];
    case 'always': case 'never': case 'possible': return form.what.kind === 'and' ? form.what.of : [form.what];
    case 'can': return [];
  }
}

/** The act is of those an event or condition speaks of, or opens a clause whose becoming so it speaks of, and so on. What excepts is passed over. */
function leadsTo(text: Text, entry: Entry, part: Event | Condition, seen: Set<string>): boolean {
  const go = (one: Event | Condition): boolean => leadsTo(text, entry, one, seen);
  switch (part.kind) {
    case 'finding': case 'found': return part.finding === entry.act;
    case 'act': return part.acts.includes(entry.act) && matchAct(text, part, entry, {}, '')?.truth !== 'false';
    case 'either': case 'and': case 'or': return part.of.some(go);
    case 'repeated': case 'guarded': return go(part.of);
    case 'occurred': return go(part.event);
    case 'defined': case 'holds': return clauseLeads(text, entry, part.name, seen);
    case 'becomes': case 'is': return clauseLeads(text, entry, part.clause, seen);
    default: return false;
  }
}

function clauseLeads(text: Text, entry: Entry, name: string, seen: Set<string>): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const clause = text.clauses.get(name);
  const go = (one: Event | Condition | undefined): boolean => one !== undefined && leadsTo(text, entry, one, seen);
  switch (clause?.kind) {
    case 'definition': return go(clause.meaning.kind === 'event' ? clause.meaning.event : clause.meaning.condition);
    case 'duty': {
      // Whoever does what is forbidden breaks the prohibition.
      if (clause.content.kind === 'refrain') return clause.content.acts.some(go);
      return go(clause.trigger) || go(clause.deadline && 'of' in clause.deadline ? clause.deadline.of : undefined) || clause.onlyAfter.some(go);
    }
    case 'power': case 'permission': return go(clause.trigger);
    case 'decision': return go(clause.opens);
    default: return false;
  }
}
