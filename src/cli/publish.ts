/** Writes the files of a site into a folder so that nothing half-written stays: each beside its place first, then renamed. Only what changed is written, and only what this tool wrote is replaced or removed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { BadInput } from './faults.js';

export interface OutFile { readonly path: string; readonly content: string | Uint8Array }
export interface Published { readonly written: readonly string[]; readonly kept: number; readonly removed: readonly string[]; /** Stale files somebody changed since: left where they are. */ readonly spared: readonly string[] }

/** Lists what this tool wrote, with the sum of each file. */
export const MANIFEST = '.casus-brief.json';
const MAKING = '.casus-brief.making';

const sumOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
type Sums = { readonly [path: string]: readonly string[] };

export function publish(folder: string, files: readonly OutFile[], from: string): Published {
  const out = resolve(from, folder);
  const made: string[] = [];
  try {
    if (existsSync(out) && !statSync(out).isDirectory()) throw new BadInput(`\`${folder}\` is a file`, 'name a folder for the site');
    const known = manifestOf(join(out, MANIFEST), folder);
    const wanted = new Map(files.map(({ path, content }) => [path, { content, sum: sumOf(content) }]));
    const present = new Map([...new Set([...wanted.keys(), ...Object.keys(known)])].map((path) => [path, heldSum(join(out, path))]));
    const changed = [...wanted].filter(([path, { sum }]) => present.get(path) !== sum);
    const foreign = changed.map(([path]) => path).find((path) => { const held = present.get(path); return held !== undefined && !(known[path] ?? []).includes(held); });
    if (foreign !== undefined) throw new BadInput(`\`${folder}/${foreign}\` is there and is not what \`casus brief\` wrote`, 'name another folder, or move that file away');
    const stale = Object.keys(known).filter((path) => !wanted.has(path) && present.get(path) !== undefined);
    const [ours, spared] = [stale.filter((path) => known[path]?.includes(present.get(path) ?? '')), stale.filter((path) => !known[path]?.includes(present.get(path) ?? ''))];
    const after: Sums = Object.fromEntries([...wanted].map(([path, { sum }]) => [path, [sum]]));
    if (changed.length + ours.length === 0 && same(known, after)) return { written: [], kept: wanted.size, removed: [], spared };

    made.push(...foldersFor(out));
    const making = join(out, MAKING);
    rmSync(making, { recursive: true, force: true });
    try {
      for (const [path, { content }] of changed) { const to = join(making, path); foldersFor(dirname(to)); writeFileSync(to, content); }
      // Until every file is in its place, both the old and the new are known as ours: a run that is cut short can be repeated.
      writeManifest(out, { ...known, ...Object.fromEntries([...wanted].map(([path, { sum }]) => [path, [...new Set([...(known[path] ?? []), sum])]])) });
      for (const [path] of changed) { made.push(...foldersFor(dirname(join(out, path)))); renameSync(join(making, path), join(out, path)); }
      for (const path of ours) { rmSync(join(out, path)); tidy(dirname(join(out, path)), out); }
      writeManifest(out, after);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
    return { written: changed.map(([path]) => path), kept: wanted.size - changed.length, removed: ours, spared };
  } catch (fault) {
    for (const path of made.reverse()) tidy(path, dirname(path));
    if (fault instanceof BadInput) throw fault;
    const { code } = fault as NodeJS.ErrnoException;
    throw new BadInput(`the site cannot be written to \`${folder}\` (${code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' || code === 'EPERM' ? 'you may not write there' : code ?? (fault as Error).message})`, 'name another folder, or make room');
  }
}

function heldSum(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.isFile() ? sumOf(readFileSync(path)) : 'no file';
}

function manifestOf(path: string, folder: string): Sums {
  if (!existsSync(path)) return {};
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { readonly files?: unknown };
    if (typeof files === 'object' && files !== null && Object.entries(files).every(([name, sums]) => !name.split('/').includes('..') && !name.startsWith('/') && Array.isArray(sums))) return files as Sums;
  } catch { /* told below */ }
  throw new BadInput(`\`${folder}/${MANIFEST}\`, which lists what \`casus brief\` wrote, is damaged`, 'name another folder, or remove this one');
}

function writeManifest(out: string, files: Sums): void {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const to = join(out, MAKING, MANIFEST);
  foldersFor(dirname(to));
  writeFileSync(to, `${JSON.stringify({ about: 'What casus brief wrote here, with SHA-256 sums. It replaces and removes nothing else.', files: sorted }, null, 1)}\n`);
  renameSync(to, join(out, MANIFEST));
}

const same = (a: Sums, b: Sums): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Makes a folder and those above it; gives back those that were not there, the outermost first. One by one: Node's own recursive making never ends where a folder refuses with ENOENT, as in /proc. */
function foldersFor(path: string): readonly string[] {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const one of missing) mkdirSync(one);
  return missing;
}

/** Removes a folder and those above it, as far as they are empty and lie below a limit. */
function tidy(path: string, limit: string): void {
  for (let at = path; at !== limit && at.startsWith(limit) && existsSync(at) && readdirSync(at).length === 0; at = dirname(at)) rmdirSync(at);
}
