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

/** A treaty of three parties who help whoever of them is attacked: roles, findings somebody makes, prohibitions and their breaches, a power that waits for years, an act that ends the treaty. */
export const anyPact: fc.Arbitrary<string> = fc.record({
  attack: pick('attack by any outsider on any party as victim with force is armed', 'attack by any outsider as attacker on any party as victim', 'attack by any party as attacker on any party as victim', 'attack by O on any party as victim or attack by P on A as victim'),
  debtor: pick('each party other than the victim', 'each Ally jointly', 'B', 'the victim'),
  window: pick(', immediately after assault', ', within 24 hours of assault', ', when assault'),
  until: pick('', ', until settle', ', until settle by the victim'),
  after: pick('', ', only after request by the victim', ', only after danger'),
  failing: pick('', ', failing which it shall explain within 12 hours', ', failing which A may sanction'),
  unless: pick('', ', unless settle has occurred', ', unless settle by the victim has occurred'),
  finding: pick('danger', 'danger names A', 'danger by B', 'danger names any party as endangered'),
  consult: pick('each party shall consult, owed to each party, when', 'each party shall consult, owed to each party, within 12 hours of', 'A and B shall consult, owed to C, within 12 hours of'),
  report: pick('', 'duty reporting: each party shall report, owed to A, within 12 hours of help is performed.', 'duty reporting: A shall report, owed to the victim, within 12 hours of help is due.', 'duty reporting: the defaulter shall report, owed to each party, within 12 hours of help is breached of any party as defaulter.', 'duty reporting: each party shall report, owed to A, within 12 hours of ban is breached.', 'duty reporting: each party shall report, owed to A, within 12 hours of ban is breached by at least 2.'),
  ban: pick('', 'prohibition ban: each party shall not sanction, owed to each party.', 'prohibition ban: each party shall not sanction, owed to A, unless danger has occurred.', 'prohibition ban: each party shall not sanction, owed to each party, failing which B may explain.', 'prohibition ban: each of A and B shall not sanction, owed to each party, only after consultation is performed, until settle.'),
  ends: pick('', 'terminates when settle.', 'terminates while settle has occurred and request has occurred.', 'terminates when 1990-01-01.', 'terminates when ban is breached by at least 2.'),
  leaving: pick('', 'power leaving: each party may withdraw, effective 1 year after notice.', 'power leaving: each party may withdraw, effective 1 year after notice, only after 20 years of entry into force.', 'power answer: the victim may sanction, when assault, within 24 hours.', 'power answer: each party other than the victim may sanction, when assault.'),
  claim: pick('whenever assault, help is due', 'whenever assault, within 24 hours help is performed by at least 1', 'whenever assault, help is performed by each', 'always no help is breached', 'help is performed only after request', 'whenever danger, consultation is performed by at least 1', 'never some ban is breached', 'never ban is breached by at least 2', 'whenever ban is breached, within 12 hours reporting is performed', 'possible consultation is breached and help is due', 'whenever danger, within 12 hours consultation is performed by each', 'never in force and some help is performed', 'possible some reporting is due'),
  assuming: pick('', ', assuming at most 1 of Ally defaults'),
}).map((given) => `treaty "Pact".
times in UTC, a day is 24 hours, tick 12 hours.
party A, B, C.
group Ally is A, B, C.
outsider O, P.
act attack on party, force one of armed, below.
act aid, consult, report, explain, sanction, settle, request.
finding danger names party, in the opinion of each party.
article 1 "All"
define assault as ${given.attack}.
duty help: ${given.debtor} shall aid, owed to the victim${given.window}${given.after}${given.until}${given.unless}${given.failing}.
duty consultation: ${given.consult} ${given.finding}.
${given.report.includes('ban is') && given.ban === '' ? '' : given.report}
${given.ban}
${given.leaving}
${given.ends.includes('ban is') && given.ban === '' ? '' : given.ends}
claim asked: ${claimable(given) ? given.claim : 'always no help is breached'}${given.assuming}.
`);

const claimable = ({ claim, ban, report }: { readonly claim: string; readonly ban: string; readonly report: string }): boolean =>
  (!claim.includes('ban is') || ban !== '') && (!claim.includes('reporting is') || (report !== '' && (!report.includes('ban is') || ban !== '')));
