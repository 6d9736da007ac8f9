/** The atlas: named places with their outlines, their date, source and licence. Holds data and finds names; it measures nothing. */
import type { Instant } from '../treaty/index.js';

/** Longitude, latitude in degrees (WGS84), in GeoJSON order. */
export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];

export type AtlasGeometry =
  /** Each polygon is an outer ring and its holes. */
  | { readonly kind: 'area'; readonly polygons: readonly (readonly Ring[])[] }
  | { readonly kind: 'line'; readonly parts: readonly (readonly Position[])[] }
  /** A town or a spot: a disc of `radiusKm` around it. */
  | { readonly kind: 'point'; readonly position: Position; readonly radiusKm: number }
  /** Within a distance of a line of the atlas, exactly as that line is drawn. */
  | { readonly kind: 'strip'; readonly line: string; readonly distanceKm: number };

/** Which side of a line is whose: to the left or right of the line's direction, or inside or outside areas of the atlas. */
export interface LineSide {
  readonly names: readonly string[];
  readonly hand?: 'left' | 'right';
  readonly areas?: readonly string[];
  readonly outside?: boolean;
}

export interface AtlasFeature {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly geometry: AtlasGeometry;
  /** The day the outline shows. */
  readonly asOf?: Instant;
  readonly source?: string;
  readonly licence?: string;
  /** How far off the drawn line or outline may be, either way. */
  readonly doubtKm?: number;
  /** Distance beyond the outline within which the map cannot say "outside" (coasts, territorial sea). */
  readonly toleranceKm?: number;
  /** How far off a land border with a neighbour on the same map may be drawn. */
  readonly precisionKm?: number;
  /** Features of one map do not overlap: what lies inside a neighbour lies outside this one. */
  readonly map?: string;
  /** Maps whose other features lie outside this one, save those named; its own map when absent. */
  readonly neighbours?: { readonly maps: readonly string[]; readonly except?: readonly string[] };
  /** West, south, east, north: the part of the world for which this map is drawn. A coarser map of the same name decides elsewhere. */
  readonly extent?: readonly [number, number, number, number];
  readonly sides?: readonly LineSide[];
  /** Places this one belongs to even where a coarse coast leaves it out: a port is part of its country. */
  readonly partOf?: readonly string[];
}

export interface Atlas { readonly features: readonly AtlasFeature[] }

/** An atlas with no places: every named place is unknown to it. */
export const emptyAtlas: Atlas = { features: [] };

/** Spelling does not matter: case, accents, spaces, underscores and hyphens are levelled. */
export function levelName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/[\s_-]+/g, '-');
}

const indexes = new WeakMap<Atlas, ReadonlyMap<string, readonly AtlasFeature[]>>();

function indexOf(atlas: Atlas): ReadonlyMap<string, readonly AtlasFeature[]> {
  const known = indexes.get(atlas);
  if (known) return known;
  const index = new Map<string, AtlasFeature[]>();
  for (const feature of atlas.features) {
    for (const name of new Set([feature.name, ...feature.aliases].map(levelName))) {
      const list = index.get(name);
      if (list) list.push(feature);
      else index.set(name, [feature]);
    }
  }
  indexes.set(atlas, index);
  return index;
}

/** All features of a name, finest map first (the order of the atlas), for the wanted date: of several dates of one map the latest at or before it, else the earliest. */
export function featuresNamed(atlas: Atlas, name: string, asOf?: Instant): readonly AtlasFeature[] {
  const found = indexOf(atlas).get(levelName(name)) ?? [];
  const byMap = new Map<string, AtlasFeature>();
  for (const feature of found) {
    const key = feature.map ?? feature.name;
    const held = byMap.get(key);
    byMap.set(key, held ? better(held, feature, asOf) : feature);
  }
  return [...byMap.values()];
}

function better(a: AtlasFeature, b: AtlasFeature, asOf: Instant | undefined): AtlasFeature {
  const limit = asOf ?? Infinity;
  const dateOf = (feature: AtlasFeature): Instant => feature.asOf ?? -Infinity;
  const inTime = [a, b].filter((feature) => dateOf(feature) <= limit);
  if (inTime.length === 2) return dateOf(b) > dateOf(a) ? b : a;
  if (inTime.length === 1) return inTime[0] as AtlasFeature;
  return dateOf(b) < dateOf(a) ? b : a;
}
