/** `casus export`: a treaty's claims as a model for another tool, so that its answer can be held against ours. */
import { basename, resolve } from 'node:path';
import { nearest } from '../../language/index.js';
import { programsOf, promelaFile, type Model } from '../../explore/index.js';
import { wholeNumber } from '../arguments.js';
import { BAD_INPUT, BadInput, complain, FINE } from '../faults.js';
import { atlasFor, writeText } from '../files.js';
import { NOTICE } from '../show/notice.js';
import { counted } from '../show/words.js';
import { ready } from '../texts.js';
import type { Verb } from '../verb.js';
import { scopedBy } from './explore.js';

const DAY_MS = 86_400_000;
const MOST_ACTS = 20;
const MOST_DAYS = 3_650;
const FORMS = ['promela'];

export const exportTo: Verb = {
  name: 'export', summary: 'write a treaty\'s claims as a model for SPIN', operands: 'TREATY',
  about: 'Writes what can happen under a treaty as a Promela model with its claims, for the model checker SPIN: a second opinion on what a search of every behaviour says. The model begins with how to run it. What the model cannot say is refused and named.',
  example: ['casus export dossiers/ukraine/treaties/ladder-2026.casus --to promela', 'casus export dossiers/ukraine/treaties/ladder-2026.casus --to promela --claim answer-in-three-days --out ladder.pml'],
  options: [
    { name: 'to', value: 'FORM', help: 'the form of the model: promela' },
    { name: 'claim', value: 'NAME', help: 'this claim alone (default: each claim, one model for each)' },
    { name: 'acts', value: 'NUMBER', help: 'how many acts nobody owes may happen: attacks and the like (default: what the text\'s scope says, else 1)' },
    { name: 'horizon', value: 'DAYS', help: 'windows longer than this never end (default: what the text\'s scope says, else 30)' },
    { name: 'no-scope', help: 'leave the scope the text sets aside' },
    { name: 'out', value: 'FILE', help: 'write to this file' },
  ],
  run: (given, terminal) => {
    const [path, second] = given.operands;
    if (path === undefined) throw new BadInput('no treaty is named', 'for example `casus export dossiers/ukraine/treaties/ladder-2026.casus --to promela`');
    if (second !== undefined) throw new BadInput(`two treaties are named, \`${path}\` and \`${second}\``, 'export them one by one');
    const form = given.one('to');
    if (form === undefined) throw new BadInput('no form is named', 'write `--to promela`');
    if (!FORMS.includes(form)) throw new BadInput(`there is no form \`${form}\``, 'write `--to promela`');
    const acts = wholeNumber(given, 'acts', 0, MOST_ACTS);
    const horizon = wholeNumber(given, 'horizon', 1, MOST_DAYS);
    const out = given.one('out');
    if (out !== undefined && path !== '-' && resolve(terminal.folder, out) === resolve(terminal.folder, path)) throw new BadInput('`--out` names the treaty itself', 'name another file');
    const { treaty, faulty, file } = ready(path, terminal);
    if (faulty) throw new BadInput(`\`${file}\` has errors, and a model of it would say something else than its text`, 'mend them first');
    const name = given.one('claim');
    const known = treaty.claims.map((claim) => claim.name);
    if (known.length === 0) throw new BadInput(`\`${file}\` makes no claim`, 'add one, for example `claim answered: whenever attack, within 72 hours assist is performed by at least 3.`');
    if (name !== undefined && !known.includes(name)) {
      const near = nearest(name, known);
      throw new BadInput(`\`${file}\` makes no claim \`${name}\``, near === undefined ? `it makes ${known.map((one) => `\`${one}\``).join(', ')}` : `did you mean \`${near}\``);
    }
    const { bounds } = scopedBy(treaty, file, given, { acts, horizon });
    const programs = programsOf(treaty, atlasFor(path, terminal.folder), bounds, treaty.claims.filter((claim) => name === undefined || claim.name === name));
    const models = programs.flatMap(({ claim, reading, program }): Model[] => ('refused' in program ? [] : [{ claim: claim.name, form: claim.form.kind === 'possible' ? 'possible' : 'other', program, ...(reading === undefined ? {} : { reading }) }]));
    for (const { claim, reading, program } of programs) {
      if ('refused' in program) complain(terminal, `the claim \`${claim.name}\`${reading === undefined ? '' : `, read as \`${reading}\`,`} rests on what a model cannot say: ${program.refused}`, 'leave that out of a copy of the treaty, or ask of it what the readable engine can answer');
    }
    if (models.length === 0) return BAD_INPUT;
    const text = promelaFile(models, { title: treaty.title === '' ? file : treaty.title, acts: bounds.stimuli, ofOne: bounds.limits, free: bounds.free, horizonDays: bounds.horizonMs / DAY_MS, tickMinutes: (programs[0]?.tickMs ?? 0) / 60_000, file: out === undefined ? 'MODEL.pml' : basename(out), notice: NOTICE });
    if (out === undefined) terminal.out(text);
    else {
      writeText(out, text, terminal.folder);
      terminal.err(`${counted(models.length, 'model')} written to ${out}\n`);
    }
    return models.length < programs.length ? BAD_INPUT : FINE;
  },
};
