/** Where or through what something was said: an outlet after `told`, an interview, a post, a press conference, a place. */
import type { Cast } from './cast.js';
import { OUTLETS } from './lexicon.js';
import type { Parties } from './parties.js';

const OUTLET = new RegExp(`\\b(?:on|to|with|told|in|at)\\s+(?:the\\s)?(?:\\p{Lu}\\p{L}+\\s)?((?:${[...OUTLETS].sort((a, b) => b.length - a.length).map((one) => one.replace(/ /g, '\\s')).join('|')}))(?![\\p{L}])(?:['’]s\\s([^,.;]{0,40}))?`, 'u');
const OCCASION = /\b(?:in|at|on|during|by|via|after|told)\s+(?:an?|the|his|her|its|their)?\s*((?:(?:written|joint|televised|video|evening|nightly|daily|weekly|radio|television|news|press|phone|telephone|exclusive|online|brief|public|open|breakfast|state|national|public|\p{Lu}[\p{L}]+)\s)*(?:interview|e-?mail|telephone call|talk show|telethon|two-line note|forum|written reply|reply|readout|message|video|note|press conference|news conference|statement|briefing|speech|address|post|podcast|telephone|phone|video link|videolink|call|conference|summit|hearing|letter|radio|television|TV|broadcast|article|column|reception|rally|debate|session)(?:\s(?:in|with|on|at)\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*)?)/u;
const TOLD = /^told\s+((?:(?:state|public|private|national|Austrian|German|local|news|television|the)\s|\p{Lu}\p{L}+(?:ian|ish|an|ese)\s)*(?:(?:broadcaster|agency|channel|newspaper|daily|weekly|station|network|magazine|outlet|news agency)\s)?)(\p{Lu}[\p{L}\d.’'-]*(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\p{L}\d’'-]*)*)/u;
/** A body or gathering that is told (`told the forum in Vladivostok`). */
const TOLD_BODY = /^told\s+(?:the\s|a\s)?((?:\p{L}+\s){0,3}(?:forum|telethon|parliament|House of Commons|Commons|Bundestag|Security Council|General Assembly|conference|Security Conference|assembly|Congress|summit|[Ss]enate|Rada|Knesset|Duma|committee)(?:\s(?:in|at|of)\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*)?)/u;
const REPORTERS = /^(?:told\s+(?:reporters|journalists|correspondents|lawmakers|parliament|deputies|a crowd|an audience)\s+)?(?:here\s+)?(?:on \p{Lu}\p{L}+day\s+)?(?:at|in|aboard|outside)\s+((?:the\s)?\p{Lu}[\p{L}’'é]+(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\p{L}’'-]+)*)/u;

/** `tail`: the words from the verb on, up to the content; `whole`: the attribution with its appositions. */
export function venueOf(tail: string, whole: string, cast: Cast, parties: Parties): string | undefined {
  return found(tail, whole, cast, parties)?.replace(/\s+on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day).*$/, '').replace(/[\s.,;:]+$/, '');
}

function found(tail: string, whole: string, cast: Cast, parties: Parties): string | undefined {
  const quotedShow = /(?:on|to|told)\s+([A-Z][\p{L} ]{1,20}['’]s\s)?["“‘']([A-Z][^"”’]{2,30}[a-z])[.,!]?["”’']/u.exec(tail);
  if (quotedShow) return `${(quotedShow[1] ?? '').trim()} ${quotedShow[2] ?? ''}`.trim();
  const outlet = OUTLET.exec(tail) ?? (/^(?:In|On|At|Speaking|During)\b/.test(whole) ? OUTLET.exec(` ${whole.charAt(0).toLowerCase()}${whole.slice(1)}`.slice(0, 90)) : null);
  if (outlet) return `${outlet[1] ?? ''}${outlet[2] === undefined ? '' : `, ${outlet[2].trim().replace(/["“”]/g, '').replace(/\s(?:that|on|in)\b.*$/, '')}`}`;
  const body = TOLD_BODY.exec(tail);
  if (body) return body[1]?.trim();
  const told = TOLD.exec(tail);
  if (told) {
    const name = (told[2] ?? '').replace(/\s(?:on|in|that)$/, '');
    if (cast.named(name) === undefined && parties.in(name).every(({ words }) => words !== name)) return name.replace(/['’]s$/, '');
  }
  const occasion = OCCASION.exec(tail) ?? OCCASION.exec(whole.replace(/^(?!In |At |On |During )[^]*?\b(?=(?:who|by|via)\b)/, '').replace(/^\p{Lu}/u, (first) => first.toLowerCase()).slice(0, 160));
  if (occasion) return occasion[1]?.trim();
  const channel = /\bon\s+((?:\p{Lu}[\p{L}]+\s)+(?:television|TV|radio|News|Radio|Television)|X|Telegram|Facebook|Instagram|WhatsApp|social media|his channel|her channel)\b/u.exec(tail)?.[1] ?? (/^On (telegram|facebook|x|social media|truth social)\b/i.exec(whole)?.[1]?.replace(/^t/, 'T'));
  if (/^\p{L}+ (?:\p{L}+ ){0,3}(?:by telephone|by phone)\b/u.test(tail)) return 'telephone';
  if (channel !== undefined) return channel;
  const after = tail.replace(/^\p{L}+\s+/u, (verb) => (verb.startsWith('told') ? verb : ''));
  const place = REPORTERS.exec(after)?.[1]?.replace(/^the\s/, '');
  return place !== undefined && /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|public|private|English|Russian)\b/.test(place) ? undefined : place;
}
