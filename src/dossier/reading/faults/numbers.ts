/** Counts and sums in a sentence: digits grouped by comma, point or space, short forms (`13k`, `2.5m`), and numbers in words up to millions, each with what it counts. */
import type { Stretch } from '../shapes.js';
import { daysNamed } from './dates.js';

const SCALE: Readonly<{ [word: string]: number }> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };
const SPELT: Readonly<{ [word: string]: number }> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const ONE_WORD = Object.keys(SPELT).sort((a, b) => b.length - a.length).join('|');
const SPOKEN = `(?:(?:half )?(?:${ONE_WORD}|a)(?:[ -](?:${ONE_WORD}))?(?: and a half)?(?:[ -](?:hundred|thousand|million|billion))?(?:,? (?:and )?(?:${ONE_WORD})(?:[ -](?:${ONE_WORD}))?(?:[ -](?:hundred|thousand|million))?)*)`;
const DIGITS = '\\d{1,3}(?:[,.\\u00a0\\u2009\\u202f ]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?';
const NUMBER = new RegExp(`(?<![\\p{L}\\d.,/:-])(?<money>[$€£] ?)?(?:(?<digits>${DIGITS})(?:(?:[ \\u00a0-]?(?<scale>hundred|thousand|million|billion|trillion)s?|(?<short>k|m|mn|bn|tn))(?!\\p{L}))?|(?<words>${SPOKEN}))(?![\\d\\p{L}]|[.,:]\\d|-\\d)[ \\u00a0]?(?<percent>%|percent|per cent)?`, 'giu');

export interface Figure { readonly span: Stretch; readonly value: number; /** `percent`, `money`, or the words from the number to what it counts. */ readonly unit: string; readonly noun: boolean; readonly large: boolean; /** In words, below a hundred. */ readonly inWords: boolean; readonly sentence: Stretch; readonly words: string }

/** What stays countable and changes. */
const COUNTED = 'people|persons|civilians|soldiers|troops|dead|deaths|lives|casualties|killed|wounded|injured|refugees|returnees|residents|inhabitants|children|pupils|households|families|homes|houses|flats|prisoners|detainees|hostages|missiles|drones|tanks|vehicles|aircraft|ships|mines|villages|settlements|attacks|violations|incidents|victims|fighters|men|women|servicemen|personnel|displaced|evacuees|migrants|workers|patients|cases|square kilomet(?:re|er)s|square miles|hectares|police|officers|observers|monitors|peacekeepers|reservists|conscripts|graves';
/** What facts count beside these, and change too seldom to want a day wherever they stand. */
const COMPARED = 'states|members?(?: states)?|allies|countries|nations|capitals|governments|signatories|parties|guarantors|dollars|euros|pounds|roubles|rubles|hryvnias?|tonnes|tons|kilomet(?:re|er)s|articles|points|prisoners of war';
const UP_TO_THREE = "^(?:(?!(?:and|or|of|in|on|at|to|for|from|with|who|which|that|by|as|is|are|was|were|have|has|had)\\b)[\\p{L}'’-]+ ){0,3}?";
const NOUNS = [new RegExp(`${UP_TO_THREE}(?:${COUNTED}|${COMPARED})(?![\\p{L}-])`, 'u'), new RegExp(`${UP_TO_THREE}\\p{Lu}\\p{L}+(?:ians|ans|ese|ish|is|s)(?![\\p{L}-])`, 'u')];
const CHANGES = new RegExp(`(?:^|\\s)(?:${COUNTED}|[\\p{Lu}][\\p{L}]+(?:ians|ans|ese|is))$`, 'u');

/** It counts what changes, and wants a day. */
export const changes = ({ unit, noun }: Figure): boolean => unit === 'percent' || unit === 'money' || !noun || CHANGES.test(unit);

