/** Issues down, parties across: each cell a stance with the kind of word it rests on; a cell that is pressed shows every statement behind it. */
import type { CellView, IssueView, StatementView } from '../../shared/brief.js';
import type { BriefAnswer } from '../../shared/brief.js';
import { lookedInto } from '../state/brief.js';
import { IssueState, tierWords } from './issue-state.js';
import { Said } from './said.js';

export function Board({ brief }: { readonly brief: BriefAnswer['brief'] }) {
  if (brief.issues.length === 0) return <p class="empty soft">This dossier names no issue; a file with the heading <code class="word">negotiation "…".</code> would (docs/brief.md).</p>;
  return (
    <div class="wide-table" tabIndex={0} role="region" aria-label="Issues and parties">
      <table class="board">
        <caption class="hidden">What each party says on each issue, and on whose word</caption>
        <thead><tr><th scope="col">Issue</th>{brief.parties.map((party) => <th scope="col" key={party}>{party}</th>)}</tr></thead>
        <tbody>{brief.issues.map((issue) => <Row issue={issue} parties={brief.parties} key={issue.name} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ issue, parties }: { readonly issue: IssueView; readonly parties: readonly string[] }) {
  const open = lookedInto.value?.issue === issue.name ? lookedInto.value.party : undefined;
  const cell = issue.parties.find(({ party }) => party === open);
  return (
    <>
      <tr>
        <th scope="row"><span class="issue-title">{issue.title}</span><IssueState state={issue.state} />{issue.option === undefined ? null : <span class="soft small">{issue.option}</span>}</th>
        {parties.map((party) => <td key={party}><Cell issue={issue} cell={issue.parties.find((one) => one.party === party)} party={party} chosen={open === party} /></td>)}
      </tr>
      {open === undefined ? null : <tr class="evidence"><td colSpan={parties.length + 1}><Evidence issue={issue} party={open} cell={cell} /></td></tr>}
    </>
  );
}

const saidOf = (cell: CellView): StatementView | undefined => cell.by ?? cell.hearsay[0];

function Cell({ issue, cell, party, chosen }: { readonly issue: IssueView; readonly cell: CellView | undefined; readonly party: string; readonly chosen: boolean }) {
  if (!cell) return <span class="hidden">nothing on record</span>;
  const said = saidOf(cell);
  if (!said && cell.conflict.length === 0) return <span class="soft small">nothing on record{cell.required ? '; its word is needed' : ''}</span>;
  const press = (): void => { lookedInto.value = chosen ? undefined : { issue: issue.name, party }; };
  return (
    <button type="button" class="plain cell" aria-expanded={chosen} onClick={press}>
      {cell.conflict.length > 0 ? <IssueState state="conflict" /> : null}
      {said ? <span>{said.stance}{said.option === undefined ? '' : ` “${said.option}”`}</span> : null}
      {said ? <span class={`tier ${said.voice}`}>{tierWords(said)}, {said.said}</span> : null}
    </button>
  );
}

function Evidence({ issue, party, cell }: { readonly issue: IssueView; readonly party: string; readonly cell: CellView | undefined }) {
  const all = issue.statements.filter((one) => one.party === party);
  return (
    <section aria-label={`${party} on ${issue.title}`}>
      <h3>{party} on “{issue.title}”</h3>
      {issue.why.map((words) => <p class="small soft" key={words}>{words}</p>)}
      {cell && cell.conflict.length > 0 ? <p class="small">Its words of one moment contradict each other.</p> : null}
      <ul class="on-record">{all.map((one) => <Said one={one} key={one.id} />)}</ul>
    </section>
  );
}
