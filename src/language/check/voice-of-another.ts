/** A position said to be in a party's own voice, by a speaker who does not speak for it: that would be hearsay taken for agreement. */
import type { Rule } from './rule.js';

export const voiceOfAnother: Rule = {
  id: 'voice-of-another', severity: 'error', summary: 'a position in own voice is said by somebody who does not speak for the party',
  check: ({ negotiation: { speakers, positions } }) => positions.flatMap(({ voice, speaker, party, nameSpan }) => {
    const who = speakers.find(({ name }) => name === speaker);
    if (voice !== 'own' || !who || who.speaksFor === party) return [];
    return [{
      span: nameSpan, message: `\`${who.name}\` ${who.speaksFor === undefined ? 'speaks for no party' : `speaks for ${who.speaksFor}`}, and this is said to be ${party} in its own voice`,
      help: who.speaksFor === undefined ? 'write `reported by media`, or name another speaker' : `write \`reported by ${who.speaksFor}\`, or name another speaker`, related: [{ span: who.span, message: 'the speaker is declared here' }],
    }];
  }),
};
