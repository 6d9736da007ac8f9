/** The list of findings from the docs, asked for once and when wanted. */
import { textAt } from '../judging/fetching.js';
import { loader } from './load.js';

const helpLoader = loader<string>();
export const help = helpLoader.current;
let asked = false;
export function loadHelp(): void {
  if (asked) return;
  asked = true;
  queueMicrotask(() => helpLoader.run(() => textAt('api/help')));
}
