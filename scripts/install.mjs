/** Installs the packages the lockfile names when they differ from those present; otherwise takes a few milliseconds. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampOf = (root) => join(root, 'node_modules', '.casus-stamp');

const lockHash = (root) => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

/** True when node_modules holds what the lockfile names. */
export function installed(root) {
  const stamp = stampOf(root);
  const hash = lockHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash) return true;
  if (!matchesLock(root)) return false;
  writeFileSync(stamp, `${hash}\n`);
  return true;
}

/** Compares with the list npm leaves after an install, so that a plain `npm ci` before us is not repeated. */
function matchesLock(root) {
  const left = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(left)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(left, 'utf8')).packages;
  return Object.entries(wanted).every(([path, one]) => {
    if (path === '') return true;
    const found = present[path];
    if (!found) return one.optional === true || one.peer === true;
    return found.version === one.version && found.integrity === one.integrity && existsSync(join(root, path));
  });
}

/** Runs `npm ci` when needed. Its output goes to stderr, so that stdout stays the caller's. */
export function install(root, say) {
  if (installed(root)) return;
  say('installing the packages named in package-lock.json');
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (error || status !== 0) throw new Error('`npm ci` failed; its own message above says why. Once it succeeds, run this command again');
  writeFileSync(stampOf(root), `${lockHash(root)}\n`);
}
