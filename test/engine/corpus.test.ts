import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';

const folder = new URL('../../corpus/engine/', import.meta.url);

/** Every scenario of the corpus says what the engine makes of it, line by line. */
for (const file of readdirSync(folder).filter((name) => name.endsWith('.casus'))) {
  const { treaty, diagnostics } = parseTreaty(readFileSync(new URL(file, folder), 'utf8'));
  describe(file, () => {
    it('parses', () => { expect(diagnostics.map((one) => `${one.span.line}: ${one.message}`)).toEqual([]); });
    const compiled = compile(treaty, { features: [] });
    for (const scenario of treaty.scenarios) {
      it(scenario.title, () => {
        expect(scenario.expectations.length).toBeGreaterThan(0);
        const shown = (actual: string, index: number): string => `line ${scenario.expectations[index]?.span.line}: ${actual}`;
        const { results } = runScenario(compiled, scenario);
        expect(results.map((result, index) => shown(result.outcome === 'passed' ? 'as expected' : `${result.expectation.clause} of ${result.expectation.of ?? '-'} is ${result.actual}, expected ${result.expectation.negated ? 'not ' : ''}${result.expectation.state}; ${result.reasons.map((reason) => reason.text).join(' / ')}`, index)))
          .toEqual(results.map((_, index) => shown('as expected', index)));
      });
    }
  });
}
