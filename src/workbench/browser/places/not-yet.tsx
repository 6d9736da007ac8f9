/** Places that are named but not built: said plainly. */
import { Empty } from '../parts/empty.js';
import { addressTo } from '../state/store.js';

const WORDS = {
  compare: ['Compare', 'This place will set drafts and precedents side by side: what each obliges, what differs, who could block.'],
} as const;

export function NotYet({ place }: { readonly place: keyof typeof WORDS }) {
  const [title, words] = WORDS[place];
  return (
    <>
      <div class="masthead"><h1>{title}</h1></div>
      <Empty title="Not built yet"><p>{words}</p><p>Until then the <a href={addressTo({ place: 'agreement' })}>Agreement</a> shows where each article stands, and the <a href={addressTo({ place: 'exercise' })}>Exercise</a> lets a scenario be followed step by step.</p></Empty>
    </>
  );
}
