/** Who can ensure that a claim is kept, whatever the others do: the smallest coalitions, and who must be in each of them. */
import { useSignal } from '@preact/signals';
import type { Claim } from '../../../treaty/index.js';
import { endEnsuring, ensuring, startEnsuring } from '../state/ensuring.js';
import { exerciseAddress } from '../state/exercise.js';
import { address } from '../state/store.js';
import { coalitionSentence, doingsOf, GAME_DAYS, gatheredEnsured, inOrderOfSize, reachWords, sizeOf } from '../view/ensuring.js';
import { plural, readable } from '../view/names.js';
import type { Ensured } from '../judging/ensuring.js';
import { Shape } from './shape.js';

const LOOKS = { can: ['kept', 'disc', 'can be ensured'], nobody: ['broken', 'square', 'nobody can ensure it'], undetermined: ['unknown', 'diamond', 'undetermined'] } as const;

function Answer({ of, readings }: { readonly of: Ensured; readonly readings: readonly string[] }) {
  const [tone, shape, words] = LOOKS[of.nobodyCan ? 'nobody' : of.smallest.length > 0 ? 'can' : 'undetermined'];
  return (
    <div class="ensured">
      <p><span class={`verdict tone-${tone}`}><Shape of={shape} /><strong>{words}</strong></span>{readings.length === 0 ? null : <span class="soft"> under “{readings.join('” and “')}”</span>}</p>
      {of.smallest.length === 0 ? null : (
        <table>
          <thead><tr><th scope="col">Smallest coalitions</th><th scope="col">Parties</th></tr></thead>
          <tbody>{inOrderOfSize(of.smallest).map((one) => <tr key={coalitionSentence(one)}><td>{coalitionSentence(one)}</td><td>{sizeOf(one)}</td></tr>)}</tbody>
        </table>
      )}
      {of.smallest.length > 0 && of.complete ? <p>{of.vetoPlayers.length === 0 ? 'No single party can block it.' : <><strong>{of.vetoPlayers.map(readable).join(', ')}</strong> {of.vetoPlayers.length === 1 ? 'is' : 'are'} in every one of them: without {of.vetoPlayers.length === 1 ? 'it' : 'any of them'} nobody can ensure it.</>}</p> : null}
      {of.strategy && of.strategy.rows.length > 0 ? (
        <table class="strategy">
          <caption>What {of.strategy.members.map(readable).join(', ')} would do: the first row that fits, again and again</caption>
          <thead><tr><th scope="col">When</th><th scope="col">Who does what</th><th scope="col">Hours</th></tr></thead>
          <tbody>{doingsOf(of.strategy).map(({ when, who, does, by }) => <tr key={`${when} ${who} ${does} ${by}`}><td>{when}</td><td><strong>{who}</strong>: {does}</td><td>{by}</td></tr>)}</tbody>
        </table>
      ) : null}
      <p class="small soft">{reachWords(of)}.</p>
    </div>
  );
}

/** `askable`: claims that wait for a response. */
export function Ensure({ askable }: { readonly askable: readonly Claim[] }) {
  const now = ensuring.value;
  const names = askable.map(({ name }) => name);
  const held = useSignal(address.value.who ?? names[0] ?? '');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (address.value.who === held.value) startEnsuring(held.value); else location.hash = exerciseAddress({ who: held.value });
  };
  if (names.length === 0) return null;
  const chosen = names.includes(held.value) ? held.value : names[0] ?? '';
  return (
    <section aria-labelledby="ensure" class="ensuring">
      <h2 class="head" id="ensure">Who can ensure what</h2>
      <form class="row-of" onSubmit={submit}>
        <label class="inline">Who can ensure <select class="chooser" aria-label="Claim to be ensured" value={chosen} onChange={(event) => { held.value = event.currentTarget.value; }}>{names.map((name) => <option value={name} selected={name === chosen} key={name}>{name}</option>)}</select></label>
        <button type="submit" disabled={now.state === 'under way'}>ask</button>
        <span class="small soft">whatever the others do: stay silent, vote against, act first</span>
      </form>
      {now.state === 'under way' ? <p role="status">Trying coalitions for <span class="said">{now.claim}</span>, the small ones first. Each is held against every answer of the others; this can take a minute. <button type="button" class="plain" onClick={endEnsuring}>end</button></p> : null}
      {now.state === 'ended' ? <p role="status">Ended before an answer. <button type="button" class="plain" onClick={() => startEnsuring(now.claim)}>begin again</button></p> : null}
      {now.state === 'failed' ? <p role="alert">The search failed: {now.fault}. <button type="button" class="plain" onClick={() => startEnsuring(now.claim)}>try again</button></p> : null}
      {now.state === 'answered' ? (
        <>
          <h3>{now.claim}</h3>
          {gatheredEnsured(now.answers).map(({ of, readings }) => <Answer of={of} readings={readings} key={readings.join()} />)}
          <p class="small soft">For one act that nobody owes, such as an attack, within {plural(GAME_DAYS, 'day')}. At each step the coalition commits first and the others answer knowing it. What a claim assumes of those who default is left out: all outside the coalition may. That a coalition can does not say that it will.</p>
        </>
      ) : null}
    </section>
  );
}
