/** Sentences of a negotiation: speakers, issues with their options, limits, and positions. Options are named within their issue, so they are filed there before anything refers to them. */
import type { Instant, Issue, Limit, Negotiation, NegotiationOption, Position, Span, Speaker, Stance, TimeRange } from '../../treaty/index.js';
import type { ExcludedRule, IssueRule, LimitRule, NameRef, OptionRule, PositionOption, PositionRule, Sentence, SpeakerRule } from '../generated/ast.js';
import { dateOf, endOfWritten } from '../dates.js';
import { unquote, type Lowering, type NameKind } from './context.js';
import { lowerInstant } from './events.js';

/** Who can hold a position: one name, one stance. A group or a body of several members has as many stances as members. */
const HOLDERS: readonly NameKind[] = ['party', 'outsider', 'body'];

type Options = ReadonlyMap<string, readonly NegotiationOption[]>;

export function lowerNegotiation(low: Lowering, sentences: readonly Sentence[]): Negotiation {
  const options = lowerOptions(low, sentences);
  const draft: { speakers: Speaker[]; issues: Issue[]; limits: Limit[]; positions: Position[] } = { speakers: [], issues: [], limits: [], positions: [] };
  const ids = new Set<string>();
  for (const node of sentences) {
    if (node.$type === 'SpeakerRule') draft.speakers.push(lowerSpeaker(low, node));
    else if (node.$type === 'IssueRule') draft.issues.push(lowerIssue(low, node, options));
    else if (node.$type === 'LimitRule') draft.limits.push(lowerLimit(low, node, options));
    else if (node.$type === 'PositionRule') {
      const position = lowerPosition(low, node, options, ids);
      if (position) draft.positions.push(position);
    }
  }
  return draft;
}

function lowerOptions(low: Lowering, sentences: readonly Sentence[]): Options {
  const filed = new Map<string, NegotiationOption[]>();
  for (const node of sentences) {
    if (node.$type !== 'OptionRule') continue;
    const issue = low.refer(node.issue.name, low.span(node.issue), ['issue'], 'an issue');
    const known = filed.get(issue) ?? [];
    filed.set(issue, known);
    const option = lowerOption(low, node);
    const before = known.find(({ name }) => name === option.name);
    if (before) low.report('error', 'duplicate-name', option.span, `\`${option.name}\` is already the name of an option of \`${issue}\``, { help: 'give one of them another name', related: [{ span: before.span, message: `\`${option.name}\` is first named here` }] });
    else known.push(option);
  }
  return filed;
}

const lowerOption = (low: Lowering, node: OptionRule): NegotiationOption => ({ name: node.name.name, ...(node.title === undefined ? {} : { title: unquote(node.title) }), span: low.span(node.name) });

function lowerSpeaker(low: Lowering, node: SpeakerRule): Speaker {
  return {
    name: node.name.name, ...(node.title === undefined ? {} : { title: unquote(node.title) }), ...(node.party ? { speaksFor: holder(low, node.party) } : {}), ...term(low, node), span: low.span(node.name),
  };
}

const holder = (low: Lowering, ref: NameRef): string => low.refer(ref.name, low.span(ref), HOLDERS, 'a party');

