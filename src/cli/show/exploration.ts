/** An exploration for people: what was looked at, the claims in a table, and the shortest story of each that fails. */
import type { Answer, Class, Finding, Limit, Origin, Scoped, Stop } from '../../explore/index.js';
import { labelOf } from '../../explore/index.js';
import type { Entry, Instant } from '../../treaty/index.js';
import type { Terminal } from '../terminal.js';
import { NOTICE } from './notice.js';
import { table } from './table.js';
import { counted, grouped, hanging, padded, tame, whenWords } from './words.js';

export interface Explored {
  readonly title: string;
  readonly zone: string;
  readonly start: Instant;
  readonly tickMs: number;
  readonly limits: { readonly acts: number; readonly horizon: number; readonly memory: number; readonly seconds: number };
  /** Limits of single acts and parties that may let anything pass, as the text sets them. */
  readonly ofOne: readonly Limit[];
  readonly free: readonly string[];
  readonly origins: Scoped['origins'];
  /** The text's scope was left aside. */
  readonly scopeAside: boolean;
  readonly symmetry: boolean;
  readonly jump: boolean;
  readonly classes: readonly Class[];
  readonly notes: readonly string[];
  readonly answers: readonly Answer[];
  readonly findings: readonly Finding[];
  /** What is always looked for was looked for. */
  readonly looked: boolean;
  readonly ended?: 'asked' | 'memory';
}

interface Named { readonly file: string; readonly out?: string; readonly written?: { readonly name: string } | undefined }

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function showExploration(explored: Explored, named: Named, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  out(`${paint.bold(tame(explored.title))}\n`);
  if (explored.ended !== undefined) out(hanging(`${paint.yellow('partial')}: `, explored.ended === 'asked' ? 'ended when asked to; what had been looked at until then is told' : 'ended for want of memory; what had been found until then is told', width));
  showScope(explored, terminal);
  const several = new Set(explored.answers.flatMap(({ reading }) => (reading === undefined ? [] : [reading]))).size > 1;
  if (explored.answers.length === 0) out(`\n${hanging('', 'the text makes no claims; docs/explore.md shows how to write one. What is always looked for follows', width)}`);
  else {
    const rows = explored.answers.map((one) => [verdictWords(one.verdict, paint), `${tame(one.claim)}${several && one.reading !== undefined ? ` (${tame(one.reading)})` : ''}`, reachWords(one, explored), grouped(one.situations)]);
    out(`\n${table([{ title: '' }, { title: 'claim', gives: true }, { title: 'looked at' }, { title: 'situations', right: true }], rows, width, paint.dim).join('\n')}\n`);
  }
  if (explored.looked) {
    const rows = explored.findings.map((one) => [one.verdict === 'found' ? paint.red('■ found') : one.verdict === 'none found' ? paint.green('● none found') : paint.magenta('◇ undetermined'), `${one.name}${one.reading === undefined ? '' : ` (${tame(one.reading)})`}`, reachWords(one, explored), grouped(one.situations)]);
    if (rows.length > 0) out(`\n${table([{ title: '' }, { title: 'always looked for', gives: true }, { title: 'looked at' }, { title: 'situations', right: true }], rows, width, paint.dim).join('\n')}\n`);
  }
  for (const one of explored.answers) showAnswer(one, several, explored, named, terminal);
  for (const one of explored.findings) showFinding(one, explored, named, terminal);
  showHow(explored, terminal);
  if (named.out !== undefined) out(`\n${hanging('', named.written ? `the record of ${tame(named.written.name)} was written to ${tame(named.out)}` : 'nothing fails, so no record was written', width)}`);
  out(`\n${paint.dim(NOTICE)}\n`);
}

const FROM: Readonly<Record<Origin, string>> = { option: 'as asked', text: 'the text\'s scope', default: 'by default' };

function showScope({ limits, ofOne, free, origins, start, tickMs, symmetry, jump, classes, notes, answers, findings }: Explored, { out, width }: Terminal): void {
  out(hanging('looked at: ', `every behaviour with up to ${counted(limits.acts, 'act')} that nobody owes (${FROM[origins.acts]}), over ${spanWords(limits.horizon * DAY)} (${FROM[origins.horizon]}) from ${whenWords(start)}, in ticks of ${spanWords(tickMs)}${origins.tick === 'text' ? ` (${FROM.text})` : ''}${jump ? ', time passing to the next instant at which something ends' : ', tick by tick'}`, width));
  if (ofOne.length > 0) out(hanging('at most: ', `${ofOne.map(({ act, atMost }) => `${grouped(atMost)} ${tame(act)}`).join(', ')} (${FROM.text})`, width));
  if (free.length > 0) out(hanging('free: ', `${few(free, 'other')} may let anything pass, whatever a claim assumes (${FROM.text})`, width));
  for (const [title, list] of [['acts nobody owes', actsOf(classes, 'stimulus')], ['acts that follow', actsOf(classes, 'conduct')], ['ballots', ballotsOf(classes)], ['findings', actsOf(classes, 'finding')]] as const) if (list !== '') out(hanging(`${title}: `, list, width));
  const sets = [...new Map([...answers, ...findings].flatMap(({ sets: all }) => all.map((set) => [set.join(), set] as const))).values()];
  if (!symmetry) out(hanging('', 'interchangeable parties are told apart', width));
  else if (sets.length > 0) out(hanging('interchangeable: ', sets.map((set) => set.map(tame).join(', ')).join('; '), width));
  for (const note of notes) out(hanging('left out: ', tame(note), width));
}

