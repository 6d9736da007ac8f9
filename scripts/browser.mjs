/** Unpacks the Chromium that comes inside a package, once and whole, so that parallel tests never meet half a file. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from './prepare.mjs';

const packed = join(root, 'node_modules/@sparticuz/chromium');

/** The browser's path and the environment it needs. Unpacks on first use (about two seconds). */
export async function unpackBrowser() {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(root, 'node_modules/.cache', `casus-chromium-${version}`);
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`;
    mkdirSync(making, { recursive: true });
    try {
      unpack(making);
      try {
        renameSync(making, folder);
      } catch (fault) {
        if (!existsSync(folder)) throw fault;
      }
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const executablePath = join(folder, 'chromium');
  const libraries = join(folder, 'al2023/lib');
  const lacking = missingLibraries(executablePath, {});
  const env = { ...(lacking.length > 0 ? { LD_LIBRARY_PATH: libraries } : {}), ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder }) };
  return { executablePath, env, lacking: lacking.length > 0 ? missingLibraries(executablePath, env) : [] };
}

function unpack(folder) {
  writeFileSync(join(folder, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'bin/chromium.br'))), { mode: 0o755 });
  for (const [name, into] of [['swiftshader', folder], ['fonts', folder], ['al2023', join(folder, 'al2023')]]) {
    mkdirSync(into, { recursive: true });
    const { status, error } = spawnSync('tar', ['-x', '-C', into], { input: brotliDecompressSync(readFileSync(join(packed, 'bin', `${name}.tar.br`))) });
    if (error || status !== 0) throw new Error(`\`tar\` could not unpack the browser's ${name}; install tar and run the tests again`);
  }
  // The package's own fonts.conf names folders of another system.
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`);
}

function missingLibraries(executable, env) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8', env: { ...process.env, ...env } });
  return (stdout ?? '').split('\n').filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0]);
}
