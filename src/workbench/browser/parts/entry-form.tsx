/** An entry by hand: who did what, to whom, where and when, and how it is known. Judged as soon as it is written down. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Treaty } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import { actors, CREDIBILITY, formActs, LIKELIHOOD, lineFrom, NOT_CHOSEN, RELIABILITY, type FormAct } from '../view/form.js';
import { readable } from '../view/names.js';
import { momentField } from '../view/when.js';

interface EntryFormProps {
  readonly treaty: Treaty;
  readonly at: number;
  readonly button: string;
  readonly add: (line: RecordLine) => Promise<void>;
  readonly point?: readonly [longitude: number, latitude: number] | undefined;
  /** Id of the entry a finding would be about. */
  readonly about?: string | undefined;
  /** Asks for the entry's assurance and for a second possible actor too. */
  readonly full?: boolean;
}

function Argument({ of }: { readonly of: FormAct['arguments'][number] }) {
  const { name, type } = of;
  const field = `argument-${name}`;
  if (type.kind === 'choice') {
    return <label>{readable(name)}<select name={field}><option value="">not stated</option>{type.options.map((option) => <option value={option} key={option}>{readable(option)}</option>)}</select></label>;
  }
  return <label>{readable(name)}{type.kind === 'number' && type.min !== undefined && type.max !== undefined ? `, ${type.min} to ${type.max}` : ''}<input name={field} inputMode={type.kind === 'number' ? 'decimal' : 'text'} autocomplete="off" /></label>;
}

/** Fields keep what was typed; a point taken from the map is written over it. */
function Where({ point }: Pick<EntryFormProps, 'point'>) {
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!point) return;
    for (const [name, at] of [['longitude', point[0]], ['latitude', point[1]]] as const) {
      const field = fields.current?.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (field) field.value = at.toFixed(3);
    }
  }, [point]);
  return (
    <fieldset ref={fields}>
      <legend>Where</legend>
      <label>Place, by name<input name="place" placeholder="Kharkiv" autocomplete="off" /></label>
      <label>or latitude<input name="latitude" inputMode="decimal" autocomplete="off" /></label>
      <label>and longitude<input name="longitude" inputMode="decimal" autocomplete="off" /></label>
      <label>known within km<input name="within" inputMode="decimal" autocomplete="off" placeholder="0" /></label>
    </fieldset>
  );
}

function Assurance() {
  return (
    <>
      <label>Source is<select name="reliability"><option value="">not rated</option>{RELIABILITY.map(([code, words]) => <option value={code} key={code}>{code} · {words}</option>)}</select></label>
      <label>What it says is<select name="credibility"><option value="">not rated</option>{CREDIBILITY.map(([code, words]) => <option value={code} key={code}>{code} · {words}</option>)}</select></label>
      <label>Likelihood<select name="likelihood"><option value="">not rated</option>{LIKELIHOOD.map((words) => <option value={words} key={words}>{words}</option>)}</select></label>
    </>
  );
}

export function EntryForm({ treaty, at, button, add, point, about, full = false }: EntryFormProps) {
  const acts = formActs(treaty);
  const chosen = useSignal(acts[0]?.name ?? '');
  const fault = useSignal('');
  const said = useSignal('');
  const form = useRef<HTMLFormElement>(null);
  const act = acts.find(({ name }) => name === chosen.value) ?? acts[0];
  // A form opened by hand is where the reader means to go on.
  useEffect(() => { if (full) form.current?.querySelector('select')?.focus(); }, [full]);
  if (!act) return <p class="soft">The text declares no act that could be recorded.</p>;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const line = lineFrom(act, (name) => String(data.get(name) ?? ''));
    said.value = '';
    if (typeof line === 'string') { fault.value = line; return; }
    fault.value = '';
    add(line).then(() => { said.value = 'written down and judged'; }, (error: Error) => { fault.value = error.message; });
  };
  const groups = [...new Set(acts.map(({ group }) => group))];
  const people = actors(treaty);
  const names = people.map(({ name, group }) => <option value={name} key={name}>{readable(name)}{group === 'parties' ? '' : ` (${group === 'bodies' ? 'body' : 'no party'})`}</option>);
  return (
    <form class="entry-form" ref={form} onSubmit={submit} aria-label="Add an entry" noValidate>
      <fieldset>
        <legend>Who did what</legend>
        <label>Act<select name="act" value={act.name} onChange={(event) => { chosen.value = event.currentTarget.value; said.value = ''; }}>
          {groups.map((group) => <optgroup label={group} key={group}>{acts.filter((one) => one.group === group).map(({ name }) => <option value={name} key={name}>{readable(name)}</option>)}</optgroup>)}
        </select></label>
        <label>By<select name="actor"><option value={NOT_CHOSEN}>choose who</option>{names}<option value="">unknown</option></select></label>
        {full ? <label>or by, if it is not told<select name="or"><option value="">nobody else</option>{names}</select></label> : null}
        {act.hasTarget ? <label>On<select name="on"><option value="">not stated</option>{names}</select></label> : null}
        {act.arguments.map((argument) => <Argument of={argument} key={`${act.name} ${argument.name}`} />)}
        {act.hasAbout ? <label>About the entry, by its id<input name="about" autocomplete="off" defaultValue={about ?? ''} /></label> : null}
      </fieldset>
      {act.hasPlace ? <Where point={point} /> : null}
      <fieldset>
        <legend>When, UTC</legend>
        <label>Occurred<input name="occurred" defaultValue={momentField(at)} autocomplete="off" required /></label>
        {full ? <label>until (empty: at once)<input name="until" placeholder="2025-08-17 14:00" autocomplete="off" /></label> : null}
        <label>Known since (empty: now)<input name="known" placeholder="2025-08-17 14:00" autocomplete="off" /></label>
      </fieldset>
      <fieldset>
        <legend>How it is known</legend>
        <label>Source<input name="source" autocomplete="off" /></label>
        {full ? <Assurance /> : null}
      </fieldset>
      <div class="row-of"><button class="firm" type="submit">{button}</button>{fault.value === '' ? <span role="status" class="soft">{said.value}</span> : <span role="alert" class="tone-broken">{fault.value}</span>}</div>
    </form>
  );
}
