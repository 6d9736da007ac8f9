/** Presets: figures with their source and definition, usable with any treaty, and the same in the document. */
import { describe, expect, it } from 'vitest';
import { behaviourOf, betaQuantile, faultsOf, meanOf, PRESETS } from '../../src/simulate/index.js';
import { read, tableOf, ticked } from '../house/files.js';
import { guarantee } from './assumed.js';

describe('presets', () => {
  it.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s names its source, what it counts and how sure it is', (_name, preset) => {
    expect(preset.source).toMatch(/\d/);
    expect(preset.definition.length).toBeGreaterThan(40);
    expect(faultsOf(guarantee(3), behaviourOf(preset))).toEqual([]);
    const percent = /(\d+(?:\.\d+)?) %/.exec(preset.definition)?.[1];
    const count = /(\d+) of (\d+)/.exec(preset.definition);
    // The mean is the figure the definition gives; of a count, but for the half case Jeffreys' prior adds on each side.
    if (percent !== undefined) expect(meanOf(preset.chance)).toBeCloseTo(Number(percent) / 100, 10);
    else expect(preset.chance).toMatchObject({ kind: 'count', hits: Number(count?.[1]), of: Number(count?.[2]) });
    const { chance } = preset;
    const [a, b] = chance.kind === 'beta' ? [chance.a, chance.b] : [chance.hits + 0.5, chance.of - chance.hits + 0.5];
    expect(betaQuantile(0.95, a, b) - betaQuantile(0.05, a, b)).toBeGreaterThan(0.02);
  });

  it('are those of docs/simulate.md', () => { expect(tableOf(read('docs/simulate.md'), 'preset').flatMap(([name = '']) => ticked(name))).toEqual(PRESETS.map(({ name }) => name)); });
});
