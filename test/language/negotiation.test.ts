/** Negotiations: what each sentence says as data, what is wrong with those that say something impossible, and that any of them reads back as printed. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTreaty } from '../../src/language/check/index.js';
import { parseTreaty, printTreaty } from '../../src/language/index.js';

const text = readFileSync(new URL('../../corpus/language/negotiation.casus', import.meta.url), 'utf8');
const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'span' || key === 'nameSpan' ? undefined : one)));
const { treaty, diagnostics } = parseTreaty(text);
const { speakers, issues, limits, positions } = treaty.negotiation;
/** What is said of the text with one more sentence. */
const said = (line: string): readonly string[] => parseTreaty(`${text}${line}\n`).diagnostics.map(({ id, message, help }) => `${id}: ${message}; ${help ?? ''}`);
/** Midnight in Kyiv of an August day in 2025. */
const kyiv = (day: number): number => Date.UTC(2025, 7, day) - 3 * 3_600_000;

describe('a negotiation', () => {
  it('has nothing to say of a text that is right', () => { expect(diagnostics).toEqual([]); });

  it('is told from a treaty by its heading', () => {
    expect(treaty).toMatchObject({ document: 'negotiation', title: 'Foreign forces after a ceasefire', status: 'reported', source: { text: 'an invented dossier' } });
    expect(parseTreaty('treaty "T".').treaty).not.toHaveProperty('document');
    expect(parseTreaty('treaty "T".').treaty.negotiation).toEqual({ speakers: [], issues: [], limits: [], positions: [] });
  });

  it('reads speakers, for a party and for nobody', () => {
    expect(bare(speakers)).toEqual([
      { name: 'president', title: 'The president of Ukraine', speaksFor: 'Ukraine', from: Date.UTC(2019, 11, 31, 22), until: Date.UTC(2026, 0, 1, 12) }, { name: 'envoy', title: 'An envoy', speaksFor: 'France' }, { name: 'scholar' },
    ]);
  });

  it('reads issues with their options, wherever those stand', () => {
    expect(bare(issues)).toEqual([
      { name: 'forces', title: 'Foreign forces, and where they stand', options: [{ name: 'in-country', title: 'Forces in the country' }, { name: 'nearby' }, { name: 'mission', title: 'A mission' }], required: ['Ukraine', 'Russia', 'France'] },
      { name: 'police', title: 'Who polices', options: [], required: { kind: 'to be agreed' } },
    ]);
  });

  it('reads limits, of one option or of all', () => {
    expect(bare(limits)).toEqual([
      { kind: 'constraint', name: 'constitution', of: 'Ukraine', excludes: [{ issue: 'forces', option: 'in-country' }, { issue: 'police' }], from: Date.UTC(2018, 11, 31, 22), until: Date.UTC(2029, 11, 31, 22), source: { text: 'article 17' } },
      { kind: 'red line', name: 'no-mission', of: 'Russia', excludes: [{ issue: 'forces', option: 'mission' }] },
    ]);
  });

  it('reads positions: a date is its whole day in the zone of the text, and known is its end', () => {
    expect(bare(positions)).toEqual([
      {
        id: 'Ukraine-on-forces-2025-08-17', party: 'Ukraine', speaker: 'president', issue: 'forces', option: 'nearby', stance: 'accepts', voice: 'own', venue: 'Brussels', gist: 'forces next door would do', said: { from: kyiv(17), to: kyiv(18) - 1 },
        knownAt: kyiv(19) - 1, outlet: 'An outlet, 18 August 2025', link: 'https://example.org/1', uncertain: false, source: { text: 'An outlet, 18 August 2025' },
      },
      { id: 'Russia-on-forces-2025-08-17', party: 'Russia', speaker: 'envoy', issue: 'forces', option: 'mission', stance: 'rejects', voice: 'counterpart', reportedBy: 'France', gist: 'rejects: A mission', said: { from: Date.UTC(2025, 7, 17, 7), to: kyiv(19) - 1 }, knownAt: kyiv(19) - 1, uncertain: true },
      { id: 'Russia-on-forces-2025-08-17-2', party: 'Russia', issue: 'forces', option: 'nearby', stance: 'uncertain', voice: 'media', gist: 'uncertain: nearby', said: { from: Date.UTC(2025, 7, 17, 10), to: Date.UTC(2025, 7, 17, 10) }, knownAt: Date.UTC(2025, 7, 17, 10), uncertain: false },
      { id: 'Observer-on-forces-2025-08-17', party: 'Observer', issue: 'forces', stance: 'reports', voice: 'own', gist: 'reports', said: { from: kyiv(17), to: kyiv(18) - 1 }, knownAt: kyiv(18) - 1, uncertain: false },
    ]);
  });

  it('leaves its words free to be names', () => {
    const words = ['negotiation', 'speaker', 'issue', 'option', 'constraint', 'red', 'position', 'between', 'excludes', 'accepts', 'offers', 'demands', 'rejects', 'reports', 'uncertain', 'about', 'said', 'own', 'voice', 'reported', 'media', 'short', 'known', 'link', 'held'];
    for (const word of words) {
      expect(parseTreaty(`treaty "T".\nparty ${word}, B.\nact give.\nduty d: ${word} shall give, owed to B, within 3 days.`).diagnostics).toEqual([]);
      const other = `negotiation "T".\nparty ${word}, B.\nissue i "I", between ${word} and B.\noption ${word} of i.\nconstraint c: of ${word} excludes ${word} of i, source "s".\nposition of ${word} on i: accepts ${word}, in own voice, on 2025-01-01, source "s".\n`;
      expect([word, ...parseTreaty(other).diagnostics]).toEqual([word]);
    }
  });

  it('may stand in a treaty, which then keeps the rules of treaties', () => {
    const both = parseTreaty(text.replace(/^negotiation/m, 'treaty'));
    expect(both.diagnostics).toEqual([]);
    expect(checkTreaty(both.treaty).map(({ id }) => id)).toContain('party-without-stake');
    expect(checkTreaty(treaty).map(({ id }) => id)).not.toContain('party-without-stake');
  });

  it.each([
    ['position of Ukraine on forces: accepts nerby, in own voice, on 2025-01-01.', 'undefined-option: `forces` has no option `nerby`; did you mean `nearby`'],
    ['constraint c: of Ukraine excludes misson of forces.', 'undefined-option: `forces` has no option `misson`; did you mean `mission`'],
    ['constraint c: of Ukraine excludes anything of police.', 'undefined-option: `police` has no option `anything`; declare it: `option anything of police "…".`'],
    ['position of Ukraine on forcs: accepts nearby, in own voice, on 2025-01-01.', 'undefined-name: `forcs` is not defined; an issue is needed here; did you mean `forces`'],
    ['option x of forcs.', 'undefined-name: `forcs` is not defined; an issue is needed here; did you mean `forces`'],
    ['position of Ukrane on forces: accepts nearby, in own voice, on 2025-01-01.', 'undefined-name: `Ukrane` is not defined; a party is needed here; did you mean `Ukraine`'],
    ['position of Ukraine on forces: accepts nearby, said by presidnt, in own voice, on 2025-01-01.', 'undefined-name: `presidnt` is not defined; a speaker is needed here; did you mean `president`'],
    ['position of president on forces: accepts nearby, in own voice, on 2025-01-01.', 'wrong-kind-of-name: `president` is a speaker, and a party is needed here; '],
    ['issue forces "Again", between Ukraine and Russia.', 'duplicate-name: `forces` is already the name of an issue; give one of them another name'],
    ['option nearby of forces.', 'duplicate-name: `nearby` is already the name of an option of `forces`; give one of them another name'],
    ['position of Ukraine on forces: accepts, in own voice, on 2025-01-01.', 'position-without-option: this says that `Ukraine` accepts, and not what; name an option of `forces`'],
    ['position of Ukraine on forces: accepts nearby, on 2025-01-01.', 'position-without-voice: this does not say on whose word it rests; write `in own voice`, `reported by PARTY` or `reported by media`'],
    ['position of Ukraine on forces: accepts nearby, in own voice.', 'position-without-date: this does not say when it was said; write `on DATE`'],
    ['position of Ukraine on forces: accepts nearby, in own voice, reported by media, on 2025-01-01.', 'two-voices: this is said to be in own voice and to be reported; keep the one the source bears out'],
    ['position of Ukraine on forces: accepts nearby, reported by Ukraine, on 2025-01-01.', 'reported-by-itself: `Ukraine` is said to report its own position; write `in own voice`'],
    ['position of Ukraine on forces: accepts nearby, in own voice, on 2025-01-01, on 2025-01-02.', 'option-twice: this is said twice in one sentence; keep one of the two'],
    ['position of Ukraine on forces: accepts nearby, in own voice, on 2025-02-30.', 'impossible-date: `2025-02-30` is not a date there is; write a date such as 2025-08-15 or 2025-08-15T04:00Z'],
    ['position of Ukraine on forces: accepts nearby, in own voice, on 2025-01-02 to 2025-01-01.', 'range-reversed: `2025-01-01` is before `2025-01-02`; write the earlier date first'],
    ['speaker x for Ukraine from 2026-01-01 until 2025-01-01.', 'range-reversed: `2025-01-01` is not after `2026-01-01`; write the earlier date after `from`'],
    ['position of Ukraine on forces: agrees nearby, in own voice, on 2025-01-01.', 'misspelt-word: `agrees` is not the word the language uses here; write `accepts`'],
    ['position of Ukraine on forces: acepts nearby, in own voice, on 2025-01-01.', 'misspelt-word: `acepts` is not a word of the language; did you mean `accepts`'],
    ['postion of Ukraine on forces: accepts nearby, in own voice, on 2025-01-01.', 'misspelt-word: `postion` is not a word of the language; did you mean `position`'],
    ['constraint c: of Ukraine forbids nearby of forces.', 'misspelt-word: `forbids` is not the word the language uses here; write `excludes`'],
    ['issue x Title, between Ukraine and Russia.', 'quotation-marks-missing: `Title` needs quotation marks; write `"Title"`'],
    ['speaker x "X" for Ukraine', 'missing-full-stop: this sentence does not end: a full stop is missing; end it with a full stop'],
  ])('%s', (line, message) => { expect(said(line)).toEqual([message]); });

  it('has one error for one broken sentence, and none for what referred to it', () => {
    expect(parseTreaty('negotiation "T".\nparty A, B.\nissue i "I" betwixt A and B.\noption o of i.\nposition of A on i: accepts o, in own voice, on 2025-01-01.\n').diagnostics.map(({ id }) => id)).toHaveLength(1);
    expect(parseTreaty('negotiation "T".\nparty A, B.\nissue i "I", between A and B.\noption o off i "O, which is well".\nposition of A on i: accepts o, in own voice, on 2025-01-01.\n').diagnostics.map(({ id }) => id)).toHaveLength(1);
  });
});

