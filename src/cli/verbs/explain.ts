/** `casus explain`: the life of one clause, change by change, with the article, the entries and the rule of time. */
import { replay as judge, runScenario } from '../../engine/index.js';
import { nearest } from '../../language/index.js';
import type { Actor, Change, Entry } from '../../treaty/index.js';
import { BAD_INPUT, BadInput, FINE, complain } from '../faults.js';
import { writeJsonLines } from '../../record/index.js';
import { datesOf, heldAgainst, known } from '../records.js';
import { standing, weightOf } from '../show/marks.js';
import { NOTICE } from '../show/notice.js';
import { reasonWords } from '../show/verdicts.js';
import { counted, debtorWords, grouped, hanging, momentWords, tame, whenWords, wrap } from '../show/words.js';
import type { Given } from '../arguments.js';
import type { Terminal } from '../terminal.js';
import { ready, type Ready } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

interface Life { readonly changes: readonly Change[]; readonly entries: readonly Entry[]; readonly setAside: number }

export const explain: Verb = {
  name: 'explain', summary: 'say why a clause stands as it does', operands: 'FILE CLAUSE (--scenario TITLE | --record RECORD…)',
  about: 'Follows one clause through a scenario or a record: every change with the article, the entries and the rule of time that decided, and for what is undetermined who may settle it.',
  example: ['casus explain dossiers/ukraine/treaties/august-2025.casus assist --of Poland --scenario "one silent guarantor"', 'casus explain library/minsk-2.casus ceasefire --record dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz --trigger ucdp-203401'],
  options: [
    { name: 'of', value: 'PARTY', help: 'only what this party owes or holds' }, { name: 'scenario', value: 'TITLE', help: 'the story whose title holds these words' },
    { name: 'record', value: 'RECORD', more: (word) => !word.startsWith('-'), help: 'file of entries; several may follow' }, { name: 'trigger', value: 'ID', help: 'only what this entry set off' },
    { name: 'as-of', value: 'DATE', help: 'as things stood at the end of this day' }, { name: 'known-on', value: 'DATE', help: 'leave out what became known later' },
    { name: 'in-force-from', value: 'DATE', help: 'take the treaty to be in force from this day' }, { name: 'complete', help: 'take the record to hold everything that happened' }, JSON_OPTION,
  ],
  run: (given, terminal) => {
    const [path, clause, ...more] = given.operands;
    if (path === undefined || clause === undefined) throw new BadInput(path === undefined ? 'no treaty is named' : 'no clause is named', `for example \`${explain.example[0] ?? ''}\``);
    if (more.length > 0) throw new BadInput(`one clause is explained at a time, and \`${more[0] ?? ''}\` is one more`, 'put names of several words in quotation marks');
    const text = ready(path, terminal);
    const names = [...new Set(text.treaty.clauses.map(({ name }) => name))];
    if (!names.includes(clause) && clause !== 'treaty') {
      throw unknown(`the treaty has no clause \`${clause}\``, clause, names, 'its clauses are');
    }
    const of = given.one('of');
    const trigger = given.one('trigger');
    const people = [...text.treaty.parties, ...text.treaty.outsiders, ...text.treaty.bodies].map(({ name }) => name);
    if (of !== undefined && !people.includes(of)) throw unknown(`the treaty knows nobody named \`${of}\``, of, people, 'its parties are');
    const life = lifeOf(text, given, terminal);
    const { changes, entries, setAside } = life;
    const triggers = [...new Set(changes.flatMap(({ verdict }) => (verdict.trigger === undefined ? [] : [verdict.trigger])))];
    if (trigger !== undefined && !triggers.includes(trigger)) throw unknown(`nothing was set off by \`${trigger}\``, trigger, triggers.length > 20 ? [] : triggers, 'what set something off is', triggers);
    const means = ({ verdict }: Change): boolean => (verdict.clause === clause || verdict.clause.startsWith(`${clause}, `))
      && (of === undefined || verdict.debtor === of || (typeof verdict.debtor === 'object' && verdict.debtor.oneOf.includes(of))) && (trigger === undefined || verdict.trigger === trigger);
    const mine = acrossReadings(changes.filter(means), readingsOf(text));
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(text, clause, mine, life), null, 1)}\n`);
    else show(text, clause, mine, entries, terminal);
    return text.faulty || setAside > 0 ? BAD_INPUT : FINE;
  },
};

function unknown(message: string, word: string, listed: readonly string[], lead: string, known = listed): BadInput {
  const near = nearest(word, known);
  return new BadInput(message, near !== undefined ? `did you mean \`${near}\`` : listed.length > 0 ? `${lead} ${listed.join(', ')}` : 'check the word, or leave it out');
}

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
  if (held.setAside.length > 0) complain(terminal, `${counted(held.setAside.length, 'row')} of the record ${held.setAside.length === 1 ? 'was' : 'were'} set aside`, '`casus replay` with the same record lists them');
  return { changes: judge(text.compiled, entries, { ...dates, ...(given.has('complete') ? { complete: true } : {}) }).changes, entries, setAside: held.setAside.length };
}

