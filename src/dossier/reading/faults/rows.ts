/** What a row of a table and a sentence of the body tell of one occasion: which, when, where, who, how many, and what came of it. Days counted from the report's own are resolved. */
import { MASK, type Article, type Block, type Cell } from '../document.js';
import type { Stretch } from '../shapes.js';
import { isTitles } from '../plain-tables.js';
import { clauseAround } from './asof.js';
import { dateOf, daysNamed, numberOf, placed, soleYear, WEEKDAYS, weekdayOf } from './dates.js';
import { figuresIn } from './numbers.js';
import type { Evidence } from './index.js';

export interface Quantity { readonly value: number; readonly unit: string; readonly words: string; readonly at: number }
export type Outcome = 'reached' | 'failed' | 'postponed' | 'lesser';
export interface Told {
  readonly span: Stretch;
  readonly words: string;
  /** `second meeting`, `third step`: rank and kind. */
  readonly ranks: readonly string[];
  readonly days: readonly number[];
  /** Days without the words for saying it then. */
  readonly dayWords: readonly string[];
  readonly weekdays: readonly number[];
  readonly places: readonly string[];
  readonly who: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly outcome?: Outcome;
  readonly stems: ReadonlySet<string>;
  readonly occasion: boolean;
}
export interface Row extends Told { readonly block: Block; readonly outcomeWords: string; /** Of the cells that say what it was. */ readonly eventStems: ReadonlySet<string>; /** It has a column for those who were there. */ readonly listsWho: boolean }
export interface Table { readonly rows: readonly Row[] }

/** A longer table is data, not a summary of the report. */
const MOST_ROWS = 60;

const DAY_TITLE = /^(?:dates?|days?|when|time|by when|deadline|until|period)$/i;
const PLACE_TITLE = /^(?:places?|venue|where|locations?|city|cities|town)$/i;
export const WHO_TITLE = /\b(?:participants?|parties|party|present|who(?! said)|attend\w*|delegations?|people|leaders?|between|involved|actors?|guests|players?|figures|countr(?:y|ies)|states?|members?)\b/i;
const OUTCOME_TITLE = /\b(?:outcomes?|results?|status|decisions?|agreed|conclusion|came of it|upshot|how it ended|ended in|state of play|follow-up)\b/i;
const RANKED_TITLE = /^(?:no\.?|#|steps?|rounds?|sessions?|phases?|stages?|meetings?|rungs?|tiers?)$/i;

const RANKS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const KINDS: Readonly<{ [noun: string]: string }> = { session: 'meeting', round: 'meeting', meeting: 'meeting', sitting: 'meeting', talks: 'meeting', consultation: 'meeting', encounter: 'meeting', summit: 'summit', conference: 'summit', step: 'step', rung: 'step', stage: 'step', phase: 'step', tier: 'step', visit: 'visit', call: 'call', vote: 'vote', reading: 'vote' };
const RANKED = new RegExp(`\\b(${RANKS.join('|')}|1st|2nd|3rd|[4-9]th|10th) (?:\\p{L}+ ){0,2}?(${Object.keys(KINDS).join('|')})s?\\b`, 'giu');
export const OCCASION = /\b(?:meets?|met|meetings?|talks|summit|session|round|conference|consultations?|sat|sits?|gather\w*|negotiat\w+|host(?:s|ed)|receiv(?:es|ed)|hearing|sitting|took place|takes place|held|arriv\w+|came back|returned|return|travell?(?:s|ed)?|flew|parted|opened|resumed|began|ended|closed|vote|visit\w*|signed|dinner|call)\b/i;
const REACHED = /\b(?:agreed(?! to (?:meet|talk|continue|disagree))|agreement reached|deal reached|signed|adopted|accepted|approved|settled|ratified|concluded|sealed|passed|endorsed|struck|(?:full|an|by|the|partial) agreement|agreement (?:on|to)|in force)\b/i;
const FAILED = /\b(?:no (?:\p{L}+ )?(?:agreement|deal|result|outcome|accord|paper|text|breakthrough|decision|date)|without (?:an? )?(?:\p{L}+ )?(?:agreement|deal|result|outcome|accord|paper|settling|signing|decision|breakthrough)|rejected|refused|collapsed|broken? off|broke (?:off|down)|failed|failure|inconclusive|voted down|not (?:agreed|signed|adopted|accepted|settled)|vetoed|walked out|nothing (?:was )?(?:agreed|signed|decided)|deadlock\w*)\b/iu;
const POSTPONED = /\b(?:postponed|cancell?ed|called off|put off|adjourned|suspended|did not take place)\b/i;
const LESSER = /\b(?:discuss\w*|exchange of views|talks? continu\w*|to be continued|presented|handed over|considered|proposed|first reading|open|ongoing|pending)\b/i;
/** A clause about what is wished, thought of or made to depend. */
// The month is written large.
export const UNREAL = /\b(?:[Nn]ot|[Nn]ever|[Nn]o|[Nn]obody|[Nn]othing|[Nn]either|would|could|might|may|[Ii]f|[Uu]nless|conceivable|imagin\w*|consider\w*|propos\w*|wants?|hopes?|reject\w*|refus\w*|plann?ed|yet to|fail\w*|whether|before|[Ww]ithout|until)\b|n['’]t\b/;

export function outcomeOf(words: string): Outcome | undefined {
  return POSTPONED.test(words) ? 'postponed' : FAILED.test(words) ? 'failed' : REACHED.test(words) ? 'reached' : LESSER.test(words) ? 'lesser' : undefined;
}

const GENERIC = new Set('meeting session round summit conference date place result outcome planned report reported newspaper member official after before first second third fourth fifth their there which about would could under other between country countries government minister president leader party parties monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(' ').map((word) => word.slice(0, 6)));
export const stemsOf = (words: string): ReadonlySet<string> => new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6).replace(/(?:ing|ed|es|s)$/, '')).filter((word) => !GENERIC.has(word) && word.length > 2));