const PARTIES = ['A', 'B', 'C'];
const DATES = ['2025-01-01', '2025-03-30', '2025-03-30T01:30Z', '2025-10-26', '2025-10-26T00:30+02:00', '2026-12-31T23:59:59Z'];
const maybe = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), arbitrary);
const date = fc.constantFrom(...DATES);
const later = fc.constantFrom('2027-01-02', '2027-03-28T01:00Z');
const words = fc.constantFrom('"A title"', '"Was heißt das, genau?"', '""', '"a // b | c"');
const party = fc.constantFrom(...PARTIES);
const term = fc.tuple(maybe(date.map((one) => ` from ${one}`)), maybe(later.map((one) => ` until ${one}`))).map((both) => both.join(''));
const speaker = fc.tuple(fc.constantFrom('s1', 's2', 's3'), maybe(words.map((one) => ` ${one}`)), maybe(party.map((one) => ` for ${one}`)), term).map(([name, ...rest]) => `speaker ${name}${rest.join('')}.`);
const between = fc.oneof(fc.constant('to be agreed'), fc.uniqueArray(party, { minLength: 1 }).map((all) => [...all.slice(0, -1)].join(', ') + (all.length > 1 ? ' and ' : '') + (all.at(-1) ?? '')));
const sign = fc.constantFrom(' of i1', ' of i2');
const excluded = fc.tuple(fc.constantFrom('any option', 'o1', 'o2'), sign).map((both) => both.join(''));
const limit = fc.tuple(fc.constantFrom('constraint', 'red line'), fc.constantFrom('l1', 'l2', 'l3'), party, fc.array(excluded, { minLength: 1, maxLength: 3 }), term, maybe(words.map((one) => `, source ${one}`)))
  .map(([kind, name, of, excludes, when, source]) => `${kind} ${name}: of ${of} excludes ${excludes.join(' and ')}${when}${source}.`);
