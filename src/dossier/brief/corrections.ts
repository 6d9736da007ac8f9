/** The corrections log: what the keeper of the dossier noted, and every correction and retraction on record, newest first. */
import { inSentence, statementOf } from '../../engine/index.js';
import type { Correction, Entry, Instant } from '../../treaty/index.js';
import { voiceWords, type Lookup } from './issues.js';
import type { CorrectionNote } from '../shapes.js';
import type { CorrectionView } from './model.js';
import { anchor, capital, sentence, shortDay, span } from './words.js';

/** A statement as it stood, with all that may have been corrected: where the gist stayed the same, stance, voice, speaker or day did not. */
function asSaid(entry: Entry | undefined, look: Lookup): string | undefined {
  const statement = entry && statementOf(entry);
  if (!statement) return undefined;
  const one = look.statement(statement);
  const who = one.speaker ?? one.outlet;
  return `${sentence(one.gist)} (${capital(inSentence(one.party))} ${one.words}; ${[who, one.said].filter((words) => words !== undefined).join(', ')}; ${voiceWords(one)})`;
}

export function correctionsOf(notes: readonly CorrectionNote[], entries: readonly Entry[], asOf: Instant, look: Lookup): readonly CorrectionView[] {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const noted = notes.filter(({ on }) => on.from <= asOf).map((one, index): CorrectionView => ({
    anchor: anchor('correction', `${one.on.written}-${index + 1}`), on: span(one.on), at: one.on.from, what: one.what, ...(one.was === undefined ? {} : { was: one.was }), ...(one.now === undefined ? {} : { now: one.now }),
  }));
  const recorded = entries.filter(({ act, knownAt }) => (act === 'correction' || act === 'retraction') && knownAt <= asOf).map((entry): CorrectionView => {
    const of = String(entry.arguments['corrects'] ?? entry.arguments['retracts'] ?? '');
    const [was, now] = [asSaid(byId.get(of), look), entry.act === 'correction' ? asSaid((entry as Correction).replacement, look) : undefined];
    const why = entry.source === undefined ? '' : ` (${entry.source})`;
    return { anchor: anchor('correction', entry.id), on: shortDay(entry.knownAt), at: entry.knownAt, what: entry.act === 'correction' ? `A statement on record was corrected${why}` : `A statement on record was taken back${why}`, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
  });
  return [...noted, ...recorded].sort((a, b) => b.at - a.at || (a.anchor < b.anchor ? -1 : 1));
}
