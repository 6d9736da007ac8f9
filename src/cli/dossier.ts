/** A negotiation as named on the command line: a text, or the folder of a dossier with the text and the statements that its `dossier.json` names. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nearest } from '../language/index.js';
import { BadInput } from './faults.js';
import { packageRoot, readText } from './files.js';

export interface NegotiationFiles { readonly text: string; readonly records: readonly string[] }

const TEXT = 'negotiation.casus';
const STATEMENTS = 'statements.jsonl';
const KEYS = ['negotiation', 'statements'];

/** A folder that is not found is looked for among the dossiers of the package. Throws BadInput. */
export function negotiationFiles(named: string, folder: string): NegotiationFiles {
  const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
  if (named === '-') return { text: named, records: [] };
  const packed = join(packageRoot(), 'dossiers', named);
  const place = isFolder(resolve(folder, named)) ? named : !existsSync(resolve(folder, named)) && /^[\w-]+$/.test(named) && isFolder(packed) ? packed : undefined;
  if (place === undefined) return { text: named, records: [] };
  const at = (name: string): string => join(place, name);
  const there = (name: string): boolean => existsSync(resolve(folder, at(name)));
  const { negotiation, statements } = there('dossier.json') ? namedIn(at('dossier.json'), folder) : {};
  const text = negotiation ?? TEXT;
  if (negotiation === undefined && !there(TEXT)) throw new BadInput(`\`${named}\` holds no negotiation`, `a dossier has a \`${TEXT}\`, or names its own in \`dossier.json\`; a text can be named by itself`);
  return { text: at(text), records: (statements ?? (there(STATEMENTS) ? [STATEMENTS] : [])).map(at) };
}

function namedIn(path: string, folder: string): { readonly negotiation?: string; readonly statements?: readonly string[] } {
  const wrong = (what: string): never => { throw new BadInput(`\`${path}\`: ${what}`, `write \`"negotiation": "${TEXT}"\` and \`"statements": ["${STATEMENTS}"]\``); };
  let raw: unknown;
  try { raw = JSON.parse(readText(path, folder).text); } catch (fault) { if (fault instanceof BadInput) throw fault; return wrong('this is no JSON'); }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong('this is no JSON object');
  const { negotiation, statements: named } = raw as { readonly [key: string]: unknown };
  const statements = typeof named === 'string' ? [named] : named;
  for (const key of Object.keys(raw)) { const near = KEYS.includes(key) ? undefined : nearest(key, ['negotiation', 'statements']); if (near !== undefined) throw new BadInput(`\`${path}\`: there is no key \`${key}\``, `did you mean \`${near}\``); }
  if (negotiation !== undefined && (typeof negotiation !== 'string' || negotiation.trim() === '')) return wrong('`negotiation` is no file name');
  if (statements !== undefined && !(Array.isArray(statements) && statements.every((one): one is string => typeof one === 'string' && one.trim() !== ''))) return wrong('`statements` is no list of file names');
  return { ...(negotiation === undefined ? {} : { negotiation: negotiation as string }), ...(statements === undefined ? {} : { statements: statements as readonly string[] }) };
}
