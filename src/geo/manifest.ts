/** Building an atlas: a manifest names files of GeoJSON and how their features are to be called. Reading files is the caller's business. */
import type { Atlas, AtlasFeature, AtlasGeometry, LineSide } from './atlas.js';
import { clipPolygons, withoutPolygons, type Rectangle } from './clip.js';
import { pointAt } from './sphere.js';
import { geometryOf, mergeGeometries } from './geojson.js';

/** One file, or one selection from a file, and its names in the atlas. */
export interface AtlasMap {
  readonly file: string;
  /** Features of one map do not overlap; the id is shared by selections of the same outlines. */
  readonly map?: string;
  /** A fixed name: all selected features become one place of that name. */
  readonly name?: string;
  /** Else properties that hold a name: the first is the name, the others are aliases. */
  readonly nameProperties?: readonly string[];
  /** Further names, by name; a fixed name takes its own. */
  readonly aliases?: Readonly<{ [name: string]: readonly string[] }>;
  /** Only features whose properties have one of these values. */
  readonly where?: Readonly<{ [property: string]: readonly (string | number)[] }>;
  /** A date, or the property that holds one. */
  readonly asOf?: string;
  readonly asOfProperty?: string;
  /** Islands the map leaves out, drawn as small rounds. */
  readonly islands?: readonly { readonly latitude: number; readonly longitude: number; readonly radiusKm: number }[];
  readonly clip?: Rectangle;
  readonly without?: readonly Rectangle[];
  readonly doubtKm?: number;
  readonly toleranceKm?: number;
  readonly precisionKm?: number;
  readonly extent?: Rectangle;
  readonly neighbours?: { readonly maps: readonly string[]; readonly except?: readonly string[] };
  readonly sides?: readonly LineSide[];
  readonly source?: string;
  readonly licence?: string;
}

/** A town: coordinates in degrees, and how far from its centre it reaches. */
export interface AtlasSpot { readonly name: string; readonly aliases?: readonly string[]; readonly latitude: number; readonly longitude: number; readonly radiusKm: number; readonly partOf?: readonly string[] }

/** A strip along a line of the atlas; `note` says what it is for. */
export interface AtlasStrip { readonly name: string; readonly aliases?: readonly string[]; readonly line: string; readonly distanceKm: number; readonly asOf?: string; readonly source?: string; readonly licence?: string; readonly note?: string }

export interface AtlasManifest {
  readonly maps: readonly AtlasMap[];
  readonly spots: readonly AtlasSpot[];
  readonly strips?: readonly AtlasStrip[];
  readonly spotsSource?: string;
  readonly spotsLicence?: string;
}

export interface MapCollection { readonly map: AtlasMap; /** Parsed GeoJSON: a FeatureCollection. */ readonly collection: unknown }

/** Throws an error that names the file where a manifest or a map is not of the documented form. */
export function atlasFromManifest(manifest: unknown, readFile: (name: string) => unknown): Atlas {
  const { maps, spots, strips, spotsSource, spotsLicence } = manifest as Partial<AtlasManifest>;
  if (!Array.isArray(maps)) throw new Error('the atlas manifest has no list `maps`; see dossiers/ukraine/data/README.md for its form');
  const read = new Map<string, unknown>();
  const collections = (maps as readonly AtlasMap[]).map((map) => {
    if (!read.has(map.file)) read.set(map.file, readFile(map.file));
    return { map, collection: read.get(map.file) };
  });
  const features = (spots ?? []).map((spot) => ({
    name: spot.name, aliases: spot.aliases ?? [], geometry: { kind: 'point' as const, position: [spot.longitude, spot.latitude] as const, radiusKm: spot.radiusKm }, ...(spot.partOf === undefined ? {} : { partOf: spot.partOf }),
    ...(spotsSource === undefined ? {} : { source: spotsSource }), ...(spotsLicence === undefined ? {} : { licence: spotsLicence }),
  }));
  const along = (strips ?? []).map((strip) => ({
    name: strip.name, aliases: strip.aliases ?? [], geometry: { kind: 'strip' as const, line: strip.line, distanceKm: strip.distanceKm },
    ...(strip.asOf === undefined ? {} : { asOf: Date.parse(strip.asOf) }), ...(strip.source === undefined ? {} : { source: strip.source }), ...(strip.licence === undefined ? {} : { licence: strip.licence }),
  }));
  return { features: [...buildAtlas(collections).features, ...features, ...along] };
}

