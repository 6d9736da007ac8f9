/**
 * What a coalition does to ensure something, as a table: at each instant the first row whose conditions hold and whose act changes something is carried out, and again, until none is; then the others answer.
 * INVARIANT (strategies-win): whoever follows the table ensures it, whatever the others do. It is kept as short as the choice allows: acts that are not needed are left out, and each row names only what the choice depends on.
 */
import { fieldsAt, layoutOf, type Statement } from '../engine/specialised/index.js';
import { eagerOrders, NOT_BEGUN, rulesOf, solve, type GameNode, type Question, type Rules } from './games-solve.js';

/** `field` is a field of the specialised program by name: `assist of France`, `casus-foederis, ticks left`. */
export interface StrategyCondition { readonly field: string; readonly values: readonly number[]; readonly words: readonly string[] }

/** Plain data: for a table, and for whoever carries it out. */
export interface StrategyRow {
  readonly when: readonly StrategyCondition[];
  readonly who: string;
  /** The act's label without its actor, and with it. */
  readonly does: string;
  readonly label: string;
  /** Which move of the specialised program it is. */
  readonly move: number;
  /** Hours after the act the time counts from (or after the beginning) at which it falls; the first where it may fall before. */
  readonly fromHour: number | undefined;
  readonly toHour: number | undefined;
}

export interface Strategy {
  readonly members: readonly string[];
  readonly tickHours: number;
  readonly rows: readonly StrategyRow[];
  /** Situations in which the coalition has to choose, if it follows the table. */
  readonly situations: number;
}

const HOUR = 3_600_000;
const MOST_CHOICES = 20_000;

/** Undefined where it cannot ensure it, or where the choices are too many for a table. */
export function strategyOf(question: Question, members: readonly string[]): Strategy | undefined {
  const coalition = new Set(members);
  const plain = rulesOf(question, coalition);
  const fails = (node: GameNode): boolean => plain.over(node) === 'failed' || (plain.over(node) === undefined && !node.coalition && plain.restsBadly(node) && plain.after(node).rests);
  const atOnce = (order: readonly number[]) => (node: GameNode): number | undefined => { const { next } = plain.after(node); return order.find((move) => next.some((one) => one.move === move)); };
  const eager = eagerOrders(question, plain.mine).find((order) => play(plain, atOnce(order), fails, members, false));
  const solved = eager ? undefined : solve(question, coalition);
  if (solved === 'too many' || solved?.ensured === false) return undefined;
  const rules = solved?.rules ?? plain;
  const lost = solved?.lost ?? fails;
  const careful = (order: readonly number[]) => (node: GameNode): number | undefined => {
    const { next } = rules.after(node);
    for (const move of order) if (next.some((one) => one.move === move && !lost(one))) return move;
    return undefined;
  };
  const choose = eager ? atOnce : careful;
  const wins = (order: readonly number[], exactly = false): Played | undefined => play(rules, choose(order), (node) => lost(node), members, exactly);
  const label = (move: number): string => question.classes[question.made.classOf[move] ?? -1]?.label ?? '';
  const kindOf = (move: number): string => (question.alike.find((set) => set.some((name) => actorOf(question, move) === name))?.join() ?? actorOf(question, move)) + label(move).replace(` by ${actorOf(question, move)}`, '');
  const late = (): boolean => question.bounds.goOn?.(0) === false;
  let order = eager ?? rules.mine.flatMap((mine, move) => (mine ? [move] : []));
  if (!wins(order)) return undefined;
  // First whole kinds of act, then single acts, the last first: ballots against and abstentions go before ballots for.
  for (const kind of [...new Set(order.map(kindOf))].reverse()) { if (late()) break; const without = order.filter((move) => kindOf(move) !== kind); if (wins(without)) order = without; }
  for (const move of [...order].reverse()) { if (late()) break; const without = order.filter((one) => one !== move); if (wins(without)) order = without; }
  const played = wins(order);
  if (!played) return undefined;
  const tabled = (choices: readonly Choice[]): Strategy => ({ members, tickHours: question.bounds.tickMs / HOUR, rows: rowsOf(question, rules, order, choices), situations: choices.length });
  const strategy = tabled(played.choices);
  if (!tellsOthersApart(question, strategy)) return strategy;
  const exact = wins(order, true);
  return exact && tabled(exact.choices);
}

