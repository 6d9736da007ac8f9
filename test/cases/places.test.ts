/** Article 6 of the North Atlantic Treaty on the ground: towns and islands on either side of its edges. Coordinates: general knowledge, to about a kilometre. */
import { describe, expect, it } from 'vitest';
import { zoneTester } from '../../src/geo/index.js';
import { shippedAtlas } from '../geo/atlas-file.js';
import { treatyOf } from './library.js';

const tester = zoneTester(treatyOf('north-atlantic.casus'), shippedAtlas());
const truth = (zone: string, latitude: number, longitude: number): string => tester.membership(zone, { latitude, longitude, withinKm: 0 }, 0).truth;

type Spot = readonly [name: string, latitude: number, longitude: number];
const INSIDE: readonly Spot[] = [
  ['Tarifa', 36.013, -5.606], ['Gibraltar', 36.14, -5.35], ['Alborán', 35.939, -3.034], ['Las Palmas', 28.1, -15.41], ['Arrecife', 28.96, -13.55], ['Corralejo', 28.74, -13.87], ['Funchal', 32.65, -16.9], ['Ponta Delgada', 37.74, -25.67], ['Hamilton, Bermuda', 32.29, -64.78],
  ['Pantelleria', 36.83, 11.95], ['Lampedusa', 35.5, 12.6], ['Kastellorizo', 36.15, 29.59], ['Rhodes', 36.43, 28.22], ['Karpathos', 35.5, 27.21], ['Gavdos', 34.84, 24.08], ['Imia', 37.05, 27.15], ['Anamur', 36.08, 32.84], ['Dörtyol', 36.84, 36.22], ['Antakya', 36.2, 36.16], ['Yayladağı', 35.9, 36.06],
  ['Reyhanlı', 36.27, 36.57], ['Kilis', 36.72, 37.12], ['Suruç', 36.98, 38.43], ['Akçakale', 36.711, 38.947], ['Nusaybin', 37.07, 41.215], ['Silopi', 37.25, 42.47], ['Hakkari', 37.57, 43.74], ['Doğubayazıt', 39.55, 44.08], ['Kars', 40.6, 43.1], ['Hopa', 41.4, 41.43],
  ['Narva', 59.38, 28.19], ['Kuressaare', 58.25, 22.48], ['Suwałki', 54.1, 22.93], ['Przewodów', 50.47, 23.93], ['Galați', 45.44, 28.05], ['Plauru', 45.31, 28.81], ['Sulina', 45.16, 29.65], ['Constanța', 44.17, 28.65], ['Dubrovnik', 42.65, 18.09], ['Vukovar', 45.35, 19],
  ['Kirkenes', 69.73, 30.05], ['Longyearbyen', 78.22, 15.65], ['Reykjavik', 64.15, -21.94], ['Nuuk', 64.18, -51.72], ['Saint-Pierre', 46.78, -56.17], ['Anchorage', 61.2, -149.9], ['San Diego', 32.7, -117.16], ['Key West', 24.55, -81.8],
];
const OUTSIDE: readonly Spot[] = [
  ['Perejil', 35.914, -5.419], ['Ceuta', 35.889, -5.31], ['Melilla', 35.293, -2.938], ['Tangier', 35.78, -5.81], ['Tarfaya', 27.94, -12.93], ['Agadir', 30.42, -9.6], ['Kelibia', 36.85, 11.1], ['Mahdia', 35.5, 11.06], ['Latakia', 35.52, 35.78], ['Azaz', 36.586, 37.045], ['Kobani', 36.885, 38.35],
  ['Tell Abyad', 36.69, 38.956], ['Qamishli', 37.04, 41.23], ['Zakho', 37.14, 42.68], ['Idlib', 35.93, 36.63], ['Balyun', 35.7, 36.5], ['Afrin', 36.51, 36.87], ['Gyumri', 40.79, 43.85], ['Batumi', 41.65, 41.64], ['Tbilisi', 41.7, 44.8], ['Urmia', 37.55, 45.07],
  ['Kaliningrad', 54.71, 20.5], ['Pskov', 57.82, 28.4], ['Murmansk', 68.97, 33.08], ['Minsk', 53.9, 27.56], ['Lviv', 49.84, 24.03], ['Kyiv', 50.45, 30.52], ['Odesa', 46.48, 30.72], ['Chișinău', 47, 28.9], ['Belgrade', 44.8, 20.47], ['Sarajevo', 43.86, 18.41], ['Pristina', 42.66, 21.17], ['Mitrovica', 42.89, 20.87],
  ['Honolulu', 21.3, -157.86], ['San Juan', 18.47, -66.1], ['Fort-de-France', 14.6, -61.07], ['Guam', 13.44, 144.79], ['Stanley', -51.7, -57.85], ['Saint-Denis, Réunion', -20.9, 55.45], ['Nouméa', -22.27, 166.44], ['Diego Garcia', -7.3, 72.4], ['Goa', 15.49, 73.83],
];
const SEA: readonly Spot[] = [['Gulf of Sidra', 32.5, 18.5], ['off Sinai', 31.39, 33.38], ['off Latakia', 35.8, 35.6], ['off Tripoli', 33.2, 13.2], ['Atlantic at 30 N', 30, -40], ['off Dakhla', 24, -17], ['Norwegian Sea', 68, 5], ['Baltic', 56, 18], ['Aegean', 38.5, 25]];
const NOT_SEA: readonly Spot[] = [['Beirut', 33.85, 35.5], ['Port Said', 31.25, 32.28], ['Tunis', 36.8, 10.18], ['Algiers', 36.75, 3.05], ['Cairo', 30, 31.2], ['Red Sea', 14, 42.5], ['Atlantic at 20 N', 20, -40], ['Caribbean', 18, -70]];

describe('the area of article 6', () => {
  it.each(INSIDE)('%s lies inside', (_name, latitude, longitude) => { expect(truth('treaty-area', latitude, longitude)).toBe('true'); });
  it.each(OUTSIDE)('%s lies outside', (_name, latitude, longitude) => { expect(truth('treaty-area', latitude, longitude)).toBe('false'); });
  it.each(SEA)('vessels are covered: %s', (_name, latitude, longitude) => { expect(truth('area-of-forces', latitude, longitude)).toBe('true'); });
  it.each(NOT_SEA)('vessels are not covered: %s', (_name, latitude, longitude) => { expect(truth('area-of-forces', latitude, longitude)).toBe('false'); });
  it('leaves open what the text leaves open: the Black Sea, Cyprus', () => {
    expect(truth('treaty-area', 43.2, 34)).toBe('undetermined');
    expect(truth('treaty-area', 34.59, 32.99)).toBe('undetermined');
  });
});
