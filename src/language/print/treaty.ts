/**
 * A treaty as text in one settled form: declarations, what is negotiated, articles with their prose and clauses, claims, stories. Comments are not kept.
 * INVARIANT (print-is-stable): parsing what was printed and printing it again gives the same text.
 */
import type { Article, Clause, Need, Pledge, Treaty } from '../../treaty/index.js';
import { behaviour, scope } from './behaviours.js';
import { clause } from './clauses.js';
import { act, body, finding, group, line, marks, outsider, party, times, zone } from './declarations.js';
import { condition, event, type Zones } from './events.js';
import { claim, scenario } from './scenarios.js';
import { negotiation } from './negotiation.js';
import { duration, durationOrOpen, instant, numberOrOpen, quote } from './words.js';

export function printTreaty(treaty: Treaty): string {
  const zones: Zones = new Set(treaty.zones.map(({ name }) => name));
  const declared = [
    `${treaty.document ?? 'treaty'} ${quote(treaty.title)}${marks(treaty)}.`, times(treaty.calendar), ...treaty.parties.map(party), ...treaty.outsiders.map(outsider), ...treaty.groups.map(group), ...treaty.bodies.map(body),
    ...treaty.lines.map(line), ...treaty.zones.map(zone), ...treaty.acts.map(act), ...treaty.findings.map(finding),
    ...treaty.readings.map(({ title, of, source }) => `reading ${quote(title)} of ${of}${marks(source ? { source } : {})}.`),
  ];
  const filed = byName(treaty);
  const loose = [...looseOf(treaty, filed).map((one) => clause(one, zones)), ...rules(treaty, '', zones, new Set(RULES))];
  const blocks = [
    declared.join('\n'), ...negotiation(treaty.negotiation, treaty.calendar.zone), ...(loose.length > 0 ? [loose.join('\n')] : []), ...treaty.articles.map((one) => articleOf(treaty, one, zones, filed)),
    ...(treaty.claims.length > 0 ? [treaty.claims.map((one) => claim(one, zones)).join('\n')] : []),
    ...(treaty.scope ? [scope(treaty.scope)] : []), ...treaty.behaviours.map((one) => behaviour(one, zones)), ...treaty.scenarios.map(scenario),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Clauses by name, in the order of the text. A clause under a reading is printed where it stands, whichever article it belongs to. */
function byName(treaty: Treaty): Map<string, Clause[]> {
  const filed = new Map<string, Clause[]>();
  for (const one of treaty.clauses) filed.set(one.name, [...(filed.get(one.name) ?? []), one]);
  return filed;
}

/** Takes out the clauses that stand before the first article. */
function looseOf(treaty: Treaty, filed: Map<string, Clause[]>): readonly Clause[] {
  const inArticles = treaty.articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ clauses }) => clauses));
  const loose = new Set<Clause>();
  for (const [name, all] of filed) for (const one of all.splice(0, all.length - inArticles.filter((mentioned) => mentioned === name).length)) loose.add(one);
  return treaty.clauses.filter((one) => loose.has(one));
}

function articleOf(treaty: Treaty, article: Article, zones: Zones, filed: Map<string, Clause[]>): string {
  const said = new Set<string>();
  const lines = [`article ${/^\d+(\.\d+)?$|^\p{L}[\p{L}\p{N}_]*$/u.test(article.number) ? article.number : quote(article.number)} ${quote(article.title)}${marks(article)}.`];
  for (const { prose, clauses, encodedBy } of article.paragraphs) {
    for (const { text } of prose) lines.push(`| ${text}`.trimEnd());
    if (encodedBy) lines.push(`encoded by ${encodedBy.join(', ')}.`);
    for (const name of clauses) {
      const next = filed.get(name)?.shift();
      if (next) lines.push(clause(next, zones));
      else if (!said.has(name)) { said.add(name); lines.push(...rules(treaty, article.number, zones, new Set([name]))); }
    }
  }
  return lines.join('\n');
}

const RULES = ['entry into force', 'termination', 'suspension', 'survival', 'needs', 'pledge'];

/** Sentences about the instrument as a whole that stand in an article. */
function rules(treaty: Treaty, article: string, zones: Zones, asked: ReadonlySet<string>): readonly string[] {
  const here = <T extends { readonly article: string }>(all: readonly T[], name: string): readonly T[] => (asked.has(name) ? all.filter((one) => one.article === article) : []);
  const { entryIntoForce } = treaty;
  const needs = here(treaty.needs, 'needs');
  return [
    ...here(entryIntoForce ? [entryIntoForce] : [], 'entry into force').map((one) =>
      `enters into force ${one.on === undefined ? `when ${one.when ? condition(one.when, zones) : 'to be agreed'}` : `on ${instant(one.on)}`}${one.after ? `, ${duration(one.after)} later` : ''}.`),
    ...here(treaty.terminations.filter(({ kind }) => kind === 'terminates'), 'termination').map((one) =>
      `terminates ${one.when ? `when ${event(one.when, zones)}` : one.while ? `while ${condition(one.while, zones)}` : `after ${one.after ? durationOrOpen(one.after) : 'to be agreed'}`}.`),
    ...here(treaty.terminations.filter(({ kind }) => kind === 'suspended'), 'suspension').map((one) => `suspended while ${one.while ? condition(one.while, zones) : 'to be agreed'}.`),
    ...here(treaty.survivals, 'survival').map(({ clauses }) => `survives withdrawal: ${clauses.join(', ')}.`),
    ...(needs.length > 0 ? [`needs ${needs.map(need).join(', ')}.`] : []),
    ...here(treaty.pledges, 'pledge').map(pledge),
  ];
}

const need = ({ amount, what, within }: Need): string => `${numberOrOpen(amount)} ${what} within ${durationOrOpen(within)}`;

const pledge = (one: Pledge): string => `pledge ${one.party} gives ${numberOrOpen(one.amount)} ${one.what}${one.readyAfter ? ` ready after ${durationOrOpen(one.readyAfter)}` : ''}`
  + `${one.stationed ? `, stationed ${one.stationed.inside ? 'inside' : 'outside'} ${quote(one.stationed.place)}` : ''}${marks(one.source ? { source: one.source } : {})}.`;