const voice = fc.constantFrom('in own voice', 'reported by media', 'reported by D');
const when = fc.oneof(date.map((one) => `on ${one}`), fc.tuple(date, later).map(([from, to]) => `on ${from} to ${to}`));
const options = fc.tuple(voice, when, fc.subarray(['said by s0', 'at "a venue"', 'in short "what was said, in short"', 'link "https://example.org/a?b=c"', 'held uncertain', 'source "An outlet"', 'known 2027-06-01', 'known 2025-01-01T10:00Z']))
  .map(([first, second, rest]) => [first, second, ...rest.filter((one) => one !== 'known 2025-01-01T10:00Z' || !rest.includes('known 2027-06-01'))]).chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
const position = fc.tuple(party, fc.constantFrom('i1', 'i2'), fc.constantFrom(': ', ' is '), fc.oneof(fc.tuple(fc.constantFrom('accepts', 'offers', 'demands', 'rejects', 'reports', 'uncertain', 'uncertain about'), fc.constantFrom(' o1', ' o2')).map((both) => both.join('')), fc.constantFrom('reports', 'uncertain')), options, fc.constantFrom(', ', ' '))
  .map(([of, on, sep, stance, all, join]) => `position of ${of} on ${on}${sep}${stance}${join}${all.join(join)}.`);
