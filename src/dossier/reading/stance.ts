/** What is said of it (offers, accepts, demands, rejects, uncertain, or only reports) and whose stance that is. */
import type { Stance } from '../../treaty/index.js';
import type { Cast } from './cast.js';
import type { Parties } from './parties.js';

const UNSURE = /\b(?:(?:could|can) imagine|conceivable|weigh(?:s|ed|ing)\b|considering\b|mull(?:s|ed|ing)|rul(?:e|es|ed|ing) nothing out|(?:not|nothing) (?:yet )?(?:decided|settled|ruled out)|could not (?:yet )?come sooner|put to a vote|still (?:do(?:es)?(?: not|n['’]t)) know|(?:is|was|are|were) (?:gone|cut|missing|dropped|deleted|struck) from|(?:express|voic)\w* (?:\w+ )?(?:doubts?|scepticism|skepticism|reservations|uncertainty)|perhaps|maybe|might|may (?:be able|agree|accept|be willing|be ready|have|offer|live|join|send|take)|(?:it (?:is|was) )?(?:not (?:yet )?clear|unclear)|too early|undecided|not (?:yet )?(?:been )?decided|only (?:when|if|once)|could not yet|not yet (?:be |been )?(?:given|agreed|settled|known)|do(?:es)? not (?:yet )?know|remains? (?:open|to be)|(?:can|could) live with|potentially|possibly|would consider|remains? (?:uncertain|unclear|unsettled|open)|(?:there (?:is|are) |has |have )?(?:no|few|hardly any) (?:details?|clarity|answers?)(?: \w+){0,2} (?:on|of|about|how|whether|who|what|yet)|(?:details?|questions) (?:\w+ )?remain)\b/i;
const REJECTS = /\b(?:under no circumstances|on no account|(?:an )?(?:unfriendly|hostile) act|recipe for|(?:only|not) after\b[^.]{0,20}\bdisarmed|no business|no such\b|false\b|untrue|misunderstanding|baseless|groundless|nonsense|fabricat\w+|unfounded|lead(?:s)? nowhere|nothing to (?:share|discuss|talk about|negotiate)|(?:is|are|am|was|were) not (?:sending|going to|ready|prepared|willing|on the table|about to)|(?:will|would) (?:send|have|deploy|give|lift|host) no\b|threat(?:en|ens|ened) to|(?:had|has|have) no (?:other )?(?:part|role)|it had not\b|reject(?:s|ed|ing)?|refus(?:e|es|ed|al)|rul(?:e|es|ed|ing) out|oppos(?:e|es|ed|ition)|(?:will|would|can|could|shall|does|do|did)(?:n['’]t| ?not| never| no longer) (?:\w+ )?(?:accept|agree|allow|withdraw|recogni[sz]e|cede|give|send|sign|cross|tolerate|join|take part|support|discuss|leave|trade|permit|surrender|hand|be)|(?:we|I|it|he|she|they|russia|ukraine) (?:cannot|can['’]t|won['’]t)(?! comment)|(?:not|never|n['’]t|yet to) (?:\w+ )?(?:agree[ds]?|accept(?:ed)?|approved?|committed|endorsed?|signed|consent(?:ed)?)\b|no second opinion|(?:would|will) (?:send|accept) no\b|not acceptable|unacceptable|unachievable|unthinkable|inconceivable|no \w+(?: and no \w+)?(?: of \w+)? (?:will|shall|can|may|is to)\b|prohibits?|forbids?|out of the question|not for discussion|not negotiable|non-negotiable|impossible|unnecessary|legitimate targets?|red line|no (?:intention|plans?) (?:of|to)|never (?:accept|agree|recogni[sz]e)|dismiss(?:es|ed)?|hardly possible|there (?:is|was|can be|will be) no\b|(?:seen|regarded|treated|viewed|considered) as (?:an? )?(?:\w+ ){0,2}(?:confrontation|aggression|act of war|declaration of war|targets?|escalation|intervention|provocation|threat|occupation)|(?:opposition|objections?) to\b|^\s*against (?:the |any |a |an )?(?:\w+ ){0,3}(?:deploy\w+|send\w+|station\w+|plan|idea|proposal|move|presence|expansion|membership|conce\w+|cession))/i;
const DEMANDS = /\b(?:would like|come first|(?:at|for) the at least|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|wish(?:es|ed) (?:to|for)|push(?:es|ed|ing) for|insist(?:s|ed|ing)?|must|(?:have|has|had) to\b|needs?|needed|require[sd]?|(?<!, )should|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|want(?:s|ed)?|(?:we|he|she|they) asks? for|ask(?:s|ed) for|ought to|expects? (?:russia|ukraine|the)|is no guarantee|worth nothing)\b/i;
const ACCEPTS = /\b(?:accept(?:s|ed|ing)?|agree(?:s|d|ing)?|agreement with|(?<!\b(?:to|the|of|for|with|any|more|its|their|his|her|our|military|financial|western|american|european|air|continued|further|political|popular|increased|long-term|public) )support(?:s|ed|ing)?|(?<=(?:express|voic)\w* (?:\w+ )?)(?:gratitude|support|satisfaction|approval)|welcom(?:e|es|ed|ing)|endors(?:e|es|ed)|approv(?:e|es|ed)|said yes|ready to sign|in favou?r of|back(?:s|ed)|conced(?:e|es|ed)|made (?:some )?concessions?|would not stand in the way|no objections?|open to|consent(?:s|ed)?|committed to (?:the )?(?:plan|deal))\b/i;
const OFFERS = /\b(?:will (?:set up|build|pay|open|lift|invite|establish|fund|finance|train|supply|deploy|equip|guard|watch|police|monitor|back|share)|(?:would|could) (?:pay|open|lift|set up|build|fund|finance|train|supply|deploy|equip|watch|police|monitor|first look|stand on|be based)|st(?:ands?|ood) (?:\w+ )?behind|(?:is|are|was|were) offering|provid(?:es|ed) for|offer(?:s|ed|ing)?|(?:is|are|was|were|be|stands?|stood) (?:ready|prepared|willing)|ready to|prepared to|willing to|will(?:ing)? (?:send|provide|lead|contribute|take|help|host|join|bring|give|protect|come|support|put|station|defend)|would (?:send|be sent|provide|lead|contribute|take part|help|host|join|bring|support|put|station|defend|protect)|could (?:send|move|provide|offer|lead|host|contribute|take part|help|station|deploy|join|give|put)|promis(?:e|es|ed)|pledg(?:e|es|ed)|vow(?:s|ed)?|commit(?:s|ted)? (?:to|itself)|we will(?! not| never)|propos(?:e|es|ed|al)|let)\b/i;

/** An offer that ends in the question what the other side will do (`we are ready to …, and you?`). */
const READY = /\b(?:we|I)(?:['’](?:re|m)| are| am) (?:\w+ )?(?:ready|prepared|willing) to\b[^?]*[,;–—]/i;

const CONSENTS = /^(?:\w+ ){0,3}(?:ready|prepared|willing|will|would|could|can) (?:\w+ )?(?:to )?(?:accept|agree|sign|recogni[sz]e|live with|consent)\b/i;
/** What the speaker's own side will do, in so many words. */
const OWN_ACT = /^[\s"“‘'«]*(?:that )?(?:(?:we|I|it|they|he|she|(?:the |its |his |her |our |their )?(?:\p{L}+[ -]){0,2}\p{L}+) )(?:would|will|['’]ll) (?!be\b|have\b|not\b|never\b|need\b|depend|like\b|take place|take \w+ (?:weeks|months|years)|continue\b|mean\b|come\b|go\b|see\b(?! to)|study|consider|decide|remain|stay|get\b|know|meet|hold talks|discuss|find|fail|lose|cost|require|make|lead|happen|still|only)\p{L}+/iu;

const ORDER: readonly (readonly [Stance, RegExp])[] = [['rejects', REJECTS], ['demands', DEMANDS], ['accepts', ACCEPTS], ['offers', OFFERS]];

/** The first that the words speak of; doubt goes before all where it comes early. */
export function stanceOf(content: string, verb: Stance | undefined): Stance {
  if (verb !== undefined) return verb;
  // A question asks, and takes no side.
  if (/\?["”’']*[\s,]*$/.test(content)) return READY.test(content) ? 'offers' : 'reports';
  const unsure = UNSURE.exec(content)?.index ?? Infinity;
  let best: readonly [Stance, number] | undefined;
  for (const [stance, pattern] of ORDER) {
    const at = pattern.exec(content)?.index;
    if (at !== undefined && (best === undefined || at < best[1])) best = [stance, at];
  }
  // `ready to accept`, `will accept`: what is offered is consent.
  if (best?.[0] === 'offers' && CONSENTS.test(content.slice(best[1], best[1] + 48))) best = ['accepts', best[1]];
  if (unsure !== Infinity && (best === undefined || unsure <= best[1] + 60)) return 'uncertain';
  return best?.[0] ?? (OWN_ACT.test(content) ? 'offers' : 'reports');
}

const FINITE = /\b(?:would|will|could|can|cannot|may|might|should|must|shall|has|have|had|is|was|were|are|did|does|do|agree[ds]?|accept(?:s|ed)|offer(?:s|ed)|reject(?:s|ed)|need(?:s|ed)|want(?:s|ed)|demand(?:s|ed)|support(?:s|ed)|refuse[ds]?|made|promised|proposed|insist(?:s|ed)|expected|signed|seeks?|sought|reiterate[sd]?|repeat(?:s|ed)|oppose[sd]?|favou?r(?:s|ed)|prefer(?:s|red)|prohibits?|forbids?|plan(?:s|ned)|intend(?:s|ed)|hope[sd]?|back(?:s|ed)|welcome[sd]?|pledge[sd]?|vow(?:s|ed)|conceded?s?|claim(?:s|ed)|hold[s]?|held|won['’]t|can['’]t|wouldn['’]t)\b/;
/** What one side must do is a demand of who says so; that a side wants it is that side's own. */
const OWN_WANT = /\b(?:want(?:s|ed)?|seek(?:s|ing)?|sought|wish(?:es|ed)|push(?:es|ed) for|demand(?:s|ed)?|insist(?:s|ed)?|ask(?:s|ed)? for|call(?:s|ed)? for)\b/i;

/** `we heard the Danes agree to it`: the consent is theirs. */
const WITNESSED = /\b(?:heard|hear|saw|seen|got) ((?:the )?\p{Lu}[\p{L} -]{2,40}?) (?:to )?(?:agree|accept|say yes|offer|commit|promise|concede|refuse|reject)\b/u;

/** The party that is the subject of what is said, where it is named so. */
export function subjectOf(content: string, parties: Parties, cast: Cast): { readonly party: string; readonly name?: string } | undefined {
  const witnessed = WITNESSED.exec(content);
  const of = witnessed && parties.in(witnessed[1] ?? '')[0];
  if (of) return { party: of.party };
  const head = content.replace(/^[\s"“‘'«]*(?:that |and |but |, )*/, '');
  const finite = FINITE.exec(head.slice(0, 140))?.index;
  if (finite === undefined || finite === 0) return undefined;
  const subject = head.slice(0, finite);
  const people = cast.in(subject).map(({ person, at }) => ({ party: person.party, at, name: person.name }));
  const named = [...people, ...parties.in(subject).map(({ party, span }) => ({ party, at: span[0] }))].filter(({ party }) => party !== undefined).sort((a, b) => a.at - b.at);
  // What belongs to a party is not the party (`the president's speech`), but who speaks for it is.
  const ofTheirs = (at: number): boolean => { const after = subject.slice(at); const hit = /^[\p{L}. -]*?['’]s? (?!(?:\p{L}+ ){0,2}(?:president|minister|government|leaders?|leadership|parliament|side|ministry|army|forces|allies|chancellor|premier|envoy|delegation|people|king|spokes\p{L}+|military|cabinet|council|officials?|office|negotiators?)\b)/iu.exec(after); return hit !== null && hit[0].length < 40; };
  const first = named.find(({ at }) => !ofTheirs(at) && !/\bbetween\b[^,]*\band\s(?:the\s)?$/.test(subject.slice(0, at)) && !/\b(?:for|with|of|in|on|to|by|from|at|between|against|towards?|about|into|near|after)\s+(?:the\s+)?(?:\p{L}+\s+)?$/u.test(subject.slice(0, at)) || /\b(?:[Pp]resident|[Mm]inister|[Gg]overnment|[Ll]eaders?|[Pp]arliament) of (?:the )?$/.test(subject.slice(0, at)));
  if (!first?.party) return undefined;
  const person = people.find(({ at }) => at >= first.at && at < first.at + 60);
  return { party: first.party, ...(person ? { name: person.name } : {}) };
}

/** The stance is the subject's own (and so hearsay from anybody else), not what the speaker asks of it. */
export const isSubjectsOwn = (stance: Stance, content: string): boolean => (stance === 'demands' ? OWN_WANT.test(content) : stance !== 'reports');
