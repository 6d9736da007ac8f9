/** Data for machines in the terms of schema.org: the brief as a NewsArticle with its corrections, the log of changes as a LiveBlogPosting, answers as a FAQPage, and a ClaimReview where a claim can be held against a party's own word. */
import { inSentence } from '../../engine/index.js';
import type { Instant } from '../../treaty/index.js';
import type { Brief, DayView, StatementView } from './model.js';
import { stanceWords, STATE_WORDS } from './issues.js';
import { nameAndOffice, reviewWords, speaker, turnedFirst } from './parts.js';
import { capital, isoDay, isoInstant, sentence, startOfDay, steadyId } from './words.js';

type Data = Readonly<{ [key: string]: unknown }>;

export const absolute = ({ base }: Pick<Brief, 'base'>, path: string): string | undefined => (base === undefined ? undefined : `${base.replace(/\/+$/, '')}/${path === 'index.html' ? '' : path}`);
/** An address where there is a base, else one that begins at the page: both are good references. */
const at = (brief: Brief, path: string): string => absolute(brief, path) ?? path;

const organisation = (brief: Brief): Data => ({ '@type': 'Organization', name: brief.publisher?.name ?? `Dossier ${brief.title}`, ...(brief.publisher?.link === undefined ? {} : { url: brief.publisher.link }) });

/** Longest headline that search engines show whole. */
const HEADLINE = 110;
const short = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`);

/** What the page holds was all known when the last of it became known; as of its day it still stood so. The start of that day, since a page made on it is not of the future. */
export const modified = ({ updated, asOf }: Brief): Instant => Math.max(updated, startOfDay(asOf));

export function articleData(brief: Brief): Data {
  return {
    '@context': 'https://schema.org', '@type': 'NewsArticle', '@id': steadyId('brief', brief.id), headline: short(brief.headline, HEADLINE), description: brief.lede, inLanguage: 'en',
    datePublished: isoInstant(brief.updated), dateModified: isoInstant(modified(brief)), author: [organisation(brief)], publisher: organisation(brief), isAccessibleForFree: true,
    mainEntityOfPage: at(brief, 'index.html'), ...(brief.base === undefined ? {} : { url: at(brief, 'index.html') }), ...(brief.map ? { image: [at(brief, brief.map.wide.path)] } : {}),
    ...(brief.issues.length === 0 ? {} : { about: brief.issues.map(({ title, state, anchor }) => ({ '@type': 'Thing', name: title, description: capital(STATE_WORDS[state]), url: at(brief, `issues.html#${anchor}`) })) }),
    ...(brief.corrections.length === 0 ? {} : { correction: brief.corrections.map(({ at: on, what, was, now }) => ({ '@type': 'CorrectionComment', datePublished: isoInstant(on), text: [sentence(what), was === undefined ? '' : `It said: ${was}`, now === undefined ? '' : `It says: ${now}`].filter((words) => words !== '').join(' ') })) }),
    ...(brief.events.length === 0 ? {} : { mentions: brief.events.slice(0, 20).map(({ title, from, place }) => ({ '@type': 'Event', name: title, startDate: isoDay(from), ...(place === undefined ? {} : { location: { '@type': 'Place', name: place } }) })) }),
  };
}

const changed = ({ changes, shifts }: DayView): boolean => changes.length + shifts.length > 0;

export const dayHeadline = (one: DayView): string => {
  const parts = [...turnedFirst(one.changes).map(({ issue, from, to }) => `${capital(issue)}: ${from.state === to.state ? `still ${STATE_WORDS[to.state]}, positions moved` : `${STATE_WORDS[from.state]}, now ${STATE_WORDS[to.state]}`}${to.option === undefined ? '' : ` (${to.option})`}`), ...one.shifts.map(({ words, issue }) => `${words} on “${issue}”`)];
  return short(parts.slice(0, 3).join('; ') + (parts.length > 3 ? `; ${parts.length - 3} more` : ''), 200);
};
export const dayBody = (one: DayView): string => [
  ...turnedFirst(one.changes).flatMap(({ issue, to, why, entries }) => [`${capital(issue)}, ${STATE_WORDS[to.state]}${to.option === undefined ? '' : ` (${to.option})`}: ${why.join(' ')}`, ...entries.map((entry) => `${speaker(entry)}, ${entry.said}${entry.voice === 'own' ? '' : `, about ${inSentence(entry.party)}`}: ${entry.gist}`)]),
  ...one.shifts.map(({ words, issue, after }) => `${words} on “${issue}”: ${stanceWords(after)} (${speaker(after)}, ${after.said}). ${after.gist}`),
].map(sentence).join('\n');

