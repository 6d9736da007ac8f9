/** Proposals chosen by a person, as entries of a dossier's record. Refused whole where one of them does not fit what the dossier knows. */
import { entryOf, idsIn, refused, type Occasion, type Proposal } from '../../dossier/index.js';
import { BadInput } from '../faults.js';
import { appendWhole, statementLines, type KnownDossier } from './dossier.js';

/** `all`, or numbers as shown: `3,5`. */
export function chosen(words: string, count: number): readonly number[] {
  if (words === 'all') return Array.from({ length: count }, (_, index) => index + 1);
  return [...new Set(words.split(',').map((word) => {
    const number = Number(word.trim());
    if (!/^\s*\d+\s*$/.test(word) || number < 1 || number > count) throw new BadInput(`there is no proposal \`${word.trim()}\``, count === 0 ? 'the report gives none' : `write \`--accept all\`, or numbers from 1 to ${count} such as \`--accept 1,${count}\``);
    return number;
  }))];
}

export interface Accepted { readonly added: readonly number[]; readonly there: readonly number[] }

export function accept(numbers: readonly number[], proposals: readonly Proposal[], passage: (one: Proposal) => string, dossier: KnownDossier, on: Occasion): Accepted {
  const faults: { number: number; words: string }[] = [];
  const entries: { number: number; id: string; line: string }[] = [];
  for (const number of numbers) {
    const one = proposals[number - 1] as Proposal;
    const entry = entryOf(one, passage(one), dossier, dossier.negotiation, on);
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
  return { added: fresh.map(({ number }) => number), there: entries.filter((one) => !fresh.includes(one)).map(({ number }) => number) };
}
