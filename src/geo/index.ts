/** Places: the atlas, zones as treaties draw them, and whether a place known only roughly lies inside. */
export { emptyAtlas, featuresNamed, levelName } from './atlas.js';
export type { Atlas, AtlasFeature, AtlasGeometry, LineSide, Position, Ring } from './atlas.js';
export { zoneTester } from './zones.js';
export type { Membership, ZoneTester } from './zones.js';
