/** Questions and answers: paragraphs that begin with `Q:`, `A:`, `QUESTION (outlet):` or the name of somebody known, and in a transcript those that follow. Two at least, or it is no interview. */
import type { Cast, Person } from './cast.js';
import type { Article, Block } from './document.js';
import type { Stretch } from './shapes.js';

export interface Turn { /** Who speaks; nobody where it is a question. */ readonly person?: Person; readonly words: Stretch; readonly inferred: boolean }

const LABEL = /^(?:\*\*|__)?["“]?((?:Q|A|Question|Answer|Interviewer|Moderator|Reporter|\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,3}))(?:\s\(([^()\n]{1,60})\))?\s*:(?:\*\*|__)?\s+(?=\S)/u;
const ASKS = /^(?:Q|Question|Interviewer|Moderator|Reporter|Journalist)$/i;
const ANSWERS = /^A(?:nswer)?$/i;
const FIRST_PERSON = /\b(?:I|we|my|our|us|me)\b/i;

const asWritten = (label: string): string => (label === label.toUpperCase() && label.length > 2 ? label.split(' ').map((word) => word.split('-').map((part) => part.charAt(0) + part.slice(1).toLowerCase()).join('-')).join(' ') : label);

export function turnsOf(article: Article, cast: Cast): ReadonlyMap<number, Turn> {
  const found = new Map<number, Turn>();
  const labelled = article.blocks.map((block, index) => ({ index, block, label: block.kind === 'row' ? undefined : LABEL.exec(article.text.slice(...block.span)) }));
  const named = (name: string): Person | undefined => cast.named(asWritten(name)) ?? cast.named(asWritten(name).split(' ').at(-1) ?? '');
  const turns = labelled.filter(({ label }) => label && (ASKS.test(label[1] ?? '') || ANSWERS.test(label[1] ?? '') || named(label[1] ?? '')));
  if (turns.length < 2) return found;
  // Where nobody in the answers says `I` or `we`, it is the report that asks and answers.
  const answers = turns.filter(({ label }) => !ASKS.test(label?.[1] ?? ''));
  if (answers.filter(({ block }) => FIRST_PERSON.test(article.text.slice(...block.span))).length * 3 < answers.length) return found;
  const [interviewed] = cast.introduced;
  let open: Person | undefined;
  for (const { index, block, label } of labelled) {
    const name = label?.[1] ?? '';
    const words: Stretch = [block.span[0] + (label?.[0].length ?? 0), block.span[1]];
    if (label && ASKS.test(name)) { open = undefined; found.set(index, { words, inferred: true }); continue; }
    const person = label ? named(name) ?? (ANSWERS.test(name) ? interviewed : undefined) : goesOn(block, open);
    if (!person) { if (block.kind !== 'paragraph' || label) open = undefined; continue; }
    open = person;
    found.set(index, { person, words, inferred: label ? !named(name) : false });
  }
  return found;
}

/** A paragraph without a name goes on with the last one's answer. */
const goesOn = (block: Block, open: Person | undefined): Person | undefined => (block.kind === 'paragraph' ? open : undefined);
