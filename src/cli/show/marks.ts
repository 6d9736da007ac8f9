/** Standing by shape and word, never by colour alone. */
import type { Severity, VerdictState } from '../../treaty/index.js';
import type { Paint } from '../terminal.js';

type Tone = 'good' | 'running' | 'bad' | 'doubt' | 'quiet';

interface Mark { readonly shape: string; readonly tone: Tone }

const MARKS: Readonly<Record<VerdictState, Mark>> = {
  performed: { shape: '●', tone: 'good' }, true: { shape: '●', tone: 'good' }, exercised: { shape: '●', tone: 'good' }, adopted: { shape: '●', tone: 'good' }, settled: { shape: '●', tone: 'good' },
  cured: { shape: '●', tone: 'running' },
  due: { shape: '◐', tone: 'running' }, available: { shape: '◐', tone: 'running' }, open: { shape: '◐', tone: 'running' },
  breached: { shape: '■', tone: 'bad' }, defaulted: { shape: '■', tone: 'bad' }, rejected: { shape: '■', tone: 'bad' },
  undetermined: { shape: '◇', tone: 'doubt' }, conflict: { shape: '◆', tone: 'bad' }, 'no decision': { shape: '◇', tone: 'doubt' },
  pending: { shape: '○', tone: 'quiet' }, dormant: { shape: '○', tone: 'quiet' }, false: { shape: '○', tone: 'quiet' }, 'not in scope': { shape: '○', tone: 'quiet' },
  excused: { shape: '◌', tone: 'quiet' }, waived: { shape: '◌', tone: 'quiet' }, lapsed: { shape: '◌', tone: 'quiet' }, suspended: { shape: '◌', tone: 'running' },
  expired: { shape: '◌', tone: 'quiet' }, revoked: { shape: '◌', tone: 'quiet' },
};

/** What a reader wants to see first. */
const WEIGHT: readonly VerdictState[] = [
  'breached', 'defaulted', 'conflict', 'undetermined', 'due', 'open', 'available', 'suspended', 'cured', 'no decision', 'rejected', 'adopted', 'exercised', 'performed', 'excused', 'waived',
  'true', 'pending', 'dormant', 'lapsed', 'expired', 'revoked', 'settled', 'not in scope', 'false',
];

export const weightOf = (state: VerdictState): number => { const at = WEIGHT.indexOf(state); return at < 0 ? WEIGHT.length : at; };

const tones = (paint: Paint): Readonly<Record<Tone, (text: string) => string>> => ({ good: paint.green, running: paint.yellow, bad: paint.red, doubt: paint.magenta, quiet: paint.dim });

export function markOf(state: VerdictState, paint: Paint): string {
  const { shape, tone } = MARKS[state];
  return tones(paint)[tone](shape);
}

/** `■ breached`. */
export function standing(state: VerdictState, paint: Paint): string {
  const { shape, tone } = MARKS[state];
  return tones(paint)[tone](`${shape} ${state}`);
}

export const severityWord = (severity: Severity, paint: Paint): string => ({ error: paint.red, warning: paint.yellow, note: paint.cyan })[severity](severity);

export const passMark = (passed: boolean, paint: Paint): string => (passed ? paint.green('✓') : paint.red('✗'));
