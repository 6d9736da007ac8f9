/** The map of the brief: the country in its recognised boundaries, the dated line, control as of its date, and each zone the text names on a small map of its own. SVG files with both themes inside. */
import { levelName, zoneTester, type AtlasFeature } from '../../geo/index.js';
import type { Instant, Treaty, Truth, ZoneShape } from '../../treaty/index.js';
import type { Dossier } from '../shapes.js';
import { drawing, frameOf, type Drawing, type Frame, type Run } from './draw.js';
import { html, type Html, type Part } from './html.js';
import { anchor, counted, day, daysBetween, readable } from './words.js';

export interface MapFile { readonly path: string; readonly text: string; readonly width: number; readonly height: number }
export interface ZoneView { readonly name: string; readonly words: string; readonly file?: MapFile }
export interface MapView {
  readonly wide: MapFile;
  readonly narrow: MapFile;
  readonly alt: string;
  readonly line?: { readonly asOf: Instant; readonly words: string };
  readonly key: readonly { readonly sign: 'line' | 'held' | 'contested' | 'zone' | 'doubt'; readonly words: string }[];
  readonly zones: readonly ZoneView[];
  readonly credits: readonly string[];
}

/** Which map of the atlas draws which layer. */
const LAYER = { home: 'ukraine', regions: 'oblasts', countries: 'region', lines: 'contact-line', held: 'control', contested: 'contested' } as const;
const LARGE = ['Kyiv', 'Lviv', 'Odesa', 'Dnipro', 'Kharkiv', 'Donetsk', 'Simferopol', 'Zaporizhzhia'];
const [WIDE, NARROW, SMALL] = [900, 420, 300];
const [COLUMNS, ROWS] = [110, 72];

const STYLE = ':root{color-scheme:light dark;--sea:#f1ede2;--land:#f7f4ec;--home:#fff;--border:#cfc9bb;--outline:#8d877a;--line:#9f251e;--zone:#1f4e79;--doubt:#55548a;--word:#4a463d}'
  + '@media(prefers-color-scheme:dark){:root{--sea:#1c1c1a;--land:#20201d;--home:#2a2a27;--border:#3d3c36;--outline:#77736a;--line:#ec8a80;--zone:#8db8e0;--doubt:#aeadea;--word:#c9c4b8}}'
  + '.sea{fill:var(--sea)}.land{fill:var(--land);stroke:var(--border);stroke-width:.6}.home{fill:var(--home);stroke:var(--outline);stroke-width:1.1}.region{fill:none;stroke:var(--border);stroke-width:.6}'
  + '.line{fill:none;stroke:var(--line);stroke-width:2;stroke-linejoin:round}.thin{stroke-width:1.2}.hatch{stroke:var(--line);stroke-width:1;opacity:.55}.dots{fill:var(--line);opacity:.6}.zone{stroke:var(--zone);stroke-width:1.6}.doubt{fill:var(--doubt);opacity:.25}.edge{fill:none;stroke:var(--zone);stroke-width:1.4}'
  + 'text{font:13px "Source Sans 3","Segoe UI",system-ui,sans-serif;fill:var(--word);paint-order:stroke;stroke:var(--home);stroke-width:3px;stroke-linejoin:round}circle{fill:var(--word)}';

interface Layers { readonly home: readonly AtlasFeature[]; readonly regions: readonly AtlasFeature[]; readonly countries: readonly AtlasFeature[]; readonly line?: AtlasFeature; readonly held?: AtlasFeature; readonly contested?: AtlasFeature; readonly towns: readonly { readonly name: string; readonly position: readonly [number, number] }[] }

/** Of several dates of one map the latest at or before a day. */
function latest(features: readonly AtlasFeature[], asOf: Instant): AtlasFeature | undefined {
  return features.filter((one) => (one.asOf ?? -Infinity) <= asOf).reduce<AtlasFeature | undefined>((best, one) => (best === undefined || (one.asOf ?? -Infinity) > (best.asOf ?? -Infinity) ? one : best), undefined);
}

