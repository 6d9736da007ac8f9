/** What a writer left to be filled in: instructions in brackets or standing alone, TK and its like, letters and noughts for figures, a relative day where a date belongs. */
import type { Article } from '../document.js';
import type { Fault } from '../shapes.js';

const COUNT = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|x|n)';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const RELATIVE = `(?:today|yesterday|tomorrow|(?:the )?day before yesterday|${COUNT} (?:day|week|month|hour)s? (?:ago|earlier|before|from now)|(?:last|next|this) (?:week|month|year|${DAY}))`;
const TO_FILL = '(?:today(?: ?(?:minus|plus|[-–+]) ?\\d+)?|yesterday|tomorrow|date|dates|day|weekday|name|names|surname|time|place|location|city|country|insert|figure|number|quote|source|link|url|photo|picture|pic|image|video|map|graphic|caption|headline|title|amount|sum|percentage|tba|tbc|tbd|tk|to come|to be confirmed|to be added|to follow|add|check|verify|confirm|fill in|update|your|xx+|placeholder|year|month|author|reporter|correspondent|contributor|byline|outlet|speaker|details?|missing|awaiting|pending|dummy)';
/** What an unbracketed note asks for. */
const PIECE = '(?:quotes?|names?|bylines?|links?|photos?|images?|pictures?|videos?|captions?|dates?|sources?|headlines?|figures?|numbers?|maps?|graphics?|charts?|tables?|texts?|copy|paragraphs?|sentences?|details?|reactions?|comments?|reply|replies|background|context|intro|teaser|title|credit|tags?|location|place|city|country|time)';

interface Rule { readonly pattern: RegExp; readonly what: string; /** In somebody's quoted words brackets hold what an editor explains. */ readonly notInQuotes?: boolean }
const IN_BRACKETS = 'words in brackets are left to be filled in';
const A_NOTE = 'a note of the writer to themselves is left in';
const STANDS_FOR = 'letters stand where a figure or name belongs';

