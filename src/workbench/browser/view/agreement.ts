/** A treaty laid out in rows of prose, clause and standing. Reads the text by the spans of the tree; judges nothing. */
import type { Article, Citation, Clause, Diagnostic, Instant, Reading, Span, Status, Treaty, Verdict, VerdictState } from '../../../treaty/index.js';
import { plural, readable } from './names.js';
import { byWeight, SILENT } from './standing.js';

export type TokenKind = 'keyword' | 'name' | 'string' | 'number' | 'prose' | 'comment' | 'open';
export interface Token { readonly span: Span; readonly kind: TokenKind }

/** A piece of a line of code; `follows` names the declaration or clause it refers to. */
export interface Piece { readonly text: string; readonly kind?: TokenKind; readonly follows?: string; readonly fault?: Diagnostic; /** Part of `, source "…"`, which the provenance tells. */ readonly cited?: boolean }
export type CodeLine = readonly Piece[];

export interface Standing {
  readonly clause: string;
  readonly verdicts: readonly Verdict[];
  /** Said where there is no verdict. */
  readonly silent: VerdictState;
  readonly silence: string;
}

export interface RowView {
  readonly prose: readonly string[];
  readonly code: readonly CodeLine[];
  readonly provenance: readonly string[];
  readonly standing: readonly Standing[];
  /** Clauses of other paragraphs that encode this one, by the text's own word. */
  readonly elsewhere: readonly (Standing & { readonly article: string })[];
  readonly findings: readonly Diagnostic[];
}

export interface ArticleView {
  readonly number: string;
  readonly title: string;
  readonly status?: Status;
  readonly source?: string;
  readonly rows: readonly RowView[];
}

export interface AgreementView {
  readonly title: string;
  readonly status?: Status;
  readonly source?: string;
  readonly counts: string;
  readonly left: number;
  readonly declarations: readonly CodeLine[];
  readonly articles: readonly ArticleView[];
  /** Where the text sets its readings after the last article: they change clauses of all of them. */
  readonly readings?: { readonly titles: readonly string[]; readonly code: readonly CodeLine[]; readonly findings: readonly Diagnostic[] };
  readonly annex: readonly CodeLine[];
  /** Findings that belong to no article. */
  readonly findings: readonly Diagnostic[];
}

export interface Dates { readonly asOf: Instant; readonly knownOn: Instant; readonly supposedFrom?: Instant }

export interface AgreementInput {
  readonly text: string;
  readonly treaty: Treaty;
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
  readonly verdicts: readonly Verdict[];
}

interface Block { readonly prose: readonly string[]; readonly from: number; readonly to: number }

const inside = (at: number, from: number, to: number): boolean => at >= from && at < to;

/** Prose first, then its clauses, until the next prose: one block per paragraph of the article. */
function blocksOf(text: string, from: number, to: number): readonly Block[] {
  const blocks: Block[] = [];
  let prose: string[] = [];
  let start = from;
  let code = false;
  let offset = from;
  for (const line of text.slice(from, to).split('\n')) {
    const isProse = line.trimStart().startsWith('|');
    if (isProse) {
      if (code) { blocks.push({ prose, from: start, to: offset }); prose = []; code = false; }
      prose.push(line.trim().slice(1).trim());
      start = offset + line.length + 1;
    } else if (line.trim() !== '') {
      if (!code) start = offset;
      code = true;
    }
    offset += line.length + 1;
  }
  if (prose.length > 0 || code) blocks.push({ prose, from: Math.min(start, to), to });
  return blocks;
}

/** Lines of prose as paragraphs: an empty `|` line parts them. */
function paragraphs(lines: readonly string[]): readonly string[] {
  return lines.join('\n').split(/\n\s*\n/).map((part) => part.replace(/\n/g, ' ').trim()).filter((part) => part !== '');
}

interface CodeInput extends Pick<AgreementInput, 'text' | 'tokens' | 'diagnostics'> { /** Where the text names a source that is told elsewhere. */ readonly cited?: ReadonlySet<number> }

