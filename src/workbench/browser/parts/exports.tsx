/** The agreement as it stands, as a file: HTML made here, Word by the server; and on paper. */
import { signal } from '@preact/signals';
import { posted } from '../judging/fetching.js';
import { dates, treatyId } from '../state/store.js';
import type { AgreementView } from '../view/agreement.js';
import { leafOf } from '../view/leaf.js';
import { pageOf } from '../view/page.js';

const fault = signal('');

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function word(view: AgreementView): Promise<void> {
  fault.value = '';
  try {
    save(await (await posted('api/word', leafOf(view, dates.value))).blob(), `${treatyId.value}.docx`);
  } catch (error) { fault.value = error instanceof Error ? error.message : String(error); }
}

export function Exports({ view }: { readonly view: AgreementView }) {
  const html = (): void => save(new Blob([pageOf(leafOf(view, dates.value))], { type: 'text/html' }), `${treatyId.value}.html`);
  return (
    <>
      <button type="button" class="plain" onClick={html}>HTML</button>
      <button type="button" class="plain" onClick={() => void word(view)}>Word</button>
      <button type="button" class="plain" onClick={() => print()}>print</button>
      {fault.value === '' ? null : <span role="alert" class="tone-broken">{fault.value}</span>}
    </>
  );
}
