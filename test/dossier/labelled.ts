/** Readings held against labels made by hand: what was met, what was missed, what was proposed for nothing. */
import { join } from 'node:path';
import { isAbout, readArticle, type ArticleReading, type KnownFact, type Fault, type Proposal, type ReadingOptions, type Stretch } from '../../src/dossier/index.js';
import { POLITIES } from '../../src/dossier/reading/gazetteer.js';
import { dossierAt, type KnownDossier } from '../../src/cli/reading/dossier.js';
import { extracted } from '../../src/dossier/reading/page/index.js';

const EXAMPLE = join(process.cwd(), 'dossiers', 'ukraine');
/** As the command line does: the dossier of the package, where the report is on its matter. */
let known: KnownDossier | undefined;
function besides(text: string): ReadingOptions {
  known ??= dossierAt(EXAMPLE, EXAMPLE);
  return isAbout(text, known.title, known.parties) ? { speakers: known.speakers, parties: known.parties, issues: known.issues } : {};
}

export interface StatementLabel { readonly passage: string; readonly speaker: string | null; readonly onBehalfOf: string | null; readonly party: string | null; readonly venue: string | null; readonly issue: string | null; readonly stance: string; readonly voice: string }
export interface Labels { readonly register: string; readonly source?: string; readonly setAside?: boolean; readonly statements: readonly StatementLabel[]; readonly faults: readonly { readonly id: string; readonly passage: string }[] }

export interface Score {
  readonly statements: { readonly labelled: number; readonly proposed: number; readonly met: number };
  readonly faults: { readonly labelled: number; readonly proposed: number; readonly met: number };
  /** Of the statements met. */
  readonly party: number; readonly issue: number; readonly stance: number; readonly voice: number;
  readonly missed: readonly string[];
  readonly surplus: readonly string[];
  readonly differing: readonly string[];
}

/** Reads a text or a page; spans are in the characters of the file. */
export function readFileText(name: string, text: string, options: ReadingOptions): ArticleReading {
  if (!name.endsWith('.html')) return readArticle(text, options);
  const { text: inner, inPage } = extracted(text);
  const reading = readArticle(inner, options);
  const moved = <T extends { readonly span: Stretch }>(one: T): T => ({ ...one, span: inPage(one.span) });
  return { ...reading, statements: reading.statements.map(moved), faults: reading.faults.map(moved) };
}

