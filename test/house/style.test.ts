/** Rules of the house that neither the compiler nor the linter holds: headers, names, invariants with their tests. */
import { describe, expect, it } from 'vitest';
import { filesBelow, read, tableOf, ticked } from './files.js';

const sources = filesBelow('src', /\.tsx?$/);
const scripts = [...filesBelow('scripts', /\.mjs$/), ...filesBelow('bin', /\.mjs$/)];
const tests = filesBelow('test', /\.tsx?$/);

/** Lines of text in the comment a file begins with; 0 where it begins with none. */
export function headerLines(text: string): number {
  const header = /^(?:#![^\n]*\n)?\/\*\*([\s\S]*?)\*\//.exec(text)?.[1];
  return header === undefined ? 0 : header.split('\n').filter((line) => /[^\s*]/.test(line)).length;
}

describe('house style', () => {
  it('begins every file with a header of one to four lines', () => {
    const wrong = [...sources, ...scripts].filter((path) => headerLines(read(path)) < 1 || headerLines(read(path)) > 4);
    expect(wrong).toEqual([]);
  });

  it('exports nothing named like a built-in or like a machine part', () => {
    const faults = sources.flatMap((path) =>
      [...read(path).matchAll(/^export (?:declare )?(?:abstract )?(?:async )?(?:interface|type|class|function|const|enum) (\w+)/gm)]
        .map(([, name = '']) => name)
        .filter((name) => /^(Record|State|Event|Exception|Protocol)$/.test(name) ? !(name === 'Event' && path === 'src/treaty/events.ts') : /(Manager|Helper|Utils?|Processor)$/.test(name))
        .map((name) => `${path}: ${name}`));
    expect(faults).toEqual([]);
  });

  it('keeps files short enough to read', () => {
    const long = [...sources, ...scripts].filter((path) => read(path).split('\n').length > 450);
    expect(long).toEqual([]);
  });

  it('lists every invariant once, with the test that names it', () => {
    const stated = sources.flatMap((path) => [...read(path).matchAll(/INVARIANT \(([a-z-]+)\):/g)].map(([, name = '']) => name)).sort();
    const listed = tableOf(read('ARCHITECTURE.md'), 'name').map(([name = '', , held = '']) => ({ name, held }));
    expect(new Set(stated).size).toBe(stated.length);
    expect(listed.map(({ name }) => name).sort()).toEqual(stated);
    for (const { name, held } of listed) {
      for (const path of ticked(held)) expect(tests.includes(path) && read(path).includes(name), `${path} names ${name}`).toBe(true);
    }
  });

  it('counts header lines', () => {
    expect(headerLines('/** One. */\n')).toBe(1);
    expect(headerLines('#!/usr/bin/env node\n/**\n * One.\n * Two.\n */')).toBe(2);
    expect(headerLines('import x;\n/** late */')).toBe(0);
  });
});
