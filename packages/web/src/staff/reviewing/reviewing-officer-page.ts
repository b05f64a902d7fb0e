import type { ReviewingOfficers } from '@rightplace/app';
import { dayInWords } from '@rightplace/domain';
import { button, form, formErrors, heading, html, select, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

interface ReviewingOfficerParts extends TypedForm {
  readonly officers: ReviewingOfficers;
  readonly csrf: string;
}

/** Who a child's reviewing officer is and was, and a form that says who it is from a day on. */
export const reviewingOfficerPage = ({ officers, csrf, ...given }: ReviewingOfficerParts): Page => {
  const { child, history, choices } = officers;
  const errors = formErrors(given.problems ?? []);
  const back = staffPaths.child({ childId: child });
  return page({
    title: 'Reviewing officer',
    section: 'children',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Children', href: staffPaths.children() },
      { text: child, href: back },
      { text: 'Reviewing officer' },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, 'Reviewing officer', { caption: child })}
<p class="govuk-body">A child in care has an independent reviewing officer (Children Act 1989, section 25A). They see the child’s record, and how the child is to leave care, from the day said here until somebody else is.</p>
${
  history.length === 0
    ? html`<p class="govuk-body">Nobody has been said to be it.</p>`
    : summaryList({
        rows: history.map(({ starts, name }) => ({
          key: { text: `From ${dayInWords(starts)}` },
          value: { text: name ?? 'Nobody' },
        })),
      })
}
${form({
  action: staffPaths.reviewingOfficer({ childId: child }),
  csrfToken: csrf,
  main: html`${select({
    id: 'officer',
    name: 'officer',
    label: { text: 'Who is the reviewing officer?', classes: 'govuk-label--s' },
    value: given.typed?.get('officer') ?? '',
    errorMessage: errors.of('officer'),
    items: [{ value: '', text: 'Nobody' }, ...choices.map(({ id, name }) => ({ value: id, text: name }))],
  })}
${dayFields(given, { prefix: 'from', legend: 'From which day?', hint: 'For example 24 11 2026.' })}
${button({ text: 'Save the reviewing officer', preventDoubleClick: true })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.compareAllocations()}">Allocate many children at once, from a file</a></p>`),
  });
};
