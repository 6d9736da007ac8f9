/** What the reading worker is asked and what it says: a report out of what was pasted or chosen, or why there is none. */
import { isAbout, fitOf, MOST_CHARACTERS, readArticle, refused } from '../../../dossier/reading/index.js';
import { isNoText, kindOf, textOf } from '../../../dossier/reading/bytes/index.js';
import { extracted, looksLikeHtml } from '../../../dossier/reading/page/index.js';
import type { Fault, Known, Proposal, Refused, Stretch } from '../../shared/brief.js';

export interface Pasted { readonly kind: 'pasted'; readonly text: string }
export interface FromFile { readonly kind: 'file'; readonly name: string; /** The first of its bytes, and how many it has. */ readonly bytes: Uint8Array; readonly size: number }
export interface ReadingQuestion { readonly report: Pasted | FromFile; /** Another report of the same, to hold quotes against. */ readonly beside: string }

export interface Proposed extends Proposal { /** Why it cannot be accepted into this dossier. */ readonly misfit?: Refused }

export interface ReadReport {
  /** What spans point into, and what is shown. */
  readonly text: string;
  readonly headline?: Stretch;
  readonly dated?: string;
  readonly statements: readonly Proposed[];
  readonly faults: readonly Fault[];
  /** What was left unread, and how it was read. */
  readonly notes: readonly string[];
  /** False where it is not on the matter of the dossier in hand, as far as that can be told: where the dossier is called after a party. */
  readonly about: boolean;
}

export type ReadingReply = { readonly kind: 'read'; readonly report: ReadReport } | { readonly kind: 'refused'; readonly why: Refused };

/** More of a page is not parsed, and more bytes are not taken up. */
export const MOST_OF_A_PAGE = 2_000_000;
export const MOST_BYTES_READ = 4 * MOST_OF_A_PAGE;

const decode = (bytes: Uint8Array, coding: string): string => new TextDecoder(coding, { ignoreBOM: true }).decode(bytes, { stream: bytes.length === MOST_BYTES_READ });
const count = (many: number): string => many.toLocaleString('en-GB');

export function readingOf({ report, beside }: ReadingQuestion, known: Known): ReadReport | Refused {
  const article = articleOf(report);
  if (refused(article)) return article;
  const other = beside.trim() === '' ? undefined : articleOf({ kind: 'pasted', text: beside });
  const sources = other === undefined || refused(other) ? [] : [other.text.slice(0, MOST_CHARACTERS)];
  const { text, notes } = article;
  const reading = readArticle(text, { sources, facts: known.facts, speakers: known.speakers, parties: known.parties, issues: known.issues });
  return {
    text: text.slice(0, MOST_CHARACTERS), faults: reading.faults, notes: [...notes, ...reading.notes.map(grouped)], about: !known.parties.includes(known.title) || isAbout(text, known.title, known.parties),
    ...(reading.headline ? { headline: reading.headline } : {}), ...(reading.dated === undefined ? {} : { dated: reading.dated }),
    statements: reading.statements.map((one) => { const fit = fitOf(one, known); return refused(fit) ? { ...one, misfit: fit } : one; }),
  };
}

/** `200000` as a person reads it. */
const grouped = (note: string): string => note.replace(/\d{5,}/g, (digits) => count(Number(digits)));

interface Article { readonly text: string; readonly notes: readonly string[] }

function articleOf(report: Pasted | FromFile): Article | Refused {
  const named = report.kind === 'file' ? `\`${report.name}\`` : 'what was pasted';
  const notes: string[] = [];
  let whole: string;
  if (report.kind === 'file') {
    if (report.size === 0) return { words: `${named} is empty`, help: 'choose a file with the text of a report' };
    const kind = kindOf(report.bytes);
    if (kind !== undefined) return { words: `${named} is ${kind}, and is no text`, help: kind === 'a gzip archive' ? 'unpack it first' : 'save what it says as plain text or as HTML, or copy its text and paste it here' };
    const [decoded, coding] = textOf(report.bytes, decode);
    whole = decoded;
    if (coding !== undefined) notes.push(coding);
  } else whole = report.text;
  const text = whole.slice(0, MOST_OF_A_PAGE);
  const unread = report.kind === 'file' && report.size > report.bytes.length ? `${named} has ${count(report.size)} bytes` : text.length < whole.length ? `${named} has ${count(whole.length)} characters` : undefined;
  if (unread !== undefined) notes.push(`${unread}, and only its first ${count(text.length)} characters were looked at`);
  if (text.replace(/[\s\uFEFF]/g, '') === '') return { words: `${named} holds nothing but blanks`, help: 'paste the text of a report, or choose a file that holds it' };
  if (isNoText(text)) return { words: `${named} is no text`, help: 'copy the words of the report and paste them here, or save it as plain text or as HTML' };
  if (!looksLikeHtml(text, report.kind === 'file' ? report.name : '')) return { text: text.replace(/^\uFEFF/, ''), notes };
  const { text: article, note } = extracted(text);
  if (article.trim() === '') return { words: `the page ${named} holds no text of an article${note === undefined ? '' : `: ${note}`}`, help: 'save the article itself, or paste its text' };
  return { text: article, notes: [...notes, 'read as a page: what is shown is its article', ...(note === undefined ? [] : [note])] };
}
