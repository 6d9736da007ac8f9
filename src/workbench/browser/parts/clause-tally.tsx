/** Verdicts that rest on the entries shown, by clause and state. A number leads to its entries. */
import type { VerdictState } from '../../../treaty/index.js';
import { plural } from '../view/names.js';
import type { Filter, Tally } from '../view/record.js';
import { Status } from './status.js';

interface ClauseTallyProps { readonly of: Tally; readonly filter: Filter; readonly narrow: (next: Partial<Filter>) => void; readonly agreement: string }

export function ClauseTally({ of, filter, narrow, agreement }: ClauseTallyProps) {
  const chosen = (clause: string, state: string): boolean => filter.clause === clause && filter.state === state;
  const toggle = (clause: string, state: string) => (): void => narrow(chosen(clause, state) ? { clause: '', state: '' } : { clause, state });
  return (
    <section class="tally" aria-labelledby="tally-title">
      <h2 class="head" id="tally-title">Verdicts on these entries, by clause</h2>
      {of.clauses.length === 0 ? <p class="soft small">No verdict rests on these entries.</p> : (
        <div class="wide-table" tabIndex={0} role="region" aria-labelledby="tally-title">
          <table>
            <thead><tr><th scope="col"><span class="hidden">Clause</span></th>{of.states.map((state) => <th scope="col" class="number" key={state}><Status state={state} /></th>)}</tr></thead>
            <tbody>
              {of.clauses.map(({ clause, article, states }) => (
                <tr key={clause}>
                  <th scope="row"><button type="button" class="plain" aria-pressed={chosen(clause, '')} onClick={toggle(clause, '')}>{clause}</button>{article === '' ? null : <span class="article-of soft">article {article}</span>}</th>
                  {of.states.map((state: VerdictState) => {
                    const count = states.get(state);
                    return <td class="number" key={state}>{count === undefined ? <span class="soft">–</span>
                      : <button type="button" class="plain" data-tally={`${clause} ${state}`} aria-pressed={chosen(clause, state)} aria-label={`${count} ${state}, ${clause}`} onClick={toggle(clause, state)}>{count.toLocaleString('en-GB')}</button>}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {of.onNoEntry === 0 ? null : <p class="small soft">{plural(of.onNoEntry, 'more verdict rests', 'more verdicts rest')} on no entry, but on time passing; the <a href={agreement}>Agreement</a> shows where each clause stands.</p>}
    </section>
  );
}
