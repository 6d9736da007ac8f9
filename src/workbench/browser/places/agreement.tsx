/** Agreement: prose, clause and where it stands, side by side. */
import { useComputed } from '@preact/signals';
import { Code } from '../parts/code.js';
import { Empty, Failing, Loading } from '../parts/empty.js';
import { Exports } from '../parts/exports.js';
import { Findings } from '../parts/findings.js';
import { Standing } from '../parts/standing.js';
import { TreatyChooser } from '../parts/treaty-chooser.js';
import { adding } from '../state/record.js';
import { address, addressTo, dates, dossier, edited, judged, parsed, reload, setDates, source, text, treatyId } from '../state/store.js';
import { valueOf } from '../state/load.js';
import { agreementView, type AgreementView, type ArticleView } from '../view/agreement.js';
import { stamp } from '../view/dates.js';
import { plural } from '../view/names.js';
import { namesWords } from '../view/who.js';
import { Editor } from './editor.js';
import { Help } from './help.js';
import { Why } from './why.js';

/** The title is known before the text is. */
function Reading({ what }: { readonly what: string }) {
  const title = valueOf(dossier.value)?.treaties.find(({ id }) => id === treatyId.value)?.title;
  return <>{title === undefined ? null : <div class="masthead"><h1>{title}</h1></div>}<Loading what={what} /></>;
}

function Article({ of }: { readonly of: ArticleView }) {
  const provenance = [of.status, of.source].filter((words) => words !== undefined).join(' · ');
  return (
    <article class="article" aria-label={`Article ${of.number} ${of.title}`}>
      {of.rows.map((row, index) => (
        <div class={index === 0 ? 'columns' : 'columns more'} key={index}>
          <div>
            {index === 0 ? <h2><span class="number">{of.number}</span>{of.title}</h2> : null}
            {row.prose.map((words) => <p class="prose" key={words}>{words}</p>)}
            {index === 0 && provenance !== '' ? <p class="provenance">{provenance}</p> : null}
            {row.provenance.map((words) => <p class="provenance" key={words}>{words}</p>)}
          </div>
          <div>
            <Code lines={row.code} label={`Clauses of article ${of.number}`} />
            <Findings of={row.findings} />
          </div>
          <div>
            {row.standing.length === 0 ? null : <ul class="standing">{row.standing.map((standing) => <Standing of={standing} key={standing.clause} />)}</ul>}
            {row.elsewhere.length === 0 ? null : <><p class="provenance">encoded in {namesWords([...new Set(row.elsewhere.map(({ article }) => `article ${article}`))])}</p><ul class="standing">{row.elsewhere.map((standing) => <Standing of={standing} key={standing.clause} />)}</ul></>}
          </div>
        </div>
      ))}
    </article>
  );
}

function Masthead({ view }: { readonly view: AgreementView }) {
  return (
    <div class="masthead">
      <h1>{view.title}</h1>
      <p class="under row-of">
        {view.status ? <span class="status-word">{view.status}</span> : null}
        <span>{view.counts}</span>
        <TreatyChooser />
        {edited.value?.id === treatyId.value ? <span>as edited here, not saved</span> : null}
      </p>
      {view.source ? <p class="under small">Source: {view.source}</p> : null}
      <p class="exports row-of soft">
        <a href={addressTo({ place: 'agreement', treaty: treatyId.value, editing: true })}>edit the text</a>
        <Exports view={view} />
      </p>
    </div>
  );
}

