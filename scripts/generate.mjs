/** Makes the parser from the grammar, when the grammar has changed. `npm run generate` runs it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './sources.mjs';

const MADE = ['ast.ts', 'grammar.ts', 'module.ts'];

export function generate(root, say) {
  const config = join(root, 'langium-config.json');
  const grammar = join(root, 'src/language/casus.langium');
  if (!existsSync(config) || !existsSync(grammar)) return;
  const folder = join(root, 'src/language/generated');
  // Beside the packages, not among the generated files: langium asks before it deletes what it does not know.
  const stamp = join(root, 'node_modules/.casus/parser-stamp');
  const now = fingerprint(root, ['langium-config.json', 'src/language/casus.langium', 'node_modules/langium-cli/package.json']);
  if (MADE.every((name) => existsSync(join(folder, name))) && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === now) return;
  rmSync(folder, { recursive: true, force: true });
  say('making the parser from the grammar');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/langium-cli/bin/langium.js'), 'generate'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('the grammar `src/language/casus.langium` could not be turned into a parser; the message above names the rule');
  mkdirSync(join(root, 'node_modules/.casus'), { recursive: true });
  writeFileSync(stamp, `${now}\n`);
}
