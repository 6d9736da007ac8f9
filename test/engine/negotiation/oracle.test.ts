/** The states held against a naive reading of docs/negotiation.md that compares every statement with every other, and `since` against going through every turning point. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negotiationAt, shiftsOf, statementsOf, type IssueStanding, type Shift } from '../../../src/engine/index.js';
import type { Entry, Issue, Limit, Negotiation, Statement } from '../../../src/treaty/index.js';
import { anyDay, anyHour, anyNegotiation, anyStatements, DAY, denseStatements, fullNegotiation, START } from './any-negotiation.js';

type Answer = readonly [state: IssueStanding, option: string | undefined];

/** The instant by which it has surely been said. */
const made = ({ said, knownAt }: Statement): number => (knownAt >= said.to ? said.to : knownAt > said.from ? knownAt : said.from);
const sameSpan = (a: Statement, b: Statement): boolean => a.said.from === b.said.from && a.said.to === b.said.to;
const before = (a: Statement, b: Statement): boolean => made(a) < b.said.from || (sameSpan(a, b) && (a.order ?? 0) < (b.order ?? 0));

function says({ stance, option }: Statement, asked: string): 'yes' | 'no' | 'doubts' | 'has moved on' | 'nothing' {
  if (stance === 'reports') return 'nothing';
  if (stance === 'uncertain') return option === undefined || option === asked ? 'doubts' : 'nothing';
  if (stance === 'rejects') return option === asked ? 'no' : 'nothing';
  if (option === asked) return 'yes';
  return stance === 'demands' ? 'no' : 'has moved on';
}

function counts(one: Statement, { issues, speakers }: Negotiation): boolean {
  const issue = issues.find(({ name }) => name === one.issue);
  const speaker = speakers.find(({ name }) => name === one.speaker);
  if (!issue || (one.option !== undefined && !issue.options.some(({ name }) => name === one.option)) || (one.speaker !== undefined && !speaker)) return false;
  if (one.voice !== 'own' || !speaker) return true;
  return speaker.speaksFor === one.party && !(speaker.from !== undefined && one.said.to < speaker.from) && !(speaker.until !== undefined && one.said.from >= speaker.until);
}

function plainly(issue: Issue, negotiation: Negotiation, statements: readonly Statement[], asOf: number): Answer {
  const { required } = issue;
  if ('kind' in required || issue.options.length === 0) return ['open', undefined];
  const options = issue.options.map(({ name }) => name);
  const inForce = ({ from, until }: Limit): boolean => (from === undefined || asOf >= from) && (until === undefined || asOf < until);
  const excluded = options.filter((option) => negotiation.limits.some((limit) => required.includes(limit.of) && inForce(limit) && limit.excludes.some((one) => one.issue === issue.name && (one.option === undefined || one.option === option))));
  if (excluded.length === options.length) return ['blocked', undefined];
  const said = statements.filter((one) => one.issue === issue.name && counts(one, negotiation) && made(one) <= asOf);
  const latest = (of: readonly Statement[], option: string): readonly Statement[] => { const on = of.filter((one) => says(one, option) !== 'nothing'); return on.filter((one) => !on.some((other) => before(one, other))); };
  const about = (party: string) => said.filter((one) => one.party === party);
  const own = (party: string) => about(party).filter(({ voice }) => voice === 'own');
  const onlyFor = (of: readonly Statement[], option: string): boolean => { const words = latest(of, option).map((one) => says(one, option)); return words.includes('yes') && !words.includes('no') && !words.includes('doubts'); };
  const supports = (party: string, option: string): boolean => onlyFor(own(party).filter(({ uncertain }) => !uncertain), option) && onlyFor(own(party), option);
  const claimed = (party: string, option: string): boolean => { const words = latest(about(party), option); return words.some((one) => says(one, option) === 'yes') && !words.some((one) => says(one, option) === 'no' && one.voice === 'own' && !one.uncertain); };
  const contrary = (party: string): boolean => options.some((option) => latest(own(party), option).some((yes, _at, words) => says(yes, option) === 'yes' && words.some((no) => says(no, option) === 'no' && sameSpan(yes, no) && yes.said.from === yes.said.to && (yes.order ?? 0) === (no.order ?? 0))));
  if (required.some(contrary)) return ['conflict', undefined];
  const ordered = [...options.filter((option) => !excluded.includes(option)), ...excluded];
  for (const [state, holds] of [['agreed', supports], ['claimed', (party: string, option: string) => supports(party, option) || claimed(party, option)]] as const) {
    const option = ordered.find((one) => required.every((party) => holds(party, one)));
    if (option !== undefined) return [state, option];
  }
  return ['open', undefined];
}

/** By place in the order of saying; the same for statements of one instant as the engine's, which is only for showing. */
const inLine = (statements: readonly Statement[]): readonly Statement[] => [...statements].sort((a, b) => made(a) - made(b) || a.said.from - b.said.from || (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));
const speaksFor = ({ stance }: Statement): boolean => ['accepts', 'offers', 'demands'].includes(stance);

