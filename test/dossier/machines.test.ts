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

/** One of the named types and nothing else: a Rating where a Person is meant is no Person. */
const a = (...types: readonly string[]): Check => (value, at) => { const type = (value as Data | null)?.['@type']; return types.includes(String(type)) ? typed(value, at) : [`${at} is ${String(type)}, not ${types.join(' or ')}`]; };
const anything: Check = () => [];

/**
 * Properties schema.org defines for each type this project writes. `needed` are those without which search engines take no notice of the item, and those the project asks of itself; `advised` are those their documentation
 * recommends besides, as of November 2025; `more` is whatever else schema.org knows that is written. Advised and left out on purpose: `ratingValue` and its bounds, since a verdict here is words and never a number.
 */
interface Form { readonly needed: Readonly<{ [property: string]: Check }>; readonly advised?: readonly string[]; readonly more?: Readonly<{ [property: string]: Check }> }
const TYPES: Readonly<{ [type: string]: Form }> = {
  NewsArticle: { needed: { headline: text, datePublished: date, dateModified: date, author: many(a('Organization', 'Person')), publisher: a('Organization'), mainEntityOfPage: address, description: text }, advised: ['headline', 'author', 'datePublished', 'dateModified', 'image'], more: { inLanguage: text, isAccessibleForFree: anything, url: address, image: many(address), about: many(a('Thing')), correction: many(a('CorrectionComment')), mentions: many(a('Event')) } },
  LiveBlogPosting: { needed: { headline: text, coverageStartTime: date, coverageEndTime: date, datePublished: date, dateModified: date, author: many(a('Organization')), publisher: a('Organization'), mainEntityOfPage: address, liveBlogUpdate: many(a('BlogPosting')) }, more: { inLanguage: text } },
  BlogPosting: { needed: { headline: text, datePublished: date, articleBody: text, url: address, author: many(a('Organization')) } },
  FAQPage: { needed: { mainEntity: many(a('Question')) }, more: { inLanguage: text, mainEntityOfPage: address } },
  Question: { needed: { name: text, acceptedAnswer: a('Answer') }, more: { url: address } }, Answer: { needed: { text } },
  ClaimReview: { needed: { claimReviewed: text, reviewRating: a('Rating'), itemReviewed: a('Claim'), author: a('Organization'), url: address, datePublished: date }, advised: ['author', 'itemReviewed'] },
  Claim: { needed: { author: a('Person', 'Organization'), datePublished: date }, advised: ['author', 'datePublished', 'appearance'], more: { appearance: a('CreativeWork') } }, CreativeWork: { needed: { url: address } }, Rating: { needed: { alternateName: text } },
  Organization: { needed: { name: text }, more: { url: address } }, Person: { needed: { name: text }, more: { jobTitle: text } }, Thing: { needed: { name: text }, more: { description: text, url: address } },
  CorrectionComment: { needed: { text, datePublished: date } }, Event: { needed: { name: text, startDate: date }, more: { location: a('Place') } }, Place: { needed: { name: text } },
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

/** What a page's outermost item has to say before anything else: that it speaks schema.org. */
const whole = (value: Data, at: string): readonly string[] => [...(value['@context'] === 'https://schema.org' ? [] : [`${at} has no context`]), ...typed(value, at)];

/** Every thing within, with what leads to it. */
function things(value: unknown, path: readonly (string | number)[] = []): readonly { readonly path: readonly (string | number)[]; readonly type: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => things(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const type = (value as Data)['@type'];
  return [...(typeof type === 'string' ? [{ path, type }] : []), ...Object.entries(value).flatMap(([key, one]) => things(one, [...path, key]))];
}

/** A copy in which the thing at a path is said otherwise. */
function changedAt(value: unknown, path: readonly (string | number)[], change: (thing: Record<string, unknown>) => void): Data {
  const copy = structuredClone(value) as Data;
  change(path.reduce<unknown>((held, key) => (held as Record<string | number, unknown>)[key], copy) as Record<string, unknown>);
  return copy;
}

const dataOf = (file: SiteFile | undefined): readonly Data[] => [...(file?.text ?? '').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, words = '']) => JSON.parse(words) as Data);
const named = (files: readonly SiteFile[], path: string): SiteFile | undefined => files.find((one) => one.path === path);

