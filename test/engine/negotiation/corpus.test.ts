/**
 * `corpus/negotiation/NAME.txt` says what the negotiation of `NAME.casus` and the statements of `NAME.jsonl` stand at on the days it names.
 * CASUS_ACCEPT=1 rewrites the answers; read them before committing. Refused where CI is set.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entriesOfPositions, negotiationAt, shiftsOf, statementFaults, statementsOf, type IssueState, type PartyStance } from '../../../src/engine/index.js';
import { parseTreaty } from '../../../src/language/index.js';
import { assemble, readJsonLines } from '../../../src/record/index.js';

const folder = new URL('../../../corpus/negotiation/', import.meta.url);
const accept = process.env['CASUS_ACCEPT'] === '1';
const endOf = (day: string): number => Date.parse(`${day}T23:59:59.999Z`);
const moment = (at: number): string => new Date(at).toISOString().replace('T23:59:59.999Z', ' end').replace(':00.000Z', 'Z').replace('T00:00Z', '');

function stance({ party, required, stance: word, option, tier, by, supports, claimed, conflict, unordered, hearsay }: PartyStance): string {
  const more = [
    ...(supports.length > 0 ? [`for ${supports.join(', ')}`] : []), ...(claimed.some((one) => !supports.includes(one)) ? [`claimed for ${claimed.filter((one) => !supports.includes(one)).join(', ')}`] : []),
    ...(conflict.length > 0 ? [`in conflict: ${conflict.map(({ id }) => id).join(', ')}`] : []), ...(unordered.length > 0 ? [`without order: ${unordered.map(({ id }) => id).join(', ')}`] : []), ...(hearsay.length > 0 ? [`hearsay: ${hearsay.map(({ id }) => id).join(', ')}`] : []),
  ];
  return `${party}${required ? '' : ' (need not agree)'}: ${by ? `${word ?? 'cannot be told'}${option === undefined ? '' : ` ${option}`}, ${tier} voice, ${by.id}` : 'silent'}${more.map((one) => `; ${one}`).join('')}`;
}

function told(one: IssueState): readonly string[] {
  return [
    `${one.issue}: ${one.state}${one.option === undefined ? '' : ` ${one.option}`}${one.since === undefined ? '' : `, since ${moment(one.since)}`}`,
    ...one.reasons.map(({ rule, text, entries, limits, settledBy }) => `  because of ${rule}: ${text}${entries.length > 0 ? ` [${entries.join(', ')}]` : ''}${limits ? ` [${limits.join(', ')}]` : ''}${settledBy === undefined ? '' : `, may be settled by ${settledBy}`}`),
    ...one.parties.map((party) => `  ${stance(party)}`),
    ...(one.excluded.length > 0 ? [`  possible: ${one.possible.join(', ') || 'nothing'}; excluded: ${one.excluded.map(({ option, by, blocking }) => `${option} by ${by.join(', ')}${blocking.length === by.length ? '' : ` (blocking: ${blocking.join(', ') || 'none'})`}`).join('; ')}`] : []),
    ...one.toMove.map(({ option, parties }) => `  for ${option}: ${parties.map(({ party, why }) => `${party} ${why}`).join('; ')}`),
  ];
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.casus')).map((name) => name.slice(0, -6)))('%s', (name) => {
  const { treaty: { negotiation }, diagnostics } = parseTreaty(readFileSync(new URL(`${name}.casus`, folder), 'utf8'));
  const lines = new URL(`${name}.jsonl`, folder);
  const record = existsSync(lines) ? readJsonLines(readFileSync(lines, 'utf8'), `${name}.jsonl`) : { entries: [], setAside: [] };
  const entries = [...entriesOfPositions(negotiation), ...record.entries];

  it('is read without an error', () => {
    expect(diagnostics.map(({ span, message }) => `${span.line}: ${message}`)).toEqual([]);
    expect(record.setAside).toEqual([]);
  });

  it('stands as expected', () => {
    const path = new URL(`${name}.txt`, folder);
    const written = readFileSync(path, 'utf8');
    const asked = written.split('\n').filter((line) => line.startsWith('as of '));
    expect(asked.length).toBeGreaterThan(0);
    const answers = asked.map((line) => {
      const [, asOf = '', knownOn = asOf] = /^as of (\S+)(?: known on (\S+))?$/.exec(line) ?? [];
      const statements = statementsOf(entries, endOf(knownOn));
      const shifts = shiftsOf(negotiation, statements, endOf(asOf), endOf(knownOn)).map(({ party, issue, kind, before, after }) => `shift of ${party} on ${issue}, ${kind}: ${before ? `${before.id} to ` : ''}${after.id}`);
      return [line, ...negotiationAt(negotiation, statements, endOf(asOf), endOf(knownOn)).issues.flatMap(told), ...shifts].join('\n');
    });
    const faults = statementFaults(assemble(entries, Infinity), negotiation).map(({ entry, id, message, help, setAside }) => `fault of ${entry}, ${id}: ${message}; ${help}${setAside ? '' : ' (it counts)'}`);
    const now = `${[...answers, ...(faults.length > 0 ? [faults.join('\n')] : [])].join('\n\n')}\n`;
    if (accept && now !== written) {
      if (process.env['CI']) throw new Error('answers are not rewritten where CI is set');
      writeFileSync(path, now);
      return;
    }
    expect(now).toBe(written);
  });
});
