/** A leaf as a Word document: articles with prose, clause and standing, in three columns as on screen. */
import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, PageOrientation, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Leaf, LeafArticle, LeafParagraph } from '../shared/leaf.js';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8B2A4' } as const;
const EDGES = { top: NONE, left: NONE, right: NONE, bottom: LINE } as const;

/** The package leaves control characters out; these two have no place in XML either. */
const printable = (words: string): string => words.replace(/[\ufffe\uffff]/g, '');

const text = (words: string, options: { readonly bold?: boolean; readonly italics?: boolean; readonly mono?: boolean; readonly soft?: boolean } = {}): Paragraph =>
  new Paragraph({ spacing: { after: 60 }, children: [new TextRun({
    text: printable(words), bold: options.bold ?? false, italics: options.italics ?? false, size: options.mono ? 17 : 20,
    ...(options.mono ? { font: 'Courier New' } : {}), ...(options.soft ? { color: '5F5A50' } : {}),
  })] });

const cell = (width: number, children: readonly Paragraph[]): TableCell =>
  new TableCell({ borders: EDGES, width: { size: width, type: WidthType.PERCENTAGE }, margins: { top: 80, bottom: 80, left: 0, right: 160 }, children: children.length > 0 ? [...children] : [text('')] });

const row = (paragraph: LeafParagraph): TableRow => new TableRow({ cantSplit: true, children: [
  cell(32, paragraph.prose.map((words) => text(words))),
  cell(40, paragraph.clause.map((line) => text(line, { mono: true }))),
  cell(28, [
    ...paragraph.standing.flatMap(({ state, words, reason }) => [text(`${state}: ${words}`, { bold: true }), ...(reason === '' ? [] : [text(reason, { soft: true })])]),
    ...paragraph.findings.map((finding) => text(finding, { soft: true, italics: true })),
  ]),
] });

function article(one: LeafArticle): (Paragraph | Table)[] {
  const under = [one.status === '' ? '' : `status: ${one.status}`, one.source === '' ? '' : `source: ${one.source}`].filter((words) => words !== '').join(' · ');
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 280, after: 80 }, keepNext: true, text: printable(one.number === '' ? one.title : `Article ${one.number}. ${one.title}`) }),
    ...(under === '' ? [] : [text(under, { soft: true })]),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }, rows: one.paragraphs.map(row) }),
  ];
}

export async function wordOf(leaf: Leaf): Promise<Uint8Array> {
  const dates = [`as it stood on ${leaf.asOf}`, `as known on ${leaf.knownOn}`, leaf.supposed].filter((words) => words !== '').join(' · ');
  const document = new Document({
    title: printable(leaf.title), creator: 'Casus', description: printable(leaf.notice),
    styles: { default: { document: { run: { font: 'Georgia', size: 20 } } } },
    sections: [{
      properties: { page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ text: printable(leaf.notice), size: 16, color: '5F5A50' })] })] }) },
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, text: printable(leaf.title) }),
        text([leaf.status, leaf.counts].filter((words) => words !== '').join(' · '), { soft: true }),
        ...(leaf.source === '' ? [] : [text(`source: ${leaf.source}`, { soft: true })]),
        text(dates, { soft: true }),
        ...(leaf.declarations.length === 0 ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, text: 'Declarations' }), ...leaf.declarations.map((line) => text(line, { mono: true }))]),
        ...leaf.articles.flatMap(article),
        ...(leaf.annex.length === 0 ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 280 }, text: 'Needs, pledges, claims and scenarios' }), ...leaf.annex.map((line) => text(line, { mono: true }))]),
      ],
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
