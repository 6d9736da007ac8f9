/** Whether a place lies in a zone of the treaty, three-valued, with the distance that decided. */
import type { Instant, Place, Treaty, Truth } from '../treaty/index.js';
import { levelName, type Atlas } from './atlas.js';
import { agreement, testFinely } from './combine.js';
import { coverOf } from './cover.js';
import { drawingOf } from './draw.js';
import type { Disc, Finding, Shape } from './shapes.js';

/** `text` says why in plain words: `12 km inside \`UA-14\`, known within 5 km`. */
export interface Membership { readonly truth: Truth; readonly text: string }

export interface ZoneTester {
  /**
   * `zoneName` is a zone of the treaty or a name of the atlas. True where the whole disc of doubt lies inside, false where all of it lies
   * outside, else undetermined; so are an absent place and a name that neither the treaty nor the atlas knows. Zones are drawn once, as of
   * the date the treaty gives; the instant asked about is not used, since no zone of the language moves by itself.
   */
  membership(zoneName: string, place: Place | undefined, at: Instant): Membership;
}

const MOST_REMEMBERED = 200_000;

export function zoneTester(treaty: Treaty, atlas: Atlas): ZoneTester {
  const drawing = drawingOf(treaty, atlas);
  const remembered = new Map<string, Map<string, Membership>>();
  /** The same by the place itself: several clauses ask of one entry. */
  const asked = new WeakMap<Place, Map<string, Membership>>();
  const covers = new Map<string, readonly Disc[]>();

  /** A place known by the name of a region: anywhere in it. */
  function anywhereIn(name: string, zoneName: string, shape: Shape): Finding | undefined {
    if (levelName(name) === levelName(zoneName)) return { truth: 'true', text: `somewhere in \`${name}\`` };
    const region = drawing.named(name);
    if (!region) return undefined;
    const key = levelName(name);
    let cover = covers.get(key);
    if (!cover) {
      cover = coverOf(region);
      covers.set(key, cover);
    }
    if (cover.length === 0) return { truth: 'undetermined', text: `\`${name}\` has no extent to compare with` };
    const truth = agreement(cover.map((disc) => (cover.length > 20 ? shape.test(disc) : testFinely(shape, disc))));
    const where = truth === 'true' ? 'lies inside' : truth === 'false' ? 'lies outside' : 'lies partly inside';
    return { truth, text: `somewhere in \`${name}\`, which ${where} \`${zoneName}\`` };
  }

  function judge(zoneName: string, place: Place): Membership {
    const shape = drawing.named(zoneName);
    if (!shape) return { truth: 'undetermined', text: `neither the treaty nor the atlas knows a place \`${zoneName}\`` };
    const { latitude, longitude, name } = place;
    if (latitude === undefined || longitude === undefined) {
      if (name === undefined) return { truth: 'undetermined', text: 'the record does not say where' };
      const finding = anywhereIn(name, zoneName, shape);
      return finding ? plain(finding) : { truth: 'undetermined', text: `the atlas has no place \`${name}\`` };
    }
    const finding = testFinely(shape, { latitude, longitude, withinKm: place.withinKm ?? 0 });
    if (finding.truth !== 'undetermined' || name === undefined) return plain(finding);
    // The record may state both a rough point and the region it lies in; the region may settle what the point cannot.
    const region = anywhereIn(name, zoneName, shape);
    return plain(region && region.truth !== 'undetermined' ? region : finding);
  }

  return {
    membership(zoneName, place) {
      if (!place) return { truth: 'undetermined', text: 'the record does not say where' };
      let zones = asked.get(place);
      if (!zones) asked.set(place, zones = new Map());
      const same = zones.get(zoneName);
      if (same) return same;
      let known = remembered.get(zoneName);
      if (!known) {
        known = new Map();
        remembered.set(zoneName, known);
      }
      const key = `${place.latitude ?? ''} ${place.longitude ?? ''} ${place.withinKm ?? ''} ${place.name ?? ''}`;
      const now = known.get(key) ?? judge(zoneName, place);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, now);
      zones.set(zoneName, now);
      return now;
    },
  };
}

function plain({ truth, text }: Finding): Membership { return { truth, text }; }
