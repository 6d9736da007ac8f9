/** `casus simulate` and `casus merge`: shards join to the bytes of one run, what cannot be joined is refused, stories replay, assumptions that cannot be are said to be so. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { told, TRACE } from './told.js';

const scratch = mkdtempSync(join(tmpdir(), 'casus-chances-'));
const path = (name: string): string => join(scratch, name);
const saved = (name: string, content: string): string => { writeFileSync(path(name), content); return path(name); };
const SMALL = saved('small.casus', `treaty "Small".
times in UTC, a day is 24 hours.
party Victim, A, B.
outsider Enemy.
group Guarantor is A, B.
act strike on party. act help.
article 1 "All"
define alarm as strike by Enemy on Victim.
duty aid: each Guarantor shall help, owed to Victim, within 24 hours of alarm.
decision verdict: by each Guarantor, opens when alarm, closes after 12 hours, adopted by 2.
needs 3 brigade within 10 days.
pledge A gives 2 brigade ready after 5 days.
pledge B gives 1 brigade.
claim helped: whenever alarm, within 24 hours aid is performed by at least 1.
claim never-split: never aid is breached and verdict is adopted.
`);
const behaviour = (rules: unknown, more: object = {}): string => JSON.stringify({ name: 'test', rules, ...more });
const performs = (chance: unknown) => ({ kind: 'performs', who: ['everyone'], chance, delay: { kind: 'within' } });
const UNSURE = saved('unsure.json', behaviour([performs({ kind: 'beta', a: 4, b: 2 }), { kind: 'votes', who: ['Guarantor'], for: 0.7, against: 0.1, delay: { kind: 'uniform', from: 1, to: 20 } }], { causes: [{ name: 'B abstains', chance: 0.1, silences: ['B'] }] }));

interface Result { readonly partial: boolean; readonly done: number; readonly claims: readonly { readonly name: string; readonly chance: number; readonly low: number; readonly high: number; readonly beliefs: unknown }[]; readonly results: readonly { readonly stories: readonly { readonly claim: string; readonly count: number }[]; readonly force: readonly { readonly day: number; readonly met: number | null }[] }[]; readonly responseHours: { readonly [claim: string]: readonly { readonly hours: number; readonly share: number }[] } }
const simulated = async (...words: readonly string[]): Promise<Result> => JSON.parse((await told(['simulate', ...words, '--json'])).out) as Result;

describe('casus simulate and casus merge', () => {
  it('give the bytes of one big run, however it was shared out', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 9 }), async (shards, runs, seed) => {
      const words = [SMALL, '--behaviour', UNSURE, '--runs', String(runs), '--seed', String(seed), '--sets', '7', '--json'];
      const whole = (await told(['simulate', ...words])).out;
      const parts: string[] = [];
      for (let k = 1; k <= shards; k += 1) parts.push(saved(`s${k}.json`, (await told(['simulate', ...words, '--shard', `${k}/${shards}`])).out));
      const { out, code, err } = await told(['merge', ...parts.reverse(), '--json']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toBe(whole);
    }), { numRuns: 8 });
  });

  it('says what a chance of 0 and of 1 comes to', async () => {
    const all = await simulated(SMALL, '--behaviour', saved('one.json', behaviour([performs(1)])), '--runs', '50');
    expect(all.claims.map(({ name, chance, beliefs }) => ({ name, chance, beliefs }))).toEqual([{ name: 'helped', chance: 1, beliefs: null }, { name: 'never-split', chance: 1, beliefs: null }]);
    const none = await simulated(SMALL, '--behaviour', saved('none.json', behaviour([performs(0)])), '--runs', '50');
    expect(none.claims[0]).toMatchObject({ chance: 0, low: 0 });
    expect(none.results[0]?.stories[0]).toMatchObject({ claim: 'helped', count: 50 });
  });

  it('leaves runs in which a claim was not asked out of its chance, and counts them', async () => {
    const { claims } = await simulated(SMALL, '--behaviour', saved('rare.json', behaviour([performs(1)], { stimuli: [{ what: 'strike by Enemy', atHours: 0, chance: 0.5 }] })), '--runs', '2000');
    const [helped] = claims as unknown as readonly { readonly chance: number; readonly holds: number; readonly notAsked: number }[];
    expect(helped?.chance).toBe(1);
    expect((helped?.notAsked ?? 0) / 2000).toBeCloseTo(0.5, 1);
    expect((helped?.notAsked ?? 0) + (helped?.holds ?? 0)).toBe(2000);
  });

  it('leaves room for what is undetermined', async () => {
    const { claims } = await simulated('dossiers/ukraine/treaties/paris-declaration.casus', '--runs', '20', '--sets', '2');
    const open = (claims as unknown as readonly { readonly undetermined: number; readonly low: number; readonly high: number }[]).filter(({ undetermined }) => undetermined === 20);
    expect(open.length).toBeGreaterThan(0);
    for (const { low, high } of open) expect([low, high]).toEqual([0, 1]);
  });

  it('finds the chance that can be worked out, and forces against needs', async () => {
    const half = await simulated(SMALL, '--behaviour', saved('half.json', behaviour([performs(0.5), { kind: 'delivers', who: ['A'], chance: 0.25, delay: { kind: 'after', hours: 0 } }])), '--runs', '20000');
    expect(half.claims[0]?.low).toBeLessThan(0.75);
    expect(half.claims[0]?.high).toBeGreaterThan(0.75);
    // Three brigades are there by day 10 where A delivers.
    expect(half.results[0]?.force.find(({ day }) => day === 10)?.met).toBeCloseTo(0.25, 1);
    const curve = half.responseHours['helped'] ?? [];
    expect(curve.at(-1)?.share).toBeCloseTo(half.claims[0]?.chance ?? 0, 10);
    // The earlier of two who act within 24 hours with one half each: 1 - (1 - t/48) squared.
    expect(curve.find(({ hours }) => hours === 11)?.share).toBeCloseTo(1 - (1 - 12 / 48) ** 2, 1);
  });

  it('writes a story that casus replay judges to have failed', async () => {
    const story = path('story.jsonl');
    const { code } = await told(['simulate', SMALL, '--behaviour', path('none.json'), '--runs', '20', '--story', story]);
    expect(code).toBe(0);
    expect(readFileSync(story, 'utf8')).toContain('"act":"strike"');
    const { out } = await told(['replay', SMALL, '--record', story, '--complete', '--in-force-from', '2026-01-01', '--as-of', '2026-02-01', '--json']);
    const { verdicts } = JSON.parse(out) as { readonly verdicts: readonly { readonly clause: string; readonly state: string }[] };
    expect(verdicts.filter(({ clause }) => clause === 'aid').map(({ state }) => state)).toEqual(['breached', 'breached']);
  });

  it('prints within 80 columns, says what it rests on and that it is no forecast', async () => {
    const { out, err, code } = await told(['simulate', SMALL, '--runs', '400']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    for (const words of ['Leeds, Long and Mitchell 2000', '74.5 %', 'no', 'not a forecast', 'how it failed most often', 'forces there, by day', 'what one change in the text would do']) expect(out.replace(/\s+/g, ' ')).toContain(words);
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(out).not.toMatch(TRACE);
  });

  it('prints JSON by the schema, where chances are uncertain and where none is', async () => {
    const holds = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true }).compile(JSON.parse(readFileSync(new URL('../../schemas/simulate.schema.json', import.meta.url), 'utf8')) as object);
    for (const words of [[], ['--behaviour', path('none.json')], ['--behaviour', UNSURE, '--shard', '2/3']]) expect(holds(await simulated(SMALL, '--runs', '60', ...words)), JSON.stringify(holds.errors?.slice(0, 3))).toBe(true);
  });

  it('says that a shard is partial', async () => {
    const { out } = await told(['simulate', SMALL, '--runs', '400', '--shard', '1/4']);
    expect(out).toContain('100 runs of 400: PARTIAL');
    expect(await simulated(SMALL, '--runs', '400', '--shard', '1/4')).toMatchObject({ partial: true, done: 100 });
  });

  it.each([
    ['a chance over 1', () => ['--behaviour', saved('x.json', behaviour([performs(1.2)]))], /a chance in rule 1 .* is 1\.2[^]*between 0 and 1/],
    ['ballots that add up to more than 1', () => ['--behaviour', saved('x.json', behaviour([{ kind: 'votes', who: ['A'], for: 0.7, against: 0.5, delay: { kind: 'within' } }]))], /add up to 1\.2/],
    ['an unknown name', () => ['--behaviour', saved('x.json', behaviour([{ ...performs(1), who: ['Atlantis'] }]))], /`Atlantis` in rule 1/],
    ['an unknown clause', () => ['--behaviour', saved('x.json', behaviour([{ ...performs(1), clause: 'nothing' }]))], /`nothing`, which is no clause/],
    ['no rule', () => ['--behaviour', saved('x.json', behaviour([]))], /no behaviour is left/],
    ['a cause that silences all', () => ['--behaviour', saved('x.json', behaviour([{ ...performs(1), who: ['Guarantor'] }], { causes: [{ name: 'c', chance: 1, silences: ['everyone'] }] }))], /no behaviour is left/],
    ['an impossible count', () => ['--behaviour', saved('x.json', behaviour([performs({ kind: 'count', hits: 9, of: 3, source: 's' })]))], /9 of 3/],
    ['a delay that ends before it begins', () => ['--behaviour', saved('x.json', behaviour([{ ...performs(1), delay: { kind: 'uniform', from: 5, to: 2 } }]))], /ends at 2 hours, before it begins at 5/],
    ['no JSON', () => ['--behaviour', saved('x.json', '{')], /is no JSON/],
    ['an unknown preset', () => ['--behaviour', 'hope'], /there is no preset `hope`/],
    ['zero runs', () => ['--runs', '0'], /no whole number from 1/],
    ['a shard out of range', () => ['--shard', '5/4'], /`--shard 5\/4` is no share/],
    ['shard 0', () => ['--shard', '0/4'], /is no share/],
  ])('refuses %s', async (_what, words, message) => {
    const { out, err, code } = await told(['simulate', SMALL, ...words()]);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(message);
    expect(err).not.toMatch(TRACE);
  });

  it('refuses a treaty without a claim', async () => {
    const { err, code } = await told(['simulate', 'library/anzus.casus']);
    expect(code).toBe(2);
    expect(err).toContain('makes no claim');
  });

  it('refuses to join what does not belong together', async () => {
    const one = async (name: string, ...words: readonly string[]): Promise<string> => saved(name, (await told(['simulate', SMALL, '--runs', '40', ...words, '--json'])).out);
    const first = await one('a.json', '--shard', '1/2');
    expect((await told(['merge', first, await one('b.json', '--shard', '2/2', '--seed', '9')])).err).toMatch(/another seed \(9, not 1\)/);
    expect((await told(['merge', first, await one('b.json', '--shard', '2/2', '--behaviour', UNSURE)])).err).toMatch(/another behaviour/);
    expect((await told(['merge', first, first])).err).toMatch(/run 0 was done twice/);
    expect((await told(['merge', first, saved('v.json', readFileSync(first, 'utf8').replace('"version": 1', '"version": 2'))])).err).toMatch(/version 2/);
    expect((await told(['merge', first, saved('t.json', readFileSync(first, 'utf8').replace(/"digest": "..../, '"digest": "0000'))])).err).toMatch(/another treaty/);
    const hollow = await told(['merge', saved('h.json', readFileSync(first, 'utf8').replace('"notes": ', '"other": '))]);
    expect(hollow.err).toMatch(/is no result/);
    expect((await told(['merge', SMALL])).err).toMatch(/is no JSON/);
    expect((await told(['merge', saved('e.json', '{}')])).err).toMatch(/is no result/);
    expect((await told(['merge', first])).out).toContain('PARTIAL');
  });
});
