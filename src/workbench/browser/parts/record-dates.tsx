/** The two dates of every judgement, at hand where the record is read: as it stood, and a slider for what was known. Judged anew when let go. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Instant } from '../../../treaty/index.js';
import type { Spans } from '../judging/protocol.js';
import { day } from '../view/dates.js';
import { plural } from '../view/names.js';
import { DayField } from './day-field.js';

const DAY = 86_400_000;
const endOf = (days: number): Instant => days * DAY + DAY - 1;
const dayOf = (at: Instant): number => Math.floor(at / DAY);

interface RecordDatesProps {
  readonly asOf: Instant;
  readonly knownOn: Instant;
  readonly spans: Spans;
  /** The day of today, the last that can be asked for by the slider. */
  readonly today: Instant;
  readonly notYetKnown: number;
  readonly set: (next: { readonly asOf?: Instant | undefined; readonly knownOn?: Instant | undefined }) => void;
}

export function RecordDates({ asOf, knownOn, spans, today, notYetKnown, set }: RecordDatesProps) {
  const first = dayOf(spans.known[0]);
  const last = Math.max(first, dayOf(Math.max(spans.known[1], today)));
  const at = Math.max(first, Math.min(last, dayOf(knownOn)));
  const moving = useSignal(at);
  useEffect(() => { moving.value = at; }, [at]);
  const known = (days: number): void => set({ knownOn: days >= last ? undefined : endOf(days) });
  return (
    <div class="record-dates">
      <DayField label="As it stood at the end of" name="stood" at={asOf} choose={(at) => set({ asOf: at === undefined ? undefined : endOf(dayOf(at)) })} empty="today" />
      <label class="slider"><span>As known on <strong class="ink">{moving.value >= last ? `${day(endOf(last))}, all that is known` : day(endOf(moving.value))}</strong></span>
        <input type="range" name="known" disabled={first >= last} min={first} max={last} step="1" value={moving.value} aria-valuetext={day(endOf(moving.value))}
          onInput={(event) => { moving.value = Number(event.currentTarget.value); }} onChange={(event) => known(Number(event.currentTarget.value))} /></label>
      {notYetKnown === 0 ? null : <p class="small soft">{plural(notYetKnown, 'entry was', 'entries were')} not yet known then and {notYetKnown === 1 ? 'is' : 'are'} left out.</p>}
    </div>
  );
}
