/** 100,000 entries against a treaty of 30 clauses on the reference engine: zones, windows, failing-which chains, decisions, counts. */
import { readFileSync } from 'node:fs';
import { compile, replay } from '../src/engine/index.js';
import { atlasFromManifest } from '../src/geo/index.js';
import { parseTreaty } from '../src/language/index.js';
import type { Entry } from '../src/treaty/index.js';
import { measured, print, seeded } from './figure.js';

const ENTRIES = 100_000;
const MINUTE = 60_000;
const YEARS = 8;
const data = new URL('../dossiers/ukraine/data/', import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, data), 'utf8'));
const atlas = atlasFromManifest(json('atlas.json'), json);

const { treaty, diagnostics } = parseTreaty(readFileSync(new URL('thirty-clauses.casus', import.meta.url), 'utf8'));
const errors = diagnostics.filter(({ severity }) => severity === 'error');
if (errors.length > 0 || treaty.clauses.length !== 30) throw new Error(`the benchmark's treaty has ${treaty.clauses.length} clauses and ${errors.length} errors: ${errors[0]?.message ?? ''}`);
const compiled = compile(treaty, atlas);

function entries(count: number): readonly Entry[] {
  const chance = seeded(2014);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const start = Date.UTC(2014, 0, 1);
  const spacing = (YEARS * 365 * 1440) / count;
  const guarantors = ['France', 'Germany', 'Poland', 'United-Kingdom', 'United-States'];
  return Array.from({ length: count }, (_, index): Entry => {
    const at = start + Math.floor((index + chance()) * spacing) * MINUTE;
    const base = { id: `e${index}`, occurred: { from: at, to: at }, knownAt: at, arguments: {} };
    const one = (name: string) => ({ kind: 'one' as const, name });
    const kind = chance();
    if (kind < 0.7) {
      return {
        ...base, act: pick(['strike', 'shell', 'enter']), actor: one(pick(['Russia', 'Ukraine'])), on: one(pick(['Ukraine', 'Russia'])),
        place: { latitude: 46 + chance() * 5, longitude: 31 + chance() * 8, withinKm: pick([0, 0, 1, 25]) }, arguments: { severity: Math.floor(chance() * 6), deaths: Math.floor(chance() * 10), means: pick(['ground', 'missile', 'drone']) },
      };
    }
    if (kind < 0.75) return { ...base, act: 'notify', actor: one('Ukraine') };
    if (kind < 0.8) return { ...base, act: 'convene', actor: one('Ukraine') };
    return { ...base, act: pick(['deploy', 'supply', 'explain', 'report', 'inspect', 'withdraw-weapons']), actor: one(pick([...guarantors, 'Ukraine', 'Russia'])) };
  });
}

const record = entries(ENTRIES);
const end = record.at(-1)?.occurred.to ?? 0;
print(measured('replay against 30 clauses', 'entries', 5, 5, () => {
  const { verdicts } = replay(compiled, record, { asOf: end, knownOn: end, complete: true, inForceFrom: Date.UTC(2014, 0, 1) });
  if (verdicts.length === 0) throw new Error('the benchmark judged nothing');
  return record.length;
}));