/** Where nothing is in force, says so once instead of at every clause; where it is supposed, that it is. */
function InForce({ view }: { readonly view: AgreementView }) {
  const now = valueOf(judged.value);
  const { supposedFrom } = dates.value;
  if (!now || view.articles.length === 0) return null;
  const scenarios = valueOf(parsed.value)?.treaty.scenarios.length ?? 0;
  const stories = scenarios === 0 ? null : <a href={addressTo({ place: 'exercise', treaty: treatyId.value })}>{scenarios === 1 ? 'the scenario' : `the ${scenarios} scenarios`} told beside it</a>;
  if (supposedFrom !== undefined) {
    return (
      <p class="notice">Supposed in force for all parties from {stamp(supposedFrom)}, which no entry says. <button type="button" class="plain" onClick={() => setDates({ supposedFrom: undefined })}>As recorded</button>{stories ? <>, or step through {stories}</> : null}.</p>
    );
  }
  const stands = now.verdicts.some(({ kind, state, reasons }) => kind !== 'definition' && state !== 'not in scope' && reasons.every(({ rule }) => rule !== 'not in force'));
  if (stands) return null;
  const from = Date.UTC(new Date(dates.value.asOf).getUTCFullYear(), 0, 1);
  return (
    <p class="notice">
      Nothing on record has brought this text into force{now.entries.length === 0 ? ', and no entry concerns it' : ''}: no duty runs.{' '}
      <button type="button" class="plain" onClick={() => setDates({ supposedFrom: from })}>Suppose it in force</button> to see what it would ask{stories ? <>, step through {stories}</> : null}, or <a href={addressTo({ place: 'record', treaty: treatyId.value })} onClick={() => { adding.value = true; }}>add an entry</a>.
    </p>
  );
}

export function Agreement() {
  const view = useComputed(() => {
    const words = text.value;
    const tree = valueOf(parsed.value);
    if (words === undefined || !tree) return undefined;
    return agreementView({ text: words, ...tree, verdicts: valueOf(judged.value)?.verdicts ?? [] });
  }).value;
  if (source.value.state === 'failed') return <Failing whole fault={source.value.fault} retry={reload} />;
  if (parsed.value.state === 'failed') return <Failing whole fault={parsed.value.fault} retry={reload} />;
  if (!view || text.value === undefined) return <Reading what="Reading the text" />;
  if (address.value.help !== undefined) return <Help id={address.value.help} />;
  if (address.value.editing) return <Editor words={text.value} />;
  if (address.value.verdict !== undefined) return <Why view={view} id={address.value.verdict} />;
  return (
    <>
      <Masthead view={view} />
      <InForce view={view} />
      {judged.value.state === 'failed' ? <Failing fault={`the text could not be judged: ${judged.value.fault}`} retry={reload} /> : null}
      {judged.value.state === 'loading' && !judged.value.before ? <p class="hidden" role="status">Judging the record …</p> : null}
      <details class="declarations">
        <summary>Declarations: {plural(valueOf(parsed.value)?.treaty.parties.length ?? 0, 'party', 'parties')}, zones, acts and findings the articles speak of</summary>
        <Code lines={view.declarations} label="Declarations" />
      </details>
      <Findings of={view.findings} />
      <div class="columns heads" aria-hidden="true"><span>Article</span><span>Clauses</span><span>Where it stands</span></div>
      {view.articles.length === 0
        ? <Empty title="No articles yet"><p>A treaty is a list of articles, each with its prose and the clauses that encode it.</p><p><a href={addressTo({ place: 'agreement', editing: true })}>Write the first article</a></p></Empty>
        : view.articles.map((article) => <Article of={article} key={`${article.number} ${article.title}`} />)}
      {view.readings === undefined ? null : (
        <section class="article" aria-label="Readings">
          <div class="columns">
            <div><h2>Readings</h2><p class="provenance">Where the text is read in more than one way, each reading sets its own clauses; a verdict that differs says at its article under which it stands.</p>
              {view.readings.titles.map((words) => <p class="provenance" key={words}>{words}</p>)}</div>
            <div><Code lines={view.readings.code} label="Clauses of the readings" /><Findings of={view.readings.findings} /></div>
            <div></div>
          </div>
        </section>
      )}
      {view.annex.length === 0 ? null : (
        <details class="declarations"><summary>Needs, pledges, claims and scenarios</summary><Code lines={view.annex} label="Needs, pledges, claims and scenarios" /></details>
      )}
    </>
  );
}
