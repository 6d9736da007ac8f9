/** Strips along a line, sides of a line, and bands of latitude and longitude. */
import type { AtlasFeature, LineSide, Position } from './atlas.js';
import { levelName } from './atlas.js';
import { edgeIndex, type EdgeIndex } from './nearest.js';
import { EARTH_KM, wrapLongitude } from './sphere.js';
import { all, doubtWords, kmWords, not, type Box, type Disc, type Finding, type Shape } from './shapes.js';

const KM_PER_DEGREE = (EARTH_KM * Math.PI) / 180;

export interface DrawnLine { readonly words: string; readonly index: EdgeIndex; readonly doubtKm: number; readonly boxes: readonly Box[]; readonly feature: AtlasFeature }

/** The edges of a line, of an area's outline, or of the spot itself, ready to be measured. */
export function drawnLine(words: string, feature: AtlasFeature): DrawnLine {
  const { geometry } = feature;
  const runs: readonly (readonly Position[])[] = geometry.kind === 'line' ? geometry.parts
    : geometry.kind === 'area' ? geometry.polygons.flat().map((ring) => [...ring, ...ring.slice(0, 1)]) : geometry.kind === 'point' ? [[geometry.position, geometry.position]] : [];
  const edges = runs.flatMap((run) => run.slice(1).map((to, index) => ({ from: run[index] as Position, to })));
  const boxes = runs.filter((run) => run.length > 0).map((run) => ({
    west: Math.min(...run.map((p) => p[0])), east: Math.max(...run.map((p) => p[0])), south: Math.min(...run.map((p) => p[1])), north: Math.max(...run.map((p) => p[1])),
  }));
  return { words, index: edgeIndex(edges), doubtKm: feature.doubtKm ?? 0, boxes, feature };
}

/** Within a distance of the line; an undefined distance is still to be agreed. */
export function stripShape(line: DrawnLine, reachKm: number | undefined, side?: Shape): Shape {
  const grow = (reachKm ?? 0) + line.doubtKm;
  const near = (disc: Disc): Finding => {
    const nearest = line.index.nearest(disc.latitude, disc.longitude);
    if (!nearest) return { truth: 'undetermined', text: `${line.words} has no course` };
    const slack = disc.withinKm + line.doubtKm;
    const drawn = line.doubtKm > 0 ? `, the line drawn to within ${kmWords(line.doubtKm)}` : '';
    const text = `${kmWords(nearest.km)} from ${line.words}${doubtWords(disc)}${drawn}`;
    if (reachKm === undefined) return { truth: 'undetermined', text: `${text}; the width is to be agreed` };
    const truth = nearest.km + slack <= reachKm ? 'true' : nearest.km - slack > reachKm ? 'false' : 'undetermined';
    return { truth, km: reachKm - nearest.km, text };
  };
  return {
    boxes: line.boxes.map((box) => grown(box, grow)),
    test(disc) {
      const distance = near(disc);
      if (!side || distance.truth === 'false') return distance;
      const which = side.test(disc);
      const truth = all([distance.truth, which.truth]);
      const text = which.truth === 'false' ? which.text : `${distance.text}; ${which.text}`;
      return { truth, text, ...(distance.km === undefined ? {} : { km: which.truth === 'false' ? -Math.abs(distance.km) : distance.km }) };
    },
  };
}

export function grown(box: Box, km: number): Box {
  const dLat = km / KM_PER_DEGREE;
  const widest = Math.min(89, Math.max(Math.abs(box.south), Math.abs(box.north)) + dLat);
  const dLon = Math.min(180, dLat / Math.cos((widest * Math.PI) / 180));
  return { west: box.west - dLon, east: box.east + dLon, south: Math.max(-90, box.south - dLat), north: Math.min(90, box.north + dLat) };
}

/**
 * Which side of the line a party holds, as the atlas states it: an area it holds (or all but that area), else the left or right of the line's
 * direction at its nearest point. Undetermined where the atlas says nothing of the party or the disc reaches the line.
 */
