/** Reading what the command line names: texts, records (gzip told by its first bytes), folders of treaties, the atlas. Writing what is asked for with `--out`. The only file of this room that touches the disk. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atlasFromManifest, emptyAtlas, type Atlas } from '../geo/index.js';
import { nearest } from '../language/index.js';
import { decoded } from './decode.js';
import { BadInput } from './faults.js';
import { MOST_BYTES, isGzip, unzipped, type Unzipped } from './unzip.js';

/** The folder the package stands in: the nearest above this file with its package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export type Loaded = Unzipped;

/** Path as shown: short where it lies below the working folder, with `/`. */
export const shownPath = (path: string, folder: string): string => {
  const short = relative(folder, resolve(folder, path));
  return (short.startsWith('..') || short === '' ? path : short).split('\\').join('/');
};

/** Throws BadInput where there is nothing to open; a file that is damaged gives what can be read of it. `-` is standard input. */
export function readText(path: string, folder: string): Loaded {
  const bytes = readBytes(path, folder);
  return isGzip(bytes) ? unzipped(bytes) : { text: decoded(bytes) };
}

export interface Head { readonly bytes: Uint8Array; /** How many bytes there are; infinite where nobody can tell. */ readonly whole: number }

/** The first bytes as they stand in the file, however large it is. Throws BadInput where there is nothing to open; `-` is standard input. */
export function headOf(path: string, folder: string, most: number): Head {
  return opening(path, folder, () => {
    const at = path === '-' ? 0 : openSync(resolve(folder, path), 'r');
    try {
      const held = fstatSync(at);
      if (held.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      const bytes = new Uint8Array(held.isFile() ? Math.min(most, held.size) : most);
      let length = 0;
      for (let count = -1; count !== 0 && length < bytes.length; length += count) count = readSome(at, bytes, length);
      return { bytes: bytes.subarray(0, length), whole: held.isFile() ? held.size : length < most ? length : Infinity };
    } finally { if (at !== 0) closeSync(at); }
  });
}

/** A pipe that has nothing yet says so; one that is at its end on some systems too. */
function readSome(at: number, bytes: Uint8Array, from: number): number {
  for (;;) {
    try { return readSync(at, bytes, from, bytes.length - from, null); } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw fault;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

const readBytes = (path: string, folder: string): Uint8Array => opening(path, folder, () => {
  if (path === '-') return readFileSync(0);
  const whole = resolve(folder, path);
  if (statSync(whole).size > MOST_BYTES) throw new BadInput(`\`${path}\` has more than ${MOST_BYTES / 1_000_000} MB`, 'split it, or leave out what the text does not speak of');
  return readFileSync(whole);
});

function opening<T>(path: string, folder: string, read: () => T): T {
  try { return read(); } catch (fault) {
    if (fault instanceof BadInput) throw fault;
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadInput(`there is no file \`${path}\``, nearby(path, folder));
    if (code === 'EISDIR') throw new BadInput(path === '-' ? 'standard input is a folder' : `\`${path}\` is a folder`, 'name a file in it');
    if (path === '-') throw new BadInput(`standard input cannot be read (${code ?? 'unknown reason'})`, 'pipe a text into it, or name a file');
    if (code === 'EACCES' || code === 'EPERM') throw new BadInput(`\`${path}\` may not be read by you`, 'ask for leave to read it, or name another file');
    throw new BadInput(`\`${path}\` cannot be read (${code ?? 'unknown reason'})`, 'check the path');
  }
}

/** Throws BadInput where nothing can be written there. */
export function writeText(path: string, text: string, folder: string): void {
  try {
    writeFileSync(resolve(folder, path), text);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadInput(`there is no folder \`${dirname(path)}\``, 'make it, or name another file');
    if (code === 'EISDIR') throw new BadInput(`\`${path}\` is a folder`, 'name a file in it');
    throw new BadInput(`\`${path}\` cannot be written (${code ?? 'unknown reason'})`, 'name another file');
  }
}

function nearby(path: string, folder: string): string {
  const place = dirname(resolve(folder, path));
  const ending = /\.[a-z.]+$/.exec(path)?.[0] ?? '';
  const there = existsSync(place) && statSync(place).isDirectory() ? readdirSync(place).filter((name) => !name.startsWith('.')).filter((name) => ending === '' || name.endsWith(ending)).sort() : [];
  const near = nearest(basename(path), there);
  if (near !== undefined) return `did you mean \`${path.slice(0, path.length - basename(path).length)}${near}\``;
  return there.length > 0 ? `in that folder there is ${there.slice(0, 5).map((name) => `\`${name}\``).join(', ')}` : 'check the path';
}

/** Files as named, folders as the `.casus` files below them. Throws BadInput for a folder without any. */
export function treatyFiles(paths: readonly string[], folder: string): readonly string[] {
  return paths.flatMap((path) => {
    const whole = resolve(folder, path);
    if (path === '-' || !existsSync(whole) || !statSync(whole).isDirectory()) return [path];
    const found = readdirSync(whole, { recursive: true }).map(String).filter((name) => name.endsWith('.casus') && !name.includes('node_modules')).sort().map((name) => join(path, name));
    if (found.length === 0) throw new BadInput(`there is no \`.casus\` file in \`${path}\``, 'name a treaty, or a folder that holds some');
    return found;
  });
}

/** The atlas beside the treaty (`data/atlas.json` in its folder or one above), else the one of the package. */
export function atlasFor(treatyPath: string, folder: string): Atlas {
  const around: string[] = [];
  for (let at = dirname(resolve(folder, treatyPath)), up = 0; up < 3; at = dirname(at), up += 1) around.push(join(at, 'data', 'atlas.json'));
  const manifest = [...around, join(packageRoot(), 'dossiers', 'ukraine', 'data', 'atlas.json')].find((path) => existsSync(path));
  return manifest === undefined ? emptyAtlas : loadAtlas(manifest);
}

const atlases = new Map<string, Atlas>();

function loadAtlas(manifest: string): Atlas {
  const known = atlases.get(manifest);
  if (known) return known;
  const json = (path: string): unknown => {
    try { return JSON.parse(readFileSync(path, 'utf8')); } catch (fault) { throw new BadInput(`the atlas file \`${path}\` cannot be read: ${(fault as Error).message.split('\n')[0]}`, 'restore it, or put the treaty elsewhere'); }
  };
  const made = atlasFromManifest(json(manifest), (name) => json(join(dirname(manifest), name)));
  atlases.set(manifest, made);
  return made;
}
