/** One dossier on several days: each table shows what was known then, each difference is explained by entries, and a correction changes the later page alone. */
import { describe, expect, it } from 'vitest';
import type { IssueChangeView } from '../../src/dossier/index.js';
import { briefFor, fileOf, on, opened, table, withBrief, LAKES } from './dossiers.js';

const ids = (change: IssueChangeView | undefined): readonly string[] => [...change?.entries ?? [], ...change?.others ?? []].map(({ id }) => id).sort();

describe('the example on', () => {
  it.each([
    ['2031-05-09', { monitors: 'open', force: 'open', shore: 'blocked', fees: 'open', prisoners: 'open' }],
    ['2031-05-13', { monitors: 'claimed', force: 'open', shore: 'blocked', fees: 'open', prisoners: 'open' }],
    ['2031-05-14', { monitors: 'claimed', force: 'claimed', shore: 'blocked', fees: 'open', prisoners: 'conflict' }],
    ['2031-05-19', { monitors: 'agreed', force: 'open', shore: 'blocked', fees: 'open', prisoners: 'conflict' }],
  ])('%s', (date, expected) => { expect(table(date)).toEqual(expected); });

  it('12 May knows nothing of what was told on the 13th of the 12th', () => {
    expect(briefFor({ asOf: on('2031-05-12') }).statements.map(({ id }) => id)).not.toContain('m2');
    expect(briefFor({ asOf: on('2031-05-13') }).statements.map(({ id }) => id)).toContain('m2');
  });
});

describe('what changed', () => {
  it('is explained entry by entry, since any earlier day', () => {
    const brief = briefFor({ asOf: on('2031-05-19'), since: on('2031-05-13') });
    expect(brief.since?.day).toBe(Date.parse('2031-05-13'));
    const by = new Map(brief.since?.changes.map((one) => [one.name, one]));
    expect(by.get('monitors')).toMatchObject({ turned: true, from: { state: 'claimed' }, to: { state: 'agreed' } });
    expect(ids(by.get('monitors'))).toEqual(['m4']);
    expect(by.get('force')?.limits.map(({ name }) => name)).toEqual(['no foreign troops']);
    expect(ids(by.get('force'))).toEqual(['f3', 'f4']);
    expect(by.get('prisoners')).toMatchObject({ turned: true, to: { state: 'conflict' } });
    expect(by.has('shore')).toBe(false);
  });

  it('has a page for each day on which something changed, and for the day asked for', () => {
    const days = briefFor({ asOf: on('2031-05-19') }).sinces.map(({ file }) => file);
    for (const date of ['10', '12', '13', '14', '16', '18']) expect(days).toContain(`since/2031-05-${date}.html`);
    expect(days).not.toContain('since/2031-05-15.html');
    expect(briefFor({ asOf: on('2031-05-19'), since: on('2031-05-15') }).sinces.map(({ file }) => file)).toContain('since/2031-05-15.html');
  });

  it('leaves no state unexplained: with the entries of each day the next table follows', () => {
    const { days } = briefFor({ asOf: on('2031-05-19') });
    for (const one of days) for (const change of one.changes) expect([change.name, ids(change).length + change.limits.length > 0 || one.day === Date.parse('2031-05-17')]).toEqual([change.name, true]);
  });

  it('shows a limit with the day it began to bind', () => {
    const day = briefFor({ asOf: on('2031-05-19') }).days.find((one) => one.day === Date.parse('2031-05-18'));
    expect(day?.changes.find(({ name }) => name === 'force')?.limits).toHaveLength(1);
  });
});

describe('a correction', () => {
  it('changes what is shown from the day it is known, and is logged with what it said before', () => {
    const fees = (date: string): string | undefined => briefFor({ asOf: on(date) }).statements.find(({ id }) => id === 'e1')?.gist;
    expect([fees('2031-05-16'), fees('2031-05-17')]).toEqual(['Fees stay as they are.', 'Fees could be dropped within a year.']);
    const [logged] = briefFor({ asOf: on('2031-05-19') }).corrections;
    expect(logged).toMatchObject({ on: '17 May 2031' });
    expect(logged?.was).toContain('Fees stay as they are.');
    expect(logged?.now).toContain('Fees could be dropped within a year.');
    expect(briefFor({ asOf: on('2031-05-15') }).corrections).toEqual([]);
  });

  it('a retraction takes a statement back and is logged', () => {
    const more = `${fileOf('statements.jsonl')}{"id":"r1","act":"retraction","arguments":{"retracts":"m4"},"occurredAt":"2031-05-19","source":"the Gazette withdrew its report"}\n`;
    const instead = { 'statements.jsonl': more };
    expect(briefFor({ asOf: on('2031-05-19') }, LAKES, instead).issues.find(({ name }) => name === 'monitors')?.state).toBe('claimed');
    expect(briefFor({ asOf: on('2031-05-18') }, LAKES, instead).issues.find(({ name }) => name === 'monitors')?.state).toBe('agreed');
    expect(briefFor({ asOf: on('2031-05-19') }, LAKES, instead).corrections[0]?.what).toContain('taken back');
  });
});

