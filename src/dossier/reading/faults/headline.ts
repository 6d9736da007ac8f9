/** A headline that says it is done where the body has only somebody's word for it, a condition, a plan or a denial, or the word of one side alone. */
import { MASK } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';
import type { Evidence } from './index.js';

interface Claim { /** As a headline says it. */ readonly done: RegExp; /** As a body tells that it happened. */ readonly told: RegExp; /** Own words of a party that bear it out. */ readonly stances: ReadonlySet<string> }

const YES = new Set(['accepts']);
const YES_OR_OFFER = new Set(['accepts', 'offers']);
const DEAL = '(?:deal|agreement|accord|ceasefire|cease-fire|truce|pact|settlement|compromise|peace|understanding|treaty)';
const CLAIMS: readonly Claim[] = [
  {
    done: new RegExp(`\\b(?:agree[sd]?|accept(?:s|ed)?|approve[sd]?|settle[sd]?|signs?|signed|seal(?:s|ed)?|clinch(?:es|ed)?|consent(?:s|ed)?|accede[sd]?|ratif(?:y|ies|ied)|adopt(?:s|ed)?|endorse[sd]?|concede[sd]?|initial(?:l?ed|s)|strikes? (?:an? )?(?:\\w+ )?${DEAL}|struck (?:an? )?(?:\\w+ )?${DEAL}|reach(?:es|ed)? (?:an? )?(?:\\w+ ){0,2}${DEAL}|(?:\\w+ )?${DEAL} (?:is |has been )?(?:done|reached|agreed|sealed|struck|signed|clinched)|done deal|breakthrough|green[- ]lights?|yes to|back(?:s|ed)|unite[sd]? (?:on|behind)|join(?:s|ed)? forces|give(?:s|n)? (?:the |its |their )?(?:nod|go-ahead|green light|blessing|consent|approval)|allow(?:s|ed)?|say yes|says yes|bow(?:s|ed)? to|cave[sd]?(?: in)?|yield(?:s|ed)? (?:to|on)|give[sn]? in|backs? down|on board)\\b`, 'i'),
    told: new RegExp(`\\b(?:signed|agreed|accepted|approved|settled|sealed|ratified|adopted|initiall?ed|consented|acceded|concluded|clinched|endorsed|backed|gave (?:its|their|his|her) (?:consent|approval|assent|blessing)|voted (?:for|in favou?r|to)|(?:reached|struck|made) (?:an? )?(?:\\p{L}+ ){0,3}${DEAL})\\b`, 'iu'),
    stances: YES,
  },
  { done: /\b(?:commit(?:s|ted)? to|vow(?:s|ed)|promise[sd]?|pledge[sd]?|will(?! not| never)(?= \p{L})|joins|joined)\b/iu, told: /\b(?:committed|pledged|promised|vowed|undertook|joined|will|sent|deployed|decided)\b/i, stances: YES_OR_OFFER },
  { done: /\b(?:secure[sd]?|guarantee[sd]?(?= \p{L}|$)|wins?|won|gains|gained|obtain(?:s|ed)|gets|confirm(?:s|ed)?)\b/iu, told: /\b(?:secured|guaranteed|won|gained|obtained|received|got|confirmed|was (?:given|granted)|were (?:given|granted)|signed|agreed|pledged|promised)\b/i, stances: YES_OR_OFFER },
  { done: /\b(?:ends|ended|halts|halted|stops|stopped|is over|lifts|lifted|drops|dropped|withdraws|withdrew|pulls? (?:out|back)|surrender(?:s|ed)?|cede[sd]?|gives? up|hands? over|handed over|recogni[sz]e[sd]?|abandon(?:s|ed)?|scrap(?:s|ped)?|renounce[sd]?)\b/i, told: /\b(?:ended|halted|stopped|lifted|dropped|withdrew|withdrawn|pulled (?:out|back)|surrendered|ceded|gave up|given up|handed over|recogni[sz]ed|abandoned|scrapped|renounced|is over|was over|ceased|left)\b/i, stances: YES_OR_OFFER },
];

