/** The atlas as layers of the map, and the treaty's zones as the engine tells places apart: tested cell by cell, so that the picture cannot differ from the judgement. */
import { distanceKm, levelName, zoneTester, type Atlas, type AtlasFeature } from '../../../geo/index.js';
import type { Truth } from '../../../treaty/index.js';
import { MAP_WINDOW, type Front, type Line, type MapLayers, type Outline, type Run, type ZoneDrawing } from '../view/map.js';
import type { Questions } from './protocol.js';
import { atlas, treatyOf } from './texts.js';

/** Which map of the atlas manifest draws which layer. */
const LAYER = { home: 'ukraine', regions: 'oblasts', countries: 'region', fronts: ['minsk-line', 'contact-line'], controlled: 'control' } as const;
/** Named on the map at any scale; Kyiv is an area of the atlas, the others are points. */
const LARGE = ['Kyiv', 'Lviv', 'Odesa', 'Dnipro', 'Kharkiv'];
const COLUMNS = 150;
const ROWS = 100;

const closed = (ring: Line): Line => (ring[0] ? [...ring, ring[0]] : ring);

const outlineOf = ({ name, geometry }: AtlasFeature): Outline =>
  ({ name, polygons: geometry.kind === 'area' ? geometry.polygons.map((polygon) => polygon.map(closed)) : [] });

const creditOf = ({ source, licence }: AtlasFeature): string => [source, licence].filter((words) => words !== undefined).join(', ');

const namesOf = ({ name, aliases }: AtlasFeature): readonly string[] => [name, ...aliases].map(levelName);

function frontOf(feature: AtlasFeature): readonly Front[] {
  const { name, geometry, asOf, doubtKm } = feature;
  if (geometry.kind !== 'line') return [];
  return [{ name, names: namesOf(feature), parts: geometry.parts, source: creditOf(feature), ...(asOf === undefined ? {} : { asOf }), ...(doubtKm === undefined ? {} : { doubtKm }) }];
}

/** Middle of the outline with the most corners, and the distance to the farthest of them. */
function middleOf({ geometry }: AtlasFeature): readonly [number, number, number] | undefined {
  if (geometry.kind === 'point') return [...geometry.position, geometry.radiusKm];
  if (geometry.kind !== 'area') return undefined;
  const ring = geometry.polygons.map((polygon) => polygon[0] ?? []).reduce<Line>((most, one) => (one.length > most.length ? one : most), []);
  if (ring.length === 0) return undefined;
  const [lons, lats] = [ring.map(([longitude]) => longitude), ring.map(([, latitude]) => latitude)];
  const [longitude, latitude] = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
  return [longitude, latitude, Math.max(...ring.map((corner) => distanceKm(latitude, longitude, corner[1], corner[0])))];
}

/** The atlas lists the finest map first: it decides. */
function placesOf(features: readonly AtlasFeature[]): MapLayers['places'] {
  const places: { [name: string]: readonly [number, number, number] } = {};
  for (const feature of features) {
    const middle = middleOf(feature);
    if (middle) for (const name of namesOf(feature)) places[name] ??= middle;
  }
  return places;
}

function townsOf(features: readonly AtlasFeature[], places: MapLayers['places']): MapLayers['towns'] {
  const points = features.flatMap(({ name, geometry }) => (geometry.kind === 'point' ? [{ name, longitude: geometry.position[0], latitude: geometry.position[1], large: LARGE.includes(name) }] : []));
  const areas = LARGE.filter((name) => !points.some((one) => one.name === name)).flatMap((name) => {
    const at = places[levelName(name)];
    return at ? [{ name, longitude: at[0], latitude: at[1], large: true }] : [];
  });
  return [...areas, ...points];
}

export async function mapLayers(): Promise<MapLayers> {
  const { features }: Atlas = await atlas();
  const on = (map: string): readonly AtlasFeature[] => features.filter((feature) => feature.map === map);
  const fronts = LAYER.fronts.flatMap(on).flatMap(frontOf);
  const places = placesOf(features);
  const shown = [...on(LAYER.home), ...on(LAYER.regions), ...on(LAYER.countries)];
  return {
    countries: on(LAYER.countries).map(outlineOf), home: on(LAYER.home).map(outlineOf), regions: on(LAYER.regions).map(outlineOf),
    towns: townsOf(features, places), places,
    fronts: [...fronts].sort((a, b) => (a.asOf ?? 0) - (b.asOf ?? 0)),
    controlled: on(LAYER.controlled).map((feature) => ({ ...outlineOf(feature), source: creditOf(feature), ...(feature.asOf === undefined ? {} : { asOf: feature.asOf }) })),
    credits: [...new Set(shown.map(creditOf))].filter((words) => words !== ''),
  };
}

export async function drawZone({ text, zone, at }: Questions['zone']['ask']): Promise<ZoneDrawing> {
  const tester = zoneTester(treatyOf(text), await atlas());
  const { west, east, south, north } = MAP_WINDOW;
  const cellDegrees = [(east - west) / COLUMNS, (north - south) / ROWS] as const;
  const runs: Record<Truth, Run[]> = { true: [], undetermined: [], false: [] };
  let note: string | undefined;
  for (let row = 0; row < ROWS; row += 1) {
    const latitude = south + (row + 0.5) * cellDegrees[1];
    let open: { truth: Truth; from: number } | undefined;
    for (let column = 0; column <= COLUMNS; column += 1) {
      const found = column === COLUMNS ? undefined : tester.membership(zone, { latitude, longitude: west + (column + 0.5) * cellDegrees[0], withinKm: 0 }, at);
      if (open && open.truth !== found?.truth) {
        runs[open.truth].push({ west: west + open.from * cellDegrees[0], south: south + row * cellDegrees[1], cells: column - open.from });
        open = undefined;
      }
      if (found && !open) open = { truth: found.truth, from: column };
      if (found?.truth === 'undetermined') note ??= found.text;
    }
  }
  const nowhere = runs.true.length === 0;
  return { zone, cellDegrees, inside: runs.true, doubtful: runs.undetermined, ...(nowhere ? { note: note ?? 'no part of it lies on this map' } : {}) };
}