/** A row speaks of one of several interchangeable parties that do not belong to the coalition: then who of them did what may not be forgotten. */
const tellsOthersApart = ({ alike, made }: Question, { members, rows }: Strategy): boolean => {
  const named = new Set(rows.flatMap(({ when }) => when.map(({ field }) => field)));
  return made.program.fields.some(({ name }, index) => { const owner = made.owners.get(index); return named.has(name) && owner !== undefined && !members.includes(owner) && alike.some((set) => set.includes(owner)); });
};

interface Choice { readonly node: GameNode; readonly fields: readonly number[]; readonly move: number | undefined }
interface Played { readonly choices: readonly Choice[] }

/** Follows what is chosen against all answers; undefined where it loses, or grows too large. Members keep their names here: situations are told apart by the members' fields as they stand. */
function play(rules: Rules, choose: (node: GameNode) => number | undefined, lost: (node: GameNode) => boolean, members: readonly string[], exactly: boolean): Played | undefined {
  const layout = layoutOf(rules.program.fields);
  const own = rules.program.fields.flatMap(({ name, kin }, index) => (kin && members.some((member) => kin.slot.split('*').join(member) === name) ? [index] : []));
  const keyOf = (node: GameNode): string => { if (exactly) return `${node.last ? 'L' : node.coalition ? 'C' : 'O'}${node.clock}:${node.words.join()}`; const fields = fieldsAt(node.words, layout); return `${rules.keyOf(node)}/${own.map((index) => fields[index]).join()}`; };
  const seen = new Set([keyOf(rules.first)]);
  const waiting: GameNode[] = [rules.first];
  const choices: Choice[] = [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (lost(node)) return undefined;
    if (rules.over(node)) continue;
    const { next } = rules.after(node);
    let follows = next;
    if (node.coalition) {
      const move = choose(node);
      choices.push({ node, fields: fieldsAt(node.words, layout), move });
      if (choices.length > MOST_CHOICES) return undefined;
      if (move === undefined && node.last) return undefined;
      follows = next.filter((one) => one.move === move);
    }
    for (const one of follows) { const key = keyOf(one); if (!seen.has(key)) { seen.add(key); waiting.push(one); } }
  }
  return { choices };
}

const actorOf = ({ classes, made }: Question, move: number): string => { const actor = classes[made.classOf[move] ?? -1]?.happening.actor; return actor?.kind === 'one' ? actor.name : ''; };

/** A list read from above: a row need only tell its own situations from those of the rows below it and from those in which nothing is done. */
function rowsOf(question: Question, rules: Rules, order: readonly number[], choices: readonly Choice[]): readonly StrategyRow[] {
  const { fields } = rules.program;
  const { can, bounds: { tickMs } } = question;
  const rows: StrategyRow[] = [];
  // What the choice of a row may depend on, least telling first: what is left of windows, then others' columns, then what belongs to nobody, then the actor's own.
  let left = choices;
  for (const move of order) {
    const chosen = left.filter((one) => one.move === move);
    if (chosen.length === 0) continue;
    const others = left.filter((one) => one.move !== move);
    const actor = actorOf(question, move);
    const weight = (index: number): number => { const { name } = fields[index] as (typeof fields)[number]; return (/, ticks left$|^stimuli$|^claim /.test(name) ? 0 : 4) + (question.made.owners.get(index) === undefined ? 1 : question.made.owners.get(index) === actor ? 2 : 0); };
    // For the reader: the state in which the act is due or the decision open is always named.
    const pinned = pinnedBy(question, move);
    let kept = fields.map((_, index) => index).filter((index) => !pinned.includes(index) && new Set(left.map((one) => one.fields[index])).size > 1).sort((a, b) => weight(a) - weight(b));
    const tells = (by: readonly number[]): boolean => { const mine = new Set(chosen.map((one) => by.map((index) => one.fields[index]).join())); return !others.some((one) => mine.has(by.map((index) => one.fields[index]).join())); };
    for (const index of [...kept]) { const without = kept.filter((one) => one !== index); if (tells([...pinned, ...without])) kept = without; }
    kept = [...pinned, ...kept];
    const clocks = chosen.map(({ node }) => node.clock);
    const hours = clocks.filter((clock) => clock !== NOT_BEGUN && can).map((clock) => (((can?.ticks ?? 0) - clock) * tickMs) / HOUR);
    const span = { fromHour: hours.length < clocks.length ? undefined : Math.min(...hours), toHour: hours.length === 0 ? undefined : Math.max(...hours) };
    const valuations = [...new Map(chosen.map((one) => { const values = kept.map((index) => one.fields[index] ?? 0); return [values.join(), values] as const; })).values()];
    const label = question.classes[question.made.classOf[move] ?? -1]?.label ?? '';
    for (const box of boxes(valuations)) rows.push({
      when: box.map((values, at) => { const field = fields[kept[at] ?? -1]; return { field: field?.name ?? '', values, words: values.map((value) => field?.values?.[value] ?? String(value)) }; }).filter(({ values }, at) => values.length < ((fields[kept[at] ?? -1]?.max ?? 0) + 1)),
      who: actor, does: label.replace(` by ${actor}`, ''), label, move, ...span,
    });
    left = others;
  }
  return rows;
}

