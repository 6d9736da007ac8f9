/** An agreement laid out for readers: verdicts alike on one line, sources told once, prose encoded elsewhere standing with its clauses. */
import { describe, expect, it } from 'vitest';
import { checkTreaty } from '../../src/language/check/index.js';
import { parseTreaty, tokens } from '../../src/language/index.js';
import type { Verdict, VerdictState } from '../../src/treaty/index.js';
import { readAddress, writeAddress } from '../../src/workbench/browser/routes.js';
import { agreementView } from '../../src/workbench/browser/view/agreement.js';
import { dated } from '../../src/workbench/browser/view/dates.js';
import { formActs, lineFrom, NOT_CHOSEN } from '../../src/workbench/browser/view/form.js';
import { leafOf } from '../../src/workbench/browser/view/leaf.js';
import { lineReason, linesOf } from '../../src/workbench/browser/view/standing.js';

const verdict = (debtor: string, state: VerdictState, since: number, text = '', more: Partial<Verdict> = {}): Verdict =>
  ({ id: `keep|${debtor}|${since}`, clause: 'keep', article: '1', kind: 'duty', debtor, state, since, reasons: [{ article: '1', rule: 'time', text, entries: [] }], ...more });
const told = (verdicts: readonly Verdict[]): readonly string[] => linesOf(verdicts).map((line) => `${line.counted ? 'counted ' : ''}${line.verdicts[0].state} ${line.verdicts.map(({ debtor }) => String(debtor)).join('+')}`);

describe('lines of a clause', () => {
  it('puts verdicts on one line that differ only in whom they bind', () => {
    const verdicts = [verdict('Poland', 'breached', 2), verdict('France', 'due', 1, 'to be observed'), verdict('Germany', 'due', 1, 'to be observed'), verdict('Italy', 'due', 3, 'to be observed'), verdict('Spain', 'due', 1, 'to be observed', { readings: ['wide'] })];
    expect(told(verdicts)).toEqual(['breached Poland', 'due France+Germany', 'due Italy', 'due Spain']);
  });

  it('gives a reason that names its debtor once, and says of the others that they stand alike', () => {
    const [line, other] = linesOf([verdict('France', 'undetermined', 1, 'no help by France'), verdict('Germany', 'undetermined', 1, 'no help by Germany'), verdict('Italy', 'undetermined', 1, 'no word of it')]);
    expect(line && lineReason(line)).toBe('no help by France; alike for the others');
    expect(other && lineReason(other)).toBe('no word of it');
  });

  it('counts what would be many lines, state by state', () => {
    const breaches = [1, 2, 3, 4, 5].map((since) => verdict('Russia', 'breached', since));
    expect(told([...breaches, verdict('Russia', 'due', 0)])).toEqual(['counted breached Russia+Russia+Russia+Russia+Russia', 'due Russia']);
    expect(told(breaches.slice(0, 4))).toHaveLength(4);
  });
});

const TEXT = `treaty "A pact".
times in UTC, a day is 24 hours.
party France, Poland.
act help, strike on party.

article 1 "Help" source "point 1", status signed.
| Each helps the other when struck.
define struck as strike by Poland on France, source "point 1", status signed.
duty assist: each party shall help, when struck, owed to France, within 3 days, source "a side letter".

article 2 "What counts"
| What a strike is, article 1 says.
encoded by struck.
`;
const view = () => {
  const { treaty, diagnostics } = parseTreaty(TEXT);
  return agreementView({ text: TEXT, treaty, tokens: tokens(TEXT), diagnostics: [...diagnostics, ...checkTreaty(treaty)], verdicts: [verdict('', 'true', 5, '', { clause: 'struck', kind: 'definition' })] });
};

