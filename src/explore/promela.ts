/**
 * A program as a Promela model for SPIN: one variable per field, one process that does one move at a time, each an indivisible step. Its states are the
 * program's situations, one to one: what lives only within a move is hidden, time goes tick by tick, and the process is always at the head of its loop.
 */
import { number, operation, type Expression, type Field, type Move, type Program, type Statement } from '../engine/specialised/index.js';
import { oneTick } from './one-tick.js';
import { identifiers } from './promela-names.js';

/** The body of a model: variables, what each move does, the checks (`-DCHECK=1` asks for the first fault). */
export function promelaOf({ fields, moves, faults }: Program): string {
  const plain = moves.map(oneTick);
  const lines = new Lines(fields);
  const options = plain.filter(({ guard }) => guard.kind !== 'number' || guard.value !== 0);
  const checks = faults.map((fault, index) => [
    `#if CHECK == ${index + 1}`, `  /* shows: ${comment(fault.name)} */`, `  :: d_step { ${lines.print(fault.shows)} -> assert(false) }`,
    ...(fault.atEnd ? lines.atEnd(fault.atEnd, options) : []), '#endif',
  ]);
  const body = options.flatMap((move) => [
    `  /* ${comment(move.label)} */`, `  :: d_step { ${lines.guard(move.guard)} ->`, ...lines.statements(move.body, 4), '  }',
  ]);
  return `${[
    ...fields.flatMap((field, index) => (field.max === 0 ? [] : [lines.declaration(field, index)])), '',
    ...lines.hidden(options, faults.some(({ atEnd }) => atEnd)), 'active proctype treaty() {', '  /* Where no move is possible the behaviour has ended: that is no fault. */', 'end: do', ...checks.flat(), ...body, '  od', '}',
  ].map(folded).join('\n')}\n`;
}

