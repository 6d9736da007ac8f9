/** What `check` says of a stretch of text: word, sentence, what would help. */
import type { Diagnostic } from '../../../treaty/index.js';
import { addressTo } from '../state/store.js';
import { Shape } from './shape.js';
import { Words } from './words.js';

const TONES = { error: ['square', 'tone-broken'], warning: ['half', 'tone-open'], note: ['ring', 'tone-waiting'] } as const;

export function Finding({ of, linked = true }: { readonly of: Diagnostic; readonly linked?: boolean }) {
  const [shape, tone] = TONES[of.severity];
  return (
    <>
      <span class={`verdict ${tone}`}><Shape of={shape} /><strong>{of.severity === 'warning' ? 'finding' : of.severity}</strong></span>{' '}
      <Words of={of.message} /> {linked ? <a class="id" href={addressTo({ place: 'agreement', help: of.id })} aria-label={`what ${of.id} means`}>{of.id}</a> : null}
    </>
  );
}

const ORDER = ['error', 'warning', 'note'] as const;

/** The gravest first; what is said in the same words at several places stands once. */
export function Findings({ of }: { readonly of: readonly Diagnostic[] }) {
  const once = of.filter(({ id, message }, index) => of.findIndex((one) => one.id === id && one.message === message) === index);
  const sorted = [...once].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return of.length === 0 ? null : <ul class="findings">{sorted.map((one) => <li key={`${one.id} ${one.span.offset}`} title={one.help}><Finding of={one} /></li>)}</ul>;
}
