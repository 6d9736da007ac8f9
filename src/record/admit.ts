/** Entries held against a treaty: names nobody has, values out of range, ids used twice. What is wrong is set aside with its reason; acts the treaty does not speak of are counted. */
import type { Act, Actor, Correction, Entry, Treaty } from '../treaty/index.js';
import { canonical } from './canonical.js';
import { closest, didYouMean } from './near.js';
import { quoted, type SetAside } from './reading.js';

export interface Admitted {
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAside[];
  /** Acts on record that the treaty does not declare, with how many entries. */
  readonly notConcerned: readonly { readonly act: string; readonly count: number }[];
}

const BUILT_IN = ['sign', 'ratify', 'accede', 'withdraw', 'denounce', 'terminate', 'suspend', 'resume', 'waive', 'vote', 'coverage', 'correction', 'retraction'];
/** Facts about knowledge rather than values: a choice may always be one of these. */
const NO_VALUE = /^(disputed|contested|unknown|unclear)$/;

export function admit(treaty: Treaty, entries: readonly Entry[]): Admitted {
  const known = namesOf(treaty);
  const setAside: SetAside[] = [];
  const others = new Map<string, number>();
  const kept: Entry[] = [];
  const ids = new Set(entries.map(({ id }) => id));
  for (const entry of distinct(entries, setAside)) {
    if (!known.declared.has(entry.act) && !BUILT_IN.includes(entry.act) && closest(entry.act, [...known.declared.keys()]) === undefined) {
      others.set(entry.act, (others.get(entry.act) ?? 0) + 1);
      continue;
    }
    const fault = faultOf(entry, treaty, known, ids);
    if (fault === undefined) kept.push(entry); else setAside.push(aside(entry, fault));
  }
  const notConcerned = [...others].map(([act, count]) => ({ act, count })).sort((a, b) => (a.act < b.act ? -1 : 1));
  return { entries: kept, setAside: setAside.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row)), notConcerned };
}

const aside = (entry: Entry, reason: string): SetAside => ({ file: entry.origin?.file ?? '', row: entry.origin?.line ?? 0, reason });

/** One entry per id. Copies count once and are said; of contradicting ones the earliest known stands, whatever the order of the file. */
function distinct(entries: readonly Entry[], setAside: SetAside[]): readonly Entry[] {
  const byId = new Map<string, Entry[]>();
  for (const entry of entries) { const same = byId.get(entry.id); if (same) same.push(entry); else byId.set(entry.id, [entry]); }
  const content = ({ origin: _origin, ...entry }: Entry): string => canonical(entry);
  return [...byId.values()].flatMap((same) => {
    const [only] = same;
    if (same.length === 1 || !only) return same;
    const sorted = same.map((entry) => ({ entry, content: content(entry) })).sort((a, b) => a.entry.knownAt - b.entry.knownAt || (a.content < b.content ? -1 : a.content > b.content ? 1 : whereOf(a.entry, b.entry)));
    const [first] = sorted;
    if (!first) return [];
    for (const { entry, content: other } of sorted.slice(1)) {
      const { origin } = first.entry;
      const stands = origin ? ` on line ${origin.line}${origin.file === entry.origin?.file ? '' : ` of ${quoted(origin.file)}`}` : '';
      setAside.push(aside(entry, other === first.content ? `the same entry stands${stands} already; it counts once` : `the id ${quoted(entry.id)} already stands for another entry${stands}; give it an id of its own, or write a \`correction\``));
    }
    return [first.entry];
  });
}

/** By file and line, so that the order in which files are named changes nothing. */
const whereOf = ({ origin: a }: Entry, { origin: b }: Entry): number => ((a?.file ?? '') < (b?.file ?? '') ? -1 : (a?.file ?? '') > (b?.file ?? '') ? 1 : (a?.line ?? 0) - (b?.line ?? 0));

interface Names { readonly declared: ReadonlyMap<string, Act | undefined>; readonly actors: readonly string[]; readonly decisions: readonly string[] }

const namesOf = (treaty: Treaty): Names => ({
  declared: new Map<string, Act | undefined>([...treaty.acts.map((act) => [act.name, act] as const), ...treaty.findings.map((finding) => [finding.name, undefined] as const)]),
  actors: [...treaty.parties, ...treaty.outsiders, ...treaty.bodies].map(({ name }) => name),
  decisions: treaty.clauses.filter(({ kind }) => kind === 'decision').map(({ name }) => name),
});