export function codeOf(input: CodeInput, from: number, to: number, names: ReadonlySet<string>): readonly CodeLine[] {
  const lines: Piece[][] = [[]];
  const add = (text: string, rest: Omit<Piece, 'text'>): void => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') (lines.at(-1) as Piece[]).push({ text: part, ...rest });
    });
  };
  const faultAt = (span: Span): Diagnostic | undefined =>
    input.diagnostics.find((one) => one.severity !== 'note' && one.span.end - one.span.offset < 60 && one.span.offset <= span.offset && span.end <= one.span.end && one.span.line === one.span.endLine);
  let at = from;
  for (const [index, token] of input.tokens.entries()) {
    if (token.span.end <= from || token.kind === 'prose') continue;
    if (token.span.offset >= to) break;
    const quoted = (one: Token | undefined): boolean => one?.kind === 'string' && input.cited?.has(one.span.offset) === true;
    const cited = quoted(token) || (token.kind === 'keyword' && quoted(input.tokens[index + 1])) ? { cited: true } : {};
    if (token.span.offset > at) add(input.text.slice(at, token.span.offset), cited);
    const text = input.text.slice(Math.max(token.span.offset, at), token.span.end);
    const fault = faultAt(token.span);
    add(text, { kind: token.kind, ...(token.kind === 'name' && names.has(text) ? { follows: text } : {}), ...(fault ? { fault } : {}), ...cited });
    at = token.span.end;
  }
  if (at < to) add(input.text.slice(at, to), {});
  return trimmed(lines);
}

const blank = (line: CodeLine): boolean => line.every(({ text }) => text.trim() === '');

function trimmed(lines: readonly CodeLine[]): readonly CodeLine[] {
  const first = lines.findIndex((line) => !blank(line));
  if (first < 0) return [];
  const last = lines.findLastIndex((line) => !blank(line));
  return lines.slice(first, last + 1);
}

function standingOf(clause: Clause, verdicts: ReadonlyMap<string, readonly Verdict[]>): Standing {
  const silent = SILENT[clause.kind] ?? { state: 'pending' as const, words: '' };
  // A reading may set a clause of the same name in another article: each article tells its own.
  const mine = (verdicts.get(clause.name) ?? []).filter(({ article }) => article === clause.article);
  return { clause: clause.name, verdicts: [...mine].sort(byWeight), silent: silent.state, silence: clause.kind === 'reservation' ? '' : silent.words };
}

interface Sourced { readonly status?: Status; readonly source?: Citation }

/** Status and source of each clause, where they are not those of its article; clauses alike in both share a line. */
function provenanceOf(clauses: readonly (Sourced & { readonly name: string })[], article: Sourced): readonly string[] {
  const alike = new Map<string, string[]>();
  for (const { name, status, source } of clauses) {
    if ((status ?? article.status) === article.status && source?.text === article.source?.text) continue;
    const words = [status, source?.text].filter((one) => one !== undefined).join(', ');
    if (words !== '') alike.set(words, [...(alike.get(words) ?? []), name]);
  }
  return [...alike].map(([words, names]) => `${names.join(', ')}: ${words}`);
}

