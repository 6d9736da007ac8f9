/** The reading worker: one report at a time, with what the dossier knows. Ending it ends the reading and nothing else. Entry of its own bundle, since the tagger and the page reader come with it. */
import type { Known } from '../shared/brief.js';
import { jsonAt } from './judging/fetching.js';
import { readingOf, type ReadingQuestion, type ReadingReply } from './judging/reading.js';

async function answer(question: ReadingQuestion): Promise<ReadingReply> {
  try {
    const made = readingOf(question, await jsonAt<Known>('api/brief/known'));
    return 'words' in made ? { kind: 'refused', why: made } : { kind: 'read', report: made };
  } catch (fault) {
    return { kind: 'refused', why: { words: `the report could not be read: ${fault instanceof Error ? fault.message : String(fault)}`, help: 'try again; if it fails again, read it with `casus read`, which says more' } };
  }
}

addEventListener('message', ({ data }: MessageEvent<ReadingQuestion>) => { void answer(data).then((reply) => postMessage(reply)); });
