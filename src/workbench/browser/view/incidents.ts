/** Entries as marks of the map: one per spot and precision, and nearby spots gathered so that no mark hides another. */
import type { Entry } from '../../../treaty/index.js';
import { plural } from './names.js';
import { toneOf, type Judgements } from './record.js';
import type { Tone } from './standing.js';

export interface Incident {
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  readonly tone: Tone;
  readonly words: string;
  /** Radius of doubt in km. */
  readonly withinKm: number;
  /** Where it stands for one entry alone. */
  readonly entry?: Entry;
  readonly ids?: readonly string[];
  /** Of the count, how many led to a breach or stay undetermined. */
  readonly broken?: number;
  readonly unknown?: number;
}

/** A place of the atlas by name: its middle, and how far it reaches. */
export type Placed = (name: string) => readonly [longitude: number, latitude: number, withinKm?: number] | undefined;

/** Known only by district or region from here on. */
const ROUGH_KM = 50;
const isRough = ({ withinKm }: Incident): boolean => withinKm >= ROUGH_KM;

interface Spot { readonly longitude: number; readonly latitude: number; withinKm: number; readonly entries: Entry[] }

function spotsOf(entries: readonly Entry[], placed: Placed): readonly Spot[] {
  const spots = new Map<string, Spot>();
  for (const entry of entries) {
    const { place } = entry;
    const [longitude, latitude, reach] = place?.latitude !== undefined && place.longitude !== undefined ? [place.longitude, place.latitude, place.withinKm ?? 0] : (place?.name === undefined ? [] : placed(place.name) ?? []);
    if (longitude === undefined || latitude === undefined) continue;
    const withinKm = reach ?? 0;
    const key = `${longitude.toFixed(3)},${latitude.toFixed(3)},${withinKm >= ROUGH_KM ? 'rough' : ''}`;
    const spot = spots.get(key);
    if (spot) { spot.entries.push(entry); spot.withinKm = Math.max(spot.withinKm, withinKm); } else spots.set(key, { longitude, latitude, withinKm, entries: [entry] });
  }
  return [...spots.values()];
}

/** One per spot, the most entries first. Entries without a place are not among them. */
export function incidents(entries: readonly Entry[], judgements: Judgements, placed: Placed): readonly Incident[] {
  return spotsOf(entries, placed).map((spot): Incident => {
    const tones = spot.entries.map(({ id }) => toneOf(judgements.get(id)));
    const broken = tones.filter((tone) => tone === 'broken').length;
    const unknown = tones.filter((tone) => tone === 'unknown').length;
    const [first] = spot.entries;
    const only = spot.entries.length === 1 ? first : undefined;
    return {
      longitude: spot.longitude, latitude: spot.latitude, withinKm: spot.withinKm, count: spot.entries.length, broken, unknown, ids: spot.entries.map(({ id }) => id),
      // That an attack met a definition, or that help came after it, is no merit of the attack: such marks stay as quiet as any other.
      tone: broken > 0 ? 'broken' : unknown > 0 ? 'unknown' : 'waiting', ...(only ? { entry: only } : {}),
      words: only ? wordsOf(only) : nameOf(spot.entries),
    };
  }).sort((a, b) => b.count - a.count);
}

const wordsOf = (entry: Entry): string =>
  [entry.place?.name ?? entry.act, entry.arguments['severity'] === undefined ? '' : `severity ${entry.arguments['severity']}`].filter((word) => word !== '').join(' · ');

/** The name most entries give the spot. */
function nameOf(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { place, act } of entries) { const name = place?.name ?? act; counts.set(name, (counts.get(name) ?? 0) + 1); }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

export interface Mark extends Incident { readonly x: number; readonly y: number; readonly r: number; readonly spots: number; /** Of the count, how many are known only by district or region. */ readonly rough: number }

const LEAST_R = 4.5;
const MOST_R = 18;
/** On a drawing this narrow, in pixels, marks stay smaller. */
const NARROW = 460;
const MOST_R_NARROW = 13;
/** So many entries at one mark, where none has more, are not drawn at the greatest size. */
const FEW = 40;
const APART = 5;

/** Spots less than a mark apart become one mark, at the spot with the most entries. `at` gives nothing for what lies off the drawing. */
export function marks(spots: readonly Incident[], at: (longitude: number, latitude: number) => readonly [number, number] | undefined, frame: number): readonly Mark[] {
  const most = frame < NARROW ? MOST_R_NARROW : MOST_R;
  const total = spots.reduce((sum, { count }) => sum + count, 0);
  const scale = Math.max(FEW, total / 4);
  const radius = (count: number): number => Math.min(most, LEAST_R + (most - LEAST_R) * Math.sqrt(count / scale));
  const gathered: { spot: Incident; x: number; y: number; members: Incident[]; count: number }[] = [];
  // What is known by the village gives the mark its place.
  for (const spot of [...spots.filter((one) => !isRough(one)), ...spots.filter(isRough)]) {
    const point = at(spot.longitude, spot.latitude);
    if (!point) continue;
    const near = gathered.find((one) => Math.hypot(one.x - point[0], one.y - point[1]) < radius(one.count) + radius(spot.count) + APART);
    if (near) { near.members.push(spot); near.count += spot.count; } else gathered.push({ spot, x: point[0], y: point[1], members: [spot], count: spot.count });
  }
  return gathered.map(({ spot, x, y, members, count }): Mark => {
    const sum = (of: (one: Incident) => number): number => members.reduce((all, one) => all + of(one), 0);
    const broken = sum((one) => one.broken ?? (one.tone === 'broken' ? one.count : 0));
    const unknown = sum((one) => one.unknown ?? (one.tone === 'unknown' ? one.count : 0));
    const { entry, ...rest } = spot;
    return {
      ...rest, ...(members.length === 1 && entry ? { entry } : {}), x, y, r: radius(count), rough: sum((one) => (isRough(one) ? one.count : 0)), count, broken, unknown, spots: members.length, withinKm: Math.max(...members.map(({ withinKm }) => withinKm)),
      ids: members.flatMap(({ ids }) => ids ?? []), tone: broken > 0 ? 'broken' : unknown > 0 ? 'unknown' : spot.tone,
    };
  });
}

/** What a mark stands for, in words. */
export function markWords(mark: Mark): string {
  const place = mark.spots > 1 ? `${mark.words} and nearby` : mark.words;
  const many = mark.count === 1 ? '' : `, ${plural(mark.count, 'entry', 'entries')}`;
  const parts = [mark.broken ? `${mark.broken} breaching` : '', mark.unknown ? `${mark.unknown} undetermined` : ''].filter((words) => words !== '').join(', ');
  return `${place}${many}${parts === '' ? '' : `: ${parts}`}${mark.rough === 0 ? '' : `; ${mark.rough === mark.count ? '' : `${mark.rough.toLocaleString('en-GB')} of them `}known only by district or region`}`;
}
