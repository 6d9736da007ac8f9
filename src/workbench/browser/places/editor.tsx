/** Editing the text: coloured as written, findings as one types. A draft is kept beside the dossier; the file itself stays as it is. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Finding } from '../parts/findings.js';
import { Words } from '../parts/words.js';
import { addressTo, dossier, edited, parsed, saveDraft, treatyId } from '../state/store.js';
import { valueOf } from '../state/load.js';
import { codeOf } from '../view/agreement.js';
import { plural } from '../view/names.js';
import type { Diagnostic } from '../../../treaty/index.js';

/** What could not be read first: other findings may follow from it. */
const ORDER: readonly string[] = ['error', 'warning', 'note'];
const NONE: ReadonlySet<string> = new Set();

/** The text coloured by the last parse; what has been typed since shows plain until the next. */
function Coloured({ words }: { readonly words: string }) {
  const tree = valueOf(parsed.value);
  const fresh = parsed.value.state === 'ready' && tree !== undefined;
  if (!fresh || words.trim() === '') return <>{words}{'\n'}</>;
  const lines = codeOf({ text: words, ...tree }, 0, words.length, NONE);
  const lead = words.slice(0, words.length - words.trimStart().length).split('\n').length - 1;
  return (
    <>
      {'\n'.repeat(lead)}
      {lines.map((line, index) => <>{index > 0 ? '\n' : ''}{line.map(({ text, kind, fault }) => (kind || fault ? <span class={[kind ?? '', fault ? `faulty ${fault.severity}` : ''].join(' ')}>{text}</span> : text))}</>)}
      {'\n\n'}
    </>
  );
}

export function Editor({ words }: { readonly words: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const said = useSignal('');
  const id = treatyId.value;
  const listing = valueOf(dossier.value)?.treaties.find((one) => one.id === id);
  const diagnostics = [...(valueOf(parsed.value)?.diagnostics ?? [])].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const counts = (['error', 'warning', 'note'] as const).map((severity) => [severity, diagnostics.filter((one) => one.severity === severity).length] as const).filter(([, count]) => count > 0);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => { if (edited.value) event.preventDefault(); };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  const show = ({ span }: Diagnostic): void => {
    area.current?.focus();
    area.current?.setSelectionRange(span.offset, span.end);
    const line = area.current ? area.current.scrollHeight / Math.max(1, words.split('\n').length) : 22;
    scrollTo({ top: (area.current?.getBoundingClientRect().top ?? 0) + scrollY + span.line * line - innerHeight / 3 });
  };
  const save = (text: string | null): void => {
    saveDraft(text).then(() => { said.value = text === null ? 'the file is shown again' : 'saved as your draft'; }, (fault: Error) => { said.value = fault.message; });
  };

  return (
    <>
      <div class="masthead">
        <h1>Editing {listing?.title ?? id}</h1>
        <p class="under row-of">
          <span>{listing?.file}{listing?.draft ? ', your draft' : ''}</span>
          <button type="button" class="firm" disabled={edited.value === undefined} onClick={() => save(words)}>Save draft</button>
          {edited.value ? <button type="button" class="plain" onClick={() => { edited.value = undefined; }}>undo all since saving</button> : null}
          {listing?.draft ? <button type="button" class="plain" onClick={() => save(null)}>back to the file</button> : null}
          <a href={addressTo({ place: 'agreement', treaty: id })}>see it side by side</a>
          <span role="status">{said.value}</span>
        </p>
      </div>
      <div class="editor">
        <div class="sheet">
          <pre aria-hidden="true" class="code"><Coloured words={words} /></pre>
          <textarea ref={area} aria-label="Text of the treaty" spellcheck={false} autocomplete="off" value={words}
            onInput={(event) => { said.value = ''; edited.value = { id, text: event.currentTarget.value }; }} />
        </div>
        <section class="list" aria-label="Findings">
          <h2 class="head">{counts.length === 0 ? 'No findings' : counts.map(([severity, count]) => plural(count, severity)).join(' · ')}</h2>
          <ul>
            {diagnostics.map((one) => (
              <li key={`${one.id} ${one.span.offset} ${one.message}`}>
                <Finding of={one} /> {one.help ? <span class="help"><Words of={one.help} />.</span> : null}{' '}
                <button type="button" class="plain" onClick={() => show(one)}>line {one.span.line}</button>
                {one.fix ? <> · <button type="button" class="plain" onClick={() => { const { fix } = one; if (fix) edited.value = { id, text: words.slice(0, fix.span.offset) + fix.replacement + words.slice(fix.span.end) }; }}><Words of={one.fix.title} /></button></> : null}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