/** Before the claim, or anywhere: words that take it back. */
const HEDGED_BEFORE = /\b(?:may|might|could|would|says?|said|claims?|claimed|report(?:s|ed(?:ly)?)?|near(?:s|ing)?|close to|hopes?|wants?|urges?|urged|set to|expected|talks?|likely|possible|ready|refuse[sd]?|refuses|reject(?:s|ed)?|fail(?:s|ed)?|no|not|never|without|yet to|denie[sd]|denies|told|fear[s]?|asks?|asked|if|whether|why|how|what|when|would-be|plans?|considers?|considered|weighs?|willing|prepared|offers?|proposes?|proposed|demands?|calls? (?:on|for)|calling|wonders?|hints?|signals?|suggests?|insists?|warns?|tells?|about to|moves? (?:to|towards?)|edges?|inch(?:es)?|open to|bid to|push(?:es)? to|aims? to|seeks? to|tries to|vows? to|must|should|can|cannot|can't|won't|will not)\b/i;
const HEDGED_ANYWHERE = /\?|\b(?:says?|said|claims?|claimed|according|reportedly|allegedly|in principle|refuse[sd]?|reject(?:s|ed)?|fail(?:s|ed)?|no deal|not|without|denie[sd]|denies|unless|if|provided|pending|subject to|on condition|in draft|sources?:?$)\b/iu;
/** `…: Ortega`, and a headline that is a quote. */
const SAID_BY = /:\s*(?:\p{Lu}[\p{L}’'-]+\s?){1,4}$|^['‘"“]/u;
/** A sentence that has less than a deed. */
const WEAKER = new RegExp(`\\b(?:could|would|might|if|provided|unless|on (?:the )?condition|as long as|only (?:if|when|once|after)|until|consider\\w*|weigh(?:s|ed|ing)?|imagin\\w*|conceivable|stud(?:y|ies|ied|ying)|examin\\w*|propos\\w*|drafts?|plan(?:s|ned|ning)?|intend\\w*|hopes?|hoped|yet to|fail(?:s|ed)?|denied|denies|deny|reject\\w*|refus\\w*|rul(?:ed|es) out|declin\\w*|unconfirmed|reportedly|allegedly|in principle|quoted as|according to|not|never|nobody|neither|nothing|no (?:\\w+ )?(?:${DEAL}|decision|promise|commitment|signature|date|vote|text)|without (?:\\w+ )?(?:${DEAL}|agreeing|settling|result|decision|movement)|remains? (?:open|unclear|unsettled|apart|divided)|apart|modest|talks? (?:continue|go on)|to be (?:continued|settled|agreed|decided))\\b`, 'i');
const HEDGED_CLAUSE = /\b(?:not|never|nobody|neither|would|could|might|whether|if|unless|once|until|reportedly|allegedly|appears?|seems?|should|nothing|none|fail(?:s|ed)|refused|yet to|had hoped|no longer|before)\b|n['’]t\b/i;
const NO_DEAL = new RegExp(`\\b(?:without (?:an? )?(?:\\w+ )?${DEAL}|no (?:\\w+ )?${DEAL}|nothing (?:has been |was |is )?(?:signed|agreed|decided))\\b`, 'i');
/** Several who are not named. */
const BOTH = /\b(?:both|sides|rivals|neighbou?rs|foes|leaders|presidents|ministers|allies|parties|governments|capitals|nations|countries|the two)\b/i;

export function headlineFaults(evidence: Evidence): readonly Fault[] {
  const { article, parties, cast, statements, headline } = evidence;
  if (!headline) return [];
  const words = written(article.masked.slice(...headline).replaceAll(MASK, ' '));
  // `guarantees` is a verb right after who gives it, and a noun elsewhere.
  const isNoun = (said: string, at: number): boolean => /^guarantees?$/i.test(said) && !parties.in(words).some(({ span }) => span[1] + 1 === at) && !cast.in(words).some(({ to }) => to + 1 === at) && !/\b(?:Europe|West|Allies|Coalition) $/.test(words.slice(0, at));
  const claim = CLAIMS.flatMap((one) => { const hit = one.done.exec(words); return hit && !isNoun(hit[0], hit.index) ? [{ ...one, at: hit.index, said: hit[0] }] : []; }).sort((a, b) => a.at - b.at)[0];
  if (!claim) return [];
  // `…, mediator says`: honest where the body has that one say so of all that are named.
  const [, attributed, source = ''] = /^(.*?),\s+([^,]{2,50}?)\s+(?:says?|said|claims?|claimed)\s*$/i.exec(words) ?? [];
  if (isHedged(attributed ?? words, claim.at, evidence) || (attributed !== undefined && isSaidBy(evidence, source, attributed, claim))) return [];
  // Whose word it is (`… – US official`) is not who did it.
  const bare = words.replace(/\s[-–—|]\s(?=[^-–—|]*\b(?:officials?|envoys?|ministers?|sources?|spokes\w+|diplomats?|aides?|leaders?)\b)[^-–—|]{2,60}$/i, '');
  const partiesOf = (stretch: string): readonly string[] => [...parties.in(stretch).map(({ party }) => party), ...cast.in(stretch).flatMap(({ person }) => (person.party === undefined ? [] : [person.party]))];
  // Who does it stands before the verb; `with` names the other side; what is said of a third (`the Irish plan`) binds nobody.
  const doers = [...new Set([...partiesOf(bare.slice(0, claim.at)), ...partiesOf(/\bwith ([^,;]{3,40})/.exec(bare.slice(claim.at))?.[1] ?? '')])];
  const named = doers.length > 0 ? doers : [...new Set(partiesOf(bare))];
  const matter = [...parties.in(bare), ...cast.in(bare).map(({ at, to }) => ({ span: [at, to] as const }))].reduce((left, { span }) => `${left.slice(0, span[0])}${' '.repeat(span[1] - span[0])}${left.slice(span[1])}`, bare);
  const onMatter = (span: Stretch): boolean => stemsOf(matter.slice(claim.said.length)).length < 2 || sharedWords(article.text.slice(...span), matter) >= 1;
  const inOwnWords = (party: string): boolean => statements.some((one) => one.voice === 'own' && one.party === party && claim.stances.has(one.stance) && onMatter(one.span) && !CONDITIONAL.test(article.masked.slice(...one.span)));
  const lacking = named.filter((party) => !inOwnWords(party) && !isTold(evidence, claim.told, (bareClause) => parties.in(bareClause).some((one) => one.party === party) || cast.in(bareClause).some(({ person }) => person.party === party)));
  const accepting = new Set(statements.filter((one) => one.voice === 'own' && claim.stances.has(one.stance)).map(({ party }) => party));
  if (named.length > 0 ? lacking.length === 0 : isTold(evidence, claim.told, (told) => isOn(told, bare)) || accepting.size >= (BOTH.test(bare) ? 2 : 1)) return [];
  const hearsay = statements.find((one) => one.voice !== 'own' && one.party !== undefined && lacking.includes(one.party) && one.onBehalfOf !== one.party) ?? statements.find((one) => one.voice !== 'own' && one.party !== undefined && lacking.includes(one.party)) ?? statements.find((one) => one.voice !== 'own' && one.stance === 'accepts');
  const oneSided = named.length === 0 && accepting.size === 1 && BOTH.test(bare) ? statements.find((one) => one.voice === 'own' && claim.stances.has(one.stance))?.span : undefined;
  const weaker = hearsay ? undefined : oneSided ?? weakerSentence(evidence, lacking, bare);
  if (!hearsay && !weaker) return [];
  const whom = lacking.length === 0 ? (BOTH.test(bare) && accepting.size === 1 ? 'the other side' : 'anybody') : lacking.join(' or ');
  return [{
    id: 'headline-stronger-than-body', span: headline, related: [hearsay ? hearsay.span : weaker as Stretch],
    message: `the headline says \`${claim.said.trim()}\`, and the body has no word of ${whom} in its own voice that accepts${hearsay ? `; ${hearsay.onBehalfOf !== undefined && hearsay.onBehalfOf === hearsay.party ? `it tells of what ${hearsay.speaker ?? 'they'} let be understood` : `it has ${hearsay.speaker ?? 'somebody'}'s account of it`}` : '; it tells of a condition, a plan or a refusal'}`,
    help: 'say in the headline whose word it is, or quote the party itself',
  }];
}

/** Some statement of the source says it was done, of each party named. */
function isSaidBy({ article, parties, cast, statements }: Evidence, source: string, headline: string, claim: Claim): boolean {
  const of = parties.in(source)[0]?.party ?? cast.in(source)[0]?.person.party;
  const named = [...new Set([...parties.in(headline).map(({ party }) => party), ...cast.in(headline).flatMap(({ person }) => (person.party === undefined ? [] : [person.party]))])];
  return statements.some((one) => {
    const words = article.text.slice(...one.span);
    if ((of !== undefined && one.onBehalfOf !== of) || HEDGED_CLAUSE.test(words) || !(claim.told.test(words) || claim.done.test(words))) return false;
    return BOTH.test(words) || named.every((party) => parties.in(words).some((hit) => hit.party === party) || cast.in(words).some(({ person }) => person.party === party));
  });
}

const CONDITIONAL = /\b(?:if|provided|unless|on condition|could imagine|in principle|only (?:if|when|once))\b/i;

/** A headline in capitals, as it would be written in a sentence. */
function written(words: string): string {
  const letters = words.replace(/[^\p{L}]/gu, '');
  if (letters.length < 8 || (letters.match(/\p{Lu}/gu)?.length ?? 0) / letters.length < 0.8) return words;
  return words.replace(/\p{Lu}[\p{Lu}’'-]*/gu, (word) => (/^(?:US|UK|UN|EU|NATO|OSCE|UAE|USA|IMF|IAEA|AU)$/.test(word) ? word : `${word.charAt(0)}${word.slice(1).toLowerCase()}`));
}

function isHedged(words: string, at: number, { cast, parties }: Evidence): boolean {
  const month = words.replace(/\b(?:in|on|of|by|since|until|early|late|mid|this|last) May\b|\bMay \d|\d May\b/g, ' ');
  // In `X says yes` the saying is the deed; in `talks end in deal` the talks are over.
  const before = month.slice(0, at).replace(/\b(?:talks?|ready)\b(?=[^,;:]*$)/i, (word) => (/^talks?$/i.test(word) && !/\btalks? (?:on|of|about)\b/i.test(words) ? ' ' : word));
  const rest = words.replace(/\bsays? yes\b/i, ' ');
  const [prefix = '', more] = /^([^:]{2,40}):\s/.exec(words)?.slice(1) ?? [];
  const speaker = prefix !== '' && more === undefined && !/\blive\b/i.test(prefix) && prefix.split(' ').length <= 4 && cast.in(prefix).length > 0 && parties.in(prefix).length === 0;
  return speaker || HEDGED_BEFORE.test(before.replace(/\b(?:report|reports):/i, ' ')) || HEDGED_ANYWHERE.test(rest) || SAID_BY.test(words);
}

/** Told as having happened, in the report's own words, in a clause that fits. */
function isTold({ article, statements }: Evidence, told: RegExp, fits: (words: string) => boolean): boolean {
  return article.blocks.some(({ kind, sentences }) => kind === 'paragraph' && sentences.some(({ span }) => {
    if (statements.some((one) => one.span[0] < span[1] && span[0] < one.span[1])) return false;
    const bare = article.masked.slice(...span).replaceAll(MASK, ' ');
    const hit = told.exec(bare);
    if (!hit || !fits(bare)) return false;
    // Its own clause: what hangs on a `that` or `which` further on takes nothing back.
    const before = bare.slice(0, hit.index).split(/[;:]|, (?:but|and|while|though|although)\b/).at(-1) ?? '';
    const after = bare.slice(hit.index + hit[0].length).split(/[;:]|, | (?:that|which|who|after|where)\b/)[0] ?? '';
    return !HEDGED_CLAUSE.test(before) && !HEDGED_CLAUSE.test(after) && !/\bto $/.test(before);
  }));
}

/** Of the same matter: words of weight in common, fewer where it says that both did. */
const isOn = (words: string, headline: string): boolean => sharedWords(words, headline) >= (BOTH.test(words) ? 1 : 2);
const sharedWords = (words: string, headline: string): number => { const telling = new Set(stemsOf(headline)); return new Set(stemsOf(words).filter((word) => telling.has(word))).size; };
const stemsOf = (words: string): readonly string[] => (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6).replace(/(?:ing|ed|s)$/, ''));

/** A sentence on the same party or with words of the headline that has less to say. */
function weakerSentence({ article, parties, cast }: Evidence, lacking: readonly string[], headline: string): Stretch | undefined {
  for (const { kind, sentences } of article.blocks) {
    if (kind !== 'paragraph') continue;
    for (const { span } of sentences) {
      const words = article.text.slice(...span);
      if (!WEAKER.test(words)) continue;
      const about = parties.in(words).some(({ party }) => lacking.includes(party)) || cast.in(words).some(({ person }) => person.party !== undefined && lacking.includes(person.party));
      if (about || NO_DEAL.test(words) || sharedWords(words, headline) >= 2) return span;
    }
  }
  return undefined;
}
