/** An agreement as it stands, worded for paper. */
import { NO_LEGAL_ADVICE } from '../../shared/wire.js';
import type { Leaf, LeafVerdict } from '../../shared/leaf.js';
import type { AgreementView, Dates, Standing } from './agreement.js';
import { stamp } from './dates.js';
import { debtorWords, timeWords } from './standing.js';

const MOST = 12;

/** On paper the user's own words stand in quotation marks. */
const quoted = (words: string): string => words.replace(/`([^`]*)`/g, '“$1”');

function standingWords(standing: Standing): readonly LeafVerdict[] {
  if (standing.verdicts.length === 0) return standing.silence === '' ? [] : [{ state: standing.silent, words: `${standing.clause}, ${standing.silence}`, reason: '' }];
  const shown = standing.verdicts.slice(0, MOST).map((verdict): LeafVerdict => ({
    state: verdict.state,
    words: [standing.clause, debtorWords(verdict.debtor), timeWords(verdict), ...(verdict.readings ?? []).map((title) => `under “${title}”`)].filter((word) => word !== '').join(', '),
    reason: quoted(verdict.reasons.at(-1)?.text ?? ''),
  }));
  const rest = standing.verdicts.length - shown.length;
  return rest === 0 ? shown : [...shown, { state: 'and', words: `${rest} more`, reason: '' }];
}

export function leafOf(view: AgreementView, dates: Dates): Leaf {
  return {
    title: view.title, status: view.status ?? '', source: view.source ?? '', counts: view.counts,
    asOf: stamp(dates.asOf), knownOn: stamp(dates.knownOn),
    supposed: dates.supposedFrom === undefined ? '' : `supposed in force from ${stamp(dates.supposedFrom)}`,
    declarations: view.declarations.map((line) => line.map(({ text }) => text).join('')),
    articles: view.articles.map((article) => ({
      number: article.number, title: article.title, status: article.status ?? '', source: article.source ?? '',
      paragraphs: article.rows.map((row) => ({
        prose: row.prose, clause: row.code.map((line) => line.map(({ text }) => text).join('')), standing: row.standing.flatMap(standingWords),
        findings: row.findings.map((finding) => quoted(`${finding.id}: ${finding.message}`)),
      })),
    })),
    annex: view.annex.map((line) => line.map(({ text }) => text).join('')),
    notice: NO_LEGAL_ADVICE,
  };
}
