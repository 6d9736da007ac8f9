/** A proposal as an entry of a dossier's record: whether it fits what the dossier knows, why not and what would help, and the line it becomes. Nothing is written here. */
import { statementFaults } from '../../engine/index.js';
import { didYouMean, readJsonLines, sha256 } from '../../record/index.js';
import type { Negotiation } from '../../treaty/index.js';
import type { KnownNames, Refused } from './known.js';
import type { Proposal } from './shapes.js';

/** Of a report: who carried it, and when. */
export interface Occasion { /** Day of the report, as 2026-04-21. */ readonly day: string; readonly outlet: string; readonly link?: string }

type KnownTo = Pick<KnownNames, 'speakers' | 'names' | 'issues'>;
export interface Fitting { readonly speaker: string; readonly party: string; readonly issue: KnownTo['issues'][number] }

/** Speaker, party and issue as the dossier has them, or which of them it does not have. */
export function fitOf(one: Proposal, known: KnownTo): Fitting | Refused {
  const speaker = speakerOf(one, known);
  if (speaker === undefined) return one.speaker === undefined
    ? { words: 'names no speaker', help: 'find out who said it, and write the statement by hand' }
    : { words: `is by \`${one.speaker}\`, no speaker of the dossier${didYouMean(one.speaker, known.speakers.map(({ name }) => name)) ?? ''}`, help: `add \`speaker ${nameFrom(one.speaker)} "${one.speaker}, office" for ${partyIn(one.onBehalfOf, known) ?? 'PARTY'}.\` to its negotiation` };
  const party = partyIn(one.party, known);
  if (party === undefined) return one.party === undefined
    ? { words: 'is about no party', help: 'find out whose stance it is, and write the statement by hand' }
    : { words: `is about \`${one.party}\`, no party of the dossier`, help: `add \`outsider ${nameFrom(one.party)}.\` to its negotiation, or \`party\` where it takes part` };
  const issue = known.issues.find(({ name }) => name === one.issue);
  if (issue === undefined) return { words: one.issue === undefined ? 'speaks of no issue of the dossier' : `speaks of \`${one.issue}\`, no issue of the dossier`, help: 'add the issue it speaks of to its negotiation, or more of the issue’s own words to its title and options' };
  return { speaker, party, issue };
}

export const refused = (one: object): one is Refused => 'words' in one;

/** The day in the calendar, written as 2026-04-21. */
export const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().slice(0, 10) === day;

export interface Entered { readonly id: string; /** As a file of statements has it. */ readonly line: string; /** It counts for nothing until it says which option of its issue it is about. */ readonly unfinished: boolean }

/** Which option it is about is for a person to say. Its id is of speaker, issue, day, outlet and passage: the same passage accepted twice is one entry. What the dossier would set aside is refused, but for an option yet to be named. */
export function entryOf(one: Proposal, passage: string, known: KnownTo, negotiation: Negotiation, on: Occasion, option?: string): Entered | Refused {
  const fit = fitOf(one, known);
  if (refused(fit)) return fit;
  const { speaker, party, issue } = fit;
  const id = `${slug(speaker)}-${issue.name}-${on.day}-${sha256(`${on.outlet}\n${passage}`).slice(0, 8)}`;
  const unsure = one.stance === 'uncertain' || one.confidence < 0.6;
  const argumentsOf = { speaker, issue: issue.name, ...(option === undefined ? {} : { option }), stance: one.stance, voice: one.voice, ...(one.venue === undefined ? {} : { venue: one.venue }), gist: gistOf(one, party, issue.title), outlet: on.outlet, ...(on.link === undefined ? {} : { link: on.link }), ...(unsure ? { uncertain: 'yes' } : {}) };
  const line = JSON.stringify({ id, act: 'state', actor: party, arguments: argumentsOf, occurredAt: on.day, knownAt: on.day, source: `${on.outlet}, ${on.day}` });
  const fault = statementFaults(readJsonLines(line, '').entries, negotiation).find(({ setAside }) => setAside);
  return fault && fault.id !== 'no-option' ? { words: `cannot count: ${fault.message}`, help: fault.help } : { id, line, unfinished: fault !== undefined };
}

/** Ids in a file of statements, sound or not. */
export const idsIn = (lines: string): ReadonlySet<string> => new Set([...lines.matchAll(/"id"\s*:\s*"([^"]+)"/g)].flatMap(([, id]) => (id === undefined ? [] : [id])));

const plain = (words: string): string => words.toLowerCase().replace(/[-\s]+/g, ' ').trim();
const same = (one: string, other: string): boolean => plain(one) === plain(other);
const unaccented = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '');
const slug = (words: string): string => unaccented(plain(words)).replace(/[^a-z\d]+/g, '-');
/** `Mary Walsh` as a text may name her. */
const nameFrom = (words: string): string => unaccented(words).replace(/[^A-Za-z\d]+/g, '-').replace(/^[-\d]+|-+$/g, '') || 'NAME';

const partyIn = (party: string | undefined, { names }: KnownTo): string | undefined => (party === undefined ? undefined : names.find((name) => same(name, party)));

function speakerOf({ speaker }: Proposal, { speakers }: KnownTo): string | undefined {
  if (speaker === undefined) return undefined;
  return speakers.find(({ name, title }) => same(name, speaker) || same(title?.split(',')[0] ?? '', speaker) || plain(speaker).endsWith(` ${plain(name)}`))?.name;
}

const DOES: Readonly<{ [stance: string]: string }> = { accepts: 'accepts something', offers: 'offers something', demands: 'asks for something', rejects: 'turns something down', reports: 'speaks', uncertain: 'leaves it open' };

/** A gist in the dossier's words and never the report's: its keeper says what exactly, after reading the source. */
const gistOf = (one: Proposal, party: string, issue: string): string => `${one.voice === 'own' ? '' : `is said by ${one.speaker ?? 'somebody'} of ${party}: `}${DOES[one.stance] ?? 'speaks'} on ${issue.charAt(0).toLowerCase()}${issue.slice(1)}; taken from a proposal, to be worded from the source`;
