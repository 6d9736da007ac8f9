/** What a static rule is: an id that is a sentence, and a function from a treaty to findings. */
import type { Diagnostic, Severity, Treaty } from '../../treaty/index.js';

export interface Rule {
  /** File, corpus folder and docs entry share it. */
  readonly id: string;
  readonly severity: Severity;
  /** One line, for lists. */
  readonly summary: string;
  /** What it asks for makes sense in a text that binds somebody alone: silent on a negotiation. */
  readonly treatiesOnly?: true;
  readonly check: (treaty: Treaty) => readonly Finding[];
}

/** A finding without what its rule says of all of them. */
export type Finding = Omit<Diagnostic, 'id' | 'severity'>;

/** ` (article 9)`, nothing for a clause before the first article. */
export const inArticle = (clause: { readonly article: string } | undefined): string => (clause && clause.article !== '' ? ` (article ${clause.article})` : '');
