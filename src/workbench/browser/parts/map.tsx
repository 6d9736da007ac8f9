/** The map: quiet land, the country a little brighter, the dated line, control hatched, zones of the treaty, incidents as diamonds with words. */
import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { levelName } from '../../../geo/index.js';
import type { Instant } from '../../../treaty/index.js';
import { loadMap, loadZone, mapLayers, zoneDrawn } from '../state/map.js';
import { valueOf } from '../state/load.js';
import { day } from '../view/dates.js';
import { marks, type Incident, type Mark } from '../view/incidents.js';
import type { Front, MapLayers } from '../view/map.js';
import { plural } from '../view/names.js';
import { drawing, held, nearTo, shown, unshown, whole, type Drawing, type Nearness } from '../view/projection.js';
import { Failing } from './empty.js';
import { Ground, MapKey, Towns } from './map-ground.js';
import { labels, Marks } from './map-marks.js';
import { useWidth } from './width.js';

interface NamedLine { readonly atlasName: string; readonly asOf?: Instant }

interface MapProps {
  readonly incidents: readonly Incident[];
  /** The line of contact shown is the latest at or before it, save where the treaty names one. */
  readonly at: Instant;
  /** Zones of the treaty that may be shown. */
  readonly zones: readonly string[];
  /** Lines of the atlas that the treaty names, as of their dates. */
  readonly lines?: readonly NamedLine[];
  readonly onPoint?: (longitude: number, latitude: number) => void;
  readonly point?: readonly [longitude: number, latitude: number] | undefined;
  /** Ids of the entries chosen, here or in a list. */
  readonly chosen?: readonly string[];
  readonly choose?: (mark: Mark | undefined) => void;
  readonly caption?: string;
}

const NEARER = 1.8;
/** A press that wanders less is a click. */
const STILL = 4;

function frontsFor(layers: MapLayers, at: Instant, lines: readonly NamedLine[]): { readonly front: Front | undefined; readonly named: boolean } {
  const named = lines.flatMap(({ atlasName, asOf: wanted = Infinity }) => {
    const same = layers.fronts.filter(({ names }) => names.includes(levelName(atlasName)));
    return same.findLast(({ asOf }) => asOf === undefined || asOf <= wanted) ?? same[0] ?? [];
  })[0];
  return named ? { front: named, named: true } : { front: layers.fronts.findLast(({ asOf }) => asOf !== undefined && asOf <= at), named: false };
}

