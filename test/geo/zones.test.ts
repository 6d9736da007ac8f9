/** Places in zones: three-valued, with discs of doubt, on the shipped atlas. */
import { describe, expect, it } from 'vitest';
import type { Place, ZoneShape } from '../../src/treaty/index.js';
import { buildAtlas, emptyAtlas, missingPlaces, zoneTester, type ZoneTester } from '../../src/geo/index.js';
import { shippedAtlas } from './atlas-file.js';
import { inZone, line, place, span, treatyOf, zone } from './treaty-of-zones.js';

const at = (latitude: number, longitude: number, withinKm = 0): Place => ({ latitude, longitude, withinKm });
const strip = (name: string, distanceKm: number, side?: string): ZoneShape => ({ kind: 'strip', distanceKm, line: name, span, ...(side === undefined ? {} : { side }) });
const agreed: ZoneShape = { kind: 'to be agreed', span };
const truthOf = (tester: ZoneTester) => (name: string, where: Place | undefined): string => tester.membership(name, where, 0).truth;

describe('zones on the shipped atlas', () => {
  const tester = zoneTester(treatyOf([
    zone('covered-area', [place('ukraine-1991')], [place('contact-buffer')]),
    zone('certain-areas', [place('UA-14'), place('UA-09')]),
    zone('rest', [place('ukraine-1991')], [inZone('certain-areas')]),
    zone('ours', [strip('contact', 25, 'Ukraine')]),
    zone('theirs', [strip('contact', 25, 'certain-areas')]),
    zone('someone-s', [strip('contact', 25, 'France')]),
    zone('along', [strip('contact', 25)]),
    zone('open-width', [{ kind: 'strip', distanceKm: { kind: 'to be agreed', span }, line: 'contact', side: 'Ukraine', span }]),
    zone('now-held', [strip('front', 100, 'Russia')]),
    zone('loop', [inZone('loop')]),
    zone('later', [agreed]),
    zone('partly-later', [place('UA-14'), agreed]),
    zone('atlantis', [place('Atlantis')]),
  ], [line('contact', 'minsk-contact-line', '2015-02-15'), line('front', 'contact-line', '2025-08-15')]), shippedAtlas());
  const truth = truthOf(tester);

  it('knows towns, oblasts by code and name, countries by code and name', () => {
    expect(truth('covered-area', { name: 'Kharkiv' })).toBe('true');
    expect(truth('UA-63', { name: 'Kharkiv' })).toBe('true');
    expect(truth('Kharkiv oblast', { name: 'Kharkiv' })).toBe('true');
    expect(truth('UA-14', { name: 'Kharkiv' })).toBe('false');
    expect(truth('POL', { name: 'Warsaw' })).toBe('true');
    expect(truth('Poland', at(50.471, 23.934))).toBe('true');
    expect(truth('Ukraine', at(50.471, 23.934))).toBe('false');
    expect(truth('FRA', { name: 'Paris' })).toBe('true');
    expect(truth('Ukraine', { name: 'Crimea' })).toBe('true');
    expect(truth('Russia', { name: 'Crimea' })).toBe('false');
    expect(truth('Ukraine', { name: 'Snake Island' })).toBe('true');
  });

  it('is undetermined where the disc of doubt crosses the border, and says by how much', () => {
    const verdict = tester.membership('UA-14', at(48.6, 38.2, 25), 0);
    expect(verdict.truth).toBe('undetermined');
    expect(verdict.text).toMatch(/^\d+(\.\d)? km inside `UA-14`, but known only within 25 km$/);
    expect(tester.membership('UA-14', at(48.2, 37.4, 25), 0).text).toMatch(/^\d+ km inside `UA-14`, known within 25 km$/);
  });

  it('drops the border between two parts of one zone', () => {
    const onTheOblastBorder = at(48.6, 38.35, 25);
    expect(truth('UA-14', onTheOblastBorder)).toBe('undetermined');
    expect(truth('UA-09', onTheOblastBorder)).toBe('undetermined');
    expect(truth('certain-areas', onTheOblastBorder)).toBe('true');
    expect(truth('rest', onTheOblastBorder)).toBe('false');
  });

  it('takes a place known only by region as anywhere in it', () => {
    expect(truth('certain-areas', { name: 'UA-14' })).toBe('true');
    expect(truth('certain-areas', { name: 'UA-63' })).toBe('false');
    expect(truth('covered-area', { name: 'UA-14' })).toBe('undetermined');
    expect(truth('ukraine-1991', { name: 'certain-areas' })).toBe('true');
    expect(truth('UA-14', { ...at(48.14, 37.74, 150), name: 'UA-14' })).toBe('true');
    expect(truth('UA-63', { ...at(48.14, 37.74, 200), name: 'UA-14' })).toBe('false');
  });

  it('tells the sides of the Minsk line', () => {
    const pokrovskWay = at(48.2, 37.6);
    const donetsk = at(48.0, 37.8);
    expect(truth('ours', pokrovskWay)).toBe('true');
    expect(truth('theirs', pokrovskWay)).toBe('false');
    expect(truth('ours', donetsk)).toBe('false');
    expect(truth('theirs', donetsk)).toBe('true');
    expect(truth('ours', { name: 'Avdiivka' })).toBe('undetermined');
    expect(truth('along', { name: 'Avdiivka' })).toBe('true');
    expect(truth('ours', { name: 'Kyiv' })).toBe('false');
    expect(truth('someone-s', pokrovskWay)).toBe('undetermined');
    expect(tester.membership('someone-s', pokrovskWay, 0).text).toContain('does not say which side');
    expect(truth('open-width', pokrovskWay)).toBe('undetermined');
    expect(truth('open-width', donetsk)).toBe('false');
  });

  it('tells sides of the later line by the areas held, and takes the line of the date', () => {
    expect(truth('now-held', { name: 'Donetsk' })).toBe('true');
    expect(truth('now-held', { name: 'Dnipro' })).toBe('false');
    expect(tester.membership('now-held', { name: 'Donetsk' }, 0).text).not.toContain('atlas does not');
    expect(tester.membership('now-held', at(48.0, 37.8), 0).text).toContain('as of 2024-08-16');
  });

  it('is undetermined about what nobody drew', () => {
    expect(truth('loop', at(50, 30))).toBe('undetermined');
    expect(truth('later', at(50, 30))).toBe('undetermined');
    expect(truth('partly-later', { name: 'Donetsk' })).toBe('true');
    expect(truth('partly-later', { name: 'Lviv' })).toBe('undetermined');
    expect(tester.membership('atlantis', at(50, 30), 0)).toEqual({ truth: 'undetermined', text: 'the atlas has no place `Atlantis`' });
    expect(truth('covered-area', undefined)).toBe('undetermined');
    expect(truth('covered-area', {})).toBe('undetermined');
    expect(tester.membership('covered-area', { name: 'a field near the river' }, 0).text).toBe('the atlas has no place `a field near the river`');
    expect(truth('no-such-zone', at(50, 30))).toBe('undetermined');
  });

  it('draws continents, with doubt at coarse coasts and none far off', () => {
    expect(truth('North America', { name: 'New York' })).toBe('true');
    expect(truth('North America', at(40.7, -74.0))).toBe('true');
    expect(truth('north-america', at(15.4, 73.9))).toBe('false');
    expect(truth('Europe', at(15.4, 73.9))).toBe('false');
    expect(truth('North America', at(21.3, -157.9))).toBe('false');
    expect(truth('Europe', { name: 'Warsaw' })).toBe('true');
    expect(truth('europe-states', at(59.8, 26.4))).toBe('undetermined');
    expect(truth('Europe', at(5, -53))).toBe('false');
    expect(truth('Europe', at(52.3, 14.5, 40))).toBe('true');
    expect(truth('France', at(48.57, 7.75))).toBe('undetermined');
    expect(truth('Antarctica', at(-89, 20))).toBe('true');
    expect(truth('Ukraine', at(46.3, 30.85))).toBe('undetermined');
  });
});

