import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTreaty, printTreaty } from '../../src/language/index.js';
import type { Treaty } from '../../src/treaty/index.js';
import { filesBelow } from '../house/files.js';

/** A treaty without where its words stood. */
const bare = (treaty: Treaty): unknown => JSON.parse(JSON.stringify(treaty, (key, value: unknown) => (key === 'span' || key === 'nameSpan' ? undefined : value)));

const files = [...filesBelow('corpus', /\.casus$/), ...filesBelow('library', /\.casus$/), ...filesBelow('dossiers', /\.casus$/), ...filesBelow('bench', /\.casus$/)];

describe('print-is-stable: what is printed reads back', () => {
  it.each(files)('%s', (file) => {
    const { treaty, diagnostics } = parseTreaty(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
    if (diagnostics.some(({ severity }) => severity === 'error')) return expect(() => printTreaty(treaty)).not.toThrow();
    const printed = printTreaty(treaty);
    const again = parseTreaty(printed);
    expect(again.diagnostics.map(({ span, message }) => `${span.line}: ${message}`)).toEqual(diagnostics.map(() => expect.any(String)));
    expect(printTreaty(again.treaty)).toBe(printed);
    // Claims gather at the end, so the article they stand in may differ; nothing else may.
    const meaning = ({ claims, articles, ...rest }: Treaty): unknown => bare({ ...rest, articles: articles.map(({ span: _span, ...one }) => one), claims: claims.map((one) => ({ ...one, article: '' })) } as unknown as Treaty);
    expect(meaning(again.treaty)).toEqual(meaning(treaty));
  });
});
