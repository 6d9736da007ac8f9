/** Names of places in a treaty that the atlas lacks, for messages. */
import type { Span, Treaty } from '../treaty/index.js';
import { featuresNamed, type Atlas } from './atlas.js';

export interface MissingPlace { readonly name: string; readonly span: Span }

/** Every place or line named by zones, lines, act patterns, pledges and scenarios that is neither a zone of the treaty nor in the atlas, in the order of the text. */
export function missingPlaces(treaty: Treaty, atlas: Atlas): MissingPlace[] {
  const zones = new Set(treaty.zones.map((zone) => zone.name));
  const lines = new Set(treaty.lines.map((line) => line.name));
  const missing: MissingPlace[] = [];
  const ask = (name: string, span: Span): void => {
    if (!zones.has(name) && featuresNamed(atlas, name).length === 0) missing.push({ name, span });
  };
  for (const line of treaty.lines) ask(line.atlasName, line.span);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) { for (const one of value) visit(one); return; }
    if (typeof value !== 'object' || value === null) return;
    const piece = value as Readonly<{ [key: string]: unknown }>;
    const span = piece['span'] as Span;
    const { kind, name, line, zone, negated } = piece;
    if (kind === 'place' && typeof name === 'string') ask(name, span);
    if (kind === 'strip' && typeof line === 'string' && !lines.has(line)) ask(line, span);
    if (typeof zone === 'string' && typeof negated === 'boolean') ask(zone, span);
    for (const inner of Object.values(piece)) visit(inner);
  };
  visit([treaty.zones, treaty.clauses, treaty.entryIntoForce, treaty.terminations, treaty.claims]);
  for (const pledge of treaty.pledges) if (pledge.stationed) ask(pledge.stationed.place, pledge.span);
  for (const scenario of treaty.scenarios) for (const step of scenario.steps) if (typeof step.place === 'string') ask(step.place, step.span);
  const seen = new Set<string>();
  return missing
    .filter((one) => { const key = `${one.name} ${one.span.offset}`; return !seen.has(key) && Boolean(seen.add(key)); })
    .sort((a, b) => a.span.offset - b.span.offset);
}