function layersOf({ atlas, brief, lineMap }: Dossier, asOf: Instant): Layers | undefined {
  const on = (map: string): readonly AtlasFeature[] => atlas.features.filter((one) => one.map === map);
  const home = on(LAYER.home);
  const areas = home.length > 0 ? home : atlas.features.filter(({ geometry }) => geometry.kind === 'area').slice(0, 1);
  if (areas.length === 0) return undefined;
  const line = latest(on(lineMap ?? LAYER.lines), Math.min(brief.line?.asOf?.to ?? asOf, asOf));
  // Control is shown for the day of the line alone: two days in one picture would be none.
  const sameDay = (map: string): AtlasFeature | undefined => on(map).find((one) => line?.asOf !== undefined && one.asOf === line.asOf);
  const [held, contested] = [sameDay(LAYER.held), sameDay(LAYER.contested)];
  const towns = LARGE.flatMap((name) => {
    const found = atlas.features.find((one) => [one.name, ...one.aliases].map(levelName).includes(levelName(name)) && (one.geometry.kind === 'point' || one.geometry.kind === 'area'));
    const position = found && middle(found);
    return position ? [{ name, position }] : [];
  });
  return { home: areas, regions: on(LAYER.regions), countries: on(LAYER.countries), towns, ...(line ? { line } : {}), ...(held ? { held } : {}), ...(contested ? { contested } : {}) };
}

function middle(feature: AtlasFeature): readonly [number, number] | undefined {
  if (feature.geometry.kind === 'point') return [feature.geometry.position[0], feature.geometry.position[1]];
  const frame = frameOf([feature]);
  return frame && [(frame.west + frame.east) / 2, (frame.south + frame.north) / 2];
}

const paths = (name: string, draw: (one: AtlasFeature) => string, features: readonly AtlasFeature[]): Part => { const d = features.map(draw).join(''); return d !== '' && html`<path class="${name}" d="${d}"/>`; };

function towns(draw: Drawing, layers: Layers): readonly Html[] {
  const taken: (readonly [number, number, number])[] = [];
  return layers.towns.flatMap(({ name, position }) => {
    const at = draw.at(position);
    if (!at) return [];
    const [x, y] = at;
    const width = name.length * 7;
    const right = x + 8 + width < draw.width;
    const from = right ? x + 6 : x - 6 - width;
    if (x < 8 || y < 12 || y > draw.height - 6 || x > draw.width - 8 || taken.some(([left, to, line]) => Math.abs(line - y) < 15 && from < to && from + width > left)) return [];
    taken.push([from, from + width, y]);
    return [html`<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="2.2"/><text x="${(right ? x + 6 : x - 6).toFixed(0)}" y="${(y + 4.5).toFixed(0)}"${right ? html`` : html` text-anchor="end"`}>${name}</text>`];
  });
}

