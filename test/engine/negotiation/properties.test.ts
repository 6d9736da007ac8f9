/** What holds of every negotiation and every record of statements. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, changesInRecord, negotiationAt, shiftsOf, statementsOf, type IssueChange, type IssueState, type NegotiationState } from '../../../src/engine/index.js';
import { lastOf, surelyBefore } from '../../../src/engine/negotiation/order.js';
import { assemble } from '../../../src/record/index.js';
import type { Entry, Limit, Negotiation, Statement } from '../../../src/treaty/index.js';
import { anyDay, anyNegotiation, anyStatements, asHearsay, DAY, LAST_DAY, plainStatements, START } from './any-negotiation.js';

const END = START + (LAST_DAY + 6) * DAY;
const runs = { numRuns: 400 };
const atDay = (negotiation: Negotiation, entries: readonly Entry[], asOf: number, knownOn = asOf): NegotiationState => negotiationAt(negotiation, statementsOf(entries, knownOn), asOf, knownOn);
const holds = (limit: Limit, at: number): boolean => (limit.from ?? -Infinity) <= at && at < (limit.until ?? Infinity);
const bare = ({ since: _since, ...one }: IssueState): unknown => one;

describe('a negotiation', () => {
  it('hearsay-never-agrees: no word of others makes an issue agreed, nor ends an agreement', () => {
    fc.assert(fc.property(anyNegotiation, anyStatements, anyStatements, anyDay, (negotiation, entries, more, asOf) => {
      const stated = entries.filter(({ act }) => act === 'state');
      const rumours = more.filter(({ act }) => act === 'state').map((one) => ({ ...asHearsay(one), id: `h-${one.id}` }));
      const [before, after] = [atDay(negotiation, stated, asOf), atDay(negotiation, [...stated, ...rumours], asOf)];
      for (const [index, one] of after.issues.entries()) expect(one.state === 'agreed').toBe(before.issues[index]?.state === 'agreed');
      for (const one of atDay(negotiation, rumours, asOf).issues) expect(one.state).not.toBe('agreed');
    }), runs);
  });

  it('the order in which entries are handed in changes nothing', () => {
    fc.assert(fc.property(anyNegotiation, anyStatements.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length }))), anyDay, (negotiation, [entries, shuffled], asOf) => {
      expect(atDay(negotiation, shuffled, asOf)).toEqual(atDay(negotiation, entries, asOf));
      expect(shiftsOf(negotiation, statementsOf(shuffled, END), asOf)).toEqual(shiftsOf(negotiation, statementsOf(entries, END), asOf));
      expect(changesInRecord(negotiation, shuffled, START, asOf)).toEqual(changesInRecord(negotiation, entries, START, asOf));
    }), runs);
  });

  it('only what was known by then matters, and of that only what had been said', () => {
    fc.assert(fc.property(anyNegotiation, anyStatements, anyDay, anyDay, (negotiation, entries, asOf, knownOn) => {
      expect(atDay(negotiation, entries.filter((one) => one.knownAt <= knownOn), asOf, knownOn)).toEqual(atDay(negotiation, entries, asOf, knownOn));
      const uncorrected = statementsOf(entries.filter(({ act }) => act === 'state'), END);
      expect(negotiationAt(negotiation, uncorrected, asOf, knownOn)).toEqual({ ...negotiationAt(negotiation, uncorrected.filter((one) => one.knownAt <= knownOn), asOf, END), knownOn });
      const statements = statementsOf(entries, knownOn);
      const begun = statements.filter(({ said }) => said.from <= asOf);
      expect(negotiationAt(negotiation, begun, asOf, knownOn)).toEqual(negotiationAt(negotiation, statements, asOf, knownOn));
      for (const { parties } of negotiationAt(negotiation, statements, asOf, knownOn).issues) for (const { all } of parties) for (const one of all) expect(one.knownAt <= knownOn && one.said.from <= asOf).toBe(true);
    }), runs);
  });

  it('is blocked where limits of required parties exclude every option, and nowhere else', () => {
    let blocked = 0;
    fc.assert(fc.property(anyNegotiation, anyStatements, anyDay, (negotiation, entries, asOf) => {
      for (const [index, one] of atDay(negotiation, entries, asOf).issues.entries()) {
        const { name, options, required } = negotiation.issues[index] as Negotiation['issues'][number];
        const excluded = (option: string): boolean => !('kind' in required) && negotiation.limits.some((limit) => required.includes(limit.of) && holds(limit, asOf) && limit.excludes.some((each) => each.issue === name && (each.option ?? option) === option));
        const all = options.length > 0 && options.every((option) => excluded(option.name));
        if (all) blocked += 1;
        expect(one.state === 'blocked').toBe(all);
      }
    }), runs);
    expect(blocked).toBeGreaterThan(20);
  });

  it('agrees with going through plain words one by one', () => {
    let agreed = 0;
    fc.assert(fc.property(anyNegotiation, plainStatements, (negotiation, statements) => {
      const [issue] = negotiation.issues;
      const free = { ...negotiation, limits: [] };
      const [state] = negotiationAt(free, statements, END).issues;
      if (!issue || !state || 'kind' in issue.required) return;
      const options = issue.options.map(({ name }) => name);
      const known = statements.filter(({ option }) => option === undefined || options.includes(option));
      const holding = new Map(issue.required.map((party) => [party, new Set<string>()]));
      for (const { party, stance, option } of known) {
        const held = holding.get(party);
        if (stance === 'rejects' || (stance === 'uncertain' && option !== undefined)) held?.delete(option ?? '');
        else { held?.clear(); if (stance !== 'uncertain') held?.add(option ?? ''); }
      }
      const expected = options.find((option) => [...holding.values()].every((held) => held.has(option)));
      if (expected !== undefined) agreed += 1;
      expect([state.state, state.option]).toEqual(expected === undefined ? ['open', undefined] : ['agreed', expected]);
      expect(state.parties.filter(({ required }) => required).map(({ supports }) => supports)).toEqual(issue.required.map((party) => options.filter((option) => holding.get(party)?.has(option))));
    }), { numRuns: 1000 });
    expect(agreed).toBeGreaterThan(50);
  });

  it('changes-are-explained: with what a change names undone, the later table is the earlier one', () => {
    let seen = 0;
    const undone = (negotiation: Negotiation, change: IssueChange, earlier: number): Negotiation => ({ ...negotiation, limits: negotiation.limits.flatMap((limit) => {
      if (!change.limits.includes(limit.name)) return [limit];
      const { from: _from, until: _until, ...rest } = limit;
      return holds(limit, earlier) ? [rest] : [];
    }) });
    const check = (negotiation: Negotiation, before: readonly Statement[], after: readonly Statement[], changes: readonly IssueChange[], earlier: number, later: number): void => {
      const [then, now] = [negotiationAt(negotiation, before, earlier), negotiationAt(negotiation, after, later)];
      for (const [index, to] of now.issues.entries()) {
        const change = changes.find(({ issue }) => issue === to.issue);
        if (!change) { expect(bare(to)).toEqual(bare(then.issues[index] as IssueState)); continue; }
        seen += 1;
        expect(change.from).toEqual(bare(then.issues[index] as IssueState));
        expect(change.to).toEqual(bare(to));
        const ids = new Set(change.entries.map((one) => JSON.stringify(one)));
        const without = [...after.filter((one) => !ids.has(JSON.stringify(one))), ...change.gone.filter((one) => !after.some((other) => JSON.stringify(other) === JSON.stringify(one)))];
        expect(bare(negotiationAt(undone(negotiation, change, earlier), without, later).issues[index] as IssueState)).toEqual(change.from);
      }
    };
    fc.assert(fc.property(anyNegotiation, anyStatements, anyDay, anyDay, (negotiation, entries, one, other) => {
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      const statements = statementsOf(entries, END);
      check(negotiation, statements, statements, changesBetween(negotiation, statements, earlier, later), earlier, later);
      check(negotiation, statementsOf(entries, earlier), statementsOf(entries, later), changesInRecord(negotiation, entries, earlier, later), earlier, later);
    }), runs);
    expect(seen).toBeGreaterThan(200);
  });

  it('since: it has stood so from then on, and did not just before', () => {
    fc.assert(fc.property(anyNegotiation, anyStatements, anyDay, fc.double({ min: 0, max: 1, noNaN: true }), (negotiation, entries, asOf, part) => {
      const shown = (at: number, index: number): unknown => { const one = atDay(negotiation, entries, at, END).issues[index]; return [one?.state, one?.option]; };
      for (const [index, one] of atDay(negotiation, entries, asOf, END).issues.entries()) {
        const start = one.since ?? START - DAY;
        expect(shown(Math.floor(start + part * (asOf - start)), index)).toEqual([one.state, one.option]);
        if (one.since !== undefined) expect(shown(one.since - 1, index)).not.toEqual([one.state, one.option]);
      }
    }), runs);
  });

  it('always gives a reason, and says who or what may settle what is not agreed', () => {
    fc.assert(fc.property(anyNegotiation, anyStatements, anyDay, (negotiation, entries, asOf) => {
      for (const { state, option, reasons, toMove } of atDay(negotiation, entries, asOf).issues) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(option !== undefined).toBe(state === 'agreed' || state === 'claimed');
        if (state !== 'agreed') expect(reasons.some(({ settledBy }) => settledBy !== undefined)).toBe(true);
        if (state === 'agreed') expect(toMove.find((one) => one.option === option)?.parties.filter(({ limit }) => limit === undefined) ?? []).toEqual([]);
        for (const { text, entries: ids } of reasons) { expect(text).not.toMatch(/\.$/); expect(ids.every((id) => entries.some((one) => one.id === id))).toBe(true); }
      }
    }), runs);
  });

  it('takes for the latest words those that no other surely followed', () => {
    let ordered = 0;
    fc.assert(fc.property(anyStatements, (entries) => {
      const statements = statementsOf(entries, END);
      const slow = statements.filter((one) => !statements.some((other) => surelyBefore(one, other)));
      if (statements.some(({ order }) => order !== undefined)) ordered += 1;
      expect(lastOf(statements)).toEqual(slow);
    }), { numRuns: 1500 });
    expect(ordered).toBeGreaterThan(100);
  });

  it('takes corrections and retractions as any record does', () => {
    fc.assert(fc.property(anyStatements, anyDay, (entries, knownOn) => {
      expect(statementsOf(entries, knownOn)).toEqual(statementsOf(assemble(entries, knownOn), knownOn));
    }), runs);
  });
});
