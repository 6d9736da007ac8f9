/** What `casus brief` does, from the words given to what is written and printed. Loaded only when asked for. */
import { resolve, sep } from 'node:path';
import { briefOf, latestDay, lintBrief, siteOf, type Brief, type Dossier, type LintFinding } from '../../dossier/index.js';
import { readDate } from '../../record/index.js';
import type { Instant } from '../../treaty/index.js';
import type { Given } from '../arguments.js';
import { dossierAt, fonts } from '../dossiers.js';
import { BAD_INPUT, BadInput, complain, FINDINGS, FINE } from '../faults.js';
import { publish, type OutFile, type Published } from '../publish.js';
import { hanging } from '../show/words.js';
import type { Terminal } from '../terminal.js';

const NOTICE = 'Casus shows what a text and a record say. It is not legal advice.';

export function publishBrief(given: Given, terminal: Terminal): number {
  const [path, ...more] = given.operands;
  if (path === undefined) throw new BadInput('no dossier is named', 'for example `casus brief dossiers/ukraine --out site`');
  if (more.length > 0) throw new BadInput(`one dossier is published at a time, and \`${more[0] ?? ''}\` is one more`, 'run the verb once for each');
  const out = given.one('out');
  if (out === undefined && !given.has('lint')) throw new BadInput('no folder is named to write to', 'add `--out DIR`, or `--lint` alone to look without writing');
  if (out?.trim() === '') throw new BadInput('`--out` names no folder', 'add the name of one, which is made where it is missing');
  if (out !== undefined && within(resolve(terminal.folder, out), resolve(terminal.folder, path))) throw new BadInput(`\`--out ${out}\` lies in the dossier itself`, 'name a folder beside it, so that the site is not taken for its sources');
  const base = baseOf(given);
  const [asOf, since] = [dayOf(given, 'as-of'), dayOf(given, 'since')];
  const { dossier, faults } = dossierAt(path, terminal.folder);
  for (const { file, where, message, help } of faults.slice(0, 10)) complain(terminal, `\`${file}\`${where === undefined ? '' : `, ${where}`}: ${message}`, help);
  if (faults.length > 10) complain(terminal, `and ${faults.length - 10} more faults of the dossier`);
  if (faults.length > 0) { complain(terminal, 'nothing was written', 'a brief of half a dossier would not say that the rest is missing'); return BAD_INPUT; }
  const day = asOf ?? latestDay(dossier);
  if (day === undefined) throw new BadInput(`nothing in \`${path}\` has a date`, 'say with `--as-of` of which day the brief is');
  if (since !== undefined && since >= day) throw new BadInput(`\`--since ${given.one('since') ?? ''}\` is not before the day the brief is as of`, 'name an earlier day');
  const made = briefOf(dossier, { asOf: day, ...(since === undefined ? {} : { since }), ...(base === undefined ? {} : { base }) });
  for (const { file, row, reason } of dossier.leftOut.slice(0, 10)) complain(terminal, `\`${file}\` line ${row} was left out: ${reason}`);
  if (dossier.leftOut.length > 10) complain(terminal, `and ${dossier.leftOut.length - 10} more lines were left out`);
  const findings = given.has('lint') ? lintBrief(dossier, made) : [];
  const files: readonly OutFile[] = findings.length > 0 ? [] : [...siteOf(made).map(({ path: to, text }) => ({ path: to, content: text })), ...fonts()];
  const done = out === undefined || findings.length > 0 ? undefined : publish(out, files, terminal.folder);
  if (given.has('json')) terminal.out(`${JSON.stringify(asJson(made, findings, done), null, 1)}\n`);
  else if (findings.length > 0) refused(findings, dossier, terminal);
  else {
    const say = (words: string): void => terminal.out(hanging('', words, terminal.width));
    if (done === undefined) say(`Nothing to refuse: \`${dossier.title}\` as of ${new Date(made.asOf).toISOString().slice(0, 10)} may be published. Nothing was written.`);
    else {
      say(`${done.written.length === 0 && done.removed.length === 0 ? 'Nothing changed' : `${counted(done.written.length)} written`}, ${done.kept} already as they should be${done.removed.length === 0 ? '' : `, ${done.removed.length} removed`}: ${out ?? ''}/index.html`);
      for (const stray of done.spared) complain(terminal, `\`${out ?? ''}/${stray}\` is no longer part of the site, but somebody changed it since`, 'look at it, and remove it by hand');
    }
    terminal.out(`\n${hanging('', NOTICE, terminal.width)}`);
  }
  return findings.length > 0 ? FINDINGS : dossier.leftOut.length > 0 ? BAD_INPUT : FINE;
}

const counted = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;
const iso = (at: Instant): string => new Date(at).toISOString();

const asJson = (made: Brief, findings: readonly LintFinding[], done: Published | undefined) => ({
  version: 1, dossier: made.title, asOf: iso(made.asOf), issues: made.issues.map(({ name, state, since }) => ({ name, state, since: since === undefined ? null : iso(since) })),
  findings, written: done?.written ?? [], removed: done?.removed ?? [], leftOut: made.leftOut, notice: NOTICE,
});

function refused(findings: readonly LintFinding[], { title }: Dossier, terminal: Terminal): void {
  terminal.out(hanging('', `\`${title}\` is not published: ${findings.length === 1 ? 'one finding' : `${findings.length} findings`}. Nothing was written.`, terminal.width));
  terminal.out('\n');
  for (const { id, where, message, help } of findings) {
    terminal.out(hanging(`${terminal.paint.red('■')} `, `${where}: ${message}`, terminal.width));
    terminal.out(hanging('  ', `${help} (${id})`, terminal.width));
  }
  terminal.out(`\n${hanging('', NOTICE, terminal.width)}`);
}

function dayOf(given: Given, name: string): Instant | undefined {
  const word = given.one(name);
  if (word === undefined) return undefined;
  const read = readDate(word);
  if ('problem' in read) throw new BadInput(`\`--${name}\`: ${read.problem}`, `for example \`--${name} 2025-08-18\``);
  return read.to;
}

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

function baseOf(given: Given): string | undefined {
  const word = given.one('base');
  if (word === undefined) return undefined;
  if (!URL.canParse(word) || !/^https?:$/.test(new URL(word).protocol) || new URL(word).search !== '' || new URL(word).hash !== '' || new URL(word).username !== '') throw new BadInput(`\`--base ${word.slice(0, 80)}\` is no address a site can stand at`, 'for example `--base https://example.org/ukraine/`');
  return new URL(word).href;
}
