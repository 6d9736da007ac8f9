/** A message with the user's own words in backticks set as code, and instants as the workbench writes them. */
import { dated } from '../view/dates.js';

export function Words({ of }: { readonly of: string }) {
  const parts = of.split('`');
  // An odd backtick is shown as it is.
  if (parts.length % 2 === 0) return <>{dated(of)}</>;
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code class="word" key={index}>{part}</code> : dated(part)))}</>;
}
