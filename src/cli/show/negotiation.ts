/** What a negotiation stands at, for people: a table of the issues, then each with its reasons, its parties and what would have to move, then what changed. */
import { inSentence, type IssueChange, type IssueStanding, type IssueState, type NegotiationReason, type PartyStance, type Shift } from '../../engine/index.js';
import type { Instant, Statement, Voice } from '../../treaty/index.js';
import type { Paint, Terminal } from '../terminal.js';
import type { Standing } from '../verbs/standing.js';
import { NOTICE } from './notice.js';
import { showSetAside } from './set-aside.js';
import { table } from './table.js';
import { counted, hanging, tame, untilWords, whenWords, widthOf } from './words.js';

const SHAPES: Readonly<Record<IssueStanding, string>> = { agreed: '●', claimed: '◐', open: '○', blocked: '■', conflict: '◆' };

function standing(state: IssueStanding, paint: Paint): string {
  const tone = { agreed: paint.green, claimed: paint.yellow, open: paint.dim, blocked: paint.red, conflict: paint.red }[state];
  return tone(`${SHAPES[state]} ${state}`);
}

/** How many of the latest moves are shown. */
const MOVES = 12;

export function showNegotiation(found: Standing, terminal: Terminal): void {
  const { text, state, statements, shifts, since, rowsRead, setAside, remarks, issue: asked } = found;
  const { out, paint, width } = terminal;
  const here = ({ issue }: { readonly issue: string }): boolean => asked === undefined || issue === asked;
  const issues = state.issues.filter(here);
  const counts = new Set(state.issues.flatMap(({ parties }) => parties.flatMap(({ all }) => all.map(({ id }) => id))));
  const later = statements.filter(({ id, said }) => !counts.has(id) && said.to > state.asOf).length;
  out(`${paint.bold(tame(text.treaty.title))}\n`);
  out(hanging('', `as of ${untilWords(state.asOf)}, with what was known by ${state.knownOn === state.asOf ? 'then' : untilWords(state.knownOn)}`, width));
  out(hanging('', `${counted(rowsRead, 'row')} read: ${counted(counts.size, 'statement')} counted${later > 0 ? `, ${later} of a later day` : ''}, ${setAside.length === 0 ? 'none' : setAside.length} set aside`, width));
  out(`\n${table([{ title: 'issue' }, { title: 'stands' }, { title: 'since' }, { title: 'what, and on whose word', gives: true }], issues.map((one) => [tame(one.issue), standing(one.state, paint), sinceWords(one.since), tame(inShort(one))]), width, paint.dim).join('\n')}\n`);
  for (const one of issues) showIssue(one, text.treaty.negotiation.issues.find(({ name }) => name === one.issue)?.title ?? '', asked !== undefined, terminal);
  if (since) showChanges(since.changes.filter(here), since.day, terminal);
  showMoves(shifts.filter((one) => here(one) && (since === undefined || one.after.said.to > since.day)), since?.day, terminal);
  if (remarks.length > 0) out(`\n${paint.bold('counted, though something is wrong')}\n${remarks.map(({ file, row, reason }) => hanging('  ', `${tame(file)} line ${row}: ${tame(reason)}`, width)).join('')}`);
  showSetAside(setAside, true, terminal);
  out(`\n${paint.dim(NOTICE)}\n`);
}

const day = (at: Instant): string => whenWords(at).slice(0, 10);
const sinceWords = (since: Instant | undefined): string => (since === undefined ? 'the start' : day(since));

function inShort({ state, option, parties, reasons }: IssueState): string {
  const needed = parties.filter(({ required }) => required);
  const named = (some: readonly PartyStance[]): string => some.map(({ party }) => party).join(', ');
  switch (state) {
    case 'agreed': return `${option ?? ''}, all in own voice`;
    case 'claimed': return `${option ?? ''}, not in own voice: ${named(needed.filter(({ supports }) => !supports.includes(option ?? '')))}`;
    case 'blocked': return `by ${[...new Set(reasons.flatMap(({ limits }) => limits ?? []))].join(', ')}`;
    case 'conflict': return named(needed.filter(({ conflict }) => conflict.length > 0));
    case 'open': {
      const silent = needed.filter(({ by }) => by === undefined || by.voice !== 'own');
      if (needed.length === 0) return reasons[0]?.text ?? '';
      return silent.length === 0 ? 'the parties differ' : `nothing in own voice: ${named(silent)}`;
    }
  }
}

function showIssue(one: IssueState, title: string, whole: boolean, { out, paint, width }: Terminal): void {
  const { issue, state, option, since, reasons, parties, possible, excluded } = one;
  out(`\n${hanging(`${paint.bold(tame(issue))}  `, tame(title), width)}`);
  out(hanging('  ', `${standing(state, paint)}${option === undefined ? '' : `: ${tame(option)}`}${since === undefined ? '' : `, since ${day(since)}`}`, width));
  for (const reason of reasons) out(hanging('      ', reasonWords(reason), width));
  const widest = Math.min(20, Math.max(0, ...parties.map(({ party }) => widthOf(tame(party)))));
  for (const party of parties) out(hanging(`    ${tame(party.party).padEnd(widest)}  `, stanceWords(party), width));
  if (excluded.length > 0) out(hanging('    ', `ruled out: ${excluded.map((each) => `${each.option} by ${each.by.join(', ')}${each.blocking.length === 0 ? ' (of parties that need not agree)' : ''}`).map(tame).join('; ')}`, width));
  if (excluded.length > 0) out(hanging('    ', `ruled out by nobody: ${possible.length === 0 ? 'nothing' : possible.map(tame).join(', ')}`, width));
  for (const { option: wanted, parties: obstacles } of whole ? one.toMove : nearestToAgreement(one)) out(hanging('    ', `to agree on ${tame(wanted)}: ${obstacles.map(({ party, why }) => tame(`${inSentence(party)} ${why}`)).join('; ')}`, width));
  if (whole) for (const said of parties.flatMap(({ all }) => all).sort((a, b) => a.said.to - b.said.to || (a.id < b.id ? -1 : 1))) showStatement(said, { out, width });
}

