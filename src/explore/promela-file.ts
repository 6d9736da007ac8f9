/** The file that holds a treaty's models: what it stands for, how SPIN is run on it, what its states are, and one section for each claim and reading. */
import type { Program } from '../engine/specialised/index.js';
import type { Limit } from './limits.js';
import { comment, promelaOf } from './promela.js';

export interface Model {
  readonly claim: string;
  /** The claim as a person reads it. */
  readonly form: 'possible' | 'other';
  readonly reading?: string;
  readonly program: Program;
}

export interface ModelScope { readonly title: string; readonly acts: number; readonly ofOne?: readonly Limit[]; readonly free?: readonly string[]; readonly horizonDays: number; readonly tickMinutes: number; readonly file: string; readonly notice: string }

export function promelaFile(models: readonly Model[], { title, acts, ofOne = [], free = [], horizonDays, tickMinutes, file, notice }: ModelScope): string {
  const many = models.length > 1;
  const header = [
    `${title}: a Promela model for SPIN, made by \`casus export --to promela\`.`,
    '',
    'To ask whether a claim can fail, and to count the states:',
    `  spin -o2 -a ${many ? '-DMODEL=1 ' : ''}-DCHECK=1 ${file}`,
    '  gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c',
    '  ./pan -m1000000        "errors: 1" where the check is met; ./pan -r then shows a way to it',
    '  ./pan -m1000000 -A     looks at every state and passes over the check; "states, stored" is their number',
    'A deeper search needs a larger -m, a longer state a larger -DVECTORSZ; both say so.',
    '',
    ...(many ? ['MODEL is the claim:'] : ['The claim:']),
    ...models.map(({ claim, reading }, index) => `  ${many ? `${index + 1}  ` : ''}${claim}${reading === undefined ? '' : `, read as: ${reading}`}`),
    'CHECK is what is asked of it:',
    ...checksOf(models),
    '',
    `Bounds: ${acts === 1 ? '1 act' : `${acts} acts`} that nobody owes (attacks and the like); a tick is ${tickMinutes} minutes; a window longer than ${horizonDays} days never ends. Time has no end here:`,
    'where `casus explore` stops at its horizon, this model goes on, so that the two agree wherever the search was complete.',
    ...(ofOne.length > 0 ? [`At most ${ofOne.map(({ act, atMost }) => `${atMost} ${act}`).join(', ')}, as the text's scope says; an act that changes nothing does not count.`] : []),
    ...(free.length > 0 ? [`Free, so that no assumption binds them: ${free.join(', ')}.`] : []),
    'One to one: a state is a situation of the search with time tick by tick and no parties taken as alike (`--no-jump --no-symmetry`).',
    'Not so: lengths. SPIN looks for any way, not the shortest; transitions also count acts that change nothing.',
    notice,
  ];
  const sections = models.flatMap(({ claim, reading, program }, index) => [
    ...(many ? [`#if MODEL == ${index + 1}`] : []), `/* ${comment(claim)}${reading === undefined ? '' : `, read as: ${comment(reading)}`} */`, promelaOf(program).trimEnd(), ...(many ? ['#endif'] : []), '',
  ]);
  return `/*\n${header.map((line) => (line === '' ? ' *' : ` * ${comment(line, false)}`)).join('\n')}\n */\n${many ? '#ifndef MODEL\n#define MODEL 1\n#endif\n' : ''}\n${sections.join('\n').trimEnd()}\n`;
}

function checksOf(models: readonly Model[]): readonly string[] {
  const possible = models.some(({ form }) => form === 'possible');
  const others = models.some(({ form }) => form !== 'possible');
  return [
    ...(others ? ['  1  the claim fails: what it forbids shows'] : []), ...(possible ? [`  1  ${others ? 'of a claim `possible`: ' : ''}the claim holds: what it speaks of can come about`] : []),
    ...(models.some(({ program }) => program.faults.length > 1) ? ['  2  the claim is put to the test: what it speaks of occurs (no error: it holds only because nothing tests it)'] : []), '  0 or absent: nothing is asked',
  ];
}
