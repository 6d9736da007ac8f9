/** What the user adds: entries, appended to one JSON Lines file per treaty and never rewritten, and drafts of treaty texts. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordLine } from '../shared/wire.js';
import { draftPath, type Folders } from './files.js';

const entriesPath = (folders: Folders, treaty: string): string => join(folders.own, 'entries', `${treaty}.jsonl`);

export function ownEntries(folders: Folders, treaty: string): string {
  const path = entriesPath(folders, treaty);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Gives the entry an id where it has none, appends it, and returns it as written. */
export function appendEntry(folders: Folders, treaty: string, line: RecordLine, now: Date): RecordLine {
  const path = entriesPath(folders, treaty);
  mkdirSync(dirname(path), { recursive: true });
  const before = ownEntries(folders, treaty);
  const count = before.split('\n').filter((one) => one !== '').length;
  const written: RecordLine = { id: `hand-${count + 1}`, knownAt: now.toISOString(), ...line };
  appendFileSync(path, `${before !== '' && !before.endsWith('\n') ? '\n' : ''}${JSON.stringify(written)}\n`, 'utf8');
  return written;
}

export function draftOf(folders: Folders, treaty: string): string | undefined {
  const path = draftPath(folders, treaty);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

export function saveDraft(folders: Folders, treaty: string, text: string): void {
  const path = draftPath(folders, treaty);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text, 'utf8');
  renameSync(`${path}.new`, path);
}

export const dropDraft = (folders: Folders, treaty: string): void => rmSync(draftPath(folders, treaty), { force: true });
