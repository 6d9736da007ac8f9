/** Declarations: the names a treaty introduces before (or among) its clauses. */
import type { Citation, Span, ToBeAgreed } from './common.js';
import type { Instant } from './time.js';
import type { Who } from './who.js';

export interface Party {
  readonly name: string;
  readonly span: Span;
  /** First and last instant of membership when the text or practice dates them. */
  readonly from?: Instant;
  readonly until?: Instant;
}

/** A named actor who is no party and owes nothing. */
export interface Outsider {
  readonly name: string;
  readonly span: Span;
}

export interface Group {
  readonly name: string;
  readonly span: Span;
  readonly members: readonly string[] | ToBeAgreed;
}

export interface Body {
  readonly name: string;
  readonly span: Span;
  /** `independent`: sits apart from the parties (a mission, a court). */
  readonly members: readonly Who[] | 'independent' | ToBeAgreed;
  readonly chair?: string;
}

/** How a zone is drawn. Names in quotes are places of the atlas. */
export type ZoneShape =
  | { readonly kind: 'place'; readonly name: string; readonly span: Span }
  | { readonly kind: 'zone'; readonly name: string; readonly span: Span }
  /** Within a distance of a line; `side` names the party on whose side, absent for both. */
  | { readonly kind: 'strip'; readonly distanceKm: number | ToBeAgreed; readonly line: string; readonly side?: string; readonly span: Span }
  /** Corners in degrees, closed implicitly. */
  | { readonly kind: 'polygon'; readonly corners: readonly { readonly latitude: number; readonly longitude: number }[]; readonly span: Span }
  /** A band of latitude (and longitude): `north of 23.44N`. Degrees; missing bounds are open. */
  | { readonly kind: 'band'; readonly south?: number; readonly north?: number; readonly west?: number; readonly east?: number; readonly span: Span }
  /** Both (`X within Y`). */
  | { readonly kind: 'both'; readonly of: readonly ZoneShape[]; readonly span: Span }
  | ToBeAgreed;

export interface Zone {
  readonly name: string;
  readonly span: Span;
  /** Union of these … */
  readonly includes: readonly ZoneShape[];
  /** … less the union of these. */
  readonly excludes: readonly ZoneShape[];
  readonly asOf?: Instant;
  readonly source?: Citation;
}

export interface Line {
  readonly name: string;
  readonly span: Span;
  readonly atlasName: string;
  readonly asOf?: Instant;
  readonly source?: Citation;
}

export type ArgumentKind =
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'party' };

export interface Act {
  readonly name: string;
  readonly span: Span;
  /** `on party`: the act strikes or addresses someone. */
  readonly hasTarget: boolean;
  readonly hasPlace: boolean;
  readonly arguments: readonly { readonly name: string; readonly type: ArgumentKind; readonly span: Span }[];
}

/** Likelihood words of ICD 203 in rising order, each with its published range in percent. */
export type Likelihood = 'remote' | 'unlikely' | 'doubtful' | 'even' | 'likely' | 'very likely' | 'almost certain';

export interface Finding {
  readonly name: string;
  readonly span: Span;
  readonly namesParty: boolean;
  /** Who is empowered to make it. */
  readonly madeBy: Who;
  /** `in the opinion of`: the maker's own entry settles it. */
  readonly selfJudging: boolean;
  readonly atLeast?: Likelihood;
}
