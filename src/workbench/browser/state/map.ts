/** The map's layers and the zone drawn on it, asked for once and when chosen. */
import type { Instant } from '../../../treaty/index.js';
import { ask } from '../judging/client.js';
import type { MapLayers, ZoneDrawing } from '../view/map.js';
import { loader } from './load.js';
import { text } from './store.js';

const layersLoader = loader<MapLayers>();
export const mapLayers = layersLoader.current;
let asked = false;
export function loadMap(): void {
  if (asked) return;
  asked = true;
  queueMicrotask(() => layersLoader.run(() => ask('map', {})));
}

const zoneLoader = loader<ZoneDrawing>();
export const zoneDrawn = zoneLoader.current;
export function loadZone(zone: string, at: Instant): void {
  const words = text.peek();
  if (words !== undefined) zoneLoader.run(() => ask('zone', { text: words, zone, at }), true);
}
