/** Findings about a text: a sentence id, a span, a message a lawyer understands, and a fix where one is certain. */
import type { Span } from './common.js';

export type Severity = 'error' | 'warning' | 'note';

export interface Fix { readonly title: string; readonly span: Span; readonly replacement: string }

export interface Diagnostic {
  /** Sentence id such as `duty-without-deadline`; the rule's file, corpus folder and docs entry share it. */
  readonly id: string;
  readonly severity: Severity;
  readonly span: Span;
  /** Lower case, no full stop, user's words in backticks: what is wrong. */
  readonly message: string;
  /** What would help. */
  readonly help?: string;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  readonly fix?: Fix;
}
