/**
 * Behaviours named for the figures they rest on. Each says what its figure counts, because they count different things. None is a forecast: a rate among past
 * wars is no chance that a given state does a given thing, and wars that a promise prevented are in none of them.
 */
import type { Behaviour, Chance } from './behaviour.js';

export interface Preset { readonly name: string; readonly source: string; readonly definition: string; readonly chance: Exclude<Chance, number> }

/**
 * Where only a percentage was published without its number of cases, the Beta is as wide as that of 50 cases: a judgement of ours, said in the definition.
 */
const WIDE = ', number of cases not at hand: taken as wide as a rate among 50';

export const PRESETS: readonly Preset[] = [
  { name: 'leeds-long-mitchell-2000', source: 'Leeds, Long and Mitchell 2000, doi 10.1177/0022002700044005006', definition: `share of alliance promises kept in war, 1816 to 1944, 74.5 %, each treaty read for what it promised${WIDE}`, chance: { kind: 'beta', a: 37.25, b: 12.75 } },
  { name: 'berkemeier-fuhrmann-2018', source: 'Berkemeier and Fuhrmann 2018', definition: `share of alliance commitments kept in war, all years, about 50 %, from the literature and not rechecked${WIDE}`, chance: { kind: 'beta', a: 25, b: 25 } },
  { name: 'berkemeier-fuhrmann-2018-before-1945', source: 'Berkemeier and Fuhrmann 2018', definition: `share of alliance commitments kept in war before 1945, about 66 %, from the literature and not rechecked${WIDE}`, chance: { kind: 'beta', a: 33, b: 17 } },
  { name: 'berkemeier-fuhrmann-2018-after-1945', source: 'Berkemeier and Fuhrmann 2018', definition: `share of alliance commitments kept in war after 1945, about 22 %, from the literature and not rechecked${WIDE}`, chance: { kind: 'beta', a: 11, b: 39 } },
  { name: 'promises-kept-1816-1944', source: 'derived from Correlates of War 4.0 dates and ATOP 4.01 memberships', definition: 'defence, offence and neutrality promises to a state in a war between states, pooled, one count for each ally: 96 of 142 kept, 1816 to 1944', chance: { kind: 'count', hits: 96, of: 142, source: 'COW 4.0 and ATOP 4.01' } },
  { name: 'defence-promises-1816-1944', source: 'derived from Correlates of War 4.0 dates and ATOP 4.01 memberships', definition: 'ally with any defence promise to the first state attacked fought on its side, no reading of when the promise applies: 6 of 35, 1816 to 1944', chance: { kind: 'count', hits: 6, of: 35, source: 'COW 4.0 and ATOP 4.01' } },
  { name: 'defence-promises-1945-2003', source: 'derived from Correlates of War 4.0 dates and ATOP 4.01 memberships', definition: 'the same, 1945 to 2003: 8 of 227, nearly all rows of large regional pacts; aid other than fighting counts as not coming', chance: { kind: 'count', hits: 8, of: 227, source: 'COW 4.0 and ATOP 4.01' } },
  { name: 'unconditional-bilateral-1816-1944', source: 'derived from Correlates of War 4.0 dates and ATOP 4.01 memberships', definition: 'defence promises not limited to a place, in treaties that do not bind the attacker too: 6 of 12 came, 1816 to 1944', chance: { kind: 'count', hits: 6, of: 12, source: 'COW 4.0 and ATOP 4.01' } },
];

/** Everybody performs, votes for and delivers with the preset's chance, at any time within the window. */
export const behaviourOf = ({ name, source, definition, chance }: Preset): Behaviour => ({
  name, source: `${source}: ${definition}`, causes: [], stimuli: [],
  rules: [
    { kind: 'performs', who: ['everyone'], chance, delay: { kind: 'within' } },
    // One figure is at hand, for keeping a promise: how the same states would vote is assumed alike, and drawn apart.
    { kind: 'votes', who: ['everyone'], for: chance, delay: { kind: 'within' } },
    { kind: 'delivers', who: ['everyone'], chance, delay: { kind: 'after', hours: 0 } },
  ],
});
