/** Fingerprints of source files: what was built from what, so that nothing unchanged is built again. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file below the given paths, sorted, with `/` as separator and relative to root. */
export function filesBelow(root, paths, skip = () => false) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    const name = relative(root, path).split('\\').join('/');
    if (skip(name)) return;
    if (statSync(path).isDirectory()) for (const child of readdirSync(path)) visit(join(path, child));
    else found.push(name);
  };
  for (const path of paths) visit(join(root, path));
  return found.sort();
}

/** A hash over names and contents. */
export function fingerprint(root, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

/** The latest time any of the files was written, in milliseconds. */
export const latest = (root, files) => files.reduce((newest, file) => Math.max(newest, statSync(join(root, file)).mtimeMs), 0);
