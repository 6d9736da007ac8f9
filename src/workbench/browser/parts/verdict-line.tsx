/** One verdict on a line: state, whose, since when; under it the reason and the way to ask why. */
import type { Verdict } from '../../../treaty/index.js';
import { verdictAddress } from '../state/store.js';
import { debtorWords, timeWords } from '../view/standing.js';
import { Status } from './status.js';
import { Words } from './words.js';

interface VerdictLineProps { readonly verdict: Verdict; readonly named?: boolean; readonly reason?: boolean }

export function VerdictLine({ verdict, named = true, reason = true }: VerdictLineProps) {
  const whose = debtorWords(verdict.debtor);
  const words = [named ? verdict.clause : '', whose, timeWords(verdict), ...(verdict.readings ?? []).map((title) => `under “${title}”`)].filter((word) => word !== '').join(', ');
  const text = verdict.reasons.at(-1)?.text ?? '';
  const why = <a href={verdictAddress(verdict.id)} aria-label={`why ${verdict.clause}${whose === '' ? '' : ` of ${whose}`} is ${verdict.state}`}>why</a>;
  return (
    <>
      <span><Status state={verdict.state} /> {words}{reason ? null : <> {why}</>}</span>
      {reason ? <p class="reason">{text === '' ? null : <><Words of={text} />. </>}{why}</p> : null}
    </>
  );
}