export function agreementView(input: AgreementInput): AgreementView {
  const { text, treaty, diagnostics } = input;
  const byClause = new Map<string, Verdict[]>();
  for (const verdict of input.verdicts) {
    const list = byClause.get(verdict.clause);
    if (list) list.push(verdict); else byClause.set(verdict.clause, [verdict]);
  }
  const names = new Set([...treaty.clauses, ...treaty.zones, ...treaty.lines, ...treaty.groups, ...treaty.bodies, ...treaty.findings].map(({ name }) => name));
  // A need begins after its keyword: the annex begins where its line does.
  const annexFrom = Math.min(text.length, ...[...treaty.scenarios, ...treaty.claims, ...treaty.needs, ...treaty.pledges].map(({ span }) => text.lastIndexOf('\n', span.offset) + 1));
  const readingsFrom = Math.min(annexFrom, readingsAfter(text, treaty));
  const firstArticle = Math.min(text.length, annexFrom, ...treaty.articles.map(({ span }) => span.offset));
  const placed = new Set<Diagnostic>();
  const cited = new Set(treaty.clauses.flatMap(({ source }) => (source ? input.tokens.filter(({ kind, span }) => kind === 'string' && inside(span.offset, source.span.offset, source.span.end)).map(({ span }) => span.offset) : [])));

  const articles = treaty.articles.map((article): ArticleView => {
    const heading = text.indexOf('\n', article.span.offset);
    const from = heading < 0 ? article.span.end : Math.min(heading + 1, article.span.end);
    const to = article.span.offset < readingsFrom ? Math.min(article.span.end, Math.max(readingsFrom, from)) : article.span.end;
    const rows = blocksOf(text, from, to).map((block, index, all): RowView => {
      const clauses = unique(treaty.clauses.filter(({ span }) => inside(span.offset, block.from, block.to)));
      const start = index === 0 ? article.span.offset : (all[index - 1]?.to ?? from);
      const end = index === all.length - 1 ? to : block.to;
      const findings = diagnostics.filter((one) => inside(one.span.offset, start, end) && one.id !== 'to-be-agreed-open' && !placed.has(one));
      findings.forEach((one) => placed.add(one));
      return {
        prose: paragraphs(block.prose), code: codeOf({ ...input, cited }, block.from, block.to, names), findings,
        provenance: provenanceOf(clauses, article), elsewhere: elsewhereOf(treaty, article, start, end, byClause), standing: clauses.filter((clause) => clause.article === article.number).map((clause) => standingOf(clause, byClause)),
      };
    });
    return {
      number: article.number, title: article.title, rows: rows.length > 0 ? rows : [{ prose: [], code: [], provenance: [], standing: [], elsewhere: [], findings: [] }],
      ...(article.status ? { status: article.status } : {}), ...(article.source ? { source: article.source.text } : {}),
    };
  });

  // Only the first `to be agreed` of a clause makes it one of the clauses left open.
  const left = treaty.clauses.filter((clause) => input.tokens.some((token) => token.kind === 'open' && inside(token.span.offset, clause.span.offset, clause.span.end))).length;
  const ofReadings = diagnostics.filter((one) => inside(one.span.offset, readingsFrom, annexFrom) && !placed.has(one) && one.id !== 'to-be-agreed-open');
  ofReadings.forEach((one) => placed.add(one));
  const faults = diagnostics.filter(({ severity }) => severity !== 'note').length;
  return {
    title: treaty.title === '' ? 'A treaty without a title' : treaty.title,
    ...(treaty.status ? { status: treaty.status } : {}), ...(treaty.source ? { source: treaty.source.text } : {}),
    counts: `${plural(treaty.articles.length, 'article')} · ${left === 0 ? plural(treaty.clauses.length, 'clause') : `${left} of ${plural(treaty.clauses.length, 'clause')} left to be agreed`}${faults === 0 ? '' : ` · ${plural(faults, 'finding')}`}`,
    left, declarations: codeOf(input, 0, firstArticle, names), articles,
    ...(readingsFrom < annexFrom ? { readings: { titles: treaty.readings.map(readingWords), code: codeOf(input, readingsFrom, annexFrom, names), findings: ofReadings } } : {}),
    annex: annexFrom < text.length ? codeOf(input, annexFrom, text.length, names) : [],
    findings: diagnostics.filter((one) => !placed.has(one) && one.id !== 'to-be-agreed-open'),
  };
}

const readingWords = ({ title, of, source }: Reading): string => `“${title}”, of ${readable(of)}${source === undefined ? '' : `: ${source.text}`}`;

/** Where the readings begin that no article follows, with the comment above them; the end of the text where there are none. */
function readingsAfter(text: string, { readings, articles }: Treaty): number {
  const last = Math.max(-1, ...articles.map(({ span }) => span.offset));
  const first = Math.min(Infinity, ...readings.map(({ span }) => span.offset).filter((offset) => last >= 0 && offset > last));
  if (!Number.isFinite(first)) return text.length;
  let from = text.lastIndexOf('\n', first) + 1;
  for (;;) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    if (from < 2 || !text.slice(above, from).trimStart().startsWith('//')) return from;
    from = above;
  }
}

function elsewhereOf(treaty: Treaty, article: Article, from: number, to: number, verdicts: ReadonlyMap<string, readonly Verdict[]>): RowView['elsewhere'] {
  const names = article.paragraphs.flatMap(({ prose, encodedBy = [] }) => (prose.some(({ span }) => inside(span.offset, from, to)) ? encodedBy : []));
  return unique(treaty.clauses.filter(({ name }) => names.includes(name))).map((clause) => ({ ...standingOf(clause, verdicts), article: clause.article }));
}

/** A clause that readings replace stands once. */
function unique(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter((clause, index) => clauses.findIndex(({ name }) => name === clause.name) === index);
}
