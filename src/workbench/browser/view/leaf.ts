/** An agreement as it stands, worded for paper. */
import type { Diagnostic } from '../../../treaty/index.js';
import { NO_LEGAL_ADVICE } from '../../shared/wire.js';
import type { Leaf, LeafVerdict } from '../../shared/leaf.js';
import type { AgreementView, Dates, Standing } from './agreement.js';
import { dated, stamp } from './dates.js';
import { plural } from './names.js';
import { debtorWords, lineReason, linesOf, timeWords, type Line } from './standing.js';

/** On paper the user's own words stand in quotation marks. */
const quoted = (words: string): string => words.replace(/`([^`]*)`/g, '“$1”');

function lineWords(line: Line): LeafVerdict {
  const [first] = line.verdicts;
  const names = [...new Set(line.verdicts.map(({ debtor }) => debtorWords(debtor)))].filter((name) => name !== '').join(', ');
  if (line.counted) return { state: first.state, words: `${first.clause}${names === '' ? '' : `, ${names}`}, ${plural(line.verdicts.length, 'time')}`, reason: '' };
  return {
    state: first.state,
    words: [first.clause, names, timeWords(first), ...(first.readings ?? []).map((title) => `under “${title}”`)].filter((word) => word !== '').join(', '),
    reason: dated(quoted(lineReason(line))),
  };
}

function standingWords({ clause, verdicts, silent, silence }: Standing): readonly LeafVerdict[] {
  if (verdicts.length === 0) return silence === '' ? [] : [{ state: silent, words: `${clause}, ${silence}`, reason: '' }];
  return linesOf(verdicts).map(lineWords);
}

const findingWords = ({ id, message }: Diagnostic): string => quoted(`${id}: ${message}`);

export function leafOf(view: AgreementView, dates: Dates): Leaf {
  return {
    title: view.title, status: view.status ?? '', source: view.source ?? '', counts: view.counts,
    asOf: stamp(dates.asOf), knownOn: stamp(dates.knownOn),
    supposed: dates.supposedFrom === undefined ? '' : `supposed in force from ${stamp(dates.supposedFrom)}`,
    declarations: view.declarations.map((line) => line.map(({ text }) => text).join('')),
    articles: [...view.articles.map((article) => ({
      number: article.number, title: article.title, status: article.status ?? '', source: article.source ?? '',
      paragraphs: article.rows.map((row) => ({
        prose: row.prose, clause: row.code.map((line) => line.map(({ text }) => text).join('')), standing: [...row.standing, ...row.elsewhere].flatMap(standingWords),
        findings: row.findings.map(findingWords),
      })),
    })), ...(view.readings === undefined ? [] : [{
      number: '', title: 'Readings', status: '', source: '',
      paragraphs: [{ prose: view.readings.titles, clause: view.readings.code.map((line) => line.map(({ text }) => text).join('')), standing: [], findings: view.readings.findings.map(findingWords) }],
    }])],
    annex: view.annex.map((line) => line.map(({ text }) => text).join('')),
    notice: NO_LEGAL_ADVICE,
  };
}
