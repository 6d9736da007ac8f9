/** Treaties, settings and assumptions for the tests of the simulation. */
import { readFileSync } from 'node:fs';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { alphabetOf } from '../../src/explore/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { asked, tableOf, type Behaviour, type Setting } from '../../src/simulate/index.js';
import type { Treaty } from '../../src/treaty/index.js';

export function treatyOf(source: string): Treaty {
  const { treaty, diagnostics } = parseTreaty(source);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return treaty;
}

/** The reference model as a treaty, with the claim its peers answer: seven of eight assist within 96 hours of the attack. */
export const guarantee = (n: number): Treaty => treatyOf(`${readFileSync(new URL(`../../bench/guarantee-${n}.casus`, import.meta.url), 'utf8')}\nclaim enough: whenever armed-attack, within 96 hours assistance is performed by at least ${n - 1}.`);

/** Everyone does each thing with one chance, at any time within the window. */
export const alike = (chance: number): Behaviour => ({
  name: 'alike', causes: [], stimuli: [],
  rules: [{ kind: 'performs', who: ['everyone'], chance, delay: { kind: 'within' } }, { kind: 'votes', who: ['everyone'], for: chance, delay: { kind: 'within' } }],
});

export function settingOf(treaty: Treaty, behaviour: Behaviour, tickMs: number, days = 30): Setting {
  const text = compile(asked(treaty, treaty.claims), emptyAtlas).texts[0];
  if (!text) throw new Error('no text');
  return { text, claims: treaty.claims, horizonMs: days * 86_400_000, table: tableOf(text, alphabetOf(text, DEFAULT_START).classes, behaviour, tickMs, DEFAULT_START) };
}
