/** Time as a strip: windows as bars, entries as marks, now as an ink line; what is conditional is dashed. */
import type { Entry, Instant } from '../../../treaty/index.js';
import type { Window } from '../view/exercise.js';
import { hoursSince, moment } from '../view/dates.js';
import { entryWords } from '../view/entries.js';

const WIDTH = 1040;
const LEFT = 6;
const TOP = 30;
const LANE = 20;
const HOUR = 3_600_000;
const HOSTILE = new Set(['strike', 'occupy', 'attack', 'use-of-force', 'armed-attack']);
const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160, 4320, 8760].map((hours) => hours * HOUR);

interface StripProps { readonly startsAt: Instant; readonly now: Instant; readonly told: Instant; readonly windows: readonly Window[]; readonly entries: readonly Entry[] }

export function Strip({ startsAt, now, told, windows, entries }: StripProps) {
  // Windows that run for months would squeeze the story: they run off the edge instead.
  const near = windows.map(({ to }) => to).filter((to) => to - startsAt <= 2.5 * Math.max(told - startsAt, 96 * HOUR));
  const end = Math.max(told, now, ...near) + HOUR;
  const x = (at: Instant): number => LEFT + (Math.min(at, end) - startsAt) / (end - startsAt) * (WIDTH - 2 * LEFT);
  const step = STEPS.find((one) => (end - startsAt) / one <= 9) ?? (STEPS.at(-1) as number);
  const ticks = Array.from({ length: Math.floor((end - startsAt) / step) + 1 }, (_, index) => startsAt + index * step);
  const lanes = lanesOf(windows, x);
  const bottom = TOP + Math.max(1, ...lanes.map((lane) => lane + 1)) * LANE + 6;
  return (
    <figure class="strip" tabIndex={0} role="group" aria-label="Time strip">
      <svg viewBox={`0 0 ${WIDTH} ${bottom + 22}`} role="img" aria-label={`${windows.length} windows; now ${hoursSince(startsAt, now)} after the start`}>
        {ticks.map((at) => <g key={at}><line class="grid" x1={x(at)} x2={x(at)} y1="10" y2={bottom} /><text x={x(at)} y={bottom + 15} text-anchor={x(at) < 14 ? 'start' : 'middle'}>{hoursSince(startsAt, at)}</text></g>)}
        {windows.map((window, index) => {
          const y = TOP + (lanes[index] ?? 0) * LANE;
          const left = x(window.from);
          const width = Math.max(2, x(window.to) - left);
          return (
            <g key={`${window.id} ${window.from}`}>
              <title>{`${window.label}: ${moment(window.from)} to ${moment(window.to)} UTC`}</title>
              <rect class={`window ${window.conditional ? 'later' : `tone-${window.tone}`}`} x={left} y={y} width={width} height={LANE - 6} />
              <text class="label" x={Math.min(left + 4, WIDTH - LEFT - 7 * window.label.length)} y={y + 11}>{window.label}</text>
            </g>
          );
        })}
        {entries.map((entry) => {
          const hostile = HOSTILE.has(entry.act);
          const later = entry.occurred.from > now;
          const at = x(entry.occurred.from);
          return hostile
            ? <path class={`mark hostile ${later ? 'later' : ''}`} d={`M${at} 10l6 6-6 6-6-6z`} key={entry.id}><title>{entryWords(entry)}</title></path>
            : <circle class={`mark ${later ? 'later' : ''}`} cx={at} cy="16" r="4" key={entry.id}><title>{entryWords(entry)}</title></circle>;
        })}
        <line class="now" x1={x(now)} x2={x(now)} y1="4" y2={bottom} />
        <text class="now-label" x={x(now) > WIDTH - 90 ? x(now) - 6 : x(now) + 6} y="9" text-anchor={x(now) > WIDTH - 90 ? 'end' : 'start'}>now, {hoursSince(startsAt, now)}</text>
      </svg>
    </figure>
  );
}

const LETTER = 6.2;

/** The first lane in which neither bar nor label meets another. */
function lanesOf(windows: readonly Window[], x: (at: Instant) => number): readonly number[] {
  const ends: number[] = [];
  return windows.map(({ from, to, label }) => {
    const left = x(from);
    const right = Math.max(x(to), left + 8 + label.length * LETTER) + 6;
    let lane = ends.findIndex((end) => end <= left);
    if (lane < 0) lane = ends.length;
    ends[lane] = right;
    return lane;
  });
}
