/** Clauses as written, coloured; names that can be followed lead to where they are declared. */
import type { CodeLine } from '../view/agreement.js';

interface CodeProps { readonly lines: readonly CodeLine[]; readonly label?: string }

export function Code({ lines, label }: CodeProps) {
  if (lines.length === 0) return null;
  return (
    <pre class="code" aria-label={label}>
      <code>
        {lines.map((line, index) => (
          <>
            {index > 0 ? '\n' : ''}
            {line.map(({ text, kind, follows, fault }) => {
              const classes = [kind, follows === undefined ? undefined : 'followed', fault ? `faulty ${fault.severity}` : undefined].filter((one) => one !== undefined).join(' ');
              return classes === '' ? text : <span class={classes} title={fault?.message}>{text}</span>;
            })}
          </>
        ))}
      </code>
    </pre>
  );
}
