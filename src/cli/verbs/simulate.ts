/** `casus simulate`: a treaty under assumed behaviours, run many times: chances, response times, failures, forces. */
import { writeJsonLines, sha256 } from '../../record/index.js';
import { actsAsked, behaviourOf, declaredBehaviours, faultsOf, openIn, PRESETS, sampled, type Behaviour } from '../../simulate/index.js';
import type { Treaty } from '../../treaty/index.js';
import { nearest } from '../../language/index.js';
import { wholeNumber, type Given } from '../arguments.js';
import { BadInput, FINE } from '../faults.js';
import { atlasFor, readText, writeText } from '../files.js';
import { showChances, asJson, type Shown } from '../show/chances.js';
import { progressOn } from '../show/progress.js';
import { carryOutWatched } from '../simulating/thread.js';
import type { Terminal } from '../terminal.js';
import { opened } from '../texts.js';
import { JSON_OPTION, type Verb } from '../verb.js';

export const simulate: Verb = {
  name: 'simulate', summary: 'how likely a text\'s claims are to hold if those who act behave as assumed', operands: 'FILE',
  about: 'Runs a treaty many times under an assumed behaviour and says for each claim how often it held, how soon the response came, how it failed most often and what bears on it most. The figures follow from the assumptions; they are no forecast. The same seed gives the same output, and runs may be done in shards.',
  example: ['casus simulate bench/guarantee-8.casus --behaviour leeds-long-mitchell-2000', 'casus simulate bench/guarantee-8.casus --runs 1000000 --shard 3/100 --json'],
  options: [
    { name: 'behaviour', value: 'NAME', help: 'a behaviour the text declares, a preset, or a JSON file of assumptions (docs/simulate.md); default: the first the text declares, else leeds-long-mitchell-2000' },
    { name: 'stimulus', value: 'LABEL[@HOURS]', more: () => false, help: 'an act that happens, by its label as `casus explore --json` lists it or part of it, so many hours after the start (default: 0); may be given again. Takes the place of what else would happen by itself' },
    { name: 'runs', value: 'N', help: 'how many runs (default: 10000)' },
    { name: 'seed', value: 'N', help: 'which draws (default: 1)' },
    { name: 'sets', value: 'N', help: 'how many draws of the uncertain chances (default: 40)' },
    { name: 'days', value: 'N', help: 'how long a run may last (default: 30)' },
    { name: 'shard', value: 'K/N', help: 'do the K-th of N shares of the runs; `casus merge` joins them' },
    { name: 'max-seconds', value: 'N', help: 'stop after so long and say that the result is partial' },
    { name: 'story', value: 'FILE', help: 'write the record of the commonest failure to this file, for `casus replay`' }, JSON_OPTION,
  ],
  run: async (given, terminal) => {
    const [path, ...more] = given.operands;
    if (path === undefined) throw new BadInput('no treaty is named', `for example \`${simulate.example[0] ?? ''}\``);
    if (more.length > 0) throw new BadInput(`one treaty is simulated at a time, and \`${more[0] ?? ''}\` is one more`, 'run the verb once for each');
    const runs = wholeNumber(given, 'runs', 1, 4_000_000_000) ?? 10_000;
    const seed = wholeNumber(given, 'seed', 0, 4_294_967_295) ?? 1;
    const sets = wholeNumber(given, 'sets', 1, 10_000) ?? 40;
    const horizonDays = wholeNumber(given, 'days', 1, 3660) ?? 30;
    const seconds = wholeNumber(given, 'max-seconds', 1, 10_000_000);
    const shard = shardOf(given);
    const text = opened(path, terminal);
    const errors = text.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors[0]) throw new BadInput(`\`${text.file}\` line ${errors[0].span.line}: ${errors[0].message}`, `${errors[0].help === undefined ? '' : `${errors[0].help}; `}${errors.length === 1 ? 'a text with an error is' : `with this and ${errors.length - 1} more the text is`} not simulated; \`casus check ${text.file}\` lists what is wrong`);
    if (sampled(text.treaty).length === 0) throw new BadInput(`\`${text.file}\` makes no claim${text.treaty.claims.length > 0 ? ' that a run can answer' : ''}, so there is nothing to ask`, 'add a sentence such as `claim help: whenever armed-attack, within 72 hours assistance is performed by at least 3.`');
    const named = behaviourFor(given.one('behaviour'), text.treaty, terminal);
    const [fault] = [...(named.declared ? openIn(text.treaty, named.behaviour.name) : []), ...faultsOf(text.treaty, named.behaviour)];
    if (fault) throw new BadInput(fault.message, fault.help);
    const behaviour = withStimuli(given.all('stimulus'), named.behaviour, text.treaty, path, terminal);
    const progress = progressOn(terminal);
    const { results, ended } = await carryOutWatched({ treaty: text.treaty, path, folder: terminal.folder, behaviour, question: { seed, runs, sets, horizonDays, shard }, ...(seconds === undefined ? {} : { maxMs: seconds * 1000 }) }, terminal, (share) => { progress.at(share, 'running'); });
    progress.end();
    const shown: Shown = { treaty: text.treaty.title, digest: sha256(text.text), seed, runs, results, ...(ended === undefined ? {} : { stopped: ended }) };
    const story = given.one('story');
    if (story !== undefined) writeText(story, writeJsonLines(commonest(shown)), terminal.folder);
    if (given.has('json')) terminal.out(`${JSON.stringify(asJson(shown), null, 1)}\n`);
    else showChances(shown, terminal);
    return FINE;
  },
};

