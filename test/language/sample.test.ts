import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';

const text = readFileSync(new URL('../../corpus/language/sample.casus', import.meta.url), 'utf8');

describe('the sample guarantee', () => {
  it('parses without a diagnostic', () => {
    const { treaty, diagnostics } = parseTreaty(text);
    expect(diagnostics).toEqual([]);
    expect(treaty.articles.map((article) => article.number)).toEqual(['1', '2', '3', '4', '5']);
    expect(treaty.clauses.map((clause) => clause.name)).toEqual(['armed-attack', 'call', 'convene-council', 'casus-foederis', 'assist', 'no-expansion', 'enshrine', 'withdraw']);
  });

  it('runs: the silent guarantor is in breach, and only it', () => {
    const { treaty } = parseTreaty(text);
    const [scenario] = treaty.scenarios;
    if (!scenario) throw new Error('the sample has a scenario');
    const run = runScenario(compile(treaty, { features: [] }), scenario);
    expect(run.results.map((result) => result.outcome)).toEqual(['passed']);
    const assist = run.verdicts.filter((verdict) => verdict.clause === 'assist').map((verdict) => [verdict.debtor, verdict.state]);
    expect(assist).toEqual([['France', 'performed'], ['Germany', 'performed'], ['United-Kingdom', 'performed'], ['United-States', 'performed'], ['Poland', 'breached']]);
  });

  it('gives one error for each broken sentence and keeps the rest', () => {
    const broken = text.replace('owed to Guarantor.', 'owed owed Guarantor.').replace('within 90 days of entry into force', 'within days');
    const { treaty, diagnostics } = parseTreaty(broken);
    expect(diagnostics.filter((one) => one.id === 'syntax-error').map((one) => one.span.line)).toEqual([22, 35]);
    expect(treaty.clauses.map((clause) => clause.name)).toContain('assist');
    expect(treaty.clauses.map((clause) => clause.name)).not.toContain('enshrine');
  });
});