const overlap = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
const alike = (a: string | null | undefined, b: string | null | undefined): boolean => plain(a) === plain(b);
/** `Russia's embassy` and `Russian embassy`, with or without an article: the same speaker. */
const plain = (one: string | null | undefined): string => inStates(one ?? '').toLowerCase().replace(/^(?:the|a|an|his|her)\s/, '').replace(/['’]s\b/g, '').replace(/^(?:ms|mr|mrs|sir|lord|lady|sheikh|dr) /, '').replace(/\s+/g, ' ').trim();

const DEMONYMS = POLITIES.flatMap(({ name, names }) => names.filter((one) => / (?:i?an|ish|ese|ic)$|(?:n|ish|ese|ch|k)$/.test(one) && one !== name).map((one) => [new RegExp(`\\b${one}\\b`, 'g'), name] as const));
/** `Russian embassy` and `Russia's embassy`. */
const inStates = (words: string): string => DEMONYMS.reduce((text, [adjective, name]) => text.replace(adjective, name), words);

export function scored(text: string, labels: Labels, reading: ArticleReading): Score {
  const at = (passage: string): Stretch => { const from = text.indexOf(passage); if (from < 0) throw new Error(`the text has no \`${passage}\``); return [from, from + passage.length]; };
  const left = new Set<Proposal>(reading.statements);
  const differing: string[] = [];
  const missed: string[] = [];
  let [party, issue, stance, voice, met] = [0, 0, 0, 0, 0];
  for (const label of labels.statements) {
    const span = at(label.passage);
    const over = [...left].filter((one) => overlap(one.span, span) * 2 >= Math.min(span[1] - span[0], one.span[1] - one.span[0]));
    const fit = over.find((one) => alike(one.speaker, label.speaker) && alike(one.onBehalfOf, label.onBehalfOf));
    if (!fit) { missed.push(`statement: ${label.speaker ?? '?'} (${label.onBehalfOf ?? '-'}): ${label.passage.slice(0, 60)}${over[0] ? `  [got ${over[0].speaker ?? '?'} (${over[0].onBehalfOf ?? '-'})]` : ''}`); continue; }
    left.delete(fit);
    met += 1;
    for (const [key, ours, theirs] of [['party', fit.party, label.party], ['issue', fit.issue, label.issue], ['stance', fit.stance, label.stance], ['voice', fit.voice, label.voice], ['venue', fit.venue, label.venue]] as const) {
      const same = alike(ours, theirs);
      if (!same) differing.push(`${label.passage.slice(0, 44)}… ${key} ${ours ?? '-'}, labelled ${theirs ?? '-'}`);
      else if (key === 'party') party += 1; else if (key === 'issue') issue += 1; else if (key === 'stance') stance += 1; else if (key === 'voice') voice += 1;
    }
  }
  const faultsLeft = new Set<Fault>(reading.faults);
  let found = 0;
  for (const label of labels.faults) {
    const span = at(label.passage);
    const fit = [...faultsLeft].find((one) => one.id === label.id && overlap(one.span, span) > 0);
    if (!fit) { missed.push(`fault: ${label.id}: ${label.passage.slice(0, 60)}`); continue; }
    faultsLeft.delete(fit);
    found += 1;
  }
  return {
    statements: { labelled: labels.statements.length, proposed: reading.statements.length, met }, faults: { labelled: labels.faults.length, proposed: reading.faults.length, met: found }, party, issue, stance, voice, missed, differing,
    surplus: [...[...left].map((one) => `statement: ${one.speaker ?? '?'} (${one.onBehalfOf ?? '-'}): ${text.slice(...one.span).replace(/\s+/g, ' ').slice(0, 70)}`), ...[...faultsLeft].map((one) => `fault: ${one.id}: ${one.message}`)],
  };
}

const share = (part: number, of: number): string => (of === 0 ? '  –  ' : `${String(Math.round((100 * part) / of)).padStart(3)} %`);

export function scoreOf(name: string, read: (name: string) => string, exists: (name: string) => boolean): { readonly labels: Labels; readonly score: Score } {
  const labels = JSON.parse(read(`${name}.labels.json`)) as Labels;
  const file = exists(`${name}.html`) ? `${name}.html` : `${name}.txt`;
  const text = read(file);
  const facts = JSON.parse(read('facts.json')) as readonly KnownFact[];
  return { labels, score: scored(text, labels, readFileText(file, text, { ...besides(text), facts, ...(labels.source === undefined ? {} : { sources: [read(labels.source)] }) })) };
}

/** A table for a person; `more` may hold `details` and names of texts. */
export function report(names: readonly string[], read: (name: string) => string, exists: (name: string) => boolean, more: readonly string[]): string {
  const lines = ['statements: met of labelled, precision, recall; of those met, party, issue, stance and voice as labelled. faults: the same.', ''];
  const wanted = more.filter((one) => one !== 'details');
  const all = names.filter((name) => wanted.length === 0 || wanted.includes(name)).map((name) => ({ name, aside: (JSON.parse(read(`${name}.labels.json`)) as Labels).setAside === true }));
  const head = `${'text'.padEnd(16)}  statements  prec.  recall  party  issue  stance  voice   faults  prec.  recall`;
  const line = (name: string, ones: readonly Score[]): string => {
    const sum = (pick: (one: Score) => number): number => ones.reduce((total, one) => total + pick(one), 0);
    const [met, labelled, proposed] = [sum(({ statements }) => statements.met), sum(({ statements }) => statements.labelled), sum(({ statements }) => statements.proposed)];
    const [fMet, fLabelled, fProposed] = [sum(({ faults }) => faults.met), sum(({ faults }) => faults.labelled), sum(({ faults }) => faults.proposed)];
    return `${name.padEnd(16)}  ${`${met} of ${labelled}`.padStart(10)}  ${share(met, proposed)}   ${share(met, labelled)}  ${share(sum(({ party }) => party), met)}  ${share(sum(({ issue }) => issue), met)}   ${share(sum(({ stance }) => stance), met)}  ${share(sum(({ voice }) => voice), met)}  ${`${fMet} of ${fLabelled}`.padStart(7)}  ${share(fMet, fProposed)}   ${share(fMet, fLabelled)}`;
  };
  const seen = all.filter(({ aside }) => !aside).map(({ name }) => ({ name, score: scoreOf(name, read, exists).score }));
  lines.push(head, ...seen.map(({ name, score }) => line(name, [score])), line('all of these', seen.map(({ score }) => score)), '');
  if (more.includes('details')) for (const { name, score } of seen) lines.push(name, ...score.missed.map((one) => `  missed   ${one}`), ...score.surplus.map((one) => `  surplus  ${one}`), ...score.differing.map((one) => `  differs  ${one}`));
  if (wanted.length === 0 && more.includes('details')) return `${lines.join('\n')}\n`;
  const aside = all.filter(({ aside }) => aside).map(({ name }) => ({ name, score: scoreOf(name, read, exists).score }));
  if (aside.length > 0) lines.push('set aside until the end:', ...aside.flatMap(({ name, score }) => [line(name, [score]), ...(more.includes('details') ? [...score.missed.map((one) => `  missed   ${one}`), ...score.surplus.map((one) => `  surplus  ${one}`), ...score.differing.map((one) => `  differs  ${one}`)] : [])]), ...(aside.length > 1 ? [line('all set aside', aside.map(({ score }) => score))] : []));
  return `${lines.join('\n')}\n`;
}
