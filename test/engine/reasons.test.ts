/** What a verdict says of itself: its article, the entries and the rule of time that decided. */
import { describe, expect, it } from 'vitest';
import { compile, replay } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { at, coverage, entry, judge, START, treatyOf } from './told.js';

describe('reasons', () => {
  it('of a fixed instant say it once', () => {
    const treaty = treatyOf('act tell.\nduty report: B shall tell, owed to A, within 10 hours of 2026-01-02T22:00Z.');
    const [report] = judge(treaty, [], 48).filter(({ clause }) => clause === 'report');
    expect(report?.reasons.map(({ text }) => text)).toEqual(['2 Jan 2026, 22:00 UTC', 'due within 10 hours, by 3 Jan 2026, 08:00 UTC']);
  });

  it('of a breach name the article, what opened it, when the window ended, and why absence counts', () => {
    const treaty = treatyOf('act strike on party.\nact aid.\narticle 7 "Help"\n| B helps.\nduty assist: B shall aid, owed to A, within 24 hours of strike on A.');
    const strike = entry('strike', 'O', 0, { to: 'A' });
    const [assist] = judge(treaty, [strike, coverage('*', 0, 48)], 48).filter(({ clause }) => clause === 'assist');
    expect(assist).toMatchObject({ state: 'breached', article: '7', trigger: strike.id, since: at(24) });
    expect(assist?.reasons).toEqual([
      { article: '7', entries: [strike.id], rule: 'time', text: 'the window ended on 2 Jan 2026, 00:00 UTC' },
      { article: '7', entries: [], rule: 'absence', text: 'no aid by B in the window; the record covers it' },
    ]);
  });

  it('under a reading name the article of the common clause, wherever the reading stands in the text', () => {
    const { treaty, diagnostics } = parseTreaty(`treaty "Read".
party A, B.
act tell.
reading "strict" of A.
reading "loose" of B.
article 1 "Telling"
| B tells.
duty report: B shall tell, owed to A, within 10 hours of entry into force.
article 9 "Readings"
| How each side reads it.
under "strict", duty report: B shall tell, owed to A, within 5 hours of entry into force.
under "strict", duty extra: A shall tell, owed to B, within 5 hours of entry into force.`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { verdicts } = replay(compile(treaty, { features: [] }), [], { asOf: at(7), knownOn: at(7), complete: true, inForceFrom: START });
    expect(verdicts.filter(({ kind }) => kind === 'duty').map(({ clause, article, state, readings }) => [clause, article, state, readings])).toEqual([
      ['report', '1', 'breached', ['strict']], ['extra', '9', 'breached', ['strict']], ['report', '1', 'due', ['loose']],
    ]);
  });

  it('carry a bounded number of causes, the first among them', () => {
    const treaty = treatyOf('act strike on party.\nact aid.\nduty assist: B shall aid, owed to A, within 300 hours of strike on A.');
    const strikes = Array.from({ length: 200 }, (_, index) => entry('strike', 'O', index, { to: 'A' }));
    const [assist] = judge(treaty, strikes, 300, { complete: true }).filter(({ clause }) => clause === 'assist');
    const entries = assist?.reasons.find(({ rule }) => rule === 'time')?.entries ?? [];
    expect([entries[0], entries.at(-1), entries.length]).toEqual([strikes[0]?.id, strikes.at(-1)?.id, 16]);
  });
});
