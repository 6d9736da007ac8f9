/** Time as a strip: windows as bars, entries as marks, now as an ink line; what is conditional is dashed. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Entry, Instant } from '../../../treaty/index.js';
import { toldTogether, type Window } from '../view/exercise.js';
import { day, hoursSince, moment } from '../view/dates.js';
import { togetherWords } from '../view/entries.js';

const LEFT = 6;
const TOP = 37;
const MARKS = 22;
const LANE = 20;
const HOUR = 3_600_000;
const NARROWEST = 560;
const WIDE = 1040;
/** About the width of a letter of a label, in pixels. */
const LETTER = 5.6;
const HOSTILE = new Set(['strike', 'occupy', 'attack', 'use-of-force', 'armed-attack']);
const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160, 4320, 8760, 17520, 43800, 87600].map((hours) => hours * HOUR);

interface StripProps { readonly startsAt: Instant; readonly now: Instant; readonly told: Instant; readonly windows: readonly Window[]; readonly entries: readonly Entry[] }

interface Bar { readonly window: Window; readonly left: number; readonly right: number; readonly label: string; readonly labelAt: number; readonly lane: number; readonly beyond: boolean }

export function Strip({ startsAt, now, told, windows, entries }: StripProps) {
  const figure = useRef<HTMLElement>(null);
  const room = useSignal(WIDE);
  const width = Math.max(NARROWEST, room.value);
  useEffect(() => {
    const one = figure.current;
    if (!one) return undefined;
    const watcher = new ResizeObserver(() => { room.value = one.clientWidth; });
    watcher.observe(one);
    return () => watcher.disconnect();
  }, []);
  // Windows that run for months would squeeze the story: they run off the edge instead.
  const near = windows.map(({ to }) => to).filter((to) => to - startsAt <= 2.5 * Math.max(told - startsAt, 96 * HOUR));
  const end = Math.max(told, now, ...near) + HOUR;
  const x = (at: Instant): number => LEFT + (Math.min(at, end) - startsAt) / (end - startsAt) * (width - 2 * LEFT);
  const step = STEPS.find((one) => (end - startsAt) / one <= width / 110) ?? (STEPS.at(-1) as number);
  const ticks = Array.from({ length: Math.floor((end - startsAt) / step) + 1 }, (_, index) => startsAt + index * step);
  const bars = barsOf(windows.filter(({ from }) => from < end), x, end, width);
  const bottom = TOP + Math.max(1, ...bars.map(({ lane }) => lane + 1)) * LANE + 6;
  const nowAt = x(now);
  useEffect(() => {
    const one = figure.current;
    if (one && one.scrollWidth > one.clientWidth) one.scrollLeft = nowAt - one.clientWidth * 0.6;
  }, [nowAt, width]);
  const late = nowAt > width - 90;
  return (
    <figure class="strip" ref={figure} tabIndex={0} role="group" aria-label="Time strip">
      <svg width={width} height={bottom + 22} viewBox={`0 0 ${width} ${bottom + 22}`} role="img" aria-label={`${windows.length} windows and ${entries.length} entries; now ${hoursSince(startsAt, now)} after the start`}>
        {ticks.map((at) => <g key={at}><line class="grid" x1={x(at)} x2={x(at)} y1="15" y2={bottom} /><text x={x(at)} y={bottom + 15} text-anchor={x(at) < 14 ? 'start' : x(at) > width - 20 ? 'end' : 'middle'}>{hoursSince(startsAt, at)}</text></g>)}
        {bars.map(({ window, left, right, lane, label, labelAt, beyond }) => {
          const y = TOP + lane * LANE;
          return (
            <g key={`${window.id} ${window.from} ${window.label}`}>
              <title>{`${window.label}: ${moment(window.from)} to ${moment(window.to)} UTC`}</title>
              <rect class={`window ${window.conditional ? 'later' : `tone-${window.tone}`}`} x={left} y={y} width={right - left} height={LANE - 6} />
              {beyond ? <path class="beyond" d={`M${right - 5} ${y + 3}l4 4-4 4`} /> : null}
              <text class="label" x={labelAt} y={y + 11}>{label}</text>
            </g>
          );
        })}
        {toldTogether(entries).map((some) => {
          const [entry] = some;
          if (!entry) return null;
          const later = entry.occurred.from > now ? 'later' : '';
          const at = x(entry.occurred.from);
          return HOSTILE.has(entry.act)
            ? <path class={`mark hostile ${later}`} d={`M${at} ${MARKS - 6}l6 6-6 6-6-6z`} key={entry.id}><title>{togetherWords(some)}</title></path>
            : <circle class={`mark ${later}`} cx={at} cy={MARKS} r="4" key={entry.id}><title>{togetherWords(some)}</title></circle>;
        })}
        <line class="now" x1={nowAt} x2={nowAt} y1="4" y2={bottom} />
        <text class="now-label" x={late ? nowAt - 6 : nowAt + 6} y="9" text-anchor={late ? 'end' : 'start'}>now, {hoursSince(startsAt, now)}</text>
      </svg>
    </figure>
  );
}

/** Each bar in the first lane in which neither it nor its label meets another. */
function barsOf(windows: readonly Window[], x: (at: Instant) => number, end: Instant, width: number): readonly Bar[] {
  const ends: number[] = [];
  return windows.map((window) => {
    const beyond = window.to > end;
    const left = x(window.from);
    const right = Math.max(x(window.to), left + 2);
    const label = beyond ? `${window.label}, to ${day(window.to)}` : window.label;
    const long = label.length * LETTER;
    const labelAt = left + 4 + long <= width ? left + 4 : Math.max(LEFT, Math.min(left - long - 8, width - long - LEFT));
    let lane = ends.findIndex((one) => one <= Math.min(left, labelAt) - 4);
    if (lane < 0) lane = ends.length;
    ends[lane] = Math.max(right, labelAt + long);
    return { window, left, right, label, labelAt, lane, beyond };
  });
}
