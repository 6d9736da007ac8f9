/** Issue after issue, parties across: what could be agreed stands under each issue with a letter, so that a cell is a word, a letter, whose word it is, and a day. A cell that is pressed shows every statement behind it; an issue, why it stands so and what would have to move. */
import { inSentence } from '../../../engine/index.js';
import type { CellView, IssueView, StatementView } from '../../shared/brief.js';
import type { BriefAnswer } from '../../shared/brief.js';
import { lookedInto } from '../state/brief.js';
import { IssueState } from './issue-state.js';
import { Said } from './said.js';

export function Board({ brief }: { readonly brief: BriefAnswer['brief'] }) {
  if (brief.issues.length === 0) return <p class="empty soft">This dossier names no issue; a file with the heading <code class="word">negotiation "…".</code> would (docs/brief.md).</p>;
  return (
    <table class="board">
      <caption class="hidden">What each party says on each issue, and on whose word</caption>
      {brief.parties.length === 0 ? null : <thead><tr>{brief.parties.map((party) => <th scope="col" key={party}>{party}</th>)}</tr></thead>}
      {brief.issues.map((issue) => <Rows issue={issue} parties={brief.parties} key={issue.name} />)}
    </table>
  );
}

const pressed = (issue: IssueView, party?: string): boolean => lookedInto.value?.issue === issue.name && lookedInto.value.party === party;
const press = (issue: IssueView, party?: string) => (): void => { lookedInto.value = pressed(issue, party) ? undefined : { issue: issue.name, ...(party === undefined ? {} : { party }) }; };

function Rows({ issue, parties }: { readonly issue: IssueView; readonly parties: readonly string[] }) {
  const looked = lookedInto.value?.issue === issue.name ? lookedInto.value : undefined;
  return (
    <tbody>
      <tr class="of">
        <th scope="rowgroup" colSpan={Math.max(1, parties.length)}>
          <button type="button" class="plain issue-title" aria-expanded={pressed(issue)} onClick={press(issue)}>{issue.title}</button> <IssueState state={issue.state} />
          <span class="choices">{issue.options.map(({ letter, title }) => <span key={letter}><b class="letter">{letter}</b> {title}</span>)}</span>
        </th>
      </tr>
      {parties.length === 0 ? null : <tr>{parties.map((party) => <Cell issue={issue} cell={issue.parties.find((one) => one.party === party)} party={party} key={party} />)}</tr>}
      {looked ? <tr class="evidence"><td colSpan={Math.max(1, parties.length)}>{looked.party === undefined ? <Whole issue={issue} /> : <Evidence issue={issue} party={looked.party} cell={issue.parties.find(({ party }) => party === looked.party)} />}</td></tr> : null}
    </tbody>
  );
}

const saidOf = (cell: CellView): StatementView | undefined => cell.by ?? cell.hearsay[0];
const SHORT_TIERS = { own: 'own word', counterpart: 'counterpart', media: 'media' } as const;

function Cell({ issue, cell, party }: { readonly issue: IssueView; readonly cell: CellView | undefined; readonly party: string }) {
  const said = cell && saidOf(cell);
  if (!cell || (!said && cell.conflict.length === 0)) return cell?.required ? <td data-label={party}><span class="soft small">nothing on record; its word is needed</span></td> : <td class="none"><span aria-hidden="true" class="soft">–</span><span class="hidden">nothing on record</span></td>;
  return (
    <td data-label={party}>
      <button type="button" class="plain cell" aria-expanded={pressed(issue, party)} onClick={press(issue, party)}>
        {cell.conflict.length > 0 ? <IssueState state="conflict" /> : null}
        {said ? <Word said={said} issue={issue} /> : null}
        {said ? <span class={`tier ${said.voice}`}>{SHORT_TIERS[said.voice]}</span> : null}
        {said ? <span class="day soft">{said.said}</span> : null}
      </button>
    </td>
  );
}

function Word({ said, issue }: { readonly said: StatementView; readonly issue: IssueView }) {
  const option = issue.options.find(({ name }) => name === said.optionName);
  return <span class="word-of">{option ? <>{said.verb} <b class="letter">{option.letter}</b><span class="hidden"> {option.title},</span></> : said.words}</span>;
}

function Evidence({ issue, party, cell }: { readonly issue: IssueView; readonly party: string; readonly cell: CellView | undefined }) {
  const all = issue.statements.filter((one) => one.party === party);
  return (
    <section aria-label={`${party} on ${issue.title}`}>
      <h3>{party} on “{issue.title}”</h3>
      {cell && cell.conflict.length > 0 ? <p class="small">Its words of one moment contradict each other.</p> : null}
      <ul class="on-record">{all.map((one) => <Said one={one} key={one.id} />)}</ul>
    </section>
  );
}

function Whole({ issue }: { readonly issue: IssueView }) {
  return (
    <section aria-label={`Why “${issue.title}” stands so`}>
      <p>{issue.why.join(' ')}</p>
      <ul class="on-record">{issue.options.map((one) => (
        <li key={one.letter}>
          <p><b class="letter">{one.letter}</b> {one.title}</p>
          {one.excludedBy.map(({ name, kind, of, source }) => <p class="small soft" key={name}>excluded by the {kind} “{name}” of {inSentence(of)}{source === undefined ? '' : ` (${source})`}</p>)}
          {one.toMove.length === 0 ? <p class="small soft">{issue.required === 'to be agreed' ? 'who has to agree is itself to be agreed' : 'nobody would have to move'}</p> : <p class="small soft">would have to move: {one.toMove.map(({ party, short }) => `${party} (${short})`).join('; ')}</p>}
        </li>
      ))}</ul>
    </section>
  );
}
