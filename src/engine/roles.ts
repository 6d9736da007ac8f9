/**
 * Roles across events: what one clause's trigger bound (`the victim`) is asked again by its other events and conditions, which may lie behind it.
 * An event that speaks of roles is remembered for anyone in their places, together with who stood there; whether that was the one meant is asked when it is recalled.
 */
import type { Actor, Event, Quantifier, Truth, Who } from '../treaty/index.js';
import type { People } from './people.js';
import type { Bindings, Remembered } from './situation.js';
import { and } from './truth.js';

/** Roles every life of a clause fills by itself: of a duty who owes it, of a power or permission who holds it. */
export const SELF_ROLES: readonly string[] = ['debtor', 'holder'];

/** What a life of a clause binds: what its trigger did, and itself where the clause speaks of it. */
export function withSelf(bindings: Bindings, roles: readonly string[] | undefined, self: 'debtor' | 'holder', members: readonly string[]): Bindings {
  return roles?.includes(self) ? { ...bindings, [self]: members } : bindings;
}

/** Whether a part of the text speaks of a role. */
export const speaksOfRole = (part: unknown): boolean => /"kind":"role","role":/.test(JSON.stringify(part) ?? '');

const MARK = '#';

/** The event for anyone in the places of roles, and who was meant there: the k-th of them stands under `#k` in what its occurrences bind. */
export function forAnyone(event: Event): { readonly event: Event; readonly asked: readonly Who[] } {
  const asked: Who[] = [];
  const open = (who: Who): Who => {
    if (!speaksOfRole(who)) return who;
    asked.push(who);
    return { kind: 'anyone', as: `${MARK}${asked.length - 1}`, span: 'span' in who ? who.span : event.span };
  };
  const quantifierOf = (one: Quantifier): Quantifier => (one.kind === 'of' ? { ...one, who: open(one.who) } : one);
  const opened = (one: Event): Event => {
    switch (one.kind) {
      case 'act': return { ...one, ...(one.by ? { by: open(one.by) } : {}), ...(one.on ? { on: open(one.on) } : {}) };
      case 'finding': return { ...one, ...(one.by ? { by: open(one.by) } : {}), ...(one.names ? { names: open(one.names) } : {}) };
      case 'becomes': return { ...one, quantifier: quantifierOf(one.quantifier) };
      case 'either': return { ...one, of: one.of.map(opened) };
      case 'guarded': case 'repeated': return { ...one, of: opened(one.of) };
      default: return one;
    }
  };
  if (!speaksOfRole(event)) return { event, asked };
  return { event: opened(event), asked };
}

/** Who stood in the places of roles, of all that an occurrence bound; undefined where it speaks of none. */
export function stoodIn(bindings: Bindings): Bindings | undefined {
  let stood: { [role: string]: readonly string[] | undefined } | undefined;
  for (const role in bindings) if (role.startsWith(MARK)) (stood ??= {})[role] = bindings[role];
  return stood;
}

export const sameStanding = (one: Bindings | undefined, other: Bindings | undefined): boolean =>
  one === other || JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});

/** Whether those who stood in the places of roles are those whom `bindings` mean. */
export function meant(people: People, asked: readonly Who[], remembered: Remembered, bindings: Bindings): Truth {
  return and(asked.map((who, index): Truth => {
    const names = remembered.stood?.[`${MARK}${index}`];
    // Another alternative of the event occurred, which has no such place.
    if (!names) return 'true';
    const [name] = names;
    const actor: Actor = name === undefined ? { kind: 'unknown' } : names.length === 1 ? { kind: 'one', name } : { kind: 'one of', names };
    return people.includes(who, actor, bindings, remembered.at.from);
  }));
}

