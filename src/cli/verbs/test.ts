/** `casus test`: the stories told beside a text, or precedents' cases, against the text. */
import { runScenario } from '../../engine/index.js';
import type { Reason } from '../../treaty/index.js';
import { judgeCase, readCases, type Library } from '../../cases/index.js';
import { BAD_INPUT, BadInput, FINDINGS, FINE } from '../faults.js';
import { atlasFor, packageRoot, readText, shownPath, treatyFiles } from '../files.js';
import { passMark } from '../show/marks.js';
import { NOTICE } from '../show/notice.js';
import { counted, hanging, tame } from '../show/words.js';
import type { Terminal } from '../terminal.js';
import { ready } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';
import { join } from 'node:path';

interface Result { readonly name: string; readonly outcome: 'passed' | 'failed'; readonly expected: string; readonly actual: string; readonly reasons: readonly Reason[]; readonly where?: string; readonly leftOut?: readonly string[] }
interface Tested { readonly results: readonly Result[]; readonly notJudged: readonly { readonly name: string; readonly reason: string }[]; readonly faulty: boolean }

export const test: Verb = {
  name: 'test', summary: 'hold a text against the stories told beside it, or against precedents', operands: '[FILE…]',
  about: 'Runs the scenarios of each treaty and says of each expectation whether the text bears it out, and why not. With --cases it judges real cases (docs/cases.md) by the library instead, or by the treaties named. Ends with 1 where an expectation failed.',
  example: ['casus test dossiers/ukraine/treaties/august-2025.casus', 'casus test --cases precedents.csv'],
  options: [
    { name: 'cases', value: 'FILE', help: 'judge the cases of this CSV file' }, { name: 'scenario', value: 'TITLE', help: 'only the scenario whose title holds these words' },
    { name: 'failed', help: 'show only what failed' }, JSON_OPTION,
  ],
  run: (given, terminal) => {
    const cases = given.one('cases');
    if (cases !== undefined && given.has('scenario')) throw new BadInput('`--cases` and `--scenario` are both given', 'cases are no scenarios; keep one of them');
    if (cases === undefined && given.operands.length === 0) throw new BadInput('no treaty is named', 'for example `casus test library`, or `casus test --cases precedents.csv`');
    const tested = cases === undefined ? scenarios(given.operands, given.one('scenario'), terminal) : precedents(cases, given.operands, terminal);
    if (given.has('json')) terminal.out(`${JSON.stringify({ version: 1, results: tested.results.map(({ where: _where, ...one }) => one), notJudged: tested.notJudged, notice: NOTICE }, null, 2)}\n`);
    else show(tested, given.has('failed'), terminal);
    return tested.faulty ? BAD_INPUT : tested.results.some(({ outcome }) => outcome === 'failed') ? FINDINGS : FINE;
  },
};

function scenarios(paths: readonly string[], words: string | undefined, terminal: Terminal): Tested {
  const results: Result[] = [];
  const notJudged: { name: string; reason: string }[] = [];
  let faulty = false;
  for (const path of treatyFiles(paths, terminal.folder)) {
    const text = ready(path, terminal);
    faulty ||= text.faulty;
    const told = text.treaty.scenarios.filter(({ title }) => words === undefined || title.includes(words));
    if (told.length === 0) notJudged.push({ name: text.file, reason: words === undefined ? 'the text tells no scenario' : `no scenario's title holds \`${words}\`` });
    for (const scenario of told) {
      for (const { expectation, outcome, actual, reasons } of runScenario(text.compiled, scenario).results) {
        const { clause, of, negated, state, span } = expectation;
        results.push({ name: `${text.file}: ${scenario.title}: ${clause}${of === undefined ? '' : ` of ${of}`}, line ${span.line}`, outcome, expected: `${negated ? 'not ' : ''}${state}`, actual, reasons, where: `${text.file}\n${scenario.title}` });
      }
    }
  }
  if (words !== undefined && results.length === 0) throw new BadInput(`no scenario's title holds \`${words}\``, 'leave `--scenario` out to see all titles');
  return { results, notJudged, faulty };
}

function precedents(path: string, operands: readonly string[], terminal: Terminal): Tested {
  const { text, damage } = readText(path, terminal.folder);
  const file = shownPath(path, terminal.folder);
  const { cases, setAside: rows } = readCases(text, file);
  const setAside = [...(text === '' ? [] : rows), ...(damage === undefined ? [] : [{ file, row: text.split('\n').length, reason: damage }])];
  if (cases.length === 0 && setAside.length === 0) throw new BadInput(`\`${path}\` holds no case`, 'docs/cases.md describes the form');
  const from = operands.length > 0 ? treatyFiles(operands, terminal.folder) : treatyFiles([join(packageRoot(), 'library')], terminal.folder);
  const texts = from.map((one) => ready(one, terminal));
  const library: Library = texts.map(({ treaty }) => treaty);
  const atlas = atlasFor(from[0] ?? '', terminal.folder);
  const judged = cases.map((one) => judgeCase(one, library, atlas));
  return {
    results: judged.flatMap((one) => (one.outcome === 'not judged' ? [] : [{ name: one.name, outcome: one.outcome, expected: one.expected, actual: one.actual, reasons: one.reasons, ...(one.leftOut.length > 0 ? { leftOut: one.leftOut } : {}) }])),
    notJudged: [...judged.flatMap((one) => (one.outcome === 'not judged' ? [{ name: one.name, reason: one.actual }] : [])), ...setAside.map(({ file, row, reason }) => ({ name: `${file} line ${row}`, reason }))],
    faulty: setAside.length > 0 || texts.some(({ faulty }) => faulty),
  };
}

function show({ results, notJudged }: Tested, failedOnly: boolean, terminal: Terminal): void {
  const { out, paint, width } = terminal;
  let before: string | undefined;
  for (const { name, outcome, expected, actual, reasons, where, leftOut } of results) {
    if (failedOnly && outcome === 'passed') continue;
    const passed = outcome === 'passed';
    if (where !== undefined && where !== before) out(`${before === undefined ? '' : '\n'}${where.split('\n').map((line, index) => (index === 0 ? paint.dim(line) : paint.bold(tame(line)))).join('\n')}\n`);
    before = where;
    const short = where === undefined ? name : name.slice(where.length + 2);
    out(hanging(`${passMark(passed, paint)} `, `${tame(short)}: ${passed && expected === actual ? actual : passed && where !== undefined ? `${actual}, as expected ${expected}` : `${actual}; expected ${expected}`}`, width));
    if (!passed || where === undefined) for (const { article, text, settledBy } of reasons) out(hanging('    ', `${article === '' ? '' : `article ${article}: `}${tame(text)}${settledBy === undefined ? '' : `; may be settled by ${settledBy}`}`, width));
    if (leftOut) out(hanging('    ', `left out of the judgement: ${leftOut.map(tame).join(', ')}`, width));
  }
  for (const { name, reason } of notJudged) out(hanging(`${paint.dim('–')} `, `${tame(name)}: not judged, ${tame(reason)}`, width));
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  out(`\n${counted(results.length, 'expectation')}: ${passed} passed, ${results.length - passed} failed${notJudged.length > 0 ? `, ${notJudged.length} not judged` : ''}\n${paint.dim(NOTICE)}\n`);
}
