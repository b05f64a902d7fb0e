import { GLASS_MINUTES, LONGEST_REASON } from '@rightplace/app';
import { button, form, formErrors, html, textarea } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';

export interface RestrictedParts {
  readonly id: string;
  readonly csrf: string;
  readonly typed?: string;
  readonly problem?: string;
}

const LASTS = GLASS_MINUTES === 60 ? 'one hour' : `${GLASS_MINUTES} minutes`;

/** Asks why, before a restricted record is opened. Says nothing of the child but the number that was asked for. */
export const restrictedPage = ({ id, csrf, typed, problem }: RestrictedParts): Page => {
  const errors = formErrors(problem === undefined ? [] : [{ field: 'reason', text: problem }]);
  return page({
    title: 'This record is restricted',
    section: 'children',
    // Nothing of the record has been seen, so this is no view of it.
    ...(errors.any ? { status: 422 } : { status: 403, turnsAway: true }),
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.children() },
    main: html`${errors.summary}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${id}</span> This record is restricted</h1>
<p class="govuk-body">Some records are kept closer than others: of a colleague’s family, say, or of a child who has been adopted or exploited.</p>
<p class="govuk-body">If your work needs it, say why. What you write is kept with your name and the time, others who may see this record can read it, and it is reviewed. The record is then open to you for ${LASTS}, or until you sign out.</p>
${form({
  action: staffPaths.openRestricted({ childId: id }),
  csrfToken: csrf,
  main: html`${textarea({
    id: 'reason',
    name: 'reason',
    label: { text: 'Why you need to open this record', classes: 'govuk-label--m' },
    hint: { text: `A sentence. ${LONGEST_REASON} characters at most.` },
    rows: '4',
    value: typed,
    errorMessage: errors.of('reason'),
  })}
${button({ text: 'Open the record', preventDoubleClick: true })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.childConflict({ childId: id })}">I know this child or their family outside work</a></p>`,
  });
};
