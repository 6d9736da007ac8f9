/** The next instant at which time alone changes something. */
import type { Instant } from '../treaty/index.js';
import { addDuration } from './calendar.js';
import type { Draft } from './draft.js';
import { terminationInstant } from './instrument.js';

/** The earliest instant after (or, while it is not closed, at) now at which time alone changes something; `Infinity` when nothing does. */
export function nextCritical(draft: Draft): Instant {
  const { situation, text } = draft;
  let next = Infinity;
  const consider = (instant: Instant | undefined): void => {
    if (instant !== undefined && instant < next && (instant > situation.now || (instant === situation.now && !situation.closed))) next = instant;
  };
  for (const instances of situation.norms.values()) {
    for (const instance of instances.values()) {
      consider(instance.deadline?.from);
      consider(instance.deadline?.to);
      consider(instance.effectiveAt);
    }
  }
  for (const decision of situation.decisions.values()) if (decision.state === 'open') consider(decision.closes?.to);
  for (const instant of text.fixedInstants) consider(instant);
  consider(situation.instrument.entryIntoForceDue);
  for (const instant of situation.instrument.joining.values()) consider(instant);
  for (const termination of text.treaty.terminations) consider(terminationInstant(draft, termination));
  if (text.hasConditions) { considerForgetting(draft, consider); considerAwakening(draft, consider); }
  return next;
}

/** A power that must follow an act whose time is uncertain may be used once the act has surely happened, and long enough ago. */
function considerAwakening({ text, situation: { memory } }: Draft, consider: (instant: Instant) => void): void {
  for (const { notBefore } of text.powers) {
    const index = notBefore ? text.watchOf.get(notBefore.event) : undefined;
    if (!notBefore || index === undefined) continue;
    const { duration } = notBefore;
    const after = (instant: Instant): Instant => (duration && !('kind' in duration) ? addDuration(instant, duration, text.calendar) : instant);
    for (const { at } of memory.watched[index] ?? []) { consider(after(at.from)); consider(after(at.to)); }
  }
}

/** Conditions that time alone changes: a remembered occurrence falls out of its window, a spell of coverage begins or ends. */
function considerForgetting({ text, situation: { memory } }: Draft, consider: (instant: Instant) => void): void {
  for (const { index, within } of text.forgetting) {
    for (const { at } of memory.watched[index] ?? []) {
      consider(addDuration(at.from, within, text.calendar) + 1);
      if (at.to !== at.from) consider(addDuration(at.to, within, text.calendar) + 1);
    }
    if (!memory.complete) for (const { period } of memory.coverage) consider(addDuration(period.from, within, text.calendar));
  }
  if (!memory.complete) for (const { period } of memory.coverage) { consider(period.from); consider(period.to + 1); }
}
