/** `casus explore --who-can EVENT`: the event is read by the language itself, as a claim at the end of the text, so that its names and its faults are those of the text. */
import { coalitionWords, type Bounds, type Stop, type WhoCanAnswer } from '../../explore/index.js';
import { checkTreaty } from '../../language/check/index.js';
import { parseTreaty } from '../../language/index.js';
import type { Claim, Treaty } from '../../treaty/index.js';
import { wholeNumber, type Given } from '../arguments.js';
import { BadInput, FINDINGS, FINE } from '../faults.js';
import { readText } from '../files.js';
import { NOTICE } from '../show/notice.js';
import { farOn } from '../show/progress.js';
import { showWhoCan } from '../show/who-can.js';
import type { Terminal } from '../terminal.js';
import { carryOutWatched } from './thread.js';

interface Asked { readonly path: string; readonly file: string; readonly given: Given; readonly bounds: Pick<Bounds, 'stimuli' | 'horizonMs' | 'limits'>; readonly limits: { readonly memory: number; readonly seconds: number } }

const DAY = 86_400_000;
const STOPPED: Readonly<Partial<Record<Stop, string>>> = { time: 'the time was up; may be settled by more `--max-seconds`', memory: 'it would have needed more memory; may be settled by more `--max-memory`, or fewer `--acts`', asked: 'it was asked to end' };

export async function whoCanVerb({ path, file, given, bounds, limits }: Asked, terminal: Terminal): Promise<number> {
  const event = (given.one('who-can') ?? '').trim().replace(/\.$/, '');
  const strategy = wholeNumber(given, 'strategy', 1, 10_000) ?? 1;
  const { treaty, claim } = read(readText(path, terminal.folder).text, event);
  let answers: readonly WhoCanAnswer[] | undefined;
  let stopped: Stop | undefined;
  const progress = farOn(terminal);
  const job = { treaty, path, folder: terminal.folder, claims: [], bounds: { ...bounds, symmetry: true, jump: false }, maxBytes: limits.memory * 1_000_000, maxMs: limits.seconds * 1000, looks: false, whoCan: { claim: claim.name, strategy } };
  const ended = await carryOutWatched(job, terminal, (said) => {
    if (said.kind === 'who can') ({ answers, stopped } = said);
    if (said.kind === 'far') progress.at(said.far, said.bytes);
  });
  progress.end();
  // Nothing came back: the thread died of want of memory, or was told to end.
  stopped ??= ended;
  answers ??= [{ from: [], strategies: [], undeterminedBecause: STOPPED[stopped ?? 'asked'] ?? 'it ended early' }];
  const most = Math.max(0, ...answers.map(({ smallest }) => smallest?.length ?? 0));
  if (given.one('strategy') !== undefined && strategy > most) throw new BadInput(`there is no coalition ${strategy}`, most === 0 ? 'no coalition was found that can ensure the event' : `the smallest coalitions are numbered 1 to ${most}`);
  if (given.has('json')) terminal.out(`${JSON.stringify(asJson(treaty, event, answers), null, 1)}\n`);
  else showWhoCan({ title: treaty.title, file, event, answers, limits: { acts: bounds.stimuli, horizon: bounds.horizonMs / DAY }, strategy, ...(stopped === undefined ? {} : { stopped: STOPPED[stopped] ?? '' }) }, terminal);
  return answers.some(({ smallest }) => (smallest?.length ?? 0) === 0) ? FINDINGS : FINE;
}

/** The text with the claim at its end. Faults are told by their column in what was typed. */
function read(text: string, event: string): { readonly treaty: Treaty; readonly claim: Claim } {
  const party = parseTreaty(text).treaty.parties[0]?.name;
  if (party === undefined) throw new BadInput('the text has no parties, so nobody can ensure anything', '`party NAME.` names one');
  if (event === '') throw new BadInput('`--who-can` names no event', 'for example `--who-can "assist is performed by at least 3 within 96 hours"`');
  const names = new Set(parseTreaty(text).treaty.claims.map(({ name }) => name));
  let name = 'who-can';
  while (names.has(name)) name += '-asked';
  const lead = `claim ${name}: can ${party} ensure `;
  const whole = `${text.replace(/\s*$/, '')}\n`;
  const line = whole.split('\n').length;
  const { treaty, diagnostics } = parseTreaty(`${whole}${lead}${event}.\n`);
  const fault = [...diagnostics, ...checkTreaty(treaty)].find(({ severity, span }) => severity === 'error' && span.line >= line);
  if (fault) throw new BadInput(`\`--who-can\` at character ${Math.max(1, fault.span.column - lead.length)}: ${fault.message}`, fault.help ?? 'an event of the text stands there, such as `assist is performed by at least 3`');
  const claim = treaty.claims.find((one) => one.name === name);
  if (claim?.form.kind !== 'can') throw new BadInput('`--who-can` does not name one event', 'for example `--who-can "assist is performed by at least 3 within 96 hours"`');
  return { treaty, claim };
}

const asJson = ({ title }: Treaty, event: string, answers: readonly WhoCanAnswer[]): object => ({
  version: 1, treaty: title, whoCan: event,
  readings: answers.map(({ reading, smallest, vetoPlayers, nobodyCan, complete, from, strategies, undeterminedBecause }) => ({
    ...(reading === undefined ? {} : { reading }),
    ...(undeterminedBecause === undefined ? { smallest: (smallest ?? []).map((one) => ({ words: coalitionWords(one), members: one.members })), vetoPlayers: vetoPlayers ?? [], nobodyCan: nobodyCan ?? false, complete: complete ?? false, countedFrom: from } : { undeterminedBecause }),
    strategies: strategies.map(({ coalition, strategy }) => ({ coalition: coalitionWords(coalition), ...(strategy ? { members: strategy.members, tickHours: strategy.tickHours, situations: strategy.situations,
      rows: strategy.rows.map(({ when, who, does, fromHour, toHour }) => ({ when: when.map(({ field, words }) => ({ field, values: words })), who, does, ...(fromHour === undefined ? {} : { fromHour }), ...(toHour === undefined ? {} : { toHour }) })) } : {}) })),
  })),
  notice: NOTICE,
});
