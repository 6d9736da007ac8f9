/** What is assumed, chosen and shown before anything is counted: behaviour with its source, what happens first, powers, claims, and the numbers of the draw. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Assumable, Choices } from '../../judging/chancing.js';
import { asking, runs, startRuns } from '../../state/chances.js';
import { address, go } from '../../state/store.js';
import { numberIn, USUAL, type Asking } from '../../view/asking.js';
import { Words } from '../words.js';

const FROM = [['text', 'In the text'], ['preset', 'Named for their source']] as const;
const NUMBERS = [['runs', 'Runs'], ['days', 'Days a run may last'], ['seed', 'Seed of the draws']] as const;

function Several({ legend, all, chosen, take, note }: { readonly legend: string; readonly all: readonly string[]; readonly chosen: readonly string[]; readonly take: (names: readonly string[]) => void; readonly note?: string }) {
  if (all.length === 0) return null;
  return (
    <fieldset class="several">
      <legend>{legend}</legend>
      {all.map((name) => (
        <label key={name}><input type="checkbox" checked={chosen.includes(name)} onChange={(event) => take(event.currentTarget.checked ? all.filter((one) => one === name || chosen.includes(one)) : chosen.filter((one) => one !== name))} /> <span class="said">{name}</span></label>
      ))}
      {note === undefined ? null : <p class="small soft">{note}</p>}
    </fieldset>
  );
}

function Behaviours({ all, chosen, take }: { readonly all: readonly Assumable[]; readonly chosen: string; readonly take: (name: string) => void }) {
  return (
    <label>Assumed behaviour
      <select value={chosen} onChange={(event) => take(event.currentTarget.value)} aria-describedby="assumable">
        {FROM.map(([from, words]) => {
          const some = all.filter((one) => one.from === from);
          return some.length === 0 ? null : <optgroup label={words} key={from}>{some.map(({ name }) => <option value={name} selected={name === chosen} key={name}>{name}</option>)}</optgroup>;
        })}
      </select>
    </label>
  );
}

export function AskingForm({ of }: { readonly of: Choices }) {
  const given = asking.value;
  const held = useSignal<Asking>(given ?? USUAL);
  const fields = useSignal<Readonly<{ [key: string]: string }>>({});
  const faults = useSignal<Readonly<{ [key: string]: string }>>({});
  // Another address fills the fields anew.
  useEffect(() => { held.value = given ?? USUAL; fields.value = {}; faults.value = {}; }, [given]);
  const change = (next: Partial<Asking>): void => { held.value = { ...held.value, ...next }; };
  const now = held.value;
  const behaviour = of.behaviours.find(({ name }) => name === now.behaviour) ?? (now.behaviour === undefined ? of.behaviours[0] : undefined);
  const claims = now.claims.length === 0 ? of.claims : now.claims;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = NUMBERS.map(([name]) => [name, numberIn(name, fields.value[name] ?? String(now[name]))] as const);
    faults.value = Object.fromEntries(read.filter((one): one is readonly ['runs' | 'days' | 'seed', string] => typeof one[1] === 'string'));
    if (Object.keys(faults.value).length > 0) return;
    const next: Asking = { ...now, ...Object.fromEntries(read), ...(behaviour ? { behaviour: behaviour.name } : {}) };
    if (JSON.stringify(next) === JSON.stringify(asking.peek())) startRuns();
    else go({ place: 'chances', asking: next, ...(address.value.claim === undefined ? {} : { claim: address.value.claim }) });
  };
  const first = of.stimuli[0];
  return (
    <form class="asking" onSubmit={submit} noValidate>
      <div class="assumed-behaviour">
        <Behaviours all={of.behaviours} chosen={behaviour?.name ?? ''} take={(name) => change({ behaviour: name })} />
        <p class="small" id="assumable">{behaviour ? <><span class="soft">{behaviour.source}:</span> {behaviour.definition}.</> : <span class="tone-broken">The address names <code class="word">{now.behaviour}</code>, which is no behaviour of this list.</span>}</p>
      </div>
      <label>What happens first
        <select value={now.stimulus ?? ''} onChange={(event) => { const { stimulus: _before, ...rest } = held.value; const { value } = event.currentTarget; held.value = value === '' ? rest : { ...rest, stimulus: value }; }}>
          <option value="" selected={now.stimulus === undefined}>{first === undefined ? 'nothing: the text knows no act that opens something' : 'what the behaviour says, else the first of these'}</option>
          {of.stimuli.map((label) => <option value={label} selected={label === now.stimulus} key={label}>{label}</option>)}
        </select>
      </label>
      <div class="numbers">
        {NUMBERS.map(([name, words]) => (
          <div key={name}>
            <label>{words}<input name={name} inputMode="numeric" value={fields.value[name] ?? String(now[name])} onInput={(event) => { fields.value = { ...fields.value, [name]: event.currentTarget.value }; }} {...(faults.value[name] === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `fault-${name}` })} /></label>
            {faults.value[name] === undefined ? null : <p class="small tone-broken" role="alert" id={`fault-${name}`}><Words of={faults.value[name]} /></p>}
          </div>
        ))}
      </div>
      <Several legend="Powers that are used, an hour after they open" all={of.powers} chosen={now.powers} take={(powers) => change({ powers })} note="A power need not be used: one not chosen here is used only where the behaviour says so. Every holder of one that is chosen uses it." />
      <Several legend="Claims asked about" all={of.claims} chosen={claims} take={(names) => { if (names.length > 0) change({ claims: names.length === of.claims.length ? [] : names }); }} {...(of.games.length === 0 ? {} : { note: `What a coalition can ensure is not a matter of chance: ${of.games.join(', ')} ${of.games.length === 1 ? 'is' : 'are'} answered in Exercise.` })} />
      <p class="row-of"><button type="submit" class="firm">{runs.value.state === 'not asked' || runs.value.state === 'failed' ? 'Run' : 'Run again'}</button><span class="small soft">Same text, same choices, same figures: the address holds them all.</span></p>
    </form>
  );
}
