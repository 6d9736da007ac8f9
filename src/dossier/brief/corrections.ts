/** The corrections log: what the keeper of the dossier noted, and every correction and retraction on record, newest first. */
import type { Correction, Entry, Instant } from '../../treaty/index.js';
import type { CorrectionNote } from '../shapes.js';
import type { CorrectionView } from './model.js';
import { anchor, day, span } from './words.js';

const gist = (entry: Entry | undefined): string | undefined => (typeof entry?.arguments['gist'] === 'string' ? entry.arguments['gist'] : undefined);

/** What a statement says besides its gist, for the log: where the gist stayed the same, this is what was corrected. */
function parts(entry: Entry | undefined): string | undefined {
  if (!entry) return undefined;
  const { stance, option, voice, speaker } = entry.arguments;
  const said = [stance, option === undefined ? undefined : String(option).replace(/-/g, ' '), voice === undefined ? undefined : `voice ${voice}`, speaker === undefined ? undefined : String(speaker).replace(/-/g, ' ')].filter((one) => one !== undefined).join(', ');
  const words = `${gist(entry) ?? ''}${said === '' ? '' : ` (${said}; ${span(entry.occurred)})`}`.trim();
  return words === '' ? undefined : words;
}

export function correctionsOf(notes: readonly CorrectionNote[], entries: readonly Entry[], asOf: Instant): readonly CorrectionView[] {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const noted = notes.filter(({ on }) => on.from <= asOf).map((one, index): CorrectionView => ({
    anchor: anchor('correction', `${one.on.written}-${index + 1}`), on: span(one.on), at: one.on.from, what: one.what, ...(one.was === undefined ? {} : { was: one.was }), ...(one.now === undefined ? {} : { now: one.now }),
  }));
  const recorded = entries.filter(({ act, knownAt }) => (act === 'correction' || act === 'retraction') && knownAt <= asOf).map((entry): CorrectionView => {
    const of = String(entry.arguments['corrects'] ?? entry.arguments['retracts'] ?? '');
    const [was, now] = [parts(byId.get(of)), entry.act === 'correction' ? parts((entry as Correction).replacement) : undefined];
    const why = entry.source === undefined ? '' : ` (${entry.source})`;
    return { anchor: anchor('correction', entry.id), on: day(entry.knownAt), at: entry.knownAt, what: entry.act === 'correction' ? `A statement on record was corrected${why}` : `A statement on record was taken back${why}`, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
  });
  return [...noted, ...recorded].sort((a, b) => b.at - a.at || (a.anchor < b.anchor ? -1 : 1));
}
