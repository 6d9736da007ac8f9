/** Walking a treaty as plain data, wherever in it something stands. */

/** Every object below a value, depth first, each with the keys that lead to it. */
export function* walk(value: unknown, path: readonly string[] = []): Generator<{ readonly object: Readonly<{ [key: string]: unknown }>; readonly path: readonly string[] }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { object: value as { [key: string]: unknown }, path };
  for (const [key, part] of Object.entries(value)) if (typeof part === 'object' && part !== null) yield* walk(part, Array.isArray(value) ? path : [...path, key]);
}

/** Every object below a value, depth first. */
export function* objectsIn(value: unknown): Generator<object> {
  for (const { object } of walk(value)) yield object;
}
