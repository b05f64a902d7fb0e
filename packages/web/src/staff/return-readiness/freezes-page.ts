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
import { freezeName } from './readiness-words.ts';

export interface FreezesView {
  readonly list: FreezeList;
  /** The one just made. */
  readonly made: number | undefined;
  readonly mayExport: boolean;
}

/** Every version of a year's return that was frozen, newest first, with its files. */
export const freezesPage = ({ list, made, mayExport }: FreezesView): Page => {
  const { collectionYear, freezes, rehearsals, may } = list;
  const year = collectionYearLabel(collectionYear);
  const fresh = [...freezes, ...rehearsals].find(({ id }) => id === made);
  const title =
    fresh === undefined
      ? `Frozen returns of ${year}`
      : `${freezeName(fresh)} of the return of ${year} is frozen`;
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
<p class="govuk-body">${fresh.kind === 'rehearsal' ? 'It counts as no submission: the return is still to be frozen when it is submitted. Compare it with a later one to see what has come of the work.' : html`Nobody can change it any more. ${nextYearInWords(list)} Download the files below to submit them; the record itself goes on being corrected, and a later version can be frozen.`}</p>`
    }
${freezes.length === 0 && (rehearsals.length === 0 || fresh === undefined) && html`<p class="govuk-body">Nothing has been frozen as submitted.</p>`}
${freezes.map((freeze) => freezePart(freeze, list))}
${rehearsals.map((rehearsal) => freezePart(rehearsal, list))}
<div class="govuk-button-group">
${may.freeze && button({ text: freezes.length === 0 ? 'Freeze the return' : 'Freeze it again', href: staffPaths.freezeReturn({ year: collectionYear }), classes: fresh === undefined ? undefined : 'govuk-button--secondary' })}
${mayExport && html`<a class="govuk-link" href="${staffPaths.exportReturn({ year: collectionYear })}">Write the return as it is now, as CSV or XML</a>`}
</div>`,
  });
};

/** The base of its comparisons has changed, so what is found there changes with it. */
const nextYearInWords = ({ collectionYear, years }: FreezeList): string =>
  years.includes(collectionYear + 1)
    ? `The return of ${collectionYearLabel(collectionYear + 1)} is compared with it from now on, and is being checked again at once.`
    : 'Next year’s return is checked against it.';

const freezePart = (freeze: FreezeView, list: FreezeList): Html => {
  const id = `${freeze.kind}-${freeze.version}`;
  return html`<section aria-labelledby="${id}">
${heading(2, freezeName(freeze), { id })}
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
  caption: `Files of ${freezeName(freeze).toLowerCase()}`,
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
${linksPart(freeze, list)}
</section>`;
};

const linksPart = (freeze: FreezeView, { may, freezes, rehearsals }: FreezeList): Html => {
  const params = { freezeId: String(freeze.id) };
  const year = { year: freeze.collectionYear };
  const name = freezeName(freeze).toLowerCase();
  return html`<ul class="govuk-list app-no-print">
${may.download && html`<li><a class="govuk-link" href="${staffPaths.downloadFreeze(params, year)}">Download the files of ${name}</a> (zip)</li>`}
${freezes.length + rehearsals.length > 1 && html`<li><a class="govuk-link" href="${staffPaths.compareFreeze(params)}">Compare ${name} with another</a></li>`}
${may.freeze && freeze.kind === 'rehearsal' && html`<li><a class="govuk-link" href="${staffPaths.removeRehearsal(params, year)}">Take ${name} away</a></li>`}
</ul>`;
};
