/** A reading for a person: faults first, each with its words; then what was said, by who said it. */
import { placesIn, type ArticleReading, type Fault, type Place, type Proposal } from '../../dossier/index.js';
import type { Report } from '../reading/input.js';
import type { Terminal } from '../terminal.js';
import { excerpt } from './excerpt.js';
import { counted, cut, hanging, tame } from './words.js';

export function showReading(path: string, { statements, faults }: ArticleReading, report: Report, notes: readonly string[], terminal: Terminal): void {
  const { paint, out, width } = terminal;
  out(`${paint.bold(path)}\n`);
  for (const note of notes) out(hanging('  note: ', note, width));
  const found: Found = { report, lines: report.file.split(/\r?\n/), place: placesIn(report.file) };
  out(`\n${faults.length === 0 ? 'no fault found' : counted(faults.length, 'fault')}\n`);
  for (const fault of faults) showFault(fault, found, terminal);
  out(`\n${statements.length === 0 ? 'no statement found: nobody is named as having said anything on a matter' : `${counted(statements.length, 'statement')} proposed, to be checked against the passage`}\n`);
  const speakers = [...new Set(statements.map(({ speaker }) => speaker ?? 'nobody named'))];
  for (const name of speakers) {
    const own = statements.map((one, index) => ({ one, index })).filter(({ one }) => (one.speaker ?? 'nobody named') === name);
    const behalf = [...new Set(own.flatMap(({ one }) => (one.onBehalfOf === undefined ? [] : [one.onBehalfOf])))];
    out(`\n${hanging('', `${paint.bold(tame(name))}${behalf.length === 0 ? '' : `, for ${tame(behalf.join(', '))}`}`, width)}`);
    for (const { one, index } of own) showStatement(one, index + 1, found, terminal);
  }
  if (statements.length > 0) out(`\n${paint.dim(hanging('', 'Nothing was added to any dossier. `--accept` with `--dossier` takes proposals in by their number.', width).trimEnd())}\n`);
}

interface Found { readonly report: Report; readonly lines: readonly string[]; readonly place: (at: number) => Place }

function showFault({ id, span, message, help, related }: Fault, { report, lines, place }: Found, terminal: Terminal): void {
  const { paint, out, width } = terminal;
  const [from, to] = report.inFile(span);
  const start = place(from);
  const end = place(Math.max(from, to));
  out(`\n${paint.yellow(id)}  line ${start.line}, column ${start.column}\n`);
  out(hanging('  ', tame(message), width));
  out(excerpt(lines, { offset: from, end: to, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }, paint.yellow, terminal));
  for (const one of related ?? []) out(hanging('  see ', `line ${place(report.inFile(one)[0]).line}`, width));
  out(hanging('  help: ', tame(help), width));
}

function showStatement(one: Proposal, number: number, { report, place }: Found, { paint, out, width }: Terminal): void {
  const [from] = report.inFile(one.span);
  const { line, column } = place(from);
  const lead = `${String(number).padStart(4)}  `;
  const words = [`${one.stance}${one.party !== undefined && one.voice !== 'own' ? ` (of ${one.party})` : ''}`, one.issue ?? 'no issue known', one.voice === 'own' ? 'own voice' : one.voice === 'counterpart' ? 'another party\'s account' : 'account of nobody named', ...(one.venue === undefined ? [] : [one.venue]), `confidence ${one.confidence.toFixed(2)}`];
  out(hanging(lead, tame(words.join(' · ')), width));
  const where = `line ${line}, column ${column}: `;
  out(`${' '.repeat(lead.length)}${paint.dim(where)}${cut(tame(report.text.slice(...one.span)).replace(/\s+/g, ' '), Math.max(12, width - lead.length - where.length))}\n`);
}
