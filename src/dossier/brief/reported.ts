/** What is reported as pledged beside the text, against what the text and others say is needed. A report counts as no pledge of the text: what it would leave missing is said apart. */
import type { Instant } from '../../treaty/index.js';
import type { Figure, PledgeFile, ReportedPledge, StatedNeed } from '../shapes.js';
import type { ReportedView, StatedNeedView } from './model.js';
import { day, grouped } from './words.js';

type Range = readonly [low: number, high: number];

const rangeOf = ({ value, low, high }: Figure): Range | undefined => (low !== undefined && high !== undefined ? [low, high] : value === undefined ? undefined : [value, value]);
const rangeWords = ([low, high]: Range): string => (low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`);
const sumOf = (ranges: readonly Range[]): Range => ranges.reduce<Range>((sum, [low, high]) => [sum[0] + low, sum[1] + high], [0, 0]);

/** What was on record by the end of the day. */
export const knownBy = ({ needs, pledges }: PledgeFile, asOf: Instant): PledgeFile => ({ needs: needs.filter((one) => one.asOf.from <= asOf), pledges: pledges.filter((one) => one.asOf.from <= asOf) });

export const reportedView = ({ by, text, status, asOf, source, outlet, link }: ReportedPledge): ReportedView => ({ by, text, status, on: day(asOf.from), ...(source === undefined ? {} : { source }), ...(outlet === undefined ? {} : { outlet }), ...(link === undefined ? {} : { link }) });

/** How far the reports that name a number of this unit would go, in words; undefined where none does. */
export function reachWords(pledges: readonly ReportedPledge[], unit: string | undefined, needed: Range): { readonly words: string; readonly met: boolean } | undefined {
  const ranges = pledges.filter((one) => unit !== undefined && one.unit === unit).flatMap((one) => { const range = rangeOf(one); return range === undefined ? [] : [range]; });
  if (ranges.length === 0) return undefined;
  const sum = sumOf(ranges);
  const missing: Range = [Math.max(0, needed[0] - sum[1]), Math.max(0, needed[1] - sum[0])];
  const without = pledges.length - ranges.length;
  const rest = without === 0 ? '' : `; ${without} of the ${pledges.length} reports name no number and count as nothing`;
  return missing[1] === 0 ? { words: `covered by what is reported, ${rangeWords(sum)} of ${rangeWords(needed)}${rest}`, met: true } : { words: `${rangeWords(missing)} missing by what is reported, ${rangeWords(sum)} of ${rangeWords(needed)}${rest}`, met: false };
}

export function statedNeedView(need: StatedNeed, pledges: readonly ReportedPledge[]): StatedNeedView {
  const towards = pledges.filter((one) => one.towards.includes(need.id));
  const needed = rangeOf(need);
  const reach = needed === undefined ? undefined : reachWords(towards, need.unit, needed);
  const { what, text, of, asOf, source, outlet, link } = need;
  return {
    what, on: day(asOf.from), reported: towards.map(reportedView), met: reach?.met ?? (towards.length === 0 ? false : undefined),
    gap: towards.length === 0 ? 'nothing is reported towards it' : needed === undefined ? 'cannot be said in numbers: no amount is named' : reach?.words ?? 'cannot be said: no report names how much',
    ...(needed === undefined ? {} : { needed: `${rangeWords(needed)}${need.unit === undefined ? '' : ` ${need.unit}`}` }), ...(text === undefined ? {} : { text }), ...(of === undefined ? {} : { of }),
    ...(source === undefined ? {} : { source }), ...(outlet === undefined ? {} : { outlet }), ...(link === undefined ? {} : { link }),
  };
}