/** Of a ballot, the state of the decision; of an act, the states of the actor's duties and powers that it can move. */
function pinnedBy({ classes, made }: Question, move: number): readonly number[] {
  const happening = classes[made.classOf[move] ?? -1]?.happening;
  if (!happening) return [];
  if (happening.act === 'vote') return made.program.fields.flatMap(({ name }, index) => (name === happening.arguments['decision'] ? [index] : []));
  const moved = new Set<number>();
  const look = (statements: readonly Statement[]): void => { for (const one of statements) { if (one.kind === 'set') moved.add(one.field); if (one.kind === 'if') { look(one.then); look(one.otherwise); } } };
  look(made.program.moves[move]?.body ?? []);
  const actor = happening.actor.kind === 'one' ? happening.actor.name : '';
  const states = [...moved].filter((index) => made.owners.get(index) === actor && made.program.fields[index]?.values !== undefined && !/^ballot of /.test(made.program.fields[index]?.name ?? ''));
  return states.length === 1 ? states : [];
}

/** Valuations as products of sets of values: two that differ in one place alone become one, as often as that goes. */
function boxes(valuations: readonly (readonly number[])[]): readonly (readonly (readonly number[])[])[] {
  let all: (readonly (readonly number[])[])[] = valuations.map((one) => one.map((value) => [value]));
  for (let again = true; again;) {
    again = false;
    for (let at = 0; at < (all[0]?.length ?? 0); at += 1) {
      const groups = new Map<string, (readonly (readonly number[])[])[]>();
      for (const box of all) { const key = box.map((values, index) => (index === at ? '' : values.join('|'))).join(';'); groups.set(key, [...(groups.get(key) ?? []), box]); }
      const merged = [...groups.values()].map((group) => (group[0] ?? []).map((values, index) => (index === at ? [...new Set(group.flatMap((box) => box[at] ?? []))].sort((a, b) => a - b) : values)));
      if (merged.length < all.length) { all = merged; again = true; }
    }
  }
  return all;
}

/** What the table says to do in a situation given by its fields by name; undefined: nothing more at this instant. `changes` says whether an act would change anything. */
export function adviceOf({ rows }: Pick<Strategy, 'rows'>, valueOf: (field: string) => number, changes: (move: number) => boolean): StrategyRow | undefined {
  return rows.find((row) => row.when.every(({ field, values }) => values.includes(valueOf(field))) && changes(row.move));
}

/** Plays the table against every answer of the others, as whoever follows it would: by the rows alone. Whether it always ensures it. */
export function alwaysWins(question: Question, strategy: Strategy): boolean {
  const rules = rulesOf(question, new Set(strategy.members));
  const layout = layoutOf(rules.program.fields);
  const at = new Map(rules.program.fields.map(({ name }, index) => [name, index]));
  const advised = (node: GameNode): number | undefined => {
    const fields = fieldsAt(node.words, layout);
    const possible = new Set(rules.after(node).next.flatMap(({ move }) => (move === undefined ? [] : [move])));
    return adviceOf(strategy, (name) => fields[at.get(name) ?? -1] ?? 0, (move) => possible.has(move))?.move;
  };
  return play(rules, advised, (node) => rules.over(node) === 'failed' || (!node.coalition && rules.after(node).rests && rules.restsBadly(node) && !rules.over(node)), strategy.members, tellsOthersApart(question, strategy)) !== undefined;
}
