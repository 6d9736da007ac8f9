/** Who owes what to whom by when. Those bound alike share a row; each name leads to its own *why*. */
import { useSignal } from '@preact/signals';
import type { Clause, Instant, Verdict } from '../../../treaty/index.js';
import { exerciseAddress } from '../state/exercise.js';
import { moment, span } from '../view/dates.js';
import type { Owings, Row } from '../view/exercise.js';
import { debtorWords, lookOf, runs } from '../view/standing.js';
import { namesWords, whoWords } from '../view/who.js';
import { Names } from './names.js';
import { Status } from './status.js';
import { Words } from './words.js';

interface OwesProps { readonly of: Owings; readonly now: Instant; readonly clauses: readonly Clause[]; readonly asked: string | undefined }

const whose = (verdict: Verdict, clauses: readonly Clause[]): string => {
  if (verdict.debtor !== undefined) return debtorWords(verdict.debtor);
  if (verdict.id.startsWith('treaty|')) return 'the treaty, in force';
  const clause = clauses.find(({ name }) => name === verdict.clause);
  return clause?.kind === 'decision' ? whoWords(clause.voters) : '';
};

export function Who({ of, clauses, asked }: { readonly of: readonly Verdict[]; readonly clauses: readonly Clause[]; readonly asked?: string | undefined }) {
  const named = of.map((verdict) => {
    const name = whose(verdict, clauses);
    const why = `why ${verdict.clause}${name === '' ? '' : ` of ${name}`} is ${verdict.state}`;
    return { id: verdict.id, name: name === '' ? verdict.clause : name, href: exerciseAddress({ asked: verdict.id }), label: `${name === '' ? verdict.clause : name}: ${why}` };
  });
  return <Names of={named} asked={asked} />;
}

function Clock({ of, now }: { readonly of: Verdict; readonly now: Instant }) {
  if (of.deadline === undefined) return null;
  if (!runs(of, now)) return null;
  const gone = Math.min(1, Math.max(0, (now - of.since) / Math.max(1, of.deadline - of.since)));
  return (
    <span class="clock" title={`until ${moment(of.deadline)} UTC`}>
      <svg class={`run tone-${lookOf(of.state).tone}`} viewBox="0 0 48 4" aria-hidden="true"><rect class="whole" width="48" height="4" /><rect width={(48 * gone).toFixed(1)} height="4" /></svg>
      <span>{span(of.deadline - now)} left</span>
    </span>
  );
}

function owedWords(row: Row): string {
  const [first] = row.verdicts;
  if (!first?.owedTo?.length) return '';
  const alike = row.verdicts.every(({ owedTo }) => owedTo?.join() === first.owedTo?.join());
  return ` to ${alike ? namesWords(first.owedTo) : 'one another'}`;
}

function OwesRow({ row, now, clauses, asked }: { readonly row: Row; readonly now: Instant; readonly clauses: readonly Clause[]; readonly asked: string | undefined }) {
  const [first] = row.verdicts;
  if (!first) return null;
  const { tone } = lookOf(first.state);
  const last = first.reasons.at(-1);
  const reason = tone === 'broken' || tone === 'unknown' || (first.deadline === undefined && tone === 'open' && last?.rule === 'time') ? last?.text : undefined;
  return (
    <tr class={row.verdicts.some(({ id }) => id === asked) ? 'chosen' : undefined}>
      <th scope="row"><Who of={row.verdicts} clauses={clauses} asked={asked} /></th>
      <td>
        <Status state={first.state} /> <span class="what">{first.clause}<span class="soft">{owedWords(row)}</span></span>
        {first.readings?.length ? <p class="small soft">under “{first.readings.join('”, “')}”</p> : null}
        {reason === undefined ? null : <p class="small soft"><Words of={reason} /></p>}
      </td>
      <td class="left"><Clock of={first} now={now} /></td>
    </tr>
  );
}

export function Owes({ of, now, clauses, asked }: OwesProps) {
  const open = useSignal(false);
  const all = of.throughout.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  if (of.now.length === 0 && all === 0) return <p class="soft empty-line">Nobody owes anything at this instant, and no power is open.</p>;
  const rows = open.value ? [...of.now, ...of.throughout] : of.now;
  return (
    <>
      <table class="owes">
        <thead class="hidden"><tr><th scope="col">Who</th><th scope="col">What, to whom</th><th scope="col">Time left</th></tr></thead>
        <tbody>
          {rows.map((row) => <OwesRow row={row} now={now} clauses={clauses} asked={asked} key={`${row.verdicts[0]?.id ?? ''} ${row.verdicts[0]?.readings?.join() ?? ''}`} />)}
        </tbody>
      </table>
      {all === 0 ? null : (
        <button type="button" class="plain small more" aria-expanded={open.value} onClick={() => { open.value = !open.value; }}>
          {open.value ? 'hide' : 'show'} what has bound from the start, without a deadline ({all})
        </button>
      )}
    </>
  );
}
