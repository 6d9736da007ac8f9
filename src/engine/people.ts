/** Who a clause means at an instant: groups with dated membership, bodies, roles, and three-valued membership of an uncertain actor. */
import type { Actor, Instant, Treaty, Truth, Who } from '../treaty/index.js';
import type { Bindings } from './situation.js';

export interface People {
  isParty(name: string, at: Instant): boolean;
  /** Names a selector means, in the text's order; undefined where the text leaves it open. */
  namesOf(who: Who, bindings: Bindings, at: Instant): readonly string[] | undefined;
  /** Whether the actor is (one of) those meant. */
  includes(who: Who, actor: Actor | undefined, bindings: Bindings, at: Instant): Truth;
  /** The roles `who` binds to the actor, added to `bindings`. */
  bind(who: Who | undefined, actor: Actor | undefined, bindings: Bindings): Bindings;
}

const ALL_PARTIES = new Set(['party', 'parties']);

export function peopleOf(treaty: Treaty): People {
  const parties = new Map(treaty.parties.map((party) => [party.name, party]));
  const groups = new Map(treaty.groups.map((group) => [group.name, group]));
  const bodies = new Map(treaty.bodies.map((body) => [body.name, body]));
  const outsiders = new Set(treaty.outsiders.map((outsider) => outsider.name));

  const isParty = (name: string, at: Instant): boolean => {
    const party = parties.get(name);
    return party !== undefined && (party.from ?? -Infinity) <= at && at < (party.until ?? Infinity);
  };

  function membersOf(group: string, bindings: Bindings, at: Instant): readonly string[] | undefined {
    const declared = groups.get(group);
    if (declared) return 'kind' in declared.members ? undefined : declared.members.filter((name) => !parties.has(name) || isParty(name, at));
    const body = bodies.get(group);
    if (body) {
      if (body.members === 'independent') return [body.name];
      if ('kind' in body.members) return undefined;
      const names = body.members.map((member) => namesOf(member, bindings, at));
      return names.some((list) => list === undefined) ? undefined : [...new Set(names.flatMap((list) => list ?? []))];
    }
    if (ALL_PARTIES.has(group)) return treaty.parties.map((party) => party.name).filter((name) => isParty(name, at));
    return parties.has(group) || outsiders.has(group) ? [group] : [];
  }

  function namesOf(who: Who, bindings: Bindings, at: Instant): readonly string[] | undefined {
    switch (who.kind) {
      case 'name': return groups.has(who.name) ? membersOf(who.name, bindings, at) : [who.name];
      case 'each': return membersOf(who.group, bindings, at);
      case 'role': return bindings[who.role] ?? [];
      case 'outsider': return treaty.outsiders.map((outsider) => outsider.name);
      case 'anyone': return undefined;
      case 'other than': {
        const base = namesOf(who.base, bindings, at);
        if (!base) return undefined;
        const except = new Set(who.except.flatMap((one) => namesOf(one, bindings, at) ?? []));
        return base.filter((name) => !except.has(name));
      }
      case 'union': {
        const lists = who.of.map((one) => namesOf(one, bindings, at));
        return lists.some((list) => list === undefined) ? undefined : [...new Set(lists.flatMap((list) => list ?? []))];
      }
      case 'to be agreed': return undefined;
    }
  }

  function meansName(who: Who, name: string, outsider: boolean, bindings: Bindings, at: Instant): Truth {
    switch (who.kind) {
      case 'anyone': return 'true';
      case 'outsider': return outsider || !isParty(name, at) ? 'true' : 'false';
      case 'to be agreed': return 'undetermined';
      case 'other than': {
        if (who.except.some((one) => meansName(one, name, outsider, bindings, at) === 'true')) return 'false';
        return meansName(who.base, name, outsider, bindings, at);
      }
      case 'union': {
        const all = who.of.map((one) => meansName(one, name, outsider, bindings, at));
        return all.includes('true') ? 'true' : all.includes('undetermined') ? 'undetermined' : 'false';
      }
      default: {
        if (outsider && who.kind !== 'role') return 'false';
        const names = namesOf(who, bindings, at);
        return names === undefined ? 'undetermined' : names.includes(name) ? 'true' : 'false';
      }
    }
  }

  function includes(who: Who, actor: Actor | undefined, bindings: Bindings, at: Instant): Truth {
    if (who.kind === 'anyone') return 'true';
    if (!actor || actor.kind === 'unknown') return 'undetermined';
    if (actor.kind === 'one') return meansName(who, actor.name, actor.outsider === true, bindings, at);
    const each = actor.names.map((name) => meansName(who, name, false, bindings, at));
    if (each.every((truth) => truth === 'true')) return 'true';
    return each.every((truth) => truth === 'false') ? 'false' : 'undetermined';
  }

  function bind(who: Who | undefined, actor: Actor | undefined, bindings: Bindings): Bindings {
    if (!who) return bindings;
    // Nobody knows who stood there: remembered as nobody, so that it is not taken for another.
    if (!actor || actor.kind === 'unknown') return who.kind === 'anyone' && who.as !== undefined ? { ...bindings, [who.as]: [] } : bindings;
    if (who.kind === 'other than') return bind(who.base, actor, bindings);
    if (who.kind === 'union') return who.of.reduce((bound, one) => bind(one, actor, bound), bindings);
    if ((who.kind === 'each' || who.kind === 'outsider' || who.kind === 'anyone') && who.as !== undefined) {
      return { ...bindings, [who.as]: actor.kind === 'one' ? [actor.name] : actor.names };
    }
    return bindings;
  }

  return { isParty, namesOf, includes, bind };
}

export function actorWords(actor: Actor | undefined): string {
  if (!actor || actor.kind === 'unknown') return 'an unknown actor';
  return actor.kind === 'one' ? actor.name : `one of ${actor.names.join(', ')}`;
}

export function whoWords(who: Who): string {
  switch (who.kind) {
    case 'name': return who.name;
    case 'each': return `any ${who.group}`;
    case 'role': return `the ${who.role}`;
    case 'outsider': return 'an outsider';
    case 'anyone': return 'anyone';
    case 'other than': return `${whoWords(who.base)} other than ${who.except.map(whoWords).join(' and ')}`;
    case 'union': return who.of.map(whoWords).join(' and ');
    case 'to be agreed': return 'someone to be agreed';
  }
}
