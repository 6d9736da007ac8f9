/** What the map shows, as longitudes and latitudes; the drawing itself is a part of the page. */
import type { Instant } from '../../../treaty/index.js';

export type Line = readonly (readonly [number, number])[];

export interface Outline { readonly name: string; readonly polygons: readonly (readonly Line[])[] }

export interface MapLayers {
  readonly countries: readonly Outline[];
  readonly home: readonly Outline[];
  readonly regions: readonly Outline[];
  /** The `large` ones are named at any scale. */
  readonly towns: readonly { readonly name: string; readonly longitude: number; readonly latitude: number; readonly large: boolean }[];
  /** Dated lines of contact, oldest first. */
  readonly fronts: readonly Front[];
  readonly controlled: readonly (Outline & { readonly asOf?: Instant; readonly source: string })[];
  readonly credits: readonly string[];
  /** Middle and reach of every named place, by its levelled name. */
  readonly places: Readonly<{ [name: string]: readonly [longitude: number, latitude: number, withinKm: number] }>;
}

export interface Front {
  readonly name: string;
  /** Levelled names by which a treaty may call it. */
  readonly names: readonly string[];
  readonly asOf?: Instant;
  readonly parts: readonly Line[];
  readonly source: string;
  /** How far off the drawn line may be, either way. */
  readonly doubtKm?: number;
}

/** A zone as the engine tells places apart: rows of cells from west to east, where it is certain and where it is in doubt. */
export interface ZoneDrawing {
  readonly zone: string;
  readonly cellDegrees: readonly [longitude: number, latitude: number];
  readonly inside: readonly Run[];
  readonly doubtful: readonly Run[];
  /** Said where nothing can be drawn. */
  readonly note?: string;
}
export interface Run { readonly west: number; readonly south: number; readonly cells: number }

export const MAP_WINDOW = { west: 21.3, east: 41.2, south: 43.9, north: 52.9 } as const;
