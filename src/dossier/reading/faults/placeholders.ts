/** What a writer left to be filled in: bracketed instructions, TK and its like, a relative day where a date belongs. */
import type { Article } from '../document.js';
import type { Fault } from '../shapes.js';

const COUNT = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|x|n)';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const RELATIVE = `(?:today|yesterday|tomorrow|(?:the )?day before yesterday|${COUNT} (?:day|week|month|hour)s? (?:ago|earlier|before|from now)|(?:last|next|this) (?:week|month|year|${DAY}))`;
const TO_FILL = '(?:date|dates|day|weekday|name|names|time|place|location|city|country|insert|figure|number|quote|source|link|url|photo|image|caption|headline|title|amount|tbc|tbd|tk|to come|to be confirmed|to be added|add|check|fill in|update|your|xx+|placeholder|year|month|author|byline|outlet|speaker|details?)';

const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[[({<]\\s*(?:${DAY}\\s*[,:=–—-]?\\s*)?${RELATIVE}(?:\\s*[,:=–—-]?\\s*(?:${DAY}))?\\s*[\\])}>]`, 'gi'), 'a relative day stands in brackets where a date belongs'],
  [new RegExp(`\\b${DAY}\\b\\s*[,–—-]?\\s+${COUNT} days? ago\\b|\\b${COUNT} days? ago,? (?:on |a )?${DAY}\\b`, 'gi'), 'a weekday is glossed by days counted from an unnamed day, where a date belongs'],
  [new RegExp(`\\[[^\\]\\n]{0,60}\\b${TO_FILL}\\b[^\\]\\n]{0,60}\\]`, 'gi'), 'words in brackets are left to be filled in'],
  [new RegExp(`\\((?:insert|tbc|tbd|tk|xx+|date|name|source|link|photo|add|to be (?:confirmed|added))\\b[^)\\n]{0,40}\\)`, 'gi'), 'words in brackets are left to be filled in'],
  [/\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{0,60}\}|<%[^%\n]{0,60}%>|%%[A-Z_]{2,30}%%/g, 'the field of a template is not filled in'],
  [/<(?:insert|your|name|date|place|todo|tbd)\b[^>\n]{0,60}>/gi, 'words in brackets are left to be filled in'],
  [/\b(?:TODO|FIXME|TBD|TBC|TKTK|TK|T\/K)\b(?::[^.\n]{0,80})?/g, 'a note of the writer to themselves is left in'],
  [/(?<![\p{L}\d])X{2,}(?![\p{L}\d])(?!\s(?:century|Corps|Congress|Olympi))/gu, 'crosses stand where a figure or name belongs'],
  [/\blorem ipsum\b[^.\n]{0,80}/gi, 'filler text is left in'],
  [/_{3,}|\?{3,}|\[\s*\]|\[\s*[_?]+\s*\]|\bNN,NNN\b/g, 'a blank is left to be filled in'],
];

export function placeholderFaults({ text }: Article): readonly Fault[] {
  const found: Fault[] = [];
  const taken = new Uint8Array(text.length);
  for (const [pattern, what] of RULES) {
    for (const hit of text.matchAll(pattern)) {
      const span = [hit.index, hit.index + hit[0].length] as const;
      if (taken.subarray(...span).includes(1)) continue;
      taken.fill(1, ...span);
      found.push({ id: 'placeholder', span, message: `${what}: \`${hit[0].trim()}\``, help: 'write what belongs there, or take the words out' });
    }
  }
  return found;
}
