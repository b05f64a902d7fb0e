import type { FreezeList, FreezeView } from '@rightplace/app';
import { collectionYearLabel, momentInWords } from '@rightplace/domain';
import {
  button,
  count,
  dataTable,
  type Html,
  heading,
  html,
  number,
  panel,
  summaryList,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { sizeInWords } from '../imports/import-parts.ts';
import { staffPaths } from '../paths.ts';

export interface FreezesView {
  readonly list: FreezeList;
  /** The one just made. */
  readonly made: number | undefined;
  readonly mayExport: boolean;
}

/** Every version of a year's return that was frozen, newest first, with its files. */
export const freezesPage = ({ list, made, mayExport }: FreezesView): Page => {
  const { collectionYear, freezes, may } = list;
  const year = collectionYearLabel(collectionYear);
  const fresh = freezes.find(({ id }) => id === made);
  const title =
    fresh === undefined
      ? `Frozen returns of ${year}`
      : `Version ${fresh.version} of the return of ${year} is frozen`;
  return page({
    title,
    section: 'return',
    width: 'wide',
    backLink: { href: staffPaths.returnReadiness({ year: collectionYear }), text: 'Return' },
    main: html`${
      fresh === undefined
        ? heading(1, title)
        : html`${panel({ titleText: title, html: html`${count(fresh.files.length, 'file')}, kept exactly as ${fresh.files.length === 1 ? 'it is' : 'they are'} now` })}
${heading(2, 'What happens now')}
<p class="govuk-body">Nobody can change it any more. ${nextYearInWords(list)} Download the files below to submit them; the record itself goes on being corrected, and a later version can be frozen.</p>`
    }
${freezes.length === 0 ? html`<p class="govuk-body">No version has been frozen.</p>` : freezes.map((freeze) => freezePart(freeze, list))}
<div class="govuk-button-group">
${may.freeze && button({ text: freezes.length === 0 ? 'Freeze the return' : 'Freeze another version', href: staffPaths.freezeReturn({ year: collectionYear }), classes: fresh === undefined ? undefined : 'govuk-button--secondary' })}
${mayExport && html`<a class="govuk-link" href="${staffPaths.exportReturn({ year: collectionYear })}">Write the return as it is now, as CSV or XML</a>`}
</div>`,
  });
};

/** The base of its comparisons has changed, so what is found there changes with it. */
const nextYearInWords = ({ collectionYear, years }: FreezeList): string =>
  years.includes(collectionYear + 1)
    ? `The return of ${collectionYearLabel(collectionYear + 1)} is compared with it from now on, and is being checked again at once.`
    : 'Next year’s return is checked against it.';

const freezePart = (
  freeze: FreezeView,
  { may }: FreezeList,
): Html => html`<section aria-labelledby="version-${freeze.version}">
${heading(2, `Version ${freeze.version}`, { id: `version-${freeze.version}` })}
${summaryList({
  classes: 'app-summary--dense app-measured',
  rows: [
    { key: { text: 'Frozen' }, value: { text: `${momentInWords(freeze.at)}, by ${freeze.by}` } },
    { key: { text: 'What it is' }, value: { text: freeze.note } },
    {
      key: { text: 'The record' },
      value: {
        text: freeze.knownAt === undefined ? 'as known then' : `as known on ${momentInWords(freeze.knownAt)}`,
      },
    },
    {
      key: { text: 'In it' },
      value: {
        text: `${count(freeze.children, 'child', 'children')}; ${count(freeze.open, 'finding')} open, ${number(freeze.answered)} answered`,
      },
    },
  ],
})}
${dataTable({
  caption: `Files of version ${freeze.version}`,
  captionSize: 'hidden',
  rows: freeze.files,
  dense: true,
  // A checksum has no place to break at.
  scroll: true,
  columns: [
    { key: 'name', header: 'File', classes: 'app-file-name' },
    { key: 'bytes', header: 'Size', numeric: true, cell: ({ bytes }) => sizeInWords(bytes) },
    {
      key: 'sha256',
      header: 'Checksum (SHA-256)',
      classes: 'app-checksum',
      cell: ({ sha256 }) => html`<code>${sha256}</code>`,
    },
  ],
})}
${may.download && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.downloadFreeze({ freezeId: String(freeze.id) }, { year: freeze.collectionYear })}">Download the files of version ${freeze.version}</a> (zip)</p>`}
</section>`;
