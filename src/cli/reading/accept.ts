/** Proposals chosen by a person, as entries of a dossier's record. Refused whole where one of them does not fit what the dossier knows. */
import type { Proposal } from '../../dossier/index.js';
import { statementFaults } from '../../engine/index.js';
import { didYouMean, readJsonLines, sha256 } from '../../record/index.js';
import { BadInput } from '../faults.js';
import { appendWhole, statementLines, type KnownDossier } from './dossier.js';

export interface Occasion { /** Day of the report, as 2026-04-21. */ readonly day: string; readonly outlet: string; readonly link?: string }

export interface Choice { readonly number: number; /** Which option of its issue it is about. */ readonly option?: string }

/** `all`, or numbers as shown, each with the option it is about where that is to be said: `3,5=in-country`. */
export function chosen(words: string, count: number): readonly Choice[] {
  if (words.trim() === 'all') return Array.from({ length: count }, (_, index) => ({ number: index + 1 }));
  const found = new Map<number, Choice>();
  for (const word of words.split(',')) {
    const [, digits, option] = /^\s*(\d+)\s*(?:=\s*(\S+)\s*)?$/.exec(word) ?? [];
    const number = Number(digits);
    if (digits === undefined || number < 1 || number > count) throw new BadInput(`there is no proposal \`${word.trim()}\``, count === 0 ? 'the report gives none' : `write \`--accept all\`, or numbers from 1 to ${count} such as \`--accept 1,${count}\`, each with its option where it has one: \`1=OPTION\``);
    const before = found.get(number)?.option;
    if (before !== undefined && option !== undefined && before !== option) throw new BadInput(`proposal ${number} is chosen twice, for \`${before}\` and for \`${option}\``, 'keep one of them');
    found.set(number, { number, ...(option ?? before) === undefined ? {} : { option: option ?? before ?? '' } });
  }
  return [...found.values()];
}

export interface Accepted { readonly added: readonly number[]; readonly there: readonly number[]; /** Added, and counting for nothing until they say which option they are about. */ readonly unfinished: readonly number[] }

export function accept(choices: readonly Choice[], proposals: readonly Proposal[], passage: (one: Proposal) => string, dossier: KnownDossier, on: Occasion): Accepted {
  const faults: { number: number; words: string }[] = [];
  const entries: { number: number; id: string; line: string; unfinished: boolean }[] = [];
  for (const { number, option } of choices) {
    const one = proposals[number - 1] as Proposal;
    const speaker = speakerOf(one, dossier);
    const party = one.party === undefined ? undefined : dossier.names.find((name) => same(name, one.party ?? ''));
    const issue = one.issue === undefined ? undefined : dossier.issues.find(({ name }) => name === one.issue);
    if (speaker === undefined) faults.push({ number, words: one.speaker === undefined ? 'names no speaker' : `is by \`${one.speaker}\`, no speaker of the dossier${didYouMean(one.speaker, dossier.speakers.map(({ name }) => name)) ?? ''}` });
    else if (party === undefined) faults.push({ number, words: one.party === undefined ? 'is about no party' : `is about \`${one.party}\`, no party of the dossier` });
    else if (issue === undefined) faults.push({ number, words: one.issue === undefined ? 'speaks of no issue of the dossier' : `speaks of \`${one.issue}\`, no issue of the dossier` });
    else {
      const id = `${slug(speaker)}-${issue.name}-${on.day}-${sha256(`${on.outlet}\n${passage(one)}`).slice(0, 8)}`;
      const unsure = one.stance === 'uncertain' || one.confidence < 0.6;
      const argumentsOf = { speaker, issue: issue.name, ...(option === undefined ? {} : { option }), stance: one.stance, voice: one.voice, ...(one.venue === undefined ? {} : { venue: one.venue }), gist: gistOf(one, party, issue.title), outlet: on.outlet, ...(on.link === undefined ? {} : { link: on.link }), ...(unsure ? { uncertain: 'yes' } : {}) };
      const line = JSON.stringify({ id, act: 'state', actor: party, arguments: argumentsOf, occurredAt: on.day, knownAt: on.day, source: `${on.outlet}, ${on.day}` });
      // What the dossier would set aside anyway is refused here, but for what its keeper has yet to say.
      const fault = statementFaults(readJsonLines(line, '').entries, dossier.negotiation).find(({ setAside }) => setAside);
      if (fault && fault.id !== 'no-option') faults.push({ number, words: `cannot count: ${fault.message}; ${fault.help}` });
      else entries.push({ number, id, line, unfinished: fault !== undefined });
    }
  }
  if (faults.length > 0) {
    const fit = entries.map(({ number }) => number);
    throw new BadInput(`nothing was added: ${faults.slice(0, 6).map(({ number, words }) => `proposal ${number} ${words}`).join('; ')}${faults.length > 6 ? `; and ${faults.length - 6} more` : ''}`,
      fit.length > 0 ? `write \`--accept ${fit.join(',')}\` for those that fit, or add the speaker, party or issue to the dossier first` : 'add the speaker, party or issue to the dossier first (`speaker NAME "Name, office" for PARTY.` in its negotiation)');
  }
  const known = new Set([...statementLines(dossier.statements).matchAll(/"id"\s*:\s*"([^"]+)"/g)].map(([, id]) => id));
  const fresh = entries.filter(({ id }, index) => !known.has(id) && entries.findIndex((other) => other.id === id) === index);
  if (fresh.length > 0) appendWhole(dossier.statements, fresh.map(({ line }) => line));
  return { added: fresh.map(({ number }) => number), there: entries.filter((one) => !fresh.includes(one)).map(({ number }) => number), unfinished: fresh.filter(({ unfinished }) => unfinished).map(({ number }) => number) };
}

const plain = (words: string): string => words.toLowerCase().replace(/[-\s]+/g, ' ').trim();
const same = (one: string, other: string): boolean => plain(one) === plain(other);
const slug = (words: string): string => plain(words).normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z\d]+/g, '-');

function speakerOf({ speaker }: Proposal, { speakers }: KnownDossier): string | undefined {
  if (speaker === undefined) return undefined;
  return speakers.find(({ name, title }) => same(name, speaker) || same(title?.split(',')[0] ?? '', speaker) || plain(speaker).endsWith(` ${plain(name)}`))?.name;
}

const DOES: Readonly<{ [stance: string]: string }> = { accepts: 'accepts something', offers: 'offers something', demands: 'asks for something', rejects: 'turns something down', reports: 'speaks', uncertain: 'leaves it open' };

/** A gist in the dossier's words and never the report's: its keeper says what exactly, after reading the source. */
const gistOf = (one: Proposal, party: string, issue: string): string => `${one.voice === 'own' ? '' : `is said by ${one.speaker ?? 'somebody'} of ${party}: `}${DOES[one.stance] ?? 'speaks'} on ${issue.charAt(0).toLowerCase()}${issue.slice(1)}; taken from a proposal, to be worded from the source`;
