/** One preparation at a time per checkout: a folder as lock, taken over when its owner is gone. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const WAIT_MS = 15 * 60_000;
/** A lock without an owner written is one being taken; older than this it was abandoned. */
const UNSIGNED_MS = 10_000;

/** Runs `work` while no other process does so for the same checkout. Not re-entrant. */
export async function withLock(root, work) {
  const lock = join(tmpdir(), `casus-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`);
  const until = Date.now() + WAIT_MS;
  while (!take(lock)) {
    if (abandoned(lock)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > until) throw new Error(`another preparation of this folder has been running for a quarter of an hour; if it is not, remove \`${lock}\``);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
  } catch (fault) {
    if (fault.code === 'EEXIST') return false;
    throw fault;
  }
  writeFileSync(join(lock, 'owner'), String(process.pid));
  return true;
}

function abandoned(lock) {
  let owner;
  try {
    owner = Number(readFileSync(join(lock, 'owner'), 'utf8'));
  } catch {
    try {
      return Date.now() - statSync(lock).mtimeMs > UNSIGNED_MS;
    } catch {
      return false;
    }
  }
  try {
    process.kill(owner, 0);
    return false;
  } catch (fault) {
    return fault.code === 'ESRCH';
  }
}
