/** Who can ensure what a claim asks, whatever the others do, under each reading: what the explorer's worker finds. Plain data. */
import { compile, DEFAULT_START } from '../../../engine/index.js';
import { Unsupported } from '../../../engine/specialised/index.js';
import { alphabetOf, coneOf, questionOf, strategyOf, tickOf, whoCan, whoCanEnsure, withClaims, type Coalition, type Strategy } from '../../../explore/index.js';
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
  /** What the first of the smallest coalitions does, row by row; absent where it is too long to read. */
  readonly strategy?: Strategy;
  /** Why the text cannot be asked so. */
  readonly because?: string;
}

export function ensuredBy(treaty: Treaty, atlas: Atlas, name: string): readonly Ensured[] {
  const claim = ensurable(treaty).find((one) => one.name === name);
  if (!claim) throw new Error(`no claim \`${name}\` of the text asks for a response; choose one of the list`);
  const bounds = { horizonMs: GAME_DAYS * DAY, stimuli: 1, maxNodes: MOST_NODES };
  if (claim.form.kind === 'can') {
    return whoCanEnsure(treaty, claim, atlas, bounds).map(({ reading = null, smallest = [], vetoPlayers = [], nobodyCan = false, complete = false, strategies: [first], undeterminedBecause }): Ensured => ({
      reading, smallest, vetoPlayers, nobodyCan, complete, ...(first?.strategy ? { strategy: first.strategy } : {}), ...(undeterminedBecause === undefined ? {} : { because: undeterminedBecause }),
    }));
  }
  return compile(coneOf(withClaims(treaty, [claim]), name), atlas).texts.map((text): Ensured => {
    const reading = text.reading ?? null;
    try {
      const { classes } = alphabetOf(text, DEFAULT_START);
      const within = { tickMs: tickOf(text.treaty), ...bounds };
      const found = whoCan(text, claim, classes, within);
      const [first] = found.smallest;
      const strategy = first && first.members.length > 0 ? strategyOf(questionOf(text, claim, classes, within), first.members.flatMap(({ of, count }) => of.slice(0, count))) : undefined;
      return { reading, ...found, ...(strategy ? { strategy } : {}) };
    } catch (fault) {
      if (!(fault instanceof Unsupported)) throw fault;
      return { reading, smallest: [], vetoPlayers: [], nobodyCan: false, complete: false, because: `the text has ${fault.message}, which this search cannot follow; may be settled by wording that leaves nothing open` };
    }
  });
}
