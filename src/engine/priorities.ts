/** Which of two clauses gives way: `notwithstanding` defeats the clause named, `subject to` gives way to it. Static rules see to it that the graph has no cycle. */
import type { Clause, Duty } from '../treaty/index.js';
import { instancesOf, type Draft } from './draft.js';
import type { Instance } from './situation.js';

/** Whether the text lets `one` prevail over `other`. */
export const overrides = (one: Clause, other: Clause): boolean =>
  one.priorities.some((priority) => priority.kind === 'notwithstanding' && priority.clause === other.name)
  || other.priorities.some((priority) => priority.kind === 'subject to' && priority.clause === one.name);

/** A prohibition that prevails over the duty, binds the same debtor now, and forbids without condition every act that would perform it. */
export function prevails(draft: Draft, duty: Duty, instance: Instance): Duty | undefined {
  if (duty.content.kind !== 'achieve') return undefined;
  const owed = duty.content.acts.flatMap((pattern) => pattern.acts);
  return draft.text.duties.find((prohibition) => {
    if (prohibition.content.kind !== 'refrain' || !overrides(prohibition, duty) || prohibition.while || prohibition.unless) return false;
    const forbidden = prohibition.content.acts.filter((pattern) => pattern.places.length === 0 && pattern.tests.length === 0 && !pattern.on).flatMap((pattern) => pattern.acts);
    return owed.every((act) => forbidden.includes(act))
      && instancesOf(draft, prohibition.name).some((one) => one.violatedBy === undefined && one.state === 'due' && instance.members.every((name) => one.members.includes(name)));
  });
}
