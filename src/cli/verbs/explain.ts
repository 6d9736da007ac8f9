/** `casus explain`: the life of one clause, change by change, with the article, the entries and the rule of time. */
import { replay as judge, runScenario } from '../../engine/index.js';
import { nearest } from '../../language/index.js';
import type { Change, Entry, Verdict } from '../../treaty/index.js';
import { BAD_INPUT, BadInput, FINE } from '../faults.js';
import { datesOf, heldAgainst, known } from '../records.js';
import { standing } from '../show/marks.js';
import { NOTICE } from '../show/notice.js';
import { reasonWords } from '../show/verdicts.js';
import { counted, debtorWords, hanging, tame, whenWords } from '../show/words.js';
import type { Given } from '../arguments.js';
import type { Terminal } from '../terminal.js';
import { ready, type Ready } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

interface Life { readonly changes: readonly Change[]; readonly entries: readonly Entry[]; readonly setAside: number }

export const explain: Verb = {
  name: 'explain', summary: 'say why a clause stands as it does', operands: 'FILE CLAUSE (--scenario TITLE | --record RECORD…)',
  about: 'Follows one clause through a scenario or a record: every change with the article, the entries and the rule of time that decided, and for what is undetermined who may settle it.',
  example: ['casus explain dossiers/ukraine/treaties/august-2025.casus assist --of Poland --scenario "one silent guarantor"', 'casus explain library/minsk-2.casus ceasefire --record dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz --trigger ucdp-155048'],
  options: [
    { name: 'of', value: 'PARTY', help: 'only what this party owes or holds' }, { name: 'scenario', value: 'TITLE', help: 'the story whose title holds these words' },
    { name: 'record', value: 'RECORD', more: (word) => !word.startsWith('-'), help: 'file of entries; several may follow' }, { name: 'trigger', value: 'ID', help: 'only what this entry set off' },
    { name: 'as-of', value: 'DATE', help: 'as things stood at the end of this day' }, { name: 'known-on', value: 'DATE', help: 'leave out what became known later' },
    { name: 'in-force-from', value: 'DATE', help: 'take the treaty to be in force from this day' }, JSON_OPTION,
  ],
  run: (given, terminal) => {
    const [path, clause, ...more] = given.operands;
    if (path === undefined || clause === undefined) throw new BadInput(path === undefined ? 'no treaty is named' : 'no clause is named', `for example \`${explain.example[0] ?? ''}\``);
    if (more.length > 0) throw new BadInput(`one clause is explained at a time, and \`${more[0] ?? ''}\` is one more`, 'put names of several words in quotation marks');
    const text = ready(path, terminal);
    const names = [...new Set(text.treaty.clauses.map(({ name }) => name))];
    if (!names.includes(clause) && clause !== 'treaty') {
      const near = nearest(clause, names);
      throw new BadInput(`the treaty has no clause \`${clause}\``, near === undefined ? `its clauses are ${names.join(', ')}` : `did you mean \`${near}\``);
    }
    const { changes, entries, setAside } = lifeOf(text, given, terminal);
    const of = given.one('of');
    const trigger = given.one('trigger');
    const means = ({ verdict }: Change): boolean => (verdict.clause === clause || verdict.clause.startsWith(`${clause}, `))
      && (of === undefined || verdict.debtor === of || (typeof verdict.debtor === 'object' && verdict.debtor.oneOf.includes(of))) && (trigger === undefined || verdict.trigger === trigger);
    const mine = changes.filter(means);
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(text, clause, mine, entries), null, 1)}\n`);
    else show(text, clause, mine, entries, terminal);
    return text.faulty || setAside > 0 ? BAD_INPUT : FINE;
  },
};

function lifeOf(text: Ready, given: Given, terminal: Terminal): Life {
  const words = given.one('scenario');
  const paths = given.all('record');
  if ((words === undefined) === (paths.length === 0)) throw new BadInput(words === undefined ? 'neither a scenario nor a record is named' : 'both a scenario and a record are named', 'give `--scenario TITLE` or `--record FILE`');
  if (words !== undefined) {
    const told = text.treaty.scenarios.filter(({ title }) => title.includes(words));
    const scenario = told.find(({ title }) => title === words) ?? told[0];
    if (!scenario) throw new BadInput(`no scenario's title holds \`${words}\``, text.treaty.scenarios.length > 0 ? `there is ${text.treaty.scenarios.map(({ title }) => `\`${title}\``).join(', ')}` : 'the text tells none');
    const { changes, entries } = runScenario(text.compiled, scenario);
    return { changes, entries, setAside: 0 };
  }
  const held = heldAgainst(text.treaty, paths, terminal);
  const dates = datesOf(given, held.entries, text.treaty);
  const entries = known(held, dates.knownOn);
  return { changes: judge(text.compiled, entries, dates).changes, entries, setAside: held.setAside.length };
}

const iso = (at: number): string | null => (Number.isFinite(at) ? new Date(at).toISOString() : null);

