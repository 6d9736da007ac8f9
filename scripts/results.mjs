/**
 * Writes docs/results.md: what exploring and simulating say of every claim of the encoded texts. It takes minutes, so it is run by hand after a text or the search has changed:
 * `node scripts/results.mjs`. The tests hold the page against the claims there are, not against its figures.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PRESETS = ['leeds-long-mitchell-2000', 'berkemeier-fuhrmann-2018-after-1945'];
const RUNS = 10_000;
const SECONDS = 110;

const texts = ['dossiers/ukraine/treaties', 'library'].flatMap((folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.casus')).sort().map((name) => `${folder}/${name}`))
  .filter((path) => /^claim /m.test(readFileSync(join(root, path), 'utf8')));

/** Undefined where it takes longer than a minute or two. */
function casus(words) {
  const { stdout, status } = spawnSync(process.execPath, ['bin/casus.mjs', ...words, '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 29, timeout: SECONDS * 1500 });
  return (status === 0 || status === 1 || status === 3) && stdout.trim() !== '' ? JSON.parse(stdout) : undefined;
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const key = ({ name, reading }) => `${name}|${reading ?? ''}`;

function chances(path, preset) {
  const result = casus(['simulate', path, '--behaviour', preset, '--runs', String(RUNS)]);
  if (!result) return undefined;
  return new Map(result.claims.map((claim) => [key(claim), claim.chance === undefined || claim.chance === null ? 'not asked' : `${percent(claim.chance)} (${percent(claim.beliefs?.low ?? claim.low)} to ${percent(claim.beliefs?.high ?? claim.high)})`]));
}

function lookedAt({ complete, vacuous, stopped, depth }) {
  const how = complete ? 'all' : stopped === 'horizon' ? 'all within the horizon' : `up to depth ${depth}`;
  return vacuous ? `${how}; never put to the test` : how;
}

/** A game has no runs; other claims have none where making ready for runs takes too long. */
const told = (of, claim) => of?.get(key(claim)) ?? (of ? 'no run can say' : 'not run: takes too long');

const counted = (entries) => (entries === 1 ? '1 entry' : `${entries} entries`);

const SHAPES = { holds: '● holds', fails: '■ fails', undetermined: '◇ undetermined' };

function section(path) {
  const source = readFileSync(join(root, path), 'utf8');
  const title = /^(?:treaty) "([^"]+)"/m.exec(source)?.[1] ?? path;
  const explored = casus(['explore', path, '--max-seconds', String(SECONDS)]);
  const first = chances(path, PRESETS[0]);
  const second = first && chances(path, PRESETS[1]);
  const rows = (explored?.claims ?? []).map((claim) => {
    const story = claim.record ? counted(claim.record.filter(({ act }) => act !== 'coverage').length) : '';
    return `| ${claim.name}${claim.reading ? ` (${claim.reading})` : ''} | ${SHAPES[claim.verdict]} | ${lookedAt(claim)} | ${story} | ${told(first, claim)} | ${told(second, claim)} |`;
  });
  const sentences = [...source.matchAll(/^claim ([\w-]+): ([^\n]+)$/gm)].map(([, name, words]) => `- *${name}*: ${words}`);
  process.stderr.write(`${path}: ${rows.length} claims\n`);
  return `## ${title}\n\n\`${path}\`\n\n${sentences.join('\n')}\n\n| claim | verdict | looked at | shortest story | chance, kept as before 1945 | chance, kept as after 1945 |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

const page = `# What exploring and simulating say of the texts

Written by \`node scripts/results.mjs\`. *Verdict* is what \`casus explore\` finds of each claim within the bounds the text sets, or the default ones: whether some behaviour breaks it, not how likely that is. The
*chances* follow from assumptions: each duty is kept, each vote given and each pledge delivered with one published rate of kept alliance promises, ${PRESETS[0]} (74.5 %) and ${PRESETS[1]} (about 22 %), over ${RUNS.toLocaleString('en')} runs,
with the middle nine tenths over what is believed of the rate. **They are no forecast**; docs/simulate.md says what the rates count. A claim that fails has a shortest story: \`casus explore FILE --claim NAME --out story.jsonl\` writes it.

${texts.map(section).join('\n')}`;
writeFileSync(join(root, 'docs', 'results.md'), page);
