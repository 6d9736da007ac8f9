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

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const strings = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');
const texts = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean => names.every((name) => typeof value[name] === 'string');
const listOf = (value: unknown, fits: (one: Readonly<Record<string, unknown>>) => boolean): boolean => Array.isArray(value) && value.every((one) => isObject(one) && fits(one));

/** Whether what another program hands over is a leaf, down to its lines. */
export const isLeaf = (value: unknown): value is Leaf => isObject(value)
  && texts(value, ['title', 'status', 'source', 'counts', 'asOf', 'knownOn', 'supposed', 'notice']) && strings(value['declarations']) && strings(value['annex'])
  && listOf(value['articles'], (article) => texts(article, ['number', 'title', 'status', 'source']) && listOf(article['paragraphs'], (paragraph) =>
    strings(paragraph['prose']) && strings(paragraph['clause']) && strings(paragraph['findings']) && listOf(paragraph['standing'], (one) => texts(one, ['state', 'words', 'reason']))));
