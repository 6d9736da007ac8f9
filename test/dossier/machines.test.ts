/** What machines read: schema.org types have the properties they need and lead to what is on the page, the feed is Atom with ids that stay, shared pages carry their tags. */
import { describe, expect, it } from 'vitest';
import type { SiteFile } from '../../src/dossier/index.js';
import { LAKES, on, site, UKRAINE } from './dossiers.js';

type Data = { readonly [key: string]: unknown };
type Check = (value: unknown, at: string) => readonly string[];

const text: Check = (value, at) => (typeof value === 'string' && value.trim() !== '' ? [] : [`${at} is no text`]);
const date: Check = (value, at) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(value) && Number.isFinite(Date.parse(value)) ? [] : [`${at} is no date`]);
const address: Check = (value, at) => (typeof value === 'string' && /^(https:\/\/example\.org\/|[\w./-]+)/.test(value) && !/\s/.test(value) ? [] : [`${at} is no address`]);
const many = (check: Check, least = 1): Check => (value, at) => (Array.isArray(value) && value.length >= least ? value.flatMap((one, index) => check(one, `${at}[${index}]`)) : [`${at} is no list`]);

/** Properties schema.org defines for each type this project writes; `needed` are those that its documentation and search engines ask for. */
const TYPES: Readonly<{ [type: string]: { readonly needed: Readonly<{ [property: string]: Check }>; readonly more?: Readonly<{ [property: string]: Check }> } }> = {
  NewsArticle: { needed: { headline: text, datePublished: date, dateModified: date, author: many(typed), publisher: typed, mainEntityOfPage: address, description: text }, more: { inLanguage: text, isAccessibleForFree: () => [], url: address, image: many(address), about: many(typed), correction: many(typed), mentions: many(typed) } },
  LiveBlogPosting: { needed: { headline: text, coverageStartTime: date, coverageEndTime: date, datePublished: date, dateModified: date, author: many(typed), publisher: typed, mainEntityOfPage: address, liveBlogUpdate: many(typed, 0) }, more: { inLanguage: text } },
  BlogPosting: { needed: { headline: text, datePublished: date, articleBody: text, url: address, author: many(typed) } },
  FAQPage: { needed: { mainEntity: many(typed) }, more: { inLanguage: text, mainEntityOfPage: address } },
  Question: { needed: { name: text, acceptedAnswer: typed }, more: { url: address } }, Answer: { needed: { text } },
  ClaimReview: { needed: { claimReviewed: text, reviewRating: typed, itemReviewed: typed, author: typed, url: address, datePublished: date } },
  Claim: { needed: { author: typed, datePublished: date }, more: { appearance: typed } }, CreativeWork: { needed: { url: address } }, Rating: { needed: { alternateName: text } },
  Organization: { needed: { name: text }, more: { url: address } }, Person: { needed: { name: text } }, Thing: { needed: { name: text }, more: { description: text, url: address } },
  CorrectionComment: { needed: { text, datePublished: date } }, Event: { needed: { name: text, startDate: date }, more: { location: typed } }, Place: { needed: { name: text } },
};

