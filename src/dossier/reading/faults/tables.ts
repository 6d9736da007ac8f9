/** A row of a table that leaves out somebody the body has at the same meeting. */
import { MASK, type Block, type Cell } from '../document.js';
import type { Fault } from '../shapes.js';
import { present } from './attending.js';
import { cellFaults } from './cells.js';
import { datesIn } from './dates.js';
import { isTitles } from '../plain-tables.js';
import type { Evidence } from './index.js';

const WHO = /\b(?:participants?|parties|party|present|who|attend\w*|delegations?|people|leaders?|between|involved|actors?|guests|players?|figures)\b/i;
const MEETING = /\b(?:met|meets?|meeting|talks|summit|consultations?|conference of|sat|round|negotiat\w+|hosted|received|attended|delegations?|gathered|joined|session|encounter|hold|held|face to face)\b/i;
const EVENT = /^(?:(?:key|main)\s)?(?:events?|meetings?|what|occasion|talks|round|key)$/i;
const OCCASION = /\b(?:summit|meetings?|talks|round|session|visit|call|conference|consultations|encounter|dinner)\b/i;
const SMALL = new Set('the and of in at on for with to a an talks meeting summit round session date day place city first second third outcome'.split(' '));

export function tableFaults(evidence: Evidence): readonly Fault[] {
  const { article } = evidence;
  const faults: Fault[] = [];
  let heading: { readonly block: Block; readonly column: number; readonly named: boolean } | undefined;
  article.blocks.forEach((block, index) => {
    if (block.kind !== 'row') { heading = undefined; return; }
    const column = block.cells.findIndex(({ text }) => WHO.test(text) && text.length < 40);
    if (heading === undefined && (index === 0 || article.blocks[index - 1]?.kind !== 'row')) { heading = headingOf(block, column); return; }
    if (heading === undefined || block.cells.every(({ text }) => /^[:\s-]*$/.test(text))) return;
    const fault = heading.named ? namedRowFault(evidence, block, heading.column) : rowFault(evidence, block, heading.column);
    if (fault) faults.push(fault);
  });
  const cells = cellFaults(evidence).filter(({ span }) => !faults.some((one) => one.span[0] === span[0]));
  return [...faults, ...cells];
}

/** With a column for who was there; or else, with one for what it was, whose name tells who met (`Holm-Ortega talks`). */
function headingOf(block: Block, column: number): { readonly block: Block; readonly column: number; readonly named: boolean } | undefined {
  // Cells parted by single spaces end nowhere certain, but for the first.
  if (column >= 0 && !block.cells.some(({ text }) => /\s/.test(text)) && isTitles(block.cells.map(({ text }) => text).join(' ')) && block.span[1] - block.span[0] === block.cells.reduce((sum, { text }) => sum + text.length + 1, -1)) return { block, column: 0, named: true };
  if (column >= 0 && !EVENT.test(block.cells[column]?.text ?? '')) return { block, column, named: false };
  const event = block.cells.findIndex(({ text }) => EVENT.test(text));
  return event < 0 ? undefined : { block, column: event, named: true };
}

/** A row named for those who met leaves out a party that a sentence on the same occasion has at the table. */
function namedRowFault({ article, parties, cast }: Evidence, row: Block, column: number): Fault | undefined {
  const cell = row.cells[column];
  if (!cell || !OCCASION.test(cell.text)) return undefined;
  const parted = cell.text.replace(/(?<=\p{L})\s?[-–—/&]\s?(?=\p{L})/gu, ' / ');
  const inName = cast.in(parted).map(({ person }) => person);
  const there = new Set([...parties.in(parted).map(({ party }) => party), ...inName.flatMap(({ party }) => (party === undefined ? [] : [party]))]);
  if (there.size + inName.filter(({ party }) => party === undefined).length === 0) return undefined;
  const rest = row.cells.filter((_, at) => at !== column);
  for (const { kind, sentences } of article.blocks) {
    if (kind !== 'paragraph') continue;
    for (const { span } of sentences) {
      const sentence = article.masked.slice(...span).replaceAll(MASK, ' ');
      if (!sameDayOrPlace(rest, sentence)) continue;
      const people = present(sentence).flatMap((words) => [...cast.in(words).map(({ person }) => ({ label: person.name, key: person.key, party: person.party })), ...partiesAt(words, parties, cast).map((party) => ({ label: party, key: undefined, party }))]);
      if (!people.some(({ key, party }) => (party !== undefined && there.has(party)) || inName.some((one) => one.key === key))) continue;
      const missing = people.find(({ key, party }) => (party === undefined ? !inName.some((one) => one.key === key) : !there.has(party)) && !(key !== undefined && row.cells.some(({ text }) => text.includes(key))));
      if (missing) return { id: 'table-contradicts-body', span: row.span, related: [span], message: `the row leaves out ${missing.label}, whom the text has there`, help: 'hold the row against the passage and correct the one that is wrong' };
    }
  }
  return undefined;
}

