/** Where a clause stands: its verdicts, the most telling first; many of one kind are counted and folded. */
import type { Verdict } from '../../../treaty/index.js';
import type { Standing as StandingView } from '../view/agreement.js';
import { plural } from '../view/names.js';
import { debtorWords } from '../view/standing.js';
import { Status } from './status.js';
import { VerdictLine } from './verdict-line.js';

const FEW = 4;
const MOST_LISTED = 60;

function Many({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const [first, ...rest] = verdicts;
  if (!first) return null;
  const debtors = new Set(verdicts.map(({ debtor }) => debtorWords(debtor)));
  const each = debtors.size === verdicts.length;
  return (
    <>
      <span><Status state={first.state} /> {first.clause}, {each ? [...debtors].join(', ') : plural(verdicts.length, 'time')}</span>
      <details>
        <summary>list them</summary>
        <ul>{[first, ...rest].slice(0, MOST_LISTED).map((verdict) => <li key={verdict.id}><VerdictLine verdict={verdict} named={false} reason={false} /></li>)}</ul>
        {verdicts.length > MOST_LISTED ? <p class="small soft">The {MOST_LISTED} latest; the Record lists all {verdicts.length.toLocaleString('en-GB')} by entry.</p> : null}
      </details>
    </>
  );
}

export function Standing({ of }: { readonly of: StandingView }) {
  if (of.verdicts.length === 0) {
    return of.silence === '' ? null : <li><Status state={of.silent} /> {of.clause} <span class="soft">{of.silence}</span></li>;
  }
  const states = [...new Set(of.verdicts.map(({ state }) => state))];
  return (
    <>
      {states.map((state) => {
        const some = of.verdicts.filter((verdict) => verdict.state === state);
        return some.length > FEW
          ? <li key={state}><Many verdicts={some} /></li>
          : some.map((verdict, index) => <li key={verdict.id}><VerdictLine verdict={verdict} reason={index === some.length - 1 || some[index + 1]?.reasons.at(-1)?.text !== verdict.reasons.at(-1)?.text} /></li>);
      })}
    </>
  );
}