const commonest = (shown: Shown) => {
  const all = asJson(shown).results.flatMap(({ stories }) => stories);
  const [first] = [...all].sort((a, b) => b.count - a.count);
  if (!first) throw new BadInput('no claim failed in any run, so there is no story to write', 'leave `--story` out');
  return first.record;
};

function shardOf(given: Given): readonly [number, number] {
  const word = given.one('shard');
  if (word === undefined) return [1, 1];
  const [, part = '', of = ''] = /^(\d+)\/(\d+)$/.exec(word) ?? [];
  const [k, n] = [Number(part), Number(of)];
  if (part === '' || k < 1 || n < 1 || k > n || n > 1_000_000) throw new BadInput(`\`--shard ${word}\` is no share`, 'write which of how many, from 1, such as `--shard 3/100`');
  return [k, n];
}

const USUAL = 'leeds-long-mitchell-2000';

/** Named by the option: the text's own first, then presets, then a file. Without it the first the text declares, else the usual preset. */
function behaviourFor(name: string | undefined, treaty: Treaty, terminal: Terminal): { readonly behaviour: Behaviour; readonly declared: boolean } {
  const declared = declaredBehaviours(treaty);
  const own = name === undefined ? declared[0] : declared.find((one) => one.name === name);
  return own ? { behaviour: own, declared: true } : { behaviour: behaviourNamed(name ?? USUAL, declared.map((one) => one.name), terminal), declared: false };
}

/** What `--stimulus` names, in place of what the behaviour says happens by itself. */
function withStimuli(words: readonly string[], behaviour: Behaviour, treaty: Treaty, path: string, terminal: Terminal): Behaviour {
  if (words.length === 0) return behaviour;
  const labels = actsAsked({ ...treaty, claims: sampled(treaty) }, atlasFor(path, terminal.folder), behaviour);
  const stimuli = words.map((word) => {
    const [, label = word, hours] = /^(.*?)(?:@(-?[\d.]+))?$/.exec(word) ?? [];
    const atHours = hours === undefined ? 0 : Number(hours);
    if (!Number.isFinite(atHours) || atHours < 0) throw new BadInput(`\`--stimulus ${word}\` falls at no hour from 0`, 'write for example `--stimulus "attack by Russia@24"`');
    const what = label === '' ? undefined : labels.includes(label) ? label : labels.find((one) => one.includes(label));
    if (what === undefined) throw new BadInput(`no act that bears on a claim is called \`${label}\``, labels.length === 0 ? 'the claims speak of no act' : `there are ${labels.slice(0, 6).map((one) => `\`${one}\``).join(', ')}${labels.length > 6 ? ` and ${labels.length - 6} more; part of a label will do` : ''}`);
    return { what, atHours, chance: 1 };
  });
  return { ...behaviour, stimuli, happens: [] };
}

function behaviourNamed(name: string, declared: readonly string[], terminal: Terminal): Behaviour {
  const preset = PRESETS.find((one) => one.name === name);
  if (preset) return behaviourOf(preset);
  const near = nearest(name, [...declared, ...PRESETS.map((one) => one.name)]);
  if (!name.endsWith('.json')) throw new BadInput(`there is no preset \`${name}\`, and the text declares no behaviour of that name`, near !== undefined ? `did you mean \`${near}\`` : `${declared.length > 0 ? `the text declares ${declared.join(', ')}; ` : ''}the presets are ${PRESETS.map((one) => one.name).join(', ')}; or name a .json file`);
  let value: unknown;
  try { value = JSON.parse(readText(name, terminal.folder).text); } catch (fault) { if (fault instanceof BadInput) throw fault; throw new BadInput(`\`${name}\` is no JSON`, 'docs/simulate.md shows the form'); }
  return behaviourIn(value, name);
}

