/** Words of cases to facts, names, places and what was asked. */
import { describe, expect, it } from 'vitest';
import { judgeCase, readCases } from '../../src/cases/index.js';
import { authorOpen, forceOf, forceUsedOf, namedActsOf, nuclearOf, omittedIn, responseMeans, talksRefused, targetOf, valueOf } from '../../src/cases/facts.js';
import { actorNames, declaredName, declaredNames, isUnknown, treatyNamed } from '../../src/cases/names.js';
import { shippedAtlas } from '../geo/atlas-file.js';
import { library, treatyOf } from './library.js';

const facts = (text: string): ReadonlyMap<string, string> => new Map(text.split(';').map((one) => one.split('=') as [string, string]));

describe('the force of an act', () => {
  it.each([
    ['air-strikes', 'armed'], ['cross-border-shelling', 'armed'], ['full-scale-invasion', 'armed'], ['Missile Strike', 'armed'], ['ramming-and-shelling', 'armed'], ['ballistic-missile-attack', 'armed'], ['firing-on-vessels', 'armed'], ['small-arms-fire', 'armed'],
    ['cyber-attack', 'below'], ['hybrid-attack', 'below'], ['seizure-of-vessels', 'below'], ['undersea-cable-cutting', 'below'], ['attempted-assassination', 'below'], ['drone-debris', 'below'],
    ['threat-of-invasion', 'threat'], ['attack-expected', 'threat'], ['planned-attack', 'threat'], ['border-troop-build-up', 'threat'], ['military-coup', 'internal'], ['coup-attempts', 'internal'], ['gas-cut-off', 'economic'],
    ['missile-launch', 'disputed'], ['alleged-attack', 'disputed'], ['heart-attack', undefined], ['general-strike', undefined], ['nerve-agent-attack', undefined], ['failure-to-attack', undefined],
  ])('%s is %s', (word, force) => { expect(forceOf(word)).toBe(force); });
  it.each([['ramming', 'used'], ['invasion', 'used'], ['threat', 'threatened'], ['troop-build-up', 'disputed'], ['cyber-attack', 'disputed'], ['gas-cutoff', 'none'], ['poetry', undefined]])('%s: force in the sense of the Charter %s', (word, used) => { expect(forceUsedOf(word)).toBe(used); });
  it('tells acts that treaties name, and omissions', () => {
    expect(namedActsOf('invasion-and-annexation')).toEqual(['occupy', 'annex']);
    expect(namedActsOf('recognition-of-separatist-entities')).toEqual(['recognise-secession']);
    expect(namedActsOf('threat-of-invasion')).toEqual([]);
    expect(omittedIn('failure-to-withdraw')).toBe('withdraw');
    expect(omittedIn('border-control-withheld')).toBe('border-control');
    expect(omittedIn('nonsense')).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    ['attribution', 'confirmed-2001-10-02', 'confirmed'], ['attribution', 'confirmed-2010-05-20-disputed-by-accused', 'disputed'], ['attribution', 'highly-likely', 'probable'], ['attribution', 'denied-by-launcher', 'denied'],
    ['intent', 'unintended-stray', 'accidental'], ['intent', 'not-deliberate', 'accidental'], ['provoked', 'no', 'no'], ['actor_type', 'state-agents', 'state'], ['actor_type', 'internal-extremists', 'internal'], ['actor_type', 'private-vessel', 'private'], ['actor_type', 'non-state-group', 'non-state'],
    ['request', 'consultations', 'consult'], ['request', 'none-from-host', 'none'], ['deaths', '12', 12], ['deaths', 'many', 'many'],
  ])('%s=%s is %s', (key, value, wanted) => { expect(valueOf(key, value)).toBe(wanted); });
  it.each([['warship', 'vessel'], ['naval-vessels', 'vessel'], ['oil-tanker', 'private-vessel'], ['civil-aircraft', 'private-aircraft'], ['military-base-abroad', 'forces-abroad'], ['troops-abroad', 'forces-abroad'], ['leadership', 'leadership']])('target %s is %s', (value, target) => { expect(targetOf(value)).toBe(target); });
  it.each([['act=invasion;means=tanks', 'no'], ['act=invasion;means=non-nuclear-missiles', 'no'], ['act=nuclear-threat', 'threatened'], ['act=attack;means=nuclear-weapon', 'used'], ['act=invasion', undefined], ['act=threat;means=forces', undefined], ['act=attack;nuclear=disputed', 'disputed']])('%s: nuclear %s', (text, wanted) => { expect(nuclearOf(facts(text))).toBe(wanted); });
  it('keeps apart who is said to have acted and who is established', () => {
    expect([authorOpen('disputed'), authorOpen('denied-by-accused'), authorOpen('confirmed-disputed-by-accused'), authorOpen(undefined)]).toEqual([true, true, false, false]);
    expect([talksRefused(facts('response=refused-by-russia')), talksRefused(facts('response=condemnation-only')), talksRefused(facts('response=declaration-no-measures')), talksRefused(facts('response=none;consultation_held=yes'))]).toEqual([true, false, false, false]);
    expect([responseMeans('fact-finding-mission-only'), responseMeans('troops-deployed'), responseMeans('statement')]).toEqual(['refused', 'given', undefined]);
  });
});

