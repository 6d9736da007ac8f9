/** What the judgement leaves out, counted and listed: rows that cannot be used, acts the text does not speak of, places the map does not know. */
import { useSignal } from '@preact/signals';
import type { Judged } from '../judging/protocol.js';
import { plural, readable } from '../view/names.js';
import { Words } from './words.js';

const PAGE = 50;

export function LeftOut({ judged, placeless, later }: { readonly judged: Judged; /** Entries shown whose place the map does not know. */ readonly placeless: number; /** Entries after the day judged. */ readonly later: number }) {
  const many = useSignal(PAGE);
  const { setAside, notConcerned } = judged;
  const others = notConcerned.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="left-out" aria-labelledby="left-out-title">
      <h2 class="head" id="left-out-title">What is left out, and why</h2>
      <ul class="small">
        {judged.rowsRead === 0 && setAside.length === 0 ? null : <li>{setAside.length === 0 ? `None of the ${plural(judged.rowsRead, 'row')} read is set aside.` : <><strong>{plural(setAside.length, 'row is', 'rows are')} set aside</strong> of {judged.rowsRead.toLocaleString('en-GB')} read:</>}</li>}
        {others === 0 ? null : <li>{plural(others, 'entry speaks', 'entries speak')} of acts the text does not name: {notConcerned.map(({ act, count }) => `${readable(act)} (${count})`).join(', ')}.</li>}
        {later === 0 ? null : <li>{plural(later, 'entry lies', 'entries lie')} after the day judged.</li>}
        {placeless === 0 ? null : <li>{plural(placeless, 'entry', 'entries')} of those shown {placeless === 1 ? 'has' : 'have'} no place the map knows; the list shows {placeless === 1 ? 'it' : 'them'}.</li>}
      </ul>
      {setAside.length === 0 ? null : (
        <>
          <table class="rows"><thead><tr><th scope="col">File</th><th scope="col" class="number">Row</th><th scope="col">Reason</th></tr></thead>
            <tbody>{setAside.slice(0, many.value).map(({ file, row, reason }) => <tr key={`${file} ${row} ${reason}`}><td class="soft">{file}</td><td class="number">{row}</td><td><Words of={reason} /></td></tr>)}</tbody></table>
          {setAside.length > many.value ? <p class="small"><button type="button" class="plain" onClick={() => { many.value += PAGE * 4; }}>list more</button> <span class="soft">{many.value} of {setAside.length.toLocaleString('en-GB')} listed</span></p> : null}
        </>
      )}
    </section>
  );
}
