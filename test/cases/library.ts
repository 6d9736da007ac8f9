/** The treaties of the library, read once for tests of cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseTreaty } from '../../src/language/index.js';
import type { Treaty } from '../../src/treaty/index.js';

const folder = new URL('../../library/', import.meta.url);
export const treatyOf = (file: string): Treaty => parseTreaty(readFileSync(new URL(file, folder), 'utf8')).treaty;
export const library: readonly Treaty[] = readdirSync(folder).filter((name) => name.endsWith('.casus')).sort().map(treatyOf);
