/** Reading what the command line names: texts, records (gzip told by its first bytes), folders of treaties, the atlas. The only file of this room that touches the disk. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, constants } from 'node:zlib';
import { atlasFromManifest, emptyAtlas, type Atlas } from '../geo/index.js';
import { BadInput } from './faults.js';

/** The folder the package stands in: the nearest above this file with its package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export interface Loaded { readonly text: string; /** Why the file ends early, where it is damaged. */ readonly damage?: string }

/** Path as shown: short where it lies below the working folder, with `/`. */
export const shownPath = (path: string, folder: string): string => {
  const short = relative(folder, resolve(folder, path));
  return (short.startsWith('..') || short === '' ? path : short).split('\\').join('/');
};

/** Throws BadInput where nothing can be read. `-` is standard input. */
export function readText(path: string, folder: string): Loaded {
  const bytes = readBytes(path, folder);
  if (bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b) return unzipped(bytes, path);
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

function readBytes(path: string, folder: string): Uint8Array {
  if (path === '-') return readFileSync(0);
  try {
    return readFileSync(resolve(folder, path));
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadInput(`there is no file \`${path}\``, nearby(path, folder));
    if (code === 'EISDIR') throw new BadInput(`\`${path}\` is a folder`, 'name a file in it');
    throw new BadInput(`\`${path}\` cannot be read (${code ?? 'unknown reason'})`, 'check that you may read it');
  }
}

function nearby(path: string, folder: string): string {
  const place = dirname(resolve(folder, path));
  const ending = /\.[a-z.]+$/.exec(path)?.[0] ?? '';
  const there = existsSync(place) ? readdirSync(place).filter((name) => ending === '' || name.endsWith(ending)).slice(0, 5) : [];
  return there.length > 0 ? `in that folder there is ${there.map((name) => `\`${name}\``).join(', ')}` : 'check the path';
}

function unzipped(bytes: Uint8Array, path: string): Loaded {
  const decode = (raw: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);
  try {
    return { text: decode(gunzipSync(bytes)) };
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    try {
      // What stands before the damage is still whole.
      const partial = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
      return { text: decode(partial), damage: code === 'Z_BUF_ERROR' ? 'the gzip file ends early, so what follows is missing; fetch the file again' : `the gzip file is damaged (${code ?? 'unknown'}); fetch the file again` };
    } catch {
      throw new BadInput(`\`${path}\` is a damaged gzip file, and nothing of it can be read`, 'fetch the file again');
    }
  }
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
