/** Names for readers: `United-Kingdom` becomes United Kingdom; names of clauses stay as the text has them. */
import type { Actor } from '../../../treaty/index.js';

export const readable = (name: string): string => name.replace(/-/g, ' ');

export function actorWords(actor: Actor | undefined): string {
  if (!actor) return '';
  if (actor.kind === 'unknown') return 'unknown';
  return actor.kind === 'one' ? readable(actor.name) : actor.names.map(readable).join(' or ');
}

/** `duty-without-remedy` as the words it is made of: Duty without remedy. */
export const sentence = (id: string): string => `${id.charAt(0).toUpperCase()}${readable(id).slice(1)}`;

export const plural = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
