/** What the worker of the runs is asked and says: what may be assumed of a text, how far the runs are, and what they came to. Plain data. */
import { ordered, type Class } from '../../../explore/index.js';
import type { Treaty } from '../../../treaty/index.js';
import { behaviourOf, declaredBehaviours, faultsOf, openIn, PRESETS, reportOf, sampled, type Behaviour, type ClaimChance, type Effect, type Force, type Moment, type Simulated, type Swing } from '../../../simulate/index.js';
import type { RecordLine } from '../../shared/wire.js';
import type { Asking } from '../view/asking.js';
import { hoursOf } from '../view/chances.js';
import { lineOf } from './exploring.js';

/** One behaviour that may be assumed. */
export interface Assumable { readonly name: string; readonly source: string; readonly definition: string; readonly from: 'preset' | 'text' }

export interface Choices {
  readonly behaviours: readonly Assumable[];
  /** Labels of what may be done to the parties; the first is taken where none is chosen. */
  readonly stimuli: readonly string[];
  /** Powers of the text: who may, but need not. */
  readonly powers: readonly string[];
  readonly claims: readonly string[];
  /** Claims about what a coalition can ensure: no run shows those. */
  readonly games: readonly string[];
}

export interface Failure { readonly kind: string; readonly count: number; readonly share: number; readonly run: number; readonly record: readonly RecordLine[] }

/** What the runs came to for one claim under one reading. */
export interface ClaimTold {
  readonly claim: string;
  readonly reading: string | null;
  readonly chance: Omit<ClaimChance, 'name' | 'reading'>;
  readonly moments: readonly Moment[];
  /** Hours of the window the claim sets, where it sets one. */
  readonly window?: number;
  readonly failures: readonly Failure[];
  readonly swings: readonly Swing[];
  readonly effects: readonly Effect[];
}

/** What the runs came to under one reading, for the claims that were asked in them. */
export interface Told {
  readonly reading: string | null;
  readonly done: number;
  readonly runs: number;
  readonly sets: number;
  readonly tickHours: number;
  readonly slowBecause: string | null;
  readonly notes: readonly string[];
  /** What was done to the parties first, where nothing was chosen and the runs say what they took. */
  readonly first?: string;
  readonly claims: readonly ClaimTold[];
  readonly force: readonly Force[];
}

export type Call = { readonly id: number; readonly kind: 'choices'; readonly text: string } | { readonly id: number; readonly kind: 'run'; readonly text: string; readonly asking: Asking };

export type Running =
  | { readonly id: number; readonly kind: 'choices'; readonly choices: Choices }
  | { readonly id: number; readonly kind: 'far'; readonly done: number; /** Readings, and claims asked apart: each gets all the runs. */ readonly results: number; readonly told: readonly Told[] }
  | { readonly id: number; readonly kind: 'done'; readonly told: readonly Told[] }
  | { readonly id: number; readonly kind: 'fault'; readonly fault: string };

/** What may be assumed of a text: presets by their source, the first of which is taken where none is chosen, then what the text itself declares. */
export const behavioursFor = (treaty: Treaty): readonly { readonly assumable: Assumable; readonly behaviour: Behaviour }[] => [
  ...PRESETS.map((preset) => ({ assumable: { name: preset.name, source: preset.source, definition: preset.definition, from: 'preset' as const }, behaviour: behaviourOf(preset) })),
  ...declaredBehaviours(treaty).map((behaviour) => ({ assumable: { name: behaviour.name, source: behaviour.source ?? 'the text itself, which names no source', definition: 'what the text declares of each party', from: 'text' as const }, behaviour })),
];

export const choicesOf = (treaty: Treaty, classes: readonly Class[]): Choices => ({
  behaviours: behavioursFor(treaty).map(({ assumable }) => assumable),
  stimuli: classes.filter(({ kind }) => kind === 'stimulus').map(({ label }) => label),
  powers: [...new Set(treaty.clauses.filter(({ kind }) => kind === 'power').map(({ name }) => name))],
  claims: sampled(treaty).map(({ name }) => name),
  games: treaty.claims.filter(({ form }) => form.kind === 'can').map(({ name }) => name),
});

/** The behaviour asked for, with what is chosen besides: what happens first, and which powers are used. Throws with words for the reader where it cannot be used. */
export function behaviourFor(treaty: Treaty, { behaviour: name, stimulus, powers }: Asking): Behaviour {
  const found = name === undefined ? behavioursFor(treaty)[0] : behavioursFor(treaty).find(({ assumable }) => assumable.name === name);
  if (!found) throw new Error(`there is no behaviour \`${name ?? ''}\` for this text; choose one of the list`);
  const { behaviour } = found;
  const full: Behaviour = {
    ...behaviour,
    rules: [...behaviour.rules, ...powers.map((clause) => ({ kind: 'exercises' as const, who: ['everyone'], clause, chance: 1, delay: { kind: 'after' as const, hours: 1 } }))],
    stimuli: stimulus === undefined ? behaviour.stimuli : [{ what: stimulus, atHours: 0, chance: 1 }],
  };
  const [fault] = [...(found.assumable.from === 'text' ? openIn(treaty, found.assumable.name) : []), ...faultsOf(treaty, full)];
  if (fault) throw new Error(`${fault.message}; ${fault.help}`);
  return full;
}

/** The text with the claims asked about alone. */
export function treatyAsking(treaty: Treaty, { claims }: Asking): Treaty {
  const wanted = sampled(treaty).filter(({ name }) => claims.length === 0 || claims.includes(name));
  if (wanted.length === 0) throw new Error(claims.length === 0 ? 'the text makes no claim that a run can answer; add one to the text' : `the text makes no claim \`${claims.join('`, `')}\`; choose among its claims`);
  return { ...treaty, claims: wanted };
}

export function toldOf(treaty: Treaty, result: Simulated): Told {
  const { meaning } = result;
  const report = reportOf(result);
  const first = meaning.notes.flatMap((note) => /^what happens(?: first)?, for want of another assumption: ([^;]*)/.exec(note)?.[1] ?? [])[0];
  const suffix = meaning.reading === null ? '' : ` (${meaning.reading})`;
  return {
    reading: meaning.reading, done: report.done, runs: meaning.runs, sets: meaning.sets, tickHours: meaning.tickMs / 3_600_000, slowBecause: meaning.because, notes: meaning.notes, ...(first === undefined ? {} : { first }), force: report.force,
    claims: report.claims.map(({ name, reading, ...chance }): ClaimTold => {
      const form = treaty.claims.find((one) => one.name === name)?.form;
      const window = form?.kind === 'whenever' && form.within ? hoursOf(form.within) : undefined;
      return {
        claim: name, reading, chance, moments: report.responseHours[`${name}${suffix}`] ?? [], ...(window === undefined ? {} : { window }),
        failures: report.stories.filter(({ claim }) => claim === name).map(({ kind, count, share, run, record }) => ({ kind, count, share, run, record: ordered(record).map(lineOf) })),
        swings: report.sensitivity.filter(({ claim }) => claim === name), effects: report.changes.filter(({ claim }) => claim === name),
      };
    }),
  };
}
