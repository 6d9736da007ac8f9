/** `casus explore`: what it prints follows the schema, what it writes replays to the same failure, and what cannot be explored is said, not guessed. */
import { mkdtempSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START, replay } from '../../src/engine/index.js';
import { shownAt, withClaims } from '../../src/explore/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { readJsonLines } from '../../src/record/index.js';
import { filesBelow, read, root } from '../house/files.js';
import { carryOut, type Said } from '../../src/cli/exploring/job.js';
import { TRACE, told } from './told.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
for (const name of ['record-entry', 'explore']) ajv.addSchema(JSON.parse(read(`schemas/${name}.schema.json`)) as object);
const faults = (value: unknown): readonly string[] => { const holds = ajv.getSchema('explore.schema.json'); return !holds ? ['no schema'] : holds(value) ? [] : (holds.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`); };

const scratch = mkdtempSync(join(tmpdir(), 'casus-explore-'));
const file = (name: string, text: string): string => { writeFileSync(join(scratch, name), text); return join(scratch, name); };

interface Found { readonly name: string; readonly verdict: string; readonly complete: boolean; readonly vacuous: boolean; readonly depth: number; readonly situations: number; readonly stopped?: string; readonly undeterminedBecause?: string; readonly record?: readonly object[]; readonly shownAt?: string; readonly words?: readonly string[]; readonly by: string }
interface Printed { readonly situations: number; readonly claims: readonly Found[]; readonly lookedFor?: readonly Found[]; readonly scope: { readonly classes: readonly object[] } }
async function json(words: readonly string[]): Promise<{ readonly value: Printed; readonly code: number }> {
  const { out, err, code } = await told(['explore', ...words, '--json']);
  expect(err).toBe('');
  const value = JSON.parse(out) as Printed;
  expect(faults(value)).toEqual([]);
  return { value, code };
}

const HEAD = `treaty "T".
times in UTC, a day is 24 hours, tick 12 hours.
party Victim, A, B.
outsider Aggressor.
group Guarantor is A, B.
act strike on party, severity 1 to 3.
act help, call, report.
article 1 "All"
define alarm as strike by Aggressor on Victim with severity at least 2.
`;
const DUTY = 'duty aid: each Guarantor shall help, owed to Victim, within 24 hours of alarm.\n';

describe('casus explore --json', () => {
  it.each(filesBelow('dossiers', /\.casus$/))('%s follows the schema, and each record that breaks a claim replays to the same instant', async (path) => {
    const { value } = await json([path]);
    expect(value.lookedFor?.length).toBeGreaterThan(1);
    for (const one of value.claims) if (one.verdict === 'fails' && one.record) expect(one.shownAt).toBeDefined();
  });

  it('gives G(3) its verdicts and shortest record', async () => {
    const { value, code } = await json(['bench/guarantee-3.casus']);
    expect(value.claims.map(({ name, verdict, complete, vacuous, record }) => [name, verdict, complete, vacuous, record?.length])).toEqual([['enough-assist', 'holds', true, false, undefined], ['always-declared', 'fails', true, false, 4]]);
    expect(value.lookedFor?.map(({ name, verdict, complete }) => [name, verdict, complete])).toEqual([['deadlock', 'none found', true], ['unanswered attack', 'none found', true]]);
    expect(code).toBe(1);
    expect((await json(['bench/guarantee-3.casus', '--claim', 'enough-assist'])).code).toBe(0);
  });

  it('switches the reductions off: more situations, the same verdicts and lengths', async () => {
    const facts = ({ claims }: Printed): unknown => claims.map(({ name, verdict, record }) => [name, verdict, record?.length]);
    const [all, none] = [(await json(['bench/guarantee-3.casus'])).value, (await json(['bench/guarantee-3.casus', '--no-symmetry', '--no-jump'])).value];
    expect(facts(none)).toEqual(facts(all));
    expect(none.claims[0]?.situations).toBeGreaterThan((all.claims[0]?.situations ?? 0) * 2);
  });
});

describe('--out', () => {
  it('writes a record that replay reads whole and that shows the failure at the instant told', async () => {
    const out = join(scratch, 'story.jsonl');
    const { value } = await json(['bench/guarantee-3.casus', '--out', out]);
    const { entries, setAside } = readJsonLines(readFileSync(out, 'utf8'), 'story');
    expect(setAside).toEqual([]);
    const failing = value.claims[1];
    const at = Date.parse(failing?.shownAt ?? '');
    const { treaty } = parseTreaty(read('bench/guarantee-3.casus'));
    const claim = treaty.claims[1];
    if (!claim) throw new Error('no claim');
    const text = compile(withClaims(treaty, [claim]), emptyAtlas);
    const { changes } = replay(text, entries, { asOf: at, knownOn: at + 86_400_000, inForceFrom: DEFAULT_START });
    expect(shownAt(text.texts[0]!, claim, changes, at, true)).toBe(at);
    const again = await told(['replay', 'bench/guarantee-3.casus', '--record', out, '--in-force-from', '2026-01-01', '--as-of', failing?.shownAt ?? '']);
    expect([again.code, again.err]).toEqual([0, '']);
  });

  it('writes nothing where nothing fails, and says so', async () => {
    const out = join(scratch, 'none.jsonl');
    expect((await told(['explore', 'bench/guarantee-3.casus', '--claim', 'enough-assist', '--out', out])).out).toContain('no record was written');
    expect(existsSync(out)).toBe(false);
  });

  it('says where it cannot write', async () => {
    const { err, code } = await told(['explore', 'bench/guarantee-3.casus', '--out', join(scratch, 'nowhere', 'a.jsonl')]);
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});

describe('what is always looked for', () => {
  it('duties that wait for each other', async () => {
    const { value, code } = await json([file('circle.casus', `${HEAD}${DUTY}duty first: A shall report, owed to Victim, only after second is performed.\nduty second: B shall call, owed to Victim, only after first is performed.\n`)]);
    const deadlock = value.lookedFor?.find(({ name }) => name === 'deadlock');
    expect([deadlock?.verdict, deadlock?.complete, deadlock?.record, code]).toEqual(['found', true, [], 1]);
    expect(deadlock?.words).toEqual([expect.stringContaining('first of A waits'), expect.stringContaining('second of B waits')]);
  });

  it('not a duty that waits for what one more attack would bring, though the bound on attacks is reached', async () => {
    const { value, code } = await json([file('later.casus', `${HEAD}${DUTY}power plea: B may call when alarm, within 12 hours.\nduty telling: A shall report, owed to Victim, only after plea is exercised.\n`)]);
    const deadlock = value.lookedFor?.find(({ name }) => name === 'deadlock');
    expect([deadlock?.verdict, code]).toEqual(['none found', 0]);
    expect(deadlock?.situations).toBeGreaterThan(2);
  });

  it('a text in which nothing can wait is answered by itself', async () => {
    const { value } = await json([file('fine.casus', `${HEAD}${DUTY}`)]);
    expect(value.lookedFor?.find(({ name }) => name === 'deadlock')).toMatchObject({ verdict: 'none found', complete: true, by: 'text', situations: 0 });
  });

  it('an attack after which nobody owes anything, and acts below every threshold', async () => {
    const { value, code } = await json([file('alone.casus', `${HEAD}${DUTY.replace('alarm.', 'alarm-by-call.')}define alarm-by-call as call by A.\npower sanctions: A may report when alarm.\n`)]);
    const alone = value.lookedFor?.find(({ name }) => name === 'unanswered attack');
    expect([alone?.verdict, code]).toEqual(['found', 1]);
    expect(alone?.words?.[0]).toContain('nobody owes, owed or did anything for Victim');
    expect(alone?.record?.length).toBe(1);
    const fine = (await json([file('fine.casus', `${HEAD}${DUTY}`)])).value.lookedFor?.find(({ name }) => name === 'unanswered attack');
    expect([fine?.verdict, fine?.complete]).toEqual(['none found', true]);
    expect(fine?.words).toEqual([expect.stringContaining('severity 1 lies outside every condition')]);
  });
});

describe('the scope a text sets', () => {
  const TWICE = 'claim twice: never aid is breached by at least 1.\nclaim both: whenever alarm, within 24 hours aid is performed by each, assuming at most 0 of Guarantor defaults.\n';
  const scoped = (name: string, scope: string): string => file(`${name}.casus`, `${HEAD}${DUTY}${TWICE}${scope}\n`);
  const scopeOf = async (words: readonly string[]) => (await json(words)).value.scope as unknown as Readonly<Record<string, unknown>>;

  it('is read, and said to come from the text', async () => {
    const path = scoped('scoped', 'scope at most 2 attacks, at most 1 help, horizon 60 hours, free A, tick 6 hours.');
    expect(await scopeOf([path])).toMatchObject({ acts: 2, ofOne: [{ act: 'help', atMost: 1 }], horizonDays: 2.5, free: ['A'], tickMinutes: 360, origins: { acts: 'text', horizon: 'text', tick: 'text' } });
    const { out } = await told(['explore', path]);
    for (const words of ['up to 2 acts that nobody owes (the text\'s scope)', 'over 60 hours (the text\'s scope)', 'ticks of 6 hours (the text\'s scope)', 'at most: 1 help', 'free: A may let anything pass']) expect(out.replace(/\s+/g, ' ')).toContain(words);
  });

  it('is overridden by options, bound by bound, and left aside by --no-scope', async () => {
    const path = scoped('overridden', 'scope at most 2 attacks, horizon 60 days, free A.');
    expect(await scopeOf([path, '--acts', '1'])).toMatchObject({ acts: 1, horizonDays: 60, origins: { acts: 'option', horizon: 'text', tick: 'default' } });
    expect(await scopeOf([path, '--horizon', '3'])).toMatchObject({ acts: 2, horizonDays: 3, origins: { acts: 'text', horizon: 'option' } });
    expect(await scopeOf([path, '--no-scope'])).toMatchObject({ acts: 1, horizonDays: 30, free: [], origins: { acts: 'default', horizon: 'default', tick: 'default' } });
  });

  it('lets who is free default whatever a claim assumes', async () => {
    const verdictOf = async (name: string, scope: string) => (await json([scoped(name, scope), '--claim', 'both'])).value.claims.map(({ verdict }) => verdict);
    expect(await verdictOf('bound', '')).toEqual(['holds']);
    expect(await verdictOf('free', 'scope free A.')).toEqual(['fails']);
    expect(await verdictOf('free-victim', 'scope free Victim.')).toEqual(['holds']);
  });

  it('limits acts of one name beside the number of attacks', async () => {
    const path = (scope: string): string => file('limits.casus', `${HEAD}claim once: never report-twice.\ndefine report-twice while report by A has occurred and report by B has occurred.\n${scope}\n`);
    expect((await json([path('scope at most 2 attacks.')])).value.claims.map(({ verdict }) => verdict)).toEqual(['fails']);
    expect((await json([path('scope at most 2 attacks, at most 1 report.')])).value.claims.map(({ verdict }) => verdict)).toEqual(['holds']);
    expect((await scopeOf([path('scope at most 2 report.')]))['acts']).toBe(2);
  });

  it('limits an act that is owed, so that it is left undone', async () => {
    const path = file('owed.casus', `${HEAD}${DUTY}claim all: possible aid is performed by each.\nscope at most 1 help.\n`);
    expect((await json([path])).value.claims.map(({ verdict }) => verdict)).toEqual(['fails']);
    expect((await json([path, '--no-scope'])).value.claims.map(({ verdict }) => verdict)).toEqual(['holds']);
  });

  it.each([
    ['no attacks at all', 'scope at most 0 attacks.', /line 13: at most 0 attacks/], ['none of one act', 'scope at most 0 strike.', /line 13: at most 0 strike/],
    ['attacks without end', 'scope at most 1000 attacks.', /line 13: at most 1000 attacks is no bound/], ['acts without end', 'scope at most 100000 help.', /at most 100000 help is no bound[^]*from 1 to 100/],
    ['a horizon beyond all', 'scope horizon 11 years.', /horizon of 4018 days is longer[^]*3650/], ['no time', 'scope horizon 6 hours.', /ends before the first tick/],
    ['an unknown party', 'scope free Atlantis.', /line 13: [^]*Atlantis/], ['an unknown act', 'scope at most 2 stirke.', /line 13: [^]*stirke/], ['half an act', 'scope at most 1.5 attacks.', /line 13: /],
  ])('is refused where it sets %s', async (_what, scope, message) => {
    for (const verb of [['explore'], ['export', '--to', 'promela']]) {
      const { out, err, code } = await told([...verb, scoped('wrong-scope', scope)]);
      expect([code, out]).toEqual([2, '']);
      if (verb[0] === 'explore' || !/Atlantis|stirke|1\.5/.test(scope)) expect(err).toMatch(message);
      expect(err).not.toMatch(TRACE);
    }
  });
});

describe('what cannot be explored', () => {
  it('assumptions that leave no behaviour are said, and no claim holds by them', async () => {
    // A cannot strike itself, and the assumption lets nobody default.
    const nobody = file('contradictory.casus', `${HEAD}duty aid: each Guarantor shall strike on A, owed to Victim, within 24 hours of alarm.\nclaim answered: whenever alarm, within 48 hours aid is performed by at least 1, assuming at most 0 of Guarantor defaults.\nclaim calm: never aid is breached, assuming at most 0 of Guarantor defaults.\nclaim free: whenever alarm, within 48 hours aid is performed by each.\n`);
    const { value, code } = await json([nobody]);
    expect(value.claims.map(({ name, verdict, undeterminedBecause }) => [name, verdict, undeterminedBecause])).toEqual([['answered', 'undetermined', expect.stringContaining('no behaviour is left')], ['calm', 'undetermined', expect.stringContaining('no behaviour is left')], ['free', 'fails', undefined]]);
    expect(code).toBe(1);
  });

  it('a bound that was reached is told, with how far the search came', () => {
    const { treaty } = parseTreaty(read('bench/guarantee-8.casus'));
    const said: Said[] = [];
    let time = 0;
    carryOut({ treaty, path: '', folder: root, claims: ['enough-assist'], bounds: { stimuli: 1, horizonMs: 30 * 86_400_000, symmetry: false, jump: false }, maxBytes: 1e9, maxMs: 5, looks: false }, emptyAtlas, (one) => said.push(one), () => false, () => (time += 1));
    const answer = said.find((one) => one.kind === 'answer');
    expect(answer?.kind === 'answer' ? [answer.answer.verdict, answer.answer.complete, answer.answer.stopped] : []).toEqual(['undetermined', false, 'time']);
    const asked: Said[] = [];
    carryOut({ treaty, path: '', folder: root, claims: ['enough-assist'], bounds: { stimuli: 1, horizonMs: 30 * 86_400_000, symmetry: false, jump: false }, maxBytes: 1e9, maxMs: 1e9, looks: false }, emptyAtlas, (one) => asked.push(one), () => true);
    expect(asked.flatMap((one) => (one.kind === 'answer' ? [one.answer.verdict, one.answer.stopped] : []))).toEqual(['undetermined', 'asked']);
  });

  it('too little memory ends a search, not the command', async () => {
    const { value, code } = await json(['bench/guarantee-8.casus', '--claim', 'enough-assist', '--no-symmetry', '--no-jump', '--max-memory', '40']);
    expect(value.claims.map(({ verdict, stopped, complete }) => [verdict, stopped, complete])).toEqual([['undetermined', 'memory', false]]);
    expect(value.claims[0]?.depth).toBeGreaterThan(0);
    expect(code).toBe(1);
  });

  it.each<readonly [string, readonly string[], string]>([
    ['no treaty', [], 'no treaty is named'], ['two treaties', ['bench/guarantee-3.casus', 'bench/guarantee-4.casus'], 'one treaty is explored at a time'],
    ['an unknown claim', ['bench/guarantee-3.casus', '--claim', 'enough-asist'], 'did you mean `enough-assist`'], ['no acts', ['bench/guarantee-3.casus', '--acts', '0'], 'whole number from 1'],
    ['acts without bound', ['bench/guarantee-3.casus', '--acts', '1000'], 'whole number from 1'], ['half a day', ['bench/guarantee-3.casus', '--horizon', '0.5'], 'whole number'], ['no horizon', ['bench/guarantee-3.casus', '--horizon', 'Infinity'], 'whole number'],
    ['no memory', ['bench/guarantee-3.casus', '--max-memory', '-1'], 'whole number'], ['an unknown option', ['bench/guarantee-3.casus', '--symmetry'], 'no option'], ['no file', ['bench/nothing.casus'], 'there is no file'],
  ])('%s', async (_what, words, message) => {
    const { out, err, code } = await told(['explore', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(TRACE);
  });

  it.each([['an unknown term', 'claim c: whenever alarum, aid is performed by each.\n'], ['half a sentence', 'claim c: whenever\n'], ['no percentage of anybody', 'claim c: never aid is flown.\n']])('a claim with %s', async (_what, claim) => {
    const { out, err, code } = await told(['explore', file('wrong.casus', `${HEAD}${DUTY}${claim}`)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/line \d+: .*\n.*explored/);
    expect(err).not.toMatch(TRACE);
  });
});

describe('what a person reads', () => {
  it('keeps to 80 columns, and names day and hour', async () => {
    const { out } = await told(['explore', 'bench/guarantee-3.casus']);
    expect(out).toMatch(/day 1, 00:00 {3}attack by Aggressor/);
    expect(out.split('\n').filter((line) => [...line].length > 80 && !line.startsWith('  casus '))).toEqual([]);
  });
});
