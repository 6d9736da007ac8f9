/** Who a sentence speaks of. A bare name of a group or body means its members. */
import type { Headcount, Span, Who } from '../../treaty/index.js';
import type { HeadcountRule, WhoAll, WhoOne, WhoSimple } from '../generated/ast.js';
import type { Lowering, NameKind } from './context.js';

const ACTORS: readonly NameKind[] = ['party', 'outsider', 'group', 'body'];

export function lowerWhoAll(low: Lowering, node: WhoAll): Who {
  return union(node.all.map((one) => lowerWhoOne(low, one)), low.span(node));
}

export function union(all: readonly Who[], span: Span): Who {
  const [first] = all;
  return all.length === 1 && first ? first : { kind: 'union', of: all, span };
}

export function lowerWhoOne(low: Lowering, node: WhoOne): Who {
  const base = lowerSimple(low, node.who);
  return node.except.length === 0 ? base : { kind: 'other than', base, except: node.except.map((one) => lowerSimple(low, one)), span: low.span(node) };
}

function lowerSimple(low: Lowering, node: WhoSimple): Who {
  const span = low.span(node);
  switch (node.$type) {
    case 'EachWho': {
      const as = node.role === undefined ? {} : { as: roleNamed(low, node.role, span) };
      if (node.group === 'outsider') return { kind: 'outsider', ...as, span };
      if (node.group === 'party' || (node.group === 'parties' && !low.names.has('parties'))) return { kind: 'each', group: 'party', ...as, span };
      return { kind: 'each', group: low.refer(node.group, span, ACTORS, 'a group, body or party'), ...as, span };
    }
    case 'AnyoneWho': return { kind: 'anyone', ...(node.role === undefined ? {} : { as: roleNamed(low, node.role, span) }), span };
    case 'RoleWho': return { kind: 'role', role: node.role, span };
    case 'OpenWho': return low.open(node.open);
    case 'NamedWho': {
      const name = low.refer(node.name, span, ACTORS, 'a party, group, body or outsider');
      const kind = low.names.get(name)?.kind;
      if (node.role !== undefined) return { kind: 'each', group: name, as: roleNamed(low, node.role, span), span };
      return kind === 'group' ? { kind: 'each', group: name, span } : { kind: 'name', name, span };
    }
  }
}

/** `the debtor` and `the holder` are filled by each life of a clause itself, and so by no event. */
function roleNamed(low: Lowering, role: string, span: Span): string {
  if (role === 'debtor' || role === 'holder') low.report('error', 'reserved-role', low.word(span, role), `\`the ${role}\` always is the one whose ${role === 'debtor' ? 'duty' : 'power'} it is, and no event makes another of it`, { help: 'give the role another name' });
  return role;
}

export function lowerHeadcount(low: Lowering, node: HeadcountRule): Headcount {
  return { who: lowerWhoOne(low, node.who), atLeast: node.count === undefined ? 'all' : Number(node.count) };
}
