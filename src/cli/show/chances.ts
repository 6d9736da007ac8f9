/** What runs under assumptions came to, for people at 80 columns and as JSON. */
import { ASSUMED, reportOf, type Meaning, type Moment, type Report, type Tally } from '../../simulate/index.js';
import type { Terminal } from '../terminal.js';
import { NOTICE } from './notice.js';
import { table } from './table.js';
import { counted, cut, grouped, hanging, padded, tame } from './words.js';

export interface Shown {
  readonly treaty: string;
  readonly digest: string;
  readonly seed: number;
  readonly runs: number;
  readonly results: readonly { readonly meaning: Meaning; readonly tally: Tally }[];
  /** Why it ended before its end, where it did. */
  readonly stopped?: 'asked' | 'time';
}


export function asJson({ treaty, digest, seed, runs, results, stopped }: Shown) {
  const all = results.map((one) => ({ ...one, report: reportOf(one) }));
  return {
    version: 1, treaty, digest, seed, runs, done: all[0]?.report.done ?? 0, partial: all.some(({ report }) => report.partial), ...(stopped === undefined ? {} : { stopped }), claims: all.flatMap(({ report }) => report.claims),
    responseHours: Object.assign({}, ...all.map(({ report }) => report.responseHours)) as Report['responseHours'],
    results: all.map(({ meaning, tally, report: { stories, force, sensitivity, changes } }) => ({ reading: meaning.reading, stories, force, sensitivity, changes, meaning, tally })),
    notice: `${ASSUMED} ${NOTICE}`,
  };
}

const percent = (share: number | null): string => (share === null ? 'not asked' : `${(share * 100).toFixed(1)} %`);
const BARS = ' ▁▂▃▄▅▆▇█';
const curve = (moments: readonly Moment[], of: (one: Moment) => number): string => moments.map((one) => BARS[Math.round(of(one) * 8)] ?? ' ').join('');

export function showChances(shown: Shown, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  out(`${paint.bold(tame(shown.treaty))}\n`);
  if (shown.stopped !== undefined) out(hanging(`${paint.yellow('partial')}: `, shown.stopped === 'asked' ? 'ended when asked to; what had been run until then is told' : 'the time was up; what had been run until then is told, and more `--max-seconds` would run the rest', width));
  const forces = new Set<string | null>();
  for (const { meaning, tally } of shown.results) {
    const report = reportOf({ meaning, tally });
    const { behaviour } = meaning;
    const reading = meaning.reading === null ? '' : tame(meaning.reading);
    // The same assumptions are told once; what follows is asked by other acts, or of another reading.
    if (forces.size === 0) {
      out(hanging('', `assumed: ${tame(behaviour.name)}${behaviour.source === undefined ? '' : `, ${tame(behaviour.source)}`}`, width));
      out(hanging('', `${counted(report.done, 'run')}${report.partial ? ` of ${grouped(meaning.runs)}: PARTIAL` : ''}, seed ${meaning.seed}, ${meaning.sets > 1 ? `${grouped(meaning.sets)} draws of the uncertain chances, ` : ''}up to ${meaning.horizonDays} days, ticks of ${Number((meaning.tickMs / 3_600_000).toFixed(4))} h${reading === '' ? '' : `, reading ${reading}`}`, width));
    } else out(`\n${paint.bold(hanging('', `under the same assumptions${reading === '' ? '' : `, reading ${reading}`}${report.partial ? `: ${counted(report.done, 'run')} of ${grouped(meaning.runs)}, PARTIAL` : ''}`, width).trimEnd())}\n`);
    if (meaning.because !== null) out(hanging('', `by the reference engine, slowly, because of ${tame(meaning.because)}`, width));
    for (const note of meaning.notes) out(hanging('note: ', tame(note), width));
    out(`\n${table([{ title: 'claim', gives: true }, { title: 'chance', right: true }, { title: '95 % by runs', right: true }, { title: '90 % by beliefs', right: true }, { title: 'asked', right: true }],
      report.claims.map(({ name, chance, low, high, beliefs, holds, fails, undetermined }) => [tame(name), percent(chance), chance === null ? '' : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}`, beliefs === null ? '–' : `${(beliefs.low * 100).toFixed(1)}–${(beliefs.high * 100).toFixed(1)}`, grouped(holds + fails + undetermined)]), width, paint.bold).join('\n')}\n`);
    const never = report.claims.filter(({ holds, fails, undetermined }) => holds + fails + undetermined === 0).map(({ name }) => tame(name));
    if (never.length > 0) out(hanging(`${paint.yellow('never asked')}: `, `${never.join(', ')}: what ${never.length === 1 ? 'it speaks' : 'they speak'} of occurred in no run, so nothing here says that ${never.length === 1 ? 'it holds' : 'they hold'}; another behaviour, a longer \`--days\`, or an act named by \`--stimulus\` may ask it`, width));
    for (const { name, undetermined } of report.claims) if (undetermined > 0) out(hanging('note: ', `${tame(name)} was undetermined in ${counted(undetermined, 'run')}`, width));
    for (const [name, moments] of Object.entries(report.responseHours)) showCurve(name, moments, terminal);
    showStories(report, terminal);
    if (!forces.has(meaning.reading)) showForce(report, terminal);
    forces.add(meaning.reading);
    showSwings(report, terminal);
  }
  out(`\n${paint.dim(hanging('', `${ASSUMED} ${NOTICE}`, width))}`);
}

