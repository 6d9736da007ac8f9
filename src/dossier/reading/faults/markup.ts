/** Pieces of HTML, Markdown or templates that a reader would see. */
import type { Article } from '../document.js';
import type { Fault } from '../shapes.js';

const RULES: readonly RegExp[] = [
  /<!--[^]{0,200}?-->|<\/?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|td|tr|th|table|tbody|thead|img|script|style|blockquote|figure|figcaption|iframe|section|article|sup|sub|font|hr|cite)\b[^<>\n]{0,300}\/?>/gi,
  /&(?:amp;)?(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|#\d{2,6}|#x[\da-f]{2,6});(?:[a-z/]{1,8}&gt;)?/gi,
  /["'”]\s*\/?>/g,
  /\b(?:href|src|class|style|target|rel|alt)=["“'][^"”'\n]{0,200}["”']?/gi,
  /\[[^\]\n]{1,120}\]\((?:https?:|\/|#|mailto:)[^)\n]{0,300}\)/g,
  /(?<![*\w])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*|(?<!\*)\*\*(?!\*)/g,
  /\[\/?(?:b|i|u|url|quote|img|caption|gallery|embed)(?:[= ][^\]\n]{0,120})?\]/gi,
  /\{%[^%\n]{0,100}%\}|<\?(?:php|xml)\b[^>\n]{0,100}/gi,
  /(?<=\S)\\[nrt](?=\s|$|[A-Z])|\\u[\da-f]{4}/g,
  /â€[™œ“”\u009d˜]|Ã[©¨¤¶¼¢]|ï»¿/g,
  /<\/?[a-z][a-z0-9-]{0,15}(?:\s[a-z-]+=[^<>\n]{0,200})?\/?>/gi,
];

export function markupFaults({ text }: Article): readonly Fault[] {
  const found: Fault[] = [];
  const taken = new Uint8Array(text.length);
  for (const pattern of RULES) {
    for (const hit of text.matchAll(pattern)) {
      const span = [hit.index, hit.index + hit[0].length] as const;
      if (taken.subarray(...span).includes(1)) continue;
      taken.fill(1, ...span);
      found.push({ id: 'stray-markup', span, message: `markup stands in the text: \`${hit[0].replace(/\s+/g, ' ').slice(0, 60)}\``, help: 'take it out, and see whether words around it were lost' });
    }
  }
  // Neighbours on one line are one slip.
  return found.sort((a, b) => a.span[0] - b.span[0]).reduce<Fault[]>((all, one) => {
    const last = all.at(-1);
    if (last && one.span[0] - last.span[1] <= 1) all[all.length - 1] = { ...last, span: [last.span[0], one.span[1]] }; else all.push(one);
    return all;
  }, []);
}
