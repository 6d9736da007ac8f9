/** The command line run in this process: what it said on both streams, and how it ended. */
import pc from 'picocolors';
import { run } from '../../src/cli/run.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { root } from '../house/files.js';

export interface Told { readonly out: string; readonly err: string; readonly code: number }

export async function told(words: readonly string[], more: Partial<Terminal> = {}): Promise<Told> {
  let out = '';
  let err = '';
  const plain = pc.createColors(false);
  const terminal: Terminal = { out: (text) => { out += text; }, err: (text) => { err += text; }, width: 80, paint: plain, paintErr: plain, live: false, folder: root, ...more };
  const code = await run(words, terminal);
  return { out, err, code };
}

/** A stack trace, or a word only a programmer knows. */
export const TRACE = /\n\s+at .+:\d+|\bundefined\b(?!-name)|\bNaN\b|\[object |Error:|our fault/;