const readingsOf = ({ compiled }: Ready): readonly string[] => compiled.texts.flatMap(({ reading }) => (reading === undefined ? [] : [reading]));

/** Changes that readings share are told once, with the readings they hold under; without them where they hold under all. In order of time. */
function acrossReadings(changes: readonly Change[], readings: readonly string[]): readonly Change[] {
  const merged = new Map<string, { change: Change; under: Set<string> }>();
  for (const change of changes) {
    const { id, readings: under = readings, ...rest } = change.verdict;
    const address = readings.find((one) => id.endsWith(`|${one}`));
    const plain = address === undefined ? id : id.slice(0, -address.length - 1);
    const key = JSON.stringify([change.at, change.from ?? null, plain, rest]);
    const known = merged.get(key);
    if (known) for (const one of under) known.under.add(one); else merged.set(key, { change: { ...change, verdict: { id: plain, ...rest } }, under: new Set(under) });
  }
  return [...merged.values()].map(({ change, under }) => (under.size === readings.length ? change : { ...change, verdict: { ...change.verdict, readings: readings.filter((one) => under.has(one)) } })).sort((a, b) => a.at - b.at);
}

const iso = (at: number): string | null => (Number.isFinite(at) ? new Date(at).toISOString() : null);

function asJson(text: Ready, clause: string, changes: readonly Change[], { entries, setAside }: Life): object {
  const named = new Set(changes.flatMap(({ verdict }) => verdict.reasons.flatMap((reason) => reason.entries)));
  return {
    version: 1, treaty: text.treaty.title, clause,
    changes: changes.map(({ at, from, verdict }) => ({
      at: iso(at), from: from ?? null, state: verdict.state, debtor: verdict.debtor ?? null, trigger: verdict.trigger ?? null, deadline: verdict.deadline === undefined ? null : iso(verdict.deadline), reasons: verdict.reasons,
      ...(verdict.readings ? { readings: verdict.readings } : {}),
    })),
    entries: writeJsonLines(entries.filter(({ id }) => named.has(id))).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown), setAside,
    notice: NOTICE,
  };
}

const MOST = 40;

function show(text: Ready, clause: string, changes: readonly Change[], entries: readonly Entry[], terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const declared = text.treaty.clauses.find(({ name }) => name === clause);
  const article = text.treaty.articles.find(({ number }) => number === declared?.article);
  out(`${paint.bold(tame(clause))}${article ? paint.dim(`  article ${tame(article.number)}, ${tame(article.title)}`) : ''}\n`);
  const paragraph = article?.paragraphs.find(({ clauses }) => clauses.includes(clause)) ?? article?.paragraphs.find(({ prose }) => prose.length > 0);
  for (const { text: words } of paragraph?.prose ?? []) out(wrap(tame(words), width - 4).map((line) => `  │ ${line}\n`).join(''));
  if (declared) for (const line of text.text.slice(declared.span.offset, declared.span.end).split(/\r?\n/)) out(hanging(`    ${/^\s*/.exec(tame(line))?.[0] ?? ''}`, tame(line), width).split('\n').map((one) => (one === '' ? '' : paint.dim(one))).join('\n'));
  const lives = new Map<string, Change[]>();
  for (const change of changes) { const life = lives.get(change.verdict.id); if (life) life.push(change); else lives.set(change.verdict.id, [change]); }
  const all = [...lives.values()];
  if (all.length === 0) out('\n  nothing happened to it\n');
  if (all.length > 1) out(`\n${hanging('', standings(all, readingsOf(text)), width)}`);
  // Of many the gravest are shown, in the order of time.
  const gravity = (life: readonly Change[]): number => weightOf((life.at(-1) as Change).verdict.state);
  const chosen = all.length <= MOST ? all : [...all].sort((a, b) => gravity(a) - gravity(b)).slice(0, MOST);
  for (const life of all.filter((one) => chosen.includes(one))) showLife(life, text.treaty.calendar.zone, terminal);
  if (all.length > MOST) out(`\n  and ${counted(all.length - MOST, 'more life', 'more lives')}; narrow it with --of or --trigger, or take --json\n`);
  const named = new Set(chosen.flat().flatMap(({ verdict }) => verdict.reasons.flatMap((reason) => reason.entries)));
  const told = entries.filter(({ id }) => named.has(id));
  if (told.length > 0) out(`\n${paint.bold('entries')}\n`);
  for (const entry of told.slice(0, MOST)) out(hanging('  ', entryWords(entry), width));
  if (told.length > MOST) out(`  and ${counted(told.length - MOST, 'more', 'more')}\n`);
  out(`\n${paint.dim(NOTICE)}\n`);
}

