/** The record over time: entries counted per year, month, week or day, or drawn one by one while they are few. Dragging, or the two handles by keyboard, choose a period. */
import { useSignal } from '@preact/signals';
import type { Instant } from '../../../treaty/index.js';
import { day } from '../view/dates.js';
import { plural } from '../view/names.js';
import type { Bin } from '../view/record.js';
import { useWidth } from './width.js';

const HEIGHT = 164;
const TOP = 26;
const BASE = 132;
/** So many in the fullest bar are drawn one by one. */
const ONE_BY_ONE = 8;

interface TimelineProps {
  readonly bins: readonly Bin[];
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  readonly now: Instant;
  readonly choose: (from: Instant | undefined, to: Instant | undefined) => void;
}

/** First and last bar of the period. */
interface Period { readonly first: number; readonly last: number }

function periodOf(bins: readonly Bin[], from: Instant | undefined, to: Instant | undefined): Period {
  const first = from === undefined ? 0 : bins.findIndex((bin) => bin.to > from);
  const last = to === undefined ? bins.length - 1 : bins.findLastIndex((bin) => bin.from <= to);
  return { first: first < 0 ? bins.length - 1 : first, last: Math.max(0, last) };
}

export function Timeline({ bins, from, to, now, choose }: TimelineProps) {
  const [figure, measured] = useWidth<HTMLElement>(560);
  const pressed = useSignal<{ readonly start: number; readonly end: number } | undefined>(undefined);
  const begin = bins[0];
  const end = bins.at(-1);
  if (!begin || !end) return null;
  const width = measured.value;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const x = (at: Instant): number => ((at - begin.from) / (end.to - begin.from)) * width;
  const indexAt = (event: PointerEvent): number => {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const at = begin.from + Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * (end.to - begin.from);
    return Math.max(0, bins.findLastIndex((bin) => bin.from <= at));
  };
  const take = ({ first, last }: Period): void => {
    const [a, b] = [Math.min(first, last), Math.max(first, last)];
    const all = a <= 0 && b >= bins.length - 1;
    choose(all || a <= 0 ? undefined : bins[a]?.from, all || b >= bins.length - 1 ? undefined : (bins[b]?.to ?? end.to) - 1);
  };
  const drag = pressed.value;
  const chosen = drag ? { first: Math.min(drag.start, drag.end), last: Math.max(drag.start, drag.end) } : periodOf(bins, from, to);
  const whole = from === undefined && to === undefined && !drag;
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const press = (event: PointerEvent): void => {
    if ((event.target as Element).closest('[role=slider]')) return;
    (event.currentTarget as SVGSVGElement).setPointerCapture(event.pointerId);
    pressed.value = { start: indexAt(event), end: indexAt(event) };
  };
  const move = (event: PointerEvent): void => { if (pressed.value) pressed.value = { ...pressed.value, end: indexAt(event) }; };
  const release = (): void => {
    const made = pressed.value;
    pressed.value = undefined;
    if (made) take({ first: made.start, last: made.end });
  };
  const handle = (which: 'first' | 'last') => {
    const index = chosen[which];
    const at = which === 'first' ? bins[index]?.from ?? begin.from : bins[index]?.to ?? end.to;
    const least = which === 'first' ? 0 : chosen.first;
    const greatest = which === 'first' ? chosen.last : bins.length - 1;
    const step = (event: KeyboardEvent): void => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -Infinity, End: Infinity }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      take({ ...chosen, [which]: Math.max(least, Math.min(greatest, index + by)) });
    };
    const grip = (event: PointerEvent): void => {
      event.stopPropagation();
      const svg = (event.currentTarget as SVGElement).ownerSVGElement;
      svg?.setPointerCapture(event.pointerId);
      pressed.value = which === 'first' ? { start: chosen.last, end: chosen.first } : { start: chosen.first, end: chosen.last };
    };
    return (
      <g class={`handle ${whole ? 'idle' : ''}`} role="slider" tabindex={0} aria-label={which === 'first' ? 'Period begins' : 'Period ends'} aria-orientation="horizontal"
        aria-valuemin={least} aria-valuemax={greatest} aria-valuenow={index} aria-valuetext={day(which === 'first' ? at : at - 1)} onKeyDown={step} onPointerDown={grip}>
        <rect class="reach" x={x(at) - 12} y={TOP - 4} width="24" height={BASE - TOP + 24} />
        <line x1={x(at)} x2={x(at)} y1={TOP - 4} y2={BASE} />
        <rect class="grip" x={x(at) - 3.5} y={BASE - 8} width="7" height="16" />
      </g>
    );
  };
  return (
    <figure class="timeline" ref={figure}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="group" aria-label={`Timeline: ${plural(total, 'entry', 'entries')} from ${day(begin.from)} to ${day(end.to - 1)}`}
        onPointerDown={press} onPointerMove={move} onPointerUp={release} onPointerCancel={() => { pressed.value = undefined; }}>
        <g class="axis">
          <text x="0" y="10">{most === 1 ? 'one entry at most' : `${most.toLocaleString('en-GB')} in the fullest ${stretch(begin)}`}</text>
          {ticksOf(begin.from, end.to, width).map(({ at, words }) => <g key={at}><line x1={x(at)} x2={x(at)} y1={TOP} y2={BASE + 5} /><text x={x(at)} y={BASE + 21} text-anchor={x(at) < 16 ? 'start' : x(at) > width - 16 ? 'end' : 'middle'}>{words}</text></g>)}
        </g>
        {whole ? null : <rect class="chosen" x={x(bins[chosen.first]?.from ?? begin.from)} width={Math.max(1, x(bins[chosen.last]?.to ?? end.to) - x(bins[chosen.first]?.from ?? begin.from))} y={TOP - 4} height={BASE - TOP + 4} />}
        {bins.map((bin, index) => <Bar bin={bin} key={bin.from} left={x(bin.from)} width={x(bin.to) - x(bin.from)} most={most} out={index < chosen.first || index > chosen.last} />)}
        <line class="ground" x1="0" x2={width} y1={BASE + 0.5} y2={BASE + 0.5} />
        {now > begin.from && now < end.to ? <g class="now-mark"><line class="now" x1={x(now)} x2={x(now)} y1={TOP - 10} y2={BASE + 5} /><text x={x(now)} y={TOP - 14} text-anchor="middle">as it stood</text></g> : null}
        {handle('first')}{handle('last')}
      </svg>
    </figure>
  );
}

