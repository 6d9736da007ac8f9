/** `casus standing`: what a negotiation stands at as of a day, on whose word, what changed since an earlier day, and what would have to move. */
import { changesInRecord, entriesOfPositions, negotiationAt, shiftsOf, speakingOfStatements, statementFaults, statementsOf, type IssueChange, type IssueState, type NegotiationState, type PartyStance, type Shift } from '../../engine/index.js';
import { nearest } from '../../language/index.js';
import { admit, assemble, type SetAside } from '../../record/index.js';
import type { Entry, Instant, Statement } from '../../treaty/index.js';
import type { Given } from '../arguments.js';
import { negotiationFiles } from '../dossier.js';
import { BAD_INPUT, BadInput, FINE } from '../faults.js';
import { instantOf, readRecord } from '../records.js';
import { showNegotiation } from '../show/negotiation.js';
import { NOTICE } from '../show/notice.js';
import type { Terminal } from '../terminal.js';
import { complainOfErrors, opened, type Opened } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

export interface Standing {
  readonly text: Opened;
  readonly state: NegotiationState;
  /** All that was known, whether or not it had been said by the day asked for. */
  readonly statements: readonly Statement[];
  readonly shifts: readonly Shift[];
  readonly since?: { readonly day: Instant; readonly changes: readonly IssueChange[] };
  readonly rowsRead: number;
  readonly setAside: readonly SetAside[];
  /** Counts, and is wrong all the same. */
  readonly remarks: readonly SetAside[];
  /** The one issue asked for. */
  readonly issue?: string;
}

export const standing: Verb = {
  name: 'standing', summary: 'say what a negotiation stands at', operands: 'DOSSIER|FILE',
  about: 'Says of each issue of a negotiation whether it is agreed, claimed to be, open, blocked or in conflict, since when and on whose word, by the statements in its text and in the records named; what each party is on record with; and what would have to move. A folder stands for the dossier in it. What others say of a party never counts as its agreement.',
  example: ['casus standing dossiers/ukraine --as-of 2025-08-18', 'casus standing dossiers/ukraine --as-of 2026-03-01 --since 2025-08-18 --issue guarantee'],
  options: [
    { name: 'record', value: 'RECORD', more: (word) => !word.startsWith('-'), help: 'file of statements; several may follow' },
    { name: 'as-of', value: 'DATE', help: 'as things stood at the end of this day (default: the last statement\'s)' },
    { name: 'known-on', value: 'DATE', help: 'leave out what became known later (default: the day of --as-of; everything, where that is not given)' },
    { name: 'since', value: 'DATE', help: 'say what changed since the end of this day, by what was known then' },
    { name: 'issue', value: 'NAME', help: 'this issue alone, with everything on record about it' }, JSON_OPTION,
  ],
  run: (given, terminal) => {
    const [named, ...more] = given.operands;
    if (named === undefined) throw new BadInput('no negotiation is named', `for example \`${standing.example[0] ?? ''}\``);
    if (more.length > 0) throw new BadInput(`one negotiation is read at a time, and \`${more[0] ?? ''}\` is one more`, 'give records after `--record`');
    const files = negotiationFiles(named, terminal.folder);
    const text = opened(files.text, terminal);
    const faulty = complainOfErrors(text, terminal);
    if (text.treaty.negotiation.issues.length === 0) throw new BadInput(`\`${text.file}\` names no issue, so there is nothing to stand at anything`, 'write `issue NAME "…", between A and B.`; docs/negotiation.md says more');
    const found = standingOf(text, [...files.records, ...given.all('record')], given, terminal);
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(found), null, 1)}\n`);
    else showNegotiation(found, terminal);
    return faulty || found.setAside.length > 0 ? BAD_INPUT : FINE;
  },
};

function standingOf(text: Opened, paths: readonly string[], given: Given, terminal: Terminal): Standing {
  const { negotiation } = text.treaty;
  const readings = [...new Set(paths)].map((path) => readRecord(path, terminal));
  const admitted = admit(speakingOfStatements(text.treaty), [...entriesOfPositions(negotiation), ...readings.flatMap(({ entries }) => entries)]);
  const { asOf, knownOn, since } = daysOf(given, admitted.entries);
  const faults = statementFaults(assemble(admitted.entries, knownOn), negotiation);
  const aside = (counts: boolean): readonly SetAside[] => faults.filter(({ setAside }) => setAside !== counts).map(({ origin, message, help, entry }) => ({ file: origin?.file ?? text.file, row: origin?.line ?? lineOf(text, entry), reason: `${message}; ${help}` }));
  const statements = statementsOf(admitted.entries, knownOn);
  const issue = issueOf(given, negotiation.issues.map(({ name }) => name));
  return {
    text, statements, state: negotiationAt(negotiation, statements, asOf, knownOn), shifts: shiftsOf(negotiation, statements, asOf, knownOn), rowsRead: readings.reduce((sum, { rowsRead }) => sum + rowsRead, 0) + negotiation.positions.length,
    setAside: [...readings.flatMap((one) => one.setAside), ...admitted.setAside, ...aside(false)].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row)), remarks: aside(true),
    ...(since === undefined ? {} : { since: { day: since, changes: changesInRecord(negotiation, admitted.entries, since, asOf, knownOn) } }), ...(issue === undefined ? {} : { issue }),
  };
}

const DAY = 86_400_000;

function daysOf(given: Given, entries: readonly Entry[]): { readonly asOf: Instant; readonly knownOn: Instant; readonly since: Instant | undefined } {
  const end = (at: Instant): Instant => Math.floor(at / DAY) * DAY + DAY - 1;
  const last = (dates: readonly Instant[]): Instant | undefined => (dates.length === 0 ? undefined : end(dates.reduce((latest, one) => Math.max(latest, one), -Infinity)));
  const asked = instantOf(given, 'as-of', 'to');
  const asOf = asked ?? last(entries.map(({ occurred }) => occurred.to)) ?? 0;
  const knownOn = instantOf(given, 'known-on', 'to') ?? asked ?? Math.max(asOf, last(entries.map(({ knownAt }) => knownAt)) ?? asOf);
  const since = instantOf(given, 'since', 'to');
  if (since !== undefined && since > asOf) throw new BadInput('`--since` is a later day than the one the negotiation is shown as of', 'give an earlier day, or a later `--as-of`');
  return { asOf, knownOn, since };
}

function issueOf(given: Given, names: readonly string[]): string | undefined {
  const word = given.one('issue');
  if (word === undefined || names.includes(word)) return word;
  const near = nearest(word, names);
  throw new BadInput(`the negotiation has no issue \`${word}\``, near === undefined ? `its issues are ${names.join(', ')}` : `did you mean \`${near}\``);
}

