/** INVARIANT (specialised-equals-reference), on G(n) as a treaty: every duty, ballot and window of it, which generated treaties meet only now and then. */
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { alphabetOf, coneOf, explorePlainly, interchangeable, programsOf, recordOf, search, withClaims, withKin } from '../../src/explore/index.js';
import { specialise } from '../../src/engine/specialised/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { read } from '../house/files.js';

const SCOPE = { stimuli: 1, horizonMs: 30 * 86_400_000 };

describe('the treaty G(3)', () => {
  const { treaty } = parseTreaty(read('bench/guarantee-3.casus'));
  it.each(treaty.claims.map((claim) => [claim.name, claim] as const))('%s: the fast explorer and the slow one find the same situations and the same shortest record', (_name, claim) => {
    const text = compile(coneOf(withClaims(treaty, [claim]), claim.name), emptyAtlas).texts[0];
    const [one] = programsOf(treaty, emptyAtlas, SCOPE, [claim]);
    if (!text || !one || 'refused' in one.program) throw new Error('G(3) is refused');
    const fast = search(one.program, { symmetry: false, jump: false });
    const plain = explorePlainly(text, [claim], { ...SCOPE, tickMs: one.tickMs, jump: false, maxSituations: 30_000 });
    const length = plain.shown[0] ? recordOf(plain.shown[0]).length : undefined;
    expect({ situations: fast.situations, length: fast.faults[0]?.entries }).toEqual({ situations: plain.situations, length });
    const sets = interchangeable(text, [claim]);
    expect(sets).toEqual([['G1', 'G2', 'G3']]);
    const made = specialise(text, [claim], alphabetOf(text, DEFAULT_START).classes, { ...SCOPE, start: DEFAULT_START, tickMs: one.tickMs });
    const reduced = search(withKin(made, sets), { symmetry: true, jump: false });
    expect(reduced.faults.map((fault) => fault?.entries)).toEqual(fast.faults.map((fault) => fault?.entries));
    // Each orbit is met once: as many as the situations give when each guarantor's column is put in order.
    const orbits = new Set<string>();
    for (let at = 0; at < fast.situations; at += 1) orbits.add(ordered(one.program.fields.map(({ name }) => name), sets[0] ?? [], fast.fields(at)));
    expect(reduced.situations).toBe(orbits.size);
  });
});

/** A situation whoever is who of the parties: the fields that name none of them, and what the fields that name one say of each, in order. Knows names alone. */
function ordered(names: readonly string[], parties: readonly string[], values: readonly number[]): string {
  const of = (party: string): readonly string[] => names.flatMap((name, index) => (name.split(/[ ,]/).includes(party) ? [`${name.replace(party, '*')} ${values[index]}`] : []));
  const rest = values.filter((_, index) => !parties.some((party) => names[index]?.split(/[ ,]/).includes(party)));
  return JSON.stringify([rest, parties.map((party) => of(party).join('; ')).sort()]);
}
