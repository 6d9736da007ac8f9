/** Whether a statement can count for a party, and if not, why: what speaks for a party in its own voice must be said by somebody who speaks for it on that day. */
import type { Negotiation, Speaker, Statement } from '../../treaty/index.js';

export interface Fault { readonly id: string; readonly message: string; readonly help: string }

/** Undefined where nothing stands against it. */
export function faultOf(one: Statement, { issues, speakers }: Negotiation): Fault | undefined {
  const issue = issues.find(({ name }) => name === one.issue);
  if (!issue) return { id: 'unknown-issue', message: `the negotiation has no issue \`${one.issue}\``, help: listed('its issues are', issues.map(({ name }) => name)) };
  if (one.option !== undefined && !issue.options.some(({ name }) => name === one.option)) return { id: 'unknown-option', message: `\`${one.issue}\` has no option \`${one.option}\``, help: listed('its options are', issue.options.map(({ name }) => name)) };
  const speaker = one.speaker === undefined ? undefined : speakers.find(({ name }) => name === one.speaker);
  if (one.speaker !== undefined && !speaker) return { id: 'unknown-speaker', message: `the negotiation has no speaker \`${one.speaker}\``, help: `declare who that is: \`speaker ${one.speaker} "…" for PARTY.\`` };
  if (one.voice !== 'own' || !speaker) return undefined;
  if (speaker.speaksFor !== one.party) return { id: 'voice-of-another', message: `\`${speaker.name}\` ${speaker.speaksFor === undefined ? 'speaks for no party' : `speaks for \`${speaker.speaksFor}\``}, and this is said to be \`${one.party}\` in its own voice`, help: 'write `counterpart` or `media` as its voice, or name another speaker' };
  if (outOfOffice(speaker, one)) return { id: 'out-of-office', message: `\`${speaker.name}\` did not speak for \`${one.party}\` on that day`, help: 'correct the date, or the dates of the speaker' };
  return undefined;
}

/** Beyond doubt: the whole span in which it was said lies outside the term. */
export const outOfOffice = ({ from, until }: Speaker, { said }: Statement): boolean => (from !== undefined && said.to < from) || (until !== undefined && said.from >= until);

const listed = (lead: string, names: readonly string[]): string => (names.length === 0 ? 'it has none yet' : `${lead} ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}`);