export function sideShape(line: DrawnLine, party: string, areaNamed: (names: readonly string[]) => Shape): Shape {
  const wanted = levelName(party);
  const side = line.feature.sides?.find((one) => one.names.some((name) => levelName(name) === wanted));
  const open = (text: string): Shape => ({ boxes: line.boxes, test: () => ({ truth: 'undetermined', text }) });
  if (!side) return open(`the atlas does not say which side of ${line.words} is \`${party}\`'s`);
  if (side.areas !== undefined) return heldArea(line, party, side, areaNamed(side.areas));
  const sign = side.hand === 'left' ? 1 : -1;
  return {
    boxes: line.boxes,
    test(disc) {
      const nearest = line.index.nearest(disc.latitude, disc.longitude);
      if (!nearest) return { truth: 'undetermined', text: `${line.words} has no course` };
      return sided(party, nearest.hand * sign > 0 ? nearest.km : -nearest.km, disc.withinKm + line.doubtKm);
    },
  };
}

function heldArea(line: DrawnLine, party: string, side: LineSide, area: Shape): Shape {
  return {
    boxes: line.boxes,
    test(disc) {
      const within = area.test({ ...disc, withinKm: 0 });
      const nearest = line.index.nearest(disc.latitude, disc.longitude);
      const own = side.outside ? not(within.truth) : within.truth;
      if (own === 'undetermined' || !nearest) return { truth: 'undetermined', text: `which side is open: ${within.text}` };
      return sided(party, own === 'true' ? nearest.km : -nearest.km, disc.withinKm + line.doubtKm);
    },
  };
}

function sided(party: string, km: number, slack: number): Finding {
  if (Math.abs(km) < slack) return { truth: 'undetermined', km, text: `too near the line to tell whether it is \`${party}\`'s side` };
  return km >= 0 ? { truth: 'true', km, text: `on \`${party}\`'s side` } : { truth: 'false', km, text: `not on \`${party}\`'s side of the line (${kmWords(km)} beyond it)` };
}

/** A band of latitude and longitude; a longitude without its counterpart opens the half of the globe beyond it. */
export function bandShape(band: { readonly south?: number; readonly north?: number; readonly west?: number; readonly east?: number }): Shape {
  const west = band.west ?? (band.east === undefined ? undefined : band.east - 180);
  const span = west === undefined ? 360 : band.west === undefined || band.east === undefined ? 180 : (((band.east - band.west) % 360) + 360) % 360 || 360;
  const bounds = [
    ...(band.south === undefined ? [] : [`north of ${degrees(band.south, 'N', 'S')}`]), ...(band.north === undefined ? [] : [`south of ${degrees(band.north, 'N', 'S')}`]),
    ...(band.west === undefined ? [] : [`east of ${degrees(band.west, 'E', 'W')}`]), ...(band.east === undefined ? [] : [`west of ${degrees(band.east, 'E', 'W')}`]),
  ].join(', ');
  return {
    boxes: [{ south: band.south ?? -90, north: band.north ?? 90, west: west ?? -180, east: (west ?? -180) + span }],
    test(disc) {
      const margins: number[] = [];
      if (band.south !== undefined) margins.push((disc.latitude - band.south) * KM_PER_DEGREE);
      if (band.north !== undefined) margins.push((band.north - disc.latitude) * KM_PER_DEGREE);
      if (west !== undefined && span < 360) {
        const offset = (((disc.longitude - west) % 360) + 360) % 360;
        const edge = Math.min(meridianKm(disc, west), meridianKm(disc, west + span));
        margins.push(offset <= span ? edge : -edge);
      }
      const km = Math.min(...margins, Infinity);
      const truth = km >= disc.withinKm ? 'true' : km < -disc.withinKm || (disc.withinKm === 0 && km < 0) ? 'false' : 'undetermined';
      if (km === Infinity) return { truth, text: 'anywhere' };
      return { truth, km, text: `${kmWords(km)} ${km >= 0 ? 'inside' : 'outside'} the area ${bounds}${doubtWords(disc)}` };
    },
  };
}

function meridianKm(disc: Disc, longitude: number): number {
  const turn = (wrapLongitude(disc.longitude - longitude) * Math.PI) / 180;
  const cos = Math.cos((disc.latitude * Math.PI) / 180);
  // Beyond a quarter turn the nearest point of the half meridian is a pole.
  if (Math.abs(turn) > Math.PI / 2) return (90 - Math.abs(disc.latitude)) * KM_PER_DEGREE;
  return EARTH_KM * Math.asin(Math.min(1, Math.abs(cos * Math.sin(turn))));
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value)}${value < 0 ? negative : positive}`;
}