function faultOf(entry: Entry, treaty: Treaty, known: Names, ids: ReadonlySet<string>): string | undefined {
  if (!known.declared.has(entry.act) && !BUILT_IN.includes(entry.act)) return `the treaty has no act ${quoted(entry.act)}${didYouMean(entry.act, [...known.declared.keys()])}`;
  const who = actorFault(entry.actor, known.actors) ?? (entry.on ? actorFault(entry.on, known.actors) : undefined);
  if (who !== undefined) return who;
  const refers = entry.arguments[entry.act === 'correction' ? 'corrects' : entry.act === 'retraction' ? 'retracts' : ''];
  if (refers !== undefined && !ids.has(String(refers))) return `it refers to the entry ${quoted(String(refers))}, which is not on record${didYouMean(String(refers), [...ids])}`;
  const { replacement } = entry as Correction;
  const inner = replacement && (known.declared.has(replacement.act) || BUILT_IN.includes(replacement.act)) ? faultOf(replacement, treaty, known, ids) : undefined;
  if (inner !== undefined) return `what should stand instead cannot be used: ${inner}`;
  if (entry.act === 'vote') return voteFault(entry, known.decisions);
  const finding = treaty.findings.find(({ name }) => name === entry.act);
  if (finding?.namesParty && !entry.on) return `the finding ${quoted(entry.act)} names a party, and this entry names none; add \`on\``;
  const act = known.declared.get(entry.act);
  return act ? factFault(entry, act) : undefined;
}

function actorFault(actor: Actor, known: readonly string[]): string | undefined {
  const names = actor.kind === 'one' ? (actor.outsider ? [] : [actor.name]) : actor.kind === 'one of' ? actor.names : [];
  const unknown = names.filter((name) => !known.includes(name));
  // Of several possible actors some may be strangers to the treaty; a slip of the pen is still one.
  const slip = unknown.find((name) => closest(name, known) !== undefined);
  const [named] = slip !== undefined ? [slip] : unknown.length === names.length ? unknown : [];
  if (named === undefined) return undefined;
  const near = didYouMean(named, known);
  return `${quoted(named)} is no party, body or outsider of the treaty${near === '' ? '; name one it declares, or mark it `outsider`' : near}`;
}

function voteFault({ arguments: facts }: Entry, decisions: readonly string[]): string | undefined {
  const decision = String(facts['decision'] ?? '');
  if (!decisions.includes(decision)) return decision === '' ? 'the vote does not say on which `decision`' : `the treaty has no decision ${quoted(decision)}${didYouMean(decision, decisions)}`;
  return ['for', 'against', 'abstain'].includes(String(facts['ballot'])) ? undefined : `the ballot is ${quoted(facts['ballot'] ?? '')}; it is \`for\`, \`against\` or \`abstain\``;
}

function factFault(entry: Entry, act: Act): string | undefined {
  const names = act.arguments.map(({ name }) => name);
  for (const [name, value] of Object.entries(entry.arguments)) {
    const declared = act.arguments.find((one) => one.name === name);
    if (!declared) {
      // A record may tell more than the treaty asks; only a slip is a fault.
      const near = closest(name, names.filter((one) => !(one in entry.arguments)), 2);
      if (near !== undefined && near.length > 3) return `the act ${quoted(act.name)} has no fact ${quoted(name)}, did you mean \`${near}\``;
      continue;
    }
    const { type } = declared;
    if (type.kind === 'choice' && !type.options.includes(String(value)) && !NO_VALUE.test(String(value))) return `${quoted(name)} is ${quoted(value)}; it is one of ${type.options.join(', ')}${didYouMean(String(value), type.options)}`;
    if (type.kind === 'number') {
      if (typeof value !== 'number') { if (NO_VALUE.test(value)) continue; return `${quoted(name)} is ${quoted(value)}; it must be a number`; }
      if ((type.min !== undefined && value < type.min) || (type.max !== undefined && value > type.max)) return `${quoted(name)} is \`${value}\`; the treaty counts it from ${type.min ?? 'any'} to ${type.max ?? 'any'}`;
    }
  }
  return undefined;
}
