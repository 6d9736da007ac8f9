/** Stable addresses: the place, the treaty, what is looked at, and the two dates every verdict depends on. */
import type { Instant } from '../../treaty/index.js';
import type { RecordLine } from '../shared/wire.js';
import { askingIn, askingPairs, type Asking } from './view/asking.js';
import { iso } from './view/dates.js';

export const PLACES = ['agreement', 'record', 'exercise', 'chances', 'compare', 'brief'] as const;
export type PlaceName = (typeof PLACES)[number];

export interface Address {
  readonly place: PlaceName;
  readonly treaty?: string;
  /** Id of the verdict asked about. */
  readonly verdict?: string;
  /** Number of the scenario in the text, from 1; 0 for a story made of what is supposed alone. */
  readonly scenario?: number;
  /** Instant of the exercise. */
  readonly now?: Instant;
  /** Id of the verdict asked about in an exercise. */
  readonly asked?: string;
  /** Entries supposed besides the story. */
  readonly supposed?: readonly RecordLine[];
  readonly editing?: boolean;
  /** Id of the kind of finding explained. */
  readonly help?: string;
  /** The record judged on: a data set of the dossier, or `own` for what was added here; everything where absent. */
  readonly record?: string;
  /** Of the Record, the entries looked at: by a clause, and by the state it is in. */
  readonly clause?: string;
  readonly state?: string;
  /** Of the Record, the one entry looked at. */
  readonly entry?: string;
  /** Of an exercise, the claim of which it is asked who can ensure it. */
  readonly who?: string;
  /** Of Chances, what is asked of the runs, and the claim and reading whose figures are shown. */
  readonly asking?: Asking;
  readonly claim?: string;
  readonly reading?: string;
  readonly asOf?: Instant;
  readonly knownOn?: Instant;
  /** Judges as if the treaty had been in force for all parties from this instant. */
  readonly supposedFrom?: Instant;
}

const instantIn = (query: URLSearchParams, key: string): Instant | undefined => {
  const text = query.get(key);
  const at = text === null ? NaN : Date.parse(text);
  return Number.isFinite(at) ? at : undefined;
};

/** What an address of the Record may seek, which figures one of Chances shows, and whose means one of Exercise asks for. */
const SOUGHT = ['clause', 'state', 'entry', 'claim', 'reading', 'who'] as const;

const decode = (text: string): string => {
  try { return decodeURIComponent(text); } catch { return text; }
};

/** Entries written into an address by hand may be anything: what is no list of objects with an act counts as none. */
function supposedIn(query: URLSearchParams): readonly RecordLine[] {
  try {
    const read: unknown = JSON.parse(query.get('supposed') ?? '[]');
    return Array.isArray(read) ? read.filter((one): one is RecordLine => typeof one === 'object' && one !== null && typeof (one as { act?: unknown }).act === 'string') : [];
  } catch { return []; }
}

/** Any hash gives an address; what cannot be read falls back to Agreement. */
export function readAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '').map(decode);
  const place = PLACES.find((name) => name === parts[0]) ?? 'agreement';
  const [, treaty, mark, rest] = parts;
  const query = new URLSearchParams(search);
  const number = mark === 'scenario' && rest !== undefined ? Number(rest) : NaN;
  const asked = query.get('why');
  const supposed = supposedIn(query);
  const dates = { asOf: instantIn(query, 'asOf'), knownOn: instantIn(query, 'knownOn'), supposedFrom: instantIn(query, 'supposedFrom'), now: instantIn(query, 'now') };
  const record = query.get('record');
  const asking = place === 'chances' ? askingIn(query) : undefined;
  return {
    place,
    ...(treaty === undefined ? {} : { treaty }),
    ...(mark === 'v' && rest !== undefined ? { verdict: rest } : {}),
    ...(Number.isInteger(number) && number >= 0 ? { scenario: number } : {}),
    ...(mark === 'edit' ? { editing: true } : {}),
    ...(mark === 'help' && rest !== undefined ? { help: rest } : {}),
    ...(asked === null ? {} : { asked }),
    ...(supposed.length === 0 ? {} : { supposed }),
    ...(record === null || record === '' ? {} : { record }),
    ...(asking ? { asking } : {}),
    ...Object.fromEntries(SOUGHT.map((key) => [key, query.get(key) ?? ''] as const).filter(([, words]) => words !== '')),
    ...Object.fromEntries(Object.entries(dates).filter(([, at]) => at !== undefined)),
  };
}

export function writeAddress(address: Address): string {
  const parts: string[] = [address.place];
  if (address.treaty !== undefined) {
    parts.push(address.treaty);
    if (address.verdict !== undefined) parts.push('v', address.verdict);
    else if (address.scenario !== undefined) parts.push('scenario', String(address.scenario));
    else if (address.help !== undefined) parts.push('help', address.help);
    else if (address.editing) parts.push('edit');
  }
  const dates = [['asOf', address.asOf], ['knownOn', address.knownOn], ['supposedFrom', address.supposedFrom], ['now', address.now]] as const;
  const pairs = dates.filter(([, at]) => at !== undefined).map(([key, at]) => `${key}=${iso(at as Instant)}`);
  if (address.asked !== undefined) pairs.push(`why=${encodeURIComponent(address.asked)}`);
  if (address.supposed !== undefined && address.supposed.length > 0) pairs.push(`supposed=${encodeURIComponent(JSON.stringify(address.supposed))}`);
  if (address.record !== undefined) pairs.push(`record=${encodeURIComponent(address.record)}`);
  if (address.asking !== undefined) pairs.push(...askingPairs(address.asking));
  for (const key of SOUGHT) if (address[key] !== undefined) pairs.push(`${key}=${encodeURIComponent(address[key])}`);
  const query = pairs.join('&');
  return `#/${parts.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}
