/** `casus simulate` and `casus merge`: shards join to the bytes of one run, what cannot be joined is refused, stories replay, assumptions that cannot be are said to be so. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showChances } from '../../src/cli/show/chances.js';
import { carryOut } from '../../src/cli/simulating/thread.js';
import { parseTreaty } from '../../src/language/index.js';
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
    ['a negative chance', () => ['--behaviour', saved('x.json', behaviour([performs(-0.2)]))], /a chance in rule 1 .* is -0\.2[^]*between 0 and 1/],
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

  describe('the behaviours a text declares', () => {
    const source = readFileSync(SMALL, 'utf8');
    const own = (name: string, sentences: string): string => saved(`${name}.casus`, `${source}${sentences}\n`);
    const LATE = 'behaviour late:\n  each Guarantor help with probability 1 after 30 hours,\n  after 2 hours strike by Enemy on Victim.';
    const PROMPT = 'behaviour prompt:\n  each Guarantor help with probability 1 within 5 hours,\n  after 2 hours strike by Enemy on Victim.';

    it('are named before presets and files, and the first is taken and said where none is named', async () => {
      const path = own('two', `${LATE}\n${PROMPT}\n${LATE.replace('late', 'promises-kept-1816-1944')}`);
      expect((await simulated(path, '--runs', '20')).claims[0]).toMatchObject({ chance: 0 });
      expect((await simulated(path, '--runs', '20', '--behaviour', 'prompt')).claims[0]).toMatchObject({ chance: 1 });
      expect((await simulated(path, '--runs', '20', '--behaviour', 'promises-kept-1816-1944')).claims[0]).toMatchObject({ chance: 0 });
      expect((await simulated(path, '--runs', '20', '--behaviour', path.replace('two.casus', 'one.json'))).claims[0]).toMatchObject({ chance: 1 });
      expect((await told(['simulate', path, '--runs', '20'])).out).toContain('assumed: late, declared in the text, line 16');
      expect((await told(['simulate', path, '--behaviour', 'promt'])).err).toMatch(/no preset `promt`, and the text declares no behaviour of that name[^]*did you mean `prompt`/);
    });

    it('give way, in what happens by itself, to --stimulus', async () => {
      const path = own('stimulus', PROMPT);
      const { results } = await simulated(path, '--runs', '5', '--behaviour', 'prompt', '--stimulus', 'strike by Enemy@7', '--stimulus', 'strike@30') as unknown as { readonly results: readonly { readonly meaning: { readonly behaviour: { readonly stimuli: readonly object[] } } }[] };
      expect(results[0]?.meaning.behaviour.stimuli).toEqual([{ what: 'strike by Enemy on Victim', atHours: 7, chance: 1 }, { what: 'strike by Enemy on Victim', atHours: 30, chance: 1 }]);
    });

    it('that never ask a claim are said not to, not that it holds', async () => {
      const path = own('never', 'behaviour idle:\n  each Guarantor help with probability 1,\n  after 60 days strike by Enemy on Victim.');
      const { out } = await told(['simulate', path, '--runs', '20']);
      expect(out.replace(/\s+/g, ' ')).toContain('never asked: helped: what it speaks of occurred in no run, so nothing here says that it holds');
      expect((await simulated(path, '--runs', '20')).claims[0]).toMatchObject({ chance: null, holds: 0 });
    });

    it.each([
      ['a probability over 1', LATE.replace('probability 1', 'probability 1.2'), /line 17: `1\.2` is over 1[^]*not simulated/],
      ['a negative probability', LATE.replace('probability 1', 'probability -0.2'), /line 17: /],
      ['per cent', LATE.replace('probability 1', 'probability 80'), /line 17: `80` is over 1[^]*write `0\.8` if per cent are meant/],
      ['an unknown party', LATE.replace('each Guarantor', 'Atlantis'), /line 17: `Atlantis`/],
      ['an unknown act', LATE.replace('help', 'halp'), /line 17: `halp`[^]*/],
      ['an unknown decision', 'behaviour v:\n  A vote for verdikt with probability 1.', /line 17: `verdikt`[^]*/],
      ['an unknown finding', 'behaviour v:\n  A find nothing-known with probability 1.', /line 17: `nothing-known`/],
      ['an event of an unknown clause', LATE.replace('after 30 hours', 'when nothing-owed is breached'), /line 17: `nothing-owed`/],
      ['votes over 1', 'behaviour v:\n  each Guarantor vote for verdict with probability 0.8,\n  B vote against verdict with probability 0.3.', /line 17: the probabilities of the votes of `B` on `verdict` add up to 1\.1/],
      ['what is to be agreed', LATE.replace('probability 1', 'probability to be agreed'), /line 17 \(each Guarantor help\) is to be agreed, so that nothing can be drawn/],
      ['a claim over an unknown term', 'claim odd: whenever alarum, within 24 hours aid is performed by at least 1.', /line 16: `alarum` is not defined[^]*not simulated/],
    ])('are refused with %s, and where it stands', async (_what, sentences, message) => {
      const { out, err, code } = await told(['simulate', own('wrong', sentences), '--runs', '20']);
      expect({ out, code }).toEqual({ out: '', code: 2 });
      expect(err).toMatch(message);
      expect(err).not.toMatch(TRACE);
    });
  });

  it('tells what was done when the time is up or somebody asks, and says why', async () => {
    const { treaty } = parseTreaty(readFileSync(SMALL, 'utf8'));
    const job = { treaty, path: SMALL, folder: scratch, behaviour: JSON.parse(readFileSync(path('one.json'), 'utf8')) as never, question: { seed: 1, runs: 50_000, horizonDays: 30, sets: 1, shard: [1, 1] as const } };
    const behaving = { ...job, behaviour: { ...(job.behaviour as object), causes: [], stimuli: [] } as never };
    let time = 0;
    const late = carryOut({ ...behaving, maxMs: 1 }, () => false, () => undefined, () => (time += 1));
    expect([late.ended, late.results[0]?.tally.ranges]).toEqual(['time', [[0, 20_000]]]);
    const asked = carryOut(behaving, () => true, () => undefined);
    expect([asked.ended, asked.results[0]?.tally.ranges]).toEqual(['asked', [[0, 20_000]]]);
    expect(carryOut({ ...behaving, question: { ...behaving.question, runs: 50 } }, () => true, () => undefined).ended).toBeUndefined();
    const out: string[] = [];
    showChances({ treaty: 'T', digest: '', seed: 1, runs: 50_000, results: asked.results, stopped: 'asked' }, { out: (words: string) => { out.push(words); }, width: 80, paint: new Proxy({}, { get: () => (words: string) => words }) } as never);
    expect(out.join('')).toContain('partial: ended when asked to');
    expect(out.join('')).toContain('20,000 runs of 50,000: PARTIAL');
  });

  it.each([['none of the acts', 'landing', /no act that bears on a claim is called `landing`[^]*`strike by Enemy on Victim`/], ['no hour', 'strike@-3', /falls at no hour from 0/], ['nothing', '@4', /no act that bears/]])('refuses a stimulus that is %s', async (_what, word, message) => {
    const { err, code } = await told(['simulate', SMALL, '--stimulus', word]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('refuses a treaty without a claim', async () => {
    const { err, code } = await told(['simulate', 'library/locarno.casus']);
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
