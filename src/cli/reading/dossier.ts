/** What a dossier folder knows that helps in reading a report: its speakers, parties and issues, its dated facts; and the one way a proposal gets into it. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { namesOf, type Known, type KnownFact } from '../../dossier/index.js';
import { parseTreaty } from '../../language/index.js';
import type { Negotiation } from '../../treaty/index.js';
import { BadInput } from '../faults.js';

export interface KnownDossier extends Known { readonly folder: string; readonly negotiation: Negotiation; readonly statements: string }

interface Manifest { readonly title?: unknown; readonly negotiation?: unknown; readonly statements?: unknown; readonly facts?: unknown }

export function dossierAt(path: string, folder: string): KnownDossier {
  const whole = resolve(folder, path);
  if (!existsSync(whole) || !statSync(whole).isDirectory()) throw new BadInput(`there is no dossier folder \`${path}\``, 'for example `--dossier dossiers/ukraine`');
  const manifest = existsSync(join(whole, 'dossier.json')) ? json(join(whole, 'dossier.json'), `${path}/dossier.json`) as Manifest : undefined;
  if (!manifest) throw new BadInput(`\`${path}\` has no \`dossier.json\`, so it is no dossier`, 'for example `--dossier dossiers/ukraine`');
  const negotiation = join(whole, typeof manifest.negotiation === 'string' ? manifest.negotiation : 'negotiation.casus');
  const text = existsSync(negotiation) ? readFileSync(negotiation, 'utf8') : '';
  const { treaty } = parseTreaty(text);
  const [first] = Array.isArray(manifest.statements) ? manifest.statements as readonly unknown[] : [];
  const facts = join(whole, typeof manifest.facts === 'string' ? manifest.facts : 'facts.json');
  return { folder: whole, title: typeof manifest.title === 'string' ? manifest.title : '', ...namesOf(treaty), negotiation: treaty.negotiation, facts: existsSync(facts) ? factsOf(json(facts, facts), facts) : [], statements: join(whole, typeof first === 'string' ? first : 'statements.jsonl') };
}

/** Throws BadInput where the file is no list of dated figures. */
export function factsOf(value: unknown, path: string): readonly KnownFact[] {
  if (!Array.isArray(value)) throw new BadInput(`\`${path}\` is no list of facts`, 'write a JSON list of {id, name, value or low and high, unit, asOf, source}');
  return value.map((one: Partial<KnownFact>, index) => {
    if (typeof one !== 'object' || one === null || typeof one.id !== 'string' || typeof one.name !== 'string' || typeof one.asOf !== 'string') throw new BadInput(`fact ${index + 1} of \`${path}\` lacks its id, name or day (asOf)`, 'every figure needs the day it holds for');
    return one as KnownFact;
  });
}

export function json(path: string, shown: string): unknown {
  try { return JSON.parse(readFileSync(path, 'utf8')); } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new BadInput(`there is no file \`${shown}\``, 'check the path');
    throw new BadInput(`\`${shown}\` is no JSON: ${(fault as Error).message.split('\n')[0] ?? ''}`, 'restore it, or name another file');
  }
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
