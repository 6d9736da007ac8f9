/** The answer first: how many verdicts of each kind, in a line, and for each clause in a table. Terms (definitions) are told further down. */
import type { Verdict, VerdictState } from '../../treaty/index.js';
import type { Terminal } from '../terminal.js';
import { table, type Column } from './table.js';
import { grouped, hanging, tame } from './words.js';

interface Tally { readonly title: string; readonly states: readonly VerdictState[] }

/** In the order a reader asks for them. *Running* is what is due, open or available; what is in none of them is `other`. */
const TALLIES: readonly Tally[] = [
  { title: 'breached', states: ['breached', 'defaulted'] }, { title: 'conflict', states: ['conflict'] }, { title: 'undetermined', states: ['undetermined'] },
  { title: 'running', states: ['due', 'open', 'available', 'suspended'] }, { title: 'performed', states: ['performed', 'cured', 'exercised', 'adopted', 'settled'] },
  { title: 'not in scope', states: ['not in scope'] },
];

const titleOf = (state: VerdictState): string => TALLIES.find(({ states }) => states.includes(state))?.title ?? 'other';

const isNorm = ({ kind }: Verdict): boolean => kind !== 'definition' && kind !== 'instrument';

export function showOverview(verdicts: readonly Verdict[], { out, paint, width }: Terminal): void {
  const norms = verdicts.filter(isNorm);
  if (norms.length === 0) { out('\nno clause had anything to judge\n'); return; }
  const titles = [...TALLIES.map(({ title }) => title), 'other'].filter((title) => norms.some(({ state }) => titleOf(state) === title));
  const count = (among: readonly Verdict[], title: string): number => among.filter(({ state }) => titleOf(state) === title).length;
  out(`\n${hanging('', titles.map((title) => `${grouped(count(norms, title))} ${title}`).join(', '), width)}\n`);
  const clauses = [...new Set(norms.map(({ clause }) => clause))];
  const columns: readonly Column[] = [{ title: 'clause', gives: true }, { title: 'art.', right: true }, ...titles.map((title) => ({ title, right: true }))];
  const rows = clauses.map((clause) => {
    const mine = norms.filter((one) => one.clause === clause);
    return [tame(clause), tame(mine[0]?.article ?? ''), ...titles.map((title) => { const found = count(mine, title); return found === 0 ? '–' : grouped(found); })];
  });
  for (const line of table(columns, rows, width, paint.dim)) out(`${line}\n`);
}
