/** Every claim with its chance in words and numbers and both intervals; which of them the figures below are about. */
import { valueOf } from '../../state/load.js';
import { address, addressTo, parsed, text } from '../../state/store.js';
import { percent, rangeWords, shareWords, standingOf, type Row, type Standing } from '../../view/chances.js';
import { plural } from '../../view/names.js';
import { Shape } from '../shape.js';
import { Assumed, type Basis } from './assumed.js';

const LOOKS: Readonly<{ [S in Standing]: readonly [shape: 'disc' | 'half' | 'square' | 'ring' | 'diamond', tone: string] }> = {
  'held in every run': ['disc', 'kept'], 'held in some runs': ['half', 'open'], 'failed in every run': ['square', 'broken'], 'never asked': ['ring', 'waiting'], 'never settled': ['diamond', 'unknown'],
};

/** One scale from none to all: what is believed as a band, the number of runs as a line with ends, the share as a mark. */
function Gauge({ of }: { readonly of: Row['told']['chance'] }) {
  const x = (share: number): number => 4 + share * 192;
  if (of.chance === null) return null;
  return (
    <svg class="gauge" viewBox="0 0 200 26" aria-hidden="true" focusable="false">
      <line class="whole" x1="4" x2="196" y1="13" y2="13" />
      {[0, 0.25, 0.5, 0.75, 1].map((one) => <line class="whole" x1={x(one)} x2={x(one)} y1="9" y2="17" key={one} />)}
      {of.beliefs ? <rect class="beliefs" x={x(of.beliefs.low)} width={Math.max(2, x(of.beliefs.high) - x(of.beliefs.low))} y="6" height="14" /> : null}
      <path class="by-runs" d={`M${x(of.low)} 9V17M${x(of.high)} 9V17M${x(of.low)} 13H${x(of.high)}`} />
      <path class="share" d={`M${x(of.chance)} 5l4 8-4 8-4-8z`} />
    </svg>
  );
}

function sentenceOf(name: string): string {
  const claim = valueOf(parsed.value)?.treaty.claims.find((one) => one.name === name);
  return claim ? (text.value ?? '').slice(claim.span.offset, claim.span.end).replace(/^claim\s+\S+:\s*/, '').replace(/\s+/g, ' ') : '';
}

function Line({ row: { told, readings }, shown, only, again }: { readonly row: Row; readonly shown: boolean; readonly only: boolean; /** The claim stands above already, under another reading. */ readonly again: boolean }) {
  const { chance } = told;
  const standing = standingOf(chance);
  const [shape, tone] = LOOKS[standing];
  const askedIn = chance.holds + chance.fails + chance.undetermined;
  const { asking } = address.value;
  return (
    <tr class={shown ? 'chosen' : ''}>
      <th scope="row">
        <a href={addressTo({ place: 'chances', ...(asking ? { asking } : {}), claim: told.claim, ...(readings[0] === undefined ? {} : { reading: readings[0] }) })} {...(shown ? { 'aria-current': 'true' as const } : {})}>{told.claim}</a>
        {readings.length === 0 || only ? null : <span class="small soft"> under “{readings.join('” and “')}”</span>}
        {again ? null : <span class="sentence">{sentenceOf(told.claim)}</span>}
      </th>
      <td class="came-out"><span class={`verdict tone-${tone}`}><Shape of={shape} /><strong>{standing}</strong></span>
        <span class="small soft reach">{chance.chance === null ? standing === 'never asked' ? 'what it speaks of came up in no run: these runs say nothing of it' : '' : standing === 'held in some runs' ? `${shareWords(chance.chance)}${chance.notAsked > 0 ? ' in which it was asked' : ''}` : ''}{chance.notAsked > 0 && askedIn > 0 ? `${standing === 'held in some runs' ? '; ' : ''}asked in ${askedIn.toLocaleString('en-GB')} of ${plural(askedIn + chance.notAsked, 'run')}` : ''}{chance.undetermined > 0 ? `; undetermined in ${plural(chance.undetermined, 'run')}` : ''}</span>
      </td>
      <td class="figure">{chance.chance === null ? <span class="soft">no figure</span> : <><strong>{percent(chance.chance)}</strong><Gauge of={chance} /></>}</td>
      <td class="between">{chance.chance === null ? '' : rangeWords(chance)}</td>
      <td class="between">{chance.chance === null ? '' : chance.beliefs ? rangeWords(chance.beliefs) : <span class="soft">nothing uncertain</span>}</td>
    </tr>
  );
}

export function Overview({ rows, chosen, basis }: { readonly rows: readonly Row[]; readonly chosen: Row | undefined; readonly basis: Basis }) {
  // Where readings never part, naming them on every line says nothing; one alone is one whose others were not run yet.
  const only = new Set(rows.map(({ told }) => told.claim)).size === rows.length && rows.every(({ readings }) => readings.length !== 1);
  return (
    <section aria-labelledby="how-often">
      <h2 class="head" id="how-often">How often each claim held</h2>
      <table class="chances">
        <thead><tr><th scope="col">Claim</th><th scope="col">Came out</th><th scope="col">Held in</th><th scope="col">by the runs, 95 %</th><th scope="col">by beliefs, 90 %</th></tr></thead>
        <tbody>{rows.map((row, index) => <Line row={row} again={rows[index - 1]?.told.claim === row.told.claim} shown={row === chosen} only={only} key={`${row.told.claim} ${row.readings.join()}`} />)}</tbody>
      </table>
      <p class="small soft">“By the runs” is what more runs would narrow. “By beliefs” is the middle nine tenths over what is believed of the uncertain chances, which more runs would not narrow.{only && rows.some(({ readings }) => readings.length > 1) ? ' The readings of the text come out alike.' : ''}</p>
      <Assumed of={basis} />
    </section>
  );
}
