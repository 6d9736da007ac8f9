/** docs/results.md speaks of every claim of the encoded texts, in the words of the text. Its figures take minutes to make and are not made again here. */
import { expect, it } from 'vitest';
import { filesBelow, read } from '../house/files.js';

const page = read('docs/results.md');
const texts = ['library', 'dossiers'].flatMap((room) => filesBelow(room, /\.casus$/)).filter((path) => /^claim /m.test(read(path)));

it('has a part for each text that makes claims', () => {
  expect([...page.matchAll(/^`([^`]+\.casus)`$/gm)].map(([, path]) => path).sort()).toEqual([...texts].sort());
});

it.each(texts)('%s: each claim, as it stands in the text, with a verdict', (path) => {
  const part = page.split(`\`${path}\`\n`)[1]?.split('\n## ')[0] ?? '';
  const claims = [...read(path).matchAll(/^claim ([\w-]+): ([^\n]+)$/gm)];
  expect(claims.length).toBeGreaterThan(0);
  for (const [, name, words] of claims) {
    expect(part).toContain(`- *${name}*: ${words}`);
    expect(part).toMatch(new RegExp(`^\\| ${name}(?: \\([^|]*\\))? \\| [●■◇] `, 'm'));
  }
});
