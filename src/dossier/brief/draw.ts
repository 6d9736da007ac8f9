/** Longitudes and latitudes to paths of a drawing: one conic projection fitted to a country, outlines thinned to what can be seen. */
import { geoArea, geoConicConformal, geoPath } from 'd3-geo';
import type { Feature, MultiPoint, MultiPolygon } from 'geojson';
import type { AtlasFeature, Position } from '../../geo/index.js';

export interface Frame { readonly west: number; readonly east: number; readonly south: number; readonly north: number }

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
  readonly area: (feature: AtlasFeature) => string;
  readonly line: (feature: AtlasFeature) => string;
  readonly at: (position: Position) => readonly [number, number] | undefined;
  /** Cells of a grid, joined row by row. */
  readonly cells: (runs: readonly Run[], size: readonly [number, number]) => string;
}

export interface Run { readonly west: number; readonly south: number; readonly cells: number }

/** Distance in pixels below which two corners look like one. */
const SEEN = 0.7;
const MARGIN = 10;

const cornersOf = ({ geometry }: AtlasFeature): readonly Position[] => (geometry.kind === 'area' ? geometry.polygons.flatMap(([outer = []]) => outer) : geometry.kind === 'line' ? geometry.parts.flat() : []);

export function frameOf(features: readonly AtlasFeature[]): Frame | undefined {
  const frame = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [longitude, latitude] of features.flatMap(cornersOf)) {
    frame.west = Math.min(frame.west, longitude); frame.east = Math.max(frame.east, longitude);
    frame.south = Math.min(frame.south, latitude); frame.north = Math.max(frame.north, latitude);
  }
  // A country across the antimeridian would need another projection; none of the atlas does.
  return frame.west < frame.east && frame.south < frame.north && frame.east - frame.west < 170 ? frame : undefined;
}

export function drawing(width: number, frame: Frame): Drawing {
  const { west, east, south, north } = frame;
  const edge: MultiPoint = { type: 'MultiPoint', coordinates: [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [[west + (east - west) * part, south], [west + (east - west) * part, north]]) };
  const projection = geoConicConformal().parallels([south + (north - south) / 4, north - (north - south) / 4]).rotate([-(west + east) / 2, 0]);
  projection.fitWidth(width - 2 * MARGIN, edge);
  const [[, top], [, bottom]] = geoPath(projection).bounds(edge);
  const height = Math.round(bottom - top + 2 * MARGIN);
  projection.fitExtent([[MARGIN, MARGIN], [width - MARGIN, height - MARGIN]], edge).clipExtent([[-4, -4], [width + 4, height + 4]]);
  const path = geoPath(projection);
  path.digits(1);
  const raw = geoConicConformal().parallels(projection.parallels()).rotate(projection.rotate()).scale(projection.scale()).translate(projection.translate());
  const at = (position: Position): readonly [number, number] | undefined => raw([position[0], position[1]]) ?? undefined;
  const thin = (corners: readonly Position[]): number[][] => {
    let last: readonly [number, number] | undefined;
    return corners.flatMap((corner, index) => {
      const now = at(corner);
      if (now && last && index < corners.length - 1 && Math.hypot(now[0] - last[0], now[1] - last[1]) < SEEN) return [];
      last = now;
      return [[corner[0], corner[1]]];
    });
  };
  return {
    width, height, frame, at,
    area: ({ geometry }) => (geometry.kind === 'area' ? path(wound(geometry.polygons.map((polygon) => polygon.map((ring) => closed(thin(ring))).filter((ring) => ring.length > 3)).filter((polygon) => polygon.length > 0))) ?? '' : ''),
    line: ({ geometry }) => (geometry.kind === 'line' ? path({ type: 'MultiLineString', coordinates: geometry.parts.map(thin) }) ?? '' : ''),
    cells: (runs, [cellWidth, cellHeight]) => runs.map((run) => {
      const right = run.west + run.cells * cellWidth;
      const points = ([[run.west, run.south], [right, run.south], [right, run.south + cellHeight], [run.west, run.south + cellHeight]] as const).map((corner) => at(corner));
      return points.every((point) => point !== undefined) ? `M${points.map((point) => `${point[0].toFixed(1)} ${point[1].toFixed(1)}`).join('L')}z` : '';
    }).join(''),
  };
}

const closed = (ring: number[][]): number[][] => { const [first] = ring; const last = ring.at(-1); return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring; };

/** RFC 7946 winds outer rings one way, d3-geo the other: what covers more than half the globe is turned round. */
function wound(polygons: readonly number[][][][]): Feature<MultiPolygon> {
  const coordinates = polygons.map((rings) => (geoArea({ type: 'Polygon', coordinates: rings.slice(0, 1) as number[][][] }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings));
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}
