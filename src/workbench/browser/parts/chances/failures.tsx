/** The commonest ways in which a claim failed: each the record of its first run, to be stepped through in Exercise or taken away as a file. */
import type { ClaimTold, Failure } from '../../judging/chancing.js';
import { addressTo, treatyId } from '../../state/store.js';
import { failureWords, percent } from '../../view/chances.js';
import { plural } from '../../view/names.js';
import { save } from '../exports.js';
import { Assumed, type Basis } from './assumed.js';

const lines = (one: Failure): string => one.record.map((line, index) => `${JSON.stringify({ id: `e${index + 1}`, ...line })}\n`).join('');

export function Failures({ of, basis }: { readonly of: ClaimTold; readonly basis: Basis }) {
  const { chance, failures } = of;
  return (
    <section class="chart failures" aria-labelledby="failed-how">
      <h3 id="failed-how">How it failed most often</h3>
      {failures.length === 0 ? <p class="soft">{chance.chance === null ? 'It was never asked, so it could not fail.' : 'It failed in none of these runs. That is no proof: whether it can fail at all is what the search in Exercise answers.'}</p> : (
        <ol>
          {failures.map((one) => (
            <li key={one.run}>
              <span class="count"><strong>{percent(one.share)}</strong> <span class="small soft">{plural(one.count, 'run')}</span></span>
              <span>{failureWords(one.kind)}<span class="small soft reach">first in run {one.run.toLocaleString('en-GB')}, {plural(one.record.length, 'act')}</span></span>
              <span class="row-of small">
                <a href={addressTo({ place: 'exercise', treaty: treatyId.value, scenario: 0, supposed: one.record })} aria-label={`step through run ${one.run} in Exercise: ${failureWords(one.kind)}`}>step through it</a>
                <button type="button" class="plain" aria-label={`download the record of run ${one.run}`} onClick={() => save(new Blob([lines(one)], { type: 'application/jsonl' }), `${treatyId.value}-${of.claim}-run-${one.run}.jsonl`)}>record</button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <Assumed of={basis} also="Shares are of all runs; runs that failed alike are told by the first of them." />
    </section>
  );
}