const TYPES = [['bit', 1], ['byte', 255], ['short', 32_767]] as const;
const typeOf = (max: number): string => TYPES.find(([, most]) => max <= most)?.[0] ?? 'int';
/** Nothing in it may end a comment. */
export const comment = (words: string, oneSpace = true): string => words.replace(/\*\//g, '* /').replace(oneSpace ? /\s+/g : /[\r\n]+/g, ' ');
const WIDE = 140;

/** A long line over several, each but the last ending in a sign that asks for more: SPIN takes another line's end for the end of a statement. */
export function folded(line: string): string {
  if (line.length <= WIDE || line.startsWith('#') || line.includes('/*')) return line;
  const indent = ' '.repeat((/^ */.exec(line)?.[0].length ?? 0) + 4);
  const parts: string[] = [];
  let rest = line;
  while (rest.length > WIDE) {
    const at = Math.max(...['&&', '||', '+', '==', ','].map((sign) => { const found = rest.lastIndexOf(`${sign} `, WIDE - sign.length); return found < 0 ? -1 : found + sign.length; }));
    if (at <= indent.length) break;
    parts.push(rest.slice(0, at));
    rest = `${indent}${rest.slice(at + 1)}`;
  }
  return [...parts, rest].join('\n');
}

const TIGHTNESS = { or: 1, and: 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '+': 5, '-': 5, '*': 6 } as const;
const SIGNS: Readonly<Record<keyof typeof TIGHTNESS, string>> = { or: '||', and: '&&', '==': '==', '!=': '!=', '<': '<', '<=': '<=', '+': '+', '-': '-', '*': '*' };
const OPPOSITE: Readonly<Partial<Record<string, string>>> = { '==': '!=', '!=': '==', '<': '>=', '<=': '>' };
const UNARY = 7;
const ATOM = 8;

class Lines {
  private readonly names: readonly string[];
  constructor(private readonly fields: readonly Field[]) { this.names = identifiers(fields.map(({ name }) => name)); }

  declaration({ name, max, initial, values }: Field, index: number): string {
    const own = this.names[index] ?? '';
    return `${typeOf(max)} ${own}${initial === 0 ? '' : ` = ${initial}`}; /* ${comment(name)}${values ? `: ${comment(values.map((value, at) => `${at} ${value}`).join(', '))}` : max > 1 ? `: 0 to ${max}` : ''} */`;
  }

  /** Locals of moves, and what the checks put aside: no part of a state, given a value in each step before it is read. */
  hidden(moves: readonly Move[], tries: boolean): readonly string[] {
    const locals = new Set<string>();
    const collect = (list: readonly Statement[]): void => { for (const one of list) if (one.kind === 'let') locals.add(one.name); else if (one.kind === 'if') { collect(one.then); collect(one.otherwise); } };
    for (const { body } of moves) collect(body);
    const kept = tries ? ['more_can_happen', ...this.written(moves.filter(({ takes }) => !takes).flatMap(({ body }) => body)).map((name) => `was_${name}`)] : [];
    const names = [...[...locals].map(localName), ...kept];
    return names.length === 0 ? [] : ['/* Within a step only. */', `hidden int ${names.join(', ')};`, ''];
  }

  statements(list: readonly Statement[], indent: number): readonly string[] {
    const space = ' '.repeat(indent);
    const made = list.flatMap((one): readonly string[] => {
      switch (one.kind) {
        case 'set': return this.fields[one.field]?.max === 0 ? [] : [`${space}${this.names[one.field]} = ${this.print(one.to)};`];
        case 'let': return [`${space}${localName(one.name)} = ${this.print(one.to)};`];
        case 'if': return this.short(one, space) ?? [
          `${space}if`, `${space}:: ${this.print(one.when)} ->`, ...this.statements(one.then, indent + 2),
          ...(one.otherwise.length === 0 ? [`${space}:: else`] : [`${space}:: else ->`, ...this.statements(one.otherwise, indent + 2)]), `${space}fi;`,
        ];
      }
    });
    return made.length === 0 ? [`${space}skip`] : made;
  }

  /** An `if` of a few settings on one line, where it fits. */
  private short({ when, then, otherwise }: Extract<Statement, { kind: 'if' }>, space: string): readonly string[] | undefined {
    if (then.some(({ kind }) => kind === 'if') || otherwise.length > 0) return undefined;
    const line = `${space}if :: ${this.print(when)} -> ${this.statements(then, 0).join(' ').replace(/;$/, '')} :: else fi;`;
    return line.length <= WIDE ? [line] : undefined;
  }

  /** Asks for a fault that shows where nothing more can happen: no tick can pass, and no act changes anything. Each act is tried and taken back. */
  atEnd(shows: Expression, moves: readonly Move[]): readonly string[] {
    const ticks = moves.filter(({ takes }) => takes);
    const acts = moves.filter(({ takes }) => !takes);
    const still = [shows, ...ticks.map(({ guard }): Expression => ({ kind: 'not', of: guard }))].reduce((left, right) => operation('and', left, right), number(1));
    return [
      '  /* shows where nothing more can happen: each act is tried and taken back */', `  :: d_step { ${this.print(still)} ->`, '    more_can_happen = 0;',
      ...acts.flatMap((act) => {
        const written = this.written(act.body);
        if (written.length === 0) return [];
        return [
          `    /* ${comment(act.label)} */`, '    if', `    :: ${this.guard(act.guard)} ->`, ...written.map((name) => `      was_${name} = ${name};`), ...this.statements(act.body, 6),
          `      more_can_happen = ${written.map((name) => `${name} != was_${name}`).join(' || ')} || more_can_happen;`, ...written.map((name) => `      ${name} = was_${name};`), '    :: else', '    fi;',
        ];
      }),
      '    assert(more_can_happen)', '  }',
    ];
  }

  private written(list: readonly Statement[]): readonly string[] {
    return [...new Set(writtenBy(list))].filter((field) => this.fields[field]?.max !== 0).map((field) => this.names[field] ?? '');
  }

  guard(one: Expression): string { return one.kind === 'number' ? 'true' : this.print(one); }

  /** 0 or 1 in every situation. */
  private isTruth(one: Expression): boolean {
    switch (one.kind) {
      case 'number': return one.value === 0 || one.value === 1;
      case 'field': return (this.fields[one.field]?.max ?? 0) <= 1;
      case 'local': return false;
      case 'not': return true;
      case 'operation': return !['+', '-', '*', 'min', 'max'].includes(one.operator) || (['*', 'min', 'max'].includes(one.operator) && this.isTruth(one.left) && this.isTruth(one.right));
    }
  }

  print(one: Expression, least = 0): string {
    switch (one.kind) {
      case 'number': return one.value < 0 ? `(${one.value})` : String(one.value);
      case 'field': return this.fields[one.field]?.max === 0 ? '0' : this.names[one.field] ?? '';
      case 'local': return localName(one.name);
      case 'not': {
        const opposite = one.of.kind === 'operation' ? OPPOSITE[one.of.operator] : undefined;
        if (one.of.kind === 'operation' && opposite !== undefined) return bracketed(`${this.print(one.of.left, 5)} ${opposite} ${this.print(one.of.right, 5)}`, 3, least);
        return bracketed(`!${this.print(one.of, ATOM)}`, UNARY, least);
      }
      case 'operation': {
        const { operator, left, right } = one;
        if ((operator === 'min' || operator === 'max') && this.isTruth(left) && this.isTruth(right)) return this.print(operation(operator === 'min' ? 'and' : 'or', left, right), least);
        if (operator === 'min' || operator === 'max') return `(${this.print(left, 5)} ${operator === 'min' ? '<' : '>'} ${this.print(right, 5)} -> ${this.print(left, 1)} : ${this.print(right, 1)})`;
        const own = TIGHTNESS[operator];
        const compares = own === 3 || own === 4;
        return bracketed(`${this.print(left, compares ? 5 : own)} ${SIGNS[operator]} ${this.print(right, compares ? 5 : operator === '-' ? own + 1 : own)}`, own, least);
      }
    }
  }
}

const bracketed = (text: string, own: number, least: number): string => (own < least ? `(${text})` : text);
const localName = (name: string): string => `in_step_${name}`;
const writtenBy = (list: readonly Statement[]): readonly number[] => list.flatMap((one) => (one.kind === 'set' ? [one.field] : one.kind === 'if' ? [...writtenBy(one.then), ...writtenBy(one.otherwise)] : []));
