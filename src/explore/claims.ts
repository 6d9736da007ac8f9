/** Claims as definitions beside the treaty's own, so that the engine itself says when what they speak of occurs or holds. */
import type { Change, Claim, Clause, Definition, Event, Instant, Treaty } from '../treaty/index.js';
import { addDuration } from '../engine/index.js';

const nameOf = (claim: Claim, part: string): string => `claim ${claim.name}: ${part}`;

/** The treaty with one definition for each thing its claims speak of. */
export function withClaims(treaty: Treaty, claims: readonly Claim[]): Treaty {
  const added = claims.flatMap((claim): Clause[] => {
    const { form } = claim;
    const define = (part: string, meaning: Definition['meaning']): Definition => ({ kind: 'definition', name: nameOf(claim, part), article: claim.article, span: claim.span, nameSpan: claim.nameSpan, priorities: [], meaning });
    const event = (part: string, of: Event): Definition => define(part, { kind: 'event', event: of });
    switch (form.kind) {
      case 'always': case 'never': case 'possible': return [define('state', { kind: 'state', condition: form.what })];
      case 'whenever': return [event('trigger', form.trigger), event('response', form.response as Event)];
      case 'only after': return [event('what', form.what), event('after', form.after)];
      // What a coalition can ensure is a game, not a property of single behaviours.
      case 'can': return [];
    }
  });
  return { ...treaty, clauses: [...treaty.clauses, ...added] };
}

/** Where a claim stands along one behaviour: what is still awaited, what has been seen. Everything its future depends on. */
export interface Watch {
  /** Ends of the windows within which a response is awaited; Infinity where the claim sets none. */
  readonly awaited: readonly Instant[];
  readonly seen: boolean;
  readonly verdict: 'open' | 'fails' | 'met' | 'undetermined';
  /** The trigger has occurred: the claim is not vacuous. */
  readonly touched: boolean;
}

export const FRESH: Watch = { awaited: [], seen: false, verdict: 'open', touched: false };

/** A claim's standing after what followed from a step or from time passing up to `now` (closed: the windows that end then have ended). */
export function follow(claim: Claim, watch: Watch, changes: readonly Change[], now: Instant, closed: boolean, treaty: Treaty, stateNow: (name: string) => string | undefined): Watch {
  const { form } = claim;
  if (watch.verdict === 'fails' || form.kind === 'can') return watch;
  let { awaited, seen, verdict, touched } = watch;
  if (form.kind === 'always' || form.kind === 'never' || form.kind === 'possible') {
    const name = nameOf(claim, 'state');
    const states = [...changes.filter(({ verdict: { clause } }) => clause === name).map(({ verdict: { state } }) => state as string), stateNow(name) ?? 'undetermined'];
    touched = true;
    if (form.kind === 'possible') return states.includes('true') ? { ...watch, verdict: 'met', touched } : states.includes('undetermined') && verdict === 'open' ? { ...watch, verdict: 'undetermined', touched } : { ...watch, touched };
    const bad = form.kind === 'always' ? 'false' : 'true';
    if (states.includes(bad)) return { ...watch, verdict: 'fails', touched };
    return states.includes('undetermined') ? { ...watch, verdict: 'undetermined', touched } : { ...watch, touched };
  }
  const [first, second] = form.kind === 'whenever' ? ['trigger', 'response'] : ['what', 'after'];
  for (const { at, verdict: { clause, state } } of changes) {
    if (state !== 'true' && state !== 'undetermined') continue;
    if (form.kind === 'whenever') {
      // Windows that ended before this change ended unanswered.
      if (awaited.some((end) => end < at)) return { awaited: [], seen, verdict: 'fails', touched };
      if (clause === nameOf(claim, first as string)) {
        touched = true;
        if (state === 'undetermined') verdict = 'undetermined';
        else {
          // The earliest end decides: whatever answers it answers the later ones.
          if (awaited.length === 0) awaited = [form.within ? addDuration(at, form.within, treaty.calendar) : Infinity];
        }
      } else if (clause === nameOf(claim, second as string)) {
        if (state === 'true') awaited = [];
        else if (awaited.length > 0) verdict = 'undetermined';
      }
    } else if (clause === nameOf(claim, second as string)) { if (state === 'true') seen = true; else verdict = 'undetermined'; }
    else if (clause === nameOf(claim, first as string)) {
      touched = true;
      if (!seen) return { awaited, seen, verdict: state === 'true' && verdict !== 'undetermined' ? 'fails' : 'undetermined', touched };
    }
  }
  if (awaited.some((end) => end < now || (closed && end === now))) return { awaited: [], seen, verdict: verdict === 'undetermined' ? 'undetermined' : 'fails', touched };
  return { awaited, seen, verdict, touched };
}
