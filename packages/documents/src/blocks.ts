import type * as Library from 'docx';
import type { Block, Fact } from './document.ts';
import { BULLETS, INK, NUMBERED, QUIET, RULE, SHADE, WIDTH } from './look.ts';
import { linesOf } from './plain-text.ts';

type Docx = typeof Library;
type Written = Library.Paragraph | Library.Table;
type Looks = Omit<Library.IRunOptions, 'text' | 'break'>;

/** A text as runs, its own line breaks kept. */
export const runsOf = ({ TextRun }: Docx, text: string, looks: Looks = {}): readonly Library.TextRun[] =>
  linesOf(text).map((line, at) => new TextRun({ ...looks, text: line, ...(at === 0 ? {} : { break: 1 }) }));

const paragraph = (docx: Docx, text: string, looks: Looks = {}, more: Library.IParagraphOptions = {}) =>
  new docx.Paragraph({ ...more, children: [...runsOf(docx, text, looks)] });

const cell = (
  docx: Docx,
  texts: readonly string[],
  { width, isHead = false }: { readonly width: number; readonly isHead?: boolean },
): Library.TableCell =>
  new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(isHead ? { shading: { type: docx.ShadingType.CLEAR, color: 'auto', fill: SHADE } } : {}),
    children: (texts.length === 0 ? [''] : texts).map((text) =>
      paragraph(docx, text, isHead ? { bold: true } : {}, { spacing: { after: 40 } }),
    ),
  });

const tableOf = (
  docx: Docx,
  widths: readonly number[],
  rows: readonly Library.TableRow[],
  heads: { readonly firstRow: boolean; readonly firstColumn: boolean },
): Library.Table => {
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: RULE };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return new docx.Table({
    width: { size: WIDTH, type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    columnWidths: [...widths],
    borders: {
      top: line,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    // What a screen reader takes for headings, whatever the letters look like.
    tableLook: { ...heads, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [...rows],
  });
};

const LABEL_WIDTH = Math.round(WIDTH * 0.32);

const factsTable = (docx: Docx, facts: readonly Fact[]): Library.Table =>
  tableOf(
    docx,
    [LABEL_WIDTH, WIDTH - LABEL_WIDTH],
    facts.map(
      ({ label, paragraphs }) =>
        // A name is not left on one page with half of what is said under it on the next.
        new docx.TableRow({
          cantSplit: true,
          children: [
            cell(docx, [label], { width: LABEL_WIDTH, isHead: true }),
            cell(docx, paragraphs, { width: WIDTH - LABEL_WIDTH }),
          ],
        }),
    ),
    { firstRow: false, firstColumn: true },
  );

const plainTable = (docx: Docx, { columns, rows }: Extract<Block, { kind: 'table' }>): Library.Table => {
  const all = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const widths = columns.map(({ share = 1 }) => Math.floor((WIDTH * share) / all));
  const width = (at: number): number => widths[at] ?? 0;
  return tableOf(
    docx,
    widths,
    [
      // Said again at the top of each page the table goes on to.
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) => cell(docx, [title], { width: width(at), isHead: true })),
      }),
      ...rows.map(
        (row) =>
          new docx.TableRow({
            cantSplit: true,
            children: columns.map((_, at) => cell(docx, [row[at] ?? ''], { width: width(at) })),
          }),
      ),
    ],
    { firstRow: true, firstColumn: false },
  );
};

/** A little air under a table, which has none of its own. */
const gap = ({ Paragraph }: Docx) => new Paragraph({ spacing: { after: 60 }, children: [] });

const notice = (docx: Docx, { text, more }: Extract<Block, { kind: 'notice' }>): readonly Written[] => {
  const line = { style: docx.BorderStyle.SINGLE, size: 18, color: INK, space: 8 };
  const border = { top: line, bottom: line, left: line, right: line };
  return [
    paragraph(
      docx,
      text,
      { bold: true, size: 34 },
      { border, keepLines: true, keepNext: more !== undefined },
    ),
    ...(more === undefined ? [] : [paragraph(docx, more, {}, { border, keepLines: true })]),
  ];
};

/** A block as the library's own parts. `instance` tells one numbered list from the next. */
export const writtenBlock = (docx: Docx, block: Block, instance: number): readonly Written[] => {
  const { AlignmentType, BorderStyle, HeadingLevel, Paragraph } = docx;
  switch (block.kind) {
    case 'title':
      return [
        ...(block.caption === undefined
          ? []
          : [paragraph(docx, block.caption, { color: QUIET }, { keepNext: true, spacing: { after: 40 } })]),
        paragraph(docx, block.text, {}, { heading: HeadingLevel.TITLE }),
      ];
    case 'heading':
      return [paragraph(docx, block.text, {}, { heading: HeadingLevel[`HEADING_${block.level}`] })];
    case 'paragraph':
      return [paragraph(docx, block.text, block.isStrong === true ? { bold: true } : {})];
    case 'notice':
      return notice(docx, block);
    case 'facts':
      return [factsTable(docx, block.facts), gap(docx)];
    case 'numbered':
      return block.paragraphs.map((text) =>
        paragraph(docx, text, {}, { numbering: { reference: NUMBERED, level: 0, instance } }),
      );
    case 'list':
      return block.items.map((text) =>
        paragraph(docx, text, {}, { numbering: { reference: BULLETS, level: 0 } }),
      );
    case 'table':
      return [
        ...(block.caption === undefined
          ? []
          : [paragraph(docx, block.caption, { bold: true }, { keepNext: true })]),
        plainTable(docx, block),
        gap(docx),
      ];
    case 'signature':
      return [
        new Paragraph({
          spacing: { before: 700, after: 40 },
          keepNext: true,
          alignment: AlignmentType.LEFT,
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: INK, space: 1 } },
          children: [],
        }),
        paragraph(docx, block.label, { color: QUIET }),
      ];
  }
};
