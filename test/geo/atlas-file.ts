/** The shipped atlas of the Ukraine dossier, read from disk for tests. */
import { readFileSync } from 'node:fs';
import { atlasFromManifest, type Atlas } from '../../src/geo/index.js';

const folder = new URL('../../dossiers/ukraine/data/', import.meta.url);
let read: Atlas | undefined;

export function shippedAtlas(): Atlas {
  const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return (read ??= atlasFromManifest(json('atlas.json'), json));
}
