/** Every id the parser can give is explained in the docs and shown by some text, and the docs explain no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/language/check/index.js';
import { SYNTAX_FAULTS } from '../../src/language/index.js';
import { filesBelow, read } from '../house/files.js';

const code = filesBelow('src/language', /\.ts$/).filter((path) => !path.includes('/generated/')).map(read).join('\n');
const inCode = new Set([...SYNTAX_FAULTS, ...[...code.matchAll(/report\('(?:error|warning|note)', '([a-z-]+)'/g)].map(([, id = '']) => id), 'text-too-long', 'not-plain-text']);
const docs = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
const inDocs = new Set([...docs.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id = '']) => id));
const shown = [...filesBelow('corpus/language', /\.casus$/), ...filesBelow('test/language', /\.test\.ts$/).filter((path) => !path.endsWith('ids.test.ts'))].map(read).join('\n');

describe('ids of the parser', () => {
  it('in the code are in the docs, and the other way round', () => {
    expect([...inDocs].sort()).toEqual([...inCode].sort());
    for (const { id } of RULES) expect(docs).toContain(`### ${id}\n`);
  });

  it('each are shown by some text', () => { expect([...inCode].filter((id) => !new RegExp(`\\b${id}\\b`).test(shown))).toEqual([]); });
});
