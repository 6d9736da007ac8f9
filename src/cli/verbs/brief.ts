/** `casus brief`: a dossier as of a day, published as a static site. */
import { JSON_OPTION, type Verb } from '../verb.js';

export const brief: Verb = {
  name: 'brief', summary: 'a page that says who agreed to what, since when and on whose word', operands: 'DOSSIER --out DIR',
  about: 'Publishes a dossier as a static site that needs no JavaScript: issues with their state and evidence, the guarantee article by article, needs against pledges, map, events, figures, answers, corrections and a feed. The same dossier gives the same bytes; only what changed is written, and files that are not its own are never touched.',
  example: ['casus brief dossiers/ukraine --out site', 'casus brief dossiers/ukraine --out site --as-of 2025-08-18 --since 2025-08-16 --lint'],
  options: [
    { name: 'out', value: 'DIR', help: 'folder of the site; it is made where it is missing' },
    { name: 'as-of', value: 'DATE', help: 'show what was known when this day ended (default: the last day on record)' },
    { name: 'since', value: 'DATE', help: 'the earlier day the first page compares with (default: the last before which something changed)' },
    { name: 'base', value: 'URL', help: 'address the site will stand at, for links in feeds and shared pages' },
    { name: 'lint', help: 'refuse to publish a placeholder, a headline stronger than its evidence, an undated figure, a quotation without source' }, JSON_OPTION,
  ],
  // What a dossier needs takes a tenth of a second to wake, which no other verb should pay.
  run: async (given, terminal) => (await import('../briefing/run.js')).publishBrief(given, terminal),
};
