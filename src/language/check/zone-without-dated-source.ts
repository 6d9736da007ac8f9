/** A zone or line nobody can draw again: it names no source, or no date on which it stood so. */
import type { Line, Treaty, Zone, ZoneShape } from '../../treaty/index.js';
import type { Finding, Rule } from './rule.js';

export const zoneWithoutDatedSource: Rule = {
  id: 'zone-without-dated-source', severity: 'warning', summary: 'a zone or line has no source, or no date',
  check: (treaty) => [
    ...treaty.lines.flatMap((line) => finding('line', line, lacksOfLine(line))),
    ...treaty.zones.flatMap((zone) => finding('zone', zone, lacksOfZone(zone, treaty))),
  ],
};

function finding(what: string, { name, span }: Zone | Line, lacks: readonly string[]): readonly Finding[] {
  return lacks.length === 0 ? [] : [{ span, message: `the ${what} \`${name}\` has ${lacks.join(' and ')}, so it cannot be drawn again as it was`, help: 'add `as of DATE` and `source "…"`' }];
}

const lacksOfLine = ({ asOf, source }: Line): readonly string[] => [...(source ? [] : ['no source']), ...(asOf === undefined ? ['no date'] : [])];

function lacksOfZone({ asOf, source, includes, excludes }: Zone, treaty: Treaty): readonly string[] {
  const shapes = [...includes, ...excludes].flatMap(flat).filter(({ kind }) => kind !== 'to be agreed');
  if (shapes.length === 0) return [];
  // What rests on another zone or line rests on its source; degrees do not move.
  const borrowed = shapes.every((shape) => shape.kind === 'zone' || (shape.kind === 'strip' && treaty.lines.some((line) => line.name === shape.line && lacksOfLine(line).length === 0)));
  const fixed = shapes.every(({ kind }) => kind === 'polygon' || kind === 'band' || kind === 'zone');
  return borrowed ? [] : [...(source ? [] : ['no source']), ...(asOf === undefined && !fixed ? ['no date'] : [])];
}

const flat = (shape: ZoneShape): readonly ZoneShape[] => (shape.kind === 'both' ? shape.of.flatMap(flat) : [shape]);
