/** Why a verdict of the exercise stands, under each reading where they differ, with what the article says. */
import type { Entry, Instant, Verdict } from '../../../treaty/index.js';
import type { AgreementView } from '../view/agreement.js';
import { moment, span } from '../view/dates.js';
import { debtorWords, runs, timeWords } from '../view/standing.js';
import { readable } from '../view/names.js';
import { Code } from './code.js';
import { Reasons } from './reasons.js';
import { Status } from './status.js';

interface AskedProps { readonly of: readonly Verdict[]; readonly now: Instant; readonly entries: ReadonlyMap<string, Entry>; readonly view: AgreementView | undefined }

/** Reasons shared by all readings are given once. */
export function Asked({ of, now, entries, view }: AskedProps) {
  const [first] = of;
  if (!first) return null;
  const article = view?.articles.find(({ number }) => number === first.article);
  const clause = first.clause.split(',')[0] ?? first.clause;
  const row = article?.rows.find(({ standing }) => standing.some((one) => one.clause === clause));
  const whose = debtorWords(first.debtor);
  return (
    <section class="because" aria-labelledby="because" id="why">
      <h2 class="head" id="because">Why: {first.clause}{whose === '' ? '' : ` of ${whose}`}</h2>
      {of.map((verdict) => (
        <div key={verdict.readings?.join() ?? ''}>
          <p class="found"><Status state={verdict.state} /> {timeWords(verdict)}{runs(verdict, now) && verdict.deadline !== undefined && verdict.state === 'breached' ? `; what follows runs until ${moment(verdict.deadline)}` : ''}
            {runs(verdict, now) && verdict.deadline !== undefined ? <span class="soft"> ({span(verdict.deadline - now)} left)</span> : null}
            {verdict.readings?.length ? <> under “{verdict.readings.join('”, “')}”</> : null}</p>
          {verdict.owedTo?.length ? <p class="small soft">owed to {verdict.owedTo.map(readable).join(', ')}</p> : null}
          <Reasons reasons={verdict.reasons} entries={entries} />
        </div>
      ))}
      {article && row ? (
        <details>
          <summary>What article {article.number} says</summary>
          {row.prose.map((words) => <p class="prose" key={words}>{words}</p>)}
          <Code lines={row.code} label={`Clauses of article ${article.number}`} />
        </details>
      ) : null}
    </section>
  );
}
