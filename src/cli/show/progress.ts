/** A bar on the error stream for work that takes over a second, and only where a person watches. Leaves nothing behind. */
import type { Terminal } from '../terminal.js';
import { grouped } from './words.js';

export interface Progress {
  /** Share done, 0 to 1. */
  readonly at: (share: number, words: string) => void;
  readonly end: () => void;
}

const PATIENCE_MS = 1000;
const BAR = 28;

export function progressOn(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  if (!terminal.live) return { at: () => undefined, end: () => undefined };
  const begun = now();
  let shown = 0;
  return {
    at: (share, words) => {
      const time = now();
      if (time - begun < PATIENCE_MS || time - shown < 80) return;
      shown = time;
      const full = Math.round(Math.max(0, Math.min(1, share)) * BAR);
      terminal.err(`\r\u001b[2K${terminal.paintErr.cyan('━'.repeat(full))}${terminal.paintErr.dim('━'.repeat(BAR - full))} ${Math.floor(share * 100)}% ${words}`);
    },
    end: () => { if (shown > 0) terminal.err('\r\u001b[2K'); },
  };
}

/** How far a search is that nobody knows the end of. */
export interface FarProgress { readonly at: (far: { readonly what: string; readonly situations: number; readonly entries: number }, bytes: number) => void; readonly end: () => void }

export function farOn(terminal: Terminal, now: () => number = () => performance.now()): FarProgress {
  if (!terminal.live) return { at: () => undefined, end: () => undefined };
  const begun = now();
  let shown = 0;
  let since = { what: '', at: begun };
  return {
    at: ({ what, situations, entries }, bytes) => {
      const time = now();
      if (what !== since.what) since = { what, at: time };
      if (time - begun < PATIENCE_MS || time - shown < 80) return;
      shown = time;
      const rate = Math.round(situations / Math.max(0.05, (time - since.at) / 1000));
      terminal.err(`\r\u001b[2K${what}: ${grouped(situations)} situations, ${grouped(rate)} a second, depth ${entries}, ${grouped(Math.round(bytes / 1_000_000))} MB`);
    },
    end: () => { if (shown > 0) terminal.err('\r\u001b[2K'); },
  };
}
