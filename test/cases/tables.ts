/** The tables of docs/cases.md as the code holds them. */
import { ARMS, FAMILIES, FORCE, LESSER_FORCE, NAMED_ACTS, NO_ARMS, OPEN_WORDS, SPOKEN_THREATS } from '../../src/cases/facts.js';
import { NAMED } from '../../src/cases/outcome.js';

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');

export const tables: Readonly<{ [name: string]: string }> = {
  force: table(['`force`', 'words of `act`'], [...FORCE.map(([force, words]) => [`\`${force}\``, code(words)]), ['`disputed`', code(OPEN_WORDS)]]),
  arms: table(['list', 'words'], [['arms', code([...new Set(ARMS)])], ['no arms', code(NO_ARMS)], ['lesser force', code(LESSER_FORCE)], ['spoken threats', code(SPOKEN_THREATS)]]),
  acts: table(['act of the treaty', 'words of `act`'], Object.entries(NAMED_ACTS).map(([act, words]) => [`\`${act}\``, code(words)])),
  values: table(['key', 'value', 'words that begin with'], Object.entries(FAMILIES).flatMap(([key, family]) => Object.entries(family).map(([value, words]) => [`\`${key}\``, `\`${value}\``, code(words)]))),
  reasons: table(['rule that decided', 'reason of the outcome'], Object.entries(NAMED).map(([rule, reason]) => [rule, `\`${reason}\``])),
};
