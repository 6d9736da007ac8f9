/** A place whose code and style are fetched when it is first looked at: the first screen carries neither. */
import { useEffect } from 'preact/hooks';
import { loader } from '../state/load.js';
import { Failing, Loading } from './empty.js';

const briefLoader = loader<typeof import('../brief.js')>();
const fetchBrief = (): void => briefLoader.run(async () => { const [made] = await Promise.all([import('../brief.js'), styled('brief.css')]); return made; });

/** Once: a style that is there already is not asked for again. */
function styled(path: string): Promise<void> {
  if (document.querySelector(`link[href="${path}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  [link.rel, link.href] = ['stylesheet', path];
  return new Promise((done, fail) => {
    link.onload = () => done();
    link.onerror = () => { link.remove(); fail(new Error('the workbench server does not answer; start it again with `npm start`')); };
    document.head.append(link);
  });
}

export function BriefLater() {
  const load = briefLoader.current.value;
  useEffect(() => { if (briefLoader.current.peek().state !== 'ready') fetchBrief(); }, []);
  if (load.state === 'failed') return <Failing fault={load.fault} retry={fetchBrief} />;
  return load.state === 'ready' ? <load.value.BriefPlace /> : <Loading what="Opening the brief" />;
}
