/** Real and invented cases of corpus/cases, and the precedents beside the checkout, by the library. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCase, readCases } from '../../src/cases/index.js';
import { shippedAtlas } from '../geo/atlas-file.js';
import { library } from './library.js';

const folder = new URL('../../corpus/cases/', import.meta.url);
const precedents = new URL('../../../shared/cases/precedents.csv', import.meta.url);

const files = [...readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => ({ name, url: new URL(name, folder), ours: true })), { name: 'precedents.csv', url: precedents, ours: false }];

for (const { name, url, ours } of files) {
  describe(name, () => {
    if (!existsSync(url)) { it.skip(`skipped: ${name} absent`, () => undefined); return; }
    const { cases, setAside } = readCases(readFileSync(url, 'utf8'), name);
    it('is read whole', () => { expect(setAside).toEqual([]); expect(cases.length).toBeGreaterThan(0); });
    for (const one of cases) {
      const judged = judgeCase(one, library, shippedAtlas());
      if (judged.outcome === 'not judged') { if (ours) it(one.name, () => { expect(judged.actual).toBe('judged'); }); continue; }
      it(`${one.name}: ${one.expected}`, () => {
        const shown = `${judged.actual}; ${judged.reasons.map(({ text }) => text).join(' / ')}`;
        if (one.certainty === 'high') expect(judged.actual, shown).toBe(one.expected);
        else expect([one.expected, 'undetermined'], shown).toContain(judged.actual);
        // Every outcome names what decided; an open one says who may settle it.
        expect(judged.reasons.length, shown).toBeGreaterThan(0);
        for (const { text } of judged.reasons) expect(text.length).toBeGreaterThan(10);
        if (judged.actual === 'undetermined') expect(judged.reasons.some(({ settledBy }) => settledBy !== undefined), shown).toBe(true);
        if (ours) expect(judged.leftOut.filter((left) => !left.startsWith('`act='))).toEqual([]);
      });
    }
  });
}
