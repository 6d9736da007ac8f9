/** order-within-an-instant: facts, findings, performance, violation, then the windows that end. */
import { describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';

const text = (story: string): string => `treaty "Order".
party A, B.
act strike on party.
act aid, tell.
body Mission is independent.
finding provoked names party, made by Mission.
define attack as strike on A, unless provoked names A.
duty help: B shall aid, owed to A, within 24 hours of attack.
duty follow: B shall tell, owed to A, within 1 hour of help is performed.
prohibition peace: B shall not strike, owed to A, unless provoked names A.
scenario "s"
${story}`;

function run(story: string): readonly string[] {
  const { treaty, diagnostics } = parseTreaty(text(story));
  expect(diagnostics).toEqual([]);
  const [scenario] = treaty.scenarios;
  if (!scenario) throw new Error('the text has a scenario');
  return runScenario(compile(treaty, { features: [] }), scenario).results.map(({ expectation, actual }) => `${expectation.clause} ${actual}`);
}

describe('order-within-an-instant', () => {
  it('an act at the very end of its window performs, before the window ends', () => {
    expect(run('at 0 h strike by B on A.\nat 24 h aid by B.\nexpect help is performed at 24 h.')).toEqual(['help performed']);
  });

  it('a millisecond of doubt less: one minute later it is a breach, cured', () => {
    expect(run('at 0 h strike by B on A.\nat 1441 min aid by B.\nexpect help is breached at 24 h.\nexpect help is cured at 25 h.')).toEqual(['help breached', 'help cured']);
  });

  it('a fact opens a duty that an act of the same instant performs, whatever the order of the lines', () => {
    const lines = ['at 0 h strike by B on A.', 'at 0 h aid by B.', 'at 0 h tell by B.'];
    for (const order of [lines, lines.toReversed(), [lines[1], lines[2], lines[0]]]) expect(run(`${order.join('\n')}\nexpect help is performed at 0 h.\nexpect follow is performed at 0 h.`)).toEqual(['help performed', 'follow performed']);
  });

  it('a finding of the same instant is heard before a violation is judged', () => {
    expect(run('at 0 h strike by B on A.\nat 0 h provoked by Mission names A.\nexpect peace of B is excused at 0 h.')).toEqual(['peace excused']);
    expect(run('at 0 h strike by B on A.\nat 1 h provoked by Mission names A.\nexpect peace of B is breached at 0 h.')).toEqual(['peace breached']);
  });
});