function reasonWords({ rule, text, entries, settledBy }: NegotiationReason): string {
  return `${rule}: ${tame(text)}${entries.length > 0 ? ` [${entries.slice(0, 4).map(tame).join(', ')}${entries.length > 4 ? ', …' : ''}]` : ''}${settledBy === undefined ? '' : `; may be settled by ${tame(settledBy)}`}`;
}

const voiceWords = (voice: Voice, reportedBy: string | undefined): string => ({ own: 'in its own voice', counterpart: `reported by ${reportedBy === undefined ? 'another party' : inSentence(reportedBy)}`, media: 'reported by media' })[voice];

function stanceWords({ required, stance, option, by, conflict, unordered }: PartyStance): string {
  const aside = required ? '' : ' (need not agree)';
  if (!by) return `nothing on record${aside}`;
  const what = stance === undefined ? `cannot be told: ${conflict.length > 0 ? 'two words of one instant' : 'nothing says which word came later'} [${[...conflict, ...unordered].map(({ id }) => id).join(', ')}]` : `${stance}${option === undefined ? '' : ` ${option}`}, ${voiceWords(by.voice, by.reportedBy)}${by.uncertain ? ', held uncertain' : ''}, ${datesOf(by)}`;
  return tame(`${what}${aside}`);
}

/** The options for which the fewest would have to move, where nothing is agreed. */
function nearestToAgreement({ state, toMove }: IssueState): IssueState['toMove'] {
  if (state === 'agreed') return [];
  const fewest = Math.min(...toMove.map(({ parties }) => parties.length));
  return toMove.filter(({ parties }) => parties.length === fewest).slice(0, 2);
}

const datesOf = ({ said }: Statement): string => (day(said.from) === day(said.to) ? day(said.from) : `${day(said.from)} to ${day(said.to)}`);

function showStatement(one: Statement, { out, width }: Pick<Terminal, 'out' | 'width'>): void {
  const who = one.speaker === undefined ? '' : `, said by ${one.speaker}`;
  out(hanging(`    ${datesOf(one)}  `, tame(`${one.party} ${one.stance}${one.option === undefined ? '' : ` ${one.option}`}, ${voiceWords(one.voice, one.reportedBy)}${who}${one.venue === undefined ? '' : `, at ${one.venue}`}${one.uncertain ? ', held uncertain' : ''}${one.gist === one.stance || one.gist.startsWith(`${one.stance}: `) ? '' : `: ${one.gist}`}${one.outlet === undefined ? '' : ` (${one.outlet})`}${one.link === undefined ? '' : ` ${one.link}`} [${one.id}]`), width));
}

const brief = ({ party, stance, option, voice, reportedBy }: Statement): string => `${party} ${stance}${option === undefined ? '' : ` ${option}`}, ${voiceWords(voice, reportedBy)}`;

function showChanges(changes: readonly IssueChange[], since: Instant, { out, paint, width }: Terminal): void {
  out(`\n${paint.bold(`changed since ${untilWords(since)}`)}\n`);
  if (changes.length === 0) out('  nothing\n');
  for (const { issue, from, to, entries, gone, limits } of changes) {
    const words = ({ state, option }: IssueState): string => `${state}${option === undefined ? '' : ` ${option}`}`;
    out(hanging('  ', tame(words(from) === words(to) ? `${issue}: ${words(to)}, as before` : `${issue}: was ${words(from)}, is ${words(to)}`), width));
    for (const one of entries) out(hanging('    + ', tame(`${datesOf(one)} ${brief(one)} [${one.id}]`), width));
    for (const one of gone) out(hanging('    - ', tame(`${datesOf(one)} ${brief(one)} [${one.id}], ${entries.some(({ id }) => id === one.id) ? 'corrected' : 'taken back'}`), width));
    for (const limit of limits) out(hanging('    ', tame(`the limit \`${limit}\` began or ended`), width));
  }
}

function showMoves(shifts: readonly Shift[], since: Instant | undefined, { out, paint, width }: Terminal): void {
  if (shifts.length === 0) return;
  out(`\n${paint.bold(`who moved${since === undefined ? '' : ` since ${untilWords(since)}`}, in own voice`)}\n`);
  for (const { party, issue, kind, before, after } of shifts.slice(-MOVES)) {
    out(hanging(`  ${datesOf(after)}  `, tame(`${party} on ${issue}, ${kind}: ${after.stance}${after.option === undefined ? '' : ` ${after.option}`} [${after.id}]${before ? `, after ${before.stance}${before.option === undefined ? '' : ` ${before.option}`} of ${datesOf(before)} [${before.id}]` : ''}`), width));
  }
  if (shifts.length > MOVES) out(`  and ${counted(shifts.length - MOVES, 'earlier one')}; --issue narrows it\n`);
}
