/**
 * A finite transition program: bounded fields, guarded moves, and what would be a fault. A treaty is compiled into one; the search runs it,
 * and it prints as JavaScript and as Promela. It says nothing of treaties itself.
 */

export type Operator = '+' | '-' | '*' | '==' | '!=' | '<' | '<=' | 'and' | 'or' | 'min' | 'max';

/** Whole numbers; truths are 0 and 1. A field is read as it stands when the expression is reached. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'field'; readonly field: number }
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

export type Statement =
  | { readonly kind: 'set'; readonly field: number; readonly to: Expression }
  | { readonly kind: 'let'; readonly name: string; readonly to: Expression }
  | { readonly kind: 'if'; readonly when: Expression; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[] };

/** A bounded whole number from 0 to `max`. Fields of one `kin` at one `place` make a member's column; members of a kin are alike. */
export interface Field {
  readonly name: string;
  readonly max: number;
  readonly initial: number;
  /** What each value stands for, from 0 on, where they are more than numbers. */
  readonly values?: readonly string[];
  /** Which set of interchangeable members it belongs to, which member, and which of the member's fields it is. */
  readonly kin?: { readonly set: string; readonly member: number; readonly slot: string };
}

export interface Move {
  readonly label: string;
  readonly guard: Expression;
  readonly body: readonly Statement[];
  /** Ticks that pass. Absent for an act, which takes none and counts as an entry. */
  readonly takes?: Expression;
  /** The interchangeable member whose move it is, where each member of the set has its like: where two members' columns are equal, the move of one stands for both. */
  readonly kin?: { readonly set: string; readonly member: number };
}

export interface Program {
  readonly fields: readonly Field[];
  readonly moves: readonly Move[];
  /** Each names a fault and says in which situations it shows, and in which it shows where nothing more can happen. */
  readonly faults: readonly { readonly name: string; readonly shows: Expression; readonly atEnd?: Expression }[];
  /** Windows that may run: whether one does, and the ticks left of it. A search that lets time jump asks them whether an act began one beside another. */
  readonly clocks?: readonly Clock[];
}

export interface Clock { readonly runs: Expression; readonly left: Expression }

/** The name of the local that tells a move of time to go one tick only. */
export const WAITS = 'waits';

export const number = (value: number): Expression => ({ kind: 'number', value });
export const read = (field: number): Expression => ({ kind: 'field', field });
export const local = (name: string): Expression => ({ kind: 'local', name });
export const set = (field: number, to: Expression | number): Statement => ({ kind: 'set', field, to: typeof to === 'number' ? number(to) : to });
export const letBe = (name: string, to: Expression): Statement => ({ kind: 'let', name, to });

const isNumber = (one: Expression, value?: number): one is Extract<Expression, { kind: 'number' }> => one.kind === 'number' && (value === undefined || one.value === value);

/** Two operands, folded where both are known. */
export function operation(operator: Operator, left: Expression, right: Expression): Expression {
  if (isNumber(left) && isNumber(right)) return number(fold(operator, left.value, right.value));
  if (operator === 'and') {
    if (isNumber(left)) return left.value === 0 ? number(0) : right;
    if (isNumber(right)) return right.value === 0 ? number(0) : left;
  }
  if (operator === 'or') {
    if (isNumber(left)) return left.value === 0 ? right : number(1);
    if (isNumber(right)) return right.value === 0 ? left : number(1);
  }
  if (operator === '+' && isNumber(left, 0)) return right;
  if ((operator === '+' || operator === '-') && isNumber(right, 0)) return left;
  return { kind: 'operation', operator, left, right };
}

function fold(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '==': return left === right ? 1 : 0;
    case '!=': return left !== right ? 1 : 0;
    case '<': return left < right ? 1 : 0;
    case '<=': return left <= right ? 1 : 0;
    case 'and': return left !== 0 && right !== 0 ? 1 : 0;
    case 'or': return left !== 0 || right !== 0 ? 1 : 0;
    case 'min': return Math.min(left, right);
    case 'max': return Math.max(left, right);
  }
}

export const not = (of: Expression): Expression => (isNumber(of) ? number(of.value === 0 ? 1 : 0) : of.kind === 'not' ? of.of : { kind: 'not', of });
export const all = (parts: readonly Expression[]): Expression => parts.reduce((left, right) => operation('and', left, right), number(1));
export const any = (parts: readonly Expression[]): Expression => parts.reduce((left, right) => operation('or', left, right), number(0));
export const sum = (parts: readonly Expression[]): Expression => parts.reduce((left, right) => operation('+', left, right), number(0));
export const is = (field: number, value: number): Expression => operation('==', read(field), number(value));
export const isNot = (field: number, value: number): Expression => operation('!=', read(field), number(value));
export const when = (condition: Expression, then: readonly Statement[], otherwise: readonly Statement[] = []): readonly Statement[] => {
  if (isNumber(condition)) return condition.value === 0 ? otherwise : then;
  return then.length === 0 && otherwise.length === 0 ? [] : [{ kind: 'if', when: condition, then, otherwise }];
};

/** The value of an expression without locals, in a situation given by its fields. */
export function valueOf(one: Expression, fields: readonly number[]): number {
  switch (one.kind) {
    case 'number': return one.value;
    case 'field': return fields[one.field] ?? 0;
    case 'local': throw new RangeError(`the local ${one.name} has no value outside a move`);
    case 'not': return valueOf(one.of, fields) === 0 ? 1 : 0;
    case 'operation': return fold(one.operator, valueOf(one.left, fields), valueOf(one.right, fields));
  }
}
