/** An entry by hand: who did what, to whom, where and when, and how it is known. Judged as soon as it is written down. */
import { useSignal } from '@preact/signals';
import type { Treaty } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import { toInput } from '../view/dates.js';
import { actors, formActs, lineFrom, type FormAct } from '../view/form.js';
import { readable } from '../view/names.js';

interface EntryFormProps {
  readonly treaty: Treaty;
  readonly at: number;
  readonly button: string;
  readonly add: (line: RecordLine) => Promise<void>;
  readonly point?: readonly [longitude: number, latitude: number] | undefined;
}

function Argument({ of }: { readonly of: FormAct['arguments'][number] }) {
  const { name, type } = of;
  const field = `argument-${name}`;
  if (type.kind === 'choice') {
    return <label>{readable(name)}<select name={field}><option value="">not stated</option>{type.options.map((option) => <option value={option} key={option}>{readable(option)}</option>)}</select></label>;
  }
  return <label>{readable(name)}{type.kind === 'number' && type.min !== undefined && type.max !== undefined ? `, ${type.min} to ${type.max}` : ''}<input name={field} inputMode={type.kind === 'number' ? 'decimal' : 'text'} autocomplete="off" /></label>;
}

export function EntryForm({ treaty, at, button, add, point }: EntryFormProps) {
  const acts = formActs(treaty);
  const chosen = useSignal(acts[0]?.name ?? '');
  const fault = useSignal('');
  const said = useSignal('');
  const act = acts.find(({ name }) => name === chosen.value) ?? acts[0];
  if (!act) return <p class="soft">The text declares no act that could be recorded.</p>;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const line = lineFrom(act, (name) => String(data.get(name) ?? ''));
    if (typeof line === 'string') { fault.value = line; return; }
    fault.value = '';
    add(line).then(() => { said.value = 'written down and judged'; }, (error: Error) => { fault.value = error.message; });
  };
  const groups = [...new Set(acts.map(({ group }) => group))];
  const people = actors(treaty);
  return (
    <form class="entry-form" onSubmit={submit} aria-label="Add an entry" noValidate>
      <label>Act<select name="act" value={act.name} onChange={(event) => { chosen.value = event.currentTarget.value; said.value = ''; }}>
        {groups.map((group) => <optgroup label={group} key={group}>{acts.filter((one) => one.group === group).map(({ name }) => <option value={name} key={name}>{readable(name)}</option>)}</optgroup>)}
      </select></label>
      <label>By<select name="actor">{people.map(({ name, group }) => <option value={name} key={name}>{readable(name)}{group === 'parties' ? '' : ` (${group === 'bodies' ? 'body' : 'no party'})`}</option>)}<option value="">unknown</option></select></label>
      {act.hasTarget ? <label>On<select name="on"><option value="">not stated</option>{people.map(({ name }) => <option value={name} key={name}>{readable(name)}</option>)}</select></label> : null}
      {act.arguments.map((argument) => <Argument of={argument} key={`${act.name} ${argument.name}`} />)}
      {act.hasPlace ? (
        <>
          <label>Place, by name<input name="place" placeholder="Kharkiv" autocomplete="off" /></label>
          <label>or latitude<input name="latitude" inputMode="decimal" value={point ? point[1].toFixed(3) : ''} /></label>
          <label>and longitude<input name="longitude" inputMode="decimal" value={point ? point[0].toFixed(3) : ''} /></label>
          <label>known within km<input name="within" inputMode="decimal" placeholder="0" /></label>
        </>
      ) : null}
      <label>Occurred, UTC<input type="datetime-local" name="occurred" value={toInput(at)} required /></label>
      <label>Known since, UTC (empty: now)<input type="datetime-local" name="known" /></label>
      <label>Source<input name="source" autocomplete="off" /></label>
      <div class="wide row-of"><button class="firm" type="submit">{button}</button>{fault.value === '' ? <span role="status" class="soft">{said.value}</span> : <span role="alert" class="tone-broken">{fault.value}</span>}</div>
    </form>
  );
}
