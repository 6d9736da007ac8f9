/** `--help`, for the command and for each verb. */
import { hanging, padded } from './show/words.js';
import type { Terminal } from './terminal.js';
import type { Verb } from './verb.js';

export function showHelp(verbs: readonly Verb[], { out, paint, width }: Terminal): void {
  out(`${hanging('', `${paint.bold('casus')} runs a security guarantee: what its text leaves open, what it makes of a story or of a record, and why.`, width)}\n`);
  out(`Usage: casus VERB …\n\n`);
  for (const verb of verbs) out(hanging(`  ${padded(verb.name, 9)}`, verb.summary, width));
  out(`\n${hanging('', '`casus VERB --help` says more of each, with an example; `casus --version` prints the version.', width)}`);
  out(hanging('', 'Exit codes: 0 fine, 1 findings or failed expectations, 2 input that cannot be used.', width));
}

export function showVerbHelp(verb: Verb, { out, paint, width }: Terminal): void {
  out(`${paint.bold(`casus ${verb.name}`)} ${verb.operands}${verb.options.length > 0 ? ' [OPTIONS]' : ''}\n\n${hanging('', verb.about, width)}\n`);
  const shown = verb.options.map((option) => `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`);
  const widest = Math.max(0, ...shown.map((one) => one.length));
  if (shown.length > 0) out('Options:\n');
  verb.options.forEach((option, index) => out(hanging(`  ${padded(shown[index] ?? '', widest + 2)}`, option.help, width)));
  out(`\nExample${verb.example.length > 1 ? 's' : ''}:\n${verb.example.map((one) => `  ${one}\n`).join('')}`);
}
