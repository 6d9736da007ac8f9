/** From a treaty's words for a zone to shapes that can be tested: names looked up in the atlas, zones in the treaty. */
import type { Instant, Treaty, Zone, ZoneShape } from '../treaty/index.js';
import { areaShape, spotShape } from './area.js';
import { featuresNamed, levelName, type Atlas, type AtlasFeature, type Position, type Ring } from './atlas.js';
import { bothShape, lessShape, unionShape } from './combine.js';
import { undrawn, type Disc, type Shape } from './shapes.js';
import { bandShape, drawnLine, sideShape, stripShape } from './strip.js';

export interface Drawing {
  /** A zone of the treaty, else a name of the atlas; undefined where neither knows it. */
  named(name: string): Shape | undefined;
}

export function drawingOf(treaty: Treaty, atlas: Atlas): Drawing {
  const zones = new Map(treaty.zones.map((zone) => [zone.name, zone]));
  const lines = new Map(treaty.lines.map((line) => [line.name, line]));
  const drawn = new Map<string, Shape>();
  const drawing = new Set<string>();

  function zoneShape(zone: Zone): Shape {
    const known = drawn.get(zone.name);
    if (known) return known;
    if (drawing.has(zone.name)) return undrawn(`zone \`${zone.name}\` is drawn by means of itself`);
    drawing.add(zone.name);
    const base = union(zone.includes, zone.asOf);
    const shape = zone.excludes.length === 0 ? base : lessShape(base, union(zone.excludes, zone.asOf));
    drawing.delete(zone.name);
    drawn.set(zone.name, shape);
    return shape;
  }

  /** Places of one map are merged into one outline, so that the border between them falls away. */
  function union(shapes: readonly ZoneShape[], asOf: Instant | undefined): Shape {
    const places = shapes.filter((shape) => shape.kind === 'place');
    const rest = shapes.filter((shape) => shape.kind !== 'place');
    return unionShape([...mergedPlaces(atlas, places.map((place) => place.name), asOf), ...rest.map((shape) => draw(shape, asOf))]);
  }

  function draw(shape: ZoneShape, asOf: Instant | undefined): Shape {
    switch (shape.kind) {
      case 'to be agreed': return undrawn('the zone is to be agreed');
      case 'place': return placeShape(atlas, [shape.name], asOf);
      case 'zone': return named(shape.name, asOf) ?? undrawn(`the treaty has no zone \`${shape.name}\` and the atlas no such place`);
      case 'polygon': return areaShape('the polygon', [[shape.corners.map((corner) => [corner.longitude, corner.latitude] as const)]]);
      case 'band': return bandShape(shape);
      case 'both': return bothShape(shape.of.map((part) => draw(part, asOf)));
      case 'strip': {
        const line = lines.get(shape.line);
        const atlasName = line?.atlasName ?? shape.line;
        const feature = featuresNamed(atlas, atlasName, line?.asOf ?? asOf)[0];
        if (!feature) return undrawn(`the atlas has no line \`${atlasName}\``);
        const measured = drawnLine(lineWords(shape.line, feature), feature);
        const reach = typeof shape.distanceKm === 'number' ? shape.distanceKm : undefined;
        const side = shape.side === undefined ? undefined : sideShape(measured, shape.side, (names) => unionShape(mergedPlaces(atlas, names, line?.asOf ?? asOf)));
        return stripShape(measured, reach, side);
      }
    }
  }

  function named(name: string, asOf?: Instant): Shape | undefined {
    const zone = zones.get(name);
    if (zone) return zoneShape(zone);
    if (featuresNamed(atlas, name).length === 0) return undefined;
    const key = `"${levelName(name)} ${asOf ?? ''}`;
    const known = drawn.get(key);
    if (known) return known;
    const shape = placeShape(atlas, [name], asOf);
    drawn.set(key, shape);
    return shape;
  }

  return { named: (name) => named(name) };
}

function lineWords(name: string, feature: AtlasFeature): string {
  return feature.asOf === undefined ? `\`${name}\`` : `\`${name}\` (as of ${new Date(feature.asOf).toISOString().slice(0, 10)})`;
}

/** Groups names whose outlines come from the same maps, in order of their first mention. */
function mergedPlaces(atlas: Atlas, names: readonly string[], asOf: Instant | undefined): Shape[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const features = featuresNamed(atlas, name, asOf);
    const mergeable = features.length > 0 && features.every((feature) => feature.map !== undefined && feature.geometry.kind === 'area');
    const key = mergeable ? features.map((feature) => feature.map).join('|') : `"${name}`;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()].map((group) => placeShape(atlas, group, asOf));
}

