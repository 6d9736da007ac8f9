/**
 * docs/treaties.md speaks of every encoded text, and its counts are those `check` gives.
 * CASUS_ACCEPT=1 rewrites the counts; read them before committing. Refused where CI is set.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read, root, tableOf, ticked } from '../house/files.js';
import { countsOf, TEXTS } from './texts.js';

const PAGE = 'docs/treaties.md';
const [START, END] = ['<!-- counts -->', '<!-- /counts -->'];

it('describes each encoded text, and no other', () => {
  const rows = tableOf(read(PAGE), 'text');
  expect(rows.flatMap(([cell = '']) => ticked(cell)).sort()).toEqual(TEXTS.map(({ path }) => path).sort());
  expect(rows.filter((row) => row.some((cell) => cell === ''))).toEqual([]);
});

it('counts what `check` finds', () => {
  const page = read(PAGE);
  const [before, rest] = page.split(START);
  const [, after] = (rest ?? '').split(END);
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no ${START} … ${END}`);
  const table = ['| file | findings |', '|---|---|', ...TEXTS.map((text) => `| \`${text.path}\` | ${countsOf(text) || '—'} |`)].join('\n');
  const now = `${before}${START}\n${table}\n${END}${after}`;
  if (process.env['CASUS_ACCEPT'] === '1' && now !== page) {
    if (process.env['CI']) throw new Error('counts are not rewritten where CI is set');
    writeFileSync(join(root, PAGE), now);
    return;
  }
  expect(page).toBe(now);
});
