/** What `casus read` does, from the words given to what is printed or added. Loaded only when asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAbout, isDay, MOST_CHARACTERS, readArticle, type ArticleReading, type Fault, type Proposal, type Stretch } from '../../dossier/index.js';
import type { Given } from '../arguments.js';
import { BadInput, FINDINGS, FINE } from '../faults.js';
import { bytesOf, packageRoot, shownPath } from '../files.js';
import { showReading } from '../show/reading.js';
import { counted, hanging } from '../show/words.js';
import type { Terminal } from '../terminal.js';
import { accept, chosen } from './accept.js';
import { dossierAt, factsOf, json, type KnownDossier } from './dossier.js';
import { reportOf, type Report } from './input.js';

export function readReport(given: Given, terminal: Terminal): number {
  const [path, ...more] = given.operands;
  if (path === undefined) throw new BadInput('no report is named', 'for example `casus read report.txt`, or `-` for standard input');
  if (more.length > 0) throw new BadInput(`one report is read at a time, and \`${more[0] ?? ''}\` is one more`, 'give other reports of the same after `--source`');
  const wanted = given.one('accept');
  const named = given.one('dossier');
  const dossier = named === undefined || named === 'none' ? undefined : dossierAt(named, terminal.folder);
  if (wanted !== undefined && dossier === undefined) throw new BadInput('`--accept` needs to know the dossier', 'add `--dossier DIR`');
  const report = reportOf(bytesOf(path, terminal.folder), path);
  const sources = given.all('source').map((one) => reportOf(bytesOf(one, terminal.folder), one).text.slice(0, MOST_CHARACTERS));
  const factsFile = given.one('facts');
  const beside = dossier ?? (named === undefined ? exampleFor(report.text) : undefined);
  const facts = factsFile === undefined ? beside?.facts ?? [] : factsOf(parsed(reportOf(bytesOf(factsFile, terminal.folder), factsFile).file, factsFile), factsFile);
  const reading = readArticle(report.text, { sources, facts, ...(beside ? { speakers: beside.speakers, parties: beside.parties, issues: beside.issues } : {}) });
  const notes = [...report.notes, ...reading.notes, ...(beside && !dossier ? [`held against the dossier \`dossiers/${EXAMPLE}\`, whose matter it is on; \`--dossier none\` leaves it out`] : [])];
  if (wanted !== undefined && dossier) return takeIn(wanted, reading, report, dossier, given, terminal);
  if (given.has('json')) terminal.out(`${JSON.stringify(asJson(reading, report, notes), null, 2)}\n`);
  else showReading(shownPath(path, terminal.folder), reading, report, notes, terminal);
  return reading.faults.length > 0 ? FINDINGS : FINE;
}

const EXAMPLE = 'ukraine';

/** The dossier that comes with the package, where a report is on its matter. */
function exampleFor(text: string): KnownDossier | undefined {
  const folder = join(packageRoot(), 'dossiers', EXAMPLE);
  if (!existsSync(folder)) return undefined;
  const known = dossierAt(folder, folder);
  return isAbout(text, known.title, known.parties) ? known : undefined;
}

function parsed(text: string, path: string): unknown {
  try { return JSON.parse(text.replace(/^\uFEFF/, '')); } catch { return json(path, path); }
}

function takeIn(wanted: string, reading: ArticleReading, report: Report, dossier: KnownDossier, given: Given, terminal: Terminal): number {
  const outlet = given.one('outlet')?.trim();
  const day = given.one('on') ?? reading.dated;
  if (outlet === undefined || outlet === '') throw new BadInput('nothing was added: a statement needs the outlet that carried it', 'add `--outlet NAME`');
  if (day === undefined) throw new BadInput('nothing was added: the report carries no date of its own', 'add `--on DATE`, as 2026-04-21');
  if (!isDay(day)) throw new BadInput(`\`--on ${day}\` is no day`, 'write it year first, as 2026-04-21');
  const link = given.one('link');
  if (reading.statements.length === 0) throw new BadInput('nothing was added: the report attributes no statement to anybody', 'see what `casus read` finds in it without `--accept`');
  const { added, there } = accept(chosen(wanted, reading.statements.length), reading.statements, (one) => report.text.slice(...one.span), dossier, { day, outlet, ...(link === undefined ? {} : { link }) });
  const where = shownPath(dossier.statements, terminal.folder);
  if (given.has('json')) terminal.out(`${JSON.stringify({ ...asJson(reading, report, report.notes), accepted: added, alreadyThere: there }, null, 2)}\n`);
  else terminal.out(hanging('', `${counted(added.length, 'statement')} added to ${where}${there.length > 0 ? `; ${there.join(', ')} ${there.length === 1 ? 'was' : 'were'} there already` : ''}. Their gist is to be worded from the source.`, terminal.width));
  return FINE;
}

const nothing = (value: string | undefined): string | null => value ?? null;
const rounded = (span: readonly [number, number]): Stretch => [span[0], span[1]];

function asJson(reading: ArticleReading, report: Report, notes: readonly string[]): object {
  return {
    version: 1,
    statements: reading.statements.map((one: Proposal, index) => ({
      number: index + 1, span: rounded(report.inFile(one.span)), speaker: nothing(one.speaker), onBehalfOf: nothing(one.onBehalfOf), party: nothing(one.party), venue: nothing(one.venue), issue: nothing(one.issue), stance: one.stance, voice: one.voice, confidence: one.confidence,
    })),
    faults: reading.faults.map(({ id, span, message, help, related }: Fault) => ({ id, span: rounded(report.inFile(span)), message, help, ...(related ? { related: related.map((one) => rounded(report.inFile(one))) } : {}) })),
    notes,
  };
}