describe('the agreement', () => {
  it('names the source of a clause only where it is not that of its article', () => {
    expect(view().articles[0]?.rows.flatMap(({ provenance }) => provenance)).toEqual(['assist: a side letter']);
  });

  it('lets prose that a clause elsewhere encodes stand where that clause stands', () => {
    const [, second] = view().articles;
    expect(second?.rows.map(({ elsewhere }) => elsewhere.map(({ clause, article, verdicts }) => [clause, article, verdicts.length]))).toEqual([[['struck', '1', 1]]]);
    expect(view().findings.concat(view().articles.flatMap(({ rows }) => rows.flatMap(({ findings }) => findings))).map(({ id }) => id)).not.toContain('prose-without-clause');
    expect(leafOf(view(), { asOf: 0, knownOn: 0 }).articles[1]?.paragraphs[0]?.standing.map(({ state, words }) => `${state} ${words}`)).toEqual([expect.stringMatching(/^true struck, since/)]);
  });
});

describe('readings', () => {
  const text = `${TEXT}
// Two ways to read it.
reading "wide" of France, source "a speech".
under "wide", duty assist: each party shall help, when struck, owed to France, within 9 days.

scenario "quiet" starts 2026-01-01
  expect assist of Poland is pending at 1 h.
`;
  const { treaty, diagnostics } = parseTreaty(text);
  const wide = (clause: string, article: string): Verdict => verdict('Poland', 'due', 1, '', { clause, article, readings: ['wide'] });
  const seen = agreementView({ text, treaty, tokens: tokens(text), diagnostics, verdicts: [wide('assist', '1')] });
  const code = (lines: readonly (readonly { readonly text: string }[])[]): string => lines.map((line) => line.map((piece) => piece.text).join('')).join('\n');

  it('stand apart from the last article, with the comment above them and whose they are', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code(seen.readings?.code ?? [])).toMatch(/^\/\/ Two ways.*\nreading "wide".*\nunder "wide", duty assist/);
    expect(seen.readings?.titles).toEqual(['“wide”, of France: a speech']);
    expect(code(seen.articles.at(-1)?.rows.flatMap((row) => row.code) ?? [])).toBe('encoded by struck.');
    expect(code(seen.annex)).toMatch(/^scenario "quiet"/);
  });

  it('leave each clause to stand at its own article alone', () => {
    expect(seen.articles.map(({ rows }) => rows.flatMap(({ standing }) => standing.map(({ clause, verdicts }) => `${clause} ${verdicts.length}`)))).toEqual([['struck 0', 'assist 1'], []]);
    expect(leafOf(seen, { asOf: 0, knownOn: 0 }).articles.at(-1)).toMatchObject({ number: '', title: 'Readings', paragraphs: [{ prose: ['“wide”, of France: a speech'] }] });
  });
});

describe('words and addresses', () => {
  it('writes the instants of a sentence as everywhere else', () => {
    expect(dated('attack, 2015-02-15T22:00Z; known 2015-02-16T01:30:00.000Z')).toBe('attack, 15 Feb 2015, 22:00 UTC; known 16 Feb 2015, 01:30 UTC');
    expect(dated('on 2015-02-15, and 2015-99-99T22:00Z')).toBe('on 2015-02-15, and 2015-99-99T22:00Z');
  });

  it('keeps in an address of the Record which clause and state are looked at', () => {
    const address = { place: 'record', treaty: 'minsk-2', clause: 'no-heavy-fire', state: 'not in scope', entry: 'ucdp-1 & 2' } as const;
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('writes nobody down as the actor who was not chosen', () => {
    const [help] = formActs(parseTreaty(TEXT).treaty);
    const line = (actor: string): unknown => help && lineFrom(help, (name) => ({ occurred: '2026-01-02 03:04', actor }[name] ?? ''));
    expect(line(NOT_CHOSEN)).toMatch(/does not say who acted/);
    expect(line('')).toMatchObject({ act: 'help', actor: null });
    expect(line('France')).toMatchObject({ act: 'help', actor: 'France', occurredAt: '2026-01-02T03:04Z' });
  });
});
