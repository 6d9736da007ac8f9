/** What a statement is about: the dossier's issues by the words of their titles and options, else a general list of what guarantees are negotiated over. */
import type { KnownIssue } from './shapes.js';

/** name | words that speak of it, most telling first; a word may be a pattern. */
const GENERAL: readonly (readonly [string, RegExp, number])[] = [
  ['order-of-guarantee', /\b(?:guarantees?|pledges?|documents?)\b[^.]{0,90}\b(?:before (?:any|a|the)|after (?:any|a|the)|once|only (?:after|when|if)|depends? on|depend(?:ed|ent) on|conditional on|contingent on|in (?:exchange|return) for|tied to|linked to)\b|\b(?:signed|ratified|guarantee\w*)\b[^.]{0,30}\bfirst\b/gi, 4.4],
  ['enforcement', /\b(?:within (?:24|48|72|twenty-four|forty-eight|seventy-two) hours|answers? (?:in|to) (?:\w+ )?(?:steps?|breach\w*)|(?:breach|violation)\w* (?:of|would|will)\b[^.]{0,60}\b(?:respon\w+|answer\w*|met)|(?:respon\w+|answer\w*) to (?:a|any|every|each) (?:breach|violation|attack))\b/gi, 4],
  ['us-role', /\b(?:(?:oblig\w+|commit\w+|bind\w*) (?:Washington|the United States|the Americans)|(?:part|role) (?:of|for) (?:Washington|the United States|the Americans|America)\b|(?:United States|U\.S\.|US|Washington|America(?:n)?)\b[^.]{0,60}\b(?:backstop|from the air|ground troops|take part|role|boots|support the effort|air support|intelligence|no other part|part than)|American (?:troops|soldiers|role|backstop))/g, 5],
  ['no-expansion', /\b(?:legislat\w+|enshrin\w+|by law|(?:a|pass|in|into|new|Russian) law|(?:not|never|no(?: longer)?) (?:to )?(?:attack|invade|pursue|go after|seize|take)\w*)\b[^.]{0,80}\b(?:Europe\w*|countr\w+|territor\w+|land|further|more|any other)\b|\bfurther (?:territorial )?(?:expansion|land|conquests?)\b|\b(?:tak|seiz|grab|conquer|annex|occupy)\w* (?:any |no )?(?:more|further|additional|other) (?:land|territor\w+)|\bviolat\w+ (?:any |no |the |other )*(?:\p{L}+ )?(?:borders?|sovereignty|frontiers?)\b/gu, 5],
  ['binding-force', /\b(?:ratif\w+|parliaments?|vote of the parliament|Bundestag|legally binding|Senate|Congress|signed and ratified|binding)\b/g, 3.2],
  ['training-and-equipment', /\b(?:train(?:s|ed|ing|ers?)?|equip\w*|missiles?|weapons?|arms|ammunition|air defen[cs]e|radars?|depot|size of (?:the|its) \S+ (?:army|forces)|army of|limit on the size|engineers)\b/g, 3],
  ['policing', /\b(?:observers?|monitor\w*|inspect\w+|peacekeep\w+|verif\w+|(?:joint|common|mixed|border) patrols?|patrol(?:s|ling)? the (?:line|border)|watch\w* (?:a|the|over) (?:ceasefire|truce|line|border|peace|stretch)|(?:who|to) (?:will )?watch|polic(?:e|ing)|supervis\w+)\b/g, 3],
  ['forces', /\b(?:troops?|soldiers?|forces?|battalions?|brigades?|vessels?|ships?|garrison|barracks|boots on the ground|military hubs?|hubs|peacekeepers?|foreign troops|units?|contingents?|withdraw\w*|station(?:ed|ing)?|deploy\w*)\b/g, 2.6],
  ['line', /\b(?:(?:legal|legally|lawful|law)[^.,]{0,24} (?:borders?|boundar(?:y|ies)|frontiers?)|(?:borders?|boundar(?:y|ies)|frontiers?) (?:drawn|set|fixed|defined|laid down) (?:by|in|under)|(?<!(?:away|far|back|behind|well) (?:from )?(?:the )?)(?:contact line|line of contact)|(?<!away )(?:from|along|at|to|on|freeze|recogni[sz]e) the (?:current )?(?:line of contact|contact line|front ?lines?)|demarcation|legal borders?|administrative borders?|1991 borders)\b/g, 3],
  ['territory', /\b(?:territor(?:ies|ial)|(?:cede|give up|trade|hand over|keep|lose|take) (?:\w+ )?territory|land swaps?|(?:trade|give up|cede|hand over|swap)\w* (?:\w+ )?land|cede[sd]?|ceding|cessions?|territorial concessions?|concessions? (?:of|on) (?:land|territory)|(?:relinquish|yield|surrender|transfer|loss)\w* (?:of )?(?:any |the )?(?:land|territor\w+)|(?:control|possession) (?:of|over) (?:the |all |both )?[^.,]{0,40}(?:regions?|provinces?|islands?|territor\w+|oblasts?)|Donetsk|Luhansk|Donbas|Crimea|Zaporizhzhia|Kherson|oblasts?|constitution\w*)\b/g, 3],
  ['ceasefire', /\b(?:cease-?fires?|truce|armistice|peace (?:deal|agreement|treaty|accord|settlement)|end(?:ing)? (?:of )?the war|stop(?:ping)? the (?:fighting|killing)|settlement|peace with)\b/gi, 3],
  ['sanctions', /\b(?:sanctions?|tariffs?|embargo|frozen assets|penalt\w+)\b/g, 3],
  ['money', /\b(?:cost|costs|pays?|paying|money|fund(?:s|ed|ing)?|budget|billion|million (?:dollars|euros)|reparations?)\b/g, 2],
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
  const matter = GENERAL.find(([name]) => name === general)?.[1];
  const pattern = matter && new RegExp(matter.source, 'giu');
  const nearest = pattern === undefined ? [] : known.map((one) => ({ one, hits: wordingOf(one).match(pattern)?.length ?? 0 })).filter(({ hits }) => hits > 0);
  if (nearest.length > 0) return apart(text, nearest, known);
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

const wordingOf = ({ name, title, options }: KnownIssue): string => `${name.replaceAll('-', ' ')}. ${title}. ${options.join('. ')}`;

/** Of issues on one matter, the one of whose own words (those the others lack, names of places among them) the text has most; then the one that speaks of the matter most. */
function apart(text: string, nearest: readonly { readonly one: KnownIssue; readonly hits: number }[], known: readonly KnownIssue[]): string | undefined {
  const stems = (words: string): ReadonlySet<string> => new Set((words.match(/[\p{L}\d]{3,}/gu) ?? []).map(stemOf));
  const there = (text.match(/[\p{L}\d]{3,}/gu) ?? []).map(stemOf);
  const titles = nearest.map(({ one }) => stems(`${one.name.replaceAll('-', ' ')} ${one.title}`));
  const options = nearest.map(({ one }) => stems(one.options.join(' ')));
  const common = new Set([...SMALL].filter((word) => !NAMES_A_PLACE.test(word)));
  // A word that half of all issues have tells none of them apart.
  const spread = (word: string): number => known.filter((one) => stems(wordingOf(one)).has(word)).length;
  const score = (at: number): number => {
    const lacking = (word: string): boolean => !titles.some((other, index) => index !== at && other.has(word));
    return [...new Set(there)].reduce((sum, word) => sum + (common.has(word) || spread(word) > known.length / 2 ? 0 : titles[at]?.has(word) && lacking(word) ? 2 : options[at]?.has(word) && lacking(word) ? 0.5 : 0), 0);
  };
  return nearest.map(({ one, hits }, at) => ({ name: one.name, hits, score: score(at) })).sort((a, b) => b.score - a.score || b.hits - a.hits)[0]?.name;
}

const NAMES_A_PLACE = /^(?:ukraine|russia|europe)$/;

function generalIssue(text: string): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const [name, pattern, weight] of GENERAL) {
    const count = text.match(pattern)?.length ?? 0;
    const score = count === 0 ? 0 : weight + Math.min(count - 1, 2) * 0.5;
    if (score > 0 && (best === undefined || score > best[1])) best = [name, score];
  }
  // A word at the head of a sentence has a capital it lacks elsewhere.
  const opened = text.replace(/(^\s*|[.!?]\s+|["“‘]|\bthat )(\p{Lu})(?=\p{Ll})/gu, (_, before: string, letter: string) => `${before}${letter.toLowerCase()}`);
  return best?.[0] ?? (opened === text ? undefined : generalIssue(opened));
}
