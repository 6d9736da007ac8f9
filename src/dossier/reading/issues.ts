/** What a statement is about: the dossier's issues by the words of their titles and options, else a general list of what guarantees are negotiated over. */
import type { KnownIssue } from './shapes.js';

/** name | words that speak of it, most telling first; a word may be a pattern. */
const GENERAL: readonly (readonly [string, RegExp, number])[] = [
  ['us-role', /\b(?:(?:United States|U\.S\.|US|Washington|America(?:n)?)\b[^.]{0,60}\b(?:backstop|from the air|ground troops|take part|role|boots|support the effort|air support|intelligence)|American (?:troops|soldiers|role|backstop))/g, 5],
  ['no-expansion', /\b(?:legislat\w+|enshrin\w+|by law|(?:a|pass|in|into|new|Russian) law|(?:not|never|no(?: longer)?) (?:to )?(?:attack|invade|pursue|go after|seize|take)\w*)\b[^.]{0,80}\b(?:Europe\w*|countr\w+|territor\w+|land|further|more|any other)\b|\bfurther (?:expansion|land|conquest)\b/g, 5],
  ['binding-force', /\b(?:ratif\w+|parliaments?|vote of the parliament|Bundestag has voted|legally binding|Senate|Congress|signed and ratified)\b/g, 3],
  ['training-and-equipment', /\b(?:train(?:s|ed|ing|ers?)?|equip\w*|missiles?|weapons?|arms|ammunition|air defen[cs]e|radars?|depot|size of (?:the|its) \S+ (?:army|forces)|army of|limit on the size|engineers)\b/g, 3],
  ['policing', /\b(?:observers?|monitor\w*|inspect\w+|peacekeep\w+|verif\w+|patrol(?:s|ling)? the (?:line|border)|polic(?:e|ing)|supervis\w+)\b/g, 3],
  ['forces', /\b(?:troops?|soldiers?|forces?|battalions?|brigades?|vessels?|ships?|garrison|barracks|base[sd]?|boots on the ground|units?|contingents?|withdraw\w*|station(?:ed|ing)?|deploy\w*)\b/g, 2.6],
  ['line', /\b(?:(?:from|along|at|to|on|freeze|recogni[sz]e) the (?:current )?(?:line of contact|contact line|front ?lines?)|demarcation|legal borders?|administrative borders?|1991 borders)\b/g, 3],
  ['territory', /\b(?:territor(?:ies|ial)|(?:cede|give up|trade|hand over|keep|lose|take) (?:\w+ )?territory|land swaps?|(?:trade|give up|cede|hand over|swap)\w* (?:\w+ )?land|cede[sd]?|ceding|concessions?|Donetsk|Luhansk|Donbas|Crimea|Zaporizhzhia|Kherson|oblasts?|constitution\w*)\b/g, 3],
  ['ceasefire', /\b(?:cease-?fires?|truce|armistice|peace (?:deal|agreement|treaty|accord|settlement)|end(?:ing)? (?:of )?the war|stop(?:ping)? the (?:fighting|killing)|settlement|peace with)\b/gi, 3],
  ['sanctions', /\b(?:sanctions?|tariffs?|embargo|frozen assets|penalt\w+)\b/g, 3],
  ['money', /\b(?:cost|costs|pay|fund(?:s|ed|ing)?|budget|billion|million (?:dollars|euros)|reparations?)\b/g, 2],
  ['prisoners', /\b(?:prisoners?|detainees?|captives?|abducted|deported children|exchange of)\b/g, 3],
  ['membership', /\b(?:NATO|EU|European Union|alliance) (?:membership|accession)|\b(?:join|joining|accede to) (?:NATO|the alliance|the (?:EU|European Union))\b/g, 4],
  ['meeting', /\b(?:meet again|next (?:round|meeting)|summit|trilateral|bilateral meeting|meet with|sit down with|face to face|talks)\b/g, 2],
  ['guarantee', /\b(?:guarantees?|guarantors?|Article (?:5|Five|V)|article-5|collective defen[cs]e|assurances?|security for|security of|security commitments?|come to the (?:aid|help)|protection|help that arrives|mutual defen[cs]e)\b/gi, 3],
];

const SMALL = new Set('the a an of and or to in for on by ukraine russia europe european united states union people with from its their not no any who what where how is be are before after between without against under first itself that'.split(' '));
const stemOf = (word: string): string => word.toLowerCase().replace(/['’]s$/, '').replace(/(?:ations?|ing|ers?|ed|es|s)$/, '');
const wordsOf = (text: string): readonly string[] => (text.match(/[\p{L}\d]+/gu) ?? []).filter((one) => !SMALL.has(one.toLowerCase()) && one.length > 2).map(stemOf);

export function issueOf(text: string, known: readonly KnownIssue[]): string | undefined {
  const general = generalIssue(text);
  if (known.length === 0) return general;
  if (general !== undefined && known.some(({ name }) => name === general)) return general;
  // The general matter in the dossier's own division: the issue whose words speak of it most.
  const pattern = GENERAL.find(([name]) => name === general)?.[1];
  const nearest = pattern === undefined ? [] : known.map(({ name, title, options }) => ({ name, hits: `${name.replaceAll('-', ' ')}. ${title}. ${options.join('. ')}`.match(pattern)?.length ?? 0 })).filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits);
  if (nearest[0]) return nearest[0].name;
  const there = new Set(wordsOf(text));
  let best: readonly [string, number] | undefined;
  for (const { name, title, options } of known) {
    const own = new Set(wordsOf(`${title} ${name.replaceAll('-', ' ')}`));
    const more = new Set(options.flatMap(wordsOf));
    const score = [...there].reduce((sum, word) => sum + (own.has(word) ? 2 : more.has(word) ? 1 : 0), 0);
    if (score >= 2 && ([...own].some((word) => there.has(word)) || score >= 3) && (best === undefined || score > best[1])) best = [name, score];
  }
  return best?.[0];
}

function generalIssue(text: string): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const [name, pattern, weight] of GENERAL) {
    const count = text.match(pattern)?.length ?? 0;
    const score = count === 0 ? 0 : weight + Math.min(count - 1, 2) * 0.5;
    if (score > 0 && (best === undefined || score > best[1])) best = [name, score];
  }
  return best?.[0];
}
