/** Whether a report is on the matter of a dossier: it names the party the dossier is called after, and another that must agree on something. */
import { Parties } from './parties.js';

/** `parties` in the order of the negotiation; `title` as the dossier is called. */
export function isAbout(text: string, title: string, parties: readonly string[]): boolean {
  const known = new Parties(parties.map((one) => one.replaceAll('-', ' ')));
  const named = known.in(text.slice(0, 20_000)).map(({ party }) => party);
  return named.filter((one) => one === title).length >= 2 && named.some((one) => one !== title && parties.some((party) => party.replaceAll('-', ' ') === one));
}
