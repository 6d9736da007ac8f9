/** Where a command writes. Commands know this shape only, so that tests can read what they say. */
import pc from 'picocolors';

export type Paint = ReturnType<typeof pc.createColors>;

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns that tables and paragraphs may take. */
  readonly width: number;
  readonly paint: Paint;
  /** Whether messages on the error stream are painted. */
  readonly paintErr: Paint;
  /** A person is watching the error stream: progress may be drawn there. */
  readonly live: boolean;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The program's own file, for work in a thread of its own that Ctrl+C can end; absent where there is none. */
  readonly program?: string;
}

const NARROWEST = 60;
const WIDEST = 100;

/** The process's own streams. Colour only on terminals, and never where NO_COLOR is set. */
export function processTerminal(program?: string): Terminal {
  const { stdout, stderr, env } = process;
  // A reader that closes early (`casus … | head`) is no fault of ours.
  stdout.on('error', (fault: NodeJS.ErrnoException) => { if (fault.code === 'EPIPE') process.exit(); else throw fault; });
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const colourOf = (stream: NodeJS.WriteStream): boolean => !plain && (stream.isTTY || (env['FORCE_COLOR'] ?? '0') !== '0');
  return {
    out: (text) => { stdout.write(text); },
    err: (text) => { stderr.write(text); },
    width: stdout.isTTY ? Math.max(NARROWEST, Math.min(WIDEST, stdout.columns)) : 80,
    paint: pc.createColors(colourOf(stdout)),
    paintErr: pc.createColors(colourOf(stderr)),
    live: Boolean(stderr.isTTY) && !plain,
    folder: process.cwd(),
    ...(program === undefined ? {} : { program }),
  };
}