export function figuresIn(words: string, sentence: Stretch): readonly Figure[] {
  const dates = daysNamed(words);
  return [...words.matchAll(NUMBER)].flatMap((hit): readonly Figure[] => {
    const groups = hit.groups as { readonly [name: string]: string | undefined };
    const [from, to] = [hit.index, hit.index + hit[0].trimEnd().length];
    if (dates.some(({ span }) => span[0] <= from && from < span[1]) || NAMED_BY_NUMBER.test(words.slice(0, from))) return [];
    const rest = words.slice(to).replace(/^[\s\u00a0]+/, '');
    const gap = words.length - to - rest.length;
    const noun = NOUNS.map((one) => one.exec(rest)?.[0]).find((one) => one !== undefined);
    // `13.000 people` is a count, `0.021` a share.
    const grouped = /^\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+$/.test(groups['digits'] ?? '') || (noun !== undefined && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(groups['digits'] ?? ''));
    const base = groups['digits'] !== undefined ? digitsOf(groups['digits'], groups['scale'] !== undefined || groups['short'] !== undefined || groups['percent'] !== undefined) : spoken(groups['words'] ?? '');
    const value = base * (SCALE[(groups['scale'] ?? groups['short'] ?? '').toLowerCase()] ?? 1);
    const [money, percent] = [groups['money'] !== undefined, groups['percent'] !== undefined];
    const large = groups['scale'] !== undefined || groups['short'] !== undefined || grouped || /thousand|million|billion/i.test(groups['words'] ?? '');
    if (!Number.isFinite(value) || (!money && !percent && noun === undefined && !large)) return [];
    // Minutes past the hour and metres are written with the same letters.
    if (groups['short'] !== undefined && !money && noun === undefined && groups['short'] !== 'bn') return [];
    if (/^\d{4}$/.test(groups['digits'] ?? '') && value > 1500 && value < 2200 && noun === undefined) return [];
    if (NOT_A_COUNT.test(rest)) return [];
    const end = noun === undefined ? to : to + gap + noun.length;
    return [{ span: [sentence[0] + from, sentence[0] + end], value, unit: percent ? 'percent' : money || MONEY.test(noun ?? '') ? 'money' : (noun ?? ''), noun: noun !== undefined, large, inWords: groups['words'] !== undefined && !large, sentence, words: words.slice(from, end) }];
  });
}

const NAMED_BY_NUMBER = /\b(?:article|articles|chapter|section|protocol|paragraph|page|no\.|number|room|resolution|level|line|rule|clause|point|item|step|phase|annex|figure|table|aged?|channel|flight|route|highway|brigade|battalion)\s$/i;
const NOT_A_COUNT = /^(?:days?|hours?|years?|weeks?|months?|minutes?|seconds?|kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|cm|feet|degrees?|o['’]clock|a\.?m\.?|p\.?m\.?|times|votes?|GMT|UTC)(?![\p{L}])/iu;
const MONEY = /(?:dollars|euros|pounds|roubles|rubles|hryvnias?)$/;

function digitsOf(digits: string, decimal: boolean): number {
  // `13.000 people` is thirteen thousand as the Continent writes it; `1.250 million` is not.
  if (/^\d{1,3}\.\d{3}$/.test(digits) && (decimal || digits.startsWith('0'))) return Number(digits);
  return /^\d{1,3}(?:[,.\u00a0\u2009\u202f ]\d{3})+$/.test(digits) ? Number(digits.replace(/[^\d]/g, '')) : Number(digits);
}

function spoken(words: string): number {
  let [total, part, any] = [0, 0, false];
  const halved = /^half /i.test(words) ? 0.5 : 1;
  for (const word of words.toLowerCase().replace(/^half /, '').replace(/-/g, ' ').replace(/ and a half/, ' half').split(/[\s,]+/)) {
    if (word === 'and') continue;
    if (word === 'a') { part = 1; continue; }
    if (word === 'half') { part += 0.5; continue; }
    const scale = SCALE[word];
    if (scale === 100) { part = (part || 1) * 100; any = true; } else if (scale !== undefined) { total += (part || 1) * scale; part = 0; any = true; } else if (SPELT[word] !== undefined) { part += SPELT[word] ?? 0; any = true; }
  }
  return any ? halved * (total + part) : NaN;
}
