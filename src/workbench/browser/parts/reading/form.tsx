/** Where a report comes in: pasted, chosen as a file, or dropped. The field is left to the browser while somebody types; what is too long for a field is read at once. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MOST_TYPED, readFile, readPasted, reading, typed } from '../../state/reading.js';
import { Words } from '../words.js';

export function ReportForm() {
  const field = useRef<HTMLTextAreaElement>(null);
  const over = useSignal(false);
  const nothing = useSignal(false);
  const now = reading.value;
  useEffect(() => { if (now.state === 'failed' || (now.state === 'none' && now.ended === true)) field.current?.focus(); }, [now]);
  const take = (event: SubmitEvent): void => {
    event.preventDefault();
    nothing.value = typed.report.trim() === '';
    if (nothing.value) field.current?.focus(); else readPasted(typed.report);
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= MOST_TYPED) return;
    event.preventDefault();
    readPasted(text);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    over.value = false;
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file) readFile(file); else if (text !== '') readPasted(text);
  };
  return (
    <form class={`report-form${over.value ? ' over' : ''}`} onSubmit={take} onDragOver={(event) => { event.preventDefault(); over.value = true; }} onDragLeave={() => { over.value = false; }} onDrop={drop}>
      <p class="soft">A news text in English goes in; out come the statements it attributes, as proposals, and the faults an editor would send it back for. Nothing enters the dossier but what you accept, one by one.</p>
      {now.state === 'failed' ? <div class="notice failing" role="alert"><p><Words of={`${now.why.words}; ${now.why.help}`} /></p></div> : null}
      {now.state === 'none' && now.ended === true ? <p class="notice" role="status">The reading was ended. What was pasted is still here.</p> : null}
      <label>Text of the report, or the source of its page
        <textarea ref={field} name="report" rows={12} spellcheck={false} defaultValue={typed.report} aria-invalid={nothing.value} aria-describedby={nothing.value ? 'nothing-to-read' : undefined} onInput={(event) => { typed.report = event.currentTarget.value; if (nothing.value) nothing.value = false; }} onPaste={paste} />
      </label>
      {nothing.value ? <p role="alert" id="nothing-to-read" class="tone-broken small">there is nothing to read yet; paste the text of a report, or choose a file</p> : null}
      <div class="row-of of-form">
        <button type="submit" class="firm">Read it</button>
        <label class="file"><span>or a file, <code class="word">.txt</code> or <code class="word">.html</code>, chosen or dropped here</span>
          <input type="file" name="file" accept=".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html" onChange={(event) => { const [file] = event.currentTarget.files ?? []; if (file) readFile(file); }} />
        </label>
      </div>
      <details open={typed.beside !== ''}>
        <summary>Hold its quotes against another report of the same</summary>
        <label>Text of the other report<textarea name="beside" rows={5} spellcheck={false} defaultValue={typed.beside} onInput={(event) => { typed.beside = event.currentTarget.value; }} /></label>
      </details>
    </form>
  );
}
