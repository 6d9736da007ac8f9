/** A report laid out for reading: every character once, marks where passages and faults lie, also where they lie on one another or run over lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, letter, linesOf } from '../../src/workbench/browser/view/passages.js';

const TEXT = 'Talks end\n\nOne said yes. Two said no.\nThree said nothing.\n';
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

describe('lines and pieces', () => {
  it('cuts where something begins or ends, and says what covers each piece', () => {
    const lines = linesOf(TEXT, [{ span: at('One said yes.') }, { span: at('said yes. Two') }], [{ span: at('yes') }], at('Talks end'));
    expect(lines.map(({ headline, apart }) => [headline, apart])).toEqual([[true, false], [false, true], [false, false]]);
    expect(lines[1]?.pieces.map(({ words, statements, faults, statementsBegin, faultsBegin }) => [words, statements, faults, statementsBegin, faultsBegin])).toEqual([
      ['One ', [1], [], [1], []], ['said ', [1, 2], [], [2], []], ['yes', [1, 2], [1], [], [1]], ['.', [1, 2], [], [], []], [' Two', [2], [], [], []], [' said no.', [], [], [], []],
    ]);
  });
  it('a passage over two lines begins once, and what else a fault rests on is marked without a letter', () => {
    const lines = linesOf(TEXT, [{ span: [at('Two')[0], at('Three said')[1]] }], [{ span: at('nothing'), related: [at('no.')] }]);
    const begins = lines.flatMap(({ pieces }) => pieces).filter(({ statementsBegin }) => statementsBegin.length > 0);
    expect(begins.map(({ words }) => words.slice(0, 3))).toEqual(['Two']);
    expect(lines.flatMap(({ pieces }) => pieces).filter(({ faults }) => faults.length > 0).map(({ words, faultsBegin }) => [words, faultsBegin])).toEqual([['no.', []], ['nothing', [1]]]);
  });
  it('keeps every character but the ends of lines, and begins every mark once, whatever the stretches', () => {
    const stretch = (length: number) => fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'bc ', '\n', '\n\n', '.\t'), { maxLength: 40 }).map((parts) => parts.join('')).chain((text) => fc.tuple(fc.constant(text), fc.array(stretch(text.length), { maxLength: 6 }), fc.array(stretch(text.length), { maxLength: 6 }))), ([text, said, faulty]) => {
      const lines = linesOf(text, said.map((span) => ({ span })), faulty.map((span) => ({ span })));
      expect(lines.map(({ pieces }) => pieces.map(({ words }) => words).join(''))).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
      for (const { from, pieces } of lines) expect(text.slice(from).startsWith(pieces.map(({ words }) => words).join(''))).toBe(true);
      const begun = lines.flatMap(({ pieces }) => pieces.flatMap(({ statementsBegin }) => statementsBegin));
      expect(new Set(begun).size).toBe(begun.length);
      for (const { pieces } of lines) for (const { from, words, statements } of pieces) expect(statements).toEqual(said.flatMap(([a, b], index) => (a < from + words.length && b > from && a < b ? [index + 1] : [])));
    }));
  });
});

it('tells faults by letters and shortens a passage at a word', () => {
  expect([1, 26, 27, 52, 53, 703].map(letter)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'aaa']);
  expect([beginning('  One  two\nthree four', [0, 21], 12), beginning('short', [0, 5])]).toEqual(['One two\u00a0…', 'short']);
});
