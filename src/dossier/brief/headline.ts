/** Whether a headline says more than the issues bear out: that something is agreed where it is only claimed, open or blocked. Reads words, not meaning; doubtful cases are left to the editor. */
import { STATE_WORDS } from './issues.js';
import type { IssueView } from './model.js';

export interface Overstatement { readonly message: string; readonly help: string }

/** Words that say a thing is settled. */
const SETTLED = /\b(?:agree[sd]?|agreeing|agreement\s+(?:is\s+)?(?:reached|struck|signed|sealed|made)|reach(?:es|ed)?\s+(?:an?\s+)?(?:\w+\s+){0,2}(?:agreement|deal|accord|consensus)|(?:deal|accord|pact|consensus|treaty|compromise)\s+(?:is\s+|has\s+been\s+|was\s+)?(?:reached|struck|done|sealed|signed|made|agreed|secured|in place)|(?:strikes?|struck|seals?|sealed|signs?|signed|clinch(?:es|ed)?|secures?|secured|finali[sz]e[sd]?)\s+(?:an?\s+|the\s+)?(?:\w+[\s-]+){0,3}(?:deal|accord|pact|agreement|guarantees?|treaty|peace|compromise)|accept(?:s|ed)?|consent(?:s|ed)?|settle[sd]|resolved|common\s+ground\s+(?:is\s+)?found|breakthrough|(?:is|are|was|were)\s+(?:settled|done|final)|(?:will|shall|to)\s+(?:get|receive|be\s+given|be\s+granted|cede|give\s+up|withdraw|recogni[sz]e|join|send|deploy|station|enshrine|enact|guarantee|protect)|(?:gets?|got|wins?|won|receives?|received|granted)\s+(?:an?\s+|the\s+)?(?:\w+[\s-]+){0,3}(?:guarantees?|protections?)|(?:historic|landmark|final|full|binding|ironclad)\s+(?:agreement|deal|accord|pact|consensus)|(?<!\b(?:on|towards?|for|of|an?|any|possible|draft|near|new)\s)(?:agreement|deal|accord|consensus)\s+on)\b/i;
/** The same said to be otherwise. */
const DENIED = /\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|can't|n't|un(?:agreed|settled|resolved|confirmed)|refuses?|refused|fails?|failed|yet to|far from|short of|instead of|disagree[sd]?)\b|n['’]t\b/i;
/** Before the word: said by somebody, or said to be possible. No claim of the headline's own. */
const HEDGED = /\b(?:says?|said|claims?|claimed|according to|reportedly|reports?|reported|alleged(?:ly)?|may|might|could|would|should|if|whether|possibl[ey]|potential(?:ly)?|likely|expected|hopes?|hoped|wants?|wanted|seeks?|sought|proposes?|proposed|urges?|urged|asks?|asked|demands?|demanded|calls?|called)\b[^;:.]*$|\b(?:to|not yet|about to|ready|willing|prepared|open|able|talks?|talk of|push for|bid for)\s*$|\bwait(?:s|ing)?\b[^;:.]*$/i;
/** After it: the same, as headlines put it at their end. */
const ATTRIBUTED = /(?:,|–|—|-)\s*(?:the\s+)?(?:[\p{L}.'’-]+\s+){0,5}(?:says?|said|claims?|claimed|reports?|reported)\b|\b(?:according to|reportedly|allegedly)\b|,\s*(?:says?|said|claims?|claimed)\b|\?\s*$/iu;

/** A question asserts nothing. */
const ASKS = /^(?:what|how|why|who|whom|where|when|whether|which|could|would|should|is|are|has|have|can|does|do|did)\b/i;

const COMMON = new Set(['the', 'and', 'for', 'who', 'what', 'where', 'when', 'with', 'that', 'this', 'from', 'into', 'over', 'under', 'role', 'question', 'issue', 'its', 'their', 'are', 'has', 'have', 'been', 'was', 'were', 'any', 'all', 'each', 'itself', 'first', 'further', 'between', 'agree', 'agreed', 'agrees', 'agreement', 'accept', 'accepts', 'accepted']);
const stem = (word: string): string => word.toLowerCase().replace(/(?:ies|y)$/, 'i').replace(/(?:ing|ed|es|s)$/, '').replace(/e+$/, '');
const stems = (text: string): ReadonlySet<string> => new Set((text.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word)).map(stem));

/** How many of the issue's own words the text has; the names of parties tell issues apart from nothing. */
function likeness(text: ReadonlySet<string>, issue: IssueView, parties: ReadonlySet<string>): number {
  const own = [...stems(`${issue.title} ${issue.name.replace(/-/g, ' ')}`)].filter((word) => !parties.has(word));
  const options = [...stems(issue.options.map(({ title }) => title).join(' '))].filter((word) => !parties.has(word) && !own.includes(word));
  return own.filter((word) => text.has(word)).length + options.filter((word) => text.has(word)).length * 0.4;
}

const NUMBER: Readonly<{ [word: string]: number }> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, all: Infinity, every: Infinity };

/** `two of nine issues are agreed` can be counted. */
function countSaid(text: string): number | undefined {
  const last = /\bof\s[^.;]*\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all)\s+(?:is|are|was|were|(?:has|have)\s+been)\s+(?:now\s+)?(?:agreed|settled|resolved|done|final)\b/i.exec(text)?.[1]?.toLowerCase();
  const word = last ?? /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|every)\s+(?:of\s+(?:the\s+)?(?:\w+\s+)?)?(?:issues?|points?|questions?|matters?)\b/i.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? undefined : NUMBER[word] ?? Number(word);
}

