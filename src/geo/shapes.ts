/** What every drawn shape answers about a disc of doubt, and how answers combine (strong Kleene). */
import type { Truth } from '../treaty/index.js';

/** A place known to lie within `withinKm` of a point; `onLand` where it is a town or region, so that the sea within the disc does not count. */
export interface Disc { readonly latitude: number; readonly longitude: number; readonly withinKm: number; readonly onLand?: boolean }

/** `km`: how far inside (positive) or outside (negative) the disc's centre lies, where the shape has an edge. */
export interface Finding { readonly truth: Truth; readonly text: string; readonly km?: number }

export interface Box { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

export interface Shape {
  test(disc: Disc): Finding;
  /** Boxes that together hold the shape; empty where it has no extent. */
  readonly boxes: readonly Box[];
  /** The whole shape as one disc, where it is a town. */
  readonly spot?: Disc;
}

export function not(truth: Truth): Truth {
  return truth === 'true' ? 'false' : truth === 'false' ? 'true' : 'undetermined';
}
export function all(truths: readonly Truth[]): Truth {
  return truths.includes('false') ? 'false' : truths.includes('undetermined') ? 'undetermined' : 'true';
}
export function any(truths: readonly Truth[]): Truth {
  return truths.includes('true') ? 'true' : truths.includes('undetermined') ? 'undetermined' : 'false';
}

/** `12 km`, `0.4 km`: whole above ten, one decimal below. */
export function kmWords(km: number): string {
  const size = Math.abs(km);
  return `${size >= 10 ? Math.round(size) : Math.round(size * 10) / 10} km`;
}

/** `, known within 5 km`, or nothing for an exact place. */
export function doubtWords(disc: Disc): string {
  return disc.withinKm > 0 ? `, known within ${kmWords(disc.withinKm)}` : '';
}

export function undrawn(text: string): Shape {
  return { boxes: [], test: () => ({ truth: 'undetermined', text }) };
}