describe.each([['the example', LAKES], ['Ukraine', UKRAINE]])('structured data of %s', (_name, folder) => {
  const files = site({ base: 'https://example.org/brief/' }, folder);
  it('has what each type needs and nothing schema.org does not know', () => {
    const all = files.flatMap((file) => dataOf(file).map((one) => [file.path, one] as const));
    expect(all.map(([path, one]) => [path, one['@type']])).toEqual(expect.arrayContaining([['index.html', 'NewsArticle'], ['changes.html', 'LiveBlogPosting'], ['answers.html', 'FAQPage']]));
    expect(all.flatMap(([path, one]) => whole(one, path))).toEqual([]);
  });
  it('would not pass with a needed property left out, emptied, or of another type', () => {
    const all = files.flatMap((file) => dataOf(file).map((one) => [file.path, one] as const));
    const seen = new Set<string>();
    // One of each kind of place is enough: `liveBlogUpdate.0` stands for all updates.
    for (const [path, one] of all) for (const { path: at, type } of things(one)) for (const key of Object.keys(TYPES[type]?.needed ?? {})) {
      const place = `${String(one['@type'])} ${at.filter((step) => typeof step === 'string').join('.')} ${type} ${key}`;
      if (seen.has(place)) continue;
      seen.add(place);
      expect([place, whole(changedAt(one, at, (thing) => { delete thing[key]; }), path).length > 0]).toEqual([place, true]);
      expect([place, whole(changedAt(one, at, (thing) => { thing[key] = ''; }), path).length > 0]).toEqual([place, true]);
      expect([place, whole(changedAt(one, at, (thing) => { thing[key] = { '@type': 'Place', name: 'x' }; }), path).length > 0]).toEqual([place, true]);
    }
    expect(seen.size).toBeGreaterThan(20);
  });
  it('has what search engines advise, where the dossier holds it', () => {
    const lacking = files.flatMap((file) => dataOf(file).flatMap((one) => things(one).flatMap(({ path: at, type }) => {
      const thing = at.reduce<unknown>((held, key) => (held as Record<string | number, unknown>)[key], one) as Data;
      return (TYPES[type]?.advised ?? []).filter((key) => !(key in thing)).map((key) => `${type} ${key}`);
    })));
    // A claim has an appearance where its statement has a link; the statements of the example have none.
    expect([...new Set(lacking)].filter((one) => !(folder === LAKES && one === 'Claim appearance'))).toEqual([]);
  });
  it('is dated in order, and nothing later than the day of the brief', () => {
    const end = Date.parse(String(dataOf(named(files, 'changes.html'))[0]?.['coverageEndTime']));
    for (const file of files) for (const one of dataOf(file)) {
      const [published, modified] = [one['datePublished'], one['dateModified']].map((at) => (at === undefined ? undefined : Date.parse(String(at))));
      expect([file.path, (published ?? 0) <= (modified ?? end), (modified ?? published ?? 0) <= end]).toEqual([file.path, true, true]);
    }
    const [live] = dataOf(named(files, 'changes.html'));
    const updates = (live?.['liveBlogUpdate'] as readonly Data[]).map((one) => Date.parse(String(one['datePublished'])));
    expect(updates).toEqual([...updates].sort((x, y) => y - x));
    expect([Date.parse(String(live?.['coverageStartTime'])) <= (updates.at(-1) ?? 0), (updates[0] ?? Infinity) <= end]).toEqual([true, true]);
  });
  it('reviews a claim on the page its address leads to, in the same words', () => {
    for (const review of dataOf(named(files, 'statements.html'))) {
      const anchor = String(review['url']).split('#')[1] ?? '';
      const shown = named(files, 'statements.html')?.text.split(/<li id="/).find((one) => one.startsWith(`${anchor}"`)) ?? '';
      expect([anchor, shown.includes(String((review['reviewRating'] as Data)['alternateName'])), shown.includes('class="review"')]).toEqual([anchor, true, true]);
    }
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
    expect(whole({ '@type': 'Person', name: 'x' }, 'q')).toEqual(['q has no context']);
    expect(typed({ '@type': 'Claim', author: { '@type': 'Place', name: 'x' }, datePublished: '2031-01-01' }, 'q')).toEqual(['q.author is Place, not Person or Organization']);
  });
});

describe('the example for machines', () => {
  const files = site({ base: 'https://example.org/brief' });
  it('has its corrections, and a review for a claim that the party’s own word contradicts', () => {
    const [article] = dataOf(named(files, 'index.html'));
    expect(JSON.stringify(article?.['correction'])).toContain('It said: 11 May');
    const reviews = dataOf(named(files, 'statements.html')).filter((one) => one['@type'] === 'ClaimReview').map((one) => (one['reviewRating'] as Data)['alternateName']);
    expect(reviews).toEqual(['Borne out by the party’s own later word of 16 May 2031', 'Contradicted by the party’s own later word of 18 May 2031']);
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
