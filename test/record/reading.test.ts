/** Reading files of either form: what is read, what is set aside with which line and reason, and that the two add up. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, readJsonLines, writeJsonLines, type Reading } from '../../src/record/index.js';

const numRuns = Number(process.env['CASUS_RUNS'] ?? 2000);
const reasons = ({ setAside }: Reading): readonly string[] => setAside.map(({ row, reason }) => `${row}: ${reason}`);
const addsUp = (reading: Reading): void => expect(reading.entries.length + reading.setAside.length).toBe(reading.rowsRead);

describe('JSON Lines', () => {
  it('reads entries with uncertain actors, places and times', () => {
    const reading = readJsonLines([
      '{"id":"a","act":"strike","actor":{"oneOf":["DPR","Ukraine"]},"occurredAt":"2015-02-16","place":{"latitude":48,"longitude":37.8,"withinKm":25},"arguments":{"severity":4}}',
      '', '{"act":"notify","actor":"Ukraine","occurredAt":"2015-02-16T10:00+02:00","knownAt":"2015-03-01"}',
    ].join('\r\n'), 'f.jsonl');
    expect(reasons(reading)).toEqual([]);
    expect(reading.rowsRead).toBe(2);
    const [first, second] = reading.entries;
    expect(first?.actor).toEqual({ kind: 'one of', names: ['DPR', 'Ukraine'] });
    expect(first?.occurred).toEqual({ from: Date.UTC(2015, 1, 16), to: Date.UTC(2015, 1, 17) - 1 });
    expect(second?.occurred.from).toBe(Date.UTC(2015, 1, 16, 8));
    expect(second?.knownAt).toBe(Date.UTC(2015, 2, 2) - 1);
    expect(second?.origin).toEqual({ file: 'f.jsonl', line: 3 });
  });

  it('sets bad lines aside and reads on', () => {
    const reading = readJsonLines([
      '{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-30"}', 'no json', '[', '{"act":"notify"', '{"actor":"Ukraine","occurredAt":"2025-02-15"}',
      '{"act":"strike","actor":"Russia","occurredAt":"2025-02-15","place":{"latitude":91,"longitude":30}}', '{"act":"notify","actor":"Ukraine","occuredAt":"2025-02-15"}',
      '{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-15"}',
    ].join('\n'), 'f.jsonl');
    addsUp(reading);
    expect(reading.entries).toHaveLength(1);
    expect(reasons(reading)).toEqual([
      expect.stringMatching(/^1: .*`2025-02-30` is no day of the calendar/), expect.stringMatching(/^2: the line is no JSON/), expect.stringMatching(/^3: the line begins a list/), expect.stringMatching(/^4: the line is cut/),
      expect.stringMatching(/^5: the entry has no `act`/), expect.stringMatching(/^6: `latitude` is `91`/), expect.stringMatching(/^7: an entry has no key `occuredAt`, did you mean `occurredAt`/),
    ]);
  });

  it('passes over a line of 10 MB and says so', () => {
    const long = `{"act":"notify","actor":"${'x'.repeat(10_000_000)}","occurredAt":"2025-02-15"}`;
    const reading = readJsonLines(`${long}\n{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-15"}\n`, 'f.jsonl');
    expect(reasons(reading)).toEqual(['1: the line is 10.0 MB long and was skipped; an entry may take up to 1 MB']);
    expect(reading.entries).toHaveLength(1);
    const csv = readCsv(`act,actor,occurredAt\nnotify,${'x'.repeat(10_000_000)},2025-02-15\nnotify,Ukraine,2025-02-15\n`, 'f.csv');
    expect(reasons(csv)).toEqual(['2: the line is 10.0 MB long and was skipped; an entry may take up to 1 MB']);
    expect(csv.entries).toHaveLength(1);
  });

  it('sets the last line of a truncated file aside', () => {
    const reading = readJsonLines('{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-15"}\n{"act":"notify","actor":"Ukr', 'f.jsonl', { truncated: true });
    expect(reasons(reading)).toEqual([expect.stringMatching(/^2: the file ends in the middle of this line/)]);
    addsUp(reading);
  });

  it('writes what it reads', () => {
    const line = '{"id":"c","act":"correction","actor":"Mission","actorIs":"outsider","arguments":{"corrects":"a"},"occurredAt":"2025-02-15T00:00Z","replacement":{"act":"strike","actor":{"oneOf":["A","B"]},"on":"Ukraine","occurredAt":{"from":"2025-02-01","to":"2025-02-03"},"place":{"name":"Kharkiv"},"assurance":{"source":"B","information":2}}}';
    const once = readJsonLines(line, 'f');
    const again = readJsonLines(writeJsonLines(once.entries), 'f');
    expect(again.setAside).toEqual([]);
    expect(again.entries).toEqual(once.entries);
  });
});

describe('CSV', () => {
  const header = 'id,act,actor,on,latitude,longitude,withinKm,occurredAt,occurredFrom,occurredTo,assurance,arg:severity,arg:means';

  it('reads the own form', () => {
    const reading = readCsv(`${header}\na,strike,Russia|DPR,Ukraine,48.5,37.5,5,2025-02-15,,,B2 likely,4,drone\nb,strike,,Ukraine,,,,,2025-02-01,2025-02-03,,,"ground, on foot"\n`, 'f.csv');
    expect(reasons(reading)).toEqual([]);
    expect(reading.entries[0]).toMatchObject({ id: 'a', actor: { kind: 'one of', names: ['DPR', 'Russia'] }, arguments: { severity: 4, means: 'drone' }, assurance: { source: 'B', information: 2, likelihood: 'likely' }, place: { latitude: 48.5, withinKm: 5 } });
    expect(reading.entries[1]).toMatchObject({ actor: { kind: 'unknown' }, arguments: { means: 'ground, on foot' }, occurred: { from: Date.UTC(2025, 1, 1), to: Date.UTC(2025, 1, 4) - 1 } });
  });

  it('sets rows aside one by one: impossible dates and places, missing fields, an open quotation mark', () => {
    const reading = readCsv(['act,actor,latitude,longitude,occurredAt', 'notify,Ukraine,,,2025-02-30', 'notify,Ukraine,95,30,2025-02-15', 'notify,Ukraine,2025-02-15', 'notify,"Ukraine,,,2025-02-15', 'no"tify,"x"y,,,2025-02-15', 'notify,Ukraine,,,2025-02-15'].join('\n'), 'f.csv');
    addsUp(reading);
    expect(reading.entries).toHaveLength(1);
    expect(reasons(reading)).toEqual([
      expect.stringMatching(/^2: .*2025-02-30/), expect.stringMatching(/^3: `latitude` is `95`/), expect.stringMatching(/^4: the row has 3 fields and the header 5/), expect.stringMatching(/^5: a quotation mark is opened and never closed/), expect.stringMatching(/^6: a quotation mark/),
    ]);
  });

  it('says of a header it does not know what is missing, and counts every row', () => {
    const reading = readCsv('date,who\n2025-02-15,Ukraine\n2025-02-16,Ukraine\n', 'f.csv');
    addsUp(reading);
    expect(reading.setAside[0]?.reason).toContain('the header lacks `act`, `actor`, `occurredAt`');
    expect(reading.setAside).toHaveLength(3);
    expect(readCsv('act,actor,occurredAt,lattitude\n', 'f.csv').setAside[0]?.reason).toContain('did you mean `latitude`');
  });

  it('takes semicolons, a byte order mark and fields over several lines', () => {
    const reading = readCsv('\ufeffact;actor;occurredAt;source\r\nnotify;Ukraine;2025-02-15;"first\r\nsecond"\r\nnotify;Ukraine;2025-02-16;x\r\n', 'f.csv');
    expect(reasons(reading)).toEqual([]);
    expect(reading.entries.map(({ source, origin }) => [source, origin?.line])).toEqual([['first\nsecond', 2], ['x', 4]]);
  });
});

describe('UCDP GED', () => {
  const file = new URL('../../dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz', import.meta.url);
  const header = 'id,relid,release,code_status,type_of_violence,conflict_name,dyad_name,side_a,side_b,date_start,date_end,date_prec,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,event_clarity,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low';

  it('reads every row of the data set', () => {
    expect(existsSync(file)).toBe(true);
    const reading = readCsv(gunzipSync(readFileSync(file)).toString('utf8'), 'ucdp.csv');
    expect(reasons(reading)).toEqual([]);
    expect(reading.rowsRead).toBe(3971);
    expect(new Set(reading.entries.map(({ id }) => id)).size).toBe(3971);
    expect(reading.entries.reduce((sum, entry) => sum + Number(entry.arguments['deaths']), 0)).toBeGreaterThan(10_000);
  });

  it('names one of two sides, the local day, and how rough the place is', () => {
    const reading = readCsv(`${header}\n1,R,GED 23.1 (as stored),Clear,1,,,Government of Ukraine,DPR,2015-02-15,2015-02-16,1,2,Debaltseve town,Donetsk oblast,,48.34,38.40,1,0,3,0,0,3,3,3\n2,R,GED 23.1,Clear,3,,,Government of Russia (Soviet Union),Civilians,2022-03-01,2022-03-01,1,7,,,,,,2,0,0,4,0,4,9,4\n3,R,GED 23.1,Clear,1,,,Government of Ukraine,DPR,2015-02-31,2015-02-16,1,2,x,,,48,38,1,0,3,0,0,3,3,3\n`, 'u.csv');
    expect(reading.entries[0]).toMatchObject({
      id: 'ucdp-1', act: 'attack', actor: { kind: 'one of', names: ['DPR', 'Ukraine'] }, occurred: { from: Date.UTC(2015, 1, 14, 22), to: Date.UTC(2015, 1, 16, 22) - 1 }, place: { latitude: 48.34, withinKm: 25 }, arguments: { deaths: 3, violence: 'state-based' },
    });
    expect(reading.entries[1]).toMatchObject({ actor: { kind: 'one', name: 'Russia' }, on: { kind: 'one', name: 'Civilians', outsider: true }, arguments: { 'civilian-deaths': 4 } });
    expect(reading.entries[1]?.place).toBeUndefined();
    expect(reasons(reading)).toEqual([expect.stringMatching(/^4: .*2015-02-31/)]);
  });
});

describe('random input', () => {
  it('random bytes never throw, and every row is an entry or set aside', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, truncated) => {
      const text = new TextDecoder().decode(bytes);
      for (const read of [readJsonLines, readCsv]) addsUp(read(text, 'f', { truncated }));
    }), { numRuns });
  });

  it('random rows never throw, and every row is an entry or set aside', () => {
    const field = fc.oneof(fc.constantFrom('', '"', '1', 'notify', 'Ukraine', '2025-02-15', '99', '-1', '"a""b"', 'B2', '\n'), fc.string({ maxLength: 6 }));
    fc.assert(fc.property(fc.array(fc.array(field, { minLength: 3, maxLength: 6 }), { maxLength: 8 }), (rows) => {
      addsUp(readCsv(['act,actor,occurredAt,latitude,longitude', ...rows.map((row) => row.join(','))].join('\n'), 'f'));
    }), { numRuns: Math.ceil(numRuns / 4) });
  });
});
