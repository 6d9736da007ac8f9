/** The faults found, each with what is wrong, what would help, and where else it rests. */
import type { Fault } from '../../../shared/brief.js';
import type { ReadReport } from '../../judging/reading.js';
import { lookedAt } from '../../state/reading.js';
import { sentence } from '../../view/names.js';
import { beginning, letter } from '../../view/passages.js';
import { Words } from '../words.js';
import { toPlace, toText } from './leading.js';

export function Faults({ report }: { readonly report: ReadReport }) {
  const { faults } = report;
  return (
    <section aria-labelledby="faults-title" class="faults">
      <h2 class="head" id="faults-title" tabIndex={-1}>Faults, {faults.length.toLocaleString('en-GB')}</h2>
      {faults.length === 0 ? <p class="soft none-found">No fault was found. The rules reach some faults poorly: a text they find nothing in may still have them.</p> : <ol class="found">{faults.map((one, index) => <Row one={one} number={index + 1} report={report} key={index} />)}</ol>}
    </section>
  );
}

function Row({ one, number, report }: { readonly one: Fault; readonly number: number; readonly report: ReadReport }) {
  const mark = { kind: 'fault', number } as const;
  const looked = lookedAt.value?.kind === 'fault' && lookedAt.value.number === number;
  return (
    <li id={`fault-${number}`} tabIndex={-1} class={looked ? 'looked' : ''} aria-current={looked ? 'true' : undefined}>
      <p class="who"><span class="number" aria-hidden="true">{letter(number)}</span><strong class="tone-open">{sentence(one.id)}</strong></p>
      <p><Words of={one.message} /></p>
      <p class="small soft"><Words of={one.help} /></p>
      <p class="small row-of">
        <button type="button" class="plain from-text" onClick={() => toText(mark)}><span class="hidden">Fault {letter(number)} in the text: </span>{beginning(report.text, one.span, 70)}</button>
        {(one.related ?? []).map((span, index) => <button type="button" class="plain" onClick={() => toPlace(mark, span[0])} key={index}><span class="hidden">Fault {letter(number)}, </span>see also{(one.related?.length ?? 0) > 1 ? ` ${index + 1}` : ''}</button>)}
      </p>
    </li>
  );
}