function showCurve(name: string, moments: readonly Moment[], { out, paint, width }: Terminal): void {
  const last = moments.at(-1)?.hours ?? 0;
  const words = `${Number(last.toFixed(1))} h`;
  out(`\n${paint.bold(cut(`${tame(name)}: response by hours after the first act`, width))}\n`);
  out(`  high ${curve(moments, ({ high }) => high)}\n       ${curve(moments, ({ share }) => share)}\n  low  ${curve(moments, ({ low }) => low)}\n       ${padded('0', Math.max(2, moments.length - words.length))}${words}\n`);
  const half = moments.find(({ share }) => share >= 0.5);
  out(hanging('  ', `${half ? `half of the runs had it by ${half.hours} h; ` : ''}by ${words} ${percent(moments.at(-1)?.share ?? 0)}`, width));
}

function showStories({ stories, done }: Report, { out, paint, width }: Terminal): void {
  if (stories.length === 0) return;
  out(`\n${paint.bold('how it failed most often')}\n`);
  for (const { claim, kind, count, run } of stories) out(hanging('  ', `${tame(claim)}: ${tame(kind)}: ${grouped(count)} of ${counted(done, 'run')}, first in run ${run}`, width));
}

function showForce({ force }: Report, { out, paint, width }: Terminal): void {
  if (force.length === 0) return;
  out(`\n${paint.bold('forces there, by day')}\n`);
  out(`${table([{ title: 'what', gives: true }, { title: 'day', right: true }, { title: 'mean', right: true }, { title: '90 % of runs', right: true }, { title: 'needed', right: true }, { title: 'met', right: true }],
    force.map(({ what, day, mean, low, high, needed, met }) => [tame(what), String(day), mean.toFixed(1), `${low}–${high}`, needed === null ? '' : String(needed), met === null ? '' : percent(met)]), width, (text) => text).join('\n')}\n`);
}

function showSwings({ sensitivity, changes }: Report, { out, paint, width }: Terminal): void {
  if (sensitivity.length > 0) {
    out(`\n${paint.bold('what bears on it most (each chance at its low and high twentieth)')}\n`);
    for (const { parameter, claim, low, high } of sensitivity.slice(0, 8)) out(hanging('  ', `${tame(claim)}: ${tame(parameter)} at ${low.value.toFixed(2)}: ${percent(low.chance)}; at ${high.value.toFixed(2)}: ${percent(high.chance)}`, width));
  }
  const telling = changes.filter(({ chance, base }) => chance !== null && base !== null && chance !== base).sort((a, b) => Math.abs((b.chance ?? 0) - (b.base ?? 0)) - Math.abs((a.chance ?? 0) - (a.base ?? 0)));
  if (telling.length === 0) return;
  out(`\n${paint.bold('what one change in the text would do (every chance at its mean)')}\n`);
  for (const { change, claim, chance, base } of telling.slice(0, 8)) out(hanging('  ', `${tame(change)}: ${tame(claim)} ${percent(base)} → ${percent(chance)}`, width));
}

