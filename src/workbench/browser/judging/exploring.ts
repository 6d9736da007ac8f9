/** What the explorer's worker says: how far it is, and what it made of each claim. Plain data. */
import type { Answer } from '../../../explore/index.js';
import type { Entry, Instant } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import { iso } from '../view/dates.js';
import type { Ensured } from './ensuring.js';

export interface Answered {
  readonly claim: string;
  readonly reading?: string;
  readonly verdict: Answer['verdict'];
  readonly vacuous: boolean;
  readonly complete: boolean;
  readonly stopped?: string;
  readonly depth: number;
  readonly situations: number;
  /** The shortest story that shows it, as lines of a record, and when it shows. */
  readonly story?: readonly RecordLine[];
  readonly shownAt?: Instant;
}

export type Searching =
  | { readonly kind: 'far'; readonly situations: number; readonly entries: number }
  | { readonly kind: 'answers'; readonly answers: readonly Answered[]; readonly horizonDays: number; readonly strikes: number }
  | { readonly kind: 'ensured'; readonly answers: readonly Ensured[] }
  | { readonly kind: 'fault'; readonly fault: string };

export function answerOf({ claim, reading, verdict, vacuous, complete, stopped, depth, situations, record, shownAt }: Answer): Answered {
  return {
    claim, verdict, vacuous, complete, depth, situations, ...(reading === undefined ? {} : { reading }), ...(stopped === undefined ? {} : { stopped }),
    ...(record ? { story: record.map(lineOf) } : {}), ...(shownAt === undefined ? {} : { shownAt }),
  };
}

/** An entry as a line of the record. */
export function lineOf({ act, actor, on, arguments: facts, place, occurred, order }: Entry): RecordLine {
  return {
    act, actor: actor.kind === 'one' ? actor.name : null, occurredAt: iso(occurred.from), ...(on?.kind === 'one' ? { on: on.name } : {}), ...(Object.keys(facts).length > 0 ? { arguments: facts } : {}), ...(place ? { place } : {}), ...(order === undefined ? {} : { order }),
  };
}
