/**
 * Mistakes a newcomer makes, one to a file of `corpus/language/mistakes`: what is said of it stands on `// ^^^^ id: message · help` lines below the marked words, and the rest of the text is read.
 * A fix, where one is offered, is applied: the text it leaves no longer has that diagnostic. CASUS_ACCEPT=1 rewrites the marks; read them before committing. Refused where CI is set.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/language/index.js';
import type { Diagnostic } from '../../src/treaty/index.js';

const folder = new URL('../../corpus/language/mistakes/', import.meta.url);
const accept = process.env['CASUS_ACCEPT'] === '1';
const MARK = /^\/\/ *\^/;
const bare = (text: string): string => text.split('\n').filter((line) => !MARK.test(line)).join('\n');
const files = readdirSync(folder).sort();

function marked(text: string, found: readonly Diagnostic[]): string {
  return text.split('\n').flatMap((line, index) => [line, ...found.filter(({ span }) => span.line === index + 1).map(({ span, id, message, help, fix }) => {
    const from = Math.max(3, span.column);
    const end = span.endLine > span.line ? line.length + 1 : span.endColumn;
    return `//${' '.repeat(from - 3)}${'^'.repeat(Math.max(1, end - from))} ${id}: ${message} · ${help ?? ''}${fix ? ' · fix' : ''}`;
  })]).join('\n');
}

const applied = (text: string, { fix }: Diagnostic): string => (fix ? text.slice(0, fix.span.offset) + fix.replacement + text.slice(fix.span.end) : text);

describe('mistakes', () => {
  it('are many', () => { expect(files.length).toBeGreaterThanOrEqual(50); });

  it.each(files)('%s', (name) => {
    const path = new URL(name, folder);
    const written = readFileSync(path, 'utf8');
    const text = bare(written);
    const { treaty, diagnostics } = parseTreaty(text);
    const now = marked(text, diagnostics);
    if (accept && now !== written) {
      if (process.env['CI']) throw new Error('marks are not rewritten where CI is set');
      writeFileSync(path, now);
    } else expect(now).toBe(written);
    if (name === 'good.casus') return void expect(diagnostics).toEqual([]);
    // One mistake is said once, at most twice.
    expect(diagnostics.length).toBeGreaterThanOrEqual(1);
    expect(diagnostics.length).toBeLessThanOrEqual(2);
    // Everything around it is read.
    expect(treaty.clauses.map((clause) => clause.name)).toEqual(expect.arrayContaining(['armed-attack', 'assist', 'tell']));
    expect(treaty.scenarios.at(-1)?.title).toBe('quiet');
    expect(treaty.scenarios.at(-1)?.steps.length).toBe(2);
    for (const one of diagnostics) {
      expect(one.message).toMatch(/^[^A-Z].*[^.]$/s);
      expect(one.help, one.message).toMatch(/^[^A-Z].*[^.]$/s);
      expect(text.slice(one.span.offset, one.span.end).trim()).not.toBe('');
      if (!one.fix) continue;
      const after = parseTreaty(applied(text, one)).diagnostics;
      expect(after.filter(({ id, span }) => id === one.id && span.line === one.span.line).map(({ message }) => message)).toEqual([]);
    }
  });

  it('are the same with a byte order mark and with other line ends', () => {
    for (const name of files) {
      const text = bare(readFileSync(new URL(name, folder), 'utf8'));
      const said = (changed: string): readonly string[] => parseTreaty(changed).diagnostics.map(({ id, span, message }) => `${span.line} ${id}: ${message}`);
      expect(said(`\uFEFF${text}`)).toEqual(said(text));
      expect(said(text.replaceAll('\n', '\r\n'))).toEqual(said(text));
    }
  });
});