const LENGTHS: Readonly<{ [unit: string]: number }> = { hour: 1, day: 24, week: 168, month: 730, year: 8760 };
const LENGTH = /\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|twenty-four|forty-eight|seventy-two|ninety)[ -](hour|day|week|month|year)s?\b(?! (?:ago|later|earlier|after|old))/gi;
const WORDS: Readonly<{ [word: string]: number }> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, 'twenty-four': 24, 'forty-eight': 48, 'seventy-two': 72, ninety: 90 };
const UNITS: Readonly<{ [unit: string]: string }> = { troop: 'soldier', men: 'soldier', servicemen: 'soldier', personnel: 'soldier', civilian: 'people', person: 'people', refugee: 'people', dead: 'people', resident: 'people', state: 'state', member: 'state', countrie: 'state', country: 'state' };
const unitOf = (words: string): string => { const last = (words.toLowerCase().match(/\p{L}+/gu) ?? []).at(-1) ?? ''; const bare = last.replace(/s$/, ''); return UNITS[bare] ?? UNITS[last] ?? bare; };

export function quantitiesIn(words: string, unit?: string): readonly Quantity[] {
  const lengths = [...words.matchAll(LENGTH)].map((hit): Quantity => ({ value: (WORDS[(hit[1] ?? '').toLowerCase()] ?? Number(hit[1])) * (LENGTHS[(hit[2] ?? '').toLowerCase()] ?? 1), unit: 'length', words: hit[0], at: hit.index }));
  const counts = figuresIn(words, [0, words.length]).filter(({ span }) => !lengths.some(({ at }) => at === span[0])).map((one): Quantity => ({ value: one.value, unit: one.unit === 'percent' || one.unit === 'money' ? one.unit : unitOf(one.noun ? one.unit : unit ?? ''), words: one.words, at: one.span[0] }));
  if (counts.length === 0 && lengths.length === 0 && unit !== undefined && /^(?:about |up to |some )?\d[\d,. ]*$/i.test(words.trim())) return [{ value: Number(words.replace(/[^\d.]/g, '')), unit: unitOf(unit), words: words.trim(), at: 0 }];
  return [...lengths, ...counts].filter(({ unit: one }) => one !== '');
}

/** `2`, `2.`, `2nd`, `Second`. */
const rankOf = (cell: string): number => Number(/^\s*(\d{1,2})(?:\.|st|nd|rd|th)?\s*$/.exec(cell)?.[1] ?? (RANKS.indexOf(cell.trim().toLowerCase()) + 1 || NaN));

