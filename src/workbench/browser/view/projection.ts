/** Longitudes and latitudes to paths: one conic projection fitted to the country, with outlines wound the way d3-geo reads them. */
import { geoArea, geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, MultiLineString, MultiPolygon } from 'geojson';
import { MAP_WINDOW, type Line, type Outline } from './map.js';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly area: (outline: Outline) => string;
  readonly line: (parts: readonly Line[]) => string;
  readonly at: (longitude: number, latitude: number) => readonly [number, number] | undefined;
  readonly inverse: (x: number, y: number) => readonly [longitude: number, latitude: number] | undefined;
  /** Pixels per kilometre near a point. */
  readonly perKm: (longitude: number, latitude: number) => number;
}

const KM_PER_DEGREE = 111.195;
/** Height by width: the country is wider than high. */
const SHAPE = 0.676;

const positions = (line: Line): number[][] => line.map(([longitude, latitude]) => [longitude, latitude]);

/** RFC 7946 winds outer rings one way, d3-geo the other: what covers more than half the globe is turned round. */
function feature(outline: Outline): Feature<MultiPolygon> {
  const coordinates = outline.polygons.map((polygon) => {
    const rings = polygon.map(positions);
    return geoArea({ type: 'Polygon', coordinates: rings.slice(0, 1) }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings;
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}

export function drawing(width: number): Drawing {
  const height = Math.round(width * SHAPE);
  const { west, east, south, north } = MAP_WINDOW;
  const corners: Feature<MultiLineString> = { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: [[[west + 1, south + 0.4], [west + 1, north - 0.4]], [[east - 1, south + 0.4], [east - 1, north - 0.4]]] } };
  const projection: GeoProjection = geoConicConformal().parallels([46, 51]).rotate([-31.5, 0]).fitExtent([[6, 6], [width - 6, height - 6]], corners);
  projection.clipExtent([[0, 0], [width, height]]);
  const path = geoPath(projection);
  // Two decimals: the drawing is also looked at from nearer.
  path.digits(2);
  const at: Drawing['at'] = (longitude, latitude) => projection([longitude, latitude]) ?? undefined;
  return {
    width, height, at,
    area: (outline) => path(feature(outline)) ?? '',
    line: (parts) => path({ type: 'MultiLineString', coordinates: parts.map(positions) }) ?? '',
    inverse: (x, y) => projection.invert?.([x, y]) ?? undefined,
    perKm: (longitude, latitude) => {
      const a = at(longitude, latitude);
      const b = at(longitude, latitude + 0.5);
      return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) / (KM_PER_DEGREE / 2) : 0;
    },
  };
}

/** How near the drawing is looked at: `k` times, with the point `x`, `y` of the drawing in the middle. */
export interface Nearness { readonly k: number; readonly x: number; readonly y: number }

export const MOST_NEAR = 12;

export const whole = ({ width, height }: Drawing): Nearness => ({ k: 1, x: width / 2, y: height / 2 });

/** Keeps the drawing's edges outside the frame. */
export function held({ k, x, y }: Nearness, { width, height }: Drawing): Nearness {
  const near = Math.max(1, Math.min(MOST_NEAR, k));
  const between = (at: number, size: number): number => Math.max(size / (2 * near), Math.min(size - size / (2 * near), at));
  return { k: near, x: between(x, width), y: between(y, height) };
}

export const shown = ({ k, x, y }: Nearness, { width, height }: Drawing, [px, py]: readonly [number, number]): readonly [number, number] => [(px - x) * k + width / 2, (py - y) * k + height / 2];
export const unshown = ({ k, x, y }: Nearness, { width, height }: Drawing, [sx, sy]: readonly [number, number]): readonly [number, number] => [(sx - width / 2) / k + x, (sy - height / 2) / k + y];

/** As near as all the points allow. */
export function nearTo(points: readonly (readonly [number, number])[], draw: Drawing): Nearness {
  const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x <= draw.width && y <= draw.height);
  if (inside.length === 0) return whole(draw);
  const [xs, ys] = [inside.map(([x]) => x), inside.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min(6, draw.width / (right - left + draw.width * 0.06), draw.height / (bottom - top + draw.height * 0.08));
  return held({ k, x: (left + right) / 2, y: (top + bottom) / 2 }, draw);
}
