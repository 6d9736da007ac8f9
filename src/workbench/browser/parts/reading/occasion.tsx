/** What is said of the report once, before its first statement is accepted: who carried it, on what day, and where it is found. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { day, lacking, link, outlet } from '../../state/reading.js';

export function OccasionFields({ dated }: { readonly dated: string | undefined }) {
  const fields = useRef<HTMLFieldSetElement>(null);
  const wrong = lacking.value;
  useLayoutEffect(() => { if (wrong) fields.current?.querySelector<HTMLInputElement>(`[name=${wrong.field}]`)?.focus(); }, [wrong]);
  // What is said of a field goes with the first letter typed, not when the field is left: the row under the pointer would move away as it is pressed.
  const lacks = (field: 'outlet' | 'day' | 'link') => (wrong?.field === field ? { 'aria-invalid': true, 'aria-describedby': 'occasion-fault' } : {});
  return (
    <fieldset class="occasion" ref={fields}>
      <legend>Of the report, asked once</legend>
      <label>Outlet<input name="outlet" autocomplete="off" value={outlet.value} onInput={(event) => { outlet.value = event.currentTarget.value; lacking.value = undefined; }} {...lacks('outlet')} /></label>
      <label>Day{dated === undefined ? '' : ', as the report carries it'}<input name="day" autocomplete="off" placeholder="2026-04-21" spellcheck={false} value={day.value} onInput={(event) => { day.value = event.currentTarget.value; lacking.value = undefined; }} {...lacks('day')} /></label>
      <label>Link, if it has one<input name="link" type="url" autocomplete="off" value={link.value} onInput={(event) => { link.value = event.currentTarget.value; lacking.value = undefined; }} {...lacks('link')} /></label>
      {wrong ? <p role="alert" id="occasion-fault" class="tone-broken small">{wrong.words}</p> : null}
    </fieldset>
  );
}
