/** Whether a disc lies inside an area: outlines of one map merged (shared borders fall away), with the map's own doubt at coasts and land borders. */
import type { AtlasFeature, Position, Ring } from './atlas.js';
import { edgeIndex, type Edge, type EdgeIndex } from './nearest.js';
import { polygonIndex, unwrapRing, type PolygonIndex } from './polygons.js';
import { distanceKm, wrapLongitude } from './sphere.js';
import { doubtWords, kmWords, type Box, type Disc, type Finding, type Shape } from './shapes.js';

type Polygons = readonly (readonly Ring[])[];

interface Outline { readonly polygons: PolygonIndex; readonly edges: EdgeIndex }

export interface AreaDoubt { readonly doubtKm?: number; readonly toleranceKm: number; readonly precisionKm: number; readonly neighbours?: () => Polygons }

/**
 * Inside: the outline's edge is at least the disc's radius away, and no neighbour on the same map comes nearer than the map's precision.
 * Outside: likewise, and beyond the coastal tolerance unless the centre lies in a neighbour.
 */
export function areaShape(words: string, polygons: Polygons, doubt: AreaDoubt = { toleranceKm: 0, precisionKm: 0 }): Shape {
  const drawnWithin = doubt.doubtKm ?? 0;
  const drawnWords = drawnWithin > 0 ? `, drawn to within ${kmWords(drawnWithin)}` : '';
  let own: Outline | undefined;
  let others: Outline | undefined;
  const drawn = (): Outline => (own ??= outlineOf(polygons));
  const around = (): Outline | undefined => {
    if (!others) {
      const neighbours = doubt.neighbours?.() ?? [];
      others = outlineOf(neighbours);
    }
    return others;
  };

  const onlySeaWithin = (disc: Disc, km: number): boolean => {
    if (!doubt.neighbours) return false;
    const border = around()?.edges.nearest(disc.latitude, disc.longitude);
    return !border || border.km >= km;
  };
  const unsure = (km: number, where: string, disc: Disc): string => `${kmWords(km)} ${where} ${words}${drawnWords}${disc.withinKm > 0 ? `, but known only within ${kmWords(disc.withinKm)}` : ''}`;

  return {
    boxes: polygons.flatMap(boxesOf),
    test(disc: Disc): Finding {
      const { polygons: index, edges } = drawn();
      const nearest = edges.nearest(disc.latitude, disc.longitude);
      if (!nearest) return { truth: 'undetermined', text: `${words} has no outline` };
      const inside = index.contains(disc.latitude, disc.longitude);
      const km = nearest.km;
      const r = disc.withinKm + drawnWithin;
      if (inside) {
        const text = `${kmWords(km)} inside ${words}${drawnWords}${doubtWords(disc)}`;
        if (km < r && !(disc.onLand && onlySeaWithin(disc, r + doubt.precisionKm))) return { truth: 'undetermined', km, text: unsure(km, 'inside', disc) };
        const { precisionKm } = doubt;
        if (precisionKm > 0 && km < r + precisionKm) {
          const border = around()?.edges.nearest(disc.latitude, disc.longitude);
          if (border && border.km < r + precisionKm) {
            return { truth: 'undetermined', km, text: `${text}; the map draws this border to within ${kmWords(precisionKm)}` };
          }
        }
        return { truth: 'true', km, text };
      }
      const text = `${kmWords(km)} outside ${words}${drawnWords}${doubtWords(disc)}`;
      if (km < r) return { truth: 'undetermined', km: -km, text: unsure(km, 'outside', disc) };
      const margin = Math.max(doubt.toleranceKm, doubt.precisionKm);
      if (km >= r + margin) return { truth: 'false', km: -km, text };
      const inNeighbour = around()?.polygons.contains(disc.latitude, disc.longitude) ?? false;
      if (inNeighbour && km >= r + doubt.precisionKm) return { truth: 'false', km: -km, text };
      const near = inNeighbour ? `this border to within ${kmWords(doubt.precisionKm)}` : `the coast to within ${kmWords(margin)}`;
      return { truth: 'undetermined', km: -km, text: `${text}; the map draws ${near}` };
    },
  };
}

function outlineOf(polygons: Polygons): Outline {
  return { polygons: polygonIndex(polygons), edges: edgeIndex(outerEdges(polygons)) };
}

const keyOf = ([longitude, latitude]: Position): string => `${wrapLongitude(Math.round(longitude * 1e5) / 1e5)} ${Math.round(latitude * 1e5) / 1e5}`;

/** Edges that belong to one polygon only: where two polygons of one map share an edge, the border between them falls away. */
export function outerEdges(polygons: Polygons): Edge[] {
  const edges = new Map<string, Edge>();
  for (const ring of polygons.flat()) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length] as Position;
      const a = keyOf(from);
      const b = keyOf(to);
      if (a === b) return;
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (!edges.delete(key)) edges.set(key, { from, to });
    });
  }
  return [...edges.values()];
}

function boxesOf(polygon: readonly Ring[]): Box[] {
  const points = unwrapRing(polygon[0] ?? []);
  if (points.length === 0) return [];
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [{ west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }];
}

/** A town: a disc around its centre. */
export function spotShape(words: string, feature: AtlasFeature & { readonly geometry: { readonly kind: 'point' } }): Shape {
  const { position: [longitude, latitude], radiusKm } = feature.geometry;
  const reach = Math.max(radiusKm, 0.001);
  const dLat = reach / 111.2;
  const dLon = dLat / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return {
    spot: { latitude, longitude, withinKm: radiusKm, onLand: true },
    boxes: [{ west: longitude - dLon, east: longitude + dLon, south: latitude - dLat, north: latitude + dLat }],
    test(disc) {
      const d = distanceKm(latitude, longitude, disc.latitude, disc.longitude);
      const text = `${kmWords(d)} from the centre of ${words}, drawn ${kmWords(radiusKm)} wide around it${doubtWords(disc)}`;
      const truth = d + disc.withinKm <= radiusKm ? 'true' : d - disc.withinKm > radiusKm ? 'false' : 'undetermined';
      return { truth, km: radiusKm - d, text };
    },
  };
}
