/** The map: quiet land, the country a little brighter, the dated line, control hatched, zones of the treaty, incidents as diamonds with words. */
import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Instant } from '../../../treaty/index.js';
import { loadMap, loadZone, mapLayers, zoneDrawn } from '../state/map.js';
import { valueOf } from '../state/load.js';
import { day } from '../view/dates.js';
import type { MapLayers, Run, ZoneDrawing } from '../view/map.js';
import { drawing, HEIGHT, WIDTH, type Drawing } from '../view/projection.js';
import type { Incident } from '../view/record.js';

interface MapProps {
  readonly incidents: readonly Incident[];
  /** The line of contact shown is the latest at or before it. */
  readonly at: Instant;
  /** Zones of the treaty that may be shown. */
  readonly zones: readonly string[];
  readonly onPoint?: (longitude: number, latitude: number) => void;
  readonly caption?: string;
}

const MOST_WORDS = 12;

const labelBy = (incidents: readonly Incident[]): boolean => incidents.length <= MOST_WORDS;

function diamond(x: number, y: number, r: number): string {
  return `M${x.toFixed(1)} ${(y - r).toFixed(1)}l${r} ${r}-${r} ${r}-${r}-${r}z`;
}

/** Cells of a zone as one path, each row a strip. */
function cells(draw: Drawing, runs: readonly Run[], [width, height]: readonly [number, number]): string {
  return runs.map(({ west, south, cells: count }) => {
    const corners = [[west, south], [west + count * width, south], [west + count * width, south + height], [west, south + height]] as const;
    const points = corners.map(([longitude, latitude]) => draw.at(longitude, latitude));
    return points.every((point) => point !== undefined) ? `M${points.map((point) => `${point[0].toFixed(1)} ${point[1].toFixed(1)}`).join('L')}z` : '';
  }).join('');
}

function frontAt(layers: MapLayers, at: Instant): MapLayers['fronts'][number] | undefined {
  return layers.fronts.findLast(({ asOf }) => asOf !== undefined && asOf <= at);
}

function Base({ draw, layers }: { readonly draw: Drawing; readonly layers: MapLayers }) {
  const paths = useMemo(() => ({
    countries: layers.countries.map((one) => draw.area(one)).join(''), home: layers.home.map((one) => draw.area(one)).join(''), regions: layers.regions.map((one) => draw.area(one)).join(''),
  }), [draw, layers]);
  return <><path class="country" d={paths.countries} /><path class="home" d={paths.home} /><path class="region" d={paths.regions} /></>;
}

function ZoneLayer({ draw, zone }: { readonly draw: Drawing; readonly zone: ZoneDrawing }) {
  return <g><path d={cells(draw, zone.inside, zone.cellDegrees)} fill="url(#zone-hatch)" /><path class="zone-doubt" d={cells(draw, zone.doubtful, zone.cellDegrees)} /></g>;
}

function Marks({ draw, incidents }: { readonly draw: Drawing; readonly incidents: readonly Incident[] }) {
  const words = labelBy(incidents);
  const placed = new Map<string, number>();
  return (
    <g>
      {incidents.map((incident, index) => {
        const point = draw.at(incident.longitude, incident.latitude);
        if (!point) return null;
        const [x, y] = point;
        const r = incident.count === 1 ? 6 : Math.min(16, 4 + 1.6 * Math.log2(incident.count));
        // Words of incidents at one spot stand above one another.
        const spot = `${Math.round(x / 40)},${Math.round(y / 14)}`;
        const level = placed.get(spot) ?? 0;
        placed.set(spot, level + 1);
        return (
          <g key={index}>
            {incident.withinKm > 3 ? <circle class="doubt" cx={x} cy={y} r={Math.max(r + 2, incident.withinKm * draw.perKm(incident.longitude, incident.latitude))} /> : null}
            <path class={`incident ${incident.tone === 'broken' || incident.tone === 'open' || incident.tone === 'kept' ? '' : incident.tone === 'unknown' ? 'unknown' : 'quiet'}`} d={diamond(x, y, r)}><title>{incident.words}</title></path>
            {words && level < 4 ? <text class="word" x={x} y={y - r - 5 - level * 14} text-anchor="middle">{incident.words}</text> : null}
          </g>
        );
      })}
    </g>
  );
}

export function IncidentMap({ incidents, at, zones, onPoint, caption }: MapProps) {
  const draw = useMemo(drawing, []);
  const shown = useSignal('');
  const drawnZone = useComputed(() => valueOf(zoneDrawn.value)).value;
  loadMap();
  const layers = valueOf(mapLayers.value);
  if (mapLayers.value.state === 'failed') return <p class="notice failing">The map could not be drawn: {mapLayers.value.fault}</p>;
  if (!layers) return <p class="soft" role="status">Drawing the map …</p>;
  const front = frontAt(layers, at);
  const control = front?.name === 'contact-line' ? layers.controlled.find(({ asOf }) => asOf === front.asOf) : undefined;
  const zone = shown.value !== '' && zones.includes(shown.value) && drawnZone?.zone === shown.value ? drawnZone : undefined;
  const choose = (name: string): void => { shown.value = name; if (name !== '') loadZone(name, at); };
  const click = (event: MouseEvent): void => {
    if (!onPoint) return;
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const point = draw.inverse(((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT);
    if (point) onPoint(point[0], point[1]);
  };
  const summary = incidents.length === 0 ? 'no incident shown' : `${incidents.reduce((sum, { count }) => sum + count, 0)} entries shown`;
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Map of Ukraine, ${summary}`} onClick={click}>
        <defs>
          <pattern id="held-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="6" /></pattern>
          <pattern id="zone-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><line class="zone-line" x1="0" y1="0" x2="0" y2="5" /></pattern>
        </defs>
        <Base draw={draw} layers={layers} />
        {control ? <path d={draw.area(control)} fill="url(#held-hatch)" /> : null}
        {zone ? <ZoneLayer draw={draw} zone={zone} /> : null}
        {front ? <path class="front" d={draw.line(front.parts)} /> : null}
        {layers.towns.map(({ name, longitude, latitude }) => {
          const point = draw.at(longitude, latitude);
          return point ? <g key={name}><circle class="town" cx={point[0]} cy={point[1]} r="2.2" /><text x={point[0] + 6} y={point[1] + 4}>{name}</text></g> : null;
        })}
        <Marks draw={draw} incidents={incidents} />
      </svg>
      <figcaption>
        {caption === undefined ? null : <>{caption} </>}
        {front?.asOf === undefined ? 'No line of contact is on the map for this date.' : `Line of contact of ${day(front.asOf)} (${front.source}).`}
        {control ? ' Hatched: area under Russian control that day.' : ''}
        {zone ? ` ${zone.zone}: hatched the other way; shaded where the map cannot tell.${zone.note === undefined ? '' : ` Nothing is drawn for certain: ${zone.note}.`}` : ''}
        {' '}Boundaries as recognised internationally. {layers.credits.join('; ')}.
      </figcaption>
      {zones.length === 0 ? null : (
        <label class="layers">Zone of the treaty
          <select class="chooser" value={shown.value} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">none shown</option>
            {zones.map((name) => <option value={name} key={name}>{name}</option>)}
          </select>
        </label>
      )}
    </figure>
  );
}