const SHOWN = 6;
const few = (list: readonly string[], noun: string): string => (list.length <= SHOWN ? list.map(tame).join(', ') : `${list.slice(0, 3).map(tame).join(', ')} and ${counted(list.length - 3, noun)} more`);

/** By act: who does it, where whom it strikes and its facts are alike. */
function actsOf(classes: readonly Class[], kind: Class['kind']): string {
  const groups = new Map<string, string[]>();
  for (const one of classes) {
    if (one.kind !== kind) continue;
    const { actor } = one.happening;
    const who = actor.kind === 'one' ? actor.name : '?';
    const rest = one.label.replace(` by ${who}`, ' by …');
    groups.set(rest, [...(groups.get(rest) ?? []), who]);
  }
  const all = [...groups].map(([label, who]) => tame(label.replace('by …', () => `by ${few(who, 'other')}`)));
  return all.length <= 2 * SHOWN ? all.join('; ') : `${all.slice(0, SHOWN).join('; ')}; and ${counted(all.length - SHOWN, 'kind')} more (--json lists all)`;
}

function ballotsOf(classes: readonly Class[]): string {
  const voters = new Map<string, Set<string>>();
  for (const { kind, happening: { actor, arguments: { decision } } } of classes) if (kind === 'ballot' && actor.kind === 'one') voters.set(String(decision), (voters.get(String(decision)) ?? new Set()).add(actor.name));
  return [...voters].map(([decision, who]) => `${tame(decision)} by ${few([...who], 'voter')}`).join('; ');
}

function spanWords(ms: number): string {
  if (ms % DAY === 0) return counted(ms / DAY, 'day');
  if (ms % HOUR === 0) return counted(ms / HOUR, 'hour');
  return ms % 60_000 === 0 ? counted(ms / 60_000, 'minute') : `${grouped(ms)} ms`;
}

function verdictWords(verdict: Answer['verdict'], paint: Terminal['paint']): string {
  return verdict === 'holds' ? paint.green('● holds') : verdict === 'fails' ? paint.red('■ fails') : paint.magenta('◇ undetermined');
}

const STOPS: Readonly<Record<Stop | 'endings', string>> = { situations: 'most situations', memory: 'memory', time: 'time', asked: 'asked to', depth: 'most entries', horizon: 'horizon', endings: 'most endings' };

/** `all`, or up to where. */
function reachWords({ complete, stopped, ...rest }: Pick<Answer, 'complete' | 'stopped' | 'depth'> | Pick<Finding, 'complete' | 'stopped'>, { limits }: Explored): string {
  if (complete) return 'all';
  if (stopped === 'horizon') return `all within ${spanWords(limits.horizon * DAY)}`;
  const depth = 'depth' in rest ? rest.depth : undefined;
  // Refused, with its reason below.
  if (stopped === undefined && depth === 0) return 'not looked at';
  return `${depth === undefined ? 'partly' : depth === 0 ? 'not begun' : `up to depth ${depth}`} (${STOPS[stopped ?? 'asked']})`;
}

const WHY: Readonly<Partial<Record<Stop | 'endings', string>>> = {
  time: 'the time was up; more `--max-seconds` may settle it', memory: 'it would have needed more memory; more `--max-memory`, or fewer `--acts`, may settle it', asked: 'it was asked to end', situations: 'the slow form looks at a bounded number of situations; fewer `--acts` or a shorter `--horizon` may settle it',
  depth: 'behaviours have more entries or ticks than the search can count; a shorter `--horizon` may settle it',
};

