/** Whether a place lies in a zone of the treaty, three-valued, with the distance that decided. */
import type { Instant, Place, Treaty, Truth } from '../treaty/index.js';
import type { Atlas } from './atlas.js';

/** `text` says why in plain words: `12 km inside \`UA-14\`, known within 5 km`. */
export interface Membership { readonly truth: Truth; readonly text: string }

export interface ZoneTester {
  /** `zoneName` is a zone of the treaty or a name of the atlas; an absent place is undetermined. */
  membership(zoneName: string, place: Place | undefined, at: Instant): Membership;
}

export function zoneTester(_treaty: Treaty, _atlas: Atlas): ZoneTester {
  return { membership: (zoneName) => ({ truth: 'undetermined', text: `\`${zoneName}\` is not drawn yet` }) };
}
