/** What of the pledges is there by day, against what the text says is needed. */
import { forceOf, percent, stairs, band, type ForceOf } from '../../view/chances.js';
import type { Force as ForceDay } from '../../../../simulate/index.js';
import { plural, readable } from '../../view/names.js';
import { useWidth } from '../width.js';
import { Assumed, type Basis } from './assumed.js';

const LEFT = 30;
const TOP = 14;
const BASE = 130;
const amount = (value: number): string => Number(value.toFixed(1)).toLocaleString('en-GB');

function said({ days, shortFrom }: ForceOf): string {
  const needed = days.find((one) => one.needed !== null);
  if (!needed) return 'The text states no need for it.';
  const last = days.findLast((one) => one.needed !== null) ?? needed;
  return `${amount(needed.needed ?? 0)} needed by day ${needed.day}; on average ${amount(needed.mean)} there that day, and the need met in ${percent(needed.met ?? 0)} of the runs${last.day > needed.day ? `, ${percent(last.met ?? 0)} by day ${last.day}` : ''}${shortFrom === undefined ? '' : '. On average it falls short'}.`;
}

/** The days that can be written side by side; the last always. */
const spaced = (days: readonly number[], x: (day: number) => number): readonly number[] =>
  days.reduce<number[]>((kept, day) => (kept.length === 0 || (x(day) - x(kept.at(-1) ?? 0) >= 26 && (day === days.at(-1) || x(days.at(-1) ?? 0) - x(day) >= 30)) ? [...kept, day] : kept), []);

function Chart({ of }: { readonly of: ForceOf }) {
  const [figure, measured] = useWidth<HTMLDivElement>(560);
  const width = Math.max(280, measured.value);
  const right = width - 10;
  const until = Math.max(1, of.days.at(-1)?.day ?? 1);
  const x = (day: number): number => LEFT + (day / until) * (right - LEFT);
  const y = (value: number): number => BASE - (value / of.most) * (BASE - TOP);
  const needed = of.days.filter((one) => one.needed !== null);
  const words = said(of);
  const step = Math.max(1, Math.ceil(of.most / 4));
  return (
    <div ref={figure} class="force">
      <h3>{readable(of.what)}</h3>
      <p class="read">{words}</p>
      <svg viewBox={`0 0 ${width} ${BASE + 36}`} role="img" aria-label={`${readable(of.what)} there by day. ${words}`}>
        <g class="axis">
          {Array.from({ length: Math.floor(of.most / step) + 1 }, (_, index) => index * step).map((value) => <g key={value}><line x1={LEFT} x2={right} y1={y(value)} y2={y(value)} /><text x={LEFT - 6} y={y(value) + 4} text-anchor="end">{value}</text></g>)}
          {spaced(of.days.map(({ day }) => day), x).map((day) => <text x={x(day)} y={BASE + 17} text-anchor={day === 0 ? 'start' : day === until ? 'end' : 'middle'} key={day}>{day}</text>)}
          <text x={right} y={BASE + 33} text-anchor="end">days from the start</text>
        </g>
        <path class="band" d={band(of.days.map((one) => [x(one.day), y(one.low), y(one.high)]), right)} />
        <path class="curve" d={stairs(of.days.map((one) => [x(one.day), y(one.mean)]), right)} />
        <path class="needed" d={stairs(needed.map((one) => [x(one.day), y(one.needed ?? 0)]), right)} />
      </svg>
      <details><summary>The figures behind it</summary>
        <table><thead><tr><th scope="col">Day</th><th scope="col">Mean there</th><th scope="col">90 % of runs</th><th scope="col">Needed</th><th scope="col">Met in</th></tr></thead>
          <tbody>{of.days.map((one) => <tr key={one.day}><td>{one.day}</td><td>{amount(one.mean)}</td><td>{amount(one.low)}–{amount(one.high)}</td><td>{one.needed === null ? '' : amount(one.needed)}</td><td>{one.met === null ? '' : percent(one.met)}</td></tr>)}</tbody></table>
      </details>
    </div>
  );
}

export function Force({ of, basis }: { readonly of: readonly ForceDay[]; readonly basis: Basis }) {
  const units = forceOf(of);
  if (units.length === 0) return null;
  return (
    <section aria-labelledby="force">
      <h2 class="head" id="force">Forces there, against what is needed</h2>
      <div class="forces">{units.map((one) => <Chart of={one} key={one.what} />)}</div>
      <p class="small soft key"><span class="swatch curve-swatch" aria-hidden="true" /> mean of the runs <span class="swatch band-swatch" aria-hidden="true" /> nine tenths of the runs <span class="swatch needed-swatch" aria-hidden="true" /> needed. {plural(units.length, 'kind')} of force, whatever the claims.</p>
      <Assumed of={basis} />
    </section>
  );
}
