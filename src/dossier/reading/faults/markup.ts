/** Pieces of HTML, style sheets, Markdown, shortcodes or wrongly decoded characters that a reader would see. */
import type { Article } from '../document.js';
import type { Fault } from '../shapes.js';

const TAGS = 'p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|td|tr|th|table|tbody|thead|img|script|style|blockquote|figure|figcaption|iframe|section|article|sup|sub|font|hr|cite|main|aside|header|footer|nav|picture|source|video|audio|small|center|svg|path|button|form|input|label';
const SHORTCODE = 'b|i|u|url|quote|img|caption|gallery|embed|video|audio|playlist|youtube|tweet|twitter|instagram|ad|ads|ad_\\d|button|row|column|vc_\\w+|et_pb_\\w+|fusion_\\w+|wp_\\w+|shortcode|related|newsletter|poll|toc|contact-form|contact-form-7|sidebar|center|size|color|list|\\*';

/** What encloses goes first, so that a tag with its content, or an embedding with its address, is one. */
const RULES: readonly RegExp[] = [
  /<(script|style|iframe|svg|object)\b[^<>]{0,400}>[^]{0,2000}?<\/\1\s*>/gi,
  /\[(embed|caption|gallery|video|audio|youtube|tweet|url|quote|img)(?:[= ][^\]\n]{0,300})?\][^[\]\n]{0,400}\[\/\1\]/gi,
  /<!--[^]{0,400}?-->|<!\[[^\]\n]{0,60}\]>?|\[(?:end)?if [^\]\n]{0,40}\]|<!doctype[^>\n]{0,100}>/gi,
  new RegExp(`<\\/?(?:${TAGS})\\b[^<>\\n]{0,300}\\/?>`, 'gi'),
  // An ampersand that stands for itself and then letters (`R&D`) has no semicolon; these have one, or are known without.
  /&(?:amp;)?(?:#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2}|[AEIOUCN](?:acute|grave|circ|uml|tilde|cedil|ring|slash|Elig));(?:[a-z/]{1,8}&gt;)?/g,
  /&(?:nbsp|amp|quot|lt|gt|rsquo|lsquo|ldquo|rdquo|mdash|ndash|hellip|apos|#\d{2,6}|#x[\da-f]{2,6})(?![;\d])/gi,
  /(?<![&\w])(?:nbsp|rsquo|lsquo|ldquo|rdquo|mdash|ndash|hellip|quot|#\d{3,5});/g,
  // Style sheets and scripts in the running text.
  /(?:@(?:media|font-face|import|keyframes)\b[^{}\n]{0,80}\{?|[.#*]?[\w-]+(?:[ ,>+~.:#[\]="']+[\w-]+){0,8}\s*)?\{\s*(?:[\w-]+\s*:\s*[^{};\n]{1,120};?\s*){1,20}\}+/g,
  /(?<![\w-])(?:margin|padding|font|color|background|display|text-align|line-height|float|width|height|border)(?:-[a-z]+){0,2}:\s?[^;\s"'“”]{1,40}(?: [^;\s"'“”]{1,20}){0,3};/g,
  /\b(?:window|document|console|jQuery|googletag|adsbygoogle|dataLayer)\.[\w.]+(?:\s?[=(][^\n;]{0,120}[);])?|\(?adsbygoogle\b[^\n]{0,60}|\bfunction\s?\w*\([\w, ]*\)\s?\{[^\n]{0,200}|\bvar \w+ ?= ?[^\n;]{1,80};/g,
  /\{\s*"[@\w-]{1,40}"\s*:[^\n]{0,400}/g,
  /["'”]\s*\/?>/g,
  /\b[a-z][a-z-]{1,24}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[“”][^”“\n]{0,200}[”“])/g,
  /\b(?:href|src|class|style|target|rel|alt)=["“'][^"”'\n]{0,200}/gi,
  /\b(?:caption|gallery|embed|video|audio|attachment|image|figure)\s+(?:id|ids|url|src|align|width|class)=[^\s\]]{1,80}/gi,
  /\bdata-[a-z-]{2,30}=\S{1,120}/g,
  // Markdown.
  /!?\[[^\]\n]{0,160}\]\((?:https?:|\/|#|mailto:)[^)\n]{0,300}\)?/g,
  /(?<=^|\n)[ \t]*#{1,6}[ \t]+[^\n]{1,200}/g,
  /(?<![*\w])\*{2,3}(?=\S)[^*\n]{1,200}(?<=\S)\*{2,3}|(?<![*\w])_{2}(?=\p{L})[^_\n]{1,200}(?<=\S)_{2}(?!\w)|(?<!\*)\*\*(?!\*)/gu,
  /(?<![\w*])\*(?=[\p{L}“"'‘])[^*\n]{1,120}(?<=[\p{L}.,!?”"'’])\*(?![\w*])|(?<![\w_/.-])_(?=[\p{L}“"'‘])[^_\n]{1,120}(?<=[\p{L}.,!?”"'’])_(?![\w_])|~~[^~\n]{1,120}~~/gu,
  /\\\[[^\]\n]{0,160}\\\]|\\[*_#[\]"'&>`-]/g,
  /\[\^[\w-]{1,20}\]:?/g,
  new RegExp(`\\[\\/?(?:${SHORTCODE})(?:[= ][^\\]\\n]{0,200})?\\]|\\[\\/[a-z_-]{2,24}\\]|\\[[a-z][\\w-]{1,30}(?:\\s+[\\w-]+=(?:"[^"\\n]*"|'[^'\\n]*'|[“”][^“”\\n]*[“”]|[^\\s\\]]+))+\\s*\\/?\\]`, 'gi'),
  // Templates and escapes.
  /\{%[^%\n]{0,100}%\}|<\?(?:php|xml)\b[^>\n]{0,100}|<%=?[^%\n]{0,60}%>|\{\{(?![^{}\n]{0,80}\}\})|(?<!\{\{[^{}\n]{0,80})\}\}|\[object Object\]/gi,
  /(?<=\S)\\[nrt](?=\s|$|[A-Z])|\\u[\da-f]{4}|(?:=[\dA-F]{2}){2,}|(?<![\w/:?=&.%-])\p{L}+(?:%[\dA-F]{2})+[\p{L}\d%]*/gu,
  /https?:\/\/[^\s<>"“”)\]]*[?&](?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src)=[^\s<>"“”)\]]*|[?&](?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid)=[^\s<>"“”)\]]*/g,
  // UTF-8 read as another coding, and what could not be read at all.
  /â€[™œ“”\u009d\u0080-\u009f˜¦]?|Ã[\u0080-\u00bf©¨¤¶¼¢±³¡­]|Â(?=[\s\u00a0£«»°·§©®.,])|ï»¿|(?:[ÐÑ][\u0080-\u00bf‚-†‹›‘-”•–—€ŒŽžŸ]){2,}|\ufffd+/g,
  // Halves of tags.
  new RegExp(`<\\/?(?:${TAGS})(?=\\s*(?:$|\\n)|\\s+[a-z-]+=)[^<>\\n]{0,80}`, 'gim'),
  new RegExp(`(?<![\\w<])\\/?(?:p|br|div|span|strong|em|li|ul|ol|h[1-6]|blockquote|iframe|figure)\\s?\\/?>(?!\\s?[\\d=])`, 'gi'),
  /<\/?[a-z][a-z0-9-]{0,15}(?:\s[a-z-]+=[^<>\n]{0,200})?\/?>/gi,
];

export function markupFaults({ text }: Article): readonly Fault[] {
  const found: Fault[] = [];
  const taken = new Uint8Array(text.length);
  for (const pattern of RULES) {
    for (const hit of text.matchAll(pattern)) {
      const [lead, words] = [hit[0].length - hit[0].trimStart().length, hit[0].trim()];
      if (words === '') continue;
      const span = [hit.index + lead, hit.index + lead + words.length] as const;
      if (taken.subarray(...span).includes(1)) continue;
      taken.fill(1, ...span);
      found.push({ id: 'stray-markup', span, message: `markup stands in the text: \`${words.replace(/\s+/g, ' ').slice(0, 60)}\``, help: 'take it out, and see whether words around it were lost' });
    }
  }
  // Neighbours on one line are one slip.
  const merged = found.sort((a, b) => a.span[0] - b.span[0]).reduce<Fault[]>((all, one) => {
    const last = all.at(-1);
    if (last && one.span[0] - last.span[1] <= 1) all[all.length - 1] = { ...last, span: [last.span[0], one.span[1]] }; else all.push(one);
    return all;
  }, []);
  // A footnote's mark and its text are one slip, shown where the text stands.
  const notes = new Map<string, number>();
  merged.forEach(({ span }, index) => { const words = text.slice(...span); if (/^\[\^[\w-]+\]:/.test(words)) notes.set(words.slice(0, words.indexOf(':')), index); });
  return merged.filter(({ span }, index) => (notes.get(text.slice(...span)) ?? -1) <= index);
}
