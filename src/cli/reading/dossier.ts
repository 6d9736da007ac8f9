/** What a dossier folder knows that helps in reading a report: its speakers, parties and issues, its dated facts; and the one way a proposal gets into it. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { namesOf, readDossierFile, readFacts, type Known, type KnownFact } from '../../dossier/index.js';
import { parseTreaty } from '../../language/index.js';
import type { Negotiation } from '../../treaty/index.js';
import { BadInput } from '../faults.js';
import { readText } from '../files.js';

export interface KnownDossier extends Known { readonly folder: string; readonly negotiation: Negotiation; readonly statements: string }

export function dossierAt(path: string, folder: string): KnownDossier {
  const whole = resolve(folder, path);
  if (!existsSync(whole) || !statSync(whole).isDirectory()) throw new BadInput(`there is no dossier folder \`${path}\``, 'for example `--dossier dossiers/ukraine`');
  const shown = `${path.replace(/\/+$/, '')}/dossier.json`;
  if (!existsSync(join(whole, 'dossier.json'))) throw new BadInput(`\`${path}\` has no \`dossier.json\`, so it is no dossier`, 'for example `--dossier dossiers/ukraine`');
  const { value: { title, negotiation, statements: [first], facts }, faults } = readDossierFile(readText(join(whole, 'dossier.json'), folder).text, shown);
  // Of what it says for the brief nothing is needed here; `casus brief` says what is wrong with them.
  const wrong = faults.find(({ where = '' }) => !/^(?:brief|line|publisher|(?:editions|glossary|corrections|questions|faq) \d+)$/.test(where));
  if (wrong) throw new BadInput(`\`${shown}\`${wrong.where === undefined ? '' : `, ${wrong.where}`}: ${wrong.message}`, wrong.help);
  const within = (key: string, name: string): string => {
    const file = resolve(whole, name);
    if (!file.startsWith(whole + sep)) throw new BadInput(`\`${shown}\`: \`${key}\` names \`${name}\`, which lies outside the folder`, 'keep the files of a dossier in it');
    return file;
  };
  const text = (key: string, name: string | undefined, usual: string): string | undefined => {
    const file = within(key, name ?? usual);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return readText(file, folder).text;
    if (name !== undefined) throw new BadInput(`\`${shown}\`: \`${key}\` names \`${name}\`, which is not there`, 'check the name, or leave the key out');
    return undefined;
  };
  const figures = text('facts', facts, 'facts.json');
  const { treaty } = parseTreaty(text('negotiation', negotiation, 'negotiation.casus') ?? '');
  return { folder: whole, title, negotiation: treaty.negotiation, ...namesOf(treaty), facts: figures === undefined ? [] : factsOf({ text: figures }, `${path.replace(/\/+$/, '')}/${facts ?? 'facts.json'}`), statements: within('statements', first ?? 'statements.jsonl') };
}

/** Throws BadInput where the file is no list of dated figures. */
export function factsOf({ text, damage }: { readonly text: string; readonly damage?: string }, path: string): readonly KnownFact[] {
  if (damage !== undefined) throw new BadInput(`\`${path}\`: ${damage.split('; ')[0] ?? ''}`, damage.split('; ')[1]);
  const { value, faults: [first, ...more] } = readFacts(text, path);
  if (first) throw new BadInput(`\`${path}\`${first.where === undefined ? '' : `, ${first.where}`}: ${first.message}${more.length > 0 ? `; and ${more.length} more` : ''}`, first.help);
  const raw = JSON.parse(text.replace(/^\uFEFF/, '')) as readonly { readonly about?: readonly string[]; readonly supersededBy?: string }[];
  return value.map(({ asOf, id, name, value: figure, low, high, unit, source }, index): KnownFact => {
    if (asOf === undefined) throw new BadInput(`\`${path}\`, fact ${index + 1}: \`asOf\` is missing`, 'every figure needs the day it holds for');
    const { about, supersededBy } = raw[index] ?? {};
    return {
      id, name, asOf: asOf.written, ...(figure === undefined ? {} : { value: figure }), ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), ...(unit === undefined ? {} : { unit }), ...(source === undefined ? {} : { source }),
      ...(about === undefined ? {} : { about }), ...(supersededBy === undefined ? {} : { supersededBy }),
    };
  });
}

export const statementLines = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** All lines or none: a new file is written whole beside the old one, flushed, and put in its place. */
export function appendWhole(path: string, lines: readonly string[]): void {
  const before = statementLines(path);
  const made = `${path}.${process.pid}.new`;
  let handle: number | undefined;
  try {
    handle = openSync(made, 'wx');
    try { writeSync(handle, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`); fsyncSync(handle); } finally { closeSync(handle); }
    renameSync(made, path);
  } catch (fault) {
    if (handle !== undefined) rmSync(made, { force: true });
    throw new BadInput(`\`${path}\` cannot be written (${(fault as NodeJS.ErrnoException).code ?? 'unknown reason'}), and nothing was added`, 'check that the folder may be written to');
  }
}
