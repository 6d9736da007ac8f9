/** Reading a report: the form, the reading under way, and then its text beside what was found in it. */
import { useEffect, useRef } from 'preact/hooks';
import type { BriefAnswer } from '../../../shared/brief.js';
import type { ReadReport } from '../../judging/reading.js';
import { another, endReading, reading } from '../../state/reading.js';
import { plural } from '../../view/names.js';
import { Words } from '../words.js';
import { Accepted } from './accepted.js';
import { Faults } from './faults.js';
import { ReportForm } from './form.js';
import { toPart } from './leading.js';
import { OccasionFields } from './occasion.js';
import { Report } from './report.js';
import { Statements } from './statements.js';

export function Reader({ held }: { readonly held: BriefAnswer }) {
  const now = reading.value;
  if (now.state === 'under way') return <UnderWay what={now.what} />;
  if (now.state === 'read') return <Read report={now.report} what={now.what} held={held} />;
  return <><ReportForm /><Accepted held={held} /></>;
}

function UnderWay({ what }: { readonly what: string }) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => end.current?.focus(), []);
  return <div class="empty"><p class="soft" role="status">Reading {what} …</p><p><button type="button" ref={end} onClick={endReading}>End it</button></p></div>;
}

function Read({ report, what, held }: { readonly report: ReadReport; readonly what: string; readonly held: BriefAnswer }) {
  const { statements, faults, notes, about } = report;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), [report]);
  const fit = statements.filter(({ misfit }) => !misfit).length;
  return (
    <>
      <div class="row-of read-head">
        <h2 ref={title} tabIndex={-1}>Read: {what}</h2>
        <button type="button" class="plain" onClick={() => toPart('statements-title')}>{plural(statements.length, 'statement')} proposed</button>
        <button type="button" class="plain" onClick={() => toPart('faults-title')}>{plural(faults.length, 'fault')}</button>
        {held.accepted.length > 0 ? <button type="button" class="plain" onClick={() => toPart('accepted-title')}>{held.accepted.length.toLocaleString('en-GB')} accepted here</button> : null}
        <button type="button" onClick={another}>Read another</button>
      </div>
      {about ? null : <p class="notice">This report does not seem to be on the matter of this dossier, {held.brief.title}: it names too few of those who take part.</p>}
      {notes.length === 0 ? null : <ul class="notice" aria-label="How it was read">{notes.map((note) => <li key={note}><Words of={note} /></li>)}</ul>}
      <div class="read">
        <section class="report-text" aria-label="The report" tabIndex={0}><Report report={report} /></section>
        <div class="read-side">
          {fit === 0 ? null : <OccasionFields dated={report.dated} />}
          <Statements report={report} issues={held.brief.issues} />
          <Faults report={report} />
          <Accepted held={held} />
        </div>
      </div>
    </>
  );
}
