/** docs/cli.md and docs/record.md say what the command line and the readers do: options and examples word for word, keys and columns one by one. */
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/run.js';
import { OWN_COLUMNS, readCsv, readJsonLines } from '../../src/record/index.js';
import { read, tableOf, ticked } from '../house/files.js';

const cli = read('docs/cli.md');
const sections = new Map(cli.split(/^## casus /m).slice(1).map((text) => [text.slice(0, text.indexOf('\n')), text]));

describe('docs/cli.md', () => {
  it('has a section for each verb and no other', () => { expect([...sections.keys()]).toEqual(VERBS.map(({ name }) => name)); });

  it.each(VERBS.map((verb) => [verb.name, verb] as const))('says of %s what its help says', (name, { about, operands, options, example }) => {
    const text = sections.get(name) ?? '';
    expect(text).toContain(`\`casus ${name} ${operands} [OPTIONS]\``);
    expect(text).toContain(about);
    for (const line of example) expect(text).toContain(`\n${line}\n`);
    expect(tableOf(text, 'option')).toEqual(options.map(({ name: option, value, help }) => [`\`--${option}${value === undefined ? '' : ` ${value}`}\``, help]));
    if (options.some(({ name: option }) => option === 'json')) expect(text).toContain(`schemas/${name === 'merge' ? 'simulate' : name}.schema.json`);
    expect(text).toMatch(/^Ends with 0|Ends with 0/m);
  });
});

describe('docs/record.md', () => {
  const record = read('docs/record.md');
  const blocks = (mark: string): readonly string[] => [...record.matchAll(new RegExp(`\`\`\`${mark}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);

  it('names every key of a line and every column', () => {
    const keys = tableOf(record, 'key').flatMap(([name = '']) => ticked(name));
    const known = Object.keys((JSON.parse(read('schemas/record-entry.schema.json')) as { readonly properties: object }).properties);
    expect([...keys].sort()).toEqual([...known].sort());
    const columns = tableOf(record, 'column').flatMap(([name = '']) => ticked(name));
    expect([...columns].sort()).toEqual([...OWN_COLUMNS, 'arg:NAME'].sort());
  });

  it('names every column of UCDP GED that the mapping reads', () => {
    const source = read('src/record/ucdp.ts');
    const used = new Set([...source.matchAll(/\bat\('(\w+)'\)/g)].map(([, name = '']) => name));
    const named = new Set(tableOf(record, 'UCDP GED').flatMap(([name = '']) => ticked(name)));
    expect([...used].filter((name) => !named.has(name))).toEqual([]);
  });

  it('its examples are read without a fault', () => {
    expect(blocks('jsonl').length).toBeGreaterThan(1);
    for (const text of blocks('jsonl')) expect(readJsonLines(text, 'docs').setAside).toEqual([]);
    expect(blocks('csv').length).toBeGreaterThan(0);
    for (const text of blocks('csv')) expect(readCsv(text, 'docs').setAside).toEqual([]);
  });
});