/** `whole`: the text stands alone, as a headline does, so that an agreement on nothing in particular is one on everything. */
export function overstated(text: string, issues: readonly IssueView[], whole: boolean): readonly Overstatement[] {
  const said = [...text.matchAll(new RegExp(SETTLED.source, 'gi'))].find((match) => {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    return !DENIED.test(`${before.slice(-60)}${match[0]}`) && !/^\s+(?:(?:on|to)\s+)?(?:nothing|disagree)\b/i.test(after) && !HEDGED.test(before) && !ATTRIBUTED.test(after);
  });
  if (!said || issues.length === 0 || ASKS.test(text)) return [];
  const settled = issues.filter(({ state }) => state === 'agreed');
  const count = countSaid(text);
  const help = 'say who claims it, or what is open';
  if (count !== undefined) {
    const most = count === Infinity ? issues.length : count;
    return settled.length >= most ? [] : [{ message: `it says that ${count === Infinity ? 'all' : count} are agreed (\`${said[0]}\`), and ${settled.length === 0 ? 'none is' : `${settled.length} of ${issues.length} are`}`, help }];
  }
  const parties = stems(issues.flatMap((issue) => issue.parties.map(({ party }) => party)).join(' '));
  const words = stems(text);
  const scored = issues.map((issue) => ({ issue, score: likeness(words, issue, parties) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const meant = best >= (whole ? 0.8 : 1) ? scored.filter(({ score }) => score === best).map(({ issue }) => issue) : [];
  if (meant.length > 0) {
    const weaker = meant.filter(({ state }) => state !== 'agreed');
    // Where several issues fit equally well, one that is agreed may be the one that is meant.
    return weaker.length < meant.length ? [] : [{ message: `\`${said[0]}\` says more than the evidence: “${weaker[0]?.title ?? ''}” is ${STATE_WORDS[weaker[0]?.state ?? 'open']}`, help }];
  }
  if (!whole || settled.length === issues.length) return [];
  return [{ message: `\`${said[0]}\` says more than the evidence: ${settled.length === 0 ? `none of ${issues.length} issues is agreed` : `${settled.length} of ${issues.length} issues are agreed`}`, help: settled.length === 0 ? help : 'say on what' }];
}
