/** What a kind of finding means, in the words of docs/diagnostics.md. */
import { Empty, Failing, Loading } from '../parts/empty.js';
import { Words } from '../parts/words.js';
import { help, loadHelp } from '../state/help.js';
import { valueOf } from '../state/load.js';
import { addressTo, parsed } from '../state/store.js';
import { Finding } from '../parts/findings.js';
import { sectionOf } from '../view/help.js';
import { sentence } from '../view/names.js';

export function Help({ id }: { readonly id: string }) {
  loadHelp();
  const text = valueOf(help.value);
  if (help.value.state === 'failed') return <Failing whole fault={help.value.fault} />;
  if (text === undefined) return <Loading what="Opening the list of findings" />;
  const blocks = sectionOf(text, id);
  const back = <p class="exports"><a href={addressTo({ place: 'agreement' })}>back to the agreement</a></p>;
  if (blocks.length === 0) return <Empty whole title="Nothing more is written about this finding"><p>Its own message says what is wrong and what would help. `casus check` lists the kinds it knows.</p>{back}</Empty>;
  const here = (valueOf(parsed.value)?.diagnostics ?? []).filter((one) => one.id === id);
  return (
    <div class="why helping">
      <p class="soft">What <code class="word">check</code> looks for</p>
      <h1>{sentence(id)}</h1>
      {back}
      {blocks.map(({ kind, text: words }, index) => (kind === 'code' ? <pre class="code" key={index}><code>{words}</code></pre> : <p class="prose" key={index}><Words of={words} /></p>))}
      {here.length === 0 ? null : (
        <section aria-labelledby="here"><h2 class="head" id="here">In this text</h2>
          <ul class="findings">{here.map((one) => <li key={one.span.offset}><Finding of={one} linked={false} /> <span class="soft">line {one.span.line}</span></li>)}</ul></section>
      )}
    </div>
  );
}
