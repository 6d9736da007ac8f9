/** The assumptions in one line under every figure, so that none travels without them. */
import type { Told } from '../../judging/chancing.js';
import type { Asking } from '../../view/asking.js';
import { plural } from '../../view/names.js';

/** `others`: results shown in the same figure, of other readings or claims. */
export interface Basis { readonly asking: Asking; readonly behaviour: string; readonly told: Told; readonly others?: readonly Told[] }

/** Claims may be asked by different acts: each is named. */
export const firstWords = (told: readonly Told[], asking: Asking): string => asking.stimulus ?? [...new Set(told.map(({ first }) => first ?? 'what the behaviour says'))].join(', for other claims ');

export function Assumed({ of: { asking, behaviour, told, others = [] }, also }: { readonly of: Basis; readonly also?: string }) {
  const partial = [told, ...others].some(({ done, runs }) => done < runs);
  return (
    <p class="assumed small soft">
      {partial ? <strong class="partial">Partial: {plural(told.done, 'run')} of {told.runs.toLocaleString('en-GB')}. </strong> : null}
      Assumed: <span class="said">{behaviour}</span>; first {firstWords([told, ...others], asking)}; {asking.powers.length === 0 ? 'no power used beyond what the behaviour says' : `${asking.powers.join(', ')} used by all who may`}; {partial ? '' : `${plural(told.done, 'run')}, `}seed {asking.seed}, {plural(asking.days, 'day')}. {also === undefined ? '' : `${also} `}Not a forecast.
    </p>
  );
}
