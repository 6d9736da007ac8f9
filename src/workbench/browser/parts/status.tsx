/** A state as shape, word and tone. */
import type { VerdictState } from '../../../treaty/index.js';
import { lookOf } from '../view/standing.js';
import { Shape } from './shape.js';

export function Status({ state }: { readonly state: VerdictState }) {
  const look = lookOf(state);
  return <span class={`verdict tone-${look.tone}`}><Shape of={look.shape} /><strong>{state}</strong></span>;
}