/** Parties named as such, not as the adjective before an office of somebody who is named. */
const partiesAt = (words: string, parties: Evidence['parties'], cast: Evidence['cast']): readonly string[] => parties.in(words).filter(({ seat, span: [at, to] }) => !seat && !cast.in(words).some((one) => at < one.at && one.at - to < 60 && !/,| and /.test(words.slice(to, one.at))) && !/(?:^|\s)(?:on|in|about|over|for|near|at|to)\s(?:the\s)?$/i.test(words.slice(0, at))).map(({ party }) => party);

/** The same date, the same weekday, or a telling word of the place. */
function sameDayOrPlace(cells: readonly Cell[], sentence: string): boolean {
  const words = cells.map(({ text }) => text).join(' / ');
  const [days, told] = [datesIn(words), datesIn(sentence)];
  if (days.length > 0 && told.length > 0) return days.some((day) => told.some((one) => one.year === day.year && one.month === day.month && one.day === day.day));
  const weekdays = (text: string): readonly string[] => (text.match(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gi) ?? []).map((one) => one.toLowerCase());
  const [of, here] = [weekdays(words), weekdays(sentence)];
  if (of.length > 0 && here.length > 0) return of.some((one) => here.includes(one));
  const place = words.match(/\p{Lu}[\p{L}]{3,}(?: \p{Lu}[\p{L}]{2,})+/gu) ?? [];
  return place.some((one) => sentence.includes(one));
}

function rowFault({ article, parties, cast, }: Evidence, row: Block, column: number): Fault | undefined {
  const cell = row.cells[column];
  if (!cell || cell.text === '') return undefined;
  const others = row.cells.filter((_, at) => at !== column);
  const inCell = cast.in(cell.text).map(({ person }) => person);
  const partiesInCell = new Set([...parties.in(cell.text).map(({ party }) => party), ...inCell.flatMap(({ party }) => (party === undefined ? [] : [party]))]);
  if (partiesInCell.size === 0 && inCell.length === 0) return undefined;
  const byPerson = inCell.length > 0 && parties.in(cell.text).length === 0;
  for (const { kind, sentences } of article.blocks) {
    if (kind !== 'paragraph') continue;
    for (const { span } of sentences) {
      const sentence = article.masked.slice(...span).replaceAll(MASK, ' ');
      if (!MEETING.test(sentence) || !sameOccasion(article, parties, others, sentence)) continue;
      const people = cast.in(sentence).filter(({ at }) => isPresent(sentence, at));
      const named = [...people.map(({ person, at }) => ({ label: person.name, key: person.key, party: person.party, at })), ...parties.in(sentence).filter(({ seat, span: [at, to] }) => !seat && isPresent(sentence, at) && !people.some((one) => at < one.at && one.at - to < 40 && !sentence.slice(to, one.at).includes(','))).map(({ party, span: [at] }) => ({ label: party, key: undefined, party, at }))];
      if (named.length < 2) continue;
      const cellWords = cell.text.toLowerCase();
      const here = named.some(({ key, party }) => (key !== undefined && cellWords.includes(key.toLowerCase())) || (party !== undefined && partiesInCell.has(party)));
      if (!here) continue;
      const missing = named.find(({ key, party }) => (key !== undefined && byPerson ? !cellWords.includes(key.toLowerCase()) : party !== undefined && !partiesInCell.has(party)));
      if (!missing) continue;
      return { id: 'table-contradicts-body', span: row.span, related: [span], message: `the row leaves out ${missing.label}, whom the text has there`, help: 'hold the row against the passage and correct the one that is wrong' };
    }
  }
  return undefined;
}

/** Not somebody talked about (`talks on Ukraine`), but somebody there. */
const isPresent = (sentence: string, at: number): boolean => !/\b(?:on|about|over|for|against|of|in|near|from|without|at|to)\s(?:the\s)?(?:\p{L}+\s)?$/iu.test(sentence.slice(0, at)) || /\b(?:delegations? of|between|of both|presidents? of|ministers? of|leaders? of|representatives? of)\s(?:[\p{L}, ]*?)(?:the\s)?$/iu.test(sentence.slice(0, at));

/** The same day, or two telling words of place and occasion. */
function sameOccasion(article: Evidence['article'], parties: Evidence['parties'], cells: readonly Cell[], sentence: string): boolean {
  const days = cells.flatMap(({ text }) => datesIn(text));
  const told = datesIn(sentence);
  if (days.length > 0 && told.length > 0) return days.some((day) => told.some((one) => one.year === day.year && one.month === day.month && one.day === day.day));
  const words = cells.flatMap(({ text }) => text.match(/\p{Lu}[\p{L}]{2,}/gu) ?? []).filter((one) => !SMALL.has(one.toLowerCase()) && (!parties.has(one) || parties.in(one)[0]?.seat === true) && !/^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(one));
  const dateline = /^(\p{Lu}{2}[\p{L}]+)/u.exec(article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ span }) => article.text.slice(...span)).find((one) => /^\p{Lu}{3,}[^.]{0,40}[-–—]/u.test(one)) ?? '')?.[1];
  const shared = [...new Set(words)].filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(sentence) || (/\bhere\b/.test(sentence) && dateline?.toLowerCase() === word.toLowerCase()));
  return shared.length >= 1;
}
