/** What the page knows: the address, the dossier, the text in hand, how it is judged. Everything else is derived. */
import { computed, effect, signal } from '@preact/signals';
import type { Instant } from '../../../treaty/index.js';
import type { DossierListing, RecordLine } from '../../shared/wire.js';
import { ask, prepare } from '../judging/client.js';
import { jsonAt, send, textAt } from '../judging/fetching.js';
import type { Judged, Parsed } from '../judging/protocol.js';
import { readAddress, writeAddress, type Address } from '../routes.js';
import type { Dates } from '../view/agreement.js';
import { loader, valueOf } from './load.js';

const MINUTE = 60_000;

export const address = signal<Address>(readAddress(location.hash));
addEventListener('hashchange', () => { address.value = readAddress(location.hash); });

/** The minute in which the page was opened: what `now` means until the dates are changed. */
const opened: Instant = Math.floor(Date.now() / MINUTE) * MINUTE;

export const dates = computed<Dates>(() => {
  const { asOf, knownOn, supposedFrom } = address.value;
  const at = asOf ?? opened;
  return { asOf: at, knownOn: knownOn ?? Math.max(at, opened), ...(supposedFrom === undefined ? {} : { supposedFrom }) };
});

/** An address that keeps the dates of the present one. */
export function addressTo(next: Partial<Address> & Pick<Address, 'place'>): string {
  const { asOf, knownOn, supposedFrom, treaty = treatyId.value, record } = address.value;
  const held = { ...(treaty === '' ? {} : { treaty }), ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }), ...(supposedFrom === undefined ? {} : { supposedFrom }), ...(record === undefined ? {} : { record }) };
  return writeAddress({ ...held, ...next });
}

/** The address of a verdict names both dates, so that it means the same tomorrow. */
export const verdictAddress = (id: string): string => addressTo({ place: 'agreement', ...dates.value, verdict: id, treaty: treatyId.value });

export function go(next: Partial<Address> & Pick<Address, 'place'>): void { location.hash = addressTo(next); }

/** Changes the dates or the record of the present page; undefined takes one out of the address. */
export function setDates(next: { readonly asOf?: Instant | undefined; readonly knownOn?: Instant | undefined; readonly supposedFrom?: Instant | undefined; readonly record?: string | undefined }): void {
  const kept = Object.fromEntries(Object.entries({ ...address.value, ...next }).filter(([, value]) => value !== undefined)) as unknown as Address;
  location.hash = writeAddress(kept);
}

const dossierLoader = loader<DossierListing>();
export const dossier = dossierLoader.current;
export const openDossier = (): void => dossierLoader.run(() => jsonAt<DossierListing>('api/dossier'));

/** The treaty in hand; empty until the dossier is known, and where it holds no such treaty. */
export const treatyId = computed<string>(() => {
  const listing = valueOf(dossier.value);
  const wanted = address.value.treaty ?? listing?.opensOn;
  return listing?.treaties.some(({ id }) => id === wanted) ? wanted ?? '' : '';
});

/** What the address asks for and the dossier does not hold. */
export const unknownTreaty = computed<string | undefined>(() => {
  const { treaty } = address.value;
  return dossier.value.state === 'ready' && treaty !== undefined && treatyId.value === '' ? treaty : undefined;
});

interface Source { readonly id: string; readonly text: string; readonly own: string }
const sourceLoader = loader<Source>();
export const source = sourceLoader.current;

async function load(id: string): Promise<Source> {
  const path = `api/treaties/${encodeURIComponent(id)}`;
  const [text, own] = await Promise.all([textAt(path), textAt(`${path}/entries`)]);
  return { id, text, own };
}

export const reload = (): void => sourceLoader.run(() => load(treatyId.peek()));

/** Text being edited, not yet saved. */
export const edited = signal<{ readonly id: string; readonly text: string } | undefined>(undefined);
export const text = computed<string | undefined>(() => {
  const held = valueOf(source.value);
  if (!held || held.id !== treatyId.value) return undefined;
  return edited.value?.id === held.id ? edited.value.text : held.text;
});

const parsedLoader = loader<Parsed>();
export const parsed = parsedLoader.current;
const judgedLoader = loader<Judged>();
export const judged = judgedLoader.current;

/** An exercise is judged on its own story; the record is not read for it. */
const judging = computed(() => address.value.place !== 'exercise');

const EDIT_PAUSE = 250;

/** Starts the watching of addresses and texts; called once. */
export function watch(): void {
  prepare();
  openDossier();
  effect(() => {
    const id = treatyId.value;
    if (id !== '') sourceLoader.run(() => load(id), true);
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  let lastId = '';
  effect(() => {
    const words = text.value;
    const own = valueOf(source.value)?.own ?? '';
    const when = dates.value;
    const onRecord = judging.value;
    const { record } = address.value;
    if (words === undefined) return;
    const id = treatyId.peek();
    const fresh = id !== lastId;
    lastId = id;
    const work = (): void => {
      parsedLoader.run(() => ask('parse', { text: words }), fresh);
      if (onRecord) judgedLoader.run(() => ask('judge', { text: words, own, ...when, ...(record === undefined ? {} : { record }) }), fresh);
    };
    clearTimeout(pause);
    if (edited.peek() === undefined) work(); else pause = setTimeout(work, EDIT_PAUSE);
  });
}

/** Writes an entry down and judges at once; the dates move on so that it is seen. Gives its id. */
export async function addEntry(line: RecordLine): Promise<string | undefined> {
  const written = await send<RecordLine>(`api/treaties/${encodeURIComponent(treatyId.value)}/entries`, line);
  const occurred = typeof line.occurredAt === 'string' ? line.occurredAt : line.occurredAt.to;
  const at = Date.parse(occurred);
  const known = line.knownAt === undefined ? Date.now() : Date.parse(line.knownAt);
  const { asOf, knownOn } = dates.value;
  if (at > asOf || known > knownOn) {
    const later = Math.ceil(Math.max(known, knownOn, at) / MINUTE) * MINUTE;
    setDates({ ...(at > asOf ? { asOf: at } : {}), knownOn: later });
  }
  reload();
  return written.id;
}

export async function saveDraft(words: string | null): Promise<void> {
  await send(`api/treaties/${encodeURIComponent(treatyId.value)}/draft`, { text: words });
  edited.value = undefined;
  openDossier();
  reload();
}
