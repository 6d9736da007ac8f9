/** The words of a case, put into the words treaties ask for. Generic: nothing here knows any treaty. docs/cases.md shows these tables; test/cases/document.test.ts holds it to them. */
import { stem, wordsOf } from './words.js';

export type Force = 'armed' | 'below' | 'threat' | 'internal' | 'economic';

/** What the act of a case was, by its force, the gravest first. Words the table does not hold leave `force` unknown. */
export const FORCE: readonly (readonly [force: Force, words: readonly string[]])[] = [
  ['armed', ['armed-attack', 'attack', 'invasion', 'shelling', 'bombing', 'bombardment', 'air-strike', 'airstrike', 'strike', 'sinking', 'occupation', 'incursion', 'offensive', 'war', 'raid', 'air-raid', 'assault', 'landing', 'shootdown', 'shoot-down', 'downing', 'annexation', 'seizure-of-territory', 'aggression', 'counter-offensive', 'intervention', 'torpedo', 'torpedoing', 'mining', 'shooting', 'firefight', 'combat', 'hostilities', 'ambush', 'massacre', 'storming', 'siege', 'barrage', 'volley', 'advance', 'capture-of-territory', 'capture-of-town']],
  ['below', ['airspace-violation', 'overflight', 'coercion-at-sea', 'coercion', 'ramming', 'blockade', 'boarding', 'harassment', 'sabotage', 'border-violation', 'trespass', 'detention', 'arrest', 'abduction', 'hostage-taking', 'seizure', 'capture', 'jamming', 'spoofing', 'cable-cutting', 'cable-damage', 'pipeline-damage', 'severing', 'severance', 'damage', 'vandalism', 'arson', 'instrumentalised-migration', 'instrumentalized-migration', 'migration', 'mass-crossing', 'intrusion', 'incident', 'debris', 'debris-fall', 'water-cannon', 'provocation', 'border-incident', 'warning-shots', 'interception', 'poisoning', 'assassination', 'espionage', 'disinformation', 'election-interference', 'interference', 'propaganda', 'border-closure', 'sighting']],
  ['threat', ['threat', 'ultimatum', 'build-up', 'buildup', 'troop-build-up', 'mobilisation', 'mobilization', 'massing', 'exercise', 'counter-landing-expected', 'attack-expected', 'standoff', 'stand-off', 'deployment', 'alert', 'intimidation', 'show-of-force', 'neighbouring-war', 'neighbouring-conflict']],
  ['internal', ['civil-unrest', 'coup', 'rebellion', 'insurgency', 'uprising', 'civil-war', 'riots', 'riot', 'coup-attempt', 'mutiny', 'unrest', 'revolution', 'revolt', 'putsch', 'insurrection', 'protest']],
  ['economic', ['economic-coercion', 'economic-pressure', 'gas-cutoff', 'gas-cut-off', 'gas-cut', 'cut-off', 'cutoff', 'supply-cut', 'embargo', 'trade-ban', 'trade-war', 'import-ban', 'export-ban', 'customs-blockade', 'trade-blockade', 'sanctions', 'trade-restrictions', 'trade-restriction', 'price-increase', 'boycott', 'tariffs', 'tariff']],
];

/** Words of harm done whose cause they do not tell, and launches whose end they do not tell. */
export const OPEN_WORDS: readonly string[] = ['missile-launch', 'rocket-launch', 'missile-impact', 'impact', 'crash', 'explosion', 'blast', 'detonation', 'attempted-strike', 'contact', 'radar-lock'];

