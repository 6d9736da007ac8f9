/** What was accepted here: it counts in all the place Brief shows, can be taken back, and is handed over as lines for the dossier's own file, which the workbench never writes. */
import type { BriefAnswer } from '../../../shared/brief.js';
import type { RecordLine } from '../../../shared/wire.js';
import { takeBack, takingBackFault } from '../../state/reading.js';
import { plural, readable } from '../../view/names.js';
import { save } from '../exports.js';
import { toRest } from './leading.js';

export function Accepted({ held: { accepted, statementsFile, brief } }: { readonly held: BriefAnswer }) {
  if (accepted.length === 0) return null;
  const lines = (): void => save(new Blob([accepted.map((one) => `${JSON.stringify(one)}\n`).join('')], { type: 'application/x-ndjson' }), 'accepted.jsonl');
  return (
    <section class="accepted" aria-labelledby="accepted-title">
      <h2 class="head" id="accepted-title" tabIndex={-1}>Accepted here, {accepted.length.toLocaleString('en-GB')}</h2>
      <p class="small soft">{accepted.length === 1 ? 'It counts' : 'They count'} on the board, in what changed and on the page, and {accepted.length === 1 ? 'stands' : 'stand'} in no file of the dossier yet. <button type="button" class="plain" onClick={lines}>Download {plural(accepted.length, 'line')}</button> and add {accepted.length === 1 ? 'it' : 'them'} to <code class="word">{statementsFile}</code>, each gist worded from its source; what stands there is no longer listed here.</p>
      <ul class="found">{accepted.map((one) => <Line one={one} left={accepted.length - 1} title={brief.issues.find(({ name }) => name === one.arguments?.['issue'])?.title} key={one.id} />)}</ul>
      {takingBackFault.value === '' ? null : <p role="alert" class="tone-broken small">{takingBackFault.value}</p>}
    </section>
  );
}

function Line({ one, title, left }: { readonly one: RecordLine; readonly left: number; readonly title: string | undefined }) {
  const { speaker = '', stance = '', issue = '', option = '' } = one.arguments ?? {};
  const who = readable(String(speaker));
  return <li><p class="small"><strong>{who}</strong> {stance} {readable(String(option))}, on “{title ?? readable(String(issue))}” <span class="soft">· {one.source}</span> <button type="button" class="plain" aria-label={`take it back: ${who}, ${title ?? String(issue)}`} onClick={() => void takeBack(one.id ?? '').then(() => toRest(left))}>take it back</button></p></li>;
}
