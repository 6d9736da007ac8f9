/** Places: the atlas, zones as treaties draw them, and whether a place known only roughly lies inside. */
export { emptyAtlas, featuresNamed, levelName } from './atlas.js';
export type { Atlas, AtlasFeature, AtlasGeometry, LineSide, Position, Ring } from './atlas.js';
export { atlasFromManifest, buildAtlas } from './manifest.js';
export type { AtlasManifest, AtlasMap, AtlasSpot, AtlasStrip, MapCollection } from './manifest.js';
export { missingPlaces } from './missing.js';
export type { MissingPlace } from './missing.js';
export { distanceKm } from './sphere.js';
export { zoneTester } from './zones.js';
export type { Membership, ZoneTester } from './zones.js';