/** What makes `attack`, `strike`, `fire` or `operation` one of arms. Any other word before them leaves the force unknown: a heart attack is an attack too. */
export const ARMS: readonly string[] = ['armed', 'military', 'missile', 'rocket', 'drone', 'uav', 'loitering', 'munition', 'air', 'aerial', 'airborne', 'aircraft', 'helicopter', 'naval', 'sea', 'amphibious', 'artillery', 'mortar', 'tank', 'ground', 'land', 'cross', 'border', 'surprise', 'full', 'large', 'scale', 'major', 'limited', 'massive', 'combined', 'coordinated', 'sustained', 'deliberate', 'direct', 'retaliatory', 'punitive', 'preemptive', 'terror', 'terrorist', 'suicide', 'bomb', 'car', 'truck', 'train', 'torpedo', 'infantry', 'armoured', 'conventional', 'nuclear', 'ballistic', 'cruise', 'gun', 'machine', 'small', 'arms', 'sniper', 'grenade', 'commando', 'guerrilla', 'antitank', 'anti', 'ship', 'tank', 'surface', 'to', 'of', 'and', 'heavy', 'weapon', 'weapons', 'howitzer', 'mlrs', 'grad', 'multiple', 'kamikaze', 'renewed', 'night', 'special', 'opening', 'exchange', 'open', 'live'];
const HEADS = ['attack', 'strike', 'fire', 'operation', 'firing', 'gunfire', 'rocketing'];
/** Means that are no arms, wherever they stand in the word. */
export const NO_ARMS: readonly string[] = ['cyber', 'cyberattack', 'cyberattacks', 'ddos', 'malware', 'ransomware', 'hacking', 'hack', 'wiper', 'phishing', 'digital', 'hybrid', 'information', 'disinformation', 'electronic', 'gps'];
const COMING = /^(threat-of|threatened|threatening|planned|feared|expected|imminent|anticipated|possible|announced)-|-(threat|threats|expected|feared|anticipated|planned|warning)$/;
const SAID_ONLY = /^(alleged|suspected|claimed|unconfirmed|reported|attempted|failed|foiled)-/;
const OMITTED = /^(failure|failing|refusal|refusing|delay|omission|non|no|not)-(of-|in-|to-)?|-(withheld|not-\w+|unfulfilled|unimplemented|delayed)$/;

/** Whether the case says that something was not done: `failure-to-withdraw`, `non-release`. The rest of the word says what. */
export const omittedIn = (act: string): string | undefined => (OMITTED.test(wordsOf(act)) ? wordsOf(act).replace(OMITTED, '') : undefined);

