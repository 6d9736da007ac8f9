/** Acts that name only as many interchangeable parties as they can at once: the verdicts and the lengths of shortest records are those of the search that tries them all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { alphabetOf, coneOf, DEFAULT_BOUNDS, explore, interchangeable, spared, withClaims } from '../../src/explore/index.js';
import { atlasFromManifest, emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { read, root } from '../house/files.js';

const folder = join(root, 'dossiers/ukraine/data');
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const PACT = `treaty "Pact of five".
times in UTC, a day is 24 hours, tick 12 hours.
party A, B, C, D, E.
act attack on party.
act aid, report.
article 1 "All"
define assault as attack by any party as attacker on any party as victim.
duty help: each party other than the victim and the attacker shall aid, owed to the victim, within 24 hours of assault.
duty account: each party shall report, owed to each party, within 12 hours of help is breached by at least 2.
claim three-help: whenever assault, within 24 hours help is performed by at least 3.
claim one-helps: whenever assault, within 24 hours help is performed by at least 1, assuming at most 1 of party defaults.
claim accounts: possible account is performed by each.
`.replaceAll('of party defaults', 'of Member defaults').replace('act attack', 'group Member is A, B, C, D, E.\nact attack');

describe('parties for whom others stand', () => {
  it('are those beyond the first that acts can name, and keep the rest alike', () => {
    const { treaty } = parseTreaty(PACT);
    const [claim] = treaty.claims;
    if (!claim) throw new Error('no claim');
    const text = compile(coneOf(withClaims(treaty, [claim]), claim.name), emptyAtlas).texts[0];
    if (!text) throw new Error('no text');
    const sets = interchangeable(text, [claim]);
    const { classes } = alphabetOf(text, DEFAULT_START);
    expect(sets).toEqual([['A', 'B', 'C', 'D', 'E']]);
    expect(spared(sets, classes, 1)).toEqual({ spare: new Set(['C', 'D', 'E']), alike: [['C', 'D', 'E']] });
    // With two acts nobody but one is left over: then nothing is gained, and nobody is spared.
    expect(spared(sets, classes, 2)).toEqual({ spare: new Set(), alike: sets });
    expect(alphabetOf(text, DEFAULT_START, new Set(['C', 'D', 'E'])).classes.filter(({ kind }) => kind === 'stimulus').map(({ label }) => label)).toEqual(['attack by A on B', 'attack by B on A']);
  });

  it.each([['a pact of five', PACT], ['the Collective Security Treaty', read('library/collective-security-treaty.casus')]])('%s: what is found is what is found without', (_name, source) => {
    const { treaty } = parseTreaty(source);
    const atlas = atlasFromManifest(json('atlas.json'), json);
    const told = (symmetry: boolean) => explore(treaty, atlas, { ...DEFAULT_BOUNDS, horizonMs: 10 * 86_400_000, symmetry }).answers.map(({ claim, reading, verdict, complete, vacuous, record, by, situations }) => ({ claim, reading, verdict, complete, vacuous, length: record?.length, by, situations }));
    const [reduced, whole] = [told(true), told(false)];
    expect(reduced.length).toBeGreaterThan(0);
    expect(reduced.every(({ complete, by }) => complete && by === 'specialised')).toBe(true);
    expect(reduced.map(({ situations: _, ...rest }) => rest)).toEqual(whole.map(({ situations: _, ...rest }) => rest));
    reduced.forEach(({ situations }, index) => expect(situations).toBeLessThan(whole[index]?.situations ?? 0));
  });
});
