/** A headline that says it is done where the body has only somebody's word for it, or doubt. */
import { MASK } from '../document.js';
import type { Fault } from '../shapes.js';
import type { Evidence } from './index.js';

const DONE = /\b(?:agree(?:s|d)?|accept(?:s|ed)?|approve(?:s|d)?|settle(?:s|d)?|sign(?:s|ed)?|seal(?:s|ed)?|clinch(?:es|ed)?|secure[sd]?|confirm(?:s|ed)?|concede[sd]?|strike[s]? (?:a )?deal|struck (?:a )?deal|reach(?:es|ed)? (?:a )?(?:deal|agreement|accord|ceasefire|truce)|deal (?:done|reached|agreed|sealed)|done deal|breakthrough|green[- ]lights?|commit(?:s|ted)? to|yes to|back(?:s|ed)|guarantee(?:s|d)? (?:secured|agreed)|peace (?:reached|agreed)|unite[sd]? (?:on|behind)|join forces|give(?:s|n)? (?:the )?(?:nod|go-ahead|green light)|allow(?:s|ed)?|say yes)\b/i;
const HEDGED = /\?|\b(?:may|might|could|would|says?|said|claims?|according|report(?:s|ed(?:ly)?)?|near(?:s|ing)?|close to|hopes?|wants?|urges?|set to|expected|talks? (?:on|of|about)|likely|possible|ready to|refuse[sd]?|reject(?:s|ed)?|fail(?:s|ed)?|no deal|not|without|yet to|denie[sd]|told|fear[s]?|ask[s]?)\b|:\s*(?:\p{Lu}[\p{L}]+\s?){1,4}$/iu;
const NARRATED = /\b(?:signed|agreed|accepted|approved|settled|sealed|ratified|adopted|reached (?:an )?(?:agreement|accord|deal))\b/i;

export function headlineFaults({ article, parties, cast, statements, headline }: Evidence): readonly Fault[] {
  if (!headline) return [];
  const words = article.masked.slice(...headline).replaceAll(MASK, ' ');
  const done = DONE.exec(words);
  if (!done || HEDGED.test(words)) return [];
  // Whose word it is (`… – US official`) is not who did it.
  const claim = words.replace(/\s[-–—|]\s(?=[^-–—|]*\b(?:officials?|envoys?|ministers?|sources?|spokes\w+|diplomats?|aides?|leaders?)\b)[^-–—|]{2,60}$/i, '');
  const named = [...new Set([...parties.in(claim).map(({ party }) => party), ...cast.in(claim).flatMap(({ person }) => (person.party === undefined ? [] : [person.party]))])];
  const accepts = (party: string): boolean => statements.some((one) => one.voice === 'own' && one.party === party && one.stance === 'accepts');
  // Told as having happened, in the report's own words, of this party.
  const narrated = (party: string): boolean => article.blocks.some(({ kind, sentences }) => kind === 'paragraph' && sentences.some(({ span }) => {
    if (statements.some((one) => one.span[0] < span[1] && span[0] < one.span[1])) return false;
    const bare = article.masked.slice(...span);
    return NARRATED.test(bare) && !/\b(?:not|never|would|could|may|might|whether|if|reportedly|allegedly|appears?|seems?)\b/.test(bare) && (parties.in(bare).some((one) => one.party === party) || cast.in(bare).some(({ person }) => person.party === party));
  }));
  const lacking = named.filter((party) => !accepts(party) && !narrated(party));
  if (named.length > 0 ? lacking.length === 0 : statements.some((one) => one.voice === 'own' && one.stance === 'accepts')) return [];
  const hearsay = statements.find((one) => one.voice !== 'own' && one.party !== undefined && lacking.includes(one.party) && one.onBehalfOf !== one.party) ?? statements.find((one) => one.voice !== 'own' && one.party !== undefined && lacking.includes(one.party)) ?? statements.find((one) => one.voice !== 'own' && one.stance === 'accepts');
  const whom = lacking.length === 0 ? 'anybody' : lacking.join(' or ');
  return [{
    id: 'headline-stronger-than-body', span: headline, ...(hearsay ? { related: [hearsay.span] } : {}),
    message: `the headline says \`${done[0]}\`, and the body has no word of ${whom} in its own voice that accepts${hearsay ? `; ${hearsay.onBehalfOf !== undefined && hearsay.onBehalfOf === hearsay.party ? `it tells of what ${hearsay.speaker ?? 'they'} let be understood` : `it has ${hearsay.speaker ?? 'somebody'}'s account of it`}` : ''}`,
    help: 'say in the headline whose word it is, or quote the party itself',
  }];
}
