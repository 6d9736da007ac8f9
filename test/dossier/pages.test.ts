/** What the pages show where a dossier is full and where it is not: the corrections log with and without entries, options by letter, a contents that reaches everything, and each lack said in words. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { briefOf, siteOf, type SiteFile } from '../../src/dossier/index.js';
import { briefFor, LAKES, on, opened, site, UKRAINE, withBrief } from './dossiers.js';

const textOf = (files: readonly SiteFile[], path: string): string => files.find((one) => one.path === path)?.text ?? '';
/** As a reader sees it: no markup, white space as one space. */
const read = (markup: string): string => markup.replace(/<script.*?<\/script>/gs, '').replace(/<[^>]+>/g, ' ').replace(/&#39;/g, '’').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const part = (markup: string, id: string): string => read(markup.split(`<section id="${id}"`)[1]?.split('</section>')[0] ?? '');

describe('the corrections log', () => {
  const corrections = [{ on: '2026-03-02', what: 'The day of a meeting was wrong', was: '25 February 2026', now: '26 February 2026' }, { on: '2026-03-20', what: 'A name was misspelt' }];
  const instead = withBrief({ corrections }, UKRAINE);
  const files = siteOf(briefFor({}, UKRAINE, instead));

  it('is there and says so while it is empty', () => { expect(part(textOf(site({}, UKRAINE), 'index.html'), 'corrections')).toContain('None so far.'); });

  it('shows the latest first, each with its day, what it said and what it says, under an address of its own', () => {
    const shown = part(textOf(files, 'index.html'), 'corrections');
    expect(shown).toMatch(/20 Mar 2026 ?\. A name was misspelt\..*2 Mar 2026 ?\. The day of a meeting was wrong\. It said 25 February 2026 It says 26 February 2026/);
    const ids = [...textOf(files, 'index.html').matchAll(/<li id="(correction-[^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    // A later correction moves none of the earlier addresses.
    const before = siteOf(briefFor({ asOf: on('2026-03-10') }, UKRAINE, instead));
    const earlier = [...textOf(before, 'index.html').matchAll(/<li id="(correction-[^"]+)"/g)].map(([, id]) => id);
    expect([earlier.length, earlier.every((id) => ids.includes(id))]).toEqual([1, true]);
  });

  it('is told to machines and to who follows the feed', () => {
    const [data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(textOf(files, 'index.html'))?.slice(1) ?? [];
    expect((JSON.parse(data) as { correction: readonly { readonly text: string }[] }).correction.map(({ text }) => text)).toEqual(['A name was misspelt.', 'The day of a meeting was wrong. It said: 25 February 2026 It says: 26 February 2026']);
    expect(textOf(files, 'feed.xml').match(/<title>Correction of [^<]+/g)).toEqual(['<title>Correction of 20 Mar 2026', '<title>Correction of 2 Mar 2026']);
  });

  it('tells a corrected statement with party, stance, speaker and whose word it is', () => {
    const [logged] = briefFor({ asOf: on('2031-05-19') }).corrections;
    expect(logged?.was).toBe('Fees stay as they are. (Hillmark demands “fees stay”; Prime Minister of Hillmark, 11 May 2031; own word)');
  });
});

describe('options', () => {
  const brief = briefFor({}, UKRAINE);
  it('have a letter each, in the order of the text, and a cell of the board names one of them', () => {
    for (const { options } of brief.issues) expect(options.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E'].slice(0, options.length));
    const board = textOf(site({}, UKRAINE), 'issues.html').split('class="board"')[1]?.split('</table>')[0] ?? '';
    expect((board.match(/<tbody>/g) ?? []).length).toBe(brief.issues.length);
    for (const issue of brief.issues) {
      const row = board.split('<tbody>').find((one) => one.includes(`#${issue.anchor}"`)) ?? '';
      const cells = issue.parties.flatMap(({ by, hearsay }) => { const said = by ?? hearsay[0]; const option = issue.options.find(({ name }) => name === said?.optionName); return option ? [`${said?.verb ?? ''} <b class="letter">${option.letter}</b>`] : []; });
      expect([issue.name, cells.filter((cell) => !row.includes(cell))]).toEqual([issue.name, []]);
    }
  });
  it('say what excludes them and who would have to move, as the engine does', () => {
    const guarantee = brief.issues.find(({ name }) => name === 'guarantee');
    expect(guarantee?.options.find(({ name }) => name === 'nato-membership')?.excludedBy.map(({ name, of }) => [name, of])).toEqual([['no membership', 'Russia']]);
    expect(part(textOf(site({}), 'issues.html').replace('class="issue"', ''), 'issue-force')).toContain('Hillmark: rejects it and has drawn the red line “no foreign troops”, which excludes it');
  });
});

describe('names', () => {
  it('stand in the sentences of every page with their article', () => {
    const bare = site({}, UKRAINE).filter(({ path }) => path.endsWith('.html')).flatMap(({ path, text }) => [...read(text).matchAll(/(?<!\bthe |\bThe )\b(?:United States|United Kingdom|European Union) (?:accepts|offers|demands|rejects|is not on record|in its own voice|states a position)/g)].map(([words]) => `${path}: ${words}`));
    expect(bare).toEqual([]);
  });
});

describe('a dossier that holds little', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'], rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off' } });
  const bare = { 'dossier.json': JSON.stringify({ title: 'Somewhere' }), 'data/atlas.json': undefined };
  const silent = { ...bare, 'dossier.json': JSON.stringify({ title: 'Somewhere', negotiation: 'negotiation.casus' }) };
  it.each([['a title alone', bare], ['issues of which nobody has spoken', silent]])('%s: says what is not on record, on pages that are valid', async (_what, instead) => {
    const made = opened(LAKES, instead);
    expect(made.faults).toEqual([]);
    const files = siteOf(briefOf(made.dossier, { asOf: on('2031-05-19') }));
    const method = part(textOf(files, 'index.html'), 'method');
    for (const lack of ['statements', 'a text of the guarantee', 'needs to hold pledges against', 'a map', 'key events', 'dated figures']) expect([lack, method.includes(lack)]).toEqual([lack, true]);
    expect(method.includes('Not on record on 19 May 2031: issues')).toBe(instead === bare);
    for (const { path, text } of files.filter((one) => one.path.endsWith('.html'))) { const { results } = await validator.validateString(text, path); expect([path, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([path, []]); }
  });
  it('has no log of changes for machines where nothing has changed', () => {
    const files = siteOf(briefOf(opened(LAKES, bare).dossier, { asOf: on('2031-05-19') }));
    expect(textOf(files, 'changes.html')).not.toContain('LiveBlogPosting');
  });
  it('a full one lacks nothing', () => { expect(part(textOf(site({}, UKRAINE), 'index.html'), 'method')).not.toContain('Not on record'); });
});
