/** The frame of every screen: skip link, rail, place, notice. */
import { useEffect, useRef } from 'preact/hooks';
import { Empty, Failing } from './parts/empty.js';
import { BriefLater } from './parts/later.js';
import { Rail } from './parts/rail.js';
import { TreatyChooser } from './parts/treaty-chooser.js';
import { Agreement } from './places/agreement.js';
import { Chances } from './places/chances.js';
import { Exercise } from './places/exercise.js';
import { NotYet } from './places/not-yet.js';
import { RecordPlace } from './places/record.js';
import { address, dossier, openDossier, unknownTreaty } from './state/store.js';
import { NO_LEGAL_ADVICE } from '../shared/wire.js';

function Place() {
  const { place } = address.value;
  if (dossier.value.state === 'failed') return <Failing whole fault={dossier.value.fault} retry={openDossier} />;
  const unknown = unknownTreaty.value;
  if (unknown !== undefined) return <Empty whole title="No such treaty"><p>Neither this dossier nor the library holds <code class="word">{unknown}</code>. Choose one:</p><p><TreatyChooser /></p></Empty>;
  switch (place) {
    case 'agreement': return <Agreement />;
    case 'exercise': return <Exercise />;
    case 'record': return <RecordPlace />;
    case 'chances': return <Chances />;
    case 'brief': return <BriefLater />;
    case 'compare': return <NotYet place={place} />;
  }
}

const TITLES = { agreement: 'Agreement', record: 'Record', exercise: 'Exercise', chances: 'Chances', compare: 'Compare', brief: 'Brief' } as const;

export function App() {
  const main = useRef<HTMLElement>(null);
  const { place, treaty, verdict, editing, scenario, help } = address.value;
  useEffect(() => { document.title = `${TITLES[place]} · Casus`; }, [place]);
  useEffect(() => { scrollTo(0, 0); }, [place, treaty, verdict, editing, scenario, help]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>Skip to the content</a>
      <div class="frame">
        <Rail />
        <div class="page">
          <main id="main" tabIndex={-1} ref={main}><Place /></main>
          <footer><span>{NO_LEGAL_ADVICE}</span><span>Times are UTC. Nothing leaves this machine.</span></footer>
        </div>
      </div>
    </>
  );
}
