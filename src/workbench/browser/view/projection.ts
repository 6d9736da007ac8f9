/** Longitudes and latitudes to paths: one conic projection fitted to the country, with outlines wound the way d3-geo reads them. */
import { geoArea, geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, MultiLineString, MultiPolygon } from 'geojson';
import { MAP_WINDOW, type Line, type Outline } from './map.js';

export const WIDTH = 880;
export const HEIGHT = 595;

export interface Drawing {
  readonly area: (outline: Outline) => string;
  readonly line: (parts: readonly Line[]) => string;
  readonly at: (longitude: number, latitude: number) => readonly [number, number] | undefined;
  readonly inverse: (x: number, y: number) => readonly [longitude: number, latitude: number] | undefined;
  /** Pixels per kilometre near a point. */
  readonly perKm: (longitude: number, latitude: number) => number;
}

const KM_PER_DEGREE = 111.195;

const positions = (line: Line): number[][] => line.map(([longitude, latitude]) => [longitude, latitude]);

/** RFC 7946 winds outer rings one way, d3-geo the other: what covers more than half the globe is turned round. */
function feature(outline: Outline): Feature<MultiPolygon> {
  const coordinates = outline.polygons.map((polygon) => {
    const rings = polygon.map(positions);
    return geoArea({ type: 'Polygon', coordinates: rings.slice(0, 1) }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings;
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}

export function drawing(): Drawing {
  const { west, east, south, north } = MAP_WINDOW;
  const corners: Feature<MultiLineString> = { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: [[[west + 1, south + 0.4], [west + 1, north - 0.4]], [[east - 1, south + 0.4], [east - 1, north - 0.4]]] } };
  const projection: GeoProjection = geoConicConformal().parallels([46, 51]).rotate([-31.5, 0]).fitExtent([[6, 6], [WIDTH - 6, HEIGHT - 6]], corners);
  projection.clipExtent([[0, 0], [WIDTH, HEIGHT]]);
  const path = geoPath(projection);
  path.digits(1);
  const at: Drawing['at'] = (longitude, latitude) => projection([longitude, latitude]) ?? undefined;
  return {
    at,
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
