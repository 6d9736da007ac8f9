/** Quotes that truly nobody is named or described for: not by the sentence, not by what leads up to it or takes it up, not by who speaks in a transcript, and not as a text that is itself named. */
import { MASK, type Block, type Quote } from '../document.js';
import { BODIES, NAMELESS, OFFICES, SAYING_FORMS } from '../lexicon.js';
import type { Fault, Stretch } from '../shapes.js';
import type { Evidence } from './index.js';

const SHORTEST = 4;
/** Without a full stop, a comma or the like at its end it takes so many words to be more than a term. */
const SHORTEST_OPEN = 8;

const WHO = [...OFFICES, ...BODIES, ...NAMELESS, 'colleagues?', 'reporters?', 'journalists?', 'correspondents?', 'readers?', 'participants?', 'voices?', 'soldiers?', 'workers?', 'drivers?', 'students?', 'protesters?', 'demonstrators?', 'voters?', 'pensioners?', 'doctors?', 'nurses?', 'teachers?', 'fishermen', 'fisherman', 'farmers?', 'shopkeepers?', 'owners?', 'neighbou?rs?', 'crowds?', 'audience', 'chants?', 'hosts?', 'moderators?', 'wi(?:fe|dow)', 'husband', 'sons?', 'daughters?', 'brothers?', 'sisters?', 'boys?', 'girls?', 'authors?', 'writers?', 'poets?', 'guards?', 'officers?', 'sailors?', 'refugees?', 'passers-by', 'user', 'newspapers?', 'paper', 'daily', 'broadcasters?', 'outlet', 'tabloid', 'website', 'channel'];
const PERSON = new RegExp(`(?<![\\p{L}-])(?:${WHO.join('|')})(?![\\p{L}-])`, 'iu');
const PRONOUN = /\b(?:he|she|they|I|we|you|who|him|them|us|her|his|their|our|one of|another|others|somebody|someone|everyone|everybody)\b/i;
/** What is written or shown and quoted as such. */
const TEXT = /\b(?:signs?|banners?|slogans?|posters?|placards?|inscriptions?|graffiti|plaques?|captions?|labels?|headlines?|letters?|notes?|memos?|texts?|drafts?|documents?|papers?|declarations?|communiqu[eé]s?|treat(?:y|ies)|articles?|paragraphs?|clauses?|sentences?|passages?|annex(?:es)?|preambles?|constitutions?|laws?|resolutions?|statements?|reports?|polls?|surveys?|questionnaires?|books?|poems?|songs?|anthems?|lyrics|prayers?|proverbs?|sayings?|mottos?|oaths?|jokes?|rumou?rs?|posts?|tweets?|messages?|emails?|e-mails?|leaflets?|adverts?|ads|screens?|t-shirts?|questions?|titles?|chapters?|definitions?|phrases?|words|terms?|formulas?|wording|quotations?)\b/i;
const READS = /\b(?:read|reads|reading|said|says|saying|titled|entitled|headed|called|named|known as|asks?|asked|stat(?:es|ed|ing)|written|wrote|writes|declar(?:es|ed)|proclaim(?:s|ed)|printed|painted|scrawled|carved|promis(?:es|ed)|provid(?:es|ed)|stipulat(?:es|ed)|speaks? of|spoke of|stands?|stood|appears?|contains?|contained)\b/i;
/** A sentence that hands over to the words after it. */
const LEADS = /\b(?:messages?|words?|answers?|repl(?:y|ies|ied)|responses?|responded|verdicts?|warnings?|warned|questions?|asked|comments?|commented|lines?|sentences?|phrases?|put it|puts it|told|tells|said|says|wrote|writes|added|explain(?:s|ed)|summed|sums|conclusions?|concluded|recall(?:s|ed)|remember(?:s|ed)|joke[sd]?|promises?|advice|appeals?|pleas?|confession|admission|admitted|insisted|insists|argued|argues|clear|blunt|blunter|plain|frank|brief|unequivocal|adamant|defiant|unmoved|quoted|reads?|goes)\b/i;
const TAKES_UP = /^(?:,? ?(?:So|Thus)\b|(?:That|This|Those|These|It|The (?:words|sentence|line|phrase|quote|remark|sentiment|question|verdict|speaker|author|message))\b[^.!?]{0,40}\b(?:was|were|is|are|came|comes|belongs?|stems?|dates|said|says|put|from|sounds?|echoed)\b)/;
const SIGNED = /^\s*(?:[—–-]{1,2}|\(|~)\s*\p{Lu}/u;
/** `Q:`, `MINISTER:`, `QUESTION (Radio X):`, `**Name:**` at the head of a block. */
const TAKES_THE_FLOOR = /^[>*_\s]*(?:Q|A|\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|de|van|von)){0,5})(?:,? ?\([^)]{0,80}\))?[*_]*:/u;

