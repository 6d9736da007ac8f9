/** One statement as a line: who, when, where, in short, on whose word, and where it is told. */
import { inSentence } from '../../../engine/index.js';
import type { StatementView } from '../../shared/brief.js';
import { tierWords } from './issue-state.js';

const isPage = (link: string | undefined): link is string => link !== undefined && /^https?:\/\//.test(link);

const begun = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export function Said({ one, party = false }: { readonly one: StatementView; readonly party?: boolean }) {
  const told = one.source ?? one.outlet ?? (isPage(one.link) ? 'source' : 'no source given');
  return (
    <li>
      <p><strong>{one.speaker ?? one.outlet ?? one.party}</strong>, {one.said}{one.venue === undefined ? '' : `, ${one.venue}`}{one.voice === 'own' ? '' : `, about ${inSentence(one.party)}`}: {one.gist}</p>
      <p class="small soft">{party ? `${begun(inSentence(one.party))} ` : ''}{one.words} · <span class={`tier ${one.voice}`}>{tierWords(one)}</span>{one.uncertain ? ' · held uncertain' : ''} · {isPage(one.link) ? <a href={one.link} rel="noreferrer" target="_blank">{told}</a> : told}</p>
    </li>
  );
}
