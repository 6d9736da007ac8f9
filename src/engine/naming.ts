/**
 * How a party's name stands in a sentence. A text declares names (`United-States`); English puts an article before a name whose head is a common noun or a plural (the United States, the European
 * Union, the coalition of the willing) and none before a proper noun (France, NATO). The head is the last word, or the last before `of` or `for`.
 * Limit: the rule knows kinds of states and bodies, not names; the few names that take an article by custom alone, and initialisms spoken letter by letter, can only be listed.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns that say what kind of state, body or group a name is of. */
const KINDS = words('states kingdom republic republics union federation confederation commonwealth emirates nations state government administration ministry presidency parliament congress senate assembly council commission committee cabinet court '
  + 'secretariat depositary mission organisation organization agency alliance coalition league community bloc group conference bureau office authority authorities force forces army guard party parties side sides guarantors members partners islands isles territories house see');
/** Names with an article by custom: plurals and geography that no noun shows. */
const CUSTOM = words('netherlands philippines bahamas maldives seychelles comoros gambia vatican');
const SPELLED = words('US USA UK EU UN UAE USSR GDR OSCE IAEA ICRC CSTO CIS AU WHO WTO IMF');

/** `United-Kingdom` as `the United Kingdom`, `France` as `France`. */
export function inSentence(name: string): string {
  const plain = name.replace(/-/g, ' ');
  if (/^(?:the|an?)\s/i.test(plain)) return plain;
  const head = plain.split(/\s(?:of|for)\s/)[0]?.split(' ').at(-1) ?? '';
  return KINDS.has(head.toLowerCase()) || CUSTOM.has(head.toLowerCase()) || SPELLED.has(head) ? `the ${plain}` : plain;
}
