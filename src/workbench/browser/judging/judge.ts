/** A treaty judged on the record: the dossier's records and the user's own entries, as known. */
import { replay } from '../../../engine/index.js';
import { compiled } from './texts.js';
import { recordFor } from './record.js';
import type { Judged, JudgeQuestion } from './protocol.js';

export async function judge(question: JudgeQuestion): Promise<Judged> {
  const treaty = await compiled(question.text);
  const record = await recordFor(treaty.treaty, question.own, question.knownOn, question.record);
  const { verdicts } = replay(treaty, record.entries, {
    asOf: question.asOf, knownOn: question.knownOn, ...(question.supposedFrom === undefined ? {} : { inForceFrom: question.supposedFrom }),
  });
  return { verdicts, ...record };
}
