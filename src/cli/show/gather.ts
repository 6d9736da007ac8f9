/** Verdicts that say the same, gathered: the same reasons for several parties, or for entry after entry. */
import type { Reason, Verdict } from '../../treaty/index.js';
import { debtorWords } from './words.js';

/** Alike in all but who owes it: shown as one. */
export interface Shared { readonly debtors: readonly string[]; readonly to: string; readonly first: Verdict; readonly reasons: readonly Reason[] }

export function sharedByParties(verdicts: readonly Verdict[]): readonly Shared[] {
  const raw = verdicts.map((one) => likeness(one, (text) => text));
  const groups = new Map<string, Verdict[]>();
  verdicts.forEach((one, index) => {
    const same = raw.filter((key) => key === raw[index]).length > 1;
    const key = same ? raw[index] as string : likeness(one, (text) => text.replaceAll(debtorWords(one.debtor), '\u0000'));
    const group = groups.get(key);
    if (group) group.push(one); else groups.set(key, [one]);
  });
  return [...groups.values()].flatMap(byCreditor);
}

const likeness = (verdict: Verdict, plain: (text: string) => string): string =>
  JSON.stringify([verdict.trigger, verdict.since, verdict.deadline ?? null, verdict.readings ?? null, verdict.reasons.map(({ article, rule, text, entries, settledBy }) => [article, rule, debtorWords(verdict.debtor) === '' ? text : plain(text), entries, settledBy ?? null])]);

function byCreditor(group: readonly Verdict[]): readonly Shared[] {
  const debtors = group.map(({ debtor }) => debtorWords(debtor));
  const names = [...new Set([...debtors, ...group.flatMap(({ owedTo }) => owedTo ?? [])])];
  const eachOther = group.length > 1 && group.every(({ owedTo }, index) => owedTo?.length === names.length - 1 && !owedTo.includes(debtors[index] ?? ''));
  if (eachOther) return [one(group, 'each other')];
  const same = new Map<string, Verdict[]>();
  for (const verdict of group) { const key = (verdict.owedTo ?? []).join(', '); same.set(key, [...(same.get(key) ?? []), verdict]); }
  return [...same].map(([to, some]) => one(some, to));
}

function one(group: readonly Verdict[], to: string): Shared {
  const first = group[0] as Verdict;
  const debtors = group.map(({ debtor }) => debtorWords(debtor)).filter((name, index, all) => name !== '' && all.indexOf(name) === index);
  const own = debtorWords(first.debtor);
  const alike = group.every(({ reasons }) => reasons.every(({ text }, index) => text === first.reasons[index]?.text));
  const reasons = alike || own === '' ? first.reasons : first.reasons.map((reason) => ({ ...reason, text: reason.text.replaceAll(own, debtors.join(', ')) }));
  return { debtors, to, first, reasons };
}

/** Alike in all but dates, distances and places: counted. The largest first. */
export function alikeInKind(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = `${debtorWords(verdict.debtor)}\n${tellingReasons(verdict).map(gist).join('\n')}`;
    const same = groups.get(key);
    if (same) same.push(verdict); else groups.set(key, [verdict]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** What set a breach off is told by the breach itself. */
export const tellingReasons = ({ reasons }: Verdict): readonly Reason[] => (reasons.some(({ rule }) => rule === 'violation') ? reasons.filter(({ rule }) => rule !== 'trigger') : reasons);

/** A reason without what differs from entry to entry: dates and distances. */
export function gist({ rule, text }: Reason): string {
  const plain = text.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g, '…').replace(/\d+ [A-Z][a-z]{2} \d{4}(, \d{2}:\d{2} UTC)?/g, '…').replace(/\d+(\.\d+)? km/g, '… km');
  if (rule === 'violation') return plain.replace(/ on …/, '');
  return `${rule}: ${plain.length > 120 ? plain.split(/[;:]/)[0] ?? plain : plain}`;
}
