/** Declarations of names: parties, groups, bodies, zones, lines, acts and findings. */
import type { Act, ArgumentKind, Body, Citation, Finding, Group, Instant, Likelihood, Line, Outsider, Party, Zone, ZoneShape } from '../../treaty/index.js';
import type { ActRule, BodyRule, Coordinates, FindingRule, GroupRule, LineOption, LineRule, OutsiderRule, PartyRule, Shape, ShapeOne, ZoneOption, ZoneRule } from '../generated/ast.js';
import { unquote, type Lowering } from './context.js';
import { lowerInstant } from './events.js';
import { lowerWhoOne, union } from './who.js';

export function lowerParties(low: Lowering, node: PartyRule): Party[] {
  const span = low.span(node);
  const from = node.since === undefined ? {} : { from: lowerInstant(low, node.since, span) };
  const until = node.until === undefined ? {} : { until: lowerInstant(low, node.until, span) };
  return node.names.map((ref) => ({ name: ref.name, span: low.span(ref), ...from, ...until }));
}

export const lowerOutsiders = (low: Lowering, node: OutsiderRule): Outsider[] => node.names.map((ref) => ({ name: ref.name, span: low.span(ref) }));

export function lowerGroup(low: Lowering, node: GroupRule): Group {
  const span = low.span(node.name);
  if (node.open) return { name: node.name.name, span, members: low.open(node.open) };
  return { name: node.name.name, span, members: node.members.map((ref) => low.refer(ref.name, low.span(ref), ['party', 'outsider', 'body'], 'a party')) };
}

export function lowerBody(low: Lowering, node: BodyRule): Body {
  const span = low.span(node.name);
  const chair = node.chair ? { chair: low.refer(node.chair.name, low.span(node.chair), ['party', 'body', 'outsider'], 'a party') } : {};
  const [first, ...others] = node.members;
  if (first && others.length === 0 && first.except.length === 0 && first.who.$type === 'NamedWho' && first.who.name === 'independent' && !low.names.has('independent')) return { name: node.name.name, span, members: 'independent', ...chair };
  const members = node.members.map((one) => lowerWhoOne(low, one));
  const [only] = members;
  return { name: node.name.name, span, members: members.length === 1 && only?.kind === 'to be agreed' ? only : members, ...chair };
}

export function lowerZone(low: Lowering, node: ZoneRule): Zone {
  const excludes = node.options.flatMap((option) => (option.$type === 'ExcludingShapes' ? option.excludes : []));
  return { name: node.name.name, span: low.span(node.name), includes: node.includes.map((shape) => lowerShape(low, shape)), excludes: excludes.map((shape) => lowerShape(low, shape)), ...datedSource(low, node.options) };
}

function lowerShape(low: Lowering, node: Shape): ZoneShape {
  const parts = node.parts.map((part) => lowerShapeOne(low, part));
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind: 'both', of: parts, span: low.span(node) };
}

function lowerShapeOne(low: Lowering, node: ShapeOne): ZoneShape {
  const span = low.span(node);
  switch (node.$type) {
    case 'StripShape': return {
      kind: 'strip', distanceKm: node.km === undefined ? low.open(node.open) : Number(node.km), line: low.refer(node.line.name, low.span(node.line), ['line'], 'a line'),
      ...(node.side ? { side: low.refer(node.side.name, low.span(node.side), ['party', 'outsider', 'group', 'body'], 'a party') } : {}), span,
    };
    case 'PolygonShape': return { kind: 'polygon', corners: node.corners.map((corner) => lowerCoordinates(low, corner)), span };
    case 'BandShape': {
      const degrees = degreesOf(node.limit);
      const edge = { north: 'south', south: 'north', east: 'west', west: 'east' }[node.direction];
      return { kind: 'band', [edge]: degrees, span } as ZoneShape;
    }
    case 'OpenShape': return low.open(node.open);
    case 'PlaceShape': return { kind: 'place', name: unquote(node.place), span };
    case 'ZoneShape': return { kind: 'zone', name: low.refer(node.zone.name, span, ['zone'], 'a zone'), span };
  }
}

/** `45.0N` is 45, `10.5S` is −10.5. */
const degreesOf = (written: string): number => Number(written.slice(0, -1)) * (/[SW]$/.test(written) ? -1 : 1);

export function lowerCoordinates(low: Lowering, node: Coordinates): { latitude: number; longitude: number } {
  const latitude = degreesOf(node.latitude);
  const longitude = degreesOf(node.longitude);
  if (!/[NS]$/.test(node.latitude) || !/[EW]$/.test(node.longitude) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    low.report('error', 'impossible-place', low.span(node), `\`${node.latitude} ${node.longitude}\` is not a place on earth`, { help: 'write latitude then longitude, for example 49.99N 36.23E' });
  }
  return { latitude, longitude };
}

export function lowerLine(low: Lowering, node: LineRule): Line {
  return { name: node.name.name, span: low.span(node.name), atlasName: unquote(node.atlasName), ...datedSource(low, node.options) };
}

/** The day on which a zone or line stood so, and where that is written. */
function datedSource(low: Lowering, options: readonly (ZoneOption | LineOption)[]): { asOf?: Instant; source?: Citation } {
  const { source } = low.marks(options.flatMap((option) => (option.$type === 'ZoneMark' ? [option.mark] : [])));
  const days = options.flatMap((option) => (option.$type === 'AsOf' ? [option] : []));
  const [day, second] = days;
  if (second) low.report('error', 'option-twice', low.span(second), 'this is said twice in one sentence', { help: 'keep one of the two' });
  return { ...(day ? { asOf: lowerInstant(low, day.asOf, low.span(day)) } : {}), ...(source ? { source } : {}) };
}

export function lowerActs(low: Lowering, node: ActRule): Act[] {
  const args = node.arguments.map((argument) => ({ name: argument.name.name, type: argumentKind(argument), span: low.span(argument) }));
  return node.names.map((ref) => ({ name: ref.name, span: low.span(ref), hasTarget: node.target, hasPlace: node.located, arguments: args }));
}

function argumentKind(argument: ActRule['arguments'][number]): ArgumentKind {
  if (argument.options.length > 0) return { kind: 'choice', options: argument.options };
  if (argument.text) return { kind: 'text' };
  if (argument.party) return { kind: 'party' };
  return { kind: 'number', ...(argument.min === undefined ? {} : { min: Number(argument.min) }), ...(argument.max === undefined ? {} : { max: Number(argument.max) }) };
}

export const LIKELIHOODS: readonly Likelihood[] = ['remote', 'unlikely', 'doubtful', 'even', 'likely', 'very likely', 'almost certain'];

export function lowerFinding(low: Lowering, node: FindingRule): Finding {
  const words = node.likelihood.join(' ');
  const atLeast = LIKELIHOODS.find((one) => one === words);
  if (words !== '' && !atLeast) low.report('error', 'unknown-likelihood', low.span(node), `\`${words}\` is not a word of likelihood`, low.meant(low.span(node), words, LIKELIHOODS, `write one of ${LIKELIHOODS.join(', ')}`));
  return {
    name: node.name.name, span: low.span(node.name), namesParty: node.namesParty, madeBy: union(node.makers.map((maker) => lowerWhoOne(low, maker)), low.span(node)),
    selfJudging: node.opinion, ...(atLeast ? { atLeast } : {}),
  };
}
