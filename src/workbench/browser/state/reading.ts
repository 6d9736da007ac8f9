/** The report being read and what became of its proposals; what is said of the report once; what was typed. Reading runs in a worker of its own, made when first asked for. */
import { signal } from '@preact/signals';
import type { AcceptedAnswer, Acceptance, Refused } from '../../shared/brief.js';
import { posted, send } from '../judging/fetching.js';
import type { FromFile, Pasted, Proposed, ReadingQuestion, ReadingReply, ReadReport } from '../judging/reading.js';
import { askAgain, dayAsked } from './brief.js';
import { setDates } from './store.js';

export type Reading =
  | { readonly state: 'none'; readonly ended?: boolean }
  | { readonly state: 'under way'; readonly what: string }
  | { readonly state: 'read'; readonly report: ReadReport; readonly what: string }
  | { readonly state: 'failed'; readonly why: Refused };

export type Fate = { readonly state: 'under way' } | { readonly state: 'accepted'; readonly id: string; readonly there: boolean; /** The day of the rail moved on so that it shows. */ readonly movedTo?: string } | { readonly state: 'failed'; readonly fault: string };

export interface Mark { readonly kind: 'statement' | 'fault'; readonly number: number }

export const reading = signal<Reading>({ state: 'none' });
/** Of the proposals of this report, by number. */
export const fates = signal<ReadonlyMap<number, Fate>>(new Map());
export const options = signal<ReadonlyMap<number, string>>(new Map());
/** The passage or fault looked at. */
export const lookedAt = signal<Mark | undefined>(undefined);
export const outlet = signal('');
export const day = signal('');
export const link = signal('');
/** Which of the three fields keeps a proposal from being accepted, and why. */
export const lacking = signal<{ readonly field: 'outlet' | 'day' | 'link'; readonly words: string } | undefined>(undefined);
/** Not signals: nothing is drawn anew while somebody types. */
export const typed = { report: '', beside: '' };

/** More than this is read at once and not put into the field, which would make it slow. */
export const MOST_TYPED = 200_000;
const MOST_BYTES = 8_000_000;

let worker: Worker | undefined;
let turn = 0;

export function endReading(): void {
  turn += 1;
  worker?.terminate();
  worker = undefined;
  reading.value = { state: 'none', ended: true };
}

export function another(): void { turn += 1; reading.value = { state: 'none' }; lookedAt.value = undefined; }

export function readPasted(text: string): void { void read('what was pasted', () => Promise.resolve({ kind: 'pasted', text })); }

export function readFile(file: File): void {
  void read(file.name, async () => ({ kind: 'file', name: file.name, size: file.size, bytes: new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer()) }));
}

async function read(what: string, take: () => Promise<Pasted | FromFile>): Promise<void> {
  const mine = (turn += 1);
  reading.value = { state: 'under way', what };
  [fates.value, options.value, lookedAt.value, lacking.value] = [new Map(), new Map(), undefined, undefined];
  const failed = (words: string, help: string): void => { if (mine === turn) reading.value = { state: 'failed', why: { words, help } }; };
  let report: Pasted | FromFile;
  try { report = await take(); } catch { failed(`\`${what}\` could not be opened`, 'a folder cannot be read, and a file may have been moved; choose it again'); return; }
  if (mine !== turn) return;
  worker ??= new Worker('reading.worker.js');
  const asked = worker;
  asked.onmessage = ({ data }: MessageEvent<ReadingReply>) => {
    if (mine !== turn) return;
    if (data.kind === 'refused') { reading.value = { state: 'failed', why: data.why }; return; }
    day.value = data.report.dated ?? '';
    [outlet.value, link.value] = ['', ''];
    reading.value = { state: 'read', report: data.report, what };
  };
  asked.onerror = (event) => { worker = undefined; asked.terminate(); failed(event.message === '' ? 'the reading part of the workbench did not start' : `the report could not be read: ${event.message}`, 'try again, or start the workbench anew'); };
  asked.postMessage({ report, beside: typed.beside } satisfies ReadingQuestion);
}

const put = <T>(map: ReadonlyMap<number, T>, number: number, value: T | undefined): ReadonlyMap<number, T> => { const next = new Map(map); if (value === undefined) next.delete(number); else next.set(number, value); return next; };

export const chooseOption = (number: number, option: string): void => { options.value = put(options.value, number, option === '' ? undefined : option); fates.value = put(fates.value, number, undefined); };

/** Which field is lacking, or nothing. The server asks the same again. */
function occasionFault(): typeof lacking.value {
  if (outlet.value.trim() === '') return { field: 'outlet', words: 'a statement needs the outlet that carried it' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day.value.trim())) return { field: 'day', words: day.value.trim() === '' ? 'the report carries no date of its own; give its day, as 2026-04-21' : 'write the day year first, as 2026-04-21' };
  if (link.value.trim() !== '' && !/^https?:\/\/[^\s<>"]+$/.test(link.value.trim())) return { field: 'link', words: 'write the address whole, from https:// on, or leave it empty' };
  return undefined;
}

/** Takes a proposal into the dossier as shown. Whether it fits is judged again by the server, with the same rule as the command's. True once it is taken. */
export async function accept(number: number, proposal: Proposed, report: ReadReport): Promise<boolean> {
  const option = options.peek().get(number);
  if (option === undefined) { fates.value = put(fates.value, number, { state: 'failed', fault: 'say which option it is about: without one a statement counts for nothing' }); return false; }
  lacking.value = occasionFault();
  if (lacking.value) return false;
  fates.value = put(fates.value, number, { state: 'under way' });
  const { misfit: _, ...plain } = proposal;
  const at = day.value.trim();
  const asked: Acceptance = { proposal: plain, passage: report.text.slice(...proposal.span), option, outlet: outlet.value.trim(), day: at, ...(link.value.trim() === '' ? {} : { link: link.value.trim() }) };
  try {
    const { id, there } = await send<AcceptedAnswer>('api/brief/accepted', asked);
    // As with an entry written down: the day moves on, so that what was accepted is seen.
    const later = at > dayAsked.value;
    if (later) setDates({ asOf: Date.parse(`${at}T23:59Z`) }); else askAgain();
    fates.value = put(fates.value, number, { state: 'accepted', id, there, ...(later ? { movedTo: at } : {}) });
    return true;
  } catch (fault) {
    fates.value = put(fates.value, number, { state: 'failed', fault: fault instanceof Error ? fault.message : String(fault) });
    return false;
  }
}

export const takingBackFault = signal('');

export async function takeBack(id: string): Promise<void> {
  takingBackFault.value = '';
  try {
    await posted('api/brief/accepted/taken-back', { id });
    fates.value = new Map([...fates.value].filter(([, fate]) => !(fate.state === 'accepted' && fate.id === id)));
  } catch (fault) { takingBackFault.value = fault instanceof Error ? fault.message : String(fault); }
  askAgain();
}
