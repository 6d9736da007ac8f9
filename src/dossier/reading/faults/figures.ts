/** Figures: a count that changes with time and carries no date, and one that the dossier's dated facts have overtaken or contradict. */
import { MASK } from '../document.js';
import type { Fault, KnownFact } from '../shapes.js';
import { clauseAround, DATED_WORDS, hasDay, withoutBeginnings } from './asof.js';
import { A_MONTH } from './dates.js';
import type { Evidence } from './index.js';
import { changes, figuresIn, type Figure } from './numbers.js';
import { staleness } from './stale.js';

const MONTH_OR_YEAR = new RegExp(`(?<![\\d,.])(?:19|20)\\d{2}(?!\\d|,\\d)|(?<!\\p{L})${A_MONTH}(?!\\p{L})`, 'u');
/** What is planned, promised or allowed holds whatever the day. */
const PLANNED = /\b(?:would|will|could|may|might|should|must|shall|plans? to|to be|if|up to|no more than|at most|per year|a year|each year|every year|an hour|a day|per day|pledg\w*|promis\w*|offer(?:s|ed|ing)?|propos\w*|draft\w*|agreed (?:to|on)|worth|ceilings?|caps?|capped|limits?|limited to|quotas?|targets?|goals?|maximum|minimum|require[sd]?|need(?:s|ed)?|asks? for|asked for|demand(?:s|ed)?|wants?|wanted|hopes? for|planned|envisage[sd]?|provides? for|set aside|budget\w*|loans?|grants?|packages?|aid|funds?|bonds?|tranches?|compensation|fine[sd]?|reward|price[sd]?|costs?|salary|pay|paid)\b/i;
/** What came to an event is of its day, which the report is about; the size of a place is told to say which. */
const AN_EVENT = /\b(?:march\w*|gathered|attended|protest\w*|rallied|voted|signed|turned out|watched|listened|lined|filled|took part|drew|released|freed|exchanged|swapped|evacuated|killing|injuring|wounding)\b/i;
const A_PLACE = /\b(?:town|city|village|hamlet|suburb|settlement|island|parish|port|district)s? of (?:about|some|around|nearly|roughly|just|only|over)?\s?$/i;
/** `That number dates from …`, in the next sentence. */
const OF_WHEN = /^(?:That|This|The|Both|Those|These|Neither) (?:was|is|were|are|(?:[\p{L}]+ ){0,2}?(?:numbers?|figures?|counts?|totals?|estimates?|data|tolls?|census|statistics))\b/u;
/** It goes on about what was dated before. */
const ANAPHOR = /^(?:It|They|He|She|Its|Their|His|Her|By then|At (?:the|that) time|Then|That|Those|These|Of (?:these|those|them)|Another|The (?:same|other|rest|figure|number|count|survey|report|census|poll))\b/;

export function figureFaults(evidence: Evidence, facts: readonly KnownFact[]): readonly Fault[] {
  const figures = figuresOf(evidence);
  const stale = figures.flatMap((one) => staleness(evidence, one, facts));
  const undated = figures.filter((one) => changes(one) && !stale.some(({ span }) => span[0] === one.span[0]) && isUndated(evidence, one)).map(({ span, words }): Fault => ({ id: 'undated-figure', span, message: `\`${words}\` is a count that changes, and no date says as of when`, help: 'add the day it holds for, and whose count it is' }));
  return [...stale, ...undated];
}

/** A sentence with more of them is no sentence. */
const MOST_IN_A_SENTENCE = 40;

const figuresOf = ({ article }: Evidence): readonly Figure[] => article.blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ sentences }) => sentences).flatMap(({ span }) => figuresIn(article.text.slice(...span), span).slice(0, MOST_IN_A_SENTENCE));

function isUndated({ article, statements }: Evidence, { span, sentence, value, unit, inWords }: Figure): boolean {
  if (value < 10 || (inWords && value < 100) || (unit === 'money' && value < 1000)) return false;
  // Within what somebody says on a day, the day is that of the saying.
  if (statements.some((one) => one.span[0] < span[1] && span[0] < one.span[1]) || article.masked.slice(...span).includes(MASK)) return false;
  const words = `${article.text.slice(sentence[0], span[0])} ${article.text.slice(span[1], sentence[1])}`;
  if (hasDay(words) || A_PLACE.test(article.text.slice(sentence[0], span[0]))) return false;
  const clause = clauseAround(article.text, sentence, span);
  if (PLANNED.test(clause) || AN_EVENT.test(clause)) return false;
  const block = article.blocks.find((one) => one.sentences.some((each) => each.span[0] === sentence[0]));
  const at = block?.sentences.findIndex((each) => each.span[0] === sentence[0]) ?? -1;
  const [before, after] = [block?.sentences[at - 1], block?.sentences[at + 1]].map((one) => (one ? article.text.slice(...one.span) : ''));
  if (after !== undefined && OF_WHEN.test(after) && DATED_WORDS.test(after)) return false;
  return !(before !== undefined && MONTH_OR_YEAR.test(withoutBeginnings(before)) && ANAPHOR.test(article.text.slice(...sentence)));
}