describe('what is dated later than the brief', () => {
  it('is left out: events, figures, corrections', () => {
    const early = briefFor({ asOf: on('2031-05-11') });
    expect(early.events.map(({ id }) => id)).toEqual(['ceasefire-week']);
    expect(early.facts.map(({ name }) => name)).not.toContain('boats seized');
    const january = briefFor({ asOf: on('2031-02-01') }).facts.find(({ name }) => name === 'displaced people');
    expect([january?.latest.id, january?.earlier.length]).toEqual(['displaced-2031-01', 0]);
    expect(briefFor({ asOf: on('2031-05-19') }).facts.find(({ name }) => name === 'displaced people')?.earlier).toHaveLength(1);
  });

  it('headline and lede come from the edition in force, or are made from the table', () => {
    expect(briefFor({ asOf: on('2031-05-21') }).headline).toContain('a force is not');
    expect(briefFor({ asOf: on('2031-05-19') }).headline).toContain('the land is not');
    const bare = briefFor({ asOf: on('2031-05-19') }, LAKES, { 'dossier.json': JSON.stringify({ ...JSON.parse(fileOf('dossier.json')) as object, brief: {} }) });
    expect(bare.headline).toBe('The Lakes: where it stands on 19 May 2031');
    expect(bare.lede).toContain('On 19 May 2031 of five issues one is agreed, one in conflict, one blocked and two open.');
  });

  it('the line on the map is the latest at or before both days', () => {
    expect(briefFor({ asOf: on('2031-05-19') }).map?.line?.asOf).toBe(Date.parse('2031-04-30'));
    expect(briefFor({ asOf: on('2031-04-29') }).map?.line).toBeUndefined();
    expect(briefFor({ asOf: on('2031-05-19') }, LAKES, withBrief({ line: { file: 'line.geojson' } })).map?.line?.asOf).toBe(Date.parse('2031-05-15'));
  });
});

describe('answers', () => {
  const faq = new Map(briefFor({ asOf: on('2031-05-19') }).faq.map((one) => [one.id, one]));
  it('are made from the dossier', () => {
    expect(faq.get('whole')?.paragraphs[0]).toBe('In part: on 19 May 2031 one issue of five is agreed: “Monitors on the line”.');
    expect(faq.get('agreed-shore')?.paragraphs.join(' ')).toContain('constraint “constitution” of Lakeland');
    expect(faq.get('move-force')?.paragraphs.join(' ')).toContain('Hillmark (rejects it)');
    expect(faq.get('article-2')?.paragraphs.join(' ')).toContain('each Guarantor shall patrol or supply');
    expect(faq.get('pledges')?.paragraphs.join(' ')).toContain('2 missing: 1 of 3 pledged in time');
    expect(faq.has('move-monitors')).toBe(false);
  });
  it('may be picked by id', () => {
    expect(briefFor({}, LAKES, withBrief({ faq: ['pledges', 'whole'] })).faq.map(({ id }) => id)).toEqual(['pledges', 'whole']);
  });
});

it('hearsay is reviewed only where the party itself spoke of it, and not before it', () => {
  const reviews = briefFor({ asOf: on('2031-05-19') }).reviews.map(({ claim, own, borneOut }) => [claim.id, own.id, borneOut]);
  expect(reviews).toEqual([['m2', 'm4', true], ['f3', 'f4', false]]);
  const later = JSON.stringify({ id: 'm5', act: 'state', actor: 'Hillmark', arguments: { issue: 'monitors', option: 'union-monitors', stance: 'rejects', voice: 'media', gist: 'Said to have changed its mind.' }, occurredAt: '2031-05-17', source: 'Lake Courier' });
  expect(briefFor({ asOf: on('2031-05-19') }, LAKES, { 'statements.jsonl': `${fileOf('statements.jsonl')}${later}\n` }).reviews.map(({ claim }) => claim.id)).toEqual(['m2', 'f3']);
});

it('nothing of the example is left out, and nothing in it is faulty', () => {
  const { faults, dossier } = opened();
  expect([faults, dossier.leftOut]).toEqual([[], []]);
});
