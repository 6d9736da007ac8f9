/** The files the workbench shows: treaties of the dossier and the library, its records and its map. Reads only what a listing names. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { DossierListing, RecordListing, TreatyListing } from '../shared/wire.js';

export interface Folders {
  readonly root: string;
  readonly dossier: string;
  readonly library: string;
  readonly web: string;
  /** Where this user's entries and drafts are kept. */
  readonly own: string;
}

/** The folder of the package: the nearest above this file that holds a `package.json` named casus. */
export function packageRoot(): string {
  let folder = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === 'casus') return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error('the folder of the casus package was not found; run it from a complete copy');
    folder = above;
  }
}

const treatyTitle = (text: string): string | undefined => /^\s*treaty\s+"([^"\n]+)"/m.exec(text)?.[1];

export const safeId = (id: string): boolean => /^[a-z0-9][a-z0-9._-]{0,80}$/i.test(id) && !id.includes('..');

interface Located<T> { readonly listing: T; readonly path: string }

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)).sort().map((name) => join(folder, name)) : [];
}

export function treatiesOf(folders: Folders): readonly Located<TreatyListing>[] {
  const seen = new Set<string>();
  const located: Located<TreatyListing>[] = [];
  for (const [from, folder] of [['dossier', join(folders.dossier, 'treaties')], ['library', folders.library]] as const) {
    for (const path of filesIn(folder, /\.casus$/)) {
      const id = basename(path, '.casus');
      if (seen.has(id) || !safeId(id)) continue;
      seen.add(id);
      const text = readFileSync(path, 'utf8');
      located.push({ path, listing: { id, title: treatyTitle(text) ?? id, file: relative(folders.root, path), from, draft: existsSync(draftPath(folders, id)) } });
    }
  }
  return located;
}

export const draftPath = (folders: Folders, id: string): string => join(folders.own, 'drafts', `${id}.casus`);

interface DossierFile { readonly title?: unknown; readonly opensOn?: unknown; readonly treaties?: unknown; readonly records?: unknown }

function dossierFile(folders: Folders): DossierFile {
  const path = join(folders.dossier, 'dossier.json');
  if (!existsSync(path)) return {};
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof read === 'object' && read !== null ? read : {};
  } catch { return {}; }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Titles that dossier.json gives its records, by file name. */
function recordTitles(file: DossierFile): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const item of Array.isArray(file.records) ? file.records as unknown[] : []) {
    if (typeof item !== 'object' || item === null) continue;
    const { file: path, path: other, title } = item as { file?: unknown; path?: unknown; title?: unknown };
    const name = textOf(path) ?? textOf(other);
    const words = textOf(title);
    if (name !== undefined && words !== undefined) titles.set(basename(name), words);
  }
  return titles;
}

export function recordsOf(folders: Folders): readonly Located<RecordListing>[] {
  const titles = recordTitles(dossierFile(folders));
  const named = [...filesIn(join(folders.dossier, 'data'), /\.(csv|jsonl)(\.gz)?$/), ...filesIn(join(folders.dossier, 'records'), /\.(csv|jsonl)(\.gz)?$/)];
  return named.map((path) => {
    const id = basename(path).replace(/\.gz$/, '');
    return { path, listing: { id, title: titles.get(basename(path)) ?? id, file: relative(folders.root, path), form: id.endsWith('.csv') ? 'csv' as const : 'jsonl' as const } };
  });
}

export function listingOf(folders: Folders): DossierListing {
  const treaties = treatiesOf(folders).map(({ listing }) => listing);
  const file = dossierFile(folders);
  const wanted = textOf(file.opensOn)?.replace(/^.*\//, '').replace(/\.casus$/, '');
  const opensOn = [wanted, 'august-2025', treaties.find((one) => one.from === 'dossier')?.id, treaties[0]?.id].find((id) => id !== undefined && treaties.some((one) => one.id === id)) ?? '';
  return {
    title: textOf(file.title) ?? basename(folders.dossier), treaties, opensOn,
    records: recordsOf(folders).map(({ listing }) => listing), hasAtlas: existsSync(join(folders.dossier, 'data', 'atlas.json')),
  };
}

/** A gzip that ends too early gives what could be read, and says so. */
export function readRecord(path: string): { readonly text: string; readonly damaged?: string } {
  const bytes = readFileSync(path);
  if (!path.endsWith('.gz')) return { text: bytes.toString('utf8') };
  try { return { text: gunzipSync(bytes).toString('utf8') }; } catch (fault) {
    // Z_SYNC_FLUSH at the end keeps what was read before the damage.
    try { return { text: gunzipSync(bytes, { finishFlush: 2 }).toString('utf8'), damaged: (fault as Error).message }; } catch { return { text: '', damaged: (fault as Error).message }; }
  }
}

/** A file in a folder or below it, or nothing. */
export function fileIn(folder: string, name: string): string | undefined {
  if (name.includes('\0')) return undefined;
  const path = resolve(folder, name);
  return path.startsWith(resolve(folder) + sep) && statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined;
}