/** Reads tables and sentences with one clock. */
export class Reader {
  private readonly now: number | undefined;
  private readonly sole: number | undefined;
  readonly home: string | undefined;

  constructor(private readonly evidence: Evidence) {
    const { article } = evidence;
    const today = dateOf(article);
    this.now = today === undefined ? undefined : numberOf(today);
    this.sole = soleYear(article.text);
    this.home = /^(\p{Lu}{2}[\p{L} ]{1,20}?)(?:,| [-–—(])/u.exec(article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ span }) => article.text.slice(...span)).find((one) => /^\p{Lu}{3,}[^.]{0,60}[-–—]/u.test(one)) ?? '')?.[1];
  }

  get today(): number | undefined { return this.now; }

  private daysOf(words: string, weekdays: boolean): readonly number[] {
    const { now } = this;
    const named = daysNamed(words).flatMap((one) => { const first = placed(one, now, this.sole); return first === undefined ? [] : Array.from({ length: Math.max(1, Math.min(30, (one.last ?? one.day) - one.day + 1)) }, (_, at) => first + at); });
    if (now === undefined) return named;
    if (weekdays && named.length === 0) {
      const [hit, ...more] = WEEKDAYS.flatMap((day, at) => (new RegExp(`\\b(?:on|late|early|last|this) ${day}\\b(?!['’])`, 'i').test(words) ? [at] : []));
      // The last of its name, or the next where it is still to come.
      if (hit !== undefined && more.length === 0) return [/\b(?:will|next|coming|planned|due|set|is to|are to|scheduled)\b/.test(words) ? now + ((hit - weekdayOf(now) + 7) % 7 || 7) : now - ((weekdayOf(now) - hit + 7) % 7)];
    }
    const counted = [[/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i, 0], [/\b(?:yesterday|last night)\b/i, -1], [/\btomorrow\b/i, 1], [/\bday before yesterday\b/i, -2]] as const;
    return [...named, ...counted.flatMap(([pattern, step]) => (pattern.test(words) ? [now + step] : []))];
  }

  whoIn(words: string, seats: boolean): ReadonlySet<string> {
    const { parties, cast } = this.evidence;
    return new Set([...parties.in(words).filter(({ seat }) => seats || !seat).map(({ party }) => party), ...cast.in(words).map(({ person }) => person.party ?? person.key)]);
  }

  private told(span: Stretch, words: string, ranks: readonly string[], places: readonly string[], who: ReadonlySet<string>, quantities: readonly Quantity[], outcome: Outcome | undefined, isSentence: boolean): Told {
    return {
      span, words, places, who, quantities, ranks: [...ranks, ...[...words.matchAll(RANKED)].map(([, rank = '', kind = '']) => `${RANKS[Number.parseInt(rank, 10) - 1] ?? rank.toLowerCase()} ${KINDS[kind.toLowerCase()] ?? kind}`)],
      days: this.daysOf(words, isSentence), dayWords: daysNamed(words).map((one) => words.slice(...one.span)), weekdays: WEEKDAYS.flatMap((day, at) => (new RegExp(`\\b${day}\\b`, 'i').test(words) ? [at] : [])), stems: stemsOf(words), occasion: OCCASION.test(words), ...(outcome === undefined ? {} : { outcome }),
    };
  }

  tables(): readonly Table[] {
    const { blocks } = this.evidence.article;
    const tables: { rows: Block[] }[] = [];
    blocks.forEach((block, index) => {
      if (block.kind !== 'row') return;
      if (blocks[index - 1]?.kind !== 'row') tables.push({ rows: [] });
      tables.at(-1)?.rows.push(block);
    });
    return tables.flatMap(({ rows: [first, ...rest] }) => {
      if (!first) return [];
      const titled = daysNamed(first.cells.map(({ text }) => text).join(' ; ')).length === 0;
      const titles = titled ? first.cells.map(({ text }) => text) : [];
      const rows = (titled ? rest : [first, ...rest]).filter(({ cells }) => !cells.every(({ text }) => /^[:\s-]*$/.test(text)));
      return rows.length > MOST_ROWS ? [] : [{ rows: rows.map((block) => this.row(block, titles)) }];
    });
  }

  private row(block: Block, titles: readonly string[]): Row {
    const { parties } = this.evidence;
    // Cells parted by single spaces end nowhere certain: what is in them tells which they are.
    const plain = titles.length !== block.cells.length && isTitles(titles.join(' '));
    const at = (title: RegExp): Cell | undefined => (plain ? undefined : block.cells[titles.findIndex((one) => title.test(one.trim()))]);
    const whole = block.cells.map(({ text }) => text).join(' ; ');
    const [place, who, outcome] = [at(PLACE_TITLE), at(WHO_TITLE), at(OUTCOME_TITLE)];
    const ranked = titles.findIndex((one) => RANKED_TITLE.test(one.trim()));
    const number = ranked >= 0 && !plain ? rankOf(block.cells[ranked]?.text ?? '') : NaN;
    const kind = KINDS[(titles[ranked] ?? '').trim().toLowerCase().replace(/s$/, '')] ?? 'step';
    const whoWords = who?.text ?? (plain && titles.some((one) => WHO_TITLE.test(one)) ? whole : '');
    const places = place ? place.text.split(/[,/(]/).map((one) => one.replace(/\).*$/, '').trim()).filter((one) => /^\p{Lu}/u.test(one)) : plain ? [...parties.in(whole).filter(({ seat }) => seat).map(({ words }) => words), ...this.namesLikePlaces(whole)] : [];
    const quantities = block.cells.flatMap((cell, index) => (cell === place || cell === who || index === ranked || DAY_TITLE.test(titles[index] ?? '') && daysNamed(cell.text).length > 0 ? [] : quantitiesIn(cell.text, titles[index])));
    const outcomeWords = outcome?.text ?? '';
    return { ...this.told(block.span, whole, Number.isFinite(number) ? [`${RANKS[number - 1] ?? String(number)} ${kind}`] : [], places, who ? this.whoIn(whoWords, true) : this.whoIn(whoWords === '' ? whole : whoWords, false), quantities, outcomeOf(outcomeWords), false), stems: stemsOf(block.cells.filter((cell) => cell !== place && cell !== who).map(({ text }) => text).join(' ')), block, outcomeWords, eventStems: stemsOf(block.cells.filter((cell, index) => cell !== place && cell !== who && cell !== outcome && !DAY_TITLE.test(titles[index] ?? '') && (!plain || index === 0)).map(({ text }) => text).join(' ')), listsWho: whoWords !== '' };
  }

  /** Names in a row of uncertain cells that the body has as places. */
  private namesLikePlaces(words: string): readonly string[] {
    const { article, parties, cast } = this.evidence;
    const body = article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ span }) => article.masked.slice(...span)).join('\n');
    return (words.match(/\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu) ?? []).filter((name) => parties.in(name).length === 0 && cast.in(name).length === 0 && new RegExp(`\\b(?:in|at|from|near) (?:the )?${name.replace(/[^\p{L} ’'-]/gu, '')}(?!\\p{L})`, 'u').test(body));
  }

  sentences(): readonly Told[] {
    const { article } = this.evidence;
    return article.blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ sentences }) => sentences).map(({ span }) => {
      const words = bare(article, span);
      return this.told(span, words, [], this.placesIn(words), this.whoIn(words, false), quantitiesIn(words), outcomeOf(words), true);
    });
  }

  /** Where something was: after `in`, `at` and the like, and no state as a whole. */
  private placesIn(words: string): readonly string[] {
    const { parties, cast } = this.evidence;
    const named = [...words.matchAll(/\b(?:in|at|from|to|near|outside|reached|left|leaves?|entered|visited|hosted by|for) (?:the )?((?:\p{Lu}[\p{L}’'-]+)(?: \p{Lu}[\p{L}’'-]+)*)/gu)].map(([, name = '']) => name.replace(/['’]s$/, '')).filter((name) => !/^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(name) && cast.in(name).length === 0 && parties.in(name).every(({ seat }) => seat));
    return /\bhere\b/.test(words) && this.home !== undefined ? [...named, this.home] : named;
  }
}

export const bare = (article: Article, span: Stretch): string => article.masked.slice(...span).replaceAll(MASK, ' ');
export const sameName = (one: string, other: string): boolean => one.toLowerCase().includes(other.toLowerCase()) || other.toLowerCase().includes(one.toLowerCase());
export const clauseOf = (words: string, at: number): string => clauseAround(words, [0, words.length], [at, at]);
