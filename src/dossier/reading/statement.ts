/** A proposal out of what is said, by whom and how: whose stance it is, in whose voice, on which issue, and how sure. */
import type { Stance, Voice } from '../../treaty/index.js';
import type { Cast } from './cast.js';
import { issueOf } from './issues.js';
import { DOING_FORMS, SAID_WITH } from './lexicon.js';
import type { Parties } from './parties.js';
import type { KnownIssue, Proposal, Stretch } from './shapes.js';
import type { Who } from './speakers.js';
import { isSubjectsOwn, stanceOf, subjectOf } from './stance.js';

export interface Matter { readonly text: string; readonly cast: Cast; readonly parties: Parties; readonly issues: readonly KnownIssue[] }

/** How it was said, beyond the words: in answer to a question, let be understood in talks, or a standing position that nobody states that day. */
export interface Manner { readonly asked?: string; /** A quote that goes on from the statement before. */ readonly continued?: boolean; readonly understood?: boolean; readonly standing?: boolean }

const CALLS = /^(?:call(?:s|ed)?|describe[sd]?|characteri[sz]e[sd]?|portray(?:s|ed)?)$/;
const calledSo = (words: string): string => (/^\s*(?:for|on)\b/.test(words) ? words : /\bas\s+([^]*)$/.exec(words)?.[1] ?? /["“]([^"”]*)["”]/.exec(words)?.[1] ?? words);
const ADDING = /,? (?:but |and )?(?:adding|stating|saying|arguing|noting|insisting|warning|explaining|stressing|citing) [^]*$/;
/** What was agreed stands in the sentence before. */
const REFERS_BACK = /\b(?:agree(?:d|s|ing)?|accept(?:ed|s|ing)?|consent(?:ed)?|commit(?:ted)?|oppos(?:ed|es)|reject(?:ed|s)?) (?:to )?(?:that|this|it)\b|\bcalling (?:it|this|that)\b/i;
/** Speakers of several states together, one side among others and no outlet. */
const OF_A_REGION = /^(?:(?:senior|top|several|some) )?(?:European|Western|Nordic|Baltic|Allied|allied|Arab|African|Asian|Gulf|Balkan)\b/u;

/** What these speak of is another's doing, and the stance the speaker's own. */
const ABOUT_OTHERS = /^(?:critici|prais|hail|blam|accus|den(?:y|ie)|disput|lament|thank)/;

const FEELINGS: readonly (readonly [Stance, RegExp])[] = [
  ['accepts', /^(?:\w+ )?(?:gratitude|support|satisfaction|appreciation|agreement|approval|thanks)\b/], ['offers', /^(?:\w+ )?(?:readiness|willingness|openness)\b/],
  ['rejects', /^(?:\w+ )?(?:opposition|outrage|objections?|dismay|anger|indignation)\b/], ['uncertain', /^(?:\w+ )?(?:doubts?|scepticism|skepticism|reservations?|misgivings)\b/],
];
/** `expressed support for …`: the stance is in the noun. */
const expressed = (verb: string, content: string): Stance | undefined => (/^(?:express|voic|reiterat|reaffirm|signal|indicat)/.test(verb) ? FEELINGS.find(([, pattern]) => pattern.test(content.trimStart().replace(/^(?:its|his|her|their|the) /, '')))?.[0] : undefined);

export interface Said { readonly span: Stretch; readonly who: Who; readonly words: string; readonly verb: string; readonly venue?: string | undefined }

/** `before`: the issue of the statement before, for words that refer back to it. */
export function statementOf({ span, who, words: whole, verb, venue }: Said, { asked = '', understood = false, standing = false, continued = false }: Manner, { text, cast, parties, issues }: Matter, before: string | undefined): Proposal {
  // What a thing is called is the stance, not the thing's name.
  const content = CALLS.test(verb) ? calledSo(whole) : whole;
  const stated = DOING_FORMS.get(verb);
  const found = expressed(verb, content) ?? stanceOf(content, stated !== undefined && !/^(?:supports?|supported|backs?|backed|insists?|insisted)$/.test(verb) ? stated : verb === 'called' && /^\s*(?:for|on)\b/.test(content) ? 'demands' : undefined);
  // Who insists on it asks for it, and who denies it turns it down, where the words themselves take no side.
  const insisted: Stance = found !== 'reports' ? found : verb.startsWith('insist') ? 'demands' : SAID_WITH.get(verb) ?? found;
  const subject = (stated === undefined || verb.startsWith('insist')) && !ABOUT_OTHERS.test(verb) ? subjectOf(content, parties, cast) : undefined;
  const apart = subject && subject.party !== who.party && (subject.name === undefined || subject.name !== who.person?.name) && isSubjectsOwn(insisted, content) ? subject.party : undefined;
  // That others could do it, let be understood by one side, is that side's consent.
  const others = understood ? undefined : apart;
  const stance: Stance = understood && apart !== undefined && insisted === 'offers' ? 'accepts' : insisted;
  const party = others ?? who.party;
  const voice: Voice = who.outlet === true || understood || standing ? 'media' : others !== undefined ? (who.party === undefined && !OF_A_REGION.test(who.label ?? '') ? 'media' : 'counterpart') : who.party === undefined && who.person === undefined && who.anonymous ? 'media' : 'own';
  const issue = issueOf(whole.replace(ADDING, ''), issues) ?? issueOf(whole, issues) ?? ((whole.match(/\p{L}{4,}/gu)?.length ?? 0) < 7 ? issueOf(text.slice(...span), issues) : undefined) ?? issueOf(asked, issues) ?? (continued || REFERS_BACK.test(content) ? before : undefined);
  const doubt = (who.inferred ? 0.2 : 0) + (who.anonymous ? 0.2 : 0) + (who.party === undefined ? 0.1 : 0) + (issue === undefined ? 0.1 : 0) + (others !== undefined ? 0.1 : 0) + (continued ? 0.1 : 0) + (understood ? 0.2 : 0) + (standing ? 0.6 : 0);
  return {
    span, ...(who.label === undefined ? {} : { speaker: who.label }), ...(who.party === undefined ? {} : { onBehalfOf: who.party }), ...(party === undefined ? {} : { party }), ...(venue === undefined ? {} : { venue }), ...(issue === undefined ? {} : { issue }),
    stance, voice, confidence: Math.round(Math.max(0.2, 0.95 - doubt) * 100) / 100,
  };
}
