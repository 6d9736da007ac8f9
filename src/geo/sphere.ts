/** Distances on a sphere of mean radius 6371.0088 km (IUGG 1980); segments are taken straight in a local equirectangular projection, good to well under 1 % at the scale of a country. */
import type { Position } from './atlas.js';

const RADIUS_KM = 6371.0088;
const radians = (degrees: number): number => degrees * Math.PI / 180;

/** Great-circle distance, haversine formula. */
export function kmBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
  const h = Math.sin(radians(latB - latA) / 2) ** 2 + Math.cos(radians(latA)) * Math.cos(radians(latB)) * Math.sin(radians(lonB - lonA) / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Planar km around a point. */
function project([lon, lat]: Position, [lon0, lat0]: Position): [x: number, y: number] {
  let dLon = lon - lon0;
  if (dLon > 180) dLon -= 360;
  if (dLon < -180) dLon += 360;
  return [radians(dLon) * Math.cos(radians(lat0)) * RADIUS_KM, radians(lat - lat0) * RADIUS_KM];
}

function nearest(at: Position, a: Position, b: Position): { km: number; cross: number } {
  const [ax, ay] = project(a, at);
  const [bx, by] = project(b, at);
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return { km: Math.hypot(ax + t * dx, ay + t * dy), cross: dx * -ay - dy * -ax };
}

/** Distance in km from a point to the nearest of several paths; Infinity for none. */
export function kmToPaths(at: Position, paths: readonly (readonly Position[])[]): number {
  let best = Infinity;
  for (const path of paths) {
    if (path.length === 1 && path[0]) best = Math.min(best, kmBetween(at, path[0]));
    for (let i = 1; i < path.length; i += 1) best = Math.min(best, nearest(at, path[i - 1] as Position, path[i] as Position).km);
  }
  return best;
}

/** On which side of the paths' direction a point lies, judged at the nearest segment. */
export function sideOf(at: Position, paths: readonly (readonly Position[])[]): 'left' | 'right' {
  let best = { km: Infinity, cross: 0 };
  for (const path of paths) {
    for (let i = 1; i < path.length; i += 1) {
      const here = nearest(at, path[i - 1] as Position, path[i] as Position);
      if (here.km < best.km) best = here;
    }
  }
  return best.cross >= 0 ? 'left' : 'right';
}

/** Even–odd rule over all rings. */
export function insideRings([lon, lat]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [xi, yi] = ring[i] as Position;
      const [xj, yj] = ring[j] as Position;
      if ((yi > lat) !== (yj > lat) && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
