/** GeoJSON geometries (RFC 7946) as the atlas keeps them: closing corners dropped, heights ignored. */
import type { AtlasGeometry, Position, Ring } from './atlas.js';

type Coordinates = readonly unknown[];

export function geometryOf(value: unknown): AtlasGeometry | undefined {
  const { type, coordinates, geometries } = (value ?? {}) as { type?: string; coordinates?: Coordinates; geometries?: readonly unknown[] };
  if (type === 'GeometryCollection') return mergeGeometries((geometries ?? []).flatMap((one) => geometryOf(one) ?? []));
  if (!Array.isArray(coordinates)) return undefined;
  switch (type) {
    case 'Polygon': return { kind: 'area', polygons: [coordinates.map(ringOf)] };
    case 'MultiPolygon': return { kind: 'area', polygons: (coordinates as Coordinates[]).map((polygon) => polygon.map(ringOf)) };
    case 'LineString': return { kind: 'line', parts: [coordinates.map(positionOf)] };
    case 'MultiLineString': return { kind: 'line', parts: (coordinates as Coordinates[]).map((part) => part.map(positionOf)) };
    case 'Point': return { kind: 'point', position: positionOf(coordinates), radiusKm: 0 };
    default: return undefined;
  }
}

/** Several geometries of one kind as one; of different kinds, those of the first. */
export function mergeGeometries(geometries: readonly AtlasGeometry[]): AtlasGeometry | undefined {
  const first = geometries[0];
  if (!first || first.kind === 'point' || first.kind === 'strip') return first;
  if (first.kind === 'line') return { kind: 'line', parts: geometries.flatMap((one) => (one.kind === 'line' ? one.parts : [])) };
  return { kind: 'area', polygons: geometries.flatMap((one) => (one.kind === 'area' ? one.polygons : [])) };
}

function positionOf(value: unknown): Position {
  const [longitude, latitude] = value as readonly unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || !Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    throw new Error(`a map holds the position ${JSON.stringify(value)}, which is no longitude and latitude`);
  }
  return [longitude, latitude];
}

function ringOf(value: unknown): Ring {
  const ring = (value as Coordinates).map(positionOf);
  const first = ring[0];
  const last = ring.at(-1);
  return ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}