function typed(value: unknown, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${at} is no thing`];
  const { '@type': type, '@context': context, '@id': id, ...rest } = value as Data;
  const form = typeof type === 'string' ? TYPES[type] : undefined;
  if (!form) return [`${at} has the unknown type ${String(type)}`];
  const known = { ...form.needed, ...form.more };
  return [
    ...(context === undefined || context === 'https://schema.org' ? [] : [`${at} has another context`]), ...(id === undefined || /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(String(id)) ? [] : [`${at} has an id that may change`]),
    ...Object.keys(form.needed).filter((key) => !(key in rest)).map((key) => `${at} (${String(type)}) lacks ${key}`), ...Object.keys(rest).filter((key) => !(key in known)).map((key) => `${at} (${String(type)}) has no property ${key}`),
    ...Object.entries(rest).flatMap(([key, one]) => known[key]?.(one, `${at}.${key}`) ?? []),
  ];
}

const dataOf = (file: SiteFile | undefined): readonly Data[] => [...(file?.text ?? '').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, words = '']) => JSON.parse(words) as Data);
const named = (files: readonly SiteFile[], path: string): SiteFile | undefined => files.find((one) => one.path === path);

describe.each([['the example', LAKES], ['Ukraine', UKRAINE]])('structured data of %s', (_name, folder) => {
  const files = site({ base: 'https://example.org/brief/' }, folder);
  it('has what each type needs and nothing schema.org does not know', () => {
    const all = files.flatMap((file) => dataOf(file).map((one) => [file.path, one] as const));
    expect(all.map(([path, one]) => [path, one['@type']])).toEqual(expect.arrayContaining([['index.html', 'NewsArticle'], ['changes.html', 'LiveBlogPosting'], ['answers.html', 'FAQPage']]));
    expect(all.flatMap(([path, one]) => typed(one, path))).toEqual([]);
  });
  it('leads to places that are there, and says what the page says', () => {
    const urls = [...files.flatMap((file) => dataOf(file)).map((one) => JSON.stringify(one)).join(' ').matchAll(/"(?:url|mainEntityOfPage)":"https:\/\/example\.org\/brief\/([^"#]*)(?:#([^"]+))?"/g)];
    expect(urls.length).toBeGreaterThan(2);
    for (const [, path = '', anchor] of urls) { const page = named(files, path === '' ? 'index.html' : path); expect([path, page !== undefined, anchor === undefined || page?.text.includes(` id="${anchor}"`)]).toEqual([path, true, true]); }
    const questions = dataOf(named(files, 'answers.html')).flatMap((one) => one['mainEntity'] as readonly Data[]).map(({ name }) => String(name));
    expect((named(files, 'answers.html')?.text.match(/class="answer"/g) ?? []).length).toBe(questions.length);
  });
});

describe('the check of structured data', () => {
  it('notices what is missing, strange or misshapen', () => {
    expect(typed({ '@type': 'Question', name: 'x' }, 'q')).toEqual(['q (Question) lacks acceptedAnswer']);
    expect(typed({ '@type': 'Person', name: 'x', rating: 3 }, 'q')).toEqual(['q (Person) has no property rating']);
    expect(typed({ '@type': 'CorrectionComment', text: 'x', datePublished: 'soon' }, 'q')).toEqual(['q.datePublished is no date']);
    expect(typed({ '@type': 'Review' }, 'q')).toEqual(['q has the unknown type Review']);
  });
});

describe('the example for machines', () => {
  const files = site({ base: 'https://example.org/brief' });
  it('has its corrections, and a review for a claim that the party’s own word contradicts', () => {
    const [article] = dataOf(named(files, 'index.html'));
    expect(JSON.stringify(article?.['correction'])).toContain('It said: 11 May');
    const reviews = dataOf(named(files, 'statements.html')).filter((one) => one['@type'] === 'ClaimReview').map((one) => (one['reviewRating'] as Data)['alternateName']);
    expect(reviews).toEqual(['Borne out by the party’s own word of 16 May 2031', 'Contradicted by the party’s own word of 18 May 2031']);
  });
  it('has tags for sharing, absolute where a base is given', () => {
    const index = named(files, 'index.html')?.text ?? '';
    for (const tag of ['og:type', 'og:title', 'og:description', 'og:url', 'og:image', 'og:site_name']) expect([tag, new RegExp(`<meta property="${tag}" content="[^"]+">`).test(index)]).toEqual([tag, true]);
    expect(index).toContain('<link rel="canonical" href="https://example.org/brief/">');
    const bare = named(site(), 'index.html')?.text ?? '';
    expect(bare).not.toMatch(/og:url|rel="canonical"|og:image/);
  });
});

describe('the feed', () => {
  const feedOf = (options: Parameters<typeof site>[0]): string => named(site(options), 'feed.xml')?.text ?? '';
  const ids = (feed: string): readonly string[] => [...feed.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id = '']) => id);
  it('is Atom: id, title and updated for the whole and for each entry, latest first', () => {
    const feed = feedOf({});
    expect(feed).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    const entries = feed.split('<entry>').slice(1);
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) expect([/<id>urn:uuid:/.test(entry), /<title>[^<]+</.test(entry), /<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ</.test(entry), /<link rel="alternate"/.test(entry), /<content type="text">[^<]+</.test(entry)]).toEqual([true, true, true, true, true]);
    const updated = [...feed.matchAll(/<updated>([^<]+)</g)].map(([, at = '']) => Date.parse(at));
    expect(updated.slice(1)).toEqual([...updated.slice(1)].sort((a, b) => b - a));
    expect(updated[0]).toBe(updated[1]);
    expect(new Set(ids(feed)).size).toBe(ids(feed).length);
  });
  it('keeps its ids wherever the site stands and whatever comes later', () => {
    expect(ids(feedOf({}))).toEqual(ids(feedOf({ base: 'https://example.org/x/' })));
    const earlier = ids(feedOf({ asOf: on('2031-05-14') }));
    expect(earlier.length).toBeGreaterThan(3);
    expect(ids(feedOf({ asOf: on('2031-05-19') }))).toEqual(expect.arrayContaining([...earlier]));
    const body = (feed: string, id: string | undefined): string => feed.split('<entry>').find((entry) => entry.includes(id ?? '-')) ?? '';
    expect(body(feedOf({ asOf: on('2031-05-19') }), earlier.at(-1))).toContain(body(feedOf({ asOf: on('2031-05-14') }), earlier.at(-1)).split('</entry>')[0]);
  });
});

it('the same dossier gives the same bytes', () => {
  expect(site({ asOf: on('2031-05-19') })).toEqual(site({ asOf: on('2031-05-19') }));
});