/** Several names of the same maps as one shape; where a finer map covers only part of the world, it decides there and the coarser one elsewhere. */
function placeShape(atlas: Atlas, names: readonly string[], asOf: Instant | undefined): Shape {
  const words = names.map((name) => `\`${name}\``).join(' and ');
  const perName = names.map((name) => featuresNamed(atlas, name, asOf));
  const first = perName[0] ?? [];
  if (first.length === 0) return undrawn(`the atlas has no place ${words}`);
  const layers = first.map((feature, index) => ({ extent: feature.extent, shape: featureShape(atlas, words, perName.flatMap((list) => list[index] ?? [])) }));
  const wanted = new Set(perName.flat().flatMap((feature) => [feature.name, ...feature.aliases]).map(levelName));
  const towns = atlas.features.flatMap((feature) => {
    const { geometry } = feature;
    return geometry.kind === 'point' && feature.partOf?.some((name) => wanted.has(levelName(name))) ? [spotShape(`\`${feature.name}\``, { ...feature, geometry })] : [];
  });
  const main = layers.length === 1 ? (layers[0] as { shape: Shape }).shape : layered(words, layers);
  return towns.length === 0 ? main : unionShape([main, ...towns]);
}

interface Layer { readonly extent: AtlasFeature['extent']; readonly shape: Shape }

function layered(words: string, layers: readonly Layer[]): Shape {
  return {
    boxes: layers.flatMap((layer) => layer.shape.boxes),
    test(disc) {
      const layer = layers.find((one) => !one.extent || covers(one.extent, disc)) ?? layers.at(-1);
      return layer ? layer.shape.test(disc) : { truth: 'undetermined', text: `the atlas does not cover this part of the world for ${words}` };
    },
  };
}

function covers([west, south, east, north]: readonly [number, number, number, number], disc: Disc): boolean {
  const dLat = disc.withinKm / 111;
  const dLon = dLat / Math.max(0.01, Math.cos((disc.latitude * Math.PI) / 180));
  return disc.latitude - dLat >= south && disc.latitude + dLat <= north && disc.longitude - dLon >= west && disc.longitude + dLon <= east;
}

function featureShape(atlas: Atlas, words: string, features: readonly AtlasFeature[]): Shape {
  const feature = features[0];
  if (!feature) return undrawn(`the atlas has no place ${words}`);
  const { geometry } = feature;
  if (geometry.kind === 'point') return spotShape(words, { ...feature, geometry });
  if (geometry.kind === 'line') return stripShape(drawnLine(words, feature), 0);
  if (geometry.kind === 'strip') {
    const line = featuresNamed(atlas, geometry.line, feature.asOf)[0];
    return line ? stripShape({ ...drawnLine(words, line), words: `\`${geometry.line}\``, doubtKm: feature.doubtKm ?? 0 }, geometry.distanceKm) : undrawn(`the atlas has no line \`${geometry.line}\`, along which ${words} runs`);
  }
  const names = new Set(features.flatMap((one) => [one.name, ...one.aliases]).map(levelName));
  const except = new Set(features.flatMap((one) => one.neighbours?.except ?? []).map(levelName));
  const maps = new Set(features.flatMap((one) => one.neighbours?.maps ?? (one.map === undefined ? [] : [one.map])));
  const isNeighbour = (one: AtlasFeature): boolean => one.map !== undefined && maps.has(one.map)
    && ![one.name, ...one.aliases].some((name) => names.has(levelName(name)) || except.has(levelName(name)));
  const polygonsOf = (one: AtlasFeature): readonly (readonly Ring[])[] => (one.geometry.kind === 'area' ? one.geometry.polygons : []);
  const own = features.flatMap(polygonsOf);
  const taken = new Set(own.map(firstCorner));
  return areaShape(words, own, {
    doubtKm: Math.max(...features.map((one) => one.doubtKm ?? 0)),
    toleranceKm: Math.max(...features.map((one) => one.toleranceKm ?? 0)),
    precisionKm: Math.max(...features.map((one) => one.precisionKm ?? 0)),
    ...(maps.size === 0 ? {} : { neighbours: () => atlas.features.filter(isNeighbour).flatMap(polygonsOf).filter((polygon) => !taken.has(firstCorner(polygon))) }),
  });
}

/** Two features may draw the same polygon (a country, and the continent it belongs to). */
function firstCorner(polygon: readonly Ring[]): Position | undefined {
  return polygon[0]?.[0];
}
