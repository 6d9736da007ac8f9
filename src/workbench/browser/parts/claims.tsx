/** What the text claims of itself, searched on demand: which claims hold whatever happens within bounds, and the shortest story that breaks the others. */
import type { Answered } from '../judging/exploring.js';
import { valueOf } from '../state/load.js';
import { endSearch, search, startSearch } from '../state/exploring.js';
import { addressTo, parsed, text, treatyId } from '../state/store.js';
import { plural } from '../view/names.js';
import { Shape } from './shape.js';

const TONES = { holds: ['kept', 'disc'], fails: ['broken', 'square'], undetermined: ['unknown', 'diamond'] } as const;

function reach({ verdict, vacuous, complete, stopped, depth, situations }: Answered): string {
  const looked = complete ? `every behaviour, ${plural(situations, 'situation')}` : `stories of up to ${plural(depth, 'entry', 'entries')}, ${plural(situations, 'situation')}${stopped === 'horizon' ? ', up to the horizon' : ''}`;
  return vacuous ? `never put to the test: what it speaks of did not occur in ${looked}` : verdict === 'undetermined' && complete ? `the text leaves it open in ${looked}` : `in ${looked}`;
}

/** Readings that answer alike are told together. */
function gathered(answers: readonly Answered[]): readonly (readonly Answered[])[] {
  const groups = new Map<string, Answered[]>();
  for (const { reading, ...rest } of answers) {
    const key = JSON.stringify(rest);
    const one = reading === undefined ? rest : { ...rest, reading };
    const group = groups.get(key);
    if (group) group.push(one); else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function Claim({ of }: { readonly of: readonly Answered[] }) {
  const [first] = of;
  if (!first) return null;
  const [tone, shape] = TONES[first.verdict];
  const claim = valueOf(parsed.value)?.treaty.claims.find(({ name }) => name === first.claim);
  const sentence = claim ? (text.value ?? '').slice(claim.span.offset, claim.span.end).replace(/^claim\s+\S+:\s*/, '').replace(/\s+/g, ' ') : '';
  const readings = of.flatMap(({ reading }) => reading ?? []);
  return (
    <li>
      <span class={`verdict tone-${tone}`}><Shape of={shape} /><strong>{first.verdict}</strong></span>
      <span>{first.claim}{readings.length === 0 ? null : <span class="soft">, under “{readings.join('” and “')}”</span>}<span class="sentence">{sentence}</span><span class="reach small soft">{reach(first)}</span></span>
      {first.story ? <a class="small" href={addressTo({ place: 'exercise', treaty: treatyId.value, scenario: 0, supposed: first.story, ...(first.shownAt === undefined ? {} : { now: first.shownAt }) })}>step through the shortest story</a> : null}
    </li>
  );
}

export function Claims() {
  const claims = valueOf(parsed.value)?.treaty.claims ?? [];
  const now = search.value;
  return (
    <section aria-labelledby="claims" class="claims">
      <h2 class="head" id="claims">What the text claims of itself</h2>
      {claims.length === 0 ? <p class="soft">It makes no claim. A sentence such as <code>claim answered: whenever armed-attack, within 72 hours assist is performed by at least 3.</code> can be tried against everything that may happen.</p> : null}
      {claims.length > 0 && now.state === 'not asked' ? <p>{plural(claims.length, 'claim')} can be tried against everything that may happen within bounds. <button type="button" class="plain" onClick={startSearch}>try {claims.length === 1 ? 'it' : 'them'}</button></p> : null}
      {now.state === 'under way' ? <p role="status">Searching: {plural(now.situations, 'situation')}, stories of {plural(now.entries, 'entry', 'entries')} so far. <button type="button" class="plain" onClick={endSearch}>end</button></p> : null}
      {now.state === 'ended' ? <p role="status">Ended before an answer. <button type="button" class="plain" onClick={startSearch}>begin again</button></p> : null}
      {now.state === 'failed' ? <p role="alert">The search failed: {now.fault}. <button type="button" class="plain" onClick={startSearch}>try again</button></p> : null}
      {now.state === 'answered' ? (
        <>
          <ol class="claim-list">{gathered(now.answers).map((some) => <Claim of={some} key={`${some[0]?.claim ?? ''} ${some[0]?.reading ?? ''}`} />)}</ol>
          <p class="small soft">Within {plural(now.strikes, 'act', 'acts')} that nobody owes, such as an attack, and {plural(now.horizonDays, 'day')}; everybody else is free to act, vote or stay silent, save as the claim assumes. A claim that fails does not say how likely the story is.</p>
        </>
      ) : null}
    </section>
  );
}
