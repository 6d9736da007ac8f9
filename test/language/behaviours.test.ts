/** `scope`, `behaviour` and `can … ensure`: what each says as data, and what is wrong with those that say something impossible. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/language/index.js';

const text = readFileSync(new URL('../../corpus/language/chances.casus', import.meta.url), 'utf8');
const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'span' || key === 'nameSpan' ? undefined : one)));
const { treaty, diagnostics } = parseTreaty(text);
const [behaviour] = treaty.behaviours;
/** What is said of the text with another behaviour or scope. */
const said = (line: string): readonly string[] => parseTreaty(`${text}${line}\n`).diagnostics.map(({ id, message }) => `${id}: ${message}`);
const hours = (amount: number): unknown => ({ amount, unit: 'hour' });

describe('chances', () => {
  it('has nothing to say of a text that is right', () => { expect(diagnostics).toEqual([]); });

  it('reads the bounds of a search, in any order and any of them missing', () => {
    expect(bare(treaty.scope)).toEqual({
      limits: [{ atMost: 2 }, { atMost: 3, act: 'deploy' }], horizon: { amount: 30, unit: 'day' }, tick: hours(6),
      free: { kind: 'union', of: [{ kind: 'name', name: 'Ukraine' }, { kind: 'name', name: 'France' }, { kind: 'each', group: 'Guarantor' }] },
    });
    const other = parseTreaty(text.replace(/^scope .*$/m, 'scope tick 1 hour, free France, Ukraine, at most 4 attacks.')).treaty.scope;
    expect(bare(other)).toEqual({ limits: [{ atMost: 4 }], tick: hours(1), free: { kind: 'union', of: [{ kind: 'name', name: 'France' }, { kind: 'name', name: 'Ukraine' }] } });
    expect(parseTreaty(text.replace(/^scope .*$/m, '')).treaty.scope).toBeUndefined();
  });

  it('takes `attacks` for the treaty\'s own act where it declares one', () => {
    expect(parseTreaty(`${text.replace(/^scope .*$/m, 'scope at most 1 attacks.')}act attacks.`).treaty.scope?.limits.map(({ act }) => act)).toEqual(['attacks']);
  });

  it('reads who does what, how likely and when', () => {
    expect(behaviour?.source?.text).toBe('an expert panel');
    expect(behaviour?.rules.map(({ kind }) => kind)).toEqual(['act', 'vote', 'vote', 'vote', 'find', 'together', 'happens', 'happens']);
    const [help, , abstain, against, find, together, campaign, once] = bare(behaviour?.rules) as readonly { readonly [key: string]: unknown }[];
    expect(help).toMatchObject({ who: { kind: 'each', group: 'Guarantor' }, acts: [{ acts: ['deploy', 'supply'] }], probability: { kind: 'number', value: 0.8 }, delay: { kind: 'after', least: hours(12), most: hours(48) } });
    expect(abstain).toMatchObject({ ballot: 'abstain', decision: 'casus-foederis', probability: { kind: 'beta', alpha: 8, beta: 2 } });
    expect(against).toMatchObject({ probability: { kind: 'counts', source: 'counted cases', happened: 12, of: 35 }, delay: { least: { amount: 2, unit: 'day' }, most: { amount: 2, unit: 'day' } }, when: { kind: 'defined', name: 'armed-attack' } });
    expect(find).toMatchObject({ finding: 'provoked', names: { name: 'Ukraine' }, probability: { kind: 'to be agreed' } });
    expect(together).toMatchObject({ reason: 'the United States abstains', probability: { value: 0.2 } });
    expect(campaign).toMatchObject({ repeats: true, act: 'strike', by: ['Russia'], on: 'Ukraine', place: 'Kharkiv', facts: { severity: { least: 2, most: 4 }, means: 'drone' }, delay: { least: { amount: 10, unit: 'day' }, most: { amount: 30, unit: 'day' } } });
    expect(once).toMatchObject({ repeats: false, place: { latitude: 49.9, longitude: 36.2 } });
  });

  it('reads what a coalition can ensure', () => {
    expect(bare(treaty.claims.map(({ form }) => form))).toMatchObject([
      { kind: 'can', coalition: { kind: 'union', of: [{ name: 'France' }, { name: 'Germany' }] }, what: { kind: 'becomes', clause: 'assist', state: 'performed', quantifier: { kind: 'at least', count: 2 } }, within: hours(72) },
      { kind: 'can', coalition: { kind: 'each', group: 'Guarantor' }, what: { kind: 'becomes', clause: 'casus-foederis', state: 'adopted' } },
    ]);
  });

  it('leaves `probability` and the words of a behaviour free to be names', () => {
    expect(parseTreaty('treaty "T".\nparty free, scope.\nact find, probability number.\ndefine every-time as find with probability at least 3.\nduty beta: free shall find, owed to scope, within 3 days.').diagnostics).toEqual([]);
  });

  it.each([
    ['behaviour x: each Guarantor deploy with probability 1.2.', 'out-of-range: `1.2` is over 1, and a probability is from 0 to 1'],
    ['behaviour x: each Guarantor deploy with probability 80.', 'out-of-range: `80` is over 1, and a probability is from 0 to 1'],
    ['behaviour x: each Guarantor deploy with probability beta 0 2.', 'out-of-range: both numbers of a Beta distribution are above 0'],
    ['behaviour x: each Guarantor deploy with probability from "cases" 36 of 35.', 'out-of-range: `36 of 35` are not so many cases of so many'],
    ['behaviour x: each Guarantor deploy with probability from "cases" 0 of 0.', 'out-of-range: `0 of 0` are not so many cases of so many'],
    ['behaviour x: every 0 days strike by Russia on Ukraine.', 'out-of-range: this would happen without end at one instant'],
    ['behaviour x: each Guarantor deploy with probability 0.5 after 3 days to 48 hours.', 'range-reversed: this ends before it begins'],
    ['behaviour x: every 3 days strike by Russia on Ukraine severity 4 to 2.', 'range-reversed: this ends before it begins'],
    ['behaviour x: each Guarantor deploy with probability 0.5 after 3.', 'unknown-unit: `3` says no unit of time'],
    ['behaviour x: each Guarantor deploy with probability 0.5 after 3 fortnights.', 'unknown-unit: `fortnights` is not a unit of time'],
    ['behaviour x: each Guarantr deploy with probability 0.5.', 'undefined-name: `Guarantr` is not defined; a group, body or party is needed here'],
    ['behaviour x: each Guarantor deplay with probability 0.5.', 'undefined-name: `deplay` is not defined; an act is needed here'],
    ['behaviour x: France vote for casus with probability 0.5.', 'undefined-name: `casus` is not defined; a decision is needed here'],
    ['behaviour x: Mission find provokd with probability 0.5.', 'undefined-name: `provokd` is not defined; a finding is needed here'],
    ['behaviour x: France votes for casus-foederis with probability 0.5.', 'word-missing: `votes` is not how a ballot is cast'],
    ['behaviour x: every 3 days strike by Rusia on Ukraine.', 'undefined-name: `Rusia` is not defined; a party is needed here'],
    ['behaviour x: every 3 days strike by Russia on Ukraine severity 2 to 9.', 'value-out-of-range: `severity` of `strike` never is `9`'],
    ['behaviour x: every 3 days deploy by France on Ukraine.', 'act-without-target: `deploy` is declared without `on party`, and this line says whom it is done to'],
    ['behaviour x: the victim deploy with probability 0.5.', 'undefined-role: nobody is called `the victim` here'],
    ['behaviour x: source "a panel".', 'says-nothing: the behaviour `x` says of nobody what it does'],
    ['behaviour x: .', 'says-nothing: the behaviour `x` says of nobody what it does'],
    ['behaviour assist: each Guarantor deploy with probability 0.5.', 'duplicate-name: `assist` is already the name of a duty'],
    ['scope horizon 3 days.', 'second-scope: the text bounds its search twice'],
    ['claim x: can Frence ensure casus-foederis is adopted.', 'undefined-name: `Frence` is not defined; a party, group, body or outsider is needed here'],
  ])('%s', (line, message) => { expect(said(line)).toContain(message); });

  it.each([
    ['scope.', 'says-nothing: this scope sets no bound'],
    ['scope at most 1.5 attacks.', 'out-of-range: `1.5` is no number of acts'],
    ['scope horizon 0 days.', 'out-of-range: this takes no time at all'],
    ['scope at most 2 strikes.', 'undefined-name: `strikes` is not defined; an act is needed here'],
    ['scope at most 2 attacks, at most 3 attacks.', 'option-twice: how many attacks there may be is said twice'],
    ['scope tick 1 hour, tick 2 hours.', 'option-twice: this is said twice in one sentence'],
    ['scope free Ukrane.', 'undefined-name: `Ukrane` is not defined; a party, group, body or outsider is needed here'],
  ])('%s', (line, message) => { expect(parseTreaty(text.replace(/^scope .*$/m, line)).diagnostics.map(({ id, message: words }) => `${id}: ${words}`)).toContain(message); });

  it('gives one error for a probability below 0, and keeps the rest', () => {
    const { treaty: read, diagnostics: found } = parseTreaty(`${text}behaviour x: each Guarantor deploy with probability -0.5.\n`);
    expect(found.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(read.behaviours).toHaveLength(1);
  });
});