export function IncidentMap({ incidents, at, zones, lines = [], onPoint, point, chosen = [], choose, caption }: MapProps) {
  const [figure, width] = useWidth<HTMLElement>(640);
  const draw = useMemo(() => drawing(width.value), [width.value]);
  const zoneName = useSignal('');
  const lineDate = useSignal('');
  const near = useSignal<Nearness | undefined>(undefined);
  const drawnZone = useComputed(() => valueOf(zoneDrawn.value)).value;
  loadMap();
  const layers = valueOf(mapLayers.value);
  const view = near.value ?? whole(draw);
  const gathered = useMemo(() => marks(incidents, onFrame(draw, view), draw.width), [incidents, draw, view.k, view.x, view.y]);
  const words = useMemo(() => labels(gathered, chosen, draw.width), [gathered, chosen, draw]);
  if (mapLayers.value.state === 'failed') return <Failing fault={`the map could not be drawn: ${mapLayers.value.fault}`} />;
  if (!layers) return <figure class="map" ref={figure}><p class="soft waiting" role="status">Drawing the map …</p></figure>;
  if (layers.home.length + layers.countries.length === 0) return <p class="soft small">This dossier has no map; places stand in words only.</p>;
  const found = frontsFor(layers, at, lines);
  const picked = lineDate.value === '' ? undefined : layers.fronts[Number(lineDate.value)];
  const front = picked ?? found.front;
  const control = front?.name === 'contact-line' ? layers.controlled.find(({ asOf }) => asOf === front.asOf) : undefined;
  const zone = zoneName.value !== '' && zones.includes(zoneName.value) && drawnZone?.zone === zoneName.value ? drawnZone : undefined;
  const showZone = (name: string): void => { zoneName.value = name; if (name !== '') loadZone(name, at); };
  const look = (next: Nearness): void => { near.value = held(next, draw); };
  const nearer = (by: number): void => {
    const middle = gathered.find((mark) => mark.ids?.some((id) => chosen.includes(id)));
    const [x, y] = middle && by > 1 ? unshown(view, draw, [middle.x, middle.y]) : [view.x, view.y];
    look({ k: view.k * by, x, y });
  };
  const toEntries = (): void => look(nearTo(bulk(incidents).flatMap(({ longitude, latitude }) => { const spot = draw.at(longitude, latitude); return spot ? [spot] : []; }), draw));
  const shownCount = gathered.reduce((sum, { count }) => sum + count, 0);
  const onMap = incidents.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure class="map" ref={figure}>
      <Frame draw={draw} view={view} look={look} label={`Map of Ukraine, ${onMap === 0 ? 'no incident shown' : `${plural(onMap, 'entry', 'entries')} at ${plural(gathered.length, 'mark')}`}`}
        click={(longitude, latitude) => { if (onPoint) onPoint(longitude, latitude); else choose?.(undefined); }} placing={onPoint !== undefined}>
        <Ground draw={draw} view={view} layers={layers} control={control} zone={zone} front={front} />
        <Towns draw={draw} view={view} layers={layers} marks={gathered} words={words} />
        <Marks marks={gathered} chosen={chosen} perKm={draw.perKm(31, 48.5) * view.k} words={words} only={onlyOf(incidents, chosen, draw, view)} choose={choose} />
        {point ? <Point at={place(draw, view, point)} /> : null}
      </Frame>
      <div class="nearness row-of">
        <button type="button" class="plain" onClick={() => nearer(NEARER)} disabled={view.k >= 11.9}>nearer</button>
        <button type="button" class="plain" onClick={() => nearer(1 / NEARER)} disabled={view.k <= 1}>farther</button>
        <button type="button" class="plain" onClick={toEntries} disabled={onMap === 0}>to the entries</button>
        <button type="button" class="plain" onClick={() => { near.value = undefined; }} disabled={view.k <= 1}>whole country</button>
        <MapKey rough={gathered.some(({ rough, count }) => rough === count)} />
      </div>
      <figcaption>
        {caption === undefined ? null : <>{caption} </>}
        {onMap > shownCount ? `${plural(onMap - shownCount, 'entry lies', 'entries lie')} outside this view. ` : ''}
        {front?.asOf === undefined ? 'No line of contact is on the map for this date.'
          : `Line of contact of ${day(front.asOf)}${found.named && !picked ? ', which the text names' : ''} (${front.source}${front.doubtKm === undefined ? '' : `; drawn to within about ${front.doubtKm} km`}).`}
        {control ? ' Hatched: area under Russian control that day.' : ''}
        {zone ? ` ${zone.zone}: hatched the other way; shaded where the map cannot tell.${zone.note === undefined ? '' : ` Nothing is drawn for certain: ${zone.note}.`}` : ''}
        {' '}Boundaries as recognised internationally ({layers.credits.join('; ')}).
      </figcaption>
      <div class="layers">
        {layers.fronts.length < 2 ? null : (
          <label>Line of contact
            <select class="chooser" value={lineDate.value} onChange={(event) => { lineDate.value = event.currentTarget.value; }}>
              <option value="">{found.named ? 'as the text names it' : 'at the end of the period'}</option>
              {layers.fronts.map(({ asOf }, index) => (asOf === undefined ? null : <option value={String(index)} key={index}>{day(asOf)}</option>))}
            </select>
          </label>
        )}
        {zones.length === 0 ? null : (
          <label>Zone of the text
            <select class="chooser" value={zoneName.value} onChange={(event) => showZone(event.currentTarget.value)}>
              <option value="">none shown</option>
              {zones.map((name) => <option value={name} key={name}>{name}</option>)}
            </select>
          </label>
        )}
      </div>
    </figure>
  );
}

const place = (draw: Drawing, view: Nearness, [longitude, latitude]: readonly [number, number]): readonly [number, number] | undefined => {
  const at = draw.at(longitude, latitude);
  return at && shown(view, draw, at);
};

