/** Where a clause stands: its verdicts, the most telling first; those alike share a line, many of one kind are counted, folded, and lead to the Record. */
import type { Verdict } from '../../../treaty/index.js';
import { addressTo, treatyId, verdictAddress } from '../state/store.js';
import type { Standing as StandingView } from '../view/agreement.js';
import { plural } from '../view/names.js';
import { debtorWords, lineReason, linesOf, timeWords, type Line } from '../view/standing.js';
import { Names } from './names.js';
import { Status } from './status.js';
import { VerdictLine } from './verdict-line.js';
import { Words } from './words.js';

const MOST_LISTED = 60;
const ofEntry = ({ trigger }: Verdict): boolean => trigger !== undefined && trigger !== 'entry into force';

function Counted({ of: { verdicts } }: { readonly of: Line }) {
  const [first] = verdicts;
  const debtors = new Set(verdicts.map(({ debtor }) => debtorWords(debtor)));
  const each = debtors.size === verdicts.length;
  return (
    <>
      <span><Status state={first.state} /> {first.clause}, {each ? [...debtors].join(', ') : plural(verdicts.length, 'time')}
        {verdicts.every(ofEntry) ? <> <a href={addressTo({ place: 'record', treaty: treatyId.value, clause: first.clause, state: first.state })} aria-label={`on the Record: entries by which ${first.clause} is ${first.state}`}>on the Record</a></> : null}</span>
      <details>
        <summary>list them</summary>
        <ul>{verdicts.slice(0, MOST_LISTED).map((verdict) => <li key={verdict.id}><VerdictLine verdict={verdict} named={false} reason={false} /></li>)}</ul>
        {verdicts.length > MOST_LISTED ? <p class="small soft">The {MOST_LISTED} latest; the Record lists all {verdicts.length.toLocaleString('en-GB')} by entry.</p> : null}
      </details>
    </>
  );
}

function Alike({ of }: { readonly of: Line }) {
  const [first] = of.verdicts;
  const time = [timeWords(first), ...(first.readings ?? []).map((title) => `under “${title}”`)].filter((words) => words !== '').join(', ');
  const named = of.verdicts.map((verdict) => {
    const name = debtorWords(verdict.debtor);
    return { id: verdict.id, name: name === '' ? 'why' : name, href: verdictAddress(verdict.id), label: `why ${verdict.clause}${name === '' ? '' : ` of ${name}`} is ${verdict.state}` };
  });
  const reason = lineReason(of);
  return (
    <>
      <span><Status state={first.state} /> {first.clause}: <Names of={named} />{time === '' ? '' : `, ${time}`}</span>
      {reason === '' ? null : <p class="reason"><Words of={reason} />.</p>}
    </>
  );
}

export function Standing({ of }: { readonly of: StandingView }) {
  if (of.verdicts.length === 0) {
    return of.silence === '' ? null : <li><Status state={of.silent} /> {of.clause} <span class="soft">{of.silence}</span></li>;
  }
  const lines = linesOf(of.verdicts);
  return (
    <>
      {lines.map((line, index) => {
        const [first, ...rest] = line.verdicts;
        // A reason is given once for the lines that share it.
        const repeated = lines[index + 1]?.counted === false && lines[index + 1]?.verdicts[0].reasons.at(-1)?.text === first.reasons.at(-1)?.text;
        return <li key={first.id}>{line.counted ? <Counted of={line} /> : rest.length > 0 ? <Alike of={line} /> : <VerdictLine verdict={first} reason={!repeated} />}</li>;
      })}
    </>
  );
}
