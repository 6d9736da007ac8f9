/** The encoded texts of the project: every `.casus` file of the library and of the dossiers, parsed and checked. Negotiations bind nobody and stand apart. */
import { join } from 'node:path';
import { atlasFromManifest } from '../../src/geo/index.js';
import { checkTreaty } from '../../src/language/check/index.js';
import { parseTreaty } from '../../src/language/index.js';
import type { Diagnostic, Treaty } from '../../src/treaty/index.js';
import { filesBelow, read } from '../house/files.js';

export interface EncodedText {
  readonly path: string;
  readonly treaty: Treaty;
  /** The parser's own findings, and those of the static rules. */
  readonly diagnostics: readonly Diagnostic[];
}

export const textsBelow = (folder: string): readonly EncodedText[] => filesBelow(folder, /\.casus$/).map((path) => {
  const { treaty, diagnostics } = parseTreaty(read(path));
  return { path, treaty, diagnostics: [...diagnostics, ...checkTreaty(treaty)] };
});

const ALL: readonly EncodedText[] = [...textsBelow('library'), ...textsBelow('dossiers')];
export const TEXTS = ALL.filter(({ treaty }) => treaty.document === undefined);
export const NEGOTIATIONS = ALL.filter(({ treaty }) => treaty.document === 'negotiation');

const data = 'dossiers/ukraine/data';
export const atlas = atlasFromManifest(JSON.parse(read(`${data}/atlas.json`)), (name) => JSON.parse(read(join(data, name))) as unknown);

/** How often each rule found something, `id count` in the order of the alphabet. */
export function countsOf({ diagnostics }: EncodedText): string {
  const ids = [...new Set(diagnostics.map(({ id }) => id))].sort();
  return ids.map((id) => `${id} ${diagnostics.filter((one) => one.id === id).length}`).join(' · ');
}