/** The force of an act in words; `disputed` where the word itself leaves it open; nothing where its meaning is not set. */
export function forceOf(act: string): Force | 'disputed' | undefined {
  if (omittedIn(act) !== undefined) return undefined;
  const parts = act.split(/-and-|-or-|-then-|\+|,|\//).map(wordsOf).filter((part) => part !== '');
  const whole = exact(wordsOf(act));
  if (whole !== undefined) return whole;
  const found = parts.map(forceOfPart);
  return FORCE.map(([force]) => force).find((force) => found.includes(force)) ?? found.find((one) => one !== undefined);
}

function exact(word: string): Force | 'disputed' | undefined {
  const known = FORCE.find(([, words]) => words.some((one) => one === word || stem(one) === stem(word)));
  return known?.[0] ?? (OPEN_WORDS.some((one) => stem(one) === stem(word)) ? 'disputed' : undefined);
}

function forceOfPart(part: string): Force | 'disputed' | undefined {
  const known = exact(part);
  if (known !== undefined) return known;
  if (COMING.test(part)) return 'threat';
  const pieces = part.split('-');
  if (pieces.some((piece) => NO_ARMS.includes(piece))) return 'below';
  if (pieces.some((piece) => exact(piece) === 'internal')) return 'internal';
  if (SAID_ONLY.test(part)) {
    const rest = forceOfPart(part.replace(SAID_ONLY, ''));
    return rest === 'armed' ? 'disputed' : rest;
  }
  // English puts the head last (`cross-border-shelling`) unless a preposition follows it (`seizure-of-vessels`, `firing-on-vessels`).
  const head = pieces.findIndex((piece) => ['of', 'on', 'at', 'against', 'by', 'from', 'in', 'into', 'near', 'with'].includes(piece));
  const phrase = head > 0 ? pieces.slice(0, head) : pieces;
  for (let from = 0; from < phrase.length; from += 1) {
    const tail = phrase.slice(from).join('-');
    if (HEADS.includes(stem(tail))) return phrase.slice(0, from).every((piece) => ARMS.includes(piece) || ARMS.includes(stem(piece))) ? 'armed' : undefined;
    const force = exact(tail);
    if (force !== undefined) return force;
  }
  return undefined;
}

/** Force in the sense of the Charter, article 2(4): wider than an armed attack, and the threat of it too. */
export type ForceUsed = 'used' | 'threatened' | 'none' | 'disputed';
/** Less than an armed attack, and yet force between states: done with vessels, shots or by barring the way. */
export const LESSER_FORCE: readonly string[] = ['ramming', 'blockade', 'boarding', 'seizure', 'capture', 'warning-shots', 'coercion-at-sea', 'water-cannon', 'hostage-taking'];
/** Said of force: a threat made in words. Moving forces about may be one or not. */
export const SPOKEN_THREATS: readonly string[] = ['threat', 'ultimatum', 'intimidation'];

export function forceUsedOf(act: string): ForceUsed | undefined {
  const force = forceOf(act);
  switch (force) {
    case 'armed': return 'used';
    case 'disputed': return 'disputed';
    case 'internal': case 'economic': return 'none';
    case 'threat': return SPOKEN_THREATS.some((word) => `-${wordsOf(act)}-`.includes(`-${word}`)) ? 'threatened' : 'disputed';
    case 'below': return LESSER_FORCE.some((word) => `-${wordsOf(act)}-`.includes(`-${word}-`)) && !NO_ARMS.some((word) => wordsOf(act).split('-').includes(word)) ? 'used' : 'disputed';
    default: return undefined;
  }
}

/** Nuclear weapons: stated, or told by the act or its means. Means that are stated and not nuclear were not nuclear; a threat beside them would be a fact of its own. */
export function nuclearOf(facts: ReadonlyMap<string, string>): string | undefined {
  const stated = facts.get('nuclear') ?? facts.get('nuclear_weapons');
  if (stated !== undefined) return familyOf(stated, { used: ['used', 'yes'], threatened: ['threat', 'threatened'], no: ['no', 'none', 'not'], disputed: ['disputed', 'contested', 'unknown'] }) ?? stated;
  const act = wordsOf(facts.get('act') ?? '');
  const means = facts.get('means');
  const named = /(^|-)(non-nuclear|not-nuclear)/.test(`${act}-${wordsOf(means ?? '')}`) ? false : /(^|-)(nuclear|atomic)(-|$)/.test(`${act}-${wordsOf(means ?? '')}`);
  if (named) return forceOf(act) === 'armed' ? 'used' : 'threatened';
  if (means === undefined || forceOf(act) === 'threat') return undefined;
  return 'no';
}

/** What was struck, where a word names a kind treaties tell apart; any other word stays as written. */
export function targetOf(value: string): string {
  const word = wordsOf(value);
  const pieces = word.split('-');
  const has = (...words: readonly string[]): boolean => words.some((one) => pieces.includes(one) || pieces.includes(`${one}s`));
  if (/abroad/.test(word) || has('peacekeeper', 'expeditionary')) return 'forces-abroad';
  const merchant = has('private', 'merchant', 'civilian', 'civil', 'fishing', 'tanker', 'cargo', 'commercial', 'passenger', 'airliner', 'trawler');
  if (has('vessel', 'ship', 'warship', 'boat', 'frigate', 'destroyer', 'submarine', 'corvette', 'carrier', 'minesweeper', 'cutter', 'tanker', 'trawler', 'patrol-boat')) return merchant ? 'private-vessel' : has('public') ? 'public-vessel' : 'vessel';
  if (has('aircraft', 'plane', 'jet', 'helicopter', 'airliner', 'airplane')) return merchant ? 'private-aircraft' : 'aircraft';
  return word;
}

/** A value whose tail only tells details (`confirmed-2001-10-02`), or another word for it. */
export const FAMILIES: Readonly<{ [key: string]: Readonly<{ [value: string]: readonly string[] }> }> = {
  attribution: { confirmed: ['confirmed', 'established', 'admitted', 'proven', 'certain'], probable: ['probable', 'likely', 'highly-likely', 'almost-certain', 'suspected', 'presumed'], claimed: ['claimed', 'self-claimed'], disputed: ['disputed', 'contested', 'alleged', 'unproven', 'unclear'], denied: ['denied'], unknown: ['unknown', 'unattributed', 'none', 'not'] },
  provoked: { yes: ['yes', 'provoked'], no: ['no', 'unprovoked', 'none', 'not'], contested: ['contested', 'disputed', 'claimed', 'alleged', 'partly'], unknown: ['unknown', 'unclear'] },
  intent: { deliberate: ['deliberate', 'intentional', 'intended', 'wilful', 'premeditated'], accidental: ['accidental', 'accident', 'unintended', 'unintentional', 'stray', 'mistaken', 'mistake', 'error', 'inadvertent', 'negligent', 'not-deliberate', 'not-intended'], disputed: ['disputed', 'contested', 'unclear', 'ambiguous', 'alleged'], anticipated: ['anticipated', 'expected'], unknown: ['unknown', 'undetermined'] },
  actor_type: { 'party-state': ['party-state', 'ally', 'member-state'], 'signatory-state': ['signatory-state', 'signatory'], 'guarantor-state': ['guarantor-state', 'guarantor', 'assurer'], 'guarantor-backed': ['guarantor-backed'], state: ['state', 'third-state', 'non-party-state', 'foreign-state', 'regular'], proxy: ['proxy', 'state-backed', 'separatist', 'separatists', 'irregular'], 'non-state': ['non-state', 'terrorist', 'terrorists', 'armed-group'], internal: ['internal', 'domestic', 'home-grown', 'homegrown'], 'coast-guard': ['coast-guard', 'coastguard'], private: ['private', 'merchant', 'civilian', 'commercial'], unknown: ['unknown', 'unidentified', 'disputed', 'unclear', 'contested'] },
  request: { consult: ['consult', 'consultation', 'consultations', 'talks'], assist: ['assist', 'assistance', 'help', 'aid', 'support', 'intervention', 'military'], investigate: ['investigate', 'investigation'], verify: ['verify', 'verification', 'monitoring'], none: ['none', 'no', 'not'] },
  self_defence: { yes: ['yes', 'claimed-and-accepted'], no: ['no', 'none'], disputed: ['disputed', 'contested', 'claimed', 'unknown'] },
};

function familyOf(value: string, family: Readonly<{ [value: string]: readonly string[] }>): string | undefined {
  const word = wordsOf(value);
  const fits = (one: string): boolean => word === one || word.startsWith(`${one}-`);
  return Object.entries(family).flatMap(([name, words]) => words.filter(fits).map((one) => ({ name, length: one.length }))).sort((a, b) => b.length - a.length)[0]?.name;
}

export function valueOf(key: string, value: string): number | string {
  if (key === 'target') return targetOf(value);
  const family = FAMILIES[key];
  const found = family && familyOf(value, family);
  // `confirmed-2010-05-20-disputed-by-accused`: established by some and denied by others is not simply established.
  if (key === 'attribution' && found !== undefined && found !== 'disputed' && /-(disputed|denied|contested|rejected)(-|$)/.test(wordsOf(value))) return 'disputed';
  if (found !== undefined) return found;
  return /^\d+$/.test(value) ? Number(value) : value;
}

/** Whether the case leaves it open who acted: nobody established or even claimed it. */
export const authorOpen = (attribution: string | undefined): boolean => attribution !== undefined && ['disputed', 'denied', 'unknown'].includes(familyOf(attribution, FAMILIES['attribution'] ?? {}) ?? '');

/** Acts that some treaties name for themselves, by the words of a case that tell them. They become entries beside the attack where the treaty declares them. */
export const NAMED_ACTS: Readonly<{ [act: string]: readonly string[] }> = {
  occupy: ['occupation', 'invasion', 'incursion', 'seizure-of-territory', 'landing', 'offensive', 'intervention'],
  annex: ['annexation'],
  'recognise-secession': ['recognition', 'recognition-of-independence'],
  'coerce-economically': FORCE.find(([force]) => force === 'economic')?.[1] ?? [],
  'hold-unilateral-elections': ['unilateral-election', 'unilateral-local-election', 'separatist-election', 'unagreed-election', 'illegal-election', 'unrecognised-election'],
};

export function namedActsOf(act: string, means = ''): readonly string[] {
  if (omittedIn(act) !== undefined || COMING.test(wordsOf(act))) return [];
  // An election is one side's alone where its means say so.
  const alone = /(^|-)(unilateral|unagreed|separate)(-|$)/.test(wordsOf(means)) ? `unilateral-${act}` : act;
  const parts = [act, alone, ...act.split(/-and-|-or-|-then-|\+|,|\//)].map(wordsOf);
  const tells = (part: string, word: string): boolean => [part, part.replace(/-(of|on|at|against|by|from|in|into)-.*$/, '')].some((one) => stem(one) === stem(word) || stem(one).endsWith(`-${stem(word)}`));
  return Object.entries(NAMED_ACTS).filter(([, words]) => words.some((word) => parts.some((part) => tells(part, word)))).map(([name]) => name);
}

/** Keys that say something about the event itself: they become facts of the act, under the same name with hyphens. Treaties use those they ask for. */
export const FACTS: ReadonlySet<string> = new Set([
  'act', 'means', 'actor_type', 'target', 'intent', 'attribution', 'deaths', 'injured', 'provoked', 'outcome', 'border_delimited', 'prior_use_of_force_by_requester', 'requester_declared_first', 'requester_is_initial_aggressor',
  'directed_from', 'external_actor', 'victim_view', 'count', 'duration_min', 'nuclear', 'nuclear_weapons', 'named_power', 'joint_action', 'vote', 'prior_notice_to_ally', 'separate_authority', 'severity', 'self_defence', 'calibre_mm', 'fired_within_km',
]);
/** Keys that lead to entries of their own, say when the text was in force, or whether what was due was done. */
export const ENTRIES: ReadonlySet<string> = new Set([
  'request', 'requesters', 'requester', 'self_invoked_by', 'response', 'in_force_at_event', 'in_force_from', 'in_force_until', 'precondition', 'precondition_met', 'consultation_held', 'claimed_basis',
]);

/** What allies did, read as whether a due duty of help was carried out. Only words that say it plainly count. */
export function responseMeans(response: string): 'given' | 'refused' | undefined {
  if (/(^|-)(none|refused|refusal|neutrality|declined|inaction|ignored|rejected|abandoned)(-|$)|(^|-)only$|no-(action|assistance|help|response|measures)/.test(response)) return 'refused';
  if (/(troops|forces|peacekeepers|measures|defence|defense|military|armed|intervention|reinforcement|supply|arms|weapons|escort|deployed|deployment|assistance|war-declared|declared-war|patrol|blockade-run|joined)/.test(response)) return 'given';
  return undefined;
}

/** Whether talks that were asked for were refused: who only talks, or takes no measures, has not refused to talk. */
export function talksRefused(facts: ReadonlyMap<string, string>): boolean {
  const held = wordsOf(facts.get('consultation_held') ?? '');
  if (/^(yes|held)/.test(held)) return false;
  if (/^(no|refused)(-|$)/.test(held)) return true;
  const response = wordsOf(facts.get('response') ?? '');
  return /^none$|^no-response|(^|-)(refused|refusal|refuses|declined|ignored|rejected|unanswered|no-reply|no-answer|no-show|absent|boycotted|did-not-attend)(-|$)/.test(response);
}
