/** The record over time: entries counted per month, week or day; dragging or the fields beside choose a period. */
import { useSignal } from '@preact/signals';
import type { Instant } from '../../../treaty/index.js';
import { day } from '../view/dates.js';
import type { Bin } from '../view/record.js';

const WIDTH = 640;
const HEIGHT = 150;
const BASE = 118;

interface TimelineProps {
  readonly bins: readonly Bin[];
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  readonly now: Instant;
  readonly choose: (from: Instant | undefined, to: Instant | undefined) => void;
}

export function Timeline({ bins, from, to, now, choose }: TimelineProps) {
  const pressed = useSignal<Instant | undefined>(undefined);
  const first = bins[0];
  const last = bins.at(-1);
  if (!first || !last) return null;
  const most = Math.max(...bins.map(({ count }) => count));
  const x = (at: Instant): number => ((at - first.from) / (last.to - first.from)) * WIDTH;
  const timeAt = (event: PointerEvent): Instant => {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    return first.from + Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * (last.to - first.from);
  };
  const release = (event: PointerEvent): void => {
    const start = pressed.value;
    pressed.value = undefined;
    if (start === undefined) return;
    const end = timeAt(event);
    const [a, b] = start < end ? [start, end] : [end, start];
    const chosen = bins.filter((bin) => bin.to > a && bin.from <= b);
    if (x(b) - x(a) < 4) choose(undefined, undefined);
    else choose(chosen[0]?.from, (chosen.at(-1)?.to ?? b) - 1);
  };
  const ticks = ticksOf(first.from, last.to);
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${total} entries from ${day(first.from)} to ${day(last.to - 1)}; at most ${most} in one bar`}
        onPointerDown={(event) => { pressed.value = timeAt(event); }} onPointerUp={release}>
        {bins.map((bin) => {
          const left = x(bin.from);
          const width = Math.max(1, x(bin.to) - left - 1);
          const out = (from !== undefined && bin.to <= from) || (to !== undefined && bin.from > to);
          const height = (count: number): number => (count === 0 ? 0 : Math.max(1.5, (count / most) * (BASE - 14)));
          return (
            <g key={bin.from}>
              <title>{`${day(bin.from)} to ${day(bin.to - 1)}: ${bin.count} entries, ${bin.broken} breaching, ${bin.unknown} undetermined`}</title>
              <rect class={`bar ${out ? 'out' : ''}`} x={left} width={width} y={BASE - height(bin.count)} height={height(bin.count)} />
              {out ? null : <rect class="bar unknown" x={left} width={width} y={BASE - height(bin.unknown + bin.broken)} height={height(bin.unknown + bin.broken)} />}
              {out ? null : <rect class="bar broken" x={left} width={width} y={BASE - height(bin.broken)} height={height(bin.broken)} />}
            </g>
          );
        })}
        <g class="axis">
          <line x1="0" x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
          <text x="0" y="10">{most} in the fullest bar</text>
          {ticks.map(({ at, words }) => <g key={at}><line x1={x(at)} x2={x(at)} y1={BASE} y2={BASE + 5} /><text x={x(at)} y={BASE + 18} text-anchor={x(at) < 20 ? 'start' : x(at) > WIDTH - 20 ? 'end' : 'middle'}>{words}</text></g>)}
        </g>
        {now > first.from && now < last.to ? <line class="now" x1={x(now)} x2={x(now)} y1="14" y2={BASE + 5} /> : null}
      </svg>
      <figcaption class="small soft">Entries by the day they occurred; red where one led to a breach, violet where a verdict stays undetermined. Drag to choose a period.</figcaption>
    </figure>
  );
}

const DAY = 86_400_000;

function ticksOf(from: Instant, to: Instant): readonly { readonly at: Instant; readonly words: string }[] {
  const years = (to - from) / (365 * DAY);
  if (years > 1.5) {
    const first = new Date(from).getUTCFullYear();
    const step = Math.max(1, Math.ceil(years / 10));
    return Array.from({ length: Math.floor(years / step) + 2 }, (_, index) => ({ at: Date.UTC(first + index * step, 0, 1), words: String(first + index * step) })).filter(({ at }) => at >= from && at <= to);
  }
  return [0, 0.5, 1].map((share) => ({ at: from + share * (to - from - 1), words: day(from + share * (to - from - 1)) })).filter(({ words }, index, all) => all.findIndex((one) => one.words === words) === index);
}
