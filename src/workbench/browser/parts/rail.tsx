/** The rail: six words, and at its foot the two dates on which every verdict depends. */
import { useRef } from 'preact/hooks';
import { valueOf } from '../state/load.js';
import { address, addressTo, dates, dossier } from '../state/store.js';
import { now } from '../state/exercise.js';
import { NEXT, theme } from '../state/theme.js';
import { PLACES } from '../routes.js';
import { stamp } from '../view/dates.js';
import { Stamps } from './stamps.js';

const WORDS = { agreement: 'Agreement', record: 'Record', exercise: 'Exercise', chances: 'Chances', compare: 'Compare', brief: 'Brief' } as const;
const THEME_WORDS = { system: 'light or dark: as the system', light: 'light', dark: 'dark' } as const;

/** In an exercise everything is known as it happens, and the story sets the date. */
function ExerciseStamps() {
  const at = now.value;
  return (
    <dl>
      <div><dt>In the exercise it is</dt><dd>{at === undefined ? '…' : stamp(at)}</dd></div>
      <div><dt>as known on</dt><dd>the same instant</dd></div>
    </dl>
  );
}

export function Rail() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { asOf, knownOn, supposedFrom } = dates.value;
  const exercising = address.value.place === 'exercise';
  return (
    <header class="rail">
      <a class="brand" href={addressTo({ place: 'agreement' })}>Casus</a>
      <p class="dossier">Dossier<strong>{valueOf(dossier.value)?.title ?? '…'}</strong></p>
      <nav aria-label="Places">
        <ul>
          {PLACES.map((place) => (
            <li key={place}><a href={addressTo({ place })} {...(address.value.place === place ? { 'aria-current': 'page' as const } : {})}>{WORDS[place]}</a></li>
          ))}
        </ul>
      </nav>
      <div class="stamps">
        {exercising ? <ExerciseStamps /> : (
          <>
            <dl>
              <div><dt>As it stood on</dt><dd>{stamp(asOf)}</dd></div>
              <div><dt>as known on</dt><dd>{stamp(knownOn)}</dd></div>
              {supposedFrom === undefined ? null : <div><dt>supposed in force from</dt><dd>{stamp(supposedFrom)}</dd></div>}
            </dl>
            <button type="button" class="plain" onClick={() => dialog.current?.showModal()}>change<span class="hidden"> the dates</span></button>
          </>
        )}
        <div class="theme"><button type="button" class="plain" onClick={() => { theme.value = NEXT[theme.value]; }}>{THEME_WORDS[theme.value]}</button></div>
      </div>
      <dialog ref={dialog} aria-labelledby="stamps-title"><Stamps close={() => dialog.current?.close()} /></dialog>
    </header>
  );
}
