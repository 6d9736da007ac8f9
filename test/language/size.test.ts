/** Long texts, long lines and broken texts take time in proportion to their length, and never a stack that does not hold. */
import { describe, expect, it } from 'vitest';
import { checkTreaty } from '../../src/language/check/index.js';
import { parseTreaty } from '../../src/language/index.js';

const lines = (count: number, broken = false): string => `treaty "T".\nparty A, B, C.\nact aid.\nact strike on party at place, severity 0 to 5.\n${Array.from({ length: count / 4 }, (_, i) =>
  `article ${i} "t"\n| prose ${i}\ndefine at-${i} as strike on A with severity at least 3.\nduty d-${i}: each party other than A shall${broken && i % 10 === 0 ? ' shall' : ''} aid, owed to A, within 3 days of at-${i}, failing which it shall aid within 2 days.\n`).join('')}`;
const timed = (text: string): { readonly ms: number; readonly parsed: ReturnType<typeof parseTreaty> } => {
  const start = performance.now();
  const parsed = parseTreaty(text);
  checkTreaty(parsed.treaty);
  return { ms: performance.now() - start, parsed };
};

describe('size', () => {
  it.each([false, true])('grows in proportion (broken sentences: %s)', (broken) => {
    timed(lines(400, broken));
    const [small, large] = [timed(lines(2000, broken)), timed(lines(8000, broken))];
    expect(large.parsed.treaty.clauses.length).toBeGreaterThan(3700);
    expect(large.parsed.diagnostics.length).toBe(broken ? 200 : 0);
    // Four times the text: well under sixteen times the time.
    expect(large.ms).toBeLessThan(Math.max(small.ms, 100) * 12);
  }, 60_000);

  it.each([
    ['one line of 10 MB', 'x'.repeat(10_000_000), 'text-too-long'], ['a sentence without end', 'a '.repeat(500_000), 'sentence-too-long'], ['an unclosed quotation', `"${'a'.repeat(1_000_000)}`, 'sentence-too-long'],
    ['full stops', '.'.repeat(200_000), 'sentence-too-long'], ['comments inside a sentence', `party A${'\n//'.repeat(19_000)}\n.`, 'sentence-too-long'], ['a list of values', `define x as strike with means one of ${'v, '.repeat(15_000)}b.`, 'undefined-name'],
    ['a long list that does not parse', `define x as strike with means one of ${'a, '.repeat(15_000)}b.`, 'syntax-error'],
    ['sentences that are none', 'duty x: y.\n'.repeat(20_000), 'too-many-broken-sentences'], ['a file of another kind', 'PK\u0003\u0004\0\0\0', 'not-plain-text'],
  ])('%s gives a diagnostic and soon', (_what, text, id) => {
    const { ms, parsed } = timed(text);
    expect(parsed.diagnostics.map((one) => one.id)).toContain(id);
    expect(ms).toBeLessThan(5000);
  }, 20_000);

  it('half a million comments between sentences are no burden', () => {
    const { parsed } = timed(`treaty "T".\n${'//\n'.repeat(500_000)}party A.\n`);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.treaty.parties.length).toBe(1);
  }, 20_000);
});
