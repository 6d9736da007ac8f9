/** What bears on a claim: each uncertain chance at its low and high twentieth as bars about the middle; and what one change in the text would do. */
import type { ClaimTold } from '../../judging/chancing.js';
import { effectsOf, percent, tornadoOf, type Tornado } from '../../view/chances.js';
import { plural } from '../../view/names.js';
import { useWidth } from '../width.js';
import { Assumed, type Basis } from './assumed.js';

const ROW = 46;
const TOP = 24;
/** Room for the words at the ends of a bar. */
const EDGE = 104;
const words = (share: number | null): string => (share === null ? 'not asked' : percent(share));

function Bars({ of }: { readonly of: Tornado }) {
  const [figure, measured] = useWidth<HTMLDivElement>(560);
  const width = Math.max(300, measured.value);
  const span = Math.max(0.1, of.to - of.from);
  const x = (share: number): number => EDGE + ((share - of.from) / span) * (width - 2 * EDGE);
  const height = TOP + of.bars.length * ROW;
  const sentence = of.bars.map(({ parameter, low, high }) => `${parameter}: ${words(low.chance)} at ${low.value.toFixed(2)}, ${words(high.chance)} at ${high.value.toFixed(2)}`).join('; ');
  return (
    <div ref={figure}>
      <svg viewBox={`0 0 ${width} ${height + 6}`} role="img" aria-label={`How often the claim holds with each uncertain chance at its low and high twentieth. ${sentence}`}>
        <g class="axis">{[of.from, of.from + span / 2, of.from + span].map((share) => <text x={x(share)} y="11" text-anchor="middle" key={share}>{Number((share * 100).toFixed(1))} %</text>)}</g>
        {of.base === null ? null : <line class="base" x1={x(of.base)} x2={x(of.base)} y1={TOP - 8} y2={height} />}
        {of.bars.map(({ parameter, low, high }, index) => {
          const [a, b] = [low.chance ?? 0, high.chance ?? 0];
          const [left, right] = [Math.min(a, b), Math.max(a, b)];
          const top = TOP + index * ROW;
          const end = (share: number, at: 'low' | 'high', value: number, chance: number | null, toLeft: boolean) => <text class={`end ${at}`} x={x(share) + (toLeft ? -6 : 6)} y={top + 33} text-anchor={toLeft ? 'end' : 'start'}>{words(chance)} at {value.toFixed(2)}</text>;
          const base = Math.max(left, Math.min(right, of.base ?? left));
          return (
            <g key={parameter}>
              <text class="label" x="0" y={top + 14}>{parameter}</text>
              <rect class={a <= b ? 'low' : 'high'} x={x(left)} width={Math.max(0.5, x(base) - x(left))} y={top + 21} height="16" />
              <rect class={a <= b ? 'high' : 'low'} x={x(base)} width={Math.max(0.5, x(right) - x(base))} y={top + 21} height="16" />
              {end(a, 'low', low.value, low.chance, a <= b)}{end(b, 'high', high.value, high.chance, a > b)}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

export function Bears({ of, basis }: { readonly of: ClaimTold; readonly basis: Basis }) {
  const tornado = tornadoOf(of.swings);
  return (
    <figure class="chart tornado" aria-labelledby="bears">
      <h3 id="bears">What bears on it most</h3>
      {!tornado ? <p class="soft">Nothing assumed is uncertain, so nothing can be moved.</p> : tornado.bars.length === 0
        ? <p class="soft">None of the uncertain chances moves it by more than half a point in a hundred between its low and its high twentieth.</p>
        : (
          <>
            <p class="read">{tornado.bars[0]?.parameter}: {words(tornado.bars[0]?.low.chance ?? null)} where it is low, {words(tornado.bars[0]?.high.chance ?? null)} where it is high.</p>
            <Bars of={tornado} />
            <p class="small soft key"><span class="swatch low-swatch" aria-hidden="true" /> at its low twentieth <span class="swatch high-swatch" aria-hidden="true" /> at its high twentieth; the others at their mean{tornado.base === null ? '' : `, where the claim holds in ${percent(tornado.base)} (the line)`}. {plural(tornado.runs, 'run')} each.{tornado.still.length === 0 ? '' : ` Hardly anything: ${tornado.still.join(', ')}.`}</p>
            <details><summary>The figures behind it</summary>
              <table><thead><tr><th scope="col">Uncertain chance</th><th scope="col">At its low twentieth</th><th scope="col">At its high twentieth</th></tr></thead>
                <tbody>{of.swings.map(({ parameter, low, high }) => <tr key={parameter}><th scope="row">{parameter}</th><td>{words(low.chance)} <span class="soft">at {low.value.toFixed(2)}</span></td><td>{words(high.chance)} <span class="soft">at {high.value.toFixed(2)}</span></td></tr>)}</tbody></table>
            </details>
          </>
        )}
      <Assumed of={basis} />
    </figure>
  );
}

export function Effects({ of, basis }: { readonly of: ClaimTold; readonly basis: Basis }) {
  const { telling, idle } = effectsOf(of.effects);
  const x = (share: number): number => 5 + share * 150;
  return (
    <figure class="chart" aria-labelledby="one-change">
      <h3 id="one-change">What one change in the text would do</h3>
      {telling.length === 0 ? <p class="soft">{of.effects.length === 0 ? 'No change that is tried (silence as consent, a lighter majority, twice the time) fits what this claim speaks of.' : 'No change that is tried moves it by more than half a point in a hundred.'}</p> : (
        <table class="effects">
          <thead><tr><th scope="col">Change, alone</th><th scope="col">As it is</th><th scope="col">Changed</th><th scope="col"><span class="hidden">Drawn</span></th></tr></thead>
          <tbody>{telling.map(({ change, chance, base }) => (
            <tr key={change}><th scope="row">{change}</th><td>{words(base)}</td><td><strong>{words(chance)}</strong></td>
              <td class="drawn">{chance === null || base === null ? null : <svg viewBox="0 0 160 16" aria-hidden="true" focusable="false"><line class="whole" x1="5" x2="155" y1="8" y2="8" /><line class="moved" x1={x(base)} x2={x(chance)} y1="8" y2="8" /><circle class="was" cx={x(base)} cy="8" r="3.4" /><circle class="is" cx={x(chance)} cy="8" r="3.6" /></svg>}</td></tr>
          ))}</tbody>
        </table>
      )}
      {idle.length > 0 && telling.length > 0 ? <p class="small soft">Hardly anything: {idle.join('; ')}.</p> : null}
      <Assumed of={basis} also="Every chance at its mean; whoever acts within a window and has more time takes more of it." />
    </figure>
  );
}
