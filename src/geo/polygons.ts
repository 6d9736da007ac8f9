/** Point in polygon by counting crossings in longitude and latitude, each polygon's edges sorted into bands of latitude. Rings may cross the date line. */
import type { Position, Ring } from './atlas.js';

export interface PolygonIndex { contains(latitude: number, longitude: number): boolean }

interface Bands {
  readonly west: number; readonly east: number; readonly south: number; readonly north: number;
  readonly height: number;
  /** Edges of each band as x1, y1, x2, y2. */
  readonly bands: readonly Float64Array[];
}

export function polygonIndex(polygons: readonly (readonly Ring[])[]): PolygonIndex {
  const parts = polygons.map(bandsOf);
  return {
    contains(latitude, longitude) {
      for (const part of parts) {
        if (latitude < part.south || latitude > part.north) continue;
        for (const x of [longitude, longitude + 360, longitude - 360]) {
          if (x >= part.west && x <= part.east && inside(part, latitude, x)) return true;
        }
      }
      return false;
    },
  };
}

/**
 * A ring with its longitudes made continuous: each step takes the short way round the globe. A ring that goes once round
 * the globe encloses the pole on whose half it lies, and is closed over that pole.
 */
export function unwrapRing(ring: Ring): Position[] {
  const out: Position[] = [];
  let previous: number | undefined;
  for (const [longitude, latitude] of ring) {
    const x: number = previous === undefined ? longitude : longitude - 360 * Math.round((longitude - previous) / 360);
    out.push([x, latitude]);
    previous = x;
  }
  const first = out[0];
  const last = out.at(-1);
  if (!first || !last) return out;
  const close = first[0] - 360 * Math.round((first[0] - last[0]) / 360);
  if (Math.abs(close - first[0]) < 180) return out;
  const pole = out.reduce((sum, [, latitude]) => sum + latitude, 0) < 0 ? -90 : 90;
  return [...out, [close, first[1]], [close, pole], [first[0], pole]];
}

function bandsOf(polygon: readonly Ring[]): Bands {
  const edges: [number, number, number, number][] = [];
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  let anchor: number | undefined;
  for (const ring of polygon) {
    let points = unwrapRing(ring);
    // Holes are brought next to the outer ring they lie in.
    const first = points[0];
    if (!first) continue;
    if (anchor === undefined) anchor = (Math.min(...points.map((p) => p[0])) + Math.max(...points.map((p) => p[0]))) / 2;
    else {
      const shift = 360 * Math.round((anchor - first[0]) / 360);
      if (shift !== 0) points = points.map(([x, y]) => [x + shift, y] as const);
    }
    points.forEach((a, index) => {
      const b = points[(index + 1) % points.length] as Position;
      edges.push([a[0], a[1], b[0], b[1]]);
      west = Math.min(west, a[0]); east = Math.max(east, a[0]); south = Math.min(south, a[1]); north = Math.max(north, a[1]);
    });
  }
  const count = Math.max(1, Math.min(512, Math.ceil(edges.length / 4)));
  const height = (north - south) / count || 1;
  const lists: number[][] = Array.from({ length: count }, () => []);
  const bandAt = (y: number): number => Math.max(0, Math.min(count - 1, Math.floor((y - south) / height)));
  for (const [x1, y1, x2, y2] of edges) {
    if (y1 === y2) continue;
    for (let band = bandAt(Math.min(y1, y2)); band <= bandAt(Math.max(y1, y2)); band += 1) (lists[band] as number[]).push(x1, y1, x2, y2);
  }
  return { west, east, south, north, height, bands: lists.map((list) => Float64Array.from(list)) };
}

function inside(part: Bands, y: number, x: number): boolean {
  const band = part.bands[Math.max(0, Math.min(part.bands.length - 1, Math.floor((y - part.south) / part.height)))];
  if (!band) return false;
  let odd = false;
  for (let i = 0; i < band.length; i += 4) {
    const y1 = band[i + 1] as number, y2 = band[i + 3] as number;
    if ((y1 > y) === (y2 > y)) continue;
    const x1 = band[i] as number;
    if (x < x1 + ((y - y1) / (y2 - y1)) * ((band[i + 2] as number) - x1)) odd = !odd;
  }
  return odd;
}
