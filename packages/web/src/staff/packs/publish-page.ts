import type { EarlierVersion, PackYears, ReleasePreview } from '@rightplace/app';
import { dayInWords } from '@rightplace/domain';
import {
  button,
  dataTable,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
  textarea,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { packParts } from './pack-parts.ts';

const TITLE = 'Prepare for publication';

interface PublishPageParts {
  readonly csrf: string;
  readonly why?: string | undefined;
  readonly problems?: readonly FieldError[];
}

const crumbs = [
  { text: 'Measures', href: staffPaths.measures() },
  { text: 'The demographic picture', href: staffPaths.demography() },
  { text: TITLE },
];

/** What will be printed, just as it will be, with what is hidden in it and why: that part is for the publisher alone. */
export const publishPage = (
  preview: ReleasePreview,
  { csrf, why, problems = [] }: PublishPageParts,
): Page => {
  const { shown, says, about, small, further, last, years, seen, earlier, threshold } = preview;
  const isPublished = earlier?.changes.length === 0;
  const errors = formErrors(problems);
  const query = { last, years: years.length };
  return page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: crumbs,
    main: html`${errors.summary}
${heading(1, TITLE, { caption: preview.title })}
<section class="app-no-print" id="for-you">
${heading(2, 'For you alone')}
<p class="govuk-body">${about.join(' ')} Percentages are hidden with the counts that they are of. It is held against everything this authority has published before, and against the rounded figures that members see.</p>
<p class="govuk-body">Counts of 1 to ${threshold.value} are hidden: ${thresholdText(threshold)} <a class="govuk-link" href="${staffPaths.conventions()}">Local conventions</a></p>
${hiddenPart(`Counts hidden because they tell of 1 to ${threshold.value} children`, small)}
${hiddenPart('Further counts hidden so that those cannot be worked out', further)}
</section>
${earlier !== undefined && earlierPart(earlier, threshold.value)}
${
  !isPublished &&
  form({
    action: staffPaths.publishDemography(query),
    csrfToken: csrf,
    main: html`<section class="app-no-print">${readingWidth(html`<input type="hidden" name="seen" value="${seen}">
${textarea({
  id: 'why',
  name: 'why',
  label: { text: 'Why is it published, and who agreed?', classes: 'govuk-label--s' },
  hint: { text: 'It is kept with your name, and seen by those who publish.' },
  errorMessage: errors.of('why'),
  rows: '3',
  value: why,
})}
${warningText({ text: 'What is published stays published: it cannot be changed or taken back.' })}
${button({ text: earlier === undefined ? 'Publish' : `Publish as version ${preview.version}`, preventDoubleClick: true })}`)}</section>`,
  })
}
<section id="will-be-printed">
${heading(2, 'What will be printed')}
<p class="govuk-body">${says}</p>
${packParts(shown)}
</section>`,
  });
};

/** What was published under the same title, and every difference that a reader of both would see. */
const earlierPart = ({ id, version, on, changes }: EarlierVersion, most: number): Html => {
  const link = html`<a class="govuk-link" href="${staffPaths.release({ releaseId: String(id) })}">published on ${dayInWords(on)}</a>`;
  return html`<section class="app-no-print" id="earlier">
${heading(2, changes.length === 0 ? 'These very figures are published already' : 'What differs from what was published')}
${
  changes.length === 0
    ? html`<p class="govuk-body">They were ${link}, so there is nothing to publish again.</p>`
    : html`<p class="govuk-body">The same set was ${link}${version > 1 && ` as version ${version}`}. That stays published, and people will read both. A count that has changed by 1 to ${most} is hidden here, so that nobody can tell whose record was put right.</p>
${dataTable({
  caption: `Differences: ${changes.length}`,
  captionSize: 's',
  dense: true,
  rows: changes,
  columns: [
    { key: 'where', header: 'Where' },
    { key: 'was', header: 'Published' },
    { key: 'is', header: 'Now' },
  ],
})}`
}
</section>`;
};

const thresholdText = ({ set }: ReleasePreview['threshold']): string =>
  set === undefined
    ? 'the fewest that may be, since nobody has set more.'
    : `set from ${dayInWords(set.from)}. ${set.why}`;

const hiddenPart = (title: string, names: readonly string[]): Html | false =>
  names.length > 0 &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${title}: ${names.length}</span></summary>
<div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">${names.map((name) => html`<li>${name}</li>`)}</ul></div></details>`;

/** It cannot be made safe, or there is nothing in it: why, and where to choose other years. */
export const cannotPublishPage = (sentence: string, { last, count }: PackYears): Page =>
  page({
    title: TITLE,
    section: 'measures',
    status: 409,
    breadcrumbs: crumbs,
    main: html`${heading(1, 'This cannot be published')}
${insetText({ text: sentence })}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.demography({ last, years: count })}">Choose other years</a></p>`,
  });
