import type { ConflictView, LeftWaiting } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, form, formErrors, type Html, heading, html, select, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import type { TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { CONFLICTS_TITLE } from './conflicts-page.ts';
import { whyField } from './declare-pages.ts';

interface Parts extends TypedForm {
  readonly csrf: string;
}

const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });

const waitingRow = ({ case: id, title, stateTitle, canGoOn }: LeftWaiting) => ({
  key: {
    html: html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${title}</a>`,
  },
  value: {
    html: html`${stateTitle}<br>${
      canGoOn.length === 0
        ? html`<strong>Nobody can go on with it yet.</strong>`
        : html`Can go on with it: ${canGoOn.join(', ')}.`
    }`,
  },
});

const waitingPart = ({ waiting, name, ended }: ConflictView): Html | false =>
  ended === undefined &&
  html`${heading(2, `What waited for ${name}`)}
${
  waiting.length === 0
    ? html`<p class="govuk-body app-empty">No open case that you see waited for them.</p>`
    : html`<p class="govuk-body">All that was written in these is kept.</p>${summaryList({ rows: waiting.map(waitingRow) })}`
}`;

const coverPart = (view: ConflictView, { csrf, ...given }: Parts): Html | false => {
  const { covers, coveredBy, name, id } = view;
  if (covers.length === 0 && coveredBy === undefined) return false;
  // Whoever has them now is a choice still, though they have left or been given another role meanwhile.
  const all =
    coveredBy === undefined || covers.some((one) => one.id === coveredBy.id)
      ? covers
      : [coveredBy, ...covers];
  return html`${heading(2, `Give ${name}’s cases of this child to another`)}
<p class="govuk-body">They reach the child, and go on with what was begun, for as long as ${name} may not. Whose the child is in the record stays as it is: change it where it is kept.</p>
${form({
  action: staffPaths.coverConflict({ conflictId: String(id) }),
  csrfToken: csrf,
  main: html`<input type="hidden" name="seen" value="${view.chosen}">${select({
    id: 'person',
    name: 'person',
    label: { text: 'Who has their cases meanwhile?', classes: 'govuk-label--s' },
    value: given.typed?.get('person') ?? coveredBy?.id ?? '',
    errorMessage: formErrors(given.problems ?? []).of('person'),
    items: [{ value: '', text: 'Nobody yet' }, ...all.map((one) => ({ value: one.id, text: one.name }))],
  })}
${button({ text: 'Save who has their cases', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
})}`;
};

const endPart = ({ id, mayKeep, name }: ConflictView, { csrf, ...given }: Parts): Html | false =>
  mayKeep &&
  html`${heading(2, 'End it')}
<p class="govuk-body">The record is open to ${name} again as far as their role reaches. What was recorded is kept, with who ended it and why.</p>
${form({
  action: staffPaths.endConflict({ conflictId: String(id) }),
  csrfToken: csrf,
  main: html`${whyField(given, { label: 'Why is it over?', hint: 'A sentence is enough.' })}
${button({ text: 'End this conflict of interest', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
})}`;

/** One colleague’s conflict of interest, for whoever sees to it that the child’s cases go on. */
export const conflictPage = (view: ConflictView, given: Parts): Page => {
  const errors = formErrors(given.problems ?? []);
  const { child, ended, coveredBy } = view;
  const childName = child.name ?? child.id;
  return page({
    title: `Conflict of interest: ${view.name} and ${childName}`,
    section: 'children',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [child.id],
    backLink: { href: staffPaths.conflicts(), text: CONFLICTS_TITLE },
    main: readingWidth(html`${errors.summary}
${heading(1, `${view.name} and ${childName}`, { caption: 'Conflict of interest' })}
${summaryList({
  rows: [
    {
      key: { text: 'Child' },
      value: {
        html: html`<a class="govuk-link" href="${staffPaths.child({ childId: child.id })}">${childName}</a>`,
      },
    },
    row('In force since', momentInWords(view.declaredAt)),
    row('Said by', view.declaredByThemselves ? 'Themselves' : view.declaredByName),
    row('Why', view.why),
    ...(coveredBy === undefined ? [] : [row('Has their cases', coveredBy.name)]),
    ...(ended === undefined
      ? []
      : [
          row(
            'Ended',
            `${momentInWords(ended.at)}, by ${ended.byName}${ended.why === null ? '' : `: ${ended.why}`}`,
          ),
        ]),
  ],
})}
${waitingPart(view)}
${coverPart(view, given)}
${endPart(view, given)}`),
  });
};
