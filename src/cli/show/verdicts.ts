/** Verdicts for people: clause by clause, the gravest first, alike reasons gathered. */
import type { Entry, Reason, Treaty, Verdict, VerdictState } from '../../treaty/index.js';
import { alikeInKind, gist, sharedByParties, tellingReasons, type Shared } from './gather.js';
import { markOf, standing, weightOf } from './marks.js';
import type { Terminal } from '../terminal.js';
import { counted, debtorWords, hanging, momentWords, tame, whenWords } from './words.js';

/** More than this many of one standing are counted by what they have in common. */
const SHOWN = 6;

export interface Shown { readonly treaty: Treaty; readonly entries: ReadonlyMap<string, Entry>; readonly all: boolean }

export function showVerdicts(verdicts: readonly Verdict[], shown: Shown, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const clauses = [...new Set(verdicts.map(({ clause }) => clause))];
  const silent = shown.treaty.clauses.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) === index && !clauses.includes(name));
  for (const clause of clauses) {
    const mine = verdicts.filter((one) => one.clause === clause);
    const article = mine[0]?.article ?? '';
    const states = [...new Set(mine.map(({ state }) => state))].sort((a, b) => weightOf(a) - weightOf(b));
    out(`\n${paint.bold(tame(clause))}${article === '' ? '' : paint.dim(`  article ${tame(article)}`)}\n`);
    for (const state of states) showStanding(mine.filter((one) => one.state === state), state, shown, terminal);
  }
  if (silent.length > 0) out(`\n${hanging('nothing to judge: ', silent.join(', '), width)}`);
}

function showStanding(verdicts: readonly Verdict[], state: VerdictState, shown: Shown, terminal: Terminal): void {
  const { out, paint } = terminal;
  out(`  ${standing(state, paint)}${verdicts.length > 1 ? `, ${counted(verdicts.length, 'time')}` : ''}\n`);
  if (shown.all) { for (const one of verdicts) showShared({ debtors: [debtorWords(one.debtor)].filter((name) => name !== ''), to: (one.owedTo ?? []).join(', '), first: one, reasons: one.reasons }, shown, terminal); return; }
  if (verdicts.length <= 4 * SHOWN) {
    const shared = sharedByParties(verdicts);
    if (shared.length <= SHOWN) { for (const one of shared) showShared(one, shown, terminal); return; }
  }
  showKinds(alikeInKind(verdicts), state, terminal);
}

function showKinds(kinds: readonly (readonly Verdict[])[], state: VerdictState, { out, paint, width }: Terminal): void {
  for (const kind of kinds.slice(0, SHOWN)) {
    const first = kind[0] as Verdict;
    const last = kind.at(-1) as Verdict;
    const who = debtorWords(first.debtor);
    const days = [whenWords(first.since).slice(0, 10), whenWords(last.since).slice(0, 10)];
    out(hanging(`    ${markOf(state, paint)} `, `${counted(kind.length, 'time')}${who === '' ? '' : `, ${tame(who)}`}, ${days[0] === days[1] ? days[0] : days.join(' to ')}`, width));
    for (const reason of tellingReasons(first).slice(0, 3)) out(hanging('        ', `${tame(gist(reason))}${settled(reason)}`, width));
  }
  const rest = kinds.slice(SHOWN).reduce((sum, kind) => sum + kind.length, 0);
  if (rest > 0) out(`    and ${counted(rest, 'more', 'more')} for ${counted(kinds.length - SHOWN, 'other reason')}; --all lists each\n`);
}

function showShared({ debtors, to, first, reasons }: Shared, { treaty, entries }: Shown, { out, paint, width }: Terminal): void {
  const { trigger, state, since, deadline, readings } = first;
  const place = trigger === undefined ? undefined : entries.get(trigger)?.place?.name;
  const { zone } = treaty.calendar;
  const parts = [
    debtors.map(tame).join(', '), to === '' ? '' : `owed to ${to.split(', ').length > 4 ? counted(to.split(', ').length, 'party', 'parties') : tame(to)}`, `since ${momentWords(since, zone)}`, deadline === undefined ? '' : `by ${momentWords(deadline, zone)}`,
    trigger === undefined ? '' : `for ${tame(trigger)}${place === undefined ? '' : ` (${tame(place)})`}`, readings && readings.length > 0 ? `under the reading ${readings.map((one) => `"${tame(one)}"`).join(', ')}` : '',
  ].filter((part) => part !== '');
  out(hanging(`    ${markOf(state, paint)} `, parts.join(', '), width));
  for (const reason of reasons) out(hanging('        ', reasonWords(reason), width));
}

const settled = ({ settledBy }: Reason): string => (settledBy === undefined ? '' : `; may be settled by ${tame(settledBy)}`);

/** Entries are named where they are ids: a trigger told in words stands in the sentence already. */
export function reasonWords(reason: Reason): string {
  const { article, rule, text, entries } = reason;
  const ids = entries.filter((id) => !id.includes(' '));
  return `${article === '' ? '' : `article ${tame(article)}, `}${rule}: ${tame(text)}${ids.length > 0 ? ` [${ids.slice(0, 4).map(tame).join(', ')}${ids.length > 4 ? ', …' : ''}]` : ''}${settled(reason)}`;
}
