/** Words of a command line to options and operands. Nothing unknown is passed over: it is answered with what was probably meant. */
import { nearest } from '../language/index.js';
import { BadInput } from './faults.js';

export interface OptionForm {
  /** Without its dashes. */
  readonly name: string;
  /** Placeholder of its value; absent for a switch. */
  readonly value?: string;
  /** May be given several times; a word after the value is another one where this says so. */
  readonly more?: (word: string) => boolean;
  readonly help: string;
}

export interface Given {
  readonly operands: readonly string[];
  has(name: string): boolean;
  one(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** `--name value`, `--name=value`, and after `--` operands alone. Throws BadInput. */
export function readArguments(words: readonly string[], forms: readonly OptionForm[], verb: string): Given {
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    if (word === '--') { operands.push(...words.slice(i + 1)); break; }
    if (!/^--?[^\d-]/.test(word)) { operands.push(word); continue; }
    const [asked, attached] = split(word);
    const form = forms.find((one) => one.name === asked);
    if (!form) throw unknownOption(asked, word, forms, verb);
    const values = given.get(form.name) ?? [];
    given.set(form.name, values);
    if (form.value === undefined) {
      if (attached !== undefined) throw new BadInput(`\`--${form.name}\` takes no value, and \`${attached}\` was given`, `write \`--${form.name}\` alone`);
      continue;
    }
    if (values.length > 0 && !form.more) throw new BadInput(`\`--${form.name}\` is given twice`, 'keep one of them');
    const next = attached ?? words[i += 1];
    if (next === undefined || (attached === undefined && next.startsWith('--'))) throw new BadInput(`\`--${form.name}\` needs ${form.value} after it`, `try \`casus ${verb} --help\``);
    values.push(next);
    while (form.more && i + 1 < words.length && form.more(words[i + 1] as string)) values.push(words[i += 1] as string);
  }
  return {
    operands,
    has: (name) => given.has(name),
    one: (name) => given.get(name)?.[0],
    all: (name) => given.get(name) ?? [],
  };
}

const SHORT: Readonly<{ [letter: string]: string }> = { h: 'help' };

function split(word: string): readonly [string, string | undefined] {
  const name = word.replace(/^--?/, '');
  const equals = name.indexOf('=');
  const asked = equals < 0 ? name : name.slice(0, equals);
  return [word.startsWith('--') ? asked : SHORT[asked] ?? asked, equals < 0 ? undefined : name.slice(equals + 1)];
}

function unknownOption(asked: string, word: string, forms: readonly OptionForm[], verb: string): BadInput {
  const near = nearest(asked, forms.map((form) => form.name)) ?? forms.find((form) => asked.length > 2 && form.name.startsWith(asked))?.name;
  return new BadInput(`\`casus ${verb}\` has no option \`${word.split('=')[0] ?? word}\``, near === undefined ? `try \`casus ${verb} --help\`` : `did you mean \`--${near}\``);
}

/** A whole number from `least` on, or nothing where the option is absent. */
export function wholeNumber(given: Given, name: string, least: number, most: number): number | undefined {
  const word = given.one(name);
  if (word === undefined) return undefined;
  const number = Number(word);
  if (!/^\d+$/.test(word) || number < least || number > most) throw new BadInput(`\`--${name} ${word}\` is no whole number from ${least} to ${most}`, `for example \`--${name} ${Math.min(Math.max(least, 20), most)}\``);
  return number;
}
