/** INVARIANT (counterexamples-replay): what a claim's shortest record shows, the reference engine shows at the same instant when the record is written, read back and replayed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START, replay } from '../../src/engine/index.js';
import { DEFAULT_BOUNDS, eventOf, explore, shownAt, withClaims, type Answer } from '../../src/explore/index.js';
import { emptyAtlas, type Atlas } from '../../src/geo/index.js';
import { atlasFor } from '../../src/cli/files.js';
import { storyOf } from '../../src/cli/verbs/explore.js';
import { parseTreaty } from '../../src/language/index.js';
import { readJsonLines, writeJsonLines } from '../../src/record/index.js';
import type { Claim, Treaty } from '../../src/treaty/index.js';
import { filesBelow, read, root } from '../house/files.js';
import { anyTreaty } from './any-treaty.js';

const runs = Number(process.env['CASUS_RUNS'] ?? 25);
let replayed = 0;

/** The instant at which the written record shows the claim settled, under the reading of the answer. */
function again(treaty: Treaty, atlas: Atlas, claim: Claim, { record = [], shownAt: at = 0, reading }: Answer): number | undefined {
  const { entries, setAside } = readJsonLines(writeJsonLines(storyOf(record, at)), 'record');
  expect(setAside).toEqual([]);
  const compiled = compile(withClaims(treaty, [claim]), atlas);
  const text = compiled.texts.find((one) => one.reading === reading);
  if (!text) throw new Error('the reading is one of the text');
  const { changes } = replay({ ...compiled, texts: [text] }, entries, { asOf: at, knownOn: Infinity, inForceFrom: DEFAULT_START });
  return shownAt(text, claim, changes, at, claim.form.kind === 'whenever' && !claim.form.within);
}

/** Of a game the story shows that the event had not come about when the time was up: what the engine says of it by then. */
function eventsBy(treaty: Treaty, atlas: Atlas, claim: Claim, { record = [], shownAt: at = 0, reading }: Answer): readonly string[] {
  const { entries } = readJsonLines(writeJsonLines(storyOf(record, at)), 'record');
  const compiled = compile(withClaims(treaty, [eventOf(claim)]), atlas);
  const { changes } = replay({ ...compiled, texts: compiled.texts.filter((one) => one.reading === reading) }, entries, { asOf: at, knownOn: Infinity, inForceFrom: DEFAULT_START });
  return changes.flatMap(({ verdict: { clause, state } }) => (clause === `claim ${claim.name}: response` && state !== 'false' ? [state] : []));
}

function holdTo(treaty: Treaty, atlas: Atlas, horizonDays: number): void {
  for (const claim of treaty.claims) {
    for (const answer of explore(treaty, atlas, { ...DEFAULT_BOUNDS, horizonMs: horizonDays * 86_400_000, maxByReference: 2_000 }, [claim]).answers) {
      expect(answer.undeterminedBecause ?? '').not.toContain('fault of the search');
      const shows = claim.form.kind === 'possible' ? 'holds' : 'fails';
      if (answer.verdict !== shows || !answer.record) continue;
      replayed += 1;
      if (claim.form.kind === 'can') expect([claim.name, eventsBy(treaty, atlas, claim, answer)]).toEqual([claim.name, []]);
      else expect(again(treaty, atlas, claim, answer)).toBe(answer.shownAt);
      // Minimal: without its last entry it shows nothing by then.
      expect(answer.record.every(({ occurred }) => occurred.from <= (answer.shownAt ?? 0))).toBe(true);
    }
  }
}

describe('records of explored behaviours', () => {
  it('of generated treaties replay to what they show', () => {
    fc.assert(fc.property(anyTreaty, (source) => { holdTo(parseTreaty(source).treaty, emptyAtlas, 10); }), { numRuns: runs });
    expect(replayed).toBeGreaterThan(runs / 5);
  });

  it.each([...filesBelow('dossiers', /\.casus$/), 'bench/guarantee-4.casus'])('of %s replay to what they show', (path) => {
    holdTo(parseTreaty(read(path)).treaty, atlasFor(path, root), 30);
  });
});