/** When the last of what a day shows became known: the time of its entry in the feed and of its update. */
export const dayKnown = (one: DayView): Instant => one.statements.reduce((latest, { knownAt }) => Math.max(latest, knownAt), one.day);

/** The page has every day; what machines are told of is the latest, so that the page keeps its weight. */
const LATEST_UPDATES = 30;

/** Nothing where nothing has changed: a log needs an update. */
export function liveData(brief: Brief): Data | undefined {
  const days = [...brief.days].filter(changed).reverse().slice(0, LATEST_UPDATES);
  if (days.length === 0) return undefined;
  const first = brief.days[0]?.day ?? brief.asOf;
  return {
    '@context': 'https://schema.org', '@type': 'LiveBlogPosting', '@id': steadyId('changes', brief.id), headline: short(`${brief.title}: what changed, and when`, HEADLINE), inLanguage: 'en',
    coverageStartTime: isoInstant(first), coverageEndTime: isoInstant(brief.asOf), datePublished: isoInstant(first), dateModified: isoInstant(modified(brief)), author: [organisation(brief)], publisher: organisation(brief), mainEntityOfPage: at(brief, 'changes.html'),
    liveBlogUpdate: days.map((one) => ({ '@type': 'BlogPosting', '@id': steadyId('day', brief.id, isoDay(one.day)), headline: short(dayHeadline(one), HEADLINE), datePublished: isoInstant(dayKnown(one)), url: at(brief, `changes.html#${one.anchor}`), author: [organisation(brief)], articleBody: short(dayBody(one), 400) })),
  };
}

export const faqData = (brief: Brief): Data => ({
  '@context': 'https://schema.org', '@type': 'FAQPage', '@id': steadyId('faq', brief.id), inLanguage: 'en', mainEntityOfPage: at(brief, 'answers.html'),
  mainEntity: brief.faq.map(({ question, paragraphs, anchor }) => ({ '@type': 'Question', name: question, url: at(brief, `answers.html#${anchor}`), acceptedAnswer: { '@type': 'Answer', text: paragraphs.join(' ') } })),
});

/** A person with the office held; an outlet or a party where the source names nobody. */
function claimant(claim: StatementView): Data {
  const [name, office] = nameAndOffice(claim);
  return claim.speaker === undefined ? { '@type': 'Organization', name: speaker(claim) } : { '@type': 'Person', name, ...(office === '' ? {} : { jobTitle: office }) };
}

/** One for each claim about a party that its own later word bears out or contradicts. */
export const reviewData = (brief: Brief): readonly Data[] => brief.reviews.map(({ claim, own, borneOut }) => ({
  '@context': 'https://schema.org', '@type': 'ClaimReview', '@id': steadyId('review', brief.id, claim.id, own.id), url: at(brief, `statements.html#${claim.anchor}`), datePublished: isoInstant(own.knownAt), author: organisation(brief),
  claimReviewed: `${capital(inSentence(claim.party))} ${claim.words} (${claim.issue})`,
  itemReviewed: { '@type': 'Claim', author: claimant(claim), datePublished: isoDay(claim.at), ...(claim.link === undefined ? {} : { appearance: { '@type': 'CreativeWork', url: claim.link } }) },
  reviewRating: { '@type': 'Rating', alternateName: reviewWords({ claim, own, borneOut }) },
}));
