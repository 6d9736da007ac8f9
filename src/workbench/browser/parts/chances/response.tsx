/** How soon the response came: share of runs that had it by hours after the first act, with its band, and the window the claim sets. */
import type { ClaimTold } from '../../judging/chancing.js';
import { band, curveOf, hourWords as hours, momentAt, percent, rangeWords, stairs, ticksTo, type Curve } from '../../view/chances.js';
import { useWidth } from '../width.js';
import { Assumed, type Basis } from './assumed.js';

const LEFT = 44;
const RIGHT = 14;
const TOP = 22;
const BASE = 218;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

function said({ last, half, moments }: Curve, window: number | undefined): string {
  const within = window === undefined ? undefined : momentAt({ moments }, window);
  return `${half === undefined ? 'Fewer than half of the runs had the response at all' : half === 0 ? 'Half of the runs had the response in the hour of the first act' : `Half of the runs had the response by ${hours(half)}`}; ${within && window !== undefined && window < last.hours ? `by ${hours(window)} it was ${percent(within.share)}, ` : ''}by ${hours(last.hours)} ${percent(last.share)}, between ${rangeWords(last)}.`;
}

export function Response({ of, basis, uncertain }: { readonly of: ClaimTold; readonly basis: Basis; readonly uncertain: boolean }) {
  const [figure, measured] = useWidth<HTMLElement>(640);
  const curve = curveOf(of);
  if (!curve) return null;
  const width = Math.max(300, measured.value);
  const right = width - RIGHT;
  const x = (at: number): number => LEFT + (at / curve.until) * (right - LEFT);
  const y = (share: number): number => BASE - share * (BASE - TOP);
  const points = curve.moments.map((one) => [x(one.hours), y(one.low), y(one.high)] as const);
  const words = said(curve, of.window);
  const late = of.window !== undefined && x(of.window) > width - 120;
  return (
    <figure class="chart" ref={figure} aria-labelledby="how-soon">
      <h3 id="how-soon">How soon the response came</h3>
      <p class="read">{words}</p>
      <svg viewBox={`0 0 ${width} ${BASE + 40}`} role="img" aria-label={`Share of runs with the response by hours after the first act. ${words}`}>
        <g class="axis">
          {SHARES.map((share) => <g key={share}><line x1={LEFT} x2={right} y1={y(share)} y2={y(share)} /><text x={LEFT - 7} y={y(share) + 4} text-anchor="end">{share * 100} %</text></g>)}
          {ticksTo(curve.until, width / 70).map((at) => <text x={x(at)} y={BASE + 18} text-anchor={at === 0 ? 'start' : 'middle'} key={at}>{hours(at)}</text>)}
          <text x={right} y={BASE + 35} text-anchor="end">after the first act</text>
        </g>
        <path class="band" d={band(points, right)} />
        <path class="curve" d={stairs(curve.moments.map((one) => [x(one.hours), y(one.share)]), right)} />
        {of.window === undefined ? null : <g class="window-mark"><line x1={x(of.window)} x2={x(of.window)} y1={TOP - 8} y2={BASE} /><text x={x(of.window) + (late ? -5 : 5)} y={TOP - 9} text-anchor={late ? 'end' : 'start'}>window of {hours(of.window)} ends</text></g>}
      </svg>
      <p class="small soft key"><span class="swatch curve-swatch" aria-hidden="true" /> share of all runs <span class="swatch band-swatch" aria-hidden="true" /> {uncertain ? 'middle nine tenths over the uncertain chances' : 'interval of 95 % for the number of runs'}{of.window === undefined ? '' : '. The window runs from what the claim waits for; where that is the first act, it ends at the mark'}.</p>
      <details><summary>The figures behind it</summary>
        <table><thead><tr><th scope="col">Hours after the first act</th><th scope="col">Share of runs</th><th scope="col">Low to high</th></tr></thead>
          <tbody>{curve.moments.map((one) => <tr key={one.hours}><td>{hours(one.hours)}</td><td>{percent(one.share)}</td><td>{rangeWords(one)}</td></tr>)}</tbody></table>
      </details>
      <Assumed of={basis} />
    </figure>
  );
}
