/**
 * Every static rule on its own texts: `corpus/diagnostics/ID/good-*.casus` says nothing, `bad-*.casus` says what the `// ^^^^ message` lines below the marked words say.
 * CASUS_ACCEPT=1 rewrites the marks; read them before committing. Refused where CI is set.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTreaty, RULES } from '../../src/language/check/index.js';
import { parseTreaty } from '../../src/language/index.js';
import type { Diagnostic } from '../../src/treaty/index.js';

const folder = new URL('../../corpus/diagnostics/', import.meta.url);
const accept = process.env['CASUS_ACCEPT'] === '1';
const MARK = /^\/\/ *\^/;

const found = (text: string, id: string): readonly Diagnostic[] => {
  const { treaty, diagnostics } = parseTreaty(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ span, message }) => `${span.line}: ${message}`)).toEqual([]);
  return checkTreaty(treaty).filter((one) => one.id === id);
};

/** The text with a mark below each line that a finding begins on. A mark stands under the first character it means, as far as the comment's own slashes leave room. */
function marked(text: string, findings: readonly Diagnostic[]): string {
  return text.split('\n').flatMap((line, index) => [line, ...findings.filter(({ span }) => span.line === index + 1).map(({ span, message }) => {
    const end = span.endLine > span.line ? line.length + 1 : span.endColumn;
    const from = Math.max(3, span.column);
    return `//${' '.repeat(from - 3)}${'^'.repeat(Math.max(1, end - from))} ${message}`;
  })]).join('\n');
}

const bare = (text: string): string => text.split('\n').filter((line) => !MARK.test(line)).join('\n');

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { summary }) => {
  const place = new URL(`${id}/`, folder);
  const files = existsSync(place) ? readdirSync(place).sort() : [];

  it('has a line about itself, good and bad texts, and an entry in the docs', () => {
    expect(summary.length).toBeGreaterThan(10);
    expect(files.filter((name) => name.startsWith('good-')).length).toBeGreaterThanOrEqual(2);
    expect(files.filter((name) => name.startsWith('bad-')).length).toBeGreaterThanOrEqual(2);
    expect(readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8')).toContain(`### ${id}\n`);
  });

  it.each(files)('%s', (name) => {
    const path = new URL(name, place);
    const written = readFileSync(path, 'utf8');
    const text = bare(written);
    const findings = found(text, id);
    if (name.startsWith('good-')) expect(findings.map(({ message }) => message)).toEqual([]);
    else expect(findings.length).toBeGreaterThan(0);
    const now = marked(text, findings);
    if (accept && now !== written) {
      if (process.env['CI']) throw new Error('marks are not rewritten where CI is set');
      writeFileSync(path, now);
      return;
    }
    expect(now).toBe(written);
    for (const { message, help } of findings) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/s);
      expect(help).toMatch(/^[^A-Z].*[^.]$/s);
    }
  });
});

describe('the corpus of rules', () => {
  it('has no folder without a rule', () => {
    expect(readdirSync(folder).filter((name) => !RULES.some(({ id }) => id === name))).toEqual([]);
  });

  it('and the file of each rule is named after it', () => {
    for (const { id } of RULES) expect(existsSync(new URL(`../../src/language/check/${id}.ts`, import.meta.url))).toBe(true);
  });

  it('finds no error in the sample', () => {
    const { treaty } = parseTreaty(readFileSync(new URL('../../corpus/language/sample.casus', import.meta.url), 'utf8'));
    expect(checkTreaty(treaty).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
