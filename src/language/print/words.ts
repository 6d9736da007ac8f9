/** The small parts of a sentence: durations, instants, who, tests, what is left open. Each reads back as the same data. */
import type { ArgumentTest, Duration, Headcount, Instant, PlaceTest, ToBeAgreed, Who } from '../../treaty/index.js';

export const OPEN = 'to be agreed';

export const isOpen = (value: unknown): value is ToBeAgreed => typeof value === 'object' && value !== null && 'kind' in value && value.kind === OPEN;

/** Never in exponents: `1e-7` is no number of the language. */
export const number = (value: number): string => value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });

export const numberOrOpen = (value: number | ToBeAgreed): string => (isOpen(value) ? OPEN : number(value));

export const quote = (text: string): string => `"${text}"`;

export const duration = ({ amount, unit }: Duration): string => `${number(amount)} ${unit}${amount === 1 ? '' : 's'}`;

export const durationOrOpen = (value: Duration | ToBeAgreed): string => (isOpen(value) ? OPEN : duration(value));

/** With its offset, so that it does not hang on the treaty's zone. */
export function instant(at: Instant): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, iso.slice(17, 19) === '00' ? 16 : 19)}Z`;
}

export const instantOrOpen = (value: Instant | ToBeAgreed): string => (isOpen(value) ? OPEN : instant(value));

export function who(one: Who): string {
  switch (one.kind) {
    case 'name': return one.name;
    case 'each': return `each ${one.group}${role(one.as)}`;
    case 'outsider': return `any outsider${role(one.as)}`;
    case 'anyone': return `anyone${role(one.as)}`;
    case 'role': return `the ${one.role}`;
    case 'other than': return `${who(one.base)} other than ${one.except.map(who).join(' and ')}`;
    case 'union': return one.of.map(who).join(' and ');
    case 'to be agreed': return OPEN;
  }
}

const role = (as: string | undefined): string => (as === undefined ? '' : ` as ${as}`);

export const headcount = ({ who: whom, atLeast }: Headcount): string => `${atLeast === 'all' ? '' : `${numberOrOpen(atLeast)} of `}${who(whom)}`;

/** `outside "Crimea"`: a zone of the treaty by its name, a place of the atlas in quotation marks. */
export const place = ({ zone, negated }: PlaceTest, zones: ReadonlySet<string>): string => `${negated ? 'outside' : 'in'} ${zones.has(zone) ? zone : quote(zone)}`;

export function test({ argument, comparison, value }: ArgumentTest): string {
  if (isOpen(value)) return `${argument} ${comparison} ${OPEN}`;
  const values = Array.isArray(value) ? value as readonly string[] : [value as string | number];
  return `${argument} ${comparison} ${values.map(worth).join(', ')}`;
}

/** A single word stays bare; anything else is quoted. */
export const worth = (value: string | number): string =>
  (typeof value === 'number' ? number(value) : /^[\p{L}_][\p{L}\p{N}_]*(-[\p{L}\p{N}_]+)*$/u.test(value) && !RESERVED.has(value) ? value : quote(value));

/** Words that begin an option or join parts, and so cannot stand as a bare value. */
const RESERVED = new Set([
  'a', 'and', 'anyone', 'as', 'at', 'be', 'by', 'each', 'for', 'from', 'in', 'is', 'least', 'may', 'most', 'names', 'not', 'of', 'on', 'one', 'only', 'or', 'outside', 'shall', 'than', 'the', 'to',
  'unless', 'until', 'when', 'while', 'with', 'within', 'after', 'before', 'failing', 'has', 'owed', 'source', 'status', 'subject', 'notwithstanding', 'suspended', 'under', 'adopted', 'rejected', 'immediately', 'keep', 'best', 'effective', 'which', 'it', 'if',
]);