describe('zones without an atlas', () => {
  const corners = (...list: [number, number][]): ZoneShape => ({ kind: 'polygon', corners: list.map(([latitude, longitude]) => ({ latitude, longitude })), span });
  const tester = zoneTester(treatyOf([
    zone('box', [corners([10, 10], [10, 20], [20, 20], [20, 10])]),
    zone('pacific', [corners([10, 170], [10, -160], [-20, -160], [-20, 170])]),
    zone('north', [{ kind: 'band', south: 23.44, span }]),
    zone('crossing', [{ kind: 'band', west: 170, east: -170, span }]),
    zone('east-of', [{ kind: 'band', west: 20, span }]),
    zone('cut', [{ kind: 'both', of: [corners([10, 10], [10, 20], [20, 20], [20, 10]), { kind: 'band', south: 15, span }], span }]),
    zone('halves', [corners([10, 10], [10, 15], [20, 15], [20, 10]), { kind: 'both', of: [corners([10, 14], [10, 20], [20, 20], [20, 14]), { kind: 'band', west: 15, span }], span }]),
  ]), emptyAtlas);
  const truth = truthOf(tester);

  it('tests polygons, also across the date line', () => {
    expect(truth('box', at(15, 15))).toBe('true');
    expect(truth('box', at(15, 15, 500))).toBe('true');
    expect(truth('box', at(15, 15, 600))).toBe('undetermined');
    expect(truth('box', at(15, 25))).toBe('false');
    expect(truth('box', at(15, 25, 600))).toBe('undetermined');
    expect(truth('pacific', at(0, 179))).toBe('true');
    expect(truth('pacific', at(0, -179))).toBe('true');
    expect(truth('pacific', at(0, 0))).toBe('false');
    expect(truth('pacific', at(0, -159.9, 20))).toBe('undetermined');
  });

  it('tests bands of latitude and longitude', () => {
    expect(truth('north', at(23.5, -40))).toBe('true');
    expect(truth('north', at(23.5, -40, 25))).toBe('undetermined');
    expect(truth('north', at(23.4, -40))).toBe('false');
    expect(truth('crossing', at(0, 180))).toBe('true');
    expect(truth('crossing', at(0, -175))).toBe('true');
    expect(truth('crossing', at(0, 0))).toBe('false');
    expect(truth('east-of', at(50, 30))).toBe('true');
    expect(truth('east-of', at(50, 10))).toBe('false');
    expect(truth('east-of', at(50, 21, 100))).toBe('undetermined');
  });

  it('combines shapes, and cuts a disc that no part holds alone', () => {
    expect(truth('cut', at(17, 15))).toBe('true');
    expect(truth('cut', at(13, 15))).toBe('false');
    expect(truth('halves', at(15, 15, 100))).toBe('true');
    expect(truth('halves', at(15, 15, 700))).toBe('undetermined');
  });
});

describe('lists of what the atlas lacks', () => {
  it('names places and lines that neither the treaty nor the atlas knows', () => {
    const treaty = treatyOf([zone('a', [place('Atlantis'), inZone('b'), place('Kyiv')]), zone('b', [strip('front', 5), strip('nowhere-line', 5)])], [line('front', 'contact-line'), line('old', 'line of 1389')]);
    expect(missingPlaces(treaty, shippedAtlas()).map((one) => one.name).sort()).toEqual(['Atlantis', 'line of 1389', 'nowhere-line']);
  });
  it('says which map is not of the documented form', () => {
    expect(() => buildAtlas([{ map: { file: 'broken.geojson' }, collection: { type: 'Feature' } }])).toThrow('`broken.geojson`');
  });
});
