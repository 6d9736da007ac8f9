/** Nothing a person or a program can hand in makes the parser throw. CASUS_RUNS says how many cases; `npm run soak` tries 100,000. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTreaty, printTreaty, tokens } from '../../src/language/index.js';

const numRuns = Number(process.env['CASUS_RUNS'] ?? 2000);
const sample = readFileSync(new URL('../../corpus/language/sample.casus', import.meta.url), 'utf8');
const lines = sample.split('\n');
const words = [...new Set(sample.match(/[\p{L}\p{N}-]+|"[^"]*"|[^\s]/gu) ?? [])];

/** What must hold of every text: a treaty, diagnostics inside the text, and a print that does not throw. */
function holds(text: string): void {
  const { treaty, diagnostics } = parseTreaty(text);
  expect(treaty.span.end).toBe(text.length);
  for (const { span, message, id } of diagnostics) {
    expect(span.offset).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(span.line).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe('');
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  }
  expect(typeof printTreaty(treaty)).toBe('string');
}

describe('random texts', () => {
  it('random bytes never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => holds(new TextDecoder().decode(bytes))), { numRuns });
  });

  it('random words of the language never throw', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (some) => holds(some.join(' '))), { numRuns: Math.ceil(numRuns / 4) });
  });

  it('a random line left out, doubled or cut costs no more than that line and what names it', () => {
    fc.assert(fc.property(fc.nat(lines.length - 1), fc.constantFrom('left out', 'doubled', 'cut'), fc.nat(60), (at, how, cut) => {
      const line = lines[at] ?? '';
      const changed = lines.toSpliced(at, 1, ...(how === 'left out' ? [] : how === 'doubled' ? [line, line] : [line.slice(0, cut)]));
      holds(changed.join('\n'));
      const { treaty } = parseTreaty(changed.join('\n'));
      // At most the broken sentence and the one its missing full stop swallows are lost.
      expect(treaty.clauses.length).toBeGreaterThanOrEqual(6);
    }), { numRuns: Math.ceil(numRuns / 10) });
  });

  it('colours every random text without overlap', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (some) => {
      const text = some.join(' ');
      let end = 0;
      for (const { span } of tokens(text)) {
        expect(span.offset).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.offset);
        end = span.end;
      }
    }), { numRuns: Math.ceil(numRuns / 10) });
  });
});
