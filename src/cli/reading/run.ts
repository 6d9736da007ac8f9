/** What `casus read` does, from the words given to what is printed or added. Loaded only when asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAbout, isDay, MOST_CHARACTERS, readArticle, type ArticleReading, type Fault, type Proposal, type Stretch } from '../../dossier/index.js';
import type { Given } from '../arguments.js';
import { BadInput, complain, FINDINGS, FINE } from '../faults.js';
import { headOf, packageRoot, readText, shownPath } from '../files.js';
import { showReading } from '../show/reading.js';
import { counted, hanging } from '../show/words.js';
import type { Terminal } from '../terminal.js';
import { accept, chosen } from './accept.js';
import { dossierAt, factsOf, type KnownDossier } from './dossier.js';
import { MOST_BYTES_READ, reportOf, type Report } from './input.js';

export function readReport(given: Given, terminal: Terminal): number {
  const [path, ...more] = given.operands;
  if (path === undefined) throw new BadInput('no report is named', 'for example `casus read report.txt`, or `-` for standard input');
  if (more.length > 0) throw new BadInput(`one report is read at a time, and \`${more[0] ?? ''}\` is one more`, 'give other reports of the same after `--source`');
  const wanted = given.one('accept');
  if ([path, ...given.all('source'), ...given.all('facts')].filter((one) => one === '-').length > 1) throw new BadInput('standard input, `-`, is named twice', 'it can be read once; name a file for the other');
  for (const name of ['outlet', 'on', 'link']) if (wanted === undefined && given.has(name)) throw new BadInput(`\`--${name}\` says something of what is accepted, and nothing is`, 'add `--accept`, or leave it out');
  const named = given.one('dossier');
  const dossier = named === undefined || named === 'none' ? undefined : dossierAt(named, terminal.folder);
  if (wanted !== undefined && dossier === undefined) throw new BadInput('`--accept` needs to know the dossier', 'add `--dossier DIR`');
  const report = reportAt(path, terminal);
  const sources = given.all('source').map((one) => reportAt(one, terminal).text.slice(0, MOST_CHARACTERS));
  const factsFile = given.one('facts');
  const beside = dossier ?? (named === undefined ? exampleFor(report.text) : undefined);
  const facts = factsFile === undefined ? beside?.facts ?? [] : factsOf(readText(factsFile, terminal.folder), factsFile);
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

function reportAt(path: string, terminal: Terminal): Report {
  const { bytes, whole } = headOf(path, terminal.folder, MOST_BYTES_READ);
  return reportOf(bytes, path, whole);
}

function takeIn(wanted: string, reading: ArticleReading, report: Report, dossier: KnownDossier, given: Given, terminal: Terminal): number {
  const outlet = given.one('outlet')?.trim();
  const day = given.one('on') ?? reading.dated;
  if (outlet === undefined || outlet === '') throw new BadInput('nothing was added: a statement needs the outlet that carried it', 'add `--outlet NAME`');
  if (day === undefined) throw new BadInput('nothing was added: the report carries no date of its own', 'add `--on DATE`, as 2026-04-21');
  if (!isDay(day)) throw new BadInput(`\`--on ${day}\` is no day`, 'write it year first, as 2026-04-21');
  const link = given.one('link');
  if (link !== undefined && !/^https?:\/\/[^\s<>"]+$/.test(link)) throw new BadInput(`\`--link ${link.slice(0, 60)}\` is no address of a page`, 'write it whole, from `https://` on, or leave it out');
  if (reading.statements.length === 0) throw new BadInput('nothing was added: the report attributes no statement to anybody', 'see what `casus read` finds in it without `--accept`');
  const { added, there, unfinished } = accept(chosen(wanted, reading.statements.length), reading.statements, (one) => report.text.slice(...one.span), dossier, { day, outlet, ...(link === undefined ? {} : { link }) });
  const where = shownPath(dossier.statements, terminal.folder);
  const [first] = unfinished;
  if (first !== undefined) {
    const { issue } = reading.statements[first - 1] as Proposal;
    const options = dossier.negotiation.issues.find(({ name }) => name === issue)?.options ?? [];
    complain(terminal, `no option is named yet in ${unfinished.length === 1 ? 'proposal' : 'proposals'} ${unfinished.join(', ')}, and without one a statement counts for nothing`, `write \`"option"\` among its arguments, or accept with it, as \`--accept ${first}=OPTION\`; the options of \`${issue ?? ''}\` are ${options.map(({ name }) => name).join(', ')}`);
  }
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
