/** A real rewritten article, kept outside the project as a test input: its statements with speaker and party, and its faults. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticle, type ArticleReading, type KnownFact } from '../../src/dossier/index.js';
import { root } from '../house/files.js';

const path = join(root, '../shared/seed/article.txt');
const there = existsSync(path);

/** Who speaks for whom, as anybody may know it. */
const SPEAKS_FOR: readonly (readonly [RegExp, string])[] = [[/Witkoff|Rubio|Trump|Vance|White House|U\.?S\.?\b/, 'United States'], [/Zelensk/, 'Ukraine'], [/Putin|Lavrov|Zakharova|Peskov|Ushakov/, 'Russia'], [/Macron/, 'France'], [/Merz/, 'Germany'], [/Starmer/, 'United Kingdom'], [/Leyen/, 'European Union'], [/Rutte/, 'NATO'], [/Meloni/, 'Italy'], [/Stubb/, 'Finland']];

/** A second report, in our words but for the short quote as outlets carried it. */
const SECOND = 'Zelenskyy in Brussels\n\n"The constitution of Ukraine makes it impossible to give up territory or trade land," Ukrainian President Volodymyr Zelenskyy said.\n';

describe('the article the project starts from', () => {
  const reading = (): ArticleReading => readArticle(readFileSync(path, 'utf8'), { sources: [SECOND], facts: JSON.parse(readFileSync(join(root, 'corpus/reading/facts.json'), 'utf8')) as readonly KnownFact[] });
  const run = it.skipIf(!there);
  const titled = (words: string): string => (there ? words : `skipped: ../shared/seed/article.txt absent (${words})`);

  run(titled('twenty statements with speaker and party'), () => {
    const right = reading().statements.filter(({ speaker, onBehalfOf }) => SPEAKS_FOR.some(([who, party]) => who.test(speaker ?? '') && onBehalfOf === party));
    expect(right.length).toBeGreaterThanOrEqual(20);
  });

  run(titled('both placeholders, and that they contradict each other'), () => {
    const ids = reading().faults.map(({ id }) => id);
    expect(ids.filter((id) => id === 'placeholder').length).toBeGreaterThanOrEqual(2);
    expect(ids).toContain('calendar-contradiction');
  });

  run.each(['headline-stronger-than-body', 'altered-quote', 'stale-figure', 'table-contradicts-body', 'stray-markup'] as const)(titled('%s'), (id) => { expect(reading().faults.map((one) => one.id)).toContain(id); });
});
