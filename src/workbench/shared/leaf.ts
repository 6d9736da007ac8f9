/** A treaty laid out for paper or for another program: what the exports to HTML and Word print. Already worded; holds no layout. */

export interface LeafVerdict { readonly state: string; readonly words: string; readonly reason: string }

export interface LeafParagraph {
  readonly prose: readonly string[];
  /** Lines of the clause, as written. */
  readonly clause: readonly string[];
  readonly standing: readonly LeafVerdict[];
  readonly findings: readonly string[];
}

export interface LeafArticle {
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly source: string;
  readonly paragraphs: readonly LeafParagraph[];
}

export interface Leaf {
  readonly title: string;
  readonly status: string;
  readonly source: string;
  readonly counts: string;
  readonly asOf: string;
  readonly knownOn: string;
  readonly supposed: string;
  readonly declarations: readonly string[];
  readonly articles: readonly LeafArticle[];
  /** What follows the articles: needs, pledges, claims, scenarios. */
  readonly annex: readonly string[];
  readonly notice: string;
}
