/** Proposals chosen by a person, as entries of a dossier's record. Refused whole where one of them does not fit what the dossier knows. */
import { entryOf, idsIn, refused, type Occasion, type Proposal } from '../../dossier/index.js';
import { BadInput } from '../faults.js';
import { appendWhole, statementLines, type KnownDossier } from './dossier.js';

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
    const entry = entryOf(one, passage(one), dossier, dossier.negotiation, on, option);
    if (refused(entry)) faults.push({ number, words: entry.words.startsWith('cannot') ? `${entry.words}; ${entry.help}` : entry.words });
    else entries.push({ number, ...entry });
  }
  if (faults.length > 0) {
    const fit = entries.map(({ number }) => number);
    throw new BadInput(`nothing was added: ${faults.slice(0, 6).map(({ number, words }) => `proposal ${number} ${words}`).join('; ')}${faults.length > 6 ? `; and ${faults.length - 6} more` : ''}`,
      fit.length > 0 ? `write \`--accept ${fit.join(',')}\` for those that fit, or add the speaker, party or issue to the dossier first` : 'add the speaker, party or issue to the dossier first (`speaker NAME "Name, office" for PARTY.` in its negotiation)');
  }
  const known = idsIn(statementLines(dossier.statements));
  const fresh = entries.filter(({ id }, index) => !known.has(id) && entries.findIndex((other) => other.id === id) === index);
  if (fresh.length > 0) appendWhole(dossier.statements, fresh.map(({ line }) => line));
  return { added: fresh.map(({ number }) => number), there: entries.filter((one) => !fresh.includes(one)).map(({ number }) => number), unfinished: fresh.filter(({ unfinished }) => unfinished).map(({ number }) => number) };
}
