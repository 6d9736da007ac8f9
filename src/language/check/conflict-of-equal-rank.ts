/** One clause orders what another forbids, to the same party, and no clause says which prevails. */
import type { ActPattern, Duty, Treaty } from '../../treaty/index.js';
import { inArticle, type Finding, type Rule } from './rule.js';
import { mayMeet } from './people.js';

export const conflictOfEqualRank: Rule = {
  id: 'conflict-of-equal-rank', severity: 'error', summary: 'one clause orders what another of equal rank forbids',
  check: (treaty) => {
    const duties = treaty.clauses.filter((clause): clause is Duty => clause.kind === 'duty');
    const bans = new Map<string, Duty[]>();
    for (const ban of duties) if (ban.content.kind === 'refrain') for (const act of new Set(ban.content.acts.flatMap(({ acts }) => acts))) { const list = bans.get(act); if (list) list.push(ban); else bans.set(act, [ban]); }
    const against = ({ content }: Duty): readonly Duty[] => (content.kind === 'achieve' ? [...new Set(content.acts.flatMap(({ acts }) => acts.slice(0, 1)).flatMap((act) => bans.get(act) ?? []))] : []);
    return duties.flatMap((order) => against(order).flatMap((ban): Finding[] => (clash(order, ban, treaty) ? [{
      span: order.nameSpan, message: `\`${order.name}\` orders what \`${ban.name}\`${inArticle(ban)} forbids, and no clause says which prevails`,
      help: `write \`notwithstanding ${ban.name}\` or \`subject to ${ban.name}\` on \`${order.name}\``, related: [{ span: ban.nameSpan, message: `\`${ban.name}\` forbids it` }],
    }] : [])));
  },
};

function clash(order: Duty, ban: Duty, treaty: Treaty): boolean {
  if (order.content.kind !== 'achieve' || ban.content.kind !== 'refrain') return false;
  if (order.reading !== ban.reading && order.reading !== undefined && ban.reading !== undefined) return false;
  if (ban.unless || ban.while || ban.trigger || ban.onlyAfter.length > 0 || ban.until || order.unless) return false;
  if (ranked(order, ban) || ranked(ban, order) || !mayMeet(order.debtor, ban.debtor, treaty)) return false;
  const { acts } = ban.content;
  const forbidden = order.content.acts.length > 0 && order.content.acts.every((ordered) => ordered.acts.every((act) => acts.some((banned) => banned.acts.includes(act) && covers(banned, ordered))));
  return forbidden && !treaty.clauses.some((clause) => clause.kind === 'permission' && ranked(clause, ban));
}

const ranked = (a: { readonly priorities: Duty['priorities'] }, b: Duty): boolean => a.priorities.some(({ clause }) => clause === b.name);

/** Whether everything the order asks falls under the ban, as far as the words alone tell. */
const covers = (banned: ActPattern, ordered: ActPattern): boolean => {
  const bare = JSON.stringify;
  const within = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one) => b.some((other) => bare(stripped(one)) === bare(stripped(other))));
  return within(banned.places, ordered.places) && within(banned.tests, ordered.tests) && (!banned.on || bare(stripped(banned.on)) === bare(stripped(ordered.on)));
};

const stripped = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null, (key, one: unknown) => (key === 'span' ? undefined : one)));
