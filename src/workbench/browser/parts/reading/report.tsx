/** The report as it was read: faults underlined with a wave, passages of statements with dots, each with the letter or number it has in the lists, which leads there. */
import { useMemo } from 'preact/hooks';
import { lookedAt, type Mark } from '../../state/reading.js';
import { letter, linesOf, type Line, type Piece } from '../../view/passages.js';
import type { ReadReport } from '../../judging/reading.js';
import { sentence } from '../../view/names.js';
import { toList } from './leading.js';

const NO_LINES: readonly Line[] = [];

export function Report({ report }: { readonly report: ReadReport }) {
  const lines = useMemo(() => (report.text === '' ? NO_LINES : linesOf(report.text, report.statements, report.faults, report.headline)), [report]);
  return <>{lines.map((line) => <p class={`line${line.headline ? ' headline' : ''}${line.apart ? ' apart' : ''}`} key={line.from}>{line.pieces.map((piece) => <Part piece={piece} report={report} key={piece.from} />)}</p>)}</>;
}

function Part({ piece, report }: { readonly piece: Piece; readonly report: ReadReport }) {
  const { from, words, statements, faults, statementsBegin, faultsBegin } = piece;
  const at = lookedAt.value;
  const looked = at !== undefined && (at.kind === 'statement' ? statements : faults).includes(at.number);
  const first: Mark | undefined = faults.length > 0 ? { kind: 'fault', number: faults[0] as number } : statements.length > 0 ? { kind: 'statement', number: statements[0] as number } : undefined;
  const kinds = [...(statements.length > 0 ? ['passage'] : []), ...(faults.length > 0 ? ['faulty'] : []), ...(looked ? ['looked'] : [])];
  const span = (text: string, at: number) => (first === undefined ? text : <span class={kinds.join(' ')} data-from={at} tabIndex={-1} onClick={() => toList(first)}>{text}</span>);
  if (statementsBegin.length + faultsBegin.length === 0) return <>{span(words, from)}</>;
  // A number at the end of a line would stand apart from what it is the number of.
  const head = /^\s*\S+/.exec(words)?.[0] ?? words;
  return (
    <>
      <span class="begins">
        {statementsBegin.map((number) => <Note mark={{ kind: 'statement', number }} label={`statement ${number}, ${report.statements[number - 1]?.speaker ?? 'nobody named'}`} key={`s${number}`} />)}
        {faultsBegin.map((number) => <Note mark={{ kind: 'fault', number }} label={`fault ${letter(number)}, ${sentence(report.faults[number - 1]?.id ?? '').toLowerCase()}`} key={`f${number}`} />)}
        {span(head, from)}
      </span>
      {head.length < words.length ? span(words.slice(head.length), from + head.length) : null}
    </>
  );
}

const Note = ({ mark, label }: { readonly mark: Mark; readonly label: string }) => (
  <button type="button" class={`note of-${mark.kind}`} id={`${mark.kind}-${mark.number}-in-text`} aria-label={label} onClick={() => toList(mark)}>{mark.kind === 'statement' ? mark.number : letter(mark.number)}</button>
);
