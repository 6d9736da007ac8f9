/** Cutting outlines to a rectangle of longitude and latitude (Sutherland and Hodgman 1974). */
import type { Position, Ring } from './atlas.js';

/** West, south, east, north. */
export type Rectangle = readonly [number, number, number, number];

export function clipPolygons(polygons: readonly (readonly Ring[])[], rectangle: Rectangle): Ring[][] {
  return polygons.map((polygon) => polygon.map((ring) => clipRing(ring, rectangle)).filter((ring) => ring.length >= 3)).filter((polygon) => polygon.length > 0);
}

/** Polygons that lie wholly inside one of the rectangles are left out. */
export function withoutPolygons(polygons: readonly (readonly Ring[])[], rectangles: readonly Rectangle[]): (readonly Ring[])[] {
  return polygons.filter((polygon) => !rectangles.some(([west, south, east, north]) =>
    (polygon[0] ?? []).every(([x, y]) => x >= west && x <= east && y >= south && y <= north)));
}

function clipRing(ring: Ring, [west, south, east, north]: Rectangle): Ring {
  const cuts: readonly [axis: 0 | 1, limit: number, sign: 1 | -1][] = [[0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1]];
  return cuts.reduce<Ring>((points, [axis, limit, sign]) => {
    const keeps = (p: Position): boolean => (p[axis] - limit) * sign >= 0;
    return points.flatMap((to, index) => {
      const from = points[(index + points.length - 1) % points.length] as Position;
      if (keeps(from) === keeps(to)) return keeps(to) ? [to] : [];
      const share = (limit - from[axis]) / (to[axis] - from[axis]);
      const other = axis === 0 ? 1 : 0;
      const across = from[other] + share * (to[other] - from[other]);
      const crossing: Position = axis === 0 ? [limit, across] : [across, limit];
      return keeps(to) ? [crossing, to] : [crossing];
    });
  }, ring);
}
