/**
 * Who may be bound to the roles of each clause: one standing for each way its trigger may bind them. A clause without roles has one.
 * Told from the classes of acts alone, before any field is made.
 */
import type { Clause, Entry, Event } from '../../treaty/index.js';
import { likelihoodReaches } from '../likelihood.js';
import { matchAct } from '../match.js';
import { SELF_ROLES } from '../roles.js';
import type { Bindings } from '../situation.js';
import { bindingsKey, triggerOf, type Text } from '../text.js';
import type { Happens } from './lives.js';

/** Rounds after which a text whose clauses bind one another's roles in a circle is given up. */
const MOST_ROUNDS = 20;

export const entryOf = (one: Happens, at: number): Entry => ({ ...one.happening, id: 'act', occurred: { from: at, to: at }, knownAt: at });

/** Roles that a life of the clause must remember: those it speaks of, and those that what follows from its moves speaks of. */
export function rolesNeeded(text: Text): ReadonlyMap<string, ReadonlySet<string>> {
  const before = known.get(text);
  if (before) return before;
  const needed = new Map([...text.clauses.keys()].map((name) => [name, new Set((text.roles.get(name) ?? []).filter((role) => !SELF_ROLES.includes(role)))]));
  for (let grew = true; grew;) {
    grew = false;
    for (const [key, list] of text.listeners) {
      const own = key.startsWith('moved:') ? needed.get(key.slice('moved:'.length)) : undefined;
      if (!own) continue;
      for (const listener of list) {
        if (listener.role !== 'trigger' && listener.role !== 'power' && listener.role !== 'permission' && listener.role !== 'opens') continue;
        for (const role of needed.get(listener.clause.name) ?? []) if (!own.has(role)) { own.add(role); grew = true; }
      }
    }
  }
  known.set(text, needed);
  return needed;
}

const known = new WeakMap<Text, ReadonlyMap<string, ReadonlySet<string>>>();

export const triggerEvent = (clause: Clause): Event | undefined => (clause.kind === 'duty' ? triggerOf(clause) : clause.kind === 'power' || clause.kind === 'permission' ? clause.trigger : clause.kind === 'decision' ? clause.opens : undefined);

/** Whether a finding is one of those the event speaks of, as the engine asks it of that finding alone. */
export function findingIs(text: Text, event: Extract<Event, { kind: 'finding' }>, entry: Entry, bindings: Bindings): boolean {
  const { people } = text;
  const at = entry.occurred.from;
  const declared = text.treaty.findings.find(({ name }) => name === event.finding);
  const isOne = (who: Parameters<typeof people.includes>[0] | undefined, actor: Entry['on']): boolean => who === undefined || people.includes(who, actor, bindings, at) === 'true';
  const affirmed = entry.arguments['finds'] !== 'no' && likelihoodReaches(entry.assurance?.likelihood, declared?.atLeast ?? (declared?.selfJudging ? 'remote' : undefined)) === 'true';
  return affirmed && isOne(declared?.madeBy, entry.actor) && isOne(event.by, entry.actor) && isOne(event.names, entry.on);
}

export const boundByFinding = (text: Text, event: Extract<Event, { kind: 'finding' }>, entry: Entry, bindings: Bindings): Bindings =>
  text.people.bind(event.names, entry.on, text.people.bind(event.by ?? text.treaty.findings.find(({ name }) => name === event.finding)?.madeBy, entry.actor, bindings));

/** Per clause, each way its roles may be bound. */
export class Standings {
  private readonly known = new Map<string, readonly Bindings[]>();

  constructor(private readonly text: Text, private readonly entries: readonly Entry[]) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      let grew = false;
      for (const clause of text.clauses.values()) {
        if (clause.kind !== 'duty' && clause.kind !== 'power' && clause.kind !== 'permission') continue;
        const before = this.known.get(clause.name)?.length;
        const roles = (text.roles.get(clause.name) ?? []).filter((role) => !SELF_ROLES.includes(role));
        const event = triggerEvent(clause);
        const ways = roles.length === 0 || !event ? [{}] : this.waysOf(event).map((one) => Object.fromEntries(roles.map((role) => [role, one[role] ?? []])));
        const distinct = [...new Map(ways.map((one) => [bindingsKey(text, clause.name, one), one])).values()];
        this.known.set(clause.name, distinct);
        grew ||= before !== distinct.length;
      }
      if (!grew) break;
    }
  }

  of(clause: string): readonly Bindings[] { return this.known.get(clause) ?? [{}]; }

  /** What an occurrence of the event may bind. */
  waysOf(event: Event): readonly Bindings[] {
    const { text } = this;
    switch (event.kind) {
      case 'act': return this.entries.flatMap((entry) => { const match = matchAct(text, event, entry, {}, '', true); return match && match.truth !== 'false' ? [match.bindings] : []; });
      case 'finding': return this.entries.flatMap((entry) => (entry.act === event.finding ? [boundByFinding(text, event, entry, {})] : []));
      case 'defined': { const meaning = text.definitions.get(event.name)?.meaning; return meaning?.kind === 'event' ? this.waysOf(meaning.event) : []; }
      case 'either': return event.of.flatMap((one) => this.waysOf(one));
      case 'guarded': case 'repeated': return this.waysOf(event.of);
      case 'becomes': {
        const clause = text.clauses.get(event.clause);
        if (clause?.kind !== 'duty' && clause?.kind !== 'power') return [{}];
        const { quantifier } = event;
        return this.of(event.clause).flatMap((one) => {
          if (quantifier.kind !== 'of') return [one];
          const names = text.people.namesOf(clause.kind === 'duty' ? clause.debtor : clause.holder, one, this.entries[0]?.occurred.from ?? 0) ?? [];
          return names.map((name) => text.people.bind(quantifier.who, { kind: 'one', name }, one));
        });
      }
      default: return [{}];
    }
  }
}
