/** What server and browser say to each other. Plain data only. */

export interface TreatyListing {
  /** Name of the file without its ending; stands in addresses. */
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly from: 'dossier' | 'library';
  /** A draft saved here stands in for the file. */
  readonly draft: boolean;
}

export interface RecordListing {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly form: 'csv' | 'jsonl';
}

export interface DossierListing {
  readonly title: string;
  readonly treaties: readonly TreatyListing[];
  readonly records: readonly RecordListing[];
  /** The treaty the workbench opens on. */
  readonly opensOn: string;
  readonly hasAtlas: boolean;
}

/** Every refusal of the server: what is wrong, and what would help. */
export interface Refusal { readonly error: string }

/** One line of the treaty's own record, as docs/record.md describes it. */
export interface RecordLine {
  readonly id?: string;
  readonly act: string;
  readonly actor: string | { readonly oneOf: readonly string[] } | null;
  readonly on?: string;
  readonly arguments?: Readonly<Record<string, number | string>>;
  readonly place?: { readonly latitude?: number; readonly longitude?: number; readonly withinKm?: number; readonly name?: string };
  readonly occurredAt: string | { readonly from: string; readonly to: string };
  readonly knownAt?: string;
  /** Which comes first among entries of one instant. */
  readonly order?: number;
  readonly about?: string;
  readonly source?: string;
  readonly assurance?: { readonly source?: string; readonly information?: number; readonly likelihood?: string };
}

export const NO_LEGAL_ADVICE = 'Casus shows what a text says about a record. It is not legal advice.';
