/** Why a verdict stands: the article, the clause, the entries, the rule of time, and who may settle what is open. One address, good on paper. */
import type { Verdict } from '../../../treaty/index.js';
import { Code } from '../parts/code.js';
import { Empty, Loading } from '../parts/empty.js';
import { Reasons } from '../parts/reasons.js';
import { Status } from '../parts/status.js';
import { addressTo, dates, judged, treatyId } from '../state/store.js';
import { valueOf } from '../state/load.js';
import type { AgreementView, CodeLine } from '../view/agreement.js';
import { span, stamp } from '../view/dates.js';
import { readable } from '../view/names.js';
import { debtorWords, timeWords } from '../view/standing.js';

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

const wordsOf = (line: CodeLine | undefined): string => (line ?? []).map(({ text }) => text).join('');

/** The sentences by which the verdict's own readings set its clause, with the lines they run on. */
function ofReading(code: readonly CodeLine[], { clause, readings = [] }: Verdict): readonly CodeLine[] {
  const begins = (line: CodeLine): boolean => /^(under|reading|\/\/)/.test(wordsOf(line));
  const sets = (line: CodeLine): boolean => readings.some((title) => wordsOf(line).startsWith(`under "${title}"`)) && line.some(({ kind, text }) => kind === 'name' && text === clause);
  return code.flatMap((line, index) => {
    if (!sets(line)) return [];
    const rest = code.slice(index + 1);
    const end = rest.findIndex(begins);
    return [line, ...rest.slice(0, end < 0 ? undefined : end)];
  });
}

export function Why({ view, id }: { readonly view: AgreementView; readonly id: string }) {
  const now = valueOf(judged.value);
  if (!now) return <Loading what="Judging the record" />;
  const verdict = now.verdicts.find((one) => one.id === id);
  const trigger = now.entries.find((one) => one.id === verdict?.trigger)?.id;
  const back = (
    <p class="exports row-of"><a href={addressTo({ place: 'agreement', treaty: treatyId.value })}>back to the agreement</a>
      {trigger === undefined ? null : <a href={addressTo({ place: 'record', treaty: treatyId.value, entry: trigger })}>the entry on the Record</a>}</p>
  );
  if (!verdict) {
    return <Empty whole title="No such verdict on these dates"><p>Nothing on record led to it as it stood on {stamp(dates.value.asOf)}, as known on {stamp(dates.value.knownOn)}. Other dates, or another text, may.</p>{back}</Empty>;
  }
  const article = view.articles.find(({ number }) => number === verdict.article);
  const row = article?.rows.find(({ standing }) => standing.some(({ clause }) => clause === verdict.clause)) ?? article?.rows[0];
  const entries = new Map(now.entries.map((entry) => [entry.id, entry]));
  const whose = debtorWords(verdict.debtor);
  const own = view.readings === undefined ? [] : ofReading(view.readings.code, verdict);
  return (
    <div class="why">
      <p class="soft">{view.title}{article ? ` · article ${article.number}, ${article.title}` : ''}</p>
      <h1>{verdict.clause}{whose === '' ? '' : ` of ${whose}`}</h1>
      <p class="under"><Status state={verdict.state} /> {timeWords(verdict)}</p>
      {back}
      <Facts verdict={verdict} />
      <section aria-labelledby="why-title"><h2 class="head" id="why-title">Why</h2>
        <Reasons reasons={verdict.reasons} entries={entries} /></section>
      {row ? <section aria-labelledby="text-title"><h2 class="head" id="text-title">What the article says</h2>{row.prose.map((words) => <p class="prose" key={words}>{words}</p>)}<Code lines={row.code} />{own.length === 0 ? null : <><p class="small soft">as the reading sets it:</p><Code lines={own} /></>}</section> : null}
    </div>
  );
}