const lineOf = ({ treaty }: Opened, id: string): number => treaty.negotiation.positions.find((one) => one.id === id)?.span.line ?? 1;

const stamp = (at: Instant): string => new Date(at).toISOString();
const ids = (statements: readonly Statement[]): readonly string[] => statements.map(({ id }) => id);

function asJson({ text: { treaty }, state, statements, shifts, since, rowsRead, setAside, remarks, issue: asked }: Standing): object {
  const here = ({ issue }: { readonly issue: string }): boolean => asked === undefined || issue === asked;
  const issues = state.issues.filter(here);
  const shown = new Set([...issues.flatMap(({ parties }) => parties.flatMap(({ all }) => ids(all))), ...since?.changes.filter(here).flatMap(({ entries, gone }) => [...ids(entries), ...ids(gone)]) ?? []]);
  // What was taken back since is still named among the changes.
  const lost = since?.changes.flatMap(({ gone }) => gone.filter(({ id }) => !statements.some((one) => one.id === id))) ?? [];
  return {
    version: 1, negotiation: treaty.title, asOf: stamp(state.asOf), knownOn: stamp(state.knownOn), issues: issues.map((one) => issueJson(one, treaty.negotiation.issues.find(({ name }) => name === one.issue)?.title ?? one.issue)),
    shifts: shifts.filter(here).map(({ party, issue, kind, before, after }) => ({ party, issue, kind, before: before?.id ?? null, after: after.id })),
    ...(since ? { since: stamp(since.day), changes: since.changes.filter(here).map(({ issue, from, to, entries, gone, limits }) => ({ issue, from: { state: from.state, option: from.option ?? null }, to: { state: to.state, option: to.option ?? null }, entries: ids(entries), gone: ids(gone), limits })) } : {}),
    statements: [...statements, ...lost].filter(({ id }) => shown.has(id)).map(statementJson), remarks: remarks.map(({ file, row, reason }) => ({ file, row, reason })), setAside: setAside.map(({ file, row, reason }) => ({ file, row, reason })), rowsRead, notice: NOTICE,
  };
}

const issueJson = ({ issue, state, option, since, reasons, parties, possible, excluded, toMove }: IssueState, title: string): object => ({
  issue, title, state, option: option ?? null, since: since === undefined ? null : stamp(since),
  reasons: reasons.map(({ rule, text, entries, limits, settledBy }) => ({ rule, text, entries, ...(limits ? { limits } : {}), ...(settledBy === undefined ? {} : { settledBy }) })), parties: parties.map(stanceJson), possible, excluded, toMove,
});

const stanceJson = ({ party, required, stance, option, tier, by, supports, claimed, hearsay, conflict, unordered, all }: PartyStance): object => ({
  party, required, stance: stance ?? null, option: option ?? null, tier: tier ?? null, by: by?.id ?? null, supports, claimed, hearsay: ids(hearsay), conflict: ids(conflict), unordered: ids(unordered), all: ids(all),
});

const statementJson = ({ said, knownAt, order: _order, ...one }: Statement): object => ({ ...one, said: { from: stamp(said.from), to: stamp(said.to) }, knownAt: stamp(knownAt) });
