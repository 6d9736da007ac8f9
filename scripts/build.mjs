/** Bundles command line, server and workbench into dist/. Unchanged sources are not built again. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { MARK_BYTES } from '../bin/bundle.mjs';
import { filesBelow, fingerprint, latest } from './sources.mjs';

const CLI = 'src/cli/main.ts';
const SERVER = 'src/workbench/server/main.ts';
const BROWSER = 'src/workbench/browser';
const NODE = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', sourcemap: true, legalComments: 'none', logLevel: 'silent' };
/** A CommonJS bundle has no import.meta: its own file stands in. */
const self = (mark) => ({ define: { 'import.meta.url': '__casusFile' }, banner: { js: `/* built from ${mark} */\nconst __casusFile = require('node:url').pathToFileURL(__filename).href;` } });
/** What the command line is run with so that V8 keeps the code of the commonest verbs. */
const WARM = ['explore', 'bench/guarantee-3.casus'];

const sourcesOf = (root) => filesBelow(root, ['src', 'package.json', 'package-lock.json', 'scripts/build.mjs', 'bin/bundle.mjs']);

/** What dist/ must hold, given the entry points there are. */
function expected(root) {
  const made = [];
  if (existsSync(join(root, CLI))) made.push('casus.cjs');
  if (existsSync(join(root, SERVER))) made.push('server.cjs');
  if (existsSync(join(root, BROWSER, 'main.tsx'))) made.push('web/main.js', 'web/brief.js', 'web/index.html');
  return made;
}

/** True when dist/ was built from the sources as they are. Looks at times first, at contents only where a time is newer. */
export function built(root) {
  const stamp = join(root, 'dist', '.stamp');
  if (!existsSync(stamp) || !expected(root).every((name) => existsSync(join(root, 'dist', name)))) return false;
  const { files, hash, at } = JSON.parse(readFileSync(stamp, 'utf8'));
  const now = sourcesOf(root);
  if (now.length === files && latest(root, now) <= at) return true;
  if (fingerprint(root, now) !== hash) return false;
  writeStamp(root, now, hash);
  return true;
}

function writeStamp(root, files, hash) {
  const whole = join(root, 'dist', '.stamp');
  writeFileSync(`${whole}.${process.pid}`, JSON.stringify({ files: files.length, hash, at: Math.max(latest(root, files), 0) }));
  renameSync(`${whole}.${process.pid}`, whole);
}

export async function build(root, say) {
  if (built(root)) return;
  const sources = sourcesOf(root);
  const hash = fingerprint(root, sources);
  say('building');
  const { build: bundle, formatMessages } = await import('esbuild');
  const out = join(root, 'dist', `.making-${process.pid}`);
  mkdirSync(out, { recursive: true });
  try {
    await Promise.all(tasks(root, out, hash).map((task) => bundle({ absWorkingDir: root, ...task })));
    const page = join(root, BROWSER, 'index.html');
    if (existsSync(page) && existsSync(join(out, 'web'))) copyFileSync(page, join(out, 'web', 'index.html'));
    keepCode(root, out);
    // Named by what they hold: of an earlier build they would only pile up.
    rmSync(join(root, 'dist', 'web', 'chunks'), { recursive: true, force: true });
    for (const file of filesBelow(out, ['.'])) {
      const to = join(root, 'dist', file);
      mkdirSync(dirname(to), { recursive: true });
      renameSync(join(out, file), to);
    }
  } catch (fault) {
    if (!fault.errors) throw fault;
    const words = await formatMessages(fault.errors, { kind: 'error', color: false });
    throw new Error(`the sources could not be bundled\n${words.join('')}`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  writeStamp(root, sources, hash);
}

/** Compiled code beside the bundle. Where it cannot be made the bundle runs without. */
function keepCode(root, out) {
  const bundle = join(out, 'casus.cjs');
  if (existsSync(bundle) && existsSync(join(root, WARM[1]))) spawnSync(process.execPath, [join(root, 'bin/bundle.mjs'), bundle, ...WARM], { cwd: root, stdio: 'ignore' });
}

function tasks(root, out, hash) {
  const SELF = self(hash.slice(0, MARK_BYTES));
  const here = (path) => existsSync(join(root, path));
  const list = [];
  if (here(CLI)) list.push({ ...NODE, ...SELF, entryPoints: [CLI], outfile: join(out, 'casus.cjs') });
  if (here(SERVER)) list.push({ ...NODE, ...SELF, entryPoints: [SERVER], outfile: join(out, 'server.cjs') });
  if (here(`${BROWSER}/main.tsx`)) {
    const web = {
      bundle: true, platform: 'browser', target: 'es2022', sourcemap: true, minify: true, legalComments: 'none', logLevel: 'silent', outdir: join(out, 'web'),
      jsx: 'automatic', jsxImportSource: 'preact', loader: { '.woff2': 'file', '.svg': 'file', '.geojson': 'json' }, assetNames: 'assets/[name]', entryNames: '[name]',
    };
    // A place that is fetched when first looked at is an entry too, and so is its style; what both need lies in a chunk.
    list.push({ ...web, format: 'esm', splitting: true, chunkNames: 'chunks/[hash]', entryPoints: [`${BROWSER}/main.tsx`, `${BROWSER}/brief.tsx`, `${BROWSER}/style/brief.css`] });
    // Workers are bundled apart, as scripts that need no module support: `new Worker('NAME.js')`.
    const workers = filesBelow(root, [BROWSER]).filter((file) => /^(.+\.)?worker\.ts$/.test(basename(file)));
    if (workers.length > 0) list.push({ ...web, format: 'iife', entryPoints: workers });
  }
  return list;
}
