/** The guarantee as its text has it: article by article with status, source, clauses as written, what is left to be agreed, and where it is read in two ways. */
import type { Clause, Treaty } from '../../treaty/index.js';
import { inSentence } from '../../engine/index.js';
import { tokens } from '../../language/index.js';
import type { DossierText } from '../shapes.js';
import type { ArticleView, ClauseView, GuaranteeView, Piece } from './model.js';
import { anchor } from './words.js';

/** The rules that find something the parties still owe the text. */
const OPEN = ['left-open'];

export function guaranteeOf({ id, text, treaty, diagnostics }: DossierText): GuaranteeView {
  const open = diagnostics.filter((one) => OPEN.includes(one.id));
  const within = (one: { readonly span: { readonly offset: number } }): string => treaty.articles.find(({ span }) => one.span.offset >= span.offset && one.span.offset < span.end)?.number ?? '';
  const words = (number: string): readonly string[] => [...new Set(open.filter((one) => within(one) === number).map(({ message }) => openWords(message)))];
  return {
    id, title: treaty.title, status: treaty.status ?? 'not stated', ...(treaty.source ? { source: treaty.source.text } : {}),
    open: words(''), faults: diagnostics.filter(({ severity }) => severity === 'error').length,
    articles: treaty.articles.map((article): ArticleView => {
      const clauses = treaty.clauses.filter((clause) => clause.article === article.number);
      const paragraphs = article.paragraphs.map(({ prose, clauses: names }) => ({
        prose: prose.map((one) => one.text.trim()).join(' '),
        clauses: clauses.filter(({ name }) => names.includes(name)).map((clause) => clauseView(clause, text, treaty, article.status)),
      }));
      const placed = new Set(article.paragraphs.flatMap((one) => one.clauses));
      return {
        number: article.number, anchor: anchor('article', article.number), title: article.title, status: article.status ?? treaty.status ?? 'not stated',
        ...(article.source ? { source: article.source.text } : {}), paragraphs: paragraphs.filter(({ prose, clauses: held }) => prose !== '' || held.length > 0),
        clauses: clauses.filter(({ name }) => !placed.has(name)).map((clause) => clauseView(clause, text, treaty, article.status)), open: words(article.number), readings: readingsIn(clauses, treaty),
      };
    }),
  };
}

function clauseView(clause: Clause, text: string, treaty: Treaty, status: string | undefined): ClauseView {
  const words = asWritten(text.slice(clause.span.offset, clause.span.end));
  return {
    name: clause.name, text: words, pieces: piecesOf(words),
    ...(clause.status !== undefined && clause.status !== (status ?? treaty.status) ? { status: clause.status } : {}),
    ...(clause.source ? { source: clause.source.text } : {}), ...(clause.reading === undefined ? {} : { reading: clause.reading }),
  };
}

/** The clause without its source, which stands beside it. */
const asWritten = (words: string): string => words.replace(/,\s*source\s+"[^"]*"/g, '').replace(/\s+/g, ' ').trim();

/** Keywords and what is left open, told apart as the editor tells them; neighbours of one kind in one piece. */
function piecesOf(words: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const put = (text: string, kind?: Piece['kind']): void => { if (text !== '') pieces.push({ text, ...(kind === undefined ? {} : { kind }) }); };
  let at = 0;
  for (const { span, kind } of tokens(words)) {
    if (kind !== 'keyword' && kind !== 'open') continue;
    const [between, last, text] = [words.slice(at, span.offset), pieces.at(-1), words.slice(span.offset, span.end)];
    if (last?.kind === kind && between.trim() === '') pieces[pieces.length - 1] = { kind, text: `${last.text}${between}${text}` };
    else { put(between); put(text, kind); }
    at = span.end;
  }
  put(words.slice(at));
  return pieces;
}

function readingsIn(clauses: readonly Clause[], treaty: Treaty): readonly string[] {
  const used = new Set(clauses.map(({ reading }) => reading).filter((title) => title !== undefined));
  return treaty.readings.filter(({ title }) => used.has(title)).map(({ title, of, source }) => `“${title}”, the reading of ${inSentence(of)}${source ? ` (${source.text})` : ''}`);
}

/** `clause \`police\`: the deadline is left to be agreed` as `police: the deadline`. */
const openWords = (message: string): string => message.replace(/ is left to be agreed$/, '').replace(/^(\w[\w ]*) `([^`]+)`/, '$1 $2').replace(/`/g, '');
