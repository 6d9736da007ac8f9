/** Places that are named but not built: said plainly. */
import { Empty } from '../parts/empty.js';
import { addressTo } from '../state/store.js';

const WORDS = {
  chances: ['Chances', 'How likely help is to arrive in time: response-time curves, force against needs, and what drives the result. Not yet built; it comes with a later issue.'],
  compare: ['Compare', 'Drafts and precedents side by side: what each obliges, what differs, who could block. Not yet built; it comes with a later issue.'],
  brief: ['Brief', 'The public page of the dossier: what is agreed, claimed, open and blocked, and since when. Not yet built; it comes with a later issue.'],
} as const;

export function NotYet({ place }: { readonly place: keyof typeof WORDS }) {
  const [title, words] = WORDS[place];
  return (
    <>
      <div class="masthead"><h1>{title}</h1></div>
      <Empty title="Nothing to show here yet"><p>{words}</p><p>Meanwhile the <a href={addressTo({ place: 'agreement' })}>Agreement</a> shows where each article stands, and the <a href={addressTo({ place: 'exercise' })}>Exercise</a> lets a scenario be followed step by step.</p></Empty>
    </>
  );
}
