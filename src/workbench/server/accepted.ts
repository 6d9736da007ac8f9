/** Statements accepted out of reports, kept as lines apart from the dossier's own files: its keeper takes them over. One file per dossier in the user's own folder, replaced whole; what a line is, the dossier room says. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { entryOf, idsIn, isDay, refused, type KnownFolder, type Occasion, type Proposal } from '../../dossier/index.js';
import type { Acceptance, AcceptedAnswer } from '../shared/brief.js';
import type { RecordLine } from '../shared/wire.js';
import type { Folders } from './files.js';

const pathOf = (folders: Folders): string => join(folders.own, 'statements', `${basename(folders.dossier).replace(/[^\w.-]+/g, '-')}.jsonl`);

const kept = (folders: Folders): readonly string[] => (existsSync(pathOf(folders)) ? readFileSync(pathOf(folders), 'utf8').split('\n').filter((line) => line.trim() !== '') : []);

function keep(folders: Folders, lines: readonly string[]): void {
  const path = pathOf(folders);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, lines.map((line) => `${line}\n`).join(''), 'utf8');
  renameSync(`${path}.new`, path);
}

const idOf = (line: string): string | undefined => [...idsIn(line)][0];

/** Those that stand in no file of the dossier yet. `inFiles`: the dossier's own lines. */
export function acceptedLines(folders: Folders, inFiles: string): readonly string[] {
  const there = idsIn(inFiles);
  return kept(folders).filter((line) => !there.has(idOf(line) ?? ''));
}

/** Gives lines as entries; a line damaged by hand is left out here, and named among what could not be read. */
export const asEntries = (lines: readonly string[]): readonly RecordLine[] => lines.flatMap((line) => { try { return [JSON.parse(line) as RecordLine]; } catch { return []; } });

/** Text says what is wrong and what would help. */
export function acceptOne(folders: Folders, value: unknown, { known, negotiation }: KnownFolder, inFiles: string): AcceptedAnswer | string {
  const asked = acceptanceIn(value);
  if (typeof asked === 'string') return asked;
  const { proposal, passage, option, outlet, day, link } = asked;
  const on: Occasion = { day, outlet, ...(link === undefined ? {} : { link }) };
  const entry = entryOf(proposal, passage, known, negotiation, on, option);
  if (refused(entry)) return `the proposal ${entry.words}; ${entry.help}`;
  if (entry.unfinished) return 'say which option of its issue the statement is about; without one it counts for nothing';
  const lines = kept(folders);
  if (idsIn(inFiles).has(entry.id) || lines.some((line) => idOf(line) === entry.id)) return { id: entry.id, there: true };
  keep(folders, [...lines, entry.line]);
  return { id: entry.id, there: false };
}

/** False where no such statement was accepted. */
export function takeBack(folders: Folders, id: string): boolean {
  const lines = kept(folders);
  const left = lines.filter((line) => idOf(line) !== id);
  if (left.length === lines.length) return false;
  keep(folders, left);
  return true;
}

const STANCES: readonly unknown[] = ['offers', 'accepts', 'demands', 'rejects', 'reports', 'uncertain'];
const VOICES: readonly unknown[] = ['own', 'counterpart', 'media'];
const isObject = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);
const short = (value: unknown): value is string => typeof value === 'string' && value.length <= 2_000;

function acceptanceIn(value: unknown): Acceptance | string {
  if (!isObject(value) || !isProposal(value['proposal']) || typeof value['passage'] !== 'string') return 'an acceptance needs the `proposal` as it was read, and its `passage`';
  const { proposal, passage, option, outlet, day, link } = value;
  if (!short(outlet) || outlet.trim() === '') return 'a statement needs the outlet that carried it; name it';
  if (!short(day) || !isDay(day)) return `\`${String(day ?? '').slice(0, 40)}\` is no day; write it year first, as 2026-04-21`;
  if (link !== undefined && !(short(link) && /^https?:\/\/[^\s<>"]+$/.test(link))) return `\`${String(link).slice(0, 60)}\` is no address of a page; write it whole, from \`https://\` on, or leave it out`;
  if (!short(option) || option === '') return 'say which option of its issue the statement is about; without one it counts for nothing';
  return { proposal, passage, option, outlet: outlet.trim(), day, ...(link === undefined ? {} : { link }) };
}

function isProposal(value: unknown): value is Proposal {
  if (!isObject(value)) return false;
  return STANCES.includes(value['stance']) && VOICES.includes(value['voice']) && typeof value['confidence'] === 'number' && ['speaker', 'onBehalfOf', 'party', 'venue', 'issue'].every((key) => value[key] === undefined || short(value[key]));
}
