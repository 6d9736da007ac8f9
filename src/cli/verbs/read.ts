/** `casus read`: the statements a report attributes, proposed for a dossier, and the faults an editor would send it back for. */
import { JSON_OPTION, type Verb } from '../verb.js';

export const read: Verb = {
  name: 'read', summary: 'propose the statements of a report and find its faults', operands: 'FILE|-',
  about: 'Reads a report (plain text or HTML) and proposes who said what, for whom, where, on which issue, and in whose voice; and says what an editor would send it back for: placeholders, days that cannot both be, a headline stronger than its body, quotes altered or joined, figures without a day. Proposals are for a person to check: nothing enters a dossier without `--accept`. Ends with 1 where there are faults.',
  example: ['casus read report.txt', 'casus read page.html --source first-report.txt --facts dossiers/ukraine/facts.json --json', 'casus read report.txt --dossier dossiers/ukraine --accept 3,5 --outlet "The Daily Record" --on 2025-08-17'],
  options: [
    { name: 'source', value: 'FILE', more: (word) => !word.startsWith('-'), help: 'another report of the same, to hold quotes against; several may follow' },
    { name: 'facts', value: 'FILE', help: 'dated figures to hold the report\'s against (default: those of the dossier)' },
    { name: 'dossier', value: 'DIR', help: 'take speakers, parties, issues and facts from this dossier (default: the one of the package, where the report is on its matter; `none` for none)' },
    { name: 'accept', value: 'WHICH', help: 'add these proposals to the dossier\'s statements: `all`, or numbers such as 3,5, each with the option of its issue it is about: 3=OPTION' },
    { name: 'outlet', value: 'NAME', help: 'who published the report; needed to accept' },
    { name: 'on', value: 'DATE', help: 'day of the report (default: the date it carries)' },
    { name: 'link', value: 'URL', help: 'where the report is found, kept with what is accepted' },
    JSON_OPTION,
  ],
  // The tagger and the parser of pages take a tenth of a second to wake, which no other verb should pay.
  run: async (given, terminal) => (await import('../reading/run.js')).readReport(given, terminal),
};
