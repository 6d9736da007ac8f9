/** A trigger that hangs on something nobody is empowered to find, or on a place or value not yet drawn: whether it occurred can never be settled. */
import type { Clause, Finding as Declared, Treaty, Zone, ZoneShape } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';

export const triggerNobodyCanEstablish: Rule = {
  id: 'trigger-nobody-can-establish', severity: 'warning', summary: 'a trigger hangs on a finding nobody can make, or on a place or value left open',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => {
    const triggers = triggersOf(clause);
    const why = triggers.length === 0 ? undefined : obstacle(triggers, treaty);
    return why === undefined ? [] : [{ span: clause.nameSpan, message: `whether \`${clause.name}\` is triggered cannot be established: ${why}`, help: 'name who establishes it, and settle what is open' }];
  }),
};

function triggersOf(clause: Clause): readonly unknown[] {
  switch (clause.kind) {
    case 'definition': return [clause.meaning];
    case 'duty': return [clause.trigger, clause.deadline && 'of' in clause.deadline ? clause.deadline.of : undefined].filter((one) => one !== undefined);
    case 'power': case 'permission': return clause.trigger ? [clause.trigger] : [];
    case 'decision': return clause.opens.kind === 'to be agreed' && clause.opens.span.end === 0 ? [] : [clause.opens];
    case 'reservation': return [];
  }
}

function obstacle(triggers: readonly unknown[], treaty: Treaty): string | undefined {
  for (const one of objectsIn(triggers)) {
    if (!('kind' in one)) continue;
    if (one.kind === 'to be agreed') return 'part of it is to be agreed';
    if ((one.kind === 'finding' || one.kind === 'found') && 'finding' in one) {
      const finding = treaty.findings.find(({ name }) => name === one.finding);
      if (finding && nobodyMakes(finding, treaty)) return `who makes the finding \`${finding.name}\` is to be agreed`;
    }
    if (one.kind === 'act' && 'places' in one) {
      const open = (one.places as readonly { readonly zone: string }[]).find(({ zone }) => isOpen(zone, treaty, new Set()));
      if (open) return `the zone \`${open.zone}\` is to be agreed`;
    }
  }
  return undefined;
}

function nobodyMakes({ madeBy }: Declared, treaty: Treaty): boolean {
  return [...objectsIn(madeBy)].some((one) => {
    if (!('kind' in one)) return false;
    if (one.kind === 'to be agreed') return true;
    const name = 'name' in one ? one.name : 'group' in one ? one.group : undefined;
    const body = treaty.bodies.find((other) => other.name === name);
    const group = treaty.groups.find((other) => other.name === name);
    return [body?.members, group?.members].some((members) => typeof members === 'object' && 'kind' in members);
  });
}

/** Nothing of the zone is drawn. Where a part is, what falls there can be established. */
function isOpen(name: string, treaty: Treaty, seen: ReadonlySet<string>): boolean {
  const zone: Zone | undefined = treaty.zones.find((one) => one.name === name);
  if (!zone || seen.has(name)) return false;
  const open = (shape: ZoneShape): boolean => [...objectsIn([shape])].some((one) => 'kind' in one && (one.kind === 'to be agreed' || (one.kind === 'zone' && 'name' in one && isOpen(String(one.name), treaty, new Set([...seen, name])))));
  return zone.includes.length > 0 && zone.includes.every(open);
}