const unique = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> => fc.uniqueArray(arbitrary, { maxLength: 3, selector: (one) => /^(?:speaker|constraint|red line) (\w+)/.exec(one)?.[1] ?? '' });
const documents = fc.tuple(
  fc.constantFrom('negotiation', 'treaty'), fc.constantFrom('UTC', '"Europe/Kyiv"', '-05:00'), unique(speaker), fc.tuple(between, between), words, unique(limit), fc.array(position, { maxLength: 5 }),
).chain(([kind, zone, speakers_, [first, second], title, limits_, positions_]) => fc.shuffledSubarray([
  ...speakers_, `issue i1 ${title}, between ${first}.`, `issue i2 "Second" between ${second}.`, `option o1 of i1 ${title}.`, 'option o2 of i1.', 'option o2 of i2 "Other".', 'option o1 of i2 "One".', ...limits_, ...positions_,
], { minLength: speakers_.length + 6 + limits_.length + positions_.length }).map((sentences) => [`${kind} "T".`, `times in ${zone}.`, 'party A, B, C, D.', 'speaker s0 for A.', ...sentences].join('\n')));

describe('print-is-stable, of negotiations', () => {
  it('reads back what it printed, with the same meaning', () => {
    fc.assert(fc.property(documents, (source) => {
      const first = parseTreaty(source);
      expect(first.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
      const printed = printTreaty(first.treaty);
      const again = parseTreaty(printed);
      expect(again.diagnostics.map(({ message }) => message)).toEqual(first.diagnostics.map(({ message }) => message));
      expect(printTreaty(again.treaty)).toBe(printed);
      expect(bare(again.treaty.negotiation)).toEqual(bare(first.treaty.negotiation));
      expect(again.treaty.document).toBe(first.treaty.document);
    }), { numRuns: 300 });
  });
});
