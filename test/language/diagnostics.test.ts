/** What the parser says of texts that are wrong: which sentence id, on which line, and what would help. */
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/language/index.js';

const HEAD = [
  'treaty "T".', 'party Ukraine, France, Poland.', 'group Guarantor is France, Poland.', 'outsider Russia.', 'body Mission is independent.', 'line front is "contact-line" as of 2025-08-15.',
  'zone area is "ukraine-1991".', 'act strike on party at place, severity 0 to 5, means one of missile, drone.', 'act deploy, explain.', 'finding provoked names party, made by Mission.',
  'define armed-attack as strike on Ukraine with severity at least 3.', 'duty assist: each Guarantor shall deploy, when armed-attack, owed to Ukraine, within 72 hours.',
];

/** Diagnostics of the head with one more line. */
const said = (line: string): readonly { readonly id: string; readonly line: number; readonly message: string; readonly help: string }[] =>
  parseTreaty([...HEAD, line].join('\n')).diagnostics.map(({ id, span, message, help }) => ({ id, line: span.line, message, help: help ?? '' }));

const cases: readonly (readonly [id: string, line: string, message: string, help: string])[] = [
  ['word-missing', 'duty x: each Guarantor deploy.', '`shall` is missing after `Guarantor`', '`shall`'],
  ['missing-full-stop', 'duty x: each Guarantor shall deploy, within 3 days', 'does not end', 'full stop'],
  ['unclosed-quotation', 'define x as strike with severity at least "3.', 'opened here and not closed', 'close the quotation mark'],
  ['undefined-name', 'duty x: each Guarantr shall deploy.', '`Guarantr` is not defined', 'did you mean `Guarantor`'],
  ['undefined-name', 'survives withdrawal: asist.', '`asist` is not defined', 'did you mean `assist`'],
  ['wrong-kind-of-name', 'duty x: each Guarantor shall Poland.', '`Poland` is a party', ''],
  ['duplicate-name', 'act deploy.', 'already the name of an act', 'another name'],
  ['unknown-argument', 'define x as strike with severty at least 3.', '`strike` has no fact named `severty`', 'did you mean `severity`'],
  ['value-out-of-range', 'define x as strike with severity at least 7.', 'never is `7`', 'from 0 to 5'],
  ['value-out-of-range', 'define x as strike with means is misile.', 'not one of the values', 'did you mean `missile`'],
  ['act-without-target', 'define x as deploy on Ukraine.', 'without `on party`', 'act deploy on party'],
  ['act-without-place', 'define x as deploy in area.', 'without `at place`', 'act deploy at place'],
  ['undefined-role', 'duty x: each Guarantor shall deploy, when armed-attack, owed to the victim.', 'nobody is called `the victim`', 'bind the role'],
  ['undefined-reading', 'under "Theirs", duty x: each Guarantor shall deploy.', 'no reading is titled `Theirs`', 'declare it'],
  ['unknown-unit', 'duty x: each Guarantor shall deploy, within 3 fortnights.', '`fortnights` is not a unit', 'minutes, hours'],
  ['unknown-state', 'duty x: each Guarantor shall deploy, when assist is brached.', '`brached` is not a state', 'did you mean `breached`'],
  ['impossible-date', 'duty x: each Guarantor shall deploy, by 2025-02-30.', '`2025-02-30` is not a date there is', 'write a date'],
  ['impossible-place', 'zone z is polygon 95N 20E, 40N 20E, 40N 30E.', 'not a place on earth', 'latitude then longitude'],
  ['unknown-likelihood', 'finding f, made by Mission, at least probably.', '`probably` is not a word of likelihood', 'likely'],
  ['unknown-status', 'duty x: each Guarantor shall deploy, status rumoured.', '`rumoured` is not a status', 'proposed'],
  ['option-twice', 'duty x: each Guarantor shall deploy, within 3 days, within 4 days.', 'said twice', 'keep one'],
  ['option-out-of-place', 'permission x: each Guarantor may deploy, within 3 days.', 'cannot carry this', '`notwithstanding`'],
  ['step-after-power', 'duty x: each Guarantor shall deploy, failing which Ukraine may explain, failing which it shall explain.', 'ends the chain', 'last'],
  ['decision-incomplete', 'decision d: by each Guarantor, adopted by a majority.', 'does not say when it opens', 'opens when'],
  ['decision-incomplete', 'decision d: by each Guarantor, opens when armed-attack.', 'does not say how it is adopted', 'adopted by'],
  ['act-as-condition', 'define x while strike on Ukraine.', '`strike` is an act', 'has occurred'],
  ['reserved-role', 'define x as strike on any Guarantor as debtor.', '`the debtor` always is the one whose duty it is', 'another name'],
  ['reserved-role', 'define x as strike on Ukraine as holder.', '`the holder` always is the one whose power it is', 'another name'],
  ['role-before-its-time', 'duty x: each Guarantor shall deploy, when strike on the debtor.', '`the debtor` is not known before', 'as defaulter'],
  ['role-before-its-time', 'duty x: each Guarantor shall deploy, owed to the debtor.', '`the debtor` is not known before', 'as defaulter'],
  ['role-before-its-time', 'power x: each Guarantor may deploy, when strike on the holder.', '`the holder` is not known before', 'as defaulter'],
  ['undefined-role', 'power x: each Guarantor may deploy, unless strike on the debtor has occurred.', 'nobody is called `the debtor`', 'bind the role'],
  ['condition-on-finding', 'define x as provoked in area names Ukraine.', '`provoked` is a finding', '`by …`'],
  ['condition-on-definition', 'define x as armed-attack on Ukraine.', 'is defined already', 'define a narrower term'],
  ['day-of-other-length', 'times in UTC, a day is 12 hours.', 'a day is 24 hours', 'a day is a calendar day'],
  ['encoded-without-prose', 'encoded by assist.', 'no prose stands above it', 'below the prose'],
  ['second-entry-into-force', 'enters into force on 2025-01-01. enters into force on 2025-01-02.', 'says twice', 'keep one'],
  ['unknown-majority', 'decision d: by each Guarantor, opens when armed-attack, adopted by thirds.', '`thirds` is not a majority', 'two thirds'],
  ['unknown-meaning', 'decision d: by each Guarantor, opens when armed-attack, adopted by a majority, silence is consentt.', 'not something this can mean', 'did you mean `consent`'],
  ['sentence-too-long', `define x as ${'('.repeat(80)}strike${')'.repeat(80)}.`, 'nests more than', 'define a term'],
  ['sentence-too-long', `define x as ${'at least 2 of '.repeat(80)}strike within 3 days.`, 'nests more than', 'define a term'],
  ['sentence-too-long', `party ${'A'.repeat(70_000)}.`, 'at most 60000 are read', 'full stop'],
  ['second-title', 'treaty "Another".', 'second title', 'file of its own'],
  ['unknown-time-zone', 'times in "Europe/Kiyv".', 'is not a time zone', 'Europe/Kyiv'],
  ['step-outside-scenario', 'at 0 h strike by Russia on Ukraine.', 'belongs to no scenario', 'scenario'],
  ['prose-outside-article', '| Some words.', 'stands in no article', 'article'],
  ['finding-names-nobody', 'scenario "s"\n at 0 h provoked by Mission.', 'this line names none', 'names'],
  ['value-out-of-range', 'scenario "s"\n at 0 h strike by Russia on Ukraine severity 9.', 'never is `9`', 'from 0 to 5'],
  ['unknown-argument', 'scenario "s"\n at 0 h strike by Russia on Ukraine strength 3.', 'no fact named `strength`', ''],
];

describe('diagnostics of the parser', () => {
  it('has nothing to say of the head', () => { expect(said('')).toEqual([]); });

  it('no-title: a text without one', () => { expect(parseTreaty('party A.').diagnostics.map(({ id }) => id)).toEqual(['no-title']); });

  it.each(cases)('%s: %s', (id, line, message, help) => {
    const found = said(line);
    expect(found.map((one) => one.id)).toContain(id);
    const one = found.find((other) => other.id === id);
    expect(one?.message).toContain(message);
    expect(one?.help).toContain(help);
    expect(one?.line).toBe(HEAD.length + (line.includes('\n') ? 2 : 1));
    expect(one?.message).toMatch(/^[^A-Z].*[^.]$/s);
  });
});
