/** `casus explore`: every behaviour of a text within bounds, claim by claim, and the shortest record of each that fails. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_START } from '../../engine/index.js';
import { scopeOf, type Answer, type Class, type Finding, type Scoped } from '../../explore/index.js';
import { nearest } from '../../language/index.js';
import { writeJsonLines } from '../../record/index.js';
import type { Entry, Instant, Treaty } from '../../treaty/index.js';
import { wholeNumber, type Given } from '../arguments.js';
import { whoCanVerb } from '../exploring/who-can.js';
import { carryOutWatched } from '../exploring/thread.js';
import { BadInput, FINDINGS, FINE } from '../faults.js';
import { showExploration, type Explored } from '../show/exploration.js';
import { NOTICE } from '../show/notice.js';
import { farOn } from '../show/progress.js';
import type { Terminal } from '../terminal.js';
import { opened } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

const DAY = 86_400_000;
const DEFAULTS = { acts: 1, horizon: 30, memory: 2000, seconds: 60 } as const;

export const explore: Verb = {
  name: 'explore', summary: 'look at every way things can go, claim by claim', operands: 'FILE',
  about: 'Looks at every behaviour of a text within bounds and says of each claim whether it holds, fails or stays undetermined, completely or up to which bound, and shows the shortest story that breaks it. Deadlocks and attacks that nobody answers are always looked for. Ends with 1 where a claim does not hold or something was found.',
  example: ['casus explore dossiers/ukraine/treaties/august-2025.casus', 'casus explore bench/guarantee-8.casus --claim always-declared --out story.jsonl'],
  options: [
    { name: 'acts', value: 'N', help: `how many acts that nobody owes, such as attacks, a behaviour may hold (default: what the text's scope says, else ${DEFAULTS.acts})` },
    { name: 'horizon', value: 'DAYS', help: `how long behaviours are followed (default: what the text's scope says, else ${DEFAULTS.horizon})` },
    { name: 'no-scope', help: 'leave the scope the text sets aside' },
    { name: 'claim', value: 'NAME', help: 'answer this claim alone' },
    { name: 'who-can', value: 'EVENT', help: 'which parties together can ensure an event whatever the others do, who is needed, and what they do: `assist is performed by at least 3 within 96 hours`' },
    { name: 'strategy', value: 'N', help: 'with --who-can: show what the Nth of the smallest coalitions does (default: 1)' },
    { name: 'no-symmetry', help: 'tell interchangeable parties apart' },
    { name: 'no-jump', help: 'let time pass tick by tick' },
    { name: 'max-memory', value: 'MB', help: `stop a search that needs more (default: ${DEFAULTS.memory})` },
    { name: 'max-seconds', value: 'S', help: `stop after this time and tell what was found (default: ${DEFAULTS.seconds})` },
    { name: 'out', value: 'FILE', help: 'write the shortest record that breaks the first claim that fails' },
    JSON_OPTION,
  ],
  run: async (given, terminal) => {
    const [path, ...more] = given.operands;
    if (path === undefined) throw new BadInput('no treaty is named', `for example \`${explore.example[0] ?? ''}\``);
    if (more.length > 0) throw new BadInput(`one treaty is explored at a time, and \`${more[0] ?? ''}\` is one more`, 'leave it out');
    const asked = { acts: wholeNumber(given, 'acts', 1, 12), horizon: wholeNumber(given, 'horizon', 1, 3650) };
    const limits = {
      memory: wholeNumber(given, 'max-memory', 10, 1_000_000) ?? DEFAULTS.memory, seconds: wholeNumber(given, 'max-seconds', 1, 1_000_000) ?? DEFAULTS.seconds,
    };
    const { file, treaty, diagnostics } = opened(path, terminal);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors[0]) throw new BadInput(`\`${file}\` line ${errors[0].span.line}: ${errors[0].message}`, `${errors[0].help === undefined ? '' : `${errors[0].help}; `}${errors.length === 1 ? 'a text with an error is' : `with this and ${errors.length - 1} more the text is`} not explored; \`casus check ${file}\` says what would help`);
    const scoped = scopedBy(treaty, file, given, asked);
    if (given.one('who-can') !== undefined) return whoCanVerb({ path, file, given, bounds: scoped.bounds, limits }, terminal);
    const claims = claimsOf(treaty, given.one('claim'));
    const explored = await exploring({ treaty, path, given, limits, scoped, claims }, terminal);
    const shown = breaking(explored);
    const out = given.one('out');
    if (out !== undefined && shown?.record) write(out, shown, terminal);
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(explored), null, 1)}\n`);
    else showExploration(explored, { file, ...(out === undefined ? {} : { out, written: shown }) }, terminal);
    return explored.answers.some(({ verdict }) => verdict !== 'holds') || explored.findings.some(({ verdict }) => verdict === 'found') ? FINDINGS : FINE;
  },
};

function claimsOf(treaty: Treaty, asked: string | undefined): readonly string[] {
  const names = [...new Set(treaty.claims.map(({ name }) => name))];
  if (asked === undefined) return names;
  if (names.includes(asked)) return [asked];
  if (names.length === 0) throw new BadInput(`the text makes no claim, so none is \`${asked}\``, 'docs/explore.md shows how claims are written');
  const near = nearest(asked, names);
  throw new BadInput(`the text makes no claim \`${asked}\``, near === undefined ? `its claims are ${names.map((name) => `\`${name}\``).join(', ')}` : `did you mean \`${near}\``);
}

interface Asked { readonly treaty: Treaty; readonly path: string; readonly given: Given; readonly limits: Pick<Explored['limits'], 'memory' | 'seconds'>; readonly scoped: Scoped; readonly claims: readonly string[] }

/** The bounds: of the command line, else of the text, else the usual. */
export function scopedBy(treaty: Treaty, file: string, given: Given, { acts, horizon }: { readonly acts: number | undefined; readonly horizon: number | undefined }): Scoped {
  const { scope, ...unbounded } = treaty;
  const scoped = scopeOf(given.has('no-scope') || !scope ? unbounded : treaty, { ...(acts === undefined ? {} : { acts }), ...(horizon === undefined ? {} : { horizonMs: horizon * DAY }) });
  const [fault] = scoped.faults;
  if (fault) throw new BadInput(`\`${file}\` line ${fault.span.line}: ${fault.message}`, `${fault.help}; \`--no-scope\` leaves the text's scope aside`);
  return scoped;
}

