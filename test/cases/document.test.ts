/** docs/cases.md against the code: its tables are those of the code, and it tells of every key and of no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRIES, FACTS } from '../../src/cases/index.js';
import { tables } from './tables.js';

const text = readFileSync(new URL('../../docs/cases.md', import.meta.url), 'utf8');

describe('docs/cases.md', () => {
  it.each(Object.keys(tables))('holds the table of %s as the code has it', (name) => {
    const found = new RegExp(`<!-- table: ${name} -->\\n([\\s\\S]*?)\\n<!-- end -->`).exec(text);
    expect(found?.[1]).toBe(tables[name]);
  });
  it('tells of every key, and of no other', () => {
    const section = /\| key \| becomes \|\n\|[-|]+\|\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? '';
    const told = section.split('\n').flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, key]) => key ?? ''));
    expect([...told].sort()).toEqual([...FACTS, ...ENTRIES].sort());
  });
});
