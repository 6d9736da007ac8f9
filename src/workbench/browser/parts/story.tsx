/** The story as told and as supposed, entry by entry; and what its teller expected of the text. */
import type { Expectation, Instant } from '../../../treaty/index.js';
import type { Exercised, Result } from '../judging/protocol.js';
import { exerciseAddress, takeBack } from '../state/exercise.js';
import { hoursSince, moment } from '../view/dates.js';
import { entryWords, togetherWords } from '../view/entries.js';
import { isSupposed, toldTogether } from '../view/exercise.js';
import { readable } from '../view/names.js';
import { Shape } from './shape.js';

export function Story({ of, now }: { readonly of: Exercised; readonly now: Instant }) {
  if (of.entries.length === 0) return <p class="soft">Nobody acts in this story: only time passes.</p>;
  return (
    <ol class="story">
      {toldTogether(of.entries).map((entries) => {
        const [entry] = entries;
        if (!entry) return null;
        const at = entry.occurred.from;
        const index = isSupposed(entry) ? Number(/\d+$/.exec(entry.id)?.[0]) - 1 : undefined;
        return (
          <li key={entry.id} class={[at > now ? 'later' : '', at === now ? 'here' : ''].join(' ').trim()} {...(at === now ? { 'aria-current': 'step' as const } : {})}>
            <a href={exerciseAddress({ now: at })} title={`${moment(at)} UTC`}>{hoursSince(of.startsAt, at)}</a>
            <span>{togetherWords(entries)}{index === undefined ? null : <> <em class="soft">supposed</em> <button type="button" class="plain small" onClick={() => takeBack(index)} aria-label={`remove ${entryWords(entry)}`}>remove</button></>}</span>
          </li>
        );
      })}
    </ol>
  );
}

const words = ({ clause, of, negated, state }: Expectation): string => `${clause}${of === undefined ? '' : ` of ${readable(of)}`} is ${negated ? 'not ' : ''}${state}`;

function Expected({ of, startsAt }: { readonly of: Result; readonly startsAt: Instant }) {
  const { expectation, outcome, actual } = of;
  const at = startsAt + expectation.afterMs;
  const passed = outcome === 'passed';
  return (
    <li>
      <a href={exerciseAddress({ now: at })} title={`${moment(at)} UTC`}>{hoursSince(startsAt, at)}</a>
      <span>
        <span class={`verdict tone-${passed ? 'kept' : 'broken'}`}><Shape of={passed ? 'disc' : 'square'} /><strong>{outcome}</strong></span>{' '}
        {words(expectation)}{passed && !expectation.negated ? '' : <span class="soft">{passed ? ', it is ' : '; it is '}{actual}</span>}
      </span>
    </li>
  );
}

export function Expectations({ of, changed }: { readonly of: Exercised; readonly changed: boolean }) {
  if (of.results.length === 0) return <p class="soft">The story expects nothing of the text.</p>;
  return (
    <>
      <ol class="story">{of.results.map((result) => <Expected of={result} startsAt={of.startsAt} key={result.expectation.span.offset} />)}</ol>
      {changed ? <p class="small soft">Judged with what is supposed: the story was told without it.</p> : null}
    </>
  );
}
