/** Verdicts for people: first how each clause stands, then what stands out in it, alike reasons gathered. */
import type { Entry, Reason, Treaty, Verdict, VerdictState } from '../../treaty/index.js';
import { markOf, standing, weightOf } from './marks.js';
import type { Terminal } from '../terminal.js';
import { counted, debtorWords, hanging, tame, whenWords } from './words.js';

const SHOWN = 6;

export function showVerdicts(treaty: Treaty, verdicts: readonly Verdict[], entries: readonly Entry[], all: boolean, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const clauses = [...new Set(verdicts.map(({ clause }) => clause))];
  const silent = treaty.clauses.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) === index && !clauses.includes(name));
  for (const clause of clauses) {
    const mine = verdicts.filter((one) => one.clause === clause);
    const article = mine[0]?.article ?? '';
    const states = [...new Set(mine.map(({ state }) => state))].sort((a, b) => weightOf(a) - weightOf(b));
    out(`\n${paint.bold(tame(clause))}${article === '' ? '' : paint.dim(`  article ${article}`)}\n`);
    for (const state of states) showState(mine.filter((one) => one.state === state), state, byId, all, terminal);
  }
  if (silent.length > 0) out(`\n${hanging('nothing to judge: ', silent.join(', '), width)}`);
}

function showState(verdicts: readonly Verdict[], state: VerdictState, byId: ReadonlyMap<string, Entry>, all: boolean, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  out(`  ${standing(state, paint)}${verdicts.length > 1 ? `  ${counted(verdicts.length, 'time')}` : ''}\n`);
  if (all || verdicts.length <= SHOWN) { for (const one of verdicts) showOne(one, byId, terminal); return; }
  const groups = new Map<string, Verdict[]>();
  for (const one of verdicts) {
    const key = `${debtorWords(one.debtor)}\n${one.reasons.map(gist).join('\n')}`;
    const same = groups.get(key);
    if (same) same.push(one); else groups.set(key, [one]);
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
  for (const group of sorted.slice(0, SHOWN)) {
    const [first] = group;
    if (!first) continue;
    const last = group.at(-1) as Verdict;
    const who = debtorWords(first.debtor);
    const when = group.length === 1 ? whenWords(first.since).slice(0, 10) : `${whenWords(first.since).slice(0, 10)} to ${whenWords(last.since).slice(0, 10)}`;
    out(hanging(`    ${markOf(state, paint)} `, `${counted(group.length, 'time')}${who === '' ? '' : ` by ${tame(who)}`}, ${when}`, width));
    for (const reason of first.reasons.slice(0, 3)) out(hanging('        ', `${tame(gist(reason))}${reason.settledBy === undefined ? '' : `; may be settled by ${reason.settledBy}`}`, width));
  }
  const rest = sorted.slice(SHOWN).reduce((sum, group) => sum + group.length, 0);
  if (rest > 0) out(`    and ${counted(rest, 'more', 'more')} for ${counted(sorted.length - SHOWN, 'other reason')}; --all lists each\n`);
}

/** A reason without what differs from entry to entry: dates, numbers, names of places in the middle of it. */
export function gist({ rule, text }: Reason): string {
  const plain = text.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g, '…').replace(/\d+ [A-Z][a-z]{2} \d{4}(, \d{2}:\d{2} UTC)?/g, '…').replace(/\d+(\.\d+)? km/g, '… km');
  const head = plain.split(/[;:]/)[0] ?? plain;
  return rule === 'violation' ? head.replace(/ on …/, '') : `${rule}: ${plain.length > 90 ? head : plain}`;
}

export function showOne(verdict: Verdict, byId: ReadonlyMap<string, Entry>, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const { debtor, owedTo, trigger, state, since, deadline, reasons, readings } = verdict;
  const entry = trigger === undefined ? undefined : byId.get(trigger);
  const who = debtorWords(debtor);
  const parts = [
    who === '' ? '' : tame(who), owedTo && owedTo.length > 0 ? `to ${owedTo.length > 4 ? counted(owedTo.length, 'party', 'parties') : owedTo.map(tame).join(', ')}` : '', `since ${whenWords(since)}`, deadline === undefined ? '' : `by ${whenWords(deadline)}`,
    trigger === undefined ? '' : `for ${tame(trigger)}${entry?.place?.name === undefined ? '' : ` (${tame(entry.place.name)})`}`, readings && readings.length > 0 ? `under the reading ${readings.map((one) => `"${tame(one)}"`).join(', ')}` : '',
  ].filter((part) => part !== '');
  out(hanging(`    ${markOf(state, paint)} `, parts.join(', '), width));
  for (const reason of reasons) out(hanging('        ', reasonWords(reason), width));
}

export const reasonWords = ({ article, rule, text, entries, settledBy }: Reason): string =>
  `${article === '' ? '' : `article ${article}, `}${rule}: ${tame(text)}${entries.length > 0 ? ` [${entries.slice(0, 4).map(tame).join(', ')}${entries.length > 4 ? ', …' : ''}]` : ''}${settledBy === undefined ? '' : `; may be settled by ${settledBy}`}`;
