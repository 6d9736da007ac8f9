/** Which coalitions can ensure an event, who is needed, and what one of them does, for people. */
import { coalitionWords, type Strategy, type StrategyRow, type WhoCanAnswer } from '../../explore/index.js';
import type { Terminal } from '../terminal.js';
import { NOTICE } from './notice.js';
import { counted, grouped, hanging, tame, wrap } from './words.js';

interface Shown { readonly title: string; readonly file: string; readonly event: string; readonly answers: readonly WhoCanAnswer[]; readonly limits: { readonly acts: number; readonly horizon: number }; readonly strategy: number; /** Why it ended early, where it did. */ readonly stopped?: string }

const MOST_SHOWN = 20;

export function showWhoCan({ title, event, answers, limits, strategy, stopped }: Shown, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  out(`${paint.bold(tame(title))}\n`);
  out(hanging('asked: ', `who can ensure that ${tame(event)}, whatever the others do, with up to ${counted(limits.acts, 'act')} that nobody owes, over ${counted(limits.horizon, 'day')}`, width));
  for (const one of answers) {
    const { smallest = [], vetoPlayers = [] } = one;
    out('\n');
    if (one.reading !== undefined) out(hanging('', paint.bold(tame(one.reading)), width));
    if (one.undeterminedBecause !== undefined) { out(hanging('', `undetermined, because ${tame(one.undeterminedBecause)}`, width)); continue; }
    out(hanging('time counts from: ', one.from.length === 0 ? 'the beginning' : `${few(one.from)}${one.from.length > 1 ? ', whichever is first' : ''}; where none falls, nothing has to come about`, width));
    if (one.nobodyCan === true) out(hanging('', 'nobody can: even all parties together do not ensure it', width));
    else if (smallest.length === 0) out(hanging('', 'undetermined, because no coalition was found that can, and not all were settled', width));
    else if (smallest.some(({ members }) => members.length === 0)) out(hanging('', 'everybody can: it comes about whatever anybody does', width));
    else {
      out(hanging('smallest coalitions: ', '', width).replace(/\s*$/, '\n'));
      smallest.slice(0, MOST_SHOWN).forEach((coalition, index) => { out(hanging(`  ${index + 1}  `, tame(coalitionWords(coalition)), width)); });
      if (smallest.length > MOST_SHOWN) out(`  and ${grouped(smallest.length - MOST_SHOWN)} more (--json lists all)\n`);
      out(hanging('veto players: ', vetoPlayers.length === 0 ? 'none; no single party can block it' : vetoPlayers.map(tame).join(', '), width));
    }
    if (one.complete !== true) out(hanging('', `undetermined for other coalitions, because ${stopped ?? 'there are more situations than were looked at, or time ran to the horizon; may be settled by fewer `--acts`, or by `within` in the event'}`, width));
    for (const { coalition, strategy: table } of one.strategies) {
      if (coalition.members.length === 0) continue;
      if (!table) { out(`\n${hanging('', `what ${tame(coalitionWords(coalition))} would do takes more rows than can be read`, width)}`); continue; }
      out(`\n${hanging('', paint.bold(`What coalition ${strategy} does, as ${tame(table.members.join(', '))}: the first row that holds, again and again`), width)}`);
      showTable(table, terminal);
    }
  }
  out(`\n${paint.dim(NOTICE)}\n`);
}

const few = (list: readonly string[]): string => (list.length <= 3 ? list.map(tame).join(' or ') : `${list.slice(0, 2).map(tame).join(', ')} or ${counted(list.length - 2, 'other act')}`);

/** Rows of several members that differ in the name alone are one. */
function showTable({ rows, tickHours }: Strategy, { out, paint, width }: Terminal): void {
  const merged = new Map<string, { readonly who: string[]; readonly row: StrategyRow; readonly situation: string }>();
  for (const row of rows) {
    const situation = row.when.map((one) => conditionWords(one, row.who, tickHours)).join(', and ') || 'whenever it may';
    const key = [situation, row.does, row.fromHour, row.toHour].join('|');
    const there = merged.get(key);
    if (there) there.who.push(row.who); else merged.set(key, { who: [row.who], row, situation });
  }
  const columns = [Math.floor((width - 4) * 0.42), Math.floor((width - 4) * 0.38)] as const;
  const line = (cells: readonly [string, string, string]): string => {
    const wrapped = [wrap(cells[0], columns[0]), wrap(cells[1], columns[1]), wrap(cells[2], width - 4 - columns[0] - columns[1])] as const;
    return Array.from({ length: Math.max(...wrapped.map((one) => one.length)) }, (_, index) => `${(wrapped[0][index] ?? '').padEnd(columns[0])}  ${(wrapped[1][index] ?? '').padEnd(columns[1])}  ${wrapped[2][index] ?? ''}`.trimEnd()).join('\n');
  };
  out(`${paint.dim(line(['where', 'who does what', 'by']))}\n`);
  for (const { who, row, situation } of merged.values()) out(`${line([tame(situation), tame(`${who.join(', ')}: ${row.does}`), byWords(row)])}\n`);
}

const byWords = ({ fromHour, toHour }: StrategyRow): string => (toHour === undefined ? 'before the time counts' : `hour ${fromHour === undefined ? `up to ${toHour}` : fromHour === toHour ? toHour : `${fromHour} to ${toHour}`}`);

function conditionWords({ field, words, values }: StrategyRow['when'][number], who: string, tickHours: number): string {
  const left = /^(.*), ticks left$/.exec(field);
  const name = (left?.[1] ?? field).split(` of ${who}`).join(' of its own').replace(/^ballot of its own on (.*)$/, 'its own ballot on $1');
  if (left) return `${name} has ${values.map((value) => value * tickHours).join(' or ')} hours left`;
  return field === 'stimuli' ? `${values.join(' or ')} acts that nobody owes have fallen` : `${name} is ${words.map((word) => (word === 'none' ? 'not there yet' : word)).join(' or ')}`;
}