function showAnswer(one: Answer, several: boolean, explored: Explored, named: Named, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const { claim, verdict, vacuous, record, shownAt, undeterminedBecause, stopped } = one;
  const name = `${tame(claim)}${several && one.reading !== undefined ? ` (${tame(one.reading)})` : ''}`;
  if (vacuous && verdict === 'holds') out(`\n${hanging('', `${name} holds because it was never put to the test: what it speaks of occurs in no behaviour that was looked at`, width)}`);
  if (verdict === 'undetermined') out(`\n${hanging('', `${name}: undetermined, because ${undeterminedBecause ?? (stopped === undefined ? 'nothing was found' : WHY[stopped] ?? 'the search ended early')}${undeterminedBecause !== undefined && record ? '; may be settled by who the text names for it. The story that leaves it open:' : ''}`, width)}`);
  if (verdict === 'fails' && !record) out(`\n${hanging('', `${paint.bold(name)} fails: ${vacuous ? 'what it speaks of comes about in no behaviour that was looked at, whoever works together' : 'it speaks of something possible, and no behaviour that was looked at shows it'}`, width)}`);
  if (!record || shownAt === undefined) return;
  if (verdict !== 'undetermined') out(`\n${hanging('', `${paint.bold(name)} ${verdict}: the shortest story has ${counted(record.length, 'entry', 'entries')}`, width)}`);
  const shows = verdict === 'holds' ? 'here it shows' : verdict === 'undetermined' ? 'here it is open' : 'here it fails';
  showStory(record, shownAt, shows, explored, terminal);
  showCommands(claim, record.length > 0, shownAt, explored, named, terminal, true);
}

function showFinding(one: Finding, explored: Explored, named: Named, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  const { name, verdict, words, record, shownAt } = one;
  if (verdict !== 'found') { for (const word of words) out(`\n${hanging('', `${name}: ${tame(word)}`, width)}`); return; }
  out(`\n${hanging('', `${paint.bold(name)}${one.reading === undefined ? '' : ` (${tame(one.reading)})`}: ${words.map(tame).join('; ')}`, width)}`);
  if (!record || shownAt === undefined) return;
  showStory(record, shownAt, name === 'deadlock' ? 'nothing more can happen' : 'nobody answers', explored, terminal);
  if (named.written?.name === name) showCommands(name, true, shownAt, explored, named, terminal, false);
}

/** Day 1 is the first: a story's lines with day and hour. */
function showStory(record: readonly Entry[], shownAt: Instant, shows: string, { start }: Explored, { out, paint, width }: Terminal): void {
  const lead = (at: Instant): string => padded(`  day ${Math.floor((at - start) / DAY) + 1}, ${new Date(at).toISOString().slice(11, 16)}`, 17);
  let before: Instant | undefined;
  for (const entry of record) {
    const at = entry.occurred.from;
    out(hanging(at === before ? padded('', 17) : lead(at), tame(entry.act === 'vote' ? `vote ${String(entry.arguments['ballot'])} by ${entry.actor.kind === 'one' ? entry.actor.name : '?'} on ${String(entry.arguments['decision'])}` : labelOf(entry)), width));
    before = at;
  }
  out(`${lead(shownAt)}${paint.red(shows)}\n`);
}

const word = (raw: string): string => (/[^\w./:=@+,-]/.test(raw) ? `"${raw.replace(/["\\$`]/g, '\\$&')}"` : raw);

function showCommands(name: string, any: boolean, shownAt: Instant, { limits, origins, scopeAside, start, symmetry, jump }: Explored, { file, out: path, written }: Named, { out, paint }: Terminal, claim: boolean): void {
  if (!any) return;
  const mine = written?.name === name && path !== undefined;
  const record = mine ? path : `${name}.jsonl`;
  const scope = [...(origins.acts === 'option' ? [`--acts ${limits.acts}`] : []), ...(origins.horizon === 'option' ? [`--horizon ${limits.horizon}`] : []), ...(scopeAside ? ['--no-scope'] : []), ...(symmetry ? [] : ['--no-symmetry']), ...(jump ? [] : ['--no-jump'])];
  if (!mine && claim) out(paint.dim(`  casus explore ${[word(file), `--claim ${word(name)}`, ...scope, `--out ${word(record)}`].join(' ')}\n`));
  out(paint.dim(`  casus replay ${word(file)} --record ${word(record)} --in-force-from ${new Date(start).toISOString().slice(0, 10)} --as-of ${new Date(shownAt).toISOString().slice(0, 16)}Z\n`));
}

/** Where the slow form answered, and why. */
function showHow({ answers, findings }: Explored, { out, width }: Terminal): void {
  const slow = new Map<string, string[]>();
  for (const one of findings) if (one.by === 'text' && one.verdict !== 'found') out(`\n${hanging('', `${one.name}: none can be, as the text stands: ${tame(one.because ?? '')}`, width)}`);
  for (const one of [...answers.map((answer) => ({ ...answer, name: answer.claim })), ...findings]) if (one.because !== undefined && one.by === 'reference') slow.set(one.because, [...new Set([...(slow.get(one.because) ?? []), one.name])]);
  for (const [because, names] of slow) out(`\n${hanging('', `${names.map(tame).join(', ')}: answered by the slow form, which looks at fewer situations, because the text has ${tame(because)}`, width)}`);
}
