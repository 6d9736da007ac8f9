/**
 * What a person sees at 80 columns: every command of `corpus/cli/*.txt` says what stands below it, on both streams, and ends as it says.
 * CASUS_ACCEPT=1 rewrites the transcripts; read them before committing. Refused where CI is set.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root } from '../house/files.js';
import { TRACE, told } from './told.js';

const folder = join(root, 'corpus/cli/files');
const accept = process.env['CASUS_ACCEPT'] === '1';

/** `casus explain x.casus y --scenario "a b"` into words, as a shell would. */
export const wordsOf = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

async function transcript(command: string): Promise<string> {
  const { out, err, code } = await told(wordsOf(command).slice(1), { folder });
  return `$ ${command}\n${out}${err === '' ? '' : `--- on the error stream\n${err}`}--- ends with ${code}\n`;
}

describe('transcripts', () => {
  it.each(filesBelow('corpus/cli', /\.txt$/).filter((path) => !path.startsWith('corpus/cli/files/')))('%s', async (path) => {
    const written = readFileSync(join(root, path), 'utf8');
    const commands = [...written.matchAll(/^\$ (casus.*)$/gm)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(0);
    const parts: string[] = [];
    for (const command of commands) parts.push(await transcript(command));
    const now = parts.join('\n');
    if (accept && now !== written) {
      if (process.env['CI']) throw new Error('transcripts are not rewritten where CI is set');
      writeFileSync(join(root, path), now);
      return;
    }
    expect(now).toBe(written);
    expect(now).not.toMatch(TRACE);
    // Commands to copy and messages on the error stream stand on one line, however long; everything else keeps to the width.
    const wide = now.replace(/--- on the error stream\n[^]*?(?=--- ends with)/g, '').split('\n').filter((line) => !line.startsWith('$ ') && !line.startsWith('why: ') && !line.startsWith('  casus ') && !/^\s*"/.test(line) && [...line].length > 80);
    expect(wide).toEqual([]);
  });

  it('splits a command as a shell does', () => { expect(wordsOf('casus explain a.casus b --scenario "c d"')).toEqual(['casus', 'explain', 'a.casus', 'b', '--scenario', 'c d']); });
});