function svg(draw: Drawing, title: string, body: readonly Part[]): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${draw.width} ${draw.height}" width="${draw.width}" height="${draw.height}" role="img"><title>${title}</title><style>${STYLE}</style><defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern><pattern id="d" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="dots" cx="2" cy="2" r="1"/></pattern><pattern id="z" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="zone" d="M0 0V5"/></pattern></defs>${body}</svg>
`.text;
}

const ground = (draw: Drawing, { countries, home, regions }: Layers): readonly Part[] => [html`<rect class="sea" width="${draw.width}" height="${draw.height}"/>`, paths('land', draw.area, countries), paths('home', draw.area, home), paths('region', draw.area, regions)];

function main(width: number, frame: Frame, layers: Layers, path: string, title: string): MapFile {
  const draw = drawing(width, frame);
  const filled = (feature: AtlasFeature | undefined, pattern: string): Part => feature !== undefined && html`<path fill="url(#${pattern})" d="${draw.area(feature)}"/>`;
  const text = svg(draw, title, [...ground(draw, layers), filled(layers.held, 'h'), filled(layers.contested, 'd'), layers.line !== undefined && paths('line', draw.line, [layers.line]), towns(draw, layers)]);
  return { path, text, width: draw.width, height: draw.height };
}

/** A line moves; how old it is has to stand beside it. */
const OLD_DAYS = 60;
function age(at: Instant, asOf: Instant): string {
  const days = daysBetween(at, asOf);
  return days > OLD_DAYS ? `, ${counted(days, 'day')} before this brief` : '';
}

const creditOf = ({ source, licence }: AtlasFeature): string => [source, licence].filter((words) => words !== undefined).join(', ');

export function mapOf(dossier: Dossier, asOf: Instant): MapView | undefined {
  const layers = layersOf(dossier, asOf);
  const frame = layers && frameOf(layers.home);
  if (!layers || !frame) return undefined;
  const { line, held, contested } = layers;
  const named = readable(layers.home[0]?.aliases[0] ?? layers.home[0]?.name ?? '');
  const lineWords = line?.asOf === undefined ? undefined : `Line of contact of ${day(line.asOf)}${age(line.asOf, asOf)}${line.doubtKm === undefined ? '' : `, drawn to within about ${line.doubtKm} km`}${creditOf(line) === '' ? '' : ` (${creditOf(line)})`}`;
  const alt = `Map of ${named} in its internationally recognised boundaries${line?.asOf === undefined ? '; no line of contact is on record at or before this date' : `, with the line of contact as of ${day(line.asOf)}`}.`;
  return {
    wide: main(WIDE, frame, layers, 'map.svg', alt), narrow: main(NARROW, frame, layers, 'map-narrow.svg', alt), alt,
    ...(line?.asOf === undefined || lineWords === undefined ? {} : { line: { asOf: line.asOf, words: lineWords } }),
    key: [
      ...(lineWords === undefined ? [] : [{ sign: 'line' as const, words: lineWords }]),
      ...(held?.asOf === undefined ? [] : [{ sign: 'held' as const, words: `Under Russian control on ${day(held.asOf)}, by the same source; this says nothing about title` }]),
      ...(contested?.asOf === undefined ? [] : [{ sign: 'contested' as const, words: `Contested on ${day(contested.asOf)}` }]),
    ],
    zones: dossier.guarantee ? zonesOf(dossier.guarantee.treaty, dossier, frame, layers) : [],
    credits: [...new Set([...layers.home, ...layers.regions, ...layers.countries].map(creditOf))].filter((words) => words !== ''),
  };
}

/** The text's zones as the engine tells places apart, tested cell by cell, so that the picture cannot differ from a judgement. */
function zonesOf(treaty: Treaty, { atlas }: Dossier, frame: Frame, layers: Layers): readonly ZoneView[] {
  const tester = zoneTester(treaty, atlas);
  const draw = drawing(SMALL, frame);
  return treaty.zones.map(({ name, source, asOf, includes, excludes }): ZoneView => {
    const about = [asOf === undefined ? '' : `as of ${day(asOf)}`, source?.text ?? ''].filter((words) => words !== '').join('; ');
    if ([...includes, ...excludes].some(isOpen)) return { name: readable(name), words: `cannot be drawn, since what it covers is to be agreed${about === '' ? '' : `; ${about}`}` };
    const { runs, counts, note, size } = tested(tester, name, frame, asOf ?? 0);
    const words = (what: string): string => [what, about].filter((one) => one !== '').join('; ');
    if (counts.true === 0) return { name: readable(name), words: words(note === undefined ? 'no part of it lies on this map' : `cannot be drawn: ${note.replace(/`/g, '')}`) };
    if (counts.false === 0) return { name: readable(name), words: words('covers all of this map') };
    const inside = draw.cells(runs.true, size);
    const doubtful = draw.cells(runs.undetermined, size);
    const text = svg(draw, `Zone ${readable(name)}`, [...ground(draw, { ...layers, regions: [] }), doubtful !== '' && html`<path class="doubt" d="${doubtful}"/>`, html`<path fill="url(#z)" d="${inside}"/>`, layers.line !== undefined && paths('line thin', draw.line, [layers.line])]);
    return { name: readable(name), words: words(''), file: { path: `${anchor('zone', name)}.svg`, text, width: draw.width, height: draw.height } };
  });
}

const isOpen = (shape: ZoneShape): boolean => shape.kind === 'to be agreed' || (shape.kind === 'strip' && typeof shape.distanceKm !== 'number') || (shape.kind === 'both' && shape.of.some(isOpen));

function tested(tester: ReturnType<typeof zoneTester>, zone: string, { west, east, south, north }: Frame, at: Instant) {
  const size = [(east - west) / COLUMNS, (north - south) / ROWS] as const;
  const runs: Record<Truth, Run[]> = { true: [], undetermined: [], false: [] };
  const counts: Record<Truth, number> = { true: 0, undetermined: 0, false: 0 };
  let note: string | undefined;
  for (let row = 0; row < ROWS; row += 1) {
    let open: { readonly truth: Truth; readonly from: number } | undefined;
    for (let column = 0; column <= COLUMNS; column += 1) {
      const found = column === COLUMNS ? undefined : tester.membership(zone, { latitude: south + (row + 0.5) * size[1], longitude: west + (column + 0.5) * size[0], withinKm: 0 }, at);
      if (found) counts[found.truth] += 1;
      if (open && open.truth !== found?.truth) {
        runs[open.truth].push({ west: west + open.from * size[0], south: south + row * size[1], cells: column - open.from });
        open = undefined;
      }
      if (found && !open) open = { truth: found.truth, from: column };
      if (found?.truth === 'undetermined') note ??= found.text;
    }
  }
  return { runs, counts, note, size };
}
