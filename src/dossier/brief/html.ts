/** One way to make markup: a template whose every value is escaped unless it is markup already. Nothing else in this folder joins text into HTML. */

const MARK = Symbol('markup');

/** Markup that may be put into a page as it stands. Made by `html` alone. */
export interface Html { readonly [MARK]: true; readonly text: string }

export type Part = Html | string | number | undefined | false | readonly Part[];

const isHtml = (part: unknown): part is Html => typeof part === 'object' && part !== null && MARK in part;
const made = (text: string): Html => ({ [MARK]: true, text });

const ESCAPES: Readonly<{ [letter: string]: string }> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Control characters are allowed neither in HTML nor in XML. */
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, ' ');

/** Good for text and for quoted attributes, in HTML and in XML. */
export const escaped = (text: string): string => plain(text).replace(/[&<>"']/g, (letter) => ESCAPES[letter] as string);

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (isHtml(part)) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(written).join('');
}

/** Values in the template are escaped; attributes must be quoted. Lists are joined, `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return made(strings.reduce((text, piece, index) => `${text}${written(parts[index - 1])}${piece}`));
}

export const NOTHING = made('');
export const joined = (parts: readonly Part[], between: string): Html => made(parts.map(written).filter((text) => text !== '').join(escaped(between)));

/** Data for machines inside a page: no sequence in it can end the element it stands in. */
export const dataBlock = (value: unknown): Html => made(`<script type="application/ld+json">${plain(JSON.stringify(value)).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>`);

/** Only addresses that lead to a page or a mailbox: a `javascript:` in a dossier leads nowhere. */
export function address(link: string | undefined): string | undefined {
  if (link === undefined || !/^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(link)) return undefined;
  return link;
}
