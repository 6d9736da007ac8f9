/** A reading for a person: faults first, each with its words; then what was said, by who said it. */
import { placeOf, type ArticleReading, type Fault, type Proposal } from '../../dossier/index.js';
import type { Report } from '../reading/input.js';
import type { Terminal } from '../terminal.js';
import { excerpt } from './excerpt.js';
import { counted, cut, hanging, tame } from './words.js';

export function showReading(path: string, { statements, faults }: ArticleReading, report: Report, notes: readonly string[], terminal: Terminal): void {
  const { paint, out, width } = terminal;
  out(`${paint.bold(path)}\n`);
  for (const note of notes) out(hanging('  note: ', note, width));
  const lines = report.file.split(/\r?\n/);
  out(`\n${faults.length === 0 ? 'no fault found' : counted(faults.length, 'fault')}\n`);
  for (const fault of faults) showFault(fault, report, lines, terminal);
  out(`\n${statements.length === 0 ? 'no statement found: nobody is named as having said anything on a matter' : `${counted(statements.length, 'statement')} proposed, to be checked against the passage`}\n`);
  const speakers = [...new Set(statements.map(({ speaker }) => speaker ?? 'nobody named'))];
  for (const name of speakers) {
    const own = statements.map((one, index) => ({ one, index })).filter(({ one }) => (one.speaker ?? 'nobody named') === name);
    const behalf = [...new Set(own.flatMap(({ one }) => (one.onBehalfOf === undefined ? [] : [one.onBehalfOf])))];
    out(`\n${hanging('', `${paint.bold(tame(name))}${behalf.length === 0 ? '' : `, for ${tame(behalf.join(', '))}`}`, width)}`);
    for (const { one, index } of own) showStatement(one, index + 1, report, terminal);
  }
  if (statements.length > 0) out(`\n${paint.dim(hanging('', 'Nothing was added to any dossier. `--accept` with `--dossier` takes proposals in by their number.', width).trimEnd())}\n`);
}

function showFault({ id, span, message, help, related }: Fault, report: Report, lines: readonly string[], terminal: Terminal): void {
  const { paint, out, width } = terminal;
  const [from, to] = report.inFile(span);
  const start = placeOf(report.file, from);
  const end = placeOf(report.file, Math.max(from, to));
  out(`\n${paint.yellow(id)}  line ${start.line}, column ${start.column}\n`);
  out(hanging('  ', tame(message), width));
  out(excerpt(lines, { offset: from, end: to, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }, paint.yellow, terminal));
  for (const one of related ?? []) out(hanging('  see ', `line ${placeOf(report.file, report.inFile(one)[0]).line}`, width));
  out(hanging('  help: ', tame(help), width));
}

function showStatement(one: Proposal, number: number, report: Report, { paint, out, width }: Terminal): void {
  const [from] = report.inFile(one.span);
  const { line, column } = placeOf(report.file, from);
  const lead = `${String(number).padStart(4)}  `;
  const words = [`${one.stance}${one.party !== undefined && one.voice !== 'own' ? ` (of ${one.party})` : ''}`, one.issue ?? 'no issue known', one.voice === 'own' ? 'own voice' : one.voice === 'counterpart' ? 'another party\'s account' : 'account of nobody named', ...(one.venue === undefined ? [] : [one.venue]), `confidence ${one.confidence.toFixed(2)}`];
  out(hanging(lead, tame(words.join(' · ')), width));
  const where = `line ${line}, column ${column}: `;
  out(`${' '.repeat(lead.length)}${paint.dim(where)}${cut(tame(report.text.slice(...one.span)).replace(/\s+/g, ' '), Math.max(12, width - lead.length - where.length))}\n`);
}
