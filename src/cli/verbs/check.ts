/** `casus check`: what is missing or contradictory in a text. */
import type { Diagnostic, Severity } from '../../treaty/index.js';
import { BAD_INPUT, FINDINGS, FINE, BadInput } from '../faults.js';
import { treatyFiles } from '../files.js';
import { excerpt } from '../show/excerpt.js';
import { severityWord } from '../show/marks.js';
import { NOTICE } from '../show/notice.js';
import { counted, hanging, tame } from '../show/words.js';
import type { Terminal } from '../terminal.js';
import { opened, type Opened } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

export const check: Verb = {
  name: 'check', summary: 'say what is missing or contradictory in a text', operands: 'FILE…',
  about: 'Reads treaties and reports what a drafter must know: duties without deadline, claimant or remedy, terms left open, cycles, conflicts. A folder stands for the .casus files below it. Ends with 1 where there are errors or warnings, with 2 where part of a text could not be read.',
  example: ['casus check library/budapest.casus', 'casus check library --severity warning --json'],
  options: [{ name: 'severity', value: 'LEVEL', help: 'leave out what is less grave than error, warning or note' }, { name: 'only', value: 'ID', more: () => false, help: 'show findings of one sentence id alone' }, JSON_OPTION],
  run: (given, terminal) => {
    if (given.operands.length === 0) throw new BadInput('no treaty is named', 'for example `casus check library/budapest.casus`');
    const level = given.one('severity') ?? 'note';
    if (!SEVERITIES.includes(level as Severity)) throw new BadInput(`\`${level}\` is no severity`, 'write error, warning or note');
    const only = given.all('only');
    const wanted = ({ severity, id }: Diagnostic): boolean => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level as Severity) && (only.length === 0 || only.includes(id));
    const texts = treatyFiles(given.operands, terminal.folder).map((path) => opened(path, terminal)).map((one) => ({ ...one, diagnostics: one.diagnostics.filter(wanted) }));
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(texts), null, 2)}\n`);
    else show(texts, terminal);
    if (texts.some(({ unread }) => unread)) return BAD_INPUT;
    return texts.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity !== 'note')) ? FINDINGS : FINE;
  },
};

const asJson = (texts: readonly Opened[]): object => ({
  version: 1,
  diagnostics: texts.flatMap(({ file, diagnostics }) => diagnostics.map(({ id, severity, span, message, help, related, fix }) => ({
    id, severity, file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn, message, ...(help === undefined ? {} : { help }),
    ...(related === undefined ? {} : { related: related.map((one) => ({ line: one.span.line, column: one.span.column, message: one.message })) }),
    ...(fix ? { fix: { title: fix.title, line: fix.span.line, column: fix.span.column, endLine: fix.span.endLine, endColumn: fix.span.endColumn, replacement: fix.replacement } } : {}),
  }))),
  notice: NOTICE,
});

function show(texts: readonly Opened[], terminal: Terminal): void {
  const { paint, width, out } = terminal;
  for (const { file, text, treaty, diagnostics } of texts) {
    out(`${paint.bold(file)}${treaty.title === '' ? '' : `  ${tame(treaty.title)}`}\n`);
    if (diagnostics.length === 0) { out('  nothing found\n\n'); continue; }
    const lines = text.split(/\r?\n/);
    const colours: Readonly<Record<Severity, (words: string) => string>> = { error: paint.red, warning: paint.yellow, note: paint.cyan };
    for (const { id, severity, span, message, help, related } of diagnostics) {
      out(`\n${severityWord(severity, paint)} ${paint.bold(id)}  line ${span.line}\n`);
      out(hanging('  ', tame(message), width));
      out(excerpt(lines, span, colours[severity], terminal));
      for (const one of related ?? []) out(hanging(`  line ${one.span.line}: `, tame(one.message), width));
      if (help !== undefined) out(hanging('  help: ', tame(help), width));
    }
    out('\n');
  }
  const all = texts.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length;
  out(`${counted(texts.length, 'text')}: ${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('note'), 'note')}\n${paint.dim(NOTICE)}\n`);
}