async function exploring({ treaty, path, given, limits, scoped, claims }: Asked, terminal: Terminal): Promise<Explored> {
  const answers: Answer[] = [];
  const classes = new Map<string, Class>();
  const notes = new Set<string>();
  let findings: readonly Finding[] = [];
  const progress = farOn(terminal);
  const bounds = { ...scoped.bounds, symmetry: !given.has('no-symmetry'), jump: !given.has('no-jump') };
  const looks = given.one('claim') === undefined;
  const ended = await carryOutWatched({ treaty, path, folder: terminal.folder, claims, bounds, maxBytes: limits.memory * 1_000_000, maxMs: limits.seconds * 1000, looks }, terminal, (said) => {
    if (said.kind === 'answer') answers.push(said.answer);
    if (said.kind === 'findings') findings = said.findings;
    if (said.kind === 'far') progress.at(said.far, said.bytes);
    if (said.kind === 'classes') { for (const one of said.classes) classes.set(one.label, one); for (const note of said.notes) notes.add(note); }
  });
  progress.end();
  // What was not reached is told as such.
  const missing = claims.filter((name) => !answers.some(({ claim }) => claim === name)).map((claim): Answer => ({ claim, verdict: 'undetermined', complete: false, stopped: ended ?? 'asked', vacuous: false, depth: 0, situations: 0, endings: 0, by: 'specialised', sets: [] }));
  return { title: treaty.title, zone: treaty.calendar.zone, start: DEFAULT_START, limits: { acts: bounds.stimuli, horizon: bounds.horizonMs / DAY, ...limits }, ofOne: bounds.limits, free: bounds.free, tickMs: bounds.tickMs, symmetry: bounds.symmetry, jump: bounds.jump, origins: scoped.origins, scopeAside: given.has('no-scope'), classes: [...classes.values()], notes: [...notes], answers: [...answers, ...missing], findings, looked: looks, ...(ended === undefined ? {} : { ended }) };
}

