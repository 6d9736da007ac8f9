/** The precedents the language must be able to say, in short: each reads without an error, breaks no rule that is an error, and its stories come out as told. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { checkTreaty } from '../../src/language/check/index.js';
import { parseTreaty } from '../../src/language/index.js';

const folder = new URL('../../corpus/language/acceptance/', import.meta.url);

describe('precedents in short', () => {
  it.each(readdirSync(folder).sort())('%s', (name) => {
    const { treaty, diagnostics } = parseTreaty(readFileSync(new URL(name, folder), 'utf8'));
    expect(diagnostics.map(({ span, message }) => `${span.line}: ${message}`)).toEqual([]);
    expect(checkTreaty(treaty).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(treaty.clauses.length).toBeGreaterThan(2);
    for (const scenario of treaty.scenarios) {
      const { results } = runScenario(compile(treaty, { features: [] }), scenario);
      expect(results.filter(({ outcome }) => outcome === 'failed').map(({ expectation, actual }) => `${scenario.title}: ${expectation.clause} is ${actual}, not ${expectation.state}`)).toEqual([]);
    }
  });
});
