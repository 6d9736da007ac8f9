/** Clauses as written, coloured. Sources that stand beside the prose are left out of the clauses. */
import type { CodeLine } from '../view/agreement.js';

interface CodeProps { readonly lines: readonly CodeLine[]; readonly label?: string }

export function Code({ lines, label }: CodeProps) {
  if (lines.length === 0) return null;
  const shown = lines.map((line) => line.filter(({ cited }) => !cited)).filter((line, index) => line.length > 0 || (lines[index]?.length ?? 0) === 0);
  return (
    <pre class="code" aria-label={label}>
      <code>
        {shown.map((line, index) => (
          <span class="line" key={index}>
            {line.map(({ text, kind, follows, fault }) => {
              const classes = [kind, follows === undefined ? undefined : 'followed', fault ? `faulty ${fault.severity}` : undefined].filter((one) => one !== undefined).join(' ');
              return classes === '' ? text : <span class={classes} title={fault?.message}>{text}</span>;
            })}
            {line.length === 0 ? '\n' : ''}
          </span>
        ))}
      </code>
    </pre>
  );
}
