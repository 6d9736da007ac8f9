/** Names that each lead to a *why* of their own. Many are named by the first few, the rest on demand and on paper. */
import { useSignal } from '@preact/signals';

export interface Named { readonly id: string; readonly name: string; readonly href: string; /** What the link answers. */ readonly label: string }

const MOST_NAMED = 8;
const FIRST_NAMED = 6;

function Links({ of }: { readonly of: readonly Named[] }) {
  return <>{of.map(({ id, name, href, label }, index) => <>{index > 0 ? ', ' : ''}<a class="ask" href={href} aria-label={label} key={id}>{name}</a></>)}</>;
}

/** The one asked about is always among those shown. */
export function Names({ of, asked }: { readonly of: readonly Named[]; readonly asked?: string | undefined }) {
  const all = useSignal(false);
  if (of.length <= MOST_NAMED || all.value) return <Links of={of} />;
  const shown = of.filter(({ id }, index) => index < FIRST_NAMED || id === asked);
  const rest = of.filter((one) => !shown.includes(one));
  return <><Links of={shown} /><span class="on-paper">, <Links of={rest} /></span> <button type="button" class="plain off-paper" onClick={() => { all.value = true; }}>and {rest.length} others</button></>;
}
