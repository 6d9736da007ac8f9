/** A day to type, year first; what is no day is said and changes nothing. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Instant } from '../../../treaty/index.js';
import { dayField, readDay } from '../view/when.js';

interface DayFieldProps { readonly label: string; readonly name: string; readonly at: Instant | undefined; readonly choose: (at: Instant | undefined) => void; /** What an empty field means. */ readonly empty?: string }

export function DayField({ label, name, at, choose, empty = '' }: DayFieldProps) {
  const wrong = useSignal(false);
  useEffect(() => { wrong.value = false; }, [at]);
  const take = (text: string): void => {
    const day = readDay(text);
    wrong.value = day === undefined && text.trim() !== '';
    if (!wrong.value) choose(day);
  };
  return (
    <label>{label}<input name={name} value={dayField(at)} placeholder={empty} autocomplete="off" spellcheck={false} aria-invalid={wrong.value} onChange={(event) => take(event.currentTarget.value)} />
      {wrong.value ? <span role="alert" class="tone-broken">no day of the calendar; write 2015-02-15</span> : null}</label>
  );
}