/** `1,149 breached, 853 undetermined`: how each life stands at its end, under every reading. */
function standings(lives: readonly (readonly Change[])[], readings: readonly string[]): string {
  const ends = lives.map((life) => {
    const each = (readings.length === 0 ? [undefined] : readings).flatMap((reading) => life.filter(({ verdict }) => !verdict.readings || (reading !== undefined && verdict.readings.includes(reading))).at(-1) ?? []);
    const states = [...new Set(each.map(({ verdict }) => verdict.state))].sort((a, b) => weightOf(a) - weightOf(b));
    return { words: states.length > 1 ? `${states.join(' or ')} by the reading` : states[0] ?? '', weight: Math.min(...states.map(weightOf)) };
  });
  const distinct = [...new Map(ends.map((one) => [one.words, one])).values()].sort((a, b) => a.weight - b.weight);
  return distinct.map(({ words }) => `${grouped(ends.filter((one) => one.words === words).length)} ${words}`).join(', ');
}

function showLife(life: readonly Change[], zone: string, { out, paint, width }: Terminal): void {
  const { verdict } = life[0] as Change;
  const under = (readings: readonly string[] | undefined): string => (readings && readings.length > 0 ? `under the reading "${readings.map(tame).join('", "')}"` : '');
  const shared = life.every((one) => under(one.verdict.readings) === under(verdict.readings)) ? under(verdict.readings) : '';
  const heading = [debtorWords(verdict.debtor), verdict.owedTo && verdict.owedTo.length > 0 ? `owed to ${verdict.owedTo.join(', ')}` : '', verdict.trigger === undefined ? '' : `opened by ${verdict.trigger}`, shared].filter((part) => part !== '').join(', ');
  out(`\n${hanging('  ', tame(heading === '' ? verdict.clause : heading), width)}`);
  for (const { at, verdict: now } of life) {
    const until = now.deadline === undefined || now.state === 'breached' && now.deadline <= at ? '' : `, until ${momentWords(now.deadline, zone)}`;
    out(hanging('    ', `${momentWords(at, zone)} ${standing(now.state, paint)}${until}${shared === '' && under(now.readings) !== '' ? `, ${under(now.readings)}` : ''}`, width));
    for (const reason of now.reasons) out(hanging('      ', reasonWords(reason), width));
  }
}

function entryWords(entry: Entry): string {
  const named = (actor: Actor): string => (actor.kind === 'one' ? actor.name : actor.kind === 'one of' ? `one of ${actor.names.join(', ')}` : 'somebody unknown');
  const { place } = entry;
  const at = place === undefined ? '' : ` at ${[place.name ?? '', place.latitude === undefined ? '' : `(${place.latitude}, ${place.longitude}${place.withinKm ? `, within ${place.withinKm} km` : ''})`].filter((part) => part !== '').join(' ')}`;
  const facts = Object.entries(entry.arguments).map(([name, value]) => `${name} ${value}`).join(', ');
  const when = entry.occurred.from === entry.occurred.to ? whenWords(entry.occurred.from) : `${whenWords(entry.occurred.from)} to ${whenWords(entry.occurred.to)}`;
  const { source, information, likelihood } = entry.assurance ?? {};
  const assurance = [`${source ?? ''}${information ?? ''}`, likelihood ?? ''].filter((part) => part !== '').join(' ');
  return tame(`${entry.id}: ${entry.act} by ${named(entry.actor)}${entry.on ? ` on ${named(entry.on)}` : ''}${at}, ${when}${facts === '' ? '' : `; ${facts}`}${entry.source === undefined ? '' : `; source ${entry.source}`}${assurance === '' ? '' : `; assurance ${assurance}`}`);
}
