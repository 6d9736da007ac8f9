/** The library and the dossiers: each text parses, cites its sources, keeps its own stories, and has the holes that its text has. */
import { describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { atlas, TEXTS, type EncodedText } from './texts.js';

const named = (path: string): EncodedText => {
  const found = TEXTS.find((one) => one.path === path);
  if (!found) throw new Error(`no text ${path}`);
  return found;
};
/** The clauses a rule spoke of, each as its article and name. */
const clausesWith = ({ treaty, diagnostics }: EncodedText, id: string): readonly string[] =>
  diagnostics.filter((one) => one.id === id).flatMap(({ span }) => treaty.clauses.filter((clause) => clause.span.offset <= span.offset && span.offset < clause.span.end).map(({ article, name }) => `${article} ${name}`));
const ids = (path: string): ReadonlySet<string> => new Set(named(path).diagnostics.map(({ id }) => id));

describe.each(TEXTS.map((text) => [text.path, text] as const))('%s', (path, text) => {
  const { treaty, diagnostics } = text;

  it('parses and checks without errors', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ span, message }) => `${span.line}: ${message}`)).toEqual([]);
  });

  it('has a title, a source and a status', () => {
    expect(treaty.title).not.toBe('');
    expect(treaty.source?.text ?? '').not.toBe('');
    expect(treaty.status).toBeDefined();
  });

  it('cites a source and gives a status for every clause and reading', () => {
    const articles = new Map(treaty.articles.map((article) => [article.number, article]));
    expect(treaty.clauses.length).toBeGreaterThan(0);
    expect(treaty.clauses.filter(({ source, article }) => !(source ?? articles.get(article)?.source)).map(({ name }) => name)).toEqual([]);
    expect(treaty.clauses.filter(({ status, article }) => !(status ?? articles.get(article)?.status)).map(({ name }) => name)).toEqual([]);
    expect(treaty.readings.filter(({ source }) => !source).map(({ title }) => title)).toEqual([]);
  });

  it('encodes each paragraph of its prose, or is told that it does not', () => {
    const reported = diagnostics.filter(({ id }) => id === 'prose-without-clause').map(({ span }) => span.line);
    const silent = treaty.articles.flatMap(({ paragraphs }) => paragraphs).filter(({ clauses }) => clauses.length === 0).flatMap(({ prose }) => prose.slice(0, 1)).map(({ span }) => span.line);
    expect(reported).toEqual(silent);
    expect(treaty.articles.filter(({ paragraphs }) => paragraphs.length === 0).map(({ number }) => number)).toEqual([]);
  });

  it('dates and sources its zones and lines', () => {
    expect(diagnostics.filter(({ id }) => id === 'zone-without-dated-source').map(({ message }) => message)).toEqual([]);
  });

  it('tells at least two stories, and each of their expectations is borne out', () => {
    expect(treaty.scenarios.length).toBeGreaterThanOrEqual(2);
    const compiled = compile(treaty, atlas);
    const results = treaty.scenarios.flatMap((scenario) => runScenario(compiled, scenario).results.map((result) => ({ title: scenario.title, ...result })));
    expect(results.length).toBeGreaterThanOrEqual(treaty.scenarios.length);
    expect(results.filter(({ outcome }) => outcome !== 'passed').map(({ title, expectation, actual }) => `${path}, ${title}: ${expectation.clause} is ${actual}`)).toEqual([]);
  });
});

describe('the holes of the texts', () => {
  it('knows that the Budapest Memorandum sets no deadline, no remedy and no exit', () => {
    for (const id of ['duty-without-deadline', 'duty-without-remedy', 'treaty-without-exit']) expect(ids('library/budapest.casus')).toContain(id);
  });

  it('finds the circle of Minsk II', () => {
    expect(ids('library/minsk-2.casus')).toContain('cyclic-sequencing');
  });

  it('knows what articles 4 and 5 of the North Atlantic Treaty leave out', () => {
    const text = named('library/north-atlantic.casus');
    expect(clausesWith(text, 'duty-without-deadline')).toEqual(expect.arrayContaining([expect.stringMatching(/^4 /), expect.stringMatching(/^5 /)]));
    expect(clausesWith(text, 'duty-without-remedy')).toEqual(expect.arrayContaining([expect.stringMatching(/^5 /)]));
    expect(ids(text.path)).not.toContain('treaty-without-exit');
    expect(ids(text.path)).not.toContain('cyclic-sequencing');
  });

  it('finds an exit in every treaty that has one, and none where there is none', () => {
    const without = TEXTS.filter(({ diagnostics }) => diagnostics.some(({ id }) => id === 'treaty-without-exit')).map(({ path }) => path);
    expect(without).toEqual([
      'library/budapest.casus', 'library/minsk-2.casus', 'library/treaty-of-guarantee-cyprus.casus',
      'dossiers/ukraine/treaties/20-points.casus', 'dossiers/ukraine/treaties/ladder-2026.casus', 'dossiers/ukraine/treaties/paris-declaration.casus',
    ]);
  });

  it('keeps a deadline where a text names hours', () => {
    expect(clausesWith(named('library/uk-ukraine-2024.casus'), 'duty-without-deadline')).not.toContain('2 consultation');
    expect(clausesWith(named('library/korean-armistice.casus'), 'duty-without-deadline')).not.toContain('13 leave-zone');
  });

  it('lists what the drafts for Ukraine leave open', () => {
    for (const path of ['august-2025', '28-points', '20-points', 'paris-declaration', 'ladder-2026']) expect(ids(`dossiers/ukraine/treaties/${path}.casus`)).toContain('left-open');
  });
});