type Loose = Readonly<{ [key: string]: unknown }>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The shape alone; what it says is judged by `faultsOf`. */
function behaviourIn(value: unknown, name: string): Behaviour {
  const wrong = (what: string): BadInput => new BadInput(`\`${name}\`: ${what}`, 'docs/simulate.md shows the form');
  if (!isLoose(value) || !Array.isArray(value['rules'])) throw wrong('an object with a list `rules` was expected');
  const words = (list: unknown, where: string): void => { if (!Array.isArray(list) || list.some((one) => typeof one !== 'string')) throw wrong(`${where} must be a list of names`); };
  const chance = (one: unknown, where: string): void => { if (typeof one !== 'number' && !(isLoose(one) && ((one['kind'] === 'beta' && typeof one['a'] === 'number' && typeof one['b'] === 'number') || (one['kind'] === 'count' && typeof one['hits'] === 'number' && typeof one['of'] === 'number' && typeof one['source'] === 'string')))) throw wrong(`${where} must be a number, a Beta or a count with its source`); };
  const list = (key: string): readonly unknown[] => { const all = value[key] ?? []; if (!Array.isArray(all)) throw wrong(`\`${key}\` must be a list`); return all; };
  value['rules'].forEach((rule: unknown, index) => {
    const where = `rule ${index + 1}`;
    if (!isLoose(rule) || !['performs', 'exercises', 'votes', 'delivers'].includes(String(rule['kind']))) throw wrong(`${where} must be of kind performs, exercises, votes or delivers`);
    words(rule['who'], `\`who\` of ${where}`);
    for (const key of rule['kind'] === 'votes' ? ['for', 'against', 'abstain'] : ['chance']) if (key === 'for' || key === 'chance' || rule[key] !== undefined) chance(rule[key], `\`${key}\` of ${where}`);
    const delay = rule['delay'];
    if (!isLoose(delay) || !(delay['kind'] === 'within' || (delay['kind'] === 'after' && typeof delay['hours'] === 'number') || (delay['kind'] === 'uniform' && typeof delay['from'] === 'number' && typeof delay['to'] === 'number'))) throw wrong(`\`delay\` of ${where} must be within, after or uniform`);
  });
  const causes = list('causes');
  if (causes.length > 30) throw wrong('more than 30 causes');
  for (const one of causes) { if (!isLoose(one) || typeof one['name'] !== 'string') throw wrong('a cause needs a name'); words(one['silences'], `\`silences\` of ${one['name']}`); chance(one['chance'], `\`chance\` of ${one['name']}`); }
  for (const one of list('stimuli')) { if (!isLoose(one) || typeof one['what'] !== 'string' || typeof one['atHours'] !== 'number') throw wrong('a stimulus needs `what` and `atHours`'); chance(one['chance'], `\`chance\` of ${one['what']}`); }
  return { ...value, name: typeof value['name'] === 'string' ? value['name'] : name, rules: value['rules'], causes, stimuli: list('stimuli'), happens: [] } as unknown as Behaviour;
}

