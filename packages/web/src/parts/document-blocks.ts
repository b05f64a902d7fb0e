import type { Block, DocumentToWrite } from '@rightplace/app';
import { dataTable, type Html, heading, html, summaryList } from '../kit/index.ts';

/** A text as it was typed, its lines kept. */
const lines = (text: string): Html =>
  html`${text.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`;

const paragraphs = (texts: readonly string[]): Html =>
  html`${texts.map((text) => html`<p class="govuk-body">${lines(text)}</p>`)}`;

/** A table without a caption is called as the part it stands in: whoever hears the page has to know which table it is. */
const headingBefore = (blocks: readonly Block[], at: number): string =>
  blocks
    .slice(0, at)
    .flatMap((block) => (block.kind === 'heading' || block.kind === 'title' ? [block.text] : []))
    .at(-1) ?? 'Table';

const blockOnPage = (block: Block, at: number, blocks: readonly Block[]): Html => {
  switch (block.kind) {
    case 'title':
      return heading(1, block.text, block.caption === undefined ? {} : { caption: block.caption });
    case 'heading':
      return block.level === 1
        ? heading(2, block.text)
        : heading(block.level === 2 ? 3 : 4, block.text, { size: 's' });
    case 'paragraph':
      return html`<p class="govuk-body${block.isStrong === true && ' govuk-!-font-weight-bold'}">${lines(block.text)}</p>`;
    case 'notice':
      return html`<div class="app-document__notice"><p class="govuk-heading-l">${block.text}</p>
${block.more !== undefined && html`<p class="govuk-body">${lines(block.more)}</p>`}</div>`;
    case 'facts':
      return summaryList({
        classes: 'app-document__facts',
        rows: block.facts.map((fact) => ({
          key: { text: fact.label },
          value: { html: paragraphs(fact.paragraphs) },
        })),
      });
    case 'numbered':
      return html`<ol class="govuk-list govuk-list--number">${block.paragraphs.map((text) => html`<li>${lines(text)}</li>`)}</ol>`;
    case 'list':
      return html`<ul class="govuk-list govuk-list--bullet">${block.items.map((text) => html`<li>${lines(text)}</li>`)}</ul>`;
    case 'table':
      return dataTable({
        caption: block.caption ?? headingBefore(blocks, at),
        ...(block.caption === undefined ? { captionSize: 'hidden' } : {}),
        columns: block.columns.map(({ title }, at) => ({
          key: String(at),
          header: title,
          cell: (row: readonly string[]) => lines(row[at] ?? ''),
        })),
        rows: block.rows,
        scroll: true,
      });
    case 'signature':
      return html`<div class="app-document__signature"><p class="govuk-hint">${block.label}</p></div>`;
  }
};

/**
 * A document as part of a page: the same blocks that its Word file has, to read and to print. Whose it is, and that it is a
 * demonstration, the page says already.
 */
export const documentOnPage = ({ blocks }: Pick<DocumentToWrite, 'blocks'>): Html =>
  html`<div class="app-document">${blocks.map(blockOnPage)}</div>`;
