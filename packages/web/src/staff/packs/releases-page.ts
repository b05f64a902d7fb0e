import type { ReleaseLine, ReleaseRead } from '@rightplace/app';
import { dayInWords } from '@rightplace/domain';
import { dataTable, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { packParts } from './pack-parts.ts';

const TITLE = 'Published figures';
const MEASURES = { text: 'Measures', href: staffPaths.measures() };

export const releasesPage = (releases: readonly ReleaseLine[], authority: string): Page => {
  const hasReasons = releases.some(({ why }) => why !== undefined);
  return page({
    title: TITLE,
    section: 'measures',
    breadcrumbs: [MEASURES, { text: TITLE }],
    main: html`${heading(1, TITLE, { caption: authority })}
<p class="govuk-body">Sets of figures that the authority has published. They are for everybody: small numbers are hidden in them, so that no child can be told from them.</p>
${dataTable({
  caption: TITLE,
  captionSize: 'hidden',
  rows: releases,
  empty: 'Nothing has been published yet.',
  columns: [
    {
      key: 'title',
      header: 'Figures',
      cell: ({ id, title, version }) =>
        html`<a class="govuk-link" href="${staffPaths.release({ releaseId: String(id) })}">${title}${versionText(version)}</a>`,
    },
    { key: 'on', header: 'Published', cell: ({ on }) => dayInWords(on) },
    hasReasons && { key: 'why', header: 'Why', cell: ({ why }) => why ?? '' },
  ],
})}`,
  });
};

/** What was published under one title more than once is told apart by its version. */
export const versionText = (version: number): string => (version === 1 ? '' : `, version ${version}`);

/** A release as it was printed. */
export const releasePage = ({ id, title: named, version, on, why, pack, says }: ReleaseRead): Page => {
  const title = `${named}${versionText(version)}`;
  const releaseId = String(id);
  const file = (format: string): string => staffPaths.releaseFile({ releaseId, format });
  return page({
    title,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [MEASURES, { text: TITLE, href: staffPaths.releases() }, { text: title }],
    main: html`${heading(1, title, { caption: pack.whose })}
<p class="govuk-body">Published on ${dayInWords(on)}. ${says}</p>
${why !== undefined && html`<p class="govuk-body app-no-print">Why: ${why}</p>`}
<p class="govuk-body app-no-print">
<a class="govuk-link" href="${file('html')}" download>Take away as a page for a website</a><br>
<a class="govuk-link" href="${file('csv')}" download>Download with definitions (CSV)</a><br>
<a class="govuk-link" href="${file('xlsx')}" download>Download with definitions (spreadsheet)</a></p>
${packParts(pack)}`,
  });
};
