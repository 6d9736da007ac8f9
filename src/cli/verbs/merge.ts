/** `casus merge`: shards of one simulation as the result of all their runs, byte for byte what one run of all would print. */
import { merged, type Meaning, type Tally } from '../../simulate/index.js';
import { BadInput, FINE } from '../faults.js';
import { readText } from '../files.js';
import { asJson, showChances, type Shown } from '../show/chances.js';
import type { Terminal } from '../terminal.js';
import { JSON_OPTION, type Verb } from '../verb.js';

interface Part { readonly path: string; readonly shown: Shown }

export const merge: Verb = {
  name: 'merge', summary: 'join shards of a simulation', operands: 'RESULT…',
  about: 'Joins results of `casus simulate --shard K/N --json` into the result of all their runs: the same, byte for byte, as one big run. Refuses results of another seed, treaty, behaviour or version, and runs that were done twice.',
  example: ['casus merge shard-1.json shard-2.json --json'],
  options: [JSON_OPTION],
  run: (given, terminal) => {
    if (given.operands.length === 0) throw new BadInput('no result is named', `for example \`${merge.example[0] ?? ''}\``);
    const [first, ...others] = given.operands.map((path) => partOf(path, terminal));
    if (!first) return FINE;
    const whole = others.reduce((all, one) => joined(all, one, first.path), first.shown);
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(whole), null, 1)}\n`);
    else showChances(whole, terminal);
    return FINE;
  },
};

function partOf(path: string, terminal: Terminal): Part {
  let value: Partial<ReturnType<typeof asJson>> | null;
  try { value = JSON.parse(readText(path, terminal.folder).text) as typeof value; } catch (fault) { if (fault instanceof BadInput) throw fault; throw new BadInput(`\`${path}\` is no JSON`, 'name results of `casus simulate --json`'); }
  if (typeof value !== 'object' || value === null || !Array.isArray(value.results) || typeof value.digest !== 'string' || value.results.length === 0 || value.results.some((one) => !isMeaning(one?.meaning) || !isTally(one.tally))) throw new BadInput(`\`${path}\` is no result of a simulation`, 'name results of `casus simulate --json`');
  if (value.version !== 1) throw new BadInput(`\`${path}\` has version ${String(value.version)}, and this program knows version 1`, 'make all shards with the same program');
  const { treaty = '', digest, seed = 0, runs = 0, results } = value;
  return { path, shown: { treaty, digest, seed, runs, results: results.map(({ meaning, tally }) => ({ meaning, tally })) } };
}

const isMeaning = (meaning: Partial<Meaning> | null | undefined): boolean => typeof meaning === 'object' && meaning !== null && typeof meaning.behaviour === 'object' && [meaning.claims, meaning.notes, meaning.classes, meaning.needs, meaning.variants].every(Array.isArray);
const isTally = (tally: Partial<Tally> | undefined): boolean => typeof tally === 'object' && [tally.ranges, tally.sets, tally.responses, tally.kinds, tally.force, tally.variants].every(Array.isArray);

function joined(all: Shown, { path, shown }: Part, first: string): Shown {
  const differs = (what: string): BadInput => new BadInput(`\`${path}\` has another ${what} than \`${first}\``, 'merge only shards of one simulation');
  if (all.seed !== shown.seed) throw differs(`seed (${shown.seed}, not ${all.seed})`);
  if (all.digest !== shown.digest || all.treaty !== shown.treaty) throw differs('treaty');
  if (all.runs !== shown.runs) throw differs(`number of runs (${shown.runs}, not ${all.runs})`);
  if (all.results.length !== shown.results.length) throw differs('number of readings');
  return { ...all, results: all.results.map(({ meaning, tally }, index) => {
    const other = shown.results[index] as { readonly meaning: Meaning; readonly tally: Tally };
    if (JSON.stringify(meaning.behaviour) !== JSON.stringify(other.meaning.behaviour)) throw differs('behaviour');
    if (JSON.stringify(meaning) !== JSON.stringify(other.meaning)) throw differs('meaning (days, draws of the uncertain chances, or program)');
    try { return { meaning, tally: merged(tally, other.tally) }; } catch (fault) { throw new BadInput(`\`${path}\` overlaps what came before: ${fault instanceof Error ? fault.message : ''}`, 'name each shard once'); }
  }) };
}