function asJson(text: Ready, clause: string, changes: readonly Change[], entries: readonly Entry[]): object {
  const named = new Set(changes.flatMap(({ verdict }) => verdict.reasons.flatMap((reason) => reason.entries)));
  return {
    version: 1, treaty: text.treaty.title, clause,
    changes: changes.map(({ at, from, verdict }) => ({
      at: iso(at), from: from ?? null, state: verdict.state, debtor: verdict.debtor ?? null, trigger: verdict.trigger ?? null, deadline: verdict.deadline === undefined ? null : iso(verdict.deadline), reasons: verdict.reasons,
      ...(verdict.readings ? { readings: verdict.readings } : {}),
    })),
    entries: entries.filter(({ id }) => named.has(id)).map(({ occurred, knownAt, origin: _origin, ...rest }) => ({ ...rest, occurredAt: { from: iso(occurred.from), to: iso(occurred.to) }, knownAt: iso(knownAt) })),
    notice: NOTICE,
  };
}

const MOST = 40;

function show(text: Ready, clause: string, changes: readonly Change[], entries: readonly Entry[], terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const declared = text.treaty.clauses.find(({ name }) => name === clause);
  const article = text.treaty.articles.find(({ number }) => number === declared?.article);
  out(`${paint.bold(tame(clause))}${article ? `  article ${tame(article.number)}, ${tame(article.title)}` : ''}\n`);
  const paragraph = article?.paragraphs.find(({ clauses }) => clauses.includes(clause)) ?? article?.paragraphs.find(({ prose }) => prose.length > 0);
  for (const { text: words } of paragraph?.prose ?? []) out(hanging('  │ ', tame(words), width));
  if (declared) for (const line of text.text.slice(declared.span.offset, declared.span.end).split(/\r?\n/)) out(`${paint.dim(`    ${tame(line).trimEnd()}`)}\n`);
  if (declared?.source) out(hanging('    source: ', tame(declared.source.text), width));
  if (changes.length === 0) out('\n  nothing happened to it\n');
  const lives = new Map<string, Change[]>();
  for (const change of changes) lives.set(change.verdict.id, [...(lives.get(change.verdict.id) ?? []), change]);
  for (const life of [...lives.values()].slice(0, MOST)) showLife(life, terminal);
  if (lives.size > MOST) out(`\n  and ${counted(lives.size - MOST, 'more life', 'more lives')}; narrow it with --of or --trigger, or take --json\n`);
  const shownLives = [...lives.values()].slice(0, MOST).flat();
  const named = new Set(shownLives.flatMap(({ verdict }) => verdict.reasons.flatMap((reason) => reason.entries)));
  const told = entries.filter(({ id }) => named.has(id));
  if (told.length > 0) out(`\n${paint.bold('Entries')}\n`);
  for (const entry of told.slice(0, MOST)) out(hanging('  ', entryWords(entry), width));
  out(`\n${paint.dim(NOTICE)}\n`);
}

function showLife(life: readonly Change[], { out, paint, width }: Terminal): void {
  const { verdict } = life[0] as Change;
  const heading = [debtorWords(verdict.debtor), verdict.owedTo && verdict.owedTo.length > 0 ? `owed to ${verdict.owedTo.join(', ')}` : '', verdict.trigger === undefined ? '' : `opened by ${verdict.trigger}`].filter((part) => part !== '').join(', ');
  out(`\n${hanging('  ', tame(heading === '' ? verdict.clause : heading), width)}`);
  for (const { at, verdict: now } of life) {
    out(`    ${whenWords(at)}  ${standing(now.state, paint)}${deadlineWords(now)}${now.readings && now.readings.length > 0 ? ` under "${now.readings.map(tame).join('", "')}"` : ''}\n`);
    for (const reason of now.reasons) out(hanging('      ', reasonWords(reason), width));
  }
}

const deadlineWords = ({ deadline }: Verdict): string => (deadline === undefined ? '' : `, until ${whenWords(deadline)}`);

function entryWords(entry: Entry): string {
  const who = entry.actor.kind === 'one' ? entry.actor.name : entry.actor.kind === 'one of' ? `one of ${entry.actor.names.join(', ')}` : 'unknown';
  const place = entry.place === undefined ? '' : ` at ${entry.place.name ?? ''}${entry.place.latitude === undefined ? '' : ` (${entry.place.latitude}, ${entry.place.longitude}${entry.place.withinKm ? ` within ${entry.place.withinKm} km` : ''})`}`;
  const facts = Object.entries(entry.arguments).map(([name, value]) => `${name} ${value}`).join(', ');
  const target = entry.on?.kind === 'one' ? ` on ${entry.on.name}` : '';
  const when = entry.occurred.from === entry.occurred.to ? whenWords(entry.occurred.from) : `${whenWords(entry.occurred.from)} to ${whenWords(entry.occurred.to)}`;
  return tame(`${entry.id}: ${entry.act} by ${who}${target}${place}, ${when}${facts === '' ? '' : `; ${facts}`}${entry.source === undefined ? '' : `; source ${entry.source}`}${entry.assurance ? `; assurance ${entry.assurance.source ?? ''}${entry.assurance.information ?? ''} ${entry.assurance.likelihood ?? ''}`.trimEnd() : ''}`);
}