const RULES: readonly Rule[] = [
  { pattern: new RegExp(`[[({<]\\s*(?:${DAY}\\s*[,:=–—-]?\\s*)?${RELATIVE}(?:\\s*[,:=–—-]?\\s*(?:${DAY}))?\\s*[\\])}>]`, 'gi'), what: 'a relative day stands in brackets where a date belongs', notInQuotes: true },
  { pattern: new RegExp(`\\b${DAY}\\b(?:\\s*[–—-])?\\s+${COUNT} days? ago\\b|\\b${COUNT} days? ago (?:on |a )?${DAY}\\b`, 'gi'), what: 'a weekday is glossed by days counted from an unnamed day, where a date belongs' },
  { pattern: /\[\[[^\]\n]{0,80}\]\]/g, what: IN_BRACKETS },
  { pattern: new RegExp(`(?<!\\\\)\\[(?![/{])[^\\]\\n=]{0,60}\\b${TO_FILL}\\b[^\\]\\n=]{0,60}\\]`, 'gi'), what: IN_BRACKETS, notInQuotes: true },
  { pattern: new RegExp(`\\((?:insert|tba|tbc|tbd|tk|xx+|date|name|source|link|photo|add|to be (?:confirmed|added|announced)|(?:${PIECE}|more) (?:to come|to follow|here|tk|needed|missing|pending))\\b[^)\\n]{0,40}\\)`, 'gi'), what: IN_BRACKETS },
  { pattern: new RegExp(`\\((?:(?:please|pls|must|need to|still to|remember to) )?(?:check|verify|fact-?check|confirm|fill in|ask|replace)(?! against| your| if| whether we)\\b(?: [\\p{L}'’-]+){0,6}[!?]*\\)|\\((?:${PIECE}|who|when|where|how many|spelling|age)\\?+\\)|[([]\\?{1,3}[)\\]]`, 'giu'), what: 'a question of the writer to themselves is left in' },
  { pattern: /\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{0,60}\}|<%[^%\n]{0,60}%>|%%[A-Z_]{2,30}%%|(?<!\{)\{[A-Za-z]+(?:_[A-Za-z]+)*\}(?!\})|%(?:s|d|@|\d\$[sd])(?!\w)/g, what: 'the field of a template is not filled in' },
  { pattern: /<(?:insert|your|name|date|place|todo|tbd)\b[^>\n]{0,60}>/gi, what: IN_BRACKETS },
  { pattern: /(?<![\p{L}\d])(?:TODO|FIXME|TBD|TBC|TBA|TKTK|TK|T\/K|T\.B\.[ACD]\.)(?![\p{L}\d])(?::[^.\n]{0,80})?/gu, what: A_NOTE },
  // Capitals ask for it in any place; small letters where the words stand alone, as a note does.
  { pattern: new RegExp(`\\b(?:INSERT|ADD|FILL IN)(?: [A-Z]{2,}){1,4}\\b|\\b(?:${PIECE.replace(/[a-z]+/g, (word) => word.toUpperCase())}|MORE DETAILS?) (?:TO COME|TO FOLLOW|HERE|TK|NEEDED|MISSING|PENDING)\\b`, 'g'), what: A_NOTE },
  { pattern: new RegExp(`(?<=^|[\\n([“"'‘.:!?–—-]\\s*)(?:please |pls )?(?:insert|add|put|paste|drop in)(?: (?:a|an|the|your|some|more|one|another))?(?: [\\p{L}-]+){0,3}? ${PIECE}(?:(?: (?:from|by|of|on|about|for|to|with) [\\p{L} -]{2,40}?)? (?:here|below|above)|(?= *(?:$|\\n|[)\\]”"'’])))`, 'gimu'), what: A_NOTE },
  { pattern: new RegExp(`\\b(?:${PIECE}|[Yy]our [\\p{L}]+) goes here\\b|\\b(?:dummy|placeholder|filler|sample) (?:text|copy|image|quote|headline|caption)\\b`, 'giu'), what: 'filler text is left in' },
  { pattern: /\b(?:First ?[Nn]ame|Fore[Nn]ame|Name) (?:Last ?[Nn]ame|Sur[Nn]ame|SURNAME)\b|\b(?:FIRST|LAST) ?NAME\b|\b(?:Firstname|Lastname|Forename|Surname)(?= |,|$)(?!,? (?:is|was|and|or|of)\b)|(?<![\p{L}-])(?:Author|Reporter|Photographer|Writer|Expert|Minister|Speaker|Company|Your|Staff|Source) Name\b/gu, what: 'a name is not filled in' },
  { pattern: /(?<![\p{L}\d])X{2,}(?![\p{L}\d])(?!\s(?:century|Corps|Congress|Olympi))|(?<![\p{L}\d.])(?<!pp?\. )x{2,}(?![\p{L}\d])/gu, what: STANDS_FOR },
  { pattern: /[$€£]\s?(?:X{1,3}|N{1,3}|Y{2,3})(?![\p{L}\d])(?:\s(?:million|billion|trillion|thousand)|bn|m)?|(?<![\p{L}\d])(?:X|N{1,3}|Y{2,3})(?:[ -](?:million|billion|trillion|thousand|hundred|per ?cent)\b|\s?%)|(?<![\p{L}\d.,:])(?:19|20)(?:XX|xx|\?\?|__|\dX)(?![\p{L}\d])/gu, what: STANDS_FOR },
  { pattern: /(?<![\p{L}\d])(?:D{1,2}([./-])M{1,2}\1Y{2,4}|M{1,2}([./-])D{1,2}\2Y{2,4}|YYYY([./-])MM\3DD|dd([./-])mm\4yyyy|yyyy-mm-dd|[Hh]{2}[:.][Mm]{2}|DD (?:Month|MONTH|MMM+) YYYY|Month DD,? YYYY|Month YYYY)(?![\p{L}\d])/gu, what: 'the pattern of a date or time stands where one belongs' },
  { pattern: /(?<![\p{L}\d.,:/+-])(?:00[./-]00[./-]0{2,4}|0{1,2} \p{Lu}\p{Ll}{2,8} (?:0000|20\d{2})|0000(?!\s?(?:hrs?|hours|GMT|UTC|Z\b|local|CET|EST|BST)|\d))(?![\d:])/gu, what: 'noughts stand where a date or figure belongs' },
  { pattern: /\blorem ipsum\b[^.\n]{0,80}|\b(?:asdf|qwerty|foo bar|blah blah)\b/gi, what: 'filler text is left in' },
  { pattern: /_{3,}|\?{3,}|(?<![=|]\s?)\[\s*\]|\[\s*_+\s*\]|\bNN,NNN\b|@@+|(?<![\p{L}\d#])##(?![\p{L}\d#]|\s*\p{L})/gu, what: 'a blank is left to be filled in' },
];

/** `[the country's] president`, `[last week]`, `[of the number]` within a quote: an editor's explanation, in small letters and with its article or preposition. */
const EXPLAINS = /^\[(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|of|in|on|at|to|by|for|from|with|and|last|next|at the|as)\b(?![^\]]*\b(?:insert|tba|tbc|tbd|tk|to be (?:confirmed|added)|to come|fill in|check)\b)[^\]]*\]$/;

export function placeholderFaults({ text, blocks }: Article): readonly Fault[] {
  const found: Fault[] = [];
  const taken = new Uint8Array(text.length);
  const quotes = blocks.flatMap((block) => block.quotes);
  for (const { pattern, what, notInQuotes } of RULES) {
    for (const hit of text.matchAll(pattern)) {
      const span = [hit.index, hit.index + hit[0].length] as const;
      if (taken.subarray(...span).includes(1)) continue;
      if (notInQuotes === true && EXPLAINS.test(hit[0]) && quotes.some((quote) => quote.span[0] < span[0] && span[1] < quote.span[1])) continue;
      taken.fill(1, ...span);
      found.push({ id: 'placeholder', span, message: `${what}: \`${hit[0].trim()}\``, help: 'write what belongs there, or take the words out' });
    }
  }
  return found;
}
