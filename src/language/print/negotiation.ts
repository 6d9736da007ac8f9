/** Speakers, issues, limits and positions as sentences. */
import type { Instant, Issue, Limit, Negotiation, NegotiationOption, Position, Speaker, TimeRange } from '../../treaty/index.js';
import { dateOf, endOfWritten, instantOf } from '../dates.js';
import { marks } from './declarations.js';
import { OPEN, instant, isOpen, quote } from './words.js';

/** One block for the speakers, one for each issue, one for the limits, one for the positions. */
export function negotiation({ speakers, issues, limits, positions }: Negotiation, zone: string): readonly string[] {
  const titles = new Map(issues.flatMap(({ name, options }) => options.map((option) => [`${name} ${option.name}`, option.title ?? option.name] as const)));
  const blocks = [speakers.map(speaker), ...issues.map(issue), limits.map(limit), positions.map((one) => position(one, titles.get(`${one.issue} ${one.option ?? ''}`), zone))];
  return blocks.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')]));
}

const term = ({ from, until }: { readonly from?: Instant; readonly until?: Instant }): string => `${from === undefined ? '' : ` from ${instant(from)}`}${until === undefined ? '' : ` until ${instant(until)}`}`;

const titled = (title: string | undefined): string => (title === undefined ? '' : ` ${quote(title)}`);

const speaker = (one: Speaker): string => `speaker ${one.name}${titled(one.title)}${one.speaksFor === undefined ? '' : ` for ${one.speaksFor}`}${term(one)}.`;

function issue({ name, title, required, options }: Issue): readonly string[] {
  const between = isOpen(required) ? OPEN : listed(required as readonly string[]);
  return [`issue ${name} ${quote(title)}, between ${between}.`, ...options.map((one) => option(one, name))];
}

const option = (one: NegotiationOption, of: string): string => `option ${one.name} of ${of}${titled(one.title)}.`;

/** `A, B and C`. */
const listed = (names: readonly string[]): string => [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(' and ');

const limit = (one: Limit): string =>
  `${one.kind} ${one.name}: of ${one.of} excludes ${one.excludes.map((each) => `${each.option ?? 'any option'} of ${each.issue}`).join(' and ')}${term(one)}${marks(one.source ? { source: one.source } : {})}.`;

function position(one: Position, title: string | undefined, zone: string): string {
  const silent = title === undefined ? one.stance : `${one.stance}: ${title}`;
  return [
    `position of ${one.party} on ${one.issue}: ${one.stance}${one.option === undefined ? '' : ` ${one.option}`}`, ...(one.gist === silent ? [] : [`in short ${quote(one.gist)}`]), ...(one.speaker === undefined ? [] : [`said by ${one.speaker}`]),
    one.voice === 'own' ? 'in own voice' : `reported by ${one.voice === 'media' ? 'media' : one.reportedBy ?? OPEN}`, ...(one.venue === undefined ? [] : [`at ${quote(one.venue)}`]), `on ${span(one.said, zone)}`,
    ...(one.knownAt === one.said.to ? [] : [`known ${ending(one.knownAt, zone)}`]), ...(one.uncertain ? ['held uncertain'] : []), ...(one.link === undefined ? [] : [`link ${quote(one.link)}`]), ...(one.source ? [`source ${quote(one.source.text)}`] : []),
  ].join(', ') + '.';
}

/** A whole day by its date, one instant by itself, else from an instant to an instant or the end of a day. */
function span({ from, to }: TimeRange, zone: string): string {
  if (from === to) return instant(from);
  const day = dayEnding(to, zone);
  return day !== undefined && instantOf(day, zone) === from ? day : `${instant(from)} to ${ending(to, zone)}`;
}

const ending = (at: Instant, zone: string): string => dayEnding(at, zone) ?? instant(at);

/** The date whose last instant in the zone this is, where it is one. */
function dayEnding(at: Instant, zone: string): string | undefined {
  const day = dateOf(at, zone);
  return endOfWritten(day, zone) === at ? day : undefined;
}
