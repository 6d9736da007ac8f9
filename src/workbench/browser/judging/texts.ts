/** Texts parsed and compiled, the last few kept: a keystroke parses once, a change of dates not at all. */
import { compile, type CompiledTreaty } from '../../../engine/index.js';
import { atlasFromManifest, emptyAtlas, type Atlas } from '../../../geo/index.js';
import { checkTreaty } from '../../../language/check/index.js';
import { parseTreaty, tokens } from '../../../language/index.js';
import type { Treaty } from '../../../treaty/index.js';
import type { DossierListing } from '../../shared/wire.js';
import { jsonAt } from './fetching.js';
import type { Parsed } from './protocol.js';

const KEPT = 4;

function remembering<T>(make: (text: string) => T): (text: string) => T {
  const held = new Map<string, T>();
  return (text) => {
    const known = held.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    held.set(text, made);
    const oldest = held.keys().next().value;
    if (held.size > KEPT && oldest !== undefined) held.delete(oldest);
    return made;
  };
}

export const parsed = remembering((text): Parsed => {
  const { treaty, diagnostics } = parseTreaty(text);
  const all = [...diagnostics, ...checkTreaty(treaty)].sort((a, b) => a.span.offset - b.span.offset);
  return { treaty, diagnostics: all, tokens: tokens(text) };
});

export const treatyOf = (text: string): Treaty => parsed(text).treaty;

/** Asked for once; what failed is asked for again the next time. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= load().catch((fault: unknown) => { asked = undefined; throw fault; }));
}

export const dossier = once(() => jsonAt<DossierListing>('api/dossier'));
export const atlas = once(loadAtlas);

/** Fetches what every judgement needs while the first text is still being read; a failure is told by the judgement that meets it. */
export const prepare = (): void => void atlas().catch(() => undefined);

async function loadAtlas(): Promise<Atlas> {
  if (!(await dossier()).hasAtlas) return emptyAtlas;
  const manifest = await jsonAt<{ readonly maps?: readonly { readonly file: string }[] }>('api/data/atlas.json');
  const names = [...new Set((manifest.maps ?? []).map(({ file }) => file))];
  const files = new Map(await Promise.all(names.map(async (name) => [name, await jsonAt<unknown>(`api/data/${encodeURIComponent(name)}`)] as const)));
  return atlasFromManifest(manifest, (name) => files.get(name));
}

const compiledBy = new WeakMap<Atlas, (text: string) => CompiledTreaty>();

export async function compiled(text: string): Promise<CompiledTreaty> {
  const places = await atlas();
  const known = compiledBy.get(places) ?? remembering((one: string) => compile(treatyOf(one), places));
  compiledBy.set(places, known);
  return known(text);
}
