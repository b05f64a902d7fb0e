import { runsOf, writtenBlock } from './blocks.ts';
import type { DocumentToWrite } from './document.ts';
import { withFixedTimes } from './fixed-times.ts';
import { BULLETS, MARGIN, NUMBERED, QUIET, STYLES } from './look.ts';
import { writable } from './plain-text.ts';
import { propertiesOf } from './properties.ts';

const INDENT = { indent: { left: 454, hanging: 454 } };
const SMALL = { size: 18, color: QUIET };

/**
 * A document as a Word file (.docx) on A4: real headings and table headings, in British English, with nothing fetched
 * from anywhere. The same document gives the same bytes.
 */
export const writeDocument = async (document: DocumentToWrite): Promise<Uint8Array> => {
  // Loaded when the first document is written: most visits never write one.
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } =
    docx;
  const { authority, mark, foot, blocks } = document;
  const small = (text: string) => runsOf(docx, text, SMALL);
  const level = (format: 'decimal' | 'bullet', text: string) => ({
    level: 0,
    format: LevelFormat[format === 'decimal' ? 'DECIMAL' : 'BULLET'],
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: INDENT },
  });
  const file = new Document({
    title: writable(document.title),
    styles: STYLES,
    numbering: {
      config: [
        { reference: NUMBERED, levels: [level('decimal', '%1.')] },
        { reference: BULLETS, levels: [level('bullet', '•')] },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({ children: [...small(authority)] }),
              ...(mark === undefined
                ? []
                : [new Paragraph({ children: [...runsOf(docx, mark, { ...SMALL, bold: true })] })]),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  ...small(foot),
                  new TextRun({
                    ...SMALL,
                    children: ['. Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap((block, at) => [...writtenBlock(docx, block, at)]),
      },
    ],
  });
  const bytes = await Packer.toArrayBuffer(file, undefined, [propertiesOf(document)]);
  return withFixedTimes(new Uint8Array(bytes));
};
