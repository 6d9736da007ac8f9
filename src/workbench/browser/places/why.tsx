/** Why a verdict stands: the article, the clause, the entries, the rule of time, and who may settle what is open. One address, good on paper. */
import type { Entry, Reason, Verdict } from '../../../treaty/index.js';
import { Code } from '../parts/code.js';
import { Empty, Loading } from '../parts/empty.js';
import { Status } from '../parts/status.js';
import { addressTo, dates, judged, treatyId } from '../state/store.js';
import { valueOf } from '../state/load.js';
import type { AgreementView } from '../view/agreement.js';
import { moment, range, span, stamp } from '../view/dates.js';
import { entryWords } from '../view/entries.js';
import { readable } from '../view/names.js';
import { debtorWords, timeWords } from '../view/standing.js';

function EntryLine({ entry }: { readonly entry: Entry }) {
  return (
    <p class="small">
      {entryWords(entry)}, {range(entry.occurred.from, entry.occurred.to)}; known {moment(entry.knownAt)}
      {entry.source === undefined ? null : <> · {entry.source}</>}
      {entry.assurance?.source === undefined ? null : <> · assurance {entry.assurance.source}{entry.assurance.information ?? ''}</>}
      {entry.assurance?.likelihood === undefined ? null : <> · {entry.assurance.likelihood}</>} <span class="soft">({entry.id})</span>
    </p>
  );
}

export function Reasons({ reasons, entries }: { readonly reasons: readonly Reason[]; readonly entries: ReadonlyMap<string, Entry> }) {
  return (
    <ol>
      {reasons.map((reason, index) => (
        <li key={index}>
          <div>
            <p>{reason.article === '' ? null : <><strong>article {reason.article}</strong>, </>}{reason.text} <span class="soft small">({reason.rule})</span></p>
            {reason.entries.map((id) => { const entry = entries.get(id); return entry ? <EntryLine entry={entry} key={id} /> : null; })}
            {reason.settledBy === undefined ? null : <p class="small"><strong>May be settled by:</strong> {reason.settledBy}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Facts({ verdict }: { readonly verdict: Verdict }) {
  const asOf = dates.value.asOf;
  return (
    <dl class="facts">
      {verdict.debtor === undefined ? null : <><dt>{verdict.kind === 'duty' ? 'Owed by' : verdict.kind === 'decision' ? 'Decided by' : 'Held by'}</dt><dd>{debtorWords(verdict.debtor)}</dd></>}
      {verdict.owedTo?.length ? <><dt>Owed to</dt><dd>{verdict.owedTo.map(readable).join(', ')}</dd></> : null}
      {verdict.trigger === undefined ? null : <><dt>Triggered by</dt><dd>{verdict.trigger}</dd></>}
      <dt>Since</dt><dd>{stamp(verdict.since)}</dd>
      {verdict.deadline === undefined ? null : <><dt>Window ends</dt><dd>{stamp(verdict.deadline)}{verdict.deadline > asOf ? `, ${span(verdict.deadline - asOf)} left` : ''}</dd></>}
      <dt>As it stood on</dt><dd>{stamp(asOf)}, as known on {stamp(dates.value.knownOn)}{dates.value.supposedFrom === undefined ? '' : `, supposing the treaty in force from ${stamp(dates.value.supposedFrom)}`}</dd>
      {verdict.readings?.length ? <><dt>Under the reading</dt><dd>{verdict.readings.join('; ')}</dd></> : null}
    </dl>
  );
}

export function Why({ view, id }: { readonly view: AgreementView; readonly id: string }) {
  const now = valueOf(judged.value);
  if (!now) return <Loading what="Judging the record" />;
  const back = <p class="exports"><a href={addressTo({ place: 'agreement', treaty: treatyId.value })}>back to the agreement</a></p>;
  const verdict = now.verdicts.find((one) => one.id === id);
  if (!verdict) {
    return <Empty title="No such verdict on these dates"><p>Nothing on record led to it as it stood on {stamp(dates.value.asOf)}, as known on {stamp(dates.value.knownOn)}. Other dates, or another text, may.</p>{back}</Empty>;
  }
  const article = view.articles.find(({ number }) => number === verdict.article);
  const row = article?.rows.find(({ standing }) => standing.some(({ clause }) => clause === verdict.clause)) ?? article?.rows[0];
  const entries = new Map(now.entries.map((entry) => [entry.id, entry]));
  const whose = debtorWords(verdict.debtor);
  return (
    <div class="why">
      <p class="soft">{view.title}{article ? ` · article ${article.number}, ${article.title}` : ''}</p>
      <h1>{verdict.clause}{whose === '' ? '' : ` of ${whose}`}</h1>
      <p class="under"><Status state={verdict.state} /> {timeWords(verdict)}</p>
      {back}
      <Facts verdict={verdict} />
      <section aria-labelledby="why-title"><h2 class="head" id="why-title">Why</h2>
        {verdict.reasons.length === 0 ? <p class="soft">The engine gave no further reason.</p> : <Reasons reasons={verdict.reasons} entries={entries} />}</section>
      {row ? <section aria-labelledby="text-title"><h2 class="head" id="text-title">What the article says</h2>{row.prose.map((words) => <p class="prose" key={words}>{words}</p>)}<Code lines={row.code} /></section> : null}
    </div>
  );
}
