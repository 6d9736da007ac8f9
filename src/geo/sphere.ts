/** Measures on the sphere: positions as unit vectors, great-circle distances in km. Earth is a sphere of 6371.0088 km (IUGG mean radius). */
import type { Position } from './atlas.js';

export const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

export interface Vector { readonly x: number; readonly y: number; readonly z: number }

export function vectorOf(latitude: number, longitude: number): Vector {
  const cos = Math.cos(latitude * RADIANS);
  return { x: cos * Math.cos(longitude * RADIANS), y: cos * Math.sin(longitude * RADIANS), z: Math.sin(latitude * RADIANS) };
}

/** Haversine distance between two points in degrees. */
export function distanceKm(latitudeA: number, longitudeA: number, latitudeB: number, longitudeB: number): number {
  const sinLat = Math.sin(((latitudeB - latitudeA) * RADIANS) / 2);
  const sinLon = Math.sin(((longitudeB - longitudeA) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(latitudeA * RADIANS) * Math.cos(latitudeB * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Great-circle distance for a straight chord between two points of the unit sphere. */
export function arcKm(chord: number): number {
  return 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));
}

/** The chord of a great-circle distance. */
export function chordOf(km: number): number {
  return 2 * Math.sin(Math.min(Math.PI, km / EARTH_KM) / 2);
}

/** Longitude brought into [-180, 180). */
export function wrapLongitude(longitude: number): number {
  return longitude >= -180 && longitude < 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** The point reached from another by going `km` in the direction `bearing` (radians, clockwise from north). */
export function pointAt(latitude: number, longitude: number, km: number, bearing: number): { latitude: number; longitude: number } {
  const angle = km / EARTH_KM;
  const lat = latitude * RADIANS;
  const sin = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing);
  const east = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat);
  const turn = Math.atan2(east, Math.cos(angle) - Math.sin(lat) * sin);
  return { latitude: Math.asin(Math.max(-1, Math.min(1, sin))) / RADIANS, longitude: wrapLongitude(longitude + turn / RADIANS) };
}

/**
 * Edges run straight in longitude and latitude, as GeoJSON draws them (a parallel stays a parallel), taking the short way round the globe.
 * They are cut into pieces of at most a quarter degree, for which chord and drawn edge differ by a few metres.
 */
export function piecesOf(a: Position, b: Position): Position[] {
  const turn = b[0] - a[0] - 360 * Math.round((b[0] - a[0]) / 360);
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(turn), Math.abs(b[1] - a[1])) * 4));
  return Array.from({ length: count + 1 }, (_, index) => (index === count ? [a[0] + turn, b[1]] as const
    : [a[0] + (turn * index) / count, a[1] + ((b[1] - a[1]) * index) / count] as const));
}
