/** What changed, day by day and since any earlier day, each change with the statements that explain it. A day shows what was known when it ended. */
import { changesBetween, inSentence, shiftsOf, standsAt, statementsOf, type Shift } from '../../engine/index.js';
import type { Entry, Instant, Negotiation, Statement } from '../../treaty/index.js';
import { changeView, type Lookup } from './issues.js';
import type { DayView, ShiftView, SinceView } from './model.js';
import { anchor, capital, dayBefore, endOfDay, isoDay, startOfDay } from './words.js';

/** Days on which something may have changed: something became known, was said, or began or ceased to bind. */
function candidates(entries: readonly Entry[], negotiation: Negotiation, asOf: Instant): readonly Instant[] {
  const said = entries.flatMap(({ occurred, knownAt }) => [occurred.from, occurred.to, knownAt]);
  const bounds = negotiation.limits.flatMap(({ from, until }) => [from, until].filter((at) => at !== undefined));
  return [...new Set([...said, ...bounds].filter((at) => Number.isFinite(at) && at <= asOf).map(startOfDay))].sort((a, b) => a - b);
}

export function daysOf(negotiation: Negotiation, entries: readonly Entry[], asOf: Instant, look: Lookup): readonly DayView[] {
  const known = (at: Instant): readonly Statement[] => statementsOf(entries, at);
  const shifts = shiftsOf(negotiation, known(asOf), asOf);
  return candidates(entries, negotiation, asOf).flatMap((day): DayView[] => {
    const end = Math.min(endOfDay(day), asOf);
    const held = known(end);
    const changes = changesBetween(negotiation, held, dayBefore(day), end).map((one) => changeView(one, negotiation, look));
    const moved = shifts.filter(({ after }) => on(after, day)).map((one) => shiftView(one, look));
    const statements = held.filter((one) => on(one, day)).map(look.statement);
    return changes.length + moved.length + statements.length === 0 ? [] : [{ day, anchor: anchor('on', isoDay(day)), changes, shifts: moved, statements }];
  });
}

/** A statement belongs to the day it became known, since before that nobody could have changed their mind over it. */
const on = ({ knownAt }: Statement, day: Instant): boolean => startOfDay(knownAt) === day;

const SHIFT_WORDS = { 'first time': 'states a position for the first time', reversal: 'reverses its position', moved: 'moves' } as const;

function shiftView({ kind, before, after }: Shift, look: Lookup): ShiftView {
  const view = look.statement(after);
  return { words: `${capital(inSentence(view.party))} ${SHIFT_WORDS[kind]}`, issue: view.issue, after: view, ...(before ? { before: look.statement(before) } : {}) };
}

export const sinceFile = (day: Instant): string => `since/${isoDay(day)}.html`;

export function sinceOf(negotiation: Negotiation, entries: readonly Entry[], day: Instant, asOf: Instant, look: Lookup): SinceView {
  const end = Math.min(endOfDay(day), asOf);
  const before = standsAt(negotiation, statementsOf(entries, end), end);
  return {
    day: startOfDay(day), file: sinceFile(day), changes: changesBetween(negotiation, statementsOf(entries, asOf), end, asOf).map((one) => changeView(one, negotiation, look)),
    before: before.map(({ issue, state, option }) => { const title = look.optionTitle(issue, option); return { issue: look.issueTitle(issue), name: issue, state, ...(title === undefined ? {} : { option: title }) }; }),
  };
}
