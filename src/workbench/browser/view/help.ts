/** One entry of docs/diagnostics.md as paragraphs and examples. */

export interface HelpBlock { readonly kind: 'words' | 'code'; readonly text: string }

/** What stands under `### id`; empty where nothing does. */
export function sectionOf(markdown: string, id: string): readonly HelpBlock[] {
  const lines = markdown.split(/\r?\n/);
  const start = lines.indexOf(`### ${id}`);
  if (start < 0) return [];
  const length = lines.slice(start + 1).findIndex((line) => /^#{1,3} /.test(line));
  const body = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
  return body.split(/^```/m).flatMap((part, index): readonly HelpBlock[] => (index % 2 === 1
    ? [{ kind: 'code', text: part.replace(/^[^\n]*\n/, '').trimEnd() }]
    : part.split(/\n\s*\n/).map((words) => words.trim().replace(/\n/g, ' ').replace(/(^|[\s(])\*([^*]+)\*/g, '$1$2')).filter((words) => words !== '').map((text): HelpBlock => ({ kind: 'words', text }))));
}
