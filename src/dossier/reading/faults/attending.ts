/** Who was at the table, as a sentence tells it, and who was not. */

/** `envoys of X, Y and Z`. */
const DELEGATES = /\b(?:envoys|delegations|delegates|representatives|ministers|presidents|leaders|negotiators|teams|diplomats|officials|experts|negotiating teams|commanders) (?:of|from) ([^.;:]{3,160}?)(?= (?:met|meet|sat|finished|ended|held|began|started|opened|closed|gathered|talked|spoke|discussed|spent|are|were|have|had|will|resumed|concluded|wrapped|arrived|left|at|in|on)\b|[.;:]|$)/giu;
const JOINED = /([^.;:]{2,120}?)\b(?:also (?:took part|attended|came|sat|sent|joined|was|were)|took part(?: as well| too)?|was (?:also )?(?:there|present|at the table|in the room|represented)|were (?:also )?(?:there|present|at the table|in the room|represented)|attended(?: as well| too)?|joined (?:them|the (?:talks|table|meeting|session|round))|(?:hosted|chaired|mediated|convened) (?:it|them|the (?:talks|meeting|session|round|summit))|had a seat|sent (?:a delegation|an envoy|its|a minister|ministers|negotiators))\b/giu;
const BY = /\b(?:hosted|chaired|mediated|brokered|convened|moderated|joined|attended) by ([^.;:]{3,120}?)(?=[.;:]|,? (?:who|which|and (?:ended|lasted|closed|began))\b| (?:in|on|at) |$)/giu;
const ABSENT = /([^.;:,]{2,100}?)\b(?:(?:was|were|had been) not (?:in the room|there|present|invited|at the table|represented|part of)|(?:was|were) (?:absent|missing)|stayed away|sent (?:nobody|no one|no (?:delegation|envoy|negotiator|representative)s?)|did not (?:attend|take part|come|send|turn up|appear)|boycotted|skipped|declined to (?:attend|come|take part)|pulled out)\b/giu;

/** The stretches of a sentence that name who sat together: around `met`, after `meeting between`, `hosted by`, `with … at`. */
export function present(sentence: string): readonly string[] {
  const end = '(?=[.;:]|, (?:which|where|who|when|as|but|while)\\b| (?:that|which|where|because|after|before|until|over|about) |$)';
  return [...sentence.matchAll(new RegExp(`\\b(?:meetings?|talks|summit|round|session|consultations|encounter|conversation|call|dinner)\\s+(?:between|of|with|among|involving)\\s+([^]{3,260}?)${end}`, 'giu'))].map(([, words = '']) => words)
    .concat([...sentence.matchAll(DELEGATES)].map(([, words = '']) => words))
    .concat([...sentence.matchAll(new RegExp(`([^.;:]{2,160})\\b(?:met(?: with)?|meets?(?: with)?|will meet(?: with)?|received|receives|hosted|hosts|sat down with|joined)\\s+([^]{3,260}?)${end}`, 'giu'))].filter((hit) => !/\b(?:that|who|which|whom)\b[^,]*$/.test(hit[1] ?? '')).map((hit) => `${hit[1] ?? ''} / ${hit[2] ?? ''}`));
}

/** Those a following sentence adds: `The Swiss hosts also took part.` */
export const added = (sentence: string): readonly string[] => [...[...sentence.matchAll(JOINED)], ...[...sentence.matchAll(BY)]].map(([, words = '']) => words).filter((words) => !/\b(?:not|nobody|never|without)\b/i.test(words));
export const absent = (sentence: string): readonly string[] => [...sentence.matchAll(ABSENT)].map(([, words = '']) => words);