export interface Broken { readonly name: string; readonly record?: readonly Entry[]; readonly shownAt?: Instant }

/** What `--out` writes: the record of the first claim that fails, else of the first thing found. */
const breaking = ({ answers, findings }: Explored): Broken | undefined =>
  answers.filter(({ verdict, record }) => verdict === 'fails' && record).map((one) => ({ ...one, name: one.claim }))[0] ?? findings.find(({ record }) => record);

/** The acts, and an entry that says the record holds everything up to the end of the day on which it shows. */
export function storyOf(record: readonly Entry[], shownAt: Instant): readonly Entry[] {
  const to = Math.floor(shownAt / DAY) * DAY + DAY - 1;
  return [...record, { id: 'coverage', act: 'coverage', actor: { kind: 'unknown' }, arguments: { acts: '*' }, occurred: { from: DEFAULT_START, to }, knownAt: to }];
}

function write(path: string, { record = [], shownAt = DEFAULT_START }: Broken, terminal: Terminal): void {
  try {
    writeFileSync(resolve(terminal.folder, path), writeJsonLines(storyOf(record, shownAt)));
  } catch (fault) {
    throw new BadInput(`\`${path}\` cannot be written (${(fault as NodeJS.ErrnoException).code ?? 'unknown reason'})`, 'name a file in a folder that is there');
  }
}

const stamp = (at: Instant): string => new Date(at).toISOString();
const linesOf = (record: readonly Entry[]): readonly unknown[] => writeJsonLines(record).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);

function asJson({ title, start, tickMs, limits, ofOne, free, origins, symmetry, jump, classes, notes, answers, findings, looked, ended }: Explored): object {
  const found = ({ record, shownAt }: Pick<Answer, 'record' | 'shownAt'>): object => ({ ...(record ? { record: linesOf(record) } : {}), ...(shownAt === undefined ? {} : { shownAt: stamp(shownAt) }) });
  return {
    version: 1, treaty: title,
    scope: {
      acts: limits.acts, ofOne, horizonDays: limits.horizon, from: stamp(start), tickMinutes: tickMs / 60_000, free, origins, symmetry, jump, maxMemoryMB: limits.memory, maxSeconds: limits.seconds,
      classes: classes.map(({ label, kind }) => ({ label, kind })), notes,
    },
    situations: [...answers, ...findings].reduce((sum, { situations }) => sum + situations, 0),
    ...(ended === undefined ? {} : { stopped: ended }),
    claims: answers.map(({ claim, reading, verdict, complete, stopped, vacuous, depth, situations, endings, by, because, sets, undeterminedBecause, ...rest }) => ({
      name: claim, ...(reading === undefined ? {} : { reading }), verdict, complete, ...(stopped === undefined ? {} : { stopped }), vacuous, depth, situations, endings, by, ...(because === undefined ? {} : { because }),
      interchangeable: sets, ...(undeterminedBecause === undefined ? {} : { undeterminedBecause }), ...found(rest),
    })),
    ...(looked ? { lookedFor: findings.map(({ name, reading, verdict, complete, stopped, situations, endings, by, because, sets, words, ...rest }) => ({
      name, ...(reading === undefined ? {} : { reading }), verdict, complete, ...(stopped === undefined ? {} : { stopped }), situations, endings, by, ...(because === undefined ? {} : { because }), interchangeable: sets, words, ...found(rest),
    })) } : {}),
    notice: NOTICE,
  };
}
