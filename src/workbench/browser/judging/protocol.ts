/** What the page asks the worker, and what it gets. All of it is plain data. */
import type { Change, Diagnostic, Entry, Expectation, Instant, Reason, Treaty, Verdict } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import type { Token } from '../view/agreement.js';
import type { MapLayers, ZoneDrawing } from '../view/map.js';

export interface Parsed { readonly treaty: Treaty; readonly diagnostics: readonly Diagnostic[]; readonly tokens: readonly Token[] }

/** What entries added here are read from, as messages call it. */
export const OWN_FILE = 'added here';
/** Stands in addresses for the entries added here, alone. */
export const OWN_RECORD = 'own';

export interface SetAside { readonly file: string; readonly row: number; readonly reason: string }

export interface JudgeQuestion {
  readonly text: string;
  readonly own: string;
  /** A data set of the dossier or `own`; everything on record where absent. */
  readonly record?: string;
  readonly asOf: Instant;
  readonly knownOn: Instant;
  readonly supposedFrom?: Instant;
}

export interface Judged {
  readonly verdicts: readonly Verdict[];
  /** The entries the treaty is concerned with, as known. */
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAside[];
  /** Acts on record of which the treaty does not speak, with how many entries. */
  readonly notConcerned: readonly { readonly act: string; readonly count: number }[];
  readonly rowsRead: number;
  /** Entries that became known only after the day asked for. */
  readonly notYetKnown: number;
  /** Over the whole record, known on that day or not; absent where it holds nothing. */
  readonly spans?: Spans;
}

/** First and last: when what is on record began, and when it became known. */
export interface Spans { readonly occurred: readonly [Instant, Instant]; readonly known: readonly [Instant, Instant] }

/** A scenario by its number in the text, and what is supposed to have happened besides, in the form of the record. */
export interface ScenarioQuestion { readonly text: string; readonly scenario: number; readonly supposed: readonly RecordLine[] }

export interface Result { readonly expectation: Expectation; readonly outcome: 'passed' | 'failed'; readonly actual: string; readonly reasons: readonly Reason[] }

/** What the text makes of the story under one reading; without a title where the text has no readings. */
export interface Course { readonly reading?: string; readonly changes: readonly Change[] }

/** What follows if nobody does anything after the entries of this step. */
export interface Step { readonly at: Instant; readonly entries: readonly Entry[]; readonly courses: readonly Course[] }

export interface Exercised {
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly entries: readonly Entry[];
  /** First the start itself, then one per instant at which somebody acts. */
  readonly steps: readonly Step[];
  readonly results: readonly Result[];
  /** What was supposed and cannot be judged. */
  readonly setAside: readonly SetAside[];
}

export interface Questions {
  parse: { ask: { readonly text: string }; answer: Parsed };
  judge: { ask: JudgeQuestion; answer: Judged };
  exercise: { ask: ScenarioQuestion; answer: Exercised };
  map: { ask: Record<string, never>; answer: MapLayers };
  zone: { ask: { readonly text: string; readonly zone: string; readonly at: Instant }; answer: ZoneDrawing };
}

export type Kind = keyof Questions;
export interface Call { readonly id: number; readonly kind: Kind; readonly ask: unknown }
export type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly fault: string };
