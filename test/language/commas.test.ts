/** Commas: those that continue a list and those that end it look alike to a reader and must not confuse the parser. */
import { describe, expect, it } from 'vitest';
import { parseTreaty, printTreaty } from '../../src/language/index.js';

const HEAD = 'treaty "T".\nparty A, B, C.\nact strike on party at place, severity 0 to 5, means one of missile, drone, no, deaths number, text-of text, claimed one of yes, no.\nact aid.\n';

describe('commas', () => {
  it.each([
    'define x as strike with means one of missile, drone, source "p".',
    'define x as strike with means one of missile, drone and claimed not one of yes, no, status in force.',
    'duty d: A shall aid, when strike with means one of missile, drone, within 3 days, owed to B.',
    'duty d: A shall aid, suspended while strike has occurred, owed to B.',
    'duty d: A shall aid, suspended while strike has occurred, the clock runs, owed to B.',
    'define x as sum of severity of strike at least 8 within 30 days, source "p".',
    'define x as sum of severity of strike at least 8 within 30 days, decaying 0.9 a day, source "p".',
    'zone z is polygon 40N 20E, 40N 30E, 50N 30E, as of 2025-01-01, source "p".',
    'decision d: by each party, opens when strike, weights A 3, B 2, C 1, adopted by weight 4, quorum 2.',
    'act b, severity 0 to 5, deaths number.',
    'act c, kind one of x, y, second one of z, w.',
    'define x while strike has occurred or aid has occurred.',
    'define y as strike.\ndefine z as aid.\ndefine x while y or z and not y.',
    'article 4 "T" source "s", status in force.',
  ])('%s', (line) => {
    const { treaty, diagnostics } = parseTreaty(HEAD + line);
    expect(diagnostics).toEqual([]);
    const printed = printTreaty(treaty);
    expect(parseTreaty(printed).diagnostics).toEqual([]);
    expect(printTreaty(parseTreaty(printed).treaty)).toBe(printed);
  });

  it('keeps every value and every part', () => {
    const { treaty } = parseTreaty(`${HEAD}define a-or-b as aid.\ndefine c as strike.\ndefine x while a-or-b or c.\ndefine y as strike with means one of missile, drone, source "p".`);
    expect(treaty.acts[0]?.arguments.map(({ name, type }) => [name, type.kind === 'choice' ? type.options : type.kind])).toEqual([['severity', 'number'], ['means', ['missile', 'drone', 'no']], ['deaths', 'number'], ['text-of', 'text'], ['claimed', ['yes', 'no']]]);
    const x = treaty.clauses.find(({ name }) => name === 'x');
    expect(x?.kind === 'definition' && x.meaning.kind === 'state' && x.meaning.condition.kind === 'or' ? x.meaning.condition.of.length : 0).toBe(2);
    expect(treaty.clauses.find(({ name }) => name === 'y')?.source?.text).toBe('p');
  });
});
