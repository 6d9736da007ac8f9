/** Scenarios: a story told in hours from a start, and what the text should make of it. */
import type { Span } from './common.js';
import type { NormState } from './events.js';
import type { Instant } from './time.js';

/** One line of a scenario: an act by each of several actors, or a ballot, or a finding. */
export interface ScenarioStep {
  /** Milliseconds after the scenario's start. */
  readonly afterMs: number;
  readonly act: string;
  readonly by: readonly string[];
  readonly on?: string;
  /** Atlas name, zone name, or coordinates. */
  readonly place?: string | { readonly latitude: number; readonly longitude: number };
  readonly arguments: Readonly<Record<string, number | string>>;
  readonly span: Span;
}

export interface Expectation {
  readonly clause: string;
  /** Debtor, holder or voter; absent for decisions, definitions and joint verdicts. */
  readonly of?: string;
  readonly negated: boolean;
  /** A norm's state, or a truth value for a definition. */
  readonly state: NormState | 'true' | 'false' | 'conflict';
  readonly afterMs: number;
  readonly span: Span;
}

export interface Scenario {
  readonly title: string;
  readonly starts?: Instant;
  readonly steps: readonly ScenarioStep[];
  readonly expectations: readonly Expectation[];
  readonly span: Span;
}
