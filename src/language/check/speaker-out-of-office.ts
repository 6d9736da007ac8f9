/** A position in a party's own voice, said on a day on which the speaker did not hold the office. It does not count as the party's own. */
import type { Rule } from './rule.js';

export const speakerOutOfOffice: Rule = {
  id: 'speaker-out-of-office', severity: 'warning', summary: 'a speaker did not hold the office on the day of a position',
  check: ({ negotiation: { speakers, positions } }) => positions.flatMap(({ voice, speaker, party, said, nameSpan }) => {
    const who = speakers.find(({ name }) => name === speaker);
    if (voice !== 'own' || !who || !((who.from !== undefined && said.to < who.from) || (who.until !== undefined && said.from >= who.until))) return [];
    return [{ span: nameSpan, message: `\`${who.name}\` did not speak for ${party} on that day`, help: 'correct the date, or the dates of the speaker', related: [{ span: who.span, message: 'the speaker is declared here' }] }];
  }),
};
