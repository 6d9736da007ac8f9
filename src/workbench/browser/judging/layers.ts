/** The atlas as layers of the map, and the treaty's zones as the engine tells places apart: tested cell by cell, so that the picture cannot differ from the judgement. */
import { zoneTester, type Atlas, type AtlasFeature } from '../../../geo/index.js';
import type { Truth } from '../../../treaty/index.js';
import { MAP_WINDOW, type Line, type MapLayers, type Outline, type Run, type ZoneDrawing } from '../view/map.js';
import type { Questions } from './protocol.js';
import { atlas, treatyOf } from './texts.js';

/** Which map of the atlas manifest draws which layer. */
const LAYER = { home: 'ukraine', regions: 'oblasts', countries: 'region', fronts: ['minsk-line', 'contact-line'], controlled: 'control' } as const;
const TOWNS = ['Kyiv', 'Lviv', 'Odesa', 'Dnipro', 'Kharkiv'];
const COLUMNS = 150;
const ROWS = 100;

const closed = (ring: Line): Line => (ring[0] ? [...ring, ring[0]] : ring);

const outlineOf = ({ name, geometry }: AtlasFeature): Outline =>
  ({ name, polygons: geometry.kind === 'area' ? geometry.polygons.map((polygon) => polygon.map(closed)) : [] });

const creditOf = ({ source, licence }: AtlasFeature): string => [source, licence].filter((words) => words !== undefined).join(', ');

export async function mapLayers(): Promise<MapLayers> {
  const { features }: Atlas = await atlas();
  const on = (map: string): readonly AtlasFeature[] => features.filter((feature) => feature.map === map);
  const fronts = LAYER.fronts.flatMap(on).flatMap((feature) => (feature.geometry.kind === 'line'
    ? [{ name: feature.name, parts: feature.geometry.parts, source: creditOf(feature), ...(feature.asOf === undefined ? {} : { asOf: feature.asOf }) }] : []));
  const shown = [...on(LAYER.home), ...on(LAYER.regions), ...on(LAYER.countries)];
  return {
    countries: on(LAYER.countries).map(outlineOf), home: on(LAYER.home).map(outlineOf), regions: on(LAYER.regions).map(outlineOf),
    towns: features.flatMap(({ name, geometry }) => (geometry.kind === 'point' && TOWNS.includes(name) ? [{ name, longitude: geometry.position[0], latitude: geometry.position[1] }] : [])),
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
