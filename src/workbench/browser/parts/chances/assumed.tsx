/** The assumptions in one line under every figure, so that none travels without them. */
import type { Told } from '../../judging/chancing.js';
import type { Asking } from '../../view/asking.js';
import { plural } from '../../view/names.js';

export interface Basis { readonly asking: Asking; readonly behaviour: string; readonly told: Told }

export const firstWords = (told: Told, asking: Asking): string => asking.stimulus ?? told.notes.flatMap((note) => /^what happens first, [^:]*: (.*)$/.exec(note)?.[1] ?? [])[0] ?? 'what the behaviour says';

export function Assumed({ of: { asking, behaviour, told }, also }: { readonly of: Basis; readonly also?: string }) {
  return (
    <p class="assumed small soft">
      {told.done < told.runs ? <strong class="partial">Partial: {plural(told.done, 'run')} of {told.runs.toLocaleString('en-GB')}. </strong> : null}
      Assumed: <span class="said">{behaviour}</span>; first {firstWords(told, asking)}; {asking.powers.length === 0 ? 'no power used beyond what the behaviour says' : `${asking.powers.join(', ')} used by all who may`}; {told.done < told.runs ? '' : `${plural(told.done, 'run')}, `}seed {asking.seed}, {plural(asking.days, 'day')}. {also === undefined ? '' : `${also} `}Not a forecast.
    </p>
  );
}
