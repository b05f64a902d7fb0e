import type { CaseDocument, CaseView } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, type Html, heading, html, summaryList, tag } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** What the scanner said, so that whoever opens it knows what they open. */
const scanned = ({ state, scannerSaid }: CaseDocument): Html => {
  switch (state) {
    case 'clean':
      return html`<p class="govuk-hint govuk-!-margin-bottom-0">Scanned for viruses: nothing found.</p>`;
    case 'not-scanned':
      return html`<p class="govuk-hint govuk-!-margin-bottom-0">Not scanned for viruses: this service has no scanner.</p>`;
    case 'waiting':
    case 'unreachable':
      return html`<p class="govuk-!-margin-bottom-0">${tag({ text: 'Waiting to be scanned', classes: 'govuk-tag--yellow' })}</p>
<p class="govuk-hint govuk-!-margin-bottom-0">${state === 'waiting' ? 'It can be downloaded once the virus scanner has looked at it.' : 'The virus scanner could not be reached. It is tried again every minute; until then nobody can download it.'}</p>`;
    case 'refused':
      return html`<p class="govuk-!-margin-bottom-0">${tag({ text: 'Harmful', classes: 'govuk-tag--red' })}</p>
<p class="govuk-body govuk-!-margin-bottom-0">The virus scanner found ${scannerSaid}. Nobody can download it. Take it off, and ask whoever sent it for another.</p>`;
  }
};

const isOpen = ({ state, removal, erasure }: CaseDocument): boolean =>
  removal === undefined && erasure === undefined && (state === 'clean' || state === 'not-scanned');

const nameOf = (document: CaseDocument, caseId: string): Html => {
  const { id, name, kind, size } = document;
  return isOpen(document)
    ? html`<a class="govuk-link" href="${staffPaths.caseDocument({ caseId, documentId: String(id) })}">${name}<span class="govuk-visually-hidden"> (${kind}, ${size})</span></a>`
    : html`${name}`;
};

const wholeOf = (document: CaseDocument): Html => {
  const { about, section, kind, size, by, at, removal, erasure } = document;
  if (erasure !== undefined)
    return html`<p class="govuk-!-margin-bottom-1">${tag({ text: 'Erased', classes: 'govuk-tag--grey' })}</p>
<p class="govuk-body govuk-!-margin-bottom-0">Erased ${momentInWords(erasure.at)}: ${erasure.why}</p>
<p class="govuk-hint govuk-!-margin-bottom-0">${by} had attached it, ${momentInWords(at)}. Nothing of it is left here.</p>`;
  return html`<p class="govuk-body govuk-!-margin-bottom-1">${about}</p>
<p class="govuk-hint govuk-!-margin-bottom-0">${kind}, ${size}${section !== undefined && html`. For “${section}”`}. ${by}, ${momentInWords(at)}.</p>
${
  removal === undefined
    ? scanned(document)
    : html`<p class="govuk-body govuk-!-margin-bottom-0">Taken off by ${removal.by}, ${momentInWords(removal.at)}: ${removal.why}</p>`
}`;
};

/** What is attached to a case, for every process alike. */
export const documentsPart = ({ id, attached }: Pick<CaseView, 'id' | 'attached'>): Html | false => {
  const { documents, mayAttach, areKept } = attached;
  const caseId = String(id);
  if (documents.length === 0 && !mayAttach) return false;
  return html`${heading(2, 'Documents', { id: 'documents' })}
${
  documents.length === 0
    ? html`<p class="govuk-body app-empty">Nothing is attached.</p>`
    : summaryList({
        classes: 'app-attached',
        rows: documents.map((document) => ({
          key: { html: nameOf(document, caseId) },
          value: { html: wholeOf(document) },
          ...(mayAttach && document.removal === undefined && document.erasure === undefined
            ? {
                actions: {
                  items: [
                    {
                      text: 'Take off',
                      href: staffPaths.takeOffDocument({ caseId, documentId: String(document.id) }),
                      visuallyHiddenText: document.name,
                    },
                  ],
                },
              }
            : {}),
        })),
      })
}
${
  mayAttach &&
  (areKept
    ? button({
        text: 'Attach a document',
        href: staffPaths.attachDocument({ caseId }),
        classes: 'govuk-button--secondary',
      })
    : html`<p class="govuk-body">Documents cannot be attached: this service has no key to seal them with. Whoever looks after it can give it one.</p>`)
}`;
};
