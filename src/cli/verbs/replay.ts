/** `casus replay`: a record against a text, as it stood on a day and as it was known on a day. */
import { replay as judge } from '../../engine/index.js';
import type { Instant, Verdict } from '../../treaty/index.js';
import { BAD_INPUT, BadInput, FINE } from '../faults.js';
import { datesOf, heldAgainst, known, type Dates, type Held } from '../records.js';
import { progressOn } from '../show/progress.js';
import { NOTICE } from '../show/notice.js';
import { weightOf } from '../show/marks.js';
import { showOverview } from '../show/overview.js';
import { showSetAside } from '../show/set-aside.js';
import { showVerdicts } from '../show/verdicts.js';
import { counted, grouped, hanging, tame, untilWords, whenWords } from '../show/words.js';
import type { Given } from '../arguments.js';
import type { Terminal } from '../terminal.js';
import { ready, type Ready } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

export const replay: Verb = {
  name: 'replay', summary: 'judge a record of incidents by a text', operands: 'FILE --record RECORD…',
  about: 'Judges dated entries (JSON Lines, CSV, or UCDP GED; gzip too) by a treaty: what was triggered, due, performed, breached, not in scope or undetermined, each with its reasons. What cannot be used is set aside and listed.',
  example: ['casus replay library/minsk-2.casus --record dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz', 'casus replay library/minsk-2.casus --record record.jsonl --as-of 2015-03-01 --known-on 2015-06-01 --json'],
  options: [
    { name: 'record', value: 'RECORD', more: (word) => !word.startsWith('-'), help: 'file of entries; several may follow' },
    { name: 'as-of', value: 'DATE', help: 'judge as things stood at the end of this day (default: the last entry\'s)' },
    { name: 'known-on', value: 'DATE', help: 'leave out what became known later (default: everything known)' },
    { name: 'in-force-from', value: 'DATE', help: 'take the treaty to be in force for all its parties from this day' },
    { name: 'complete', help: 'take the record to hold everything that happened' },
    { name: 'all', help: 'list every verdict' }, JSON_OPTION,
  ],
  run: (given, terminal) => {
    const [path, ...more] = given.operands;
    if (path === undefined) throw new BadInput('no treaty is named', `for example \`${replay.example[0] ?? ''}\``);
    if (more.length > 0) throw new BadInput(`one treaty is judged at a time, and \`${more[0] ?? ''}\` is one more`, 'give records after `--record`');
    const paths = given.all('record');
    if (paths.length === 0) throw new BadInput('no record is named', 'add `--record FILE`; docs/record.md describes its form');
    const progress = progressOn(terminal);
    progress.at(0, 'reading');
    const text = ready(path, terminal);
    const held = heldAgainst(text.treaty, paths, terminal);
    const dates = datesOf(given, held.entries, text.treaty);
    progress.at(0.4, 'judging');
    const { verdicts } = judge(text.compiled, known(held, dates.knownOn), { ...dates, ...(given.has('complete') ? { complete: true } : {}) });
    progress.end();
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(text, dates, verdicts, held), null, 1)}\n`);
    else show({ text, dates, verdicts, held, given }, terminal);
    return text.faulty || held.setAside.length > 0 ? BAD_INPUT : FINE;
  },
};

/** Null where it holds from the beginning of time. */
const stamp = (at: Instant): string | null => (Number.isFinite(at) ? new Date(at).toISOString() : null);

function asJson(text: Ready, { asOf, knownOn, inForceFrom }: Dates, verdicts: readonly Verdict[], held: Held): object {
  return {
    version: 1, treaty: text.treaty.title, asOf: stamp(asOf), knownOn: stamp(knownOn), ...(inForceFrom === undefined ? {} : { inForceFrom: stamp(inForceFrom) }),
    verdicts: verdicts.map(({ id, clause, article, kind, debtor, owedTo, trigger, state, since, deadline, reasons, readings }) => ({
      id, clause, article, kind, debtor: debtor ?? null, ...(owedTo ? { owedTo } : {}), trigger: trigger ?? null, state, since: stamp(since), ...(deadline === undefined ? {} : { deadline: stamp(deadline) }),
      reasons: reasons.map(({ article: of, entries, rule, text: words, settledBy }) => ({ article: of, entries, rule, text: words, ...(settledBy === undefined ? {} : { settledBy }) })), ...(readings ? { readings } : {}),
    })),
    setAside: held.setAside.map(({ file, row, reason }) => ({ file, row, reason })), notConcerned: held.notConcerned, rowsRead: held.rowsRead,
    notice: NOTICE,
  };
}

interface Told { readonly text: Ready; readonly dates: Dates; readonly verdicts: readonly Verdict[]; readonly held: Held; readonly given: Given }

function show({ text, dates: { asOf, knownOn, inForceFrom }, verdicts, held, given }: Told, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const all = given.has('all');
  const others = held.notConcerned.reduce((sum, { count }) => sum + count, 0);
  out(`${paint.bold(tame(text.treaty.title))}\n`);
  out(hanging('', `as of ${untilWords(asOf)}${knownOn === asOf ? '' : `, with what was known by ${untilWords(knownOn)}`}${inForceFrom === undefined ? '' : `, taken to be in force from ${whenWords(inForceFrom)}`}`, width));
  out(hanging('', `${counted(held.rowsRead, 'row')} read: ${counted(held.entries.length, 'entry', 'entries')} judged${others === 0 ? '' : `, ${grouped(others)} of acts the text does not speak of`}, ${held.setAside.length === 0 ? 'none' : grouped(held.setAside.length)} set aside`, width));
  showOverview(verdicts, terminal);
  showVerdicts(verdicts, { treaty: text.treaty, entries: new Map(held.entries.map((entry) => [entry.id, entry])), all }, terminal);
  if (held.notConcerned.length > 0) out(`\n${hanging('acts the text does not speak of: ', held.notConcerned.map(({ act, count }) => `${tame(act)} (${grouped(count)})`).join(', '), width)}`);
  showSetAside(held.setAside, all, terminal);
  if (text.treaty.negotiation.issues.length > 0) out(`\n${hanging('', `the text has ${counted(text.treaty.negotiation.issues.length, 'issue')} under negotiation; \`casus standing\` with the same file and record says what they stand at`, width)}`);
  out(`\n${paint.dim(hanging('why: ', hint(text, verdicts, given), Number.POSITIVE_INFINITY))}${paint.dim(NOTICE)}\n`);
}

/** A command to copy: the gravest verdict, explained. */
function hint(text: Ready, verdicts: readonly Verdict[], given: Given): string {
  const gravest = [...verdicts].filter(({ kind }) => kind !== 'definition' && kind !== 'instrument').sort((a, b) => weightOf(a.state) - weightOf(b.state))[0];
  const word = (raw: string): string => (/[^\w./:=@+,-]/.test(raw) ? `"${raw.replace(/["\\$`]/g, '\\$&')}"` : raw);
  const options = ['as-of', 'known-on', 'in-force-from'].flatMap((name) => { const value = given.one(name); return value === undefined ? [] : [`--${name} ${word(value)}`]; });
  return [`casus explain ${word(text.file)} ${gravest === undefined ? 'CLAUSE' : word(gravest.clause)}`, ...(gravest?.trigger === undefined ? [] : [`--trigger ${word(gravest.trigger)}`]), `--record ${given.all('record').map(word).join(' ')}`, ...options].join(' ');
}