interface BarProps { readonly bin: Bin; readonly left: number; readonly width: number; readonly most: number; readonly out: boolean }

function Bar({ bin, left, width, most, out }: BarProps) {
  const title = `${day(bin.from)} to ${day(bin.to - 1)}: ${plural(bin.count, 'entry', 'entries')}, ${bin.broken} breaching, ${bin.unknown} undetermined`;
  const toneAt = (index: number): string => (index < bin.broken ? 'broken' : index < bin.broken + bin.unknown ? 'unknown' : '');
  if (most <= ONE_BY_ONE) {
    const r = Math.max(3, Math.min(6, width / 2));
    return <g>{bin.count > 0 ? <title>{title}</title> : null}{Array.from({ length: bin.count }, (_, index) => <path key={index} class={`bar ${out ? 'out' : toneAt(index)}`} d={`M${left + width / 2} ${BASE - 3 - index * 13 - 2 * r}l${r} ${r}-${r} ${r}-${r}-${r}z`} />)}</g>;
  }
  const height = (count: number): number => (count === 0 ? 0 : Math.max(1.5, (count / most) * (BASE - TOP)));
  const bar = Math.max(1, width - (width > 4 ? 1 : 0.4));
  const level = (count: number, tone: string) => (count === 0 ? null : <rect class={`bar ${tone}`} x={left} width={bar} y={BASE - height(count)} height={height(count)} />);
  return <g><title>{title}</title>{out ? level(bin.count, 'out') : <>{level(bin.count, '')}{bin.unknown > 0 ? level(bin.unknown + bin.broken, 'unknown') : null}{level(bin.broken, 'broken')}</>}</g>;
}

const DAY = 86_400_000;

const stretch = ({ from, to }: Bin): string => (to - from > 300 * DAY ? 'year' : to - from > 20 * DAY ? 'month' : to - from > 2 * DAY ? 'week' : 'day');

function ticksOf(from: Instant, to: Instant, width: number): readonly { readonly at: Instant; readonly words: string }[] {
  const years = (to - from) / (365 * DAY);
  if (years > 1.5) {
    const first = new Date(from).getUTCFullYear();
    const step = Math.max(1, Math.ceil(years / (width / 52)));
    return Array.from({ length: Math.floor(years / step) + 2 }, (_, index) => ({ at: Date.UTC(first + index * step, 0, 1), words: String(first + index * step) })).filter(({ at }) => at >= from && at <= to);
  }
  const shares = width < 340 ? [0, 1] : [0, 0.5, 1];
  return shares.map((share) => ({ at: from + share * (to - from - 1), words: day(from + share * (to - from - 1)) })).filter(({ words }, index, all) => all.findIndex((one) => one.words === words) === index);
}
