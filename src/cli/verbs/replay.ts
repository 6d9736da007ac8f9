/** `casus replay`: a record against a text, as it stood on a day and as it was known on a day. */
import { isoOf, replay as judge } from '../../engine/index.js';
import type { Instant, Verdict } from '../../treaty/index.js';
import { BAD_INPUT, BadInput, FINE } from '../faults.js';
import { datesOf, heldAgainst, known, type Dates, type Held } from '../records.js';
import { progressOn } from '../show/progress.js';
import { NOTICE } from '../show/notice.js';
import { showVerdicts } from '../show/verdicts.js';
import { counted, hanging, tame, whenWords } from '../show/words.js';
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
    else show(text, dates, verdicts, held, given.has('all'), terminal);
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

function show(text: Ready, { asOf, knownOn, inForceFrom }: Dates, verdicts: readonly Verdict[], held: Held, all: boolean, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  out(`${paint.bold(tame(text.treaty.title))}\n`);
  out(`as of ${whenWords(asOf)}, as known on ${whenWords(knownOn)}${inForceFrom === undefined ? '' : `, taken to be in force from ${whenWords(inForceFrom)}`}\n`);
  out(`${counted(held.rowsRead, 'row')} read: ${counted(held.entries.length, 'entry', 'entries')} judged, ${held.notConcerned.reduce((sum, { count }) => sum + count, 0)} of acts the text does not speak of, ${held.setAside.length} set aside\n`);
  showVerdicts(text.treaty, verdicts, held.entries, all, terminal);
  if (held.notConcerned.length > 0) out(`\nActs the text does not speak of: ${held.notConcerned.map(({ act, count }) => `${tame(act)} (${count})`).join(', ')}\n`);
  if (held.setAside.length > 0) {
    out(`\n${paint.bold(`Set aside: ${counted(held.setAside.length, 'row')}`)}\n`);
    for (const { file, row, reason } of all ? held.setAside : held.setAside.slice(0, 20)) out(hanging('  ', `${file} line ${row}: ${tame(reason)}`, width));
    if (!all && held.setAside.length > 20) out(`  and ${held.setAside.length - 20} more; --all lists them\n`);
  }
  if (Number.isFinite(asOf)) out(`\n${paint.dim(`why one of them: casus explain ${text.file} CLAUSE --record … --as-of ${isoOf(asOf).slice(0, 10)}`)}\n`);
  out(`${paint.dim(NOTICE)}\n`);
}