const wordsOf = (said: string): readonly string[] => said.match(/[\p{L}\d]+(?:['’][\p{L}]+)*/gu) ?? [];

export function unattributedQuotes(evidence: Evidence): readonly Fault[] {
  const { article } = evidence;
  const blocks = article.blocks.filter(({ kind }) => kind === 'paragraph');
  const all = blocks.flatMap(({ quotes }) => quotes);
  const hasSpeaker = (index: number, quote: Quote): boolean => {
    const [block, next] = [blocks[index], blocks[index + 1]];
    if (!block || evidence.attributed.has(quote.span[0]) || accountedFor(evidence, block, quote, blocks[index - 1], next)) return true;
    // A quote over several paragraphs is open until the last, where its speaker may be named.
    const [goesOn] = next?.quotes ?? [];
    return quote.open && next !== undefined && goesOn !== undefined && goesOn.span[0] === next.span[0] && hasSpeaker(index + 1, goesOn);
  };
  return blocks.flatMap((block, index) => block.quotes.filter((quote) => isSaying(article.text, quote) && !hasSpeaker(index, quote) && !repeats(article.text, quote, all)))
    .map(({ span }) => ({ id: 'unattributed-quote', span, message: 'nobody is named for these words', help: 'say who said it, where and when, or leave the quote out' }));
}

/** A sentence of its own, or as long as one; titles and single terms in quotation marks are no quotes of anybody. */
function isSaying(text: string, quote: Quote): boolean {
  const said = text.slice(...quote.inner).trim();
  const words = wordsOf(said);
  const title = words.filter((one) => one.length > 3).every((one) => /^\p{Lu}/u.test(one)) && !/[.!?]$/.test(said);
  return words.length >= (/[.!?,…]$/.test(said) ? SHORTEST : SHORTEST_OPEN) && !title;
}

/** Shown apart, as a page does with a line of the text, or quoted again. */
function repeats(text: string, quote: Quote, all: readonly Quote[]): boolean {
  const said = wordsOf(text.slice(...quote.inner)).join(' ').toLowerCase();
  return all.some((one) => one !== quote && wordsOf(text.slice(...one.inner)).join(' ').toLowerCase().includes(said) && one.span[1] - one.span[0] > quote.span[1] - quote.span[0]);
}

function accountedFor(evidence: Evidence, block: Block, quote: Quote, before: Block | undefined, after: Block | undefined): boolean {
  const { article } = evidence;
  const bare = (span: Stretch): string => article.masked.slice(...span).replaceAll(MASK, ' ');
  if (TAKES_THE_FLOOR.test(article.masked.slice(...block.span))) return true;
  const at = block.sentences.findIndex(({ span }) => span[0] <= quote.span[0] && quote.span[0] < span[1]);
  const sentence = block.sentences[at];
  if (!sentence) return true;
  const outside = bare(sentence.span);
  if (/\p{L}{2,}/u.test(outside)) return named(evidence, outside);
  // It stands alone: who led up to it, or who takes it up.
  const [ahead, behind] = [block.sentences[at - 1] ?? before?.sentences.at(-1), block.sentences[at + 1] ?? after?.sentences[0]];
  if (ahead && leads(evidence, bare(ahead.span), block.sentences[at - 1] !== undefined, article.masked.slice(...ahead.span).includes(MASK))) return true;
  if (!behind) return false;
  const next = bare(behind.span);
  if (SIGNED.test(next) || (block.sentences[at + 1] !== undefined && /^\s*(?:\p{Ll}|,)/u.test(next))) return true;
  const attributes = new RegExp(`^[\\s,]*(?:${[...SAYING_FORMS].join('|')})\\b|^(?:[^,.]{2,80}) (?:${['said', 'says', 'wrote', 'writes', 'told', 'warned', 'put', 'added'].join('|')}) (?:it|this|that|so|the words)\\b`, 'u');
  return attributes.test(next.replace(/^\s*/, '')) || (TAKES_UP.test(next.trimStart()) && named(evidence, next));
}

/** Somebody, by name, office, group or pronoun; or a text that is itself named. */
function named({ cast, parties }: Evidence, words: string): boolean {
  if (cast.in(words).length > 0 || PRONOUN.test(words) || PERSON.test(words)) return true;
  if (TEXT.test(words) && (READS.test(words) || /["“„«‘':]\s*$/.test(words.trimEnd()))) return true;
  // A state or seat as the subject of a verb, or a name no list knows.
  if (parties.in(words).some(({ span: [from, to] }) => !/\b(?:in|of|at|on|near|from|to|about|over|for|with|between|across|around|outside|inside|through)\s(?:the\s)?$/i.test(words.slice(0, from)) && /^(?:['’]s)?\s+\p{L}/u.test(words.slice(to)))) return true;
  return [...words.matchAll(/(?<!^\s*)(?<!\b(?:in|of|at|on|near|from|to|about|over|for|with|between|across|around|outside|inside|through) (?:the )?)(?<![\p{L}-])\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu)].some(([name]) => !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)|^(?:The|A|An|In|On|At|But|And|It|That|This|Nobody|Nothing|Then|There)$/.test(name));
}

/** `X had one message for Y.`, `The answer was short:`, and nothing quoted in it already. */
function leads(evidence: Evidence, words: string, sameBlock: boolean, quotes: boolean): boolean {
  const ended = words.trimEnd();
  if (/[:—–]$/.test(ended) || (sameBlock && !quotes && /\?$/.test(ended) && named(evidence, ended))) return true;
  if (quotes && !sameBlock) return false;
  return LEADS.test(sameBlock ? ended : ended.slice(-160)) && named(evidence, ended) && (sameBlock || wordsOf(ended).length <= 24) && !SAYS_ITS_OWN.test(ended);
}

/** It has told what was said: `… would have to be worked out, he said`. */
const SAYS_ITS_OWN = new RegExp(`, (?:[\\p{L}’' -]{2,60} )?(?:said|says|told|added|wrote|argued|warned)(?: [\\p{L}’' -]{2,60})?[.!?]$|\\b(?:said|says|told|added|wrote|argued|warned|insisted|explained|recalled|admitted|concluded) (?:\\p{L}+ ){0,3}(?:that|he|she|they|it|the|a)\\b`, 'u');