/** From and until, each its midnight where a date stands. */
function term(low: Lowering, node: SpeakerRule | LimitRule): { from?: Instant; until?: Instant } {
  const span = low.span(node);
  const [from, until] = [node.since, node.until].map((written) => (written === undefined ? undefined : lowerInstant(low, written, low.word(span, written))));
  if (from !== undefined && until !== undefined && until <= from) low.report('error', 'range-reversed', low.word(span, node.until ?? ''), `\`${node.until ?? ''}\` is not after \`${node.since ?? ''}\``, { help: 'write the earlier date after `from`' });
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function lowerIssue(low: Lowering, node: IssueRule, options: Options): Issue {
  const { name } = node.name;
  const required = node.open ? low.open(node.open) : [...new Set(node.required.map((ref) => holder(low, ref)))];
  return { name, title: unquote(node.title), options: options.get(name) ?? [], required, span: low.span(node), nameSpan: low.span(node.name) };
}

function lowerLimit(low: Lowering, node: LimitRule, options: Options): Limit {
  const { source } = low.marks(node.marks);
  return {
    kind: node.constraint ? 'constraint' : 'red line', name: node.name.name, of: holder(low, node.party), excludes: node.excludes.map((one) => lowerExcluded(low, one, options)),
    ...term(low, node), ...(source ? { source } : {}), span: low.span(node), nameSpan: low.span(node.name),
  };
}

function lowerExcluded(low: Lowering, node: ExcludedRule, options: Options): Limit['excludes'][number] {
  const issue = low.refer(node.issue.name, low.span(node.issue), ['issue'], 'an issue');
  return { issue, ...(node.option ? { option: optionOf(low, node.option, issue, options) } : {}), span: low.span(node) };
}

function optionOf(low: Lowering, ref: NameRef, issue: string, options: Options): string {
  const { name } = ref;
  const span = low.span(ref);
  const known = (options.get(issue) ?? []).map((one) => one.name);
  // Where the issue is not there, or a sentence that may hold the option could not be read, one error is enough.
  if (known.includes(name) || low.names.get(issue)?.kind !== 'issue' || low.lost.has(name)) return name;
  low.report('error', 'undefined-option', span, `\`${issue}\` has no option \`${name}\``, low.meant(span, name, known, known.length > 0 && known.length <= 6 ? `its options are ${known.join(', ')}` : `declare it: \`option ${name} of ${issue} "…".\``));
  return name;
}

const WITHOUT_OPTION: ReadonlySet<Stance> = new Set<Stance>(['reports', 'uncertain']);

/** Undefined where it does not say when or on whose word: nothing could be made of it. */
function lowerPosition(low: Lowering, node: PositionRule, options: Options, ids: Set<string>): Position | undefined {
  const span = low.span(node);
  const party = holder(low, node.party);
  const issue = low.refer(node.issue.name, low.span(node.issue), ['issue'], 'an issue');
  const stance = node.stance;
  const option = node.option && optionOf(low, node.option, issue, options);
  if (option === undefined && !WITHOUT_OPTION.has(stance)) low.report('error', 'position-without-option', low.word(span, stance), `this says that \`${party}\` ${stance}, and not what`, { help: `name an option of \`${issue}\`` });
  const one = <T extends PositionOption['$type']>(type: T): Extract<PositionOption, { $type: T }> | undefined => {
    const [first, second] = node.options.filter((each): each is Extract<PositionOption, { $type: T }> => each.$type === type);
    if (second) low.report('error', 'option-twice', low.span(second), 'this is said twice in one sentence', { help: 'keep one of the two' });
    return first;
  };
  const { source } = low.marks(node.options.flatMap((each) => (each.$type === 'PositionMark' ? [each.mark] : [])));
  const [saidBy, own, reported, gist, venue, day, known, link] = [one('SaidByOption'), one('OwnVoiceOption'), one('ReportedOption'), one('GistOption'), one('VenueOption'), one('SaidOnOption'), one('KnownOption'), one('LinkOption')];
  if (own && reported) low.report('error', 'two-voices', low.span(reported), 'this is said to be in own voice and to be reported', { help: 'keep the one the source bears out' });
  if (!own && !reported) low.report('error', 'position-without-voice', span, 'this does not say on whose word it rests', { help: 'write `in own voice`, `reported by PARTY` or `reported by media`' });
  if (!day) low.report('error', 'position-without-date', span, 'this does not say when it was said', { help: 'write `on DATE`' });
  if (!day || (!own && !reported)) return undefined;
  const said = saidOn(low, day.on, day.to, low.span(day));
  const knownAt = known ? ending(low, known.known, low.span(known)) : said.to;
  const reportedBy = reported?.party && holder(low, reported.party);
  if (reportedBy !== undefined && reportedBy === party) low.report('error', 'reported-by-itself', low.span(reported), `\`${party}\` is said to report its own position`, { help: 'write `in own voice`' });
  const title = option === undefined ? undefined : options.get(issue)?.find(({ name }) => name === option)?.title ?? option;
  return {
    id: idOf(`${party}-on-${issue}-${dateOf(said.from, low.zone)}`, ids), party, ...(saidBy ? { speaker: low.refer(saidBy.speaker.name, low.span(saidBy.speaker), ['speaker'], 'a speaker') } : {}), issue,
    ...(option === undefined ? {} : { option }), stance, voice: !reported ? 'own' : reportedBy === undefined ? 'media' : 'counterpart', ...(venue ? { venue: unquote(venue.venue) } : {}),
    gist: gist ? unquote(gist.gist) : title === undefined ? stance : `${stance}: ${title}`, said, knownAt, ...(source ? { outlet: source.text } : {}), ...(link ? { link: unquote(link.link) } : {}),
    ...(reportedBy === undefined ? {} : { reportedBy }), uncertain: one('DoubtOption') !== undefined, ...(source ? { source } : {}), span, nameSpan: low.at(span.offset, low.span(node.issue).end),
  };
}

/** A date is its whole day in the text's zone; `to` ends the span. */
function saidOn(low: Lowering, on: string, to: string | undefined, span: Span): TimeRange {
  const from = lowerInstant(low, on, span);
  const end = to === undefined ? endOfWritten(on, low.zone) ?? from : ending(low, to, span);
  if (end < from) low.report('error', 'range-reversed', span, `\`${to ?? on}\` is before \`${on}\``, { help: 'write the earlier date first' });
  return { from, to: Math.max(from, end) };
}

const ending = (low: Lowering, written: string, span: Span): Instant => endOfWritten(written, low.zone) ?? lowerInstant(low, written, span);

/** Of several on one day, the later in the text get a number. */
function idOf(base: string, taken: Set<string>): string {
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