describe('names', () => {
  const minsk = treatyOf('minsk-2.casus');
  it.each([
    ['NATO', 'North Atlantic Treaty'], ['Washington Treaty', 'North Atlantic Treaty'], ['North Atlantic Treaty (1949)', 'North Atlantic Treaty'], ['Budapest Memorandum 1994', 'Budapest Memorandum'], ['Memorandum on Security Assurances (Budapest)', 'Budapest Memorandum'],
    ['Minsk agreements (Minsk II)', 'Minsk II'], ['Package of Measures', 'Minsk II'], ['Minsk 2', 'Minsk II'],
    ['Minsk Protocol', undefined], ['Minsk agreements', undefined], ['Minsk I', undefined], ['Budapest Convention', undefined], ['UK-Ukraine', undefined], ['Washington Naval Treaty', undefined], ['Pact', undefined], ['', undefined],
  ])('the treaty called `%s` is %s', (written, title) => { expect(treatyNamed([treatyOf('north-atlantic.casus'), treatyOf('budapest.casus'), minsk], written)?.title).toBe(title); });
  it('finds parties behind their organs, and groups as reports call them', () => {
    expect(declaredName(minsk, 'Ukrainian armed forces')).toBe('Ukraine');
    expect(declaredNames(minsk, 'DPR and LPR forces')).toEqual(['DPR', 'LPR']);
    expect(declaredNames(minsk, 'Separatist forces backed by Russia')).toEqual(['DPR', 'LPR']);
    expect(declaredNames(minsk, 'Both sides')).toEqual(['Ukraine', 'DPR', 'LPR']);
    expect(declaredNames(minsk, 'Kharkiv Partisans')).toEqual([]);
    expect(actorNames(minsk, 'a company (Russia)')).toEqual({ names: ['Russia'], others: ['a company'] });
    expect([isUnknown('unidentified gunmen'), isUnknown('unknown'), isUnknown('Unknown Pleasures')]).toEqual([true, true, false]);
  });
});

describe('places', () => {
  const placeOf = (words: string) => readCases(`treaty,date,facts,expected,place\nX,2020-01-01,act=attack,triggered,"${words}"\n`, 'f.csv');
  it.each([
    ['Goa (15.3N 74.1E)', 15.3, 74.1], ['Stanley (51.70S, 57.85W)', -51.7, -57.85], ['Réunion (21°06′S 55°30′E)', -21.1, 55.5], ['somewhere (74.1E 15.3N)', 15.3, 74.1], ['N 15.3, E 74.1', 15.3, 74.1], ['Hawaii (21.3, -157.9)', 21.3, -157.9],
  ])('%s', (words, latitude, longitude) => {
    const place = placeOf(words).cases[0]?.place;
    expect(place?.latitude).toBeCloseTo(latitude, 5);
    expect(place?.longitude).toBeCloseTo(longitude, 5);
  });
  it('takes a place as roughly as it is written', () => {
    const rough = (words: string): number | undefined => placeOf(words).cases[0]?.place.withinKm;
    expect(rough('x (0N 20E)')).toBeCloseTo(78.6, 0);
    expect(rough('x (50.5N 23.9E)')).toBeCloseTo(6.6, 0);
    expect(rough('x (50.471N 23.934E)')).toBe(1);
  });
  it('leaves words without coordinates alone, and refuses what is nowhere', () => {
    expect(placeOf('2 km N of the town').cases[0]?.place).toEqual({ words: '2 km N of the town' });
    expect(placeOf('x (95.0N 20.0E)').setAside[0]?.reason).toContain('no place on earth');
  });
});

