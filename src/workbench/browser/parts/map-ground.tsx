/** What lies under the incidents: land, regions, control, zones, the line, towns; and the key that explains the marks. */
import { useMemo } from 'preact/hooks';
import type { Mark } from '../view/incidents.js';
import type { Front, MapLayers, Outline, Run, ZoneDrawing } from '../view/map.js';
import { shown, type Drawing, type Nearness } from '../view/projection.js';
import { boxOf, diamond, meet, type Box, type Label } from './map-marks.js';

interface GroundProps {
  readonly draw: Drawing;
  readonly view: Nearness;
  readonly layers: MapLayers;
  readonly control: Outline | undefined;
  readonly zone: ZoneDrawing | undefined;
  readonly front: Front | undefined;
}

/** Cells of a zone as one path, each row a strip. */
function cells(draw: Drawing, runs: readonly Run[], [width, height]: readonly [number, number]): string {
  return runs.map(({ west, south, cells: count }) => {
    const corners = [[west, south], [west + count * width, south], [west + count * width, south + height], [west, south + height]] as const;
    const points = corners.map(([longitude, latitude]) => draw.at(longitude, latitude));
    return points.every((point) => point !== undefined) ? `M${points.map((point) => `${point[0].toFixed(1)} ${point[1].toFixed(1)}`).join('L')}z` : '';
  }).join('');
}

export function Ground({ draw, view, layers, control, zone, front }: GroundProps) {
  const land = useMemo(() => ({
    countries: layers.countries.map((one) => draw.area(one)).join(''), home: layers.home.map((one) => draw.area(one)).join(''), regions: layers.regions.map((one) => draw.area(one)).join(''),
  }), [draw, layers]);
  const drawn = useMemo(() => ({
    control: control ? draw.area(control) : '', front: front ? draw.line(front.parts) : '',
    inside: zone ? cells(draw, zone.inside, zone.cellDegrees) : '', doubtful: zone ? cells(draw, zone.doubtful, zone.cellDegrees) : '',
  }), [draw, control, front, zone]);
  const hatch = (angle: number): string => `rotate(${angle}) scale(${1 / view.k})`;
  return (
    <>
      <defs>
        <pattern id="held-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={hatch(45)}><line class="hatch-line" x1="0" y1="0" x2="0" y2="6" /></pattern>
        <pattern id="zone-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform={hatch(-45)}><line class="zone-line" x1="0" y1="0" x2="0" y2="5" /></pattern>
      </defs>
      <g transform={`translate(${draw.width / 2} ${draw.height / 2}) scale(${view.k}) translate(${-view.x} ${-view.y})`}>
        <path class="country" d={land.countries} /><path class="home" d={land.home} /><path class="region" d={land.regions} />
        {drawn.control === '' ? null : <path d={drawn.control} fill="url(#held-hatch)" />}
        {drawn.doubtful === '' ? null : <path class="zone-doubt" d={drawn.doubtful} />}
        {drawn.inside === '' ? null : <path d={drawn.inside} fill="url(#zone-hatch)" />}
        {drawn.front === '' ? null : <path class="front" d={drawn.front} />}
      </g>
    </>
  );
}

/** Scale from which every town of the atlas is named. */
const ALL_FROM = 2.4;
/** Mean width of a letter, in pixels. */
const LETTER = 6.2;
/** Below this width only the largest are. */
const PHONE = 460;

export function Towns({ draw, view, layers, marks, words }: Pick<GroundProps, 'draw' | 'view' | 'layers'> & { readonly marks: readonly Mark[]; readonly words: readonly Label[] }) {
  return (
    <g class="towns">
      {layers.towns.filter(({ large, name }) => view.k >= ALL_FROM || (large && (draw.width > PHONE || name === 'Kyiv' || view.k > 1.5))).map(({ name, longitude, latitude }) => {
        const at = draw.at(longitude, latitude);
        if (!at) return null;
        const [x, y] = shown(view, draw, at);
        const cover = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < mark.r + 3);
        const off = cover ? cover.r + 4 : 6;
        const size = name.length * LETTER;
        const clear = (box: Box): boolean => box.left >= 0 && box.top >= 0 && box.right <= draw.width && box.bottom <= draw.height && !words.some((one) => meet(one, box)) && !marks.some((mark) => mark !== cover && meet(boxOf(mark), box));
        const right = clear({ left: x + off, right: x + off + size, top: y - 8, bottom: y + 6 });
        // A mark with words of its own says where it is.
        if ((cover && words.some(({ text }) => text.startsWith(cover.words.slice(0, 8)))) || (!right && !clear({ left: x - off - size, right: x - off, top: y - 8, bottom: y + 6 }))) return null;
        return <g key={name}>{cover ? null : <circle class="town" cx={x} cy={y} r="2.2" />}<text x={right ? x + off : x - off} y={y + 4} text-anchor={right ? 'start' : 'end'}>{name}</text></g>;
      })}
    </g>
  );
}

export function MapKey({ rough }: { readonly rough: boolean }) {
  const sign = (name: string, words: string) => <li key={words}><svg viewBox="0 0 14 14" aria-hidden="true"><path class={`incident ${name}`} d={diamond(7, 7, 6)} /></svg>{words}</li>;
  return <ul class="key">{sign('broken', 'breached')}{sign('unknown', 'undetermined')}{sign('', 'other')}{rough ? sign('rough', 'known by district only') : null}</ul>;
}