/** Where a point falls on the screen, or nothing where it lies off the frame. */
const onFrame = (draw: Drawing, view: Nearness) => (longitude: number, latitude: number): readonly [number, number] | undefined => {
  const at = place(draw, view, [longitude, latitude]);
  return at && at[0] >= 0 && at[1] >= 0 && at[0] <= draw.width && at[1] <= draw.height ? at : undefined;
};

/** The place of the one entry chosen. */
function onlyOf(incidents: readonly Incident[], [id, ...others]: readonly string[], draw: Drawing, view: Nearness) {
  const spot = id === undefined || others.length > 0 ? undefined : incidents.find(({ ids }) => ids?.includes(id));
  const at = spot && place(draw, view, [spot.longitude, spot.latitude]);
  return spot && at ? { x: at[0], y: at[1], withinKm: spot.withinKm } : undefined;
}

/** All but the farthest twentieth, so that one distant entry does not push the view away from the rest. */
function bulk(incidents: readonly Incident[]): readonly Incident[] {
  const total = incidents.reduce((sum, { count }) => sum + count, 0);
  const [longitude, latitude] = [incidents.reduce((sum, one) => sum + one.longitude * one.count, 0) / total, incidents.reduce((sum, one) => sum + one.latitude * one.count, 0) / total];
  const far = ({ longitude: east, latitude: north }: Incident): number => Math.hypot((east - longitude) * 0.66, north - latitude);
  let left = total * 0.95;
  return [...incidents].sort((a, b) => far(a) - far(b)).filter(({ count }) => { const keep = left > 0; left -= count; return keep; });
}

function Point({ at }: { readonly at: readonly [number, number] | undefined }) {
  return at ? <g class="taken"><line x1={at[0] - 9} x2={at[0] + 9} y1={at[1]} y2={at[1]} /><line x1={at[0]} x2={at[0]} y1={at[1] - 9} y2={at[1] + 9} /></g> : null;
}

interface FrameProps {
  readonly draw: Drawing;
  readonly view: Nearness;
  readonly look: (next: Nearness) => void;
  readonly click: (longitude: number, latitude: number) => void;
  readonly label: string;
  readonly placing: boolean;
  readonly children: preact.ComponentChildren;
}

/** Drags the view where it is nearer than whole; a press that stays is a click on the ground. */
function Frame({ draw, view, look, click, label, placing, children }: FrameProps) {
  const pressed = useSignal<{ readonly x: number; readonly y: number; readonly view: Nearness; readonly moved: boolean } | undefined>(undefined);
  const on = (event: PointerEvent): readonly [number, number] => {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * draw.width, ((event.clientY - box.top) / box.height) * draw.height];
  };
  const press = (event: PointerEvent): void => {
    if ((event.target as Element).closest('[role=button]')) return;
    const [x, y] = on(event);
    pressed.value = { x, y, view, moved: false };
  };
  const move = (event: PointerEvent): void => {
    const start = pressed.value;
    if (!start || view.k <= 1) return;
    const [x, y] = on(event);
    if (!start.moved && Math.hypot(x - start.x, y - start.y) < STILL) return;
    if (!start.moved) { (event.currentTarget as SVGSVGElement).setPointerCapture(event.pointerId); pressed.value = { ...start, moved: true }; }
    look({ k: start.view.k, x: start.view.x - (x - start.x) / start.view.k, y: start.view.y - (y - start.y) / start.view.k });
  };
  const release = (event: PointerEvent): void => {
    const start = pressed.value;
    pressed.value = undefined;
    if (!start || start.moved) return;
    const ground = draw.inverse(...unshown(view, draw, on(event)));
    if (ground) click(ground[0], ground[1]);
  };
  return (
    <svg class={[view.k > 1 ? 'near' : '', placing ? 'placing' : ''].filter((word) => word !== '').join(' ')} viewBox={`0 0 ${draw.width} ${draw.height}`} role="group" aria-label={label}
      onPointerDown={press} onPointerMove={move} onPointerUp={release} onPointerCancel={() => { pressed.value = undefined; }}>{children}</svg>
  );
}
