/** The negotiations of the dossiers: sound, every option in plain words, every limit with its source, and nothing agreed where nothing was said. */
import { describe, expect, it } from 'vitest';
import { negotiationAt } from '../../src/engine/index.js';
import { NEGOTIATIONS } from './texts.js';

it('there is one for Ukraine', () => { expect(NEGOTIATIONS.map(({ path }) => path)).toEqual(['dossiers/ukraine/negotiation.casus']); });

describe.each(NEGOTIATIONS.map((text) => [text.path, text] as const))('%s', (_path, { treaty: { negotiation }, diagnostics }) => {
  const { issues, limits, speakers } = negotiation;

  it('has no error', () => { expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ span, message }) => `${span.line}: ${message}`)).toEqual([]); });

  it('says of each issue, option and speaker what it is, and of each limit where it is written', () => {
    expect(issues.length).toBeGreaterThanOrEqual(9);
    expect(issues.flatMap(({ options }) => options).filter(({ title }) => (title ?? '') === '')).toEqual([]);
    expect(issues.filter(({ options, required }) => options.length < 2 || 'kind' in required)).toEqual([]);
    expect(speakers.filter(({ title }) => (title ?? '') === '')).toEqual([]);
    expect(limits.filter(({ source }) => !source)).toEqual([]);
  });

  it('agrees nothing by itself', () => {
    for (const { issue, state } of negotiationAt(negotiation, [], Date.UTC(2026, 2, 1)).issues) expect([issue, ['open', 'blocked'].includes(state)]).toEqual([issue, true]);
  });

  it('holds Ukraine to its constitution', () => {
    const constitution = limits.find(({ name }) => name === 'constitution');
    expect(constitution).toMatchObject({ kind: 'constraint', of: 'Ukraine' });
    for (const article of [2, 73, 133, 157]) expect(constitution?.source?.text).toMatch(new RegExp(`article ${article}\\b`));
    expect(constitution?.excludes.map(({ issue }) => issue).sort()).toEqual(['donetsk-luhansk', 'line']);
  });
});