/** Who moved, by going for each statement through all that surely came before it. */
function movesOf(negotiation: Negotiation, statements: readonly Statement[], asOf: number): readonly Shift[] {
  const own = inLine(statements.filter((one) => counts(one, negotiation) && one.voice === 'own' && !one.uncertain && one.stance !== 'reports' && made(one) <= asOf));
  return own.flatMap((after): Shift[] => {
    const ofBoth = own.filter((one) => one.party === after.party && one.issue === after.issue);
    const earlier = ofBoth.filter((one) => before(one, after));
    const [last, onIt, stood] = [earlier, earlier.filter(({ option }) => option !== undefined && option === after.option), earlier.filter(speaksFor)].map((of) => of.at(-1));
    const say = (kind: Shift['kind'], from: Statement | undefined): Shift[] => [{ party: after.party, issue: after.issue, kind, ...(from ? { before: from } : {}), after }];
    const first = (): Shift[] => (last ? say('first time', last) : ofBoth[0] === after ? say('first time', undefined) : []);
    if (speaksFor(after)) {
      if (onIt?.stance === 'rejects') return say('reversal', onIt);
      if (!stood) return first();
      if (last?.stance === 'uncertain') return say('moved', last);
      return stood.option === after.option ? [] : say('moved', stood);
    }
    if (after.stance === 'rejects' && onIt && speaksFor(onIt)) return say('reversal', onIt);
    if (after.stance === 'uncertain') return stood && last === stood && (after.option === undefined || after.option === stood.option) ? say('moved', stood) : [];
    return last ? [] : first();
  });
}

/** Every instant at which anything can change. */
const turnsOf = (negotiation: Negotiation, statements: readonly Statement[], asOf: number): readonly number[] =>
  [...new Set([...statements.map(made), ...negotiation.limits.flatMap(({ from, until }) => [from ?? asOf, until ?? asOf])])].filter((at) => at <= asOf).sort((a, b) => a - b);

/** Counts how often each state came up, so that a property cannot hold by never being tried. */
function held(negotiations: fc.Arbitrary<Negotiation>, entries: fc.Arbitrary<readonly Entry[]>, days: fc.Arbitrary<number>, numRuns: number, least: Readonly<{ [state in IssueStanding]: number }>): void {
  const seen: { [state in IssueStanding]: number } = { agreed: 0, claimed: 0, open: 0, blocked: 0, conflict: 0 };
  let turned = 0;
  fc.assert(fc.property(negotiations, entries, days, (negotiation, record, asOf) => {
    const known = statementsOf(record, asOf);
    for (const [index, one] of negotiationAt(negotiation, known, asOf).issues.entries()) {
      const issue = negotiation.issues[index] as Issue;
      const [state, option] = plainly(issue, negotiation, known, asOf);
      expect([one.state, one.option]).toEqual([state, option]);
      seen[state] += 1;
      let since: number | undefined;
      let stood = plainly(issue, negotiation, known, START - 400 * DAY).join();
      for (const at of turnsOf(negotiation, known, asOf)) { const now = plainly(issue, negotiation, known, at).join(); if (now !== stood) since = at; stood = now; }
      expect(one.since).toBe(since);
      if (since !== undefined) turned += 1;
    }
  }), { numRuns });
  for (const [state, count] of Object.entries(least)) expect([state, seen[state as IssueStanding] >= count]).toEqual([state, true]);
  expect(turned).toBeGreaterThan(numRuns / 20);
}

describe('what an issue stands at, and since when, is what a naive reading says', () => {
  it('of any record: spans, late knowledge, doubt, hearsay, corrections, speakers out of office', () => {
    held(anyNegotiation, anyStatements, anyDay, 1_000, { agreed: 1, claimed: 2, open: 500, blocked: 30, conflict: 0 });
  });

  it('of a record whose statements crowd each other: one instant, overlapping spans, orders', () => {
    held(fullNegotiation, denseStatements, anyHour, 1_500, { agreed: 100, claimed: 60, open: 500, blocked: 40, conflict: 3 });
  });
});

describe('who moved is what going through all that came before says', () => {
  it.each([['any record', anyNegotiation, anyStatements, anyDay, 0], ['crowded statements', fullNegotiation, denseStatements, anyHour, 50]] as const)('of %s', (_what, negotiations, entries, days, least) => {
    const seen = { 'first time': 0, reversal: 0, moved: 0 };
    fc.assert(fc.property(negotiations, entries, days, (negotiation, record, asOf) => {
      const known = statementsOf(record, asOf);
      const moves = shiftsOf(negotiation, known, asOf);
      for (const { kind } of moves) seen[kind] += 1;
      expect(moves).toEqual(movesOf(negotiation, known, asOf));
    }), { numRuns: 800 });
    expect(seen['first time']).toBeGreaterThan(20);
    expect(Math.min(...Object.values(seen))).toBeGreaterThanOrEqual(least);
  });
});
