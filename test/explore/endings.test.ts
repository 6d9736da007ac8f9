/** G(n) as a treaty ends as the hand-written G(n) ends: declared or not, and how many assisted. */
import { expect, it } from 'vitest';
import { referenceModel } from '../../bench/reference-model.js';
import { valueOf, type Program } from '../../src/engine/specialised/index.js';
import { programsOf, search } from '../../src/explore/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { read } from '../house/files.js';

/** What holds of every situation from which nothing more follows and in which no window is left waiting. */
function endingsOf(program: Program, told: (of: (name: string) => number, fields: readonly number[]) => string): readonly string[] {
  const ends: number[] = [];
  const found = search(program, { symmetry: false, jump: false, onEnd: (situation) => { ends.push(situation); } });
  expect(found.complete).toBe(true);
  const at = (name: string): number => program.fields.findIndex((field) => field.name === name);
  return [...new Set(ends.flatMap((situation) => {
    const fields = found.fields(situation);
    return (program.clocks ?? []).some(({ runs }) => valueOf(runs, fields) !== 0) ? [] : [told((name) => fields[at(name)] ?? -1, fields)];
  }))].sort();
}

const words = (declared: boolean, assisted: number): string => `${declared ? 'declared' : 'not declared'}, ${assisted} assisted`;

it.each([3, 4])('n = %i', (n) => {
  const members = Array.from({ length: n }, (_, index) => index + 1);
  const ours = endingsOf(referenceModel(n), (of) => words(of('declared') === 1, members.filter((member) => of(`assisted of ${member}`) === 1).length));
  const { treaty } = parseTreaty(read(`bench/guarantee-${n}.casus`));
  const [one] = programsOf(treaty, emptyAtlas, { stimuli: 1, horizonMs: 30 * 86_400_000 }, treaty.claims.filter(({ name }) => name === 'enough-assist'));
  if (!one || 'refused' in one.program) throw new Error('the treaty is refused');
  const { program } = one;
  const adopted = program.fields.find(({ name }) => name === 'casus-foederis')?.values?.indexOf('adopted');
  const performed = program.fields.find(({ name }) => name === 'assistance of G1')?.values?.indexOf('performed');
  const theirs = endingsOf(program, (of) => words(of('casus-foederis') === adopted, members.filter((member) => of(`assistance of G${member}`) === performed).length));
  expect(theirs).toEqual(ours);
  expect(ours).toEqual(['declared, ' + String(n - 1) + ' assisted', 'declared, ' + String(n) + ' assisted', 'not declared, 0 assisted']);
});
