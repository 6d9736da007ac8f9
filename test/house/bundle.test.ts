/** The code kept beside a bundle is used only for the bundle it was made from: V8 alone would take another source of the same length for it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const loader = join(import.meta.dirname, '../../bin/bundle.mjs');
const folder = mkdtempSync(join(tmpdir(), 'casus-bundle-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const bundle = join(folder, 'small.cjs');
const write = (mark: string, word: string): void => { writeFileSync(bundle, `/* built from ${mark} */\nfunction say() { console.log(${JSON.stringify(word)}, ...process.argv.slice(2)); }\nsay();\n`); };
const keep = (): string => execFileSync(process.execPath, [loader, bundle, 'and', 'more'], { encoding: 'utf8' });
const load = (): string => execFileSync(process.execPath, ['--input-type=module', '-e', `import { run } from ${JSON.stringify(loader)}; run(${JSON.stringify(bundle)});`], { encoding: 'utf8' });

test('a bundle runs the same with its kept code, and another of the same length runs as itself', () => {
  write('0123456789abcdef', 'first');
  expect(keep()).toBe('first and more\n');
  expect(existsSync(join(folder, 'small.cache'))).toBe(true);
  expect(load()).toBe('first\n');
  write('fedcba9876543210', 'other');
  expect(load()).toBe('other\n');
});

test('kept code that is damaged, or without a mark, is left aside', () => {
  write('0123456789abcdef', 'first');
  keep();
  writeFileSync(join(folder, 'small.cache'), '0123456789abcdefnonsense');
  expect(load()).toBe('first\n');
  writeFileSync(join(folder, 'small.cache'), '');
  expect(load()).toBe('first\n');
});
