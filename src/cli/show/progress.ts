/** A bar on the error stream for work that takes over a second, and only where a person watches. Leaves nothing behind. */
import type { Terminal } from '../terminal.js';

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
