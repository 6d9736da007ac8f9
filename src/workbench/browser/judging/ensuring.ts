/** Who can ensure what a claim asks, whatever the others do, under each reading: what the explorer's worker finds. Plain data. */
import { compile, DEFAULT_START } from '../../../engine/index.js';
import { Unsupported } from '../../../engine/specialised/index.js';
import { alphabetOf, coneOf, tickOf, whoCan, withClaims, type Coalition } from '../../../explore/index.js';
import type { Atlas } from '../../../geo/index.js';
import type { Treaty } from '../../../treaty/index.js';
import { ensurable, GAME_DAYS, MOST_NODES } from '../view/ensuring.js';

const DAY = 86_400_000;

export interface Ensured {
  readonly reading: string | null;
  readonly smallest: readonly Coalition[];
  readonly vetoPlayers: readonly string[];
  readonly nobodyCan: boolean;
  readonly complete: boolean;
  /** Why the text cannot be asked so. */
  readonly because?: string;
}

export function ensuredBy(treaty: Treaty, atlas: Atlas, name: string): readonly Ensured[] {
  const claim = ensurable(treaty).find((one) => one.name === name);
  if (!claim) throw new Error(`no claim \`${name}\` of the text asks for a response; choose one of the list`);
  return compile(coneOf(withClaims(treaty, [claim]), name), atlas).texts.map((text): Ensured => {
    const reading = text.reading ?? null;
    try {
      return { reading, ...whoCan(text, claim, alphabetOf(text, DEFAULT_START).classes, { tickMs: tickOf(text.treaty), horizonMs: GAME_DAYS * DAY, stimuli: 1, maxNodes: MOST_NODES }) };
    } catch (fault) {
      if (!(fault instanceof Unsupported)) throw fault;
      return { reading, smallest: [], vetoPlayers: [], nobodyCan: false, complete: false, because: fault.message };
    }
  });
}
