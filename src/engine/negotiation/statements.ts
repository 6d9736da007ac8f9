/** Entries with the act `state` as statements, as they were known on a day: corrections applied, retractions gone. What cannot be read as one is told by `faults.ts`. */
import type { Act, Correction, Entry, Instant, Negotiation, Span, Stance, Statement, Treaty, Voice } from '../../treaty/index.js';

export const STANCES: readonly Stance[] = ['accepts', 'offers', 'demands', 'rejects', 'reports', 'uncertain'];
export const VOICES: readonly Voice[] = ['own', 'counterpart', 'media'];

export function statementsOf(entries: readonly Entry[], knownOn: Instant): readonly Statement[] {
  return asKnown(entries, knownOn).flatMap((entry) => statementOf(entry) ?? []);
}

const NOWHERE: Span = { offset: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
const FACTS = ['issue', 'option', 'stance', 'voice', 'speaker', 'reportedBy', 'gist', 'venue', 'outlet', 'link', 'uncertain'];
const STATE: Act = { name: 'state', span: NOWHERE, hasTarget: false, hasPlace: false, arguments: FACTS.map((name) => ({ name, type: { kind: 'text' }, span: NOWHERE })) };

/** The text as one that speaks of statements, for holding a record against it. */
export const speakingOfStatements = (treaty: Treaty): Treaty => ({ ...treaty, acts: [...treaty.acts.filter(({ name }) => name !== STATE.name), STATE] });

/** The positions written in the text itself, as entries: they can be corrected and retracted like any other. */
export function entriesOfPositions({ positions }: Negotiation): readonly Entry[] {
  return positions.map((one) => ({
    id: one.id, act: 'state', actor: { kind: 'one', name: one.party },
    arguments: {
      issue: one.issue, stance: one.stance, voice: one.voice, gist: one.gist, ...(one.option === undefined ? {} : { option: one.option }), ...(one.speaker === undefined ? {} : { speaker: one.speaker }), ...(one.venue === undefined ? {} : { venue: one.venue }),
      ...(one.outlet === undefined ? {} : { outlet: one.outlet }), ...(one.link === undefined ? {} : { link: one.link }), ...(one.reportedBy === undefined ? {} : { reportedBy: one.reportedBy }), ...(one.uncertain ? { uncertain: 'yes' } : {}),
    },
    occurred: one.said, knownAt: one.knownAt, ...(one.order === undefined ? {} : { order: one.order }), ...(one.source ? { source: one.source.text } : {}),
  }));
}

const read = new WeakMap<Entry, Statement | null>();

/** Undefined where it is no statement, or lacks what makes one. Of one entry always the same object: comparing many days, what stayed is told at a glance. */
export function statementOf(entry: Entry): Statement | undefined {
  let held = read.get(entry);
  if (held === undefined) { held = stated(entry) ?? null; read.set(entry, held); }
  return held ?? undefined;
}

function stated(entry: Entry): Statement | undefined {
  if (entry.act !== 'state' || entry.actor.kind !== 'one') return undefined;
  const word = (name: string): string | undefined => { const value = entry.arguments[name]; return value === undefined || String(value).trim() === '' ? undefined : String(value); };
  const [issue, option, speaker, venue, outlet, link, reportedBy] = ['issue', 'option', 'speaker', 'venue', 'outlet', 'link', 'reportedBy'].map(word);
  const stance = STANCES.find((one) => one === word('stance'));
  const voice = VOICES.find((one) => one === word('voice'));
  if (issue === undefined || !stance || !voice || (option === undefined && stance !== 'reports' && stance !== 'uncertain')) return undefined;
  const from = outlet ?? entry.source;
  return {
    id: entry.id, party: entry.actor.name, issue, stance, voice, gist: word('gist') ?? (option === undefined ? stance : `${stance}: ${option}`), said: entry.occurred, knownAt: entry.knownAt, uncertain: word('uncertain') === 'yes',
    ...(entry.order === undefined ? {} : { order: entry.order }), ...(speaker === undefined ? {} : { speaker }), ...(option === undefined ? {} : { option }), ...(venue === undefined ? {} : { venue }), ...(from === undefined ? {} : { outlet: from }),
    ...(link === undefined ? {} : { link }), ...(reportedBy === undefined ? {} : { reportedBy }),
  };
}

/** The same rule as for any record (`assemble` in src/record), which a test holds equal: the rooms do not know each other. */
export function asKnown(entries: readonly Entry[], knownOn: Instant): readonly Entry[] {
  const known = entries.filter(({ knownAt }) => knownAt <= knownOn);
  const gone = new Set(known.filter(({ act }) => act === 'retraction').map((entry) => String(entry.arguments['retracts'])));
  const words = new Map<string, Correction>();
  for (const entry of known) {
    if (entry.act !== 'correction' || gone.has(entry.id)) continue;
    const corrects = String(entry.arguments['corrects']);
    const before = words.get(corrects);
    if (!before || before.knownAt < entry.knownAt || (before.knownAt === entry.knownAt && before.id < entry.id)) words.set(corrects, entry);
  }
  return known.flatMap((entry) => {
    if (entry.act === 'correction' || entry.act === 'retraction' || gone.has(entry.id)) return [];
    const replacement = words.get(entry.id)?.replacement;
    return [replacement ? { ...replacement, id: entry.id, knownAt: entry.knownAt, ...(entry.origin ? { origin: entry.origin } : {}) } : entry];
  });
}