/** Collections in the order of preference: where two maps hold a name, the earlier decides within its extent. */
export function buildAtlas(collections: readonly MapCollection[]): Atlas {
  const geometries = new Map<unknown, AtlasGeometry | undefined>();
  return { features: collections.flatMap(({ map, collection }) => featuresOf(map, collection, geometries)) };
}

interface RawFeature { readonly properties: Readonly<{ [key: string]: unknown }>; readonly geometry: unknown }

function featuresOf(map: AtlasMap, collection: unknown, geometries: Map<unknown, AtlasGeometry | undefined>): AtlasFeature[] {
  const list = (collection as { features?: unknown } | null)?.features;
  if (!Array.isArray(list)) throw new Error(`the map \`${map.file}\` is not a GeoJSON feature collection`);
  const chosen = (list as readonly RawFeature[]).filter((raw) =>
    Object.entries(map.where ?? {}).every(([key, values]) => values.includes(raw.properties[key] as string | number)));
  const drawn = chosen.flatMap((raw) => {
    if (!geometries.has(raw)) geometries.set(raw, geometryOf(raw.geometry));
    const geometry = geometries.get(raw);
    return geometry ? [{ raw, geometry: cut(geometry, map) }] : [];
  });
  if (map.name === undefined) {
    return drawn.flatMap(({ raw, geometry }) => {
      const names = [...new Set((map.nameProperties ?? ['name']).map((key) => raw.properties[key]).filter((name): name is string => typeof name === 'string' && name !== '' && name !== '-99'))];
      const [name, ...aliases] = names;
      return name === undefined ? [] : [featureOf(map, name, [...aliases, ...names.flatMap((one) => map.aliases?.[one] ?? [])], geometry, raw)];
    });
  }
  const { name } = map;
  const dated = new Map<string, typeof drawn>();
  for (const one of drawn) {
    const date = map.asOfProperty === undefined ? '' : String(one.raw.properties[map.asOfProperty]);
    dated.set(date, [...(dated.get(date) ?? []), one]);
  }
  return [...dated.values()].flatMap((group) => {
    const merged = mergeGeometries(group.map((one) => one.geometry));
    const raw = group[0]?.raw;
    return merged && raw ? [featureOf(map, name, map.aliases?.[name] ?? [], merged, raw)] : [];
  });
}

function cut(geometry: AtlasGeometry, map: AtlasMap): AtlasGeometry {
  if (geometry.kind !== 'area' || (!map.clip && !map.without && !map.islands)) return geometry;
  const kept = withoutPolygons(geometry.polygons, map.without ?? []);
  const islands = (map.islands ?? []).map((island) => [Array.from({ length: 12 }, (_, corner) => {
    const { latitude, longitude } = pointAt(island.latitude, island.longitude, island.radiusKm, (corner * Math.PI) / 6);
    return [longitude, latitude] as const;
  })]);
  return { kind: 'area', polygons: [...(map.clip ? clipPolygons(kept, map.clip) : kept), ...islands] };
}

function featureOf(map: AtlasMap, name: string, aliases: readonly string[], geometry: AtlasGeometry, raw: RawFeature): AtlasFeature {
  const date = map.asOfProperty === undefined ? map.asOf : String(raw.properties[map.asOfProperty]);
  const asOf = date === undefined ? undefined : Date.parse(date);
  if (asOf !== undefined && Number.isNaN(asOf)) throw new Error(`the map \`${map.file}\` is dated \`${date ?? ''}\`, which is no date`);
  const optional = {
    ...(asOf === undefined ? {} : { asOf }), ...(map.map === undefined ? {} : { map: map.map }),
    ...(map.toleranceKm === undefined ? {} : { toleranceKm: map.toleranceKm }), ...(map.precisionKm === undefined ? {} : { precisionKm: map.precisionKm }),
    ...(map.doubtKm === undefined ? {} : { doubtKm: map.doubtKm }),
    ...(map.extent === undefined ? {} : { extent: map.extent }), ...(map.sides === undefined ? {} : { sides: map.sides }),
    ...(map.neighbours === undefined ? {} : { neighbours: map.neighbours }),
    ...(map.source === undefined ? {} : { source: map.source }), ...(map.licence === undefined ? {} : { licence: map.licence }),
  };
  return { name, aliases, geometry, ...optional };
}

