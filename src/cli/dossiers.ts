/** A dossier's folder as named on the command line, read and put together; and the site's fonts, which come with the package. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve, sep } from 'node:path';
import { FONTS, openDossier, type Opened } from '../dossier/index.js';
import { BadInput } from './faults.js';
import { packageRoot, readText } from './files.js';
import type { OutFile } from './publish.js';

/** Throws BadInput where there is no such folder. */
export function dossierAt(path: string, folder: string): Opened {
  const at = resolve(folder, path);
  if (!existsSync(at)) throw new BadInput(`there is no folder \`${path}\``, 'a dossier is a folder with a dossier.json, such as `dossiers/ukraine`');
  if (!statSync(at).isDirectory()) throw new BadInput(`\`${path}\` is no folder`, 'name the folder of the dossier');
  const read = (name: string): string | undefined => {
    const whole = resolve(at, name);
    if (!whole.startsWith(at + sep) || !statSync(whole, { throwIfNoEntry: false })?.isFile()) return undefined;
    return readText(whole, folder).text;
  };
  return openDossier(basename(at), read, readdirSync(at, { recursive: true }).map((name) => String(name).split(sep).join('/')).sort());
}

/** From the packages they come in, or from the built workbench, which holds the same files. */
export function fonts(): readonly OutFile[] {
  const find = createRequire(import.meta.url);
  return FONTS.map(({ file, package: name, from }) => {
    const built = join(packageRoot(), 'dist', 'web', 'assets', basename(from));
    if (existsSync(built)) return { path: file, content: new Uint8Array(readFileSync(built)) };
    try { return { path: file, content: new Uint8Array(readFileSync(find.resolve(`${name}/${from}`))) }; } catch { throw new BadInput(`the fonts of the site (\`${name}\`) are not installed`, 'install the package again'); }
  });
}