describe('what follows from how a case is told', () => {
  const judge = (row: string) => {
    const one = readCases(`treaty,article,date,facts,by,on,place,expected,certainty\n${row}\n`, 'f.csv').cases[0];
    if (!one) throw new Error('no case');
    return judgeCase(one, library, shippedAtlas());
  };
  const attack = (more: string): string => `North Atlantic Treaty,5,2024-05-01,act=armed-attack;actor_type=state;target=territory;intent=deliberate;attribution=confirmed;${more},Russia,Estonia,"Tartu (58.4N 26.7E)",triggered,high`;

  it('never lets the response decide whether a duty was due', () => {
    expect(judge(attack('request=assist')).actual).toBe('triggered');
    expect(judge(attack('request=assist;response=none')).actual).toBe('refused-breach:guarantor-refused');
    expect(judge(attack('request=assist;response=troops')).actual).toBe('triggered');
    expect(judge(attack('request=none;response=troops')).actual).toBe('undetermined');
  });
  it('names both readings where the party struck asked for less than help', () => {
    const { actual, reasons } = judge(attack('request=consult'));
    expect(actual).toBe('undetermined');
    expect(reasons.map(({ text }) => text).join('\n')).toMatch(/by the words of the text alone[\s\S]*as collective self-defence is practised/);
  });
  it('lists what it does not know, and what the text does not ask changes nothing', () => {
    const judged = judge(attack('request=assist;provoked=contested;moon=full'));
    expect(judged.leftOut).toEqual(['`moon` (no meaning is set for this key)']);
    expect(judged.actual).toBe('triggered');
  });
  it('holds a party that struck for a party, whatever the case calls it', () => {
    expect(judge('North Atlantic Treaty,5,2024-05-01,act=invasion;actor_type=state;target=territory;intent=deliberate,Turkey,Greece,"Kos (36.9N 27.3E)",x,high').actual).toBe('out-of-scope:actor');
  });
  it('takes the case at its word on a condition of the text', () => {
    expect(judge(attack('request=assist;precondition=ratification;precondition_met=no')).actual).toBe('out-of-scope:precondition');
    expect(judge(attack('request=assist;in_force_at_event=no')).actual).toBe('out-of-scope:precondition');
    expect(judge(attack('request=assist;in_force_at_event=no;claimed_basis=announced')).actual).toBe('undetermined');
  });
  it('leaves the author open where nobody established one', () => {
    const row = (attribution: string): string => `Budapest Memorandum,2,2014-08-24,act=invasion;means=troops;attribution=${attribution},Russia,Ukraine,"Crimea (45.0N 34.1E)",x,high`;
    expect(judge(row('confirmed-disputed-by-accused')).actual).toBe('refused-breach:party-violated');
    expect(judge(row('disputed')).actual).toBe('undetermined');
  });
  it('tells self-defence from provocation', () => {
    const row = (more: string): string => `Budapest Memorandum,2,2014-08-24,act=invasion;means=troops;${more},Russia,Ukraine,"Crimea (45.0N 34.1E)",x,high`;
    expect(judge(row('provoked=yes')).actual).toBe('refused-breach:party-violated');
    expect(judge(row('requester_is_initial_aggressor=yes')).actual).not.toBe('refused-breach:party-violated');
    expect(judge(row('self_defence=contested')).actual).toBe('undetermined');
  });
  it('reads an article that only says where through the duty it serves', () => {
    expect(judge('North Atlantic Treaty,6,1982-04-02,act=invasion;actor_type=state;target=overseas-territory;intent=deliberate,Argentina,United Kingdom,Falkland Islands,x,high').actual).toBe('out-of-scope:place');
  });
  it('judges what was not done by what was due on the day', () => {
    const row = (date: string, article: string, act: string, by: string): string => `Minsk II,${article},${date},act=${act},${by},,,x,high`;
    expect(judge(row('2015-02-20', '2', 'failure-to-begin-withdrawal', 'DPR')).actual).toBe('refused-breach:party-violated');
    expect(judge(row('2015-02-15', '2', 'failure-to-begin-withdrawal', 'DPR')).actual).toBe('undetermined');
    expect(judge(row('2015-02-20', '6', 'non-release-of-prisoners', 'DPR')).actual).toBe('undetermined');
    expect(judge(row('2016-02-01', '11', 'failure-to-amend-constitution', 'Ukraine')).reasons.map(({ text }) => text).join('\n')).toMatch(/"security first" undetermined[\s\S]*"politics first" a breach/);
  });
  it('names both readings of who the sides of Minsk II are', () => {
    const row = (place: string): string => `Minsk II,1,2022-02-24,act=invasion;actor_type=state;intent=deliberate;attribution=confirmed,Russia,Ukraine,"${place}",x,high`;
    expect(judge(row('Shchastia (48.7N 39.2E)')).actual).toBe('undetermined');
    expect(judge(row('Kyiv (50.4N 30.5E)')).actual).toBe('out-of-scope:place');
  });
  it('takes an economic measure in a quarrel for no more than that', () => {
    const row = (more: string): string => `Budapest Memorandum,3,2006-01-01,act=${more},Russia,Ukraine,,x,high`;
    expect(judge(row('gas-cutoff;intent=deliberate')).actual).toBe('refused-breach:party-violated');
    expect(judge(row('gas-cutoff;intent=deliberate;provoked=contested')).actual).toBe('undetermined');
    expect(judge(row('economic-coercion;intent=deliberate;provoked=contested')).actual).toBe('refused-breach:party-violated');
  });
  it('covers the Algerian departments until July 1962, and not after', () => {
    const row = (date: string): string => `North Atlantic Treaty,5+6,${date},act=invasion;actor_type=state;target=territory;intent=deliberate;attribution=confirmed;request=assist,Morocco,France,"near Sétif (36.2N 5.4E)",x,high`;
    expect(judge(row('1958-05-01')).actual).toBe('triggered');
    expect(judge(row('1962-07-02')).actual).toBe('triggered');
    expect(judge(row('1963-05-01')).actual).toBe('out-of-scope:place');
  });
});
