/** How names stand in sentences: an article before a common noun or a plural, none before a proper noun, one at most, and reasons that use it. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { inSentence } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { negotiationAt, statementsOf, entriesOfPositions } from '../../src/engine/index.js';

describe('a name in a sentence', () => {
  it.each([
    ['United-States', 'the United States'], ['United-Kingdom', 'the United Kingdom'], ['European-Union', 'the European Union'], ['coalition-of-the-willing', 'the coalition of the willing'], ['Coalition', 'the Coalition'],
    ['Republic-of-Korea', 'the Republic of Korea'], ['Czech-Republic', 'the Czech Republic'], ['Russian-Federation', 'the Russian Federation'], ['Soviet-Union', 'the Soviet Union'], ['Council', 'the Council'], ['Joint-Mission', 'the Joint Mission'],
    ['Organization-for-Security-and-Co-operation', 'the Organization for Security and Co operation'], ['Philippines', 'the Philippines'], ['Netherlands', 'the Netherlands'], ['EU', 'the EU'], ['OSCE', 'the OSCE'], ['the-Union', 'the Union'],
    ['Ukraine', 'Ukraine'], ['Russia', 'Russia'], ['France', 'France'], ['NATO', 'NATO'], ['North-Korea', 'North Korea'], ['Great-Britain', 'Great Britain'], ['Laos', 'Laos'], ['Cyprus', 'Cyprus'], ['Honduras', 'Honduras'], ['Hillmark', 'Hillmark'], ['Kingdom-come', 'Kingdom come'],
  ])('%s', (name, expected) => { expect(inSentence(name)).toBe(expected); });

  it('takes one article at most, and changes nothing but that and hyphens', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,9}$/), { minLength: 1, maxLength: 5 }).map((words) => words.join('-')), (name) => {
      const said = inSentence(name);
      expect(inSentence(said)).toBe(said);
      expect([name.replace(/-/g, ' '), `the ${name.replace(/-/g, ' ')}`]).toContain(said);
    }));
  });

  it('is what the reasons of a negotiation use', () => {
    const { treaty } = parseTreaty('negotiation "x".\nparty United-States, France.\nspeaker envoy "Envoy" for United-States.\nissue forces "Forces", between United-States and France.\noption a-force of forces "Some".\nposition of United-States on forces: accepts a-force, said by envoy, in own voice, on 2025-08-17, source "x".\n');
    const at = Date.parse('2025-09-01');
    const [issue] = negotiationAt(treaty.negotiation, statementsOf(entriesOfPositions(treaty.negotiation), at), at).issues;
    expect(issue?.reasons.map(({ text }) => text)).toEqual(['the United States accepts `a-force`', 'France is not on record with a position']);
  });
});
