/** Small random treaties in the language, for holding the fast explorer against the slow one. */
import fc from 'fast-check';

const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** A treaty of two guarantors: a trigger, a duty with what follows its failure, perhaps a power, a decision, a waiting duty, a prohibition, an exception. */
export const anyTreaty: fc.Arbitrary<string> = fc.record({
  window: pick(12, 24, 36),
  failing: pick('', ', failing which it shall explain within 12 hours', ', failing which it shall explain within 12 hours, failing which Victim may sanction', ', failing which Victim may sanction', ', failing which it shall explain'),
  unless: pick('', ', unless quiet', ', unless called'),
  decision: pick('', 'adopted by two thirds of members', 'adopted by a majority of votes cast', 'adopted by unanimity', 'adopted by 1'),
  quorum: pick('', ', quorum 2'),
  silence: pick('', ', silence is consent', ', silence is rejection', ', abstention is consent', ', silence is consent and counts to the quorum'),
  none: pick('', ', if no decision adopted', ', if rejected adopted'),
  opens: pick('aid is settled by each', 'aid is performed by at least 1', 'call is exercised', 'aid is breached'),
  power: pick(', within 24 hours', '', ', repeatable', ', unless some aid is due'),
  until: pick('', ', until enough'),
  jointly: pick('', ' jointly'),
  later: pick('duty telling: each Guarantor shall report, owed to Victim, within 36 hours of alarm.', 'duty telling: each Guarantor shall report, owed to Victim, within 12 hours of aid is performed.', 'duty telling: each Guarantor shall report, owed to Victim, only after call is exercised, within 12 hours of entry into force.', 'duty telling: Victim shall report, owed to each Guarantor, within 24 hours of aid is breached.', 'duty telling: each Guarantor shall report, owed to Victim, only after call is exercised, within 24 hours of alarm.', 'duty telling: each Guarantor shall report, owed to Victim, only after enough, only after aid is settled by each, within 24 hours of alarm.'),
  ban: pick('', 'prohibition calm: Victim shall not sanction, owed to each Guarantor.', 'prohibition calm: Victim shall not explain, owed to each Guarantor, failing which each Guarantor may sanction.'),
  claim: pick('whenever alarm, within 36 hours aid is performed by at least 1', 'whenever alarm, aid is performed by each', 'never aid is breached and call is exercised', 'always no aid is defaulted', 'possible aid is cured', 'aid is performed only after call is exercised', 'whenever aid is breached, within 24 hours aid is cured', 'whenever alarm, within 36 hours telling is performed by at least 1', 'telling is performed only after aid is performed'),
  scope: pick('', 'at most 1 attacks', 'at most 2 attacks', 'at most 2 strike', 'at most 1 aid-in-kind', 'at most 2 attacks, at most 1 aid-in-kind, at most 1 explain', 'free A', 'free Guarantor, Victim', 'at most 1 report, free Victim, B', 'horizon 2 days, tick 6 hours', 'horizon 60 hours, free Victim'),
  assuming: pick('', ', assuming at most 1 of Guarantor defaults', ', assuming at most 0 of Guarantor defaults'),
}).map((given) => `treaty "Any".
times in UTC, a day is 24 hours, tick 12 hours.
party Victim, A, B.
outsider Enemy.
group Guarantor is A, B.
act strike on party, severity 1 to 3.
act aid-in-kind, explain, sanction, call-in, report.
article 1 "All"
define alarm as strike by Enemy on Victim with severity at least 2.
define quiet as strike by Enemy on Victim with severity at most 1.
define enough as aid-in-kind by B.
define called while call is exercised.
duty aid: each Guarantor${given.jointly} shall aid-in-kind, owed to Victim, within ${given.window} hours of alarm${given.unless}${given.until}${given.failing}.
power call: Victim may call-in when alarm${given.power}.
${given.decision === '' ? '' : `decision verdict: by each Guarantor, opens when ${given.opens}, closes after 24 hours${given.quorum}, ${given.decision}${given.silence}${given.none}.`}
${given.later}
${given.ban}
claim asked: ${given.claim}${given.assuming}.
${given.scope === '' ? '' : `scope ${given.scope}.`}
`);
