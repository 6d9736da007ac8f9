/** Documents: every `casus` block parses and runs, links lead somewhere, and nothing in them belongs to one machine. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { atlasFromManifest } from '../../src/geo/index.js';
import { parseTreaty, SYNTAX_FAULTS } from '../../src/language/index.js';
import { filesBelow, read, root } from './files.js';

interface Block { readonly file: string; readonly line: number; readonly mark: string; readonly text: string }

const documents = [...filesBelow('', /^[A-Z]+\.md$/).filter((path) => !path.includes('/')), ...['docs', 'library', 'dossiers', 'bench', 'corpus', 'schemas'].flatMap((folder) => filesBelow(folder, /\.md$/))];

export function blocksOf(file: string, markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { mark: string; line: number; lines: string[] } | undefined;
  markdown.split('\n').forEach((line, index) => {
    const fence = /^\s*```\s*(.*?)\s*$/.exec(line);
    if (!fence) open?.lines.push(line);
    else if (open) {
      blocks.push({ file, line: open.line, mark: open.mark, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else open = { mark: fence[1] ?? '', line: index + 2, lines: [] };
  });
  return blocks;
}

const blocks = documents.flatMap((file) => blocksOf(file, read(file))).filter(({ mark }) => /^casus\b/.test(mark));

const dataFolder = join(root, 'dossiers/ukraine/data');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const atlas = atlasFromManifest(json(join(dataFolder, 'atlas.json')), (name) => json(join(dataFolder, name)));

describe('casus blocks in the documents', () => {
  it('finds marked blocks', () => {
    expect(blocksOf('x.md', 'a\n```casus run\ntreaty "T".\n```\n```sh\nls\n```')).toEqual([{ file: 'x.md', line: 3, mark: 'casus run', text: 'treaty "T".\n' }, { file: 'x.md', line: 6, mark: 'sh', text: 'ls\n' }]);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it.each(blocks.map((block) => [`${block.file}:${block.line} (${block.mark})`, block] as const))('%s', (_name, { mark, text }) => {
    expect(['casus', 'casus run', 'casus part']).toContain(mark);
    const { treaty, diagnostics } = parseTreaty(text);
    const wrong = diagnostics.filter(({ id, severity }) => severity === 'error' && (mark !== 'casus part' || SYNTAX_FAULTS.has(id)));
    expect(wrong.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    if (mark !== 'casus run') return;
    expect(treaty.scenarios.length).toBeGreaterThan(0);
    const compiled = compile(treaty, atlas);
    for (const scenario of treaty.scenarios) {
      const failed = runScenario(compiled, scenario).results.filter(({ outcome }) => outcome === 'failed');
      expect(failed.map(({ expectation, actual }) => `${scenario.title}: ${expectation.clause} is ${actual}, not ${expectation.state}`)).toEqual([]);
    }
  });
});

/** Folders of a machine, and hosts a package came from: neither helps a reader elsewhere. */
const MACHINE = /(?:^|[\s"'`(=:])(?:\/(?:work|home|root|Users|private|mnt)\/|[A-Z]:\\Users)/m;
const HOSTS = /\b(?:registry\.npmjs\.org|npmjs\.org\/-|pypi\.org\/simple|deb\.debian\.org)\b|https?:\/\/(?:localhost|127\.0\.0\.1):(?!4180|4181|PORT)\d+\/[\w-]*(?:npm|registry)/;
/** Words that take a side, or make a game of it. */
const WORDS = /\b(?:enem(?:y|ies)|rebels?|Kiev|orcs?|gameplay|gamers?|high[- ]scores?|level(?:s|led)? up|game over|badass|epic)\b/i;

describe('wording of the documents and sources', () => {
  const written = [...documents, ...['src', 'scripts', 'bin', 'bench', 'library', 'dossiers', 'schemas'].flatMap((folder) => filesBelow(folder, /\.(ts|tsx|mjs|css|html|langium|casus|schema\.json)$/))];

  it.each([['folders of one machine', MACHINE], ['hosts of package registries', HOSTS], ['words that take a side or make a game of it', WORDS]] as const)('has no %s', (_what, pattern) => {
    expect(written.flatMap((path) => { const found = pattern.exec(read(path)); return found ? [`${path}: ${found[0]}`] : []; })).toEqual([]);
  });

  it('notices them', () => {
    expect(MACHINE.test('see /home/ann/casus')).toBe(true);
    expect(MACHINE.test('src/work/x')).toBe(false);
    expect(WORDS.test('the enemy')).toBe(true);
  });

  it('links to files that are there', () => {
    const dead = documents.flatMap((path) => [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, posix.join(dirname(path), target)))).map((target) => `${path}: ${target}`));
    expect(dead).toEqual([]);
  });
});
