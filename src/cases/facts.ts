/** The words of a case, put into the words treaties ask for. Generic: nothing here knows any treaty. The table is documented in docs/cases.md. */

/** What the act of a case was, by its force. Words the table does not hold leave `force` unknown. */
const FORCE: readonly (readonly [force: string, words: readonly string[]])[] = [
  ['armed', ['armed-attack', 'attack', 'invasion', 'shelling', 'bombing', 'bombardment', 'air-strike', 'airstrike', 'strike', 'missile-strike', 'drone-strike', 'sinking', 'occupation', 'incursion', 'offensive', 'war', 'raid', 'assault', 'landing', 'shootdown', 'shoot-down', 'annexation', 'seizure-of-territory', 'aggression', 'counter-offensive', 'ground-offensive', 'intervention', 'torpedo', 'mining', 'shooting', 'firefight', 'terror-attack', 'terrorist-attack']],
  ['below', ['airspace-violation', 'overflight', 'coercion-at-sea', 'ramming', 'blockade', 'boarding', 'harassment', 'cyber-attack', 'cyberattack', 'sabotage', 'border-violation', 'trespass', 'detention', 'seizure', 'jamming', 'cable-cutting', 'instrumentalised-migration', 'intrusion', 'debris', 'water-cannon', 'provocation', 'border-incident', 'poisoning', 'assassination']],
  ['threat', ['threat', 'ultimatum', 'build-up', 'buildup', 'troop-build-up', 'mobilisation', 'massing', 'exercise', 'counter-landing-expected', 'attack-expected', 'nuclear-threat', 'deployment']],
  ['internal', ['civil-unrest', 'coup', 'rebellion', 'insurgency', 'uprising', 'civil-war', 'riots', 'coup-attempt', 'mutiny', 'unrest']],
  ['economic', ['economic-coercion', 'gas-cutoff', 'gas-cut-off', 'embargo', 'trade-ban', 'sanctions', 'trade-restrictions', 'boycott']],
];

/** The force of an act in words: the word itself, else its parts (`invasion-and-annexation`), the gravest first. */
export function forceOf(act: string): string | undefined {
  const parts = [act, ...act.split(/-and-|-or-|\+|,|\//), ...act.split('-')];
  for (const part of parts) for (const [force, words] of FORCE) if (words.includes(part)) return force;
  return undefined;
}

/** A value whose tail only tells details: `confirmed-2001-10-02`, `probable-by-investigators`. */
const FAMILIES: Readonly<{ [key: string]: readonly string[] }> = {
  attribution: ['confirmed', 'probable', 'claimed', 'disputed', 'denied', 'unknown'],
  provoked: ['yes', 'no', 'contested', 'disputed', 'unknown'],
  intent: ['deliberate', 'accidental', 'disputed', 'anticipated', 'unknown'],
};

export function valueOf(key: string, value: string): number | string {
  const family = FAMILIES[key]?.find((word) => value === word || value.startsWith(`${word}-`));
  if (family !== undefined) return family;
  return /^\d+$/.test(value) ? Number(value) : value;
}

/** Keys that say something about the event itself: they become facts of the act, under the same name with hyphens. Treaties use those they ask for. */
export const FACTS: ReadonlySet<string> = new Set([
  'act', 'means', 'actor_type', 'target', 'intent', 'attribution', 'deaths', 'injured', 'provoked', 'outcome', 'border_delimited', 'prior_use_of_force_by_requester', 'requester_declared_first', 'requester_is_initial_aggressor',
  'directed_from', 'external_actor', 'victim_view', 'count', 'duration_min', 'nuclear', 'precondition', 'precondition_met', 'named_power', 'consultation_held', 'joint_action', 'vote', 'claimed_basis', 'prior_notice_to_ally', 'separate_authority', 'severity',
]);
/** Keys that lead to entries of their own, or say when the text was in force. */
export const ENTRIES: ReadonlySet<string> = new Set(['request', 'requesters', 'self_invoked_by', 'response', 'in_force_at_event', 'in_force_from', 'in_force_until', 'requester']);

/** What allies did, read as whether a due duty was carried out. Only words that say it plainly count. */
export function responseMeans(response: string): 'given' | 'refused' | undefined {
  if (/(^|-)(none|refused|refusal|neutrality|declined|inaction|ignored|rejected|abandoned)(-|$)|(^|-)only$|no-(action|assistance|help|response|measures)/.test(response)) return 'refused';
  if (/(troops|forces|peacekeepers|measures|defence|defense|military|armed|intervention|reinforcement|supply|arms|weapons|escort|deployed|deployment|assistance|war-declared|declared-war|patrol|blockade-run|joined)/.test(response)) return 'given';
  return undefined;
}
