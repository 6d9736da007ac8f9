/**
 * What a record shows of a claim, by the reference engine and the whole text: every counterexample is held against it before it is handed out.
 * INVARIANT (counterexamples-replay): written, read back and replayed, the record shows it at the same instant.
 */
import { course, DEFAULT_START, judgementAt, type Text } from '../engine/index.js';
import type { Change, Claim, Entry, Instant } from '../treaty/index.js';
import { FRESH, follow, type Watch } from './claims.js';

/** Entries of one instant get the order in which they were taken. */
export function ordered(entries: readonly Entry[]): readonly Entry[] {
  const at = (entry: Entry | undefined): Instant | undefined => entry?.occurred.from;
  let order = 0;
  return entries.map((entry, index) => {
    order = at(entries[index - 1]) === at(entry) ? order + 1 : 0;
    const shared = order > 0 || at(entries[index + 1]) === at(entry);
    return { ...entry, id: `e${index + 1}`, ...(shared ? { order } : {}) };
  });
}

/** The changes that follow from a complete record, with the treaty in force from `DEFAULT_START`, up to an instant. */
export const changesOf = (text: Text, entries: readonly Entry[], until: Instant): readonly Change[] => judgementAt(course(text, entries, { complete: true, inForceFrom: DEFAULT_START }), until).changes;

/** The instant at which changes show that a claim fails (or, for `possible`, that it is met); undefined where they do not. `text` must hold the claim's definitions; `atEnd`: nothing comes after `until`. */
export function shownAt(text: Text, claim: Claim, changes: readonly Change[], until: Instant, atEnd: boolean): Instant | undefined {
  let watch: Watch = FRESH;
  const states = new Map<string, string>();
  for (let from = 0; from < changes.length;) {
    const { at } = changes[from] as Change;
    let to = from;
    while (changes[to]?.at === at) to += 1;
    const group = changes.slice(from, to);
    for (const { verdict } of group) states.set(verdict.clause, verdict.state);
    const shown = after(watch, follow(claim, watch, group, at, false, text.treaty, (name) => states.get(name)), at);
    if (typeof shown === 'number') return shown;
    watch = shown;
    from = to;
  }
  const last = after(watch, follow(claim, watch, [], until, true, text.treaty, (name) => states.get(name)), until);
  if (typeof last === 'number') return last;
  // Nothing more comes: from the last change on it is awaited in vain.
  return atEnd && last.verdict === 'open' && last.awaited.length > 0 ? changes.at(-1)?.at ?? until : undefined;
}

/** The instant where the claim is settled now: the end of the window that ran out, else this one. */
function after(before: Watch, now: Watch, at: Instant): Watch | Instant {
  if (now.verdict !== 'fails' && now.verdict !== 'met') return now;
  const ended = Math.min(Infinity, ...before.awaited);
  return Math.min(ended, at);
}
