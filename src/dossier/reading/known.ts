/** What a dossier knows that helps in reading a report, and that a proposal is held against before it is accepted: its speakers, parties and issues, and its dated facts. No file is opened here. */
import { parseTreaty } from '../../language/index.js';
import type { Negotiation, Treaty } from '../../treaty/index.js';
import { readDossierFile } from '../file.js';
import type { ReadFile } from '../open.js';
import type { KnownFact, KnownIssue, KnownSpeaker } from './shapes.js';

export interface KnownNames {
  readonly speakers: readonly KnownSpeaker[];
  /** Its parties in words (`United States`), and as its text names them. */
  readonly parties: readonly string[];
  readonly names: readonly string[];
  readonly issues: readonly KnownIssue[];
}

export interface Known extends KnownNames { /** What the dossier is called after. */ readonly title: string; readonly facts: readonly KnownFact[] }

/** What is wrong, and what would help. */
export interface Refused { readonly words: string; readonly help: string }

/** `United-States` as a reader has it. */
const inWords = (name: string): string => name.replaceAll('-', ' ');

/** What the negotiation names. Read by the parser as far as it is sound; whether it is sound is for `casus check` to say. */
export function namesOf({ parties, outsiders, negotiation }: Treaty): KnownNames {
  return {
    parties: [...parties, ...outsiders].map(({ name }) => inWords(name)),
    names: [...parties, ...outsiders].map(({ name }) => name),
    speakers: negotiation.speakers.map(({ name, title, speaksFor }) => ({ name, ...(title === undefined ? {} : { title }), ...(speaksFor === undefined ? {} : { party: inWords(speaksFor) }) })),
    issues: negotiation.issues.map(({ name, title, options }) => ({ name, title, options: options.map((option) => `${option.name.replaceAll('-', ' ')} ${option.title ?? ''}`.trim()) })),
  };
}

export interface KnownFolder { readonly known: Known; readonly negotiation: Negotiation; /** Its files of statements; what is accepted belongs in the first. */ readonly statements: readonly string[] }

/** Of a dossier's folder as far as it can be read; what is wrong with its files is for `openDossier` to say. */
export function knownIn(read: ReadFile): KnownFolder {
  const { value: file } = readDossierFile(read('dossier.json') ?? '{"title":""}', 'dossier.json');
  const { treaty } = parseTreaty(read(file.negotiation ?? 'negotiation.casus') ?? '');
  const facts = figuresIn(read(file.facts ?? 'facts.json') ?? '[]');
  return { known: { title: file.title, ...namesOf(treaty), facts }, negotiation: treaty.negotiation, statements: file.statements.length > 0 ? file.statements : ['statements.jsonl'] };
}

function figuresIn(text: string): readonly KnownFact[] {
  let value: unknown;
  try { value = JSON.parse(text.replace(/^\uFEFF/, '')); } catch { return []; }
  return Array.isArray(value) ? value.filter((one: Partial<KnownFact> | null): one is KnownFact => typeof one === 'object' && one !== null && typeof one.id === 'string' && typeof one.name === 'string' && typeof one.asOf === 'string') : [];
}
