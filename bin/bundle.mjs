/**
 * Loads a bundle, with the code that V8 kept of it where that fits: compiling two megabytes anew takes longer than many a command. A cache of another bundle, another Node or other
 * flags is left aside. `node bin/bundle.mjs BUNDLE WORDS…` runs the bundle with those words and keeps what was compiled beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script, constants } from 'node:vm';

/** V8 tells sources apart by their length alone: the first line of a bundle and of its cache names what both were built from. */
const markOf = (text) => /^\/\* built from ([0-9a-f]+) \*\/\n/.exec(text)?.[1] ?? '';
const cacheOf = (bundle) => bundle.replace(/\.cjs$/, '.cache');
export const MARK_BYTES = 16;

function kept(bundle, mark) {
  try {
    const bytes = readFileSync(cacheOf(bundle));
    return mark !== '' && bytes.toString('latin1', 0, MARK_BYTES) === mark ? bytes.subarray(MARK_BYTES) : undefined;
  } catch { return undefined; }
}

/** Runs it; what is given back keeps what was compiled so far. */
export function run(bundle) {
  const source = readFileSync(bundle, 'utf8');
  const mark = markOf(source);
  const script = new Script(Module.wrap(source), { filename: bundle, cachedData: kept(bundle, mark), importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return () => writeFileSync(cacheOf(bundle), Buffer.concat([Buffer.from(mark, 'latin1'), script.createCachedData()]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.argv.splice(1, 1);
  process.on('exit', run(process.argv[1]));
}
