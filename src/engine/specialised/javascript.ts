/** A program's expressions and statements as JavaScript source over packed words `w0`, `w1`, …. */
import type { Layout, Slot } from './layout.js';
import type { Clock, Expression, Move, Program, Statement } from './program.js';

const maskOf = (width: number): number => (width >= 32 ? -1 : (1 << width) - 1);

/** The value of a slot out of the word named. */
export const taken = (word: string, { shift, width }: Slot): string => (width === 0 ? '0' : shift === 0 ? `(${word} & ${maskOf(width)})` : `((${word} >>> ${shift}) & ${maskOf(width)})`);

/** The value of a field out of the words `w0`, `w1`, …. */
export const slotValue = ({ slots }: Layout, field: number): string => { const slot = slots[field] as Slot; return taken(`w${slot.word}`, slot); };

/** Bits of a slot within its word. */
export const bitsOf = ({ shift, width }: Slot): number => (width === 0 ? 0 : maskOf(width) << shift);

export function expression(one: Expression): string {
  switch (one.kind) {
    case 'number': return String(one.value);
    case 'field': return `f${one.field}`;
    case 'local': return one.name;
    case 'not': return `(${expression(one.of)} === 0 ? 1 : 0)`;
    case 'operation': {
      const left = expression(one.left);
      const right = expression(one.right);
      switch (one.operator) {
        case '+': case '-': case '*': return `(${left} ${one.operator} ${right})`;
        case '==': return `(${left} === ${right} ? 1 : 0)`;
        case '!=': return `(${left} !== ${right} ? 1 : 0)`;
        case '<': case '<=': return `(${left} ${one.operator} ${right} ? 1 : 0)`;
        case 'and': return `(${condition(one.left)} && ${condition(one.right)} ? 1 : 0)`;
        case 'or': return `(${condition(one.left)} || ${condition(one.right)} ? 1 : 0)`;
        case 'min': case 'max': return `Math.${one.operator}(${left}, ${right})`;
      }
    }
  }
}

/** The same where only its truth is asked for. */
export function condition(one: Expression): string {
  if (one.kind === 'not') return `!${condition(one.of)}`;
  if (one.kind === 'operation') {
    switch (one.operator) {
      case '==': return `(${expression(one.left)} === ${expression(one.right)})`;
      case '!=': return `(${expression(one.left)} !== ${expression(one.right)})`;
      case '<': case '<=': return `(${expression(one.left)} ${one.operator} ${expression(one.right)})`;
      case 'and': return `(${condition(one.left)} && ${condition(one.right)})`;
      case 'or': return `(${condition(one.left)} || ${condition(one.right)})`;
      default: break;
    }
  }
  return `(${expression(one)} !== 0)`;
}

export const statements = (list: readonly Statement[]): string => list.map(statement).join(' ');

function statement(one: Statement): string {
  switch (one.kind) {
    case 'set': return `f${one.field} = ${expression(one.to)};`;
    case 'let': return `var ${one.name} = ${expression(one.to)};`;
    case 'if': return `if (${condition(one.when)}) { ${statements(one.then)} }${one.otherwise.length > 0 ? ` else { ${statements(one.otherwise)} }` : ''}`;
  }
}

export function fieldsRead(one: Expression, into: Set<number>): void {
  switch (one.kind) {
    case 'field': into.add(one.field); break;
    case 'not': fieldsRead(one.of, into); break;
    case 'operation': fieldsRead(one.left, into); fieldsRead(one.right, into); break;
    default: break;
  }
}

function survey(list: readonly Statement[], reads: Set<number>, writes: Set<number>): void {
  for (const one of list) {
    switch (one.kind) {
      case 'set': writes.add(one.field); fieldsRead(one.to, reads); break;
      case 'let': fieldsRead(one.to, reads); break;
      case 'if': fieldsRead(one.when, reads); survey(one.then, reads, writes); survey(one.otherwise, reads, writes); break;
    }
  }
}

const parameters = (words: number): string => Array.from({ length: words }, (_, index) => `w${index}`).join(', ');

/** `function NAME(w0, …)`: 0 where the move is not possible, else calls `put` with the words after it and returns 1. */
export function moveFunction(name: string, move: Move, { slots, words }: Layout, put: string): string {
  const guarded = new Set<number>();
  fieldsRead(move.guard, guarded);
  const reads = new Set<number>();
  const writes = new Set<number>();
  survey(move.body, reads, writes);
  if (move.takes) fieldsRead(move.takes, reads);
  const later = [...new Set([...reads, ...writes])].filter((field) => !guarded.has(field));
  const load = (fields: Iterable<number>): string => [...fields].map((field) => { const slot = slots[field] as Slot; return `let f${field} = ${taken(`w${slot.word}`, slot)};`; }).join(' ');
  const next = Array.from({ length: words }, (_, word) => {
    const written = [...writes].filter((field) => slots[field]?.word === word && (slots[field]?.width ?? 0) > 0);
    if (written.length === 0) return `w${word}`;
    const keep = ~written.reduce((mask, field) => mask | bitsOf(slots[field] as Slot), 0);
    return `(w${word} & ${keep}) | ${written.map((field) => { const { shift } = slots[field] as Slot; return shift === 0 ? `f${field}` : `(f${field} << ${shift})`; }).join(' | ')}`;
  });
  return `function ${name}(${parameters(words)}) { ${load(guarded)} if (!${condition(move.guard)}) return 0; ${load(later)} ${statements(move.body)} ${put}(${next.join(', ')}${move.takes ? `, ${expression(move.takes)}` : ''}); return 1; }`;
}

/** `function NAME(w0, …)`: the truth of an expression in a situation. */
export function testFunction(name: string, one: Expression, { slots, words }: Layout): string {
  const reads = new Set<number>();
  fieldsRead(one, reads);
  const load = [...reads].map((field) => { const slot = slots[field] as Slot; return `const f${field} = ${taken(`w${slot.word}`, slot)};`; }).join(' ');
  return `function ${name}(${parameters(words)}) { ${load} return ${condition(one)}; }`;
}

/** `function NAME(into, w0, …)`: writes the ticks left of every running window into `into`, and returns how many run. */
export function clockFunction(name: string, clocks: readonly Clock[], { slots, words }: Layout): string {
  const reads = new Set<number>();
  for (const { runs, left } of clocks) { fieldsRead(runs, reads); fieldsRead(left, reads); }
  const load = [...reads].map((field) => { const slot = slots[field] as Slot; return `const f${field} = ${taken(`w${slot.word}`, slot)};`; }).join(' ');
  return `function ${name}(into, ${parameters(words)}) { ${load} let k = 0; ${clocks.map(({ runs, left }) => `if (${condition(runs)}) { into[k] = ${expression(left)}; k += 1; }`).join(' ')} return k; }`;
}

/** The packed words of the first situation. */
export function initialWords({ fields }: Program, { slots, words }: Layout): readonly number[] {
  const packed = new Array<number>(words).fill(0);
  fields.forEach(({ initial }, index) => { const slot = slots[index] as Slot; if (slot.width > 0) packed[slot.word] = (packed[slot.word] as number) | (initial << slot.shift); });
  return packed;
}
