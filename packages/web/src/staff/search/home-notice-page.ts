import { randomUUID } from 'node:crypto';
import type { SearchView } from '@rightplace/app';
import {
  codeTitle,
  dayInWords,
  daysBetween,
  daysInWords,
  type Fault,
  type FormQuestion,
  HOME_NOTICE_ASKS,
  REASONS_PLACEMENT_ENDED,
} from '@rightplace/domain';
import { button, form, heading, html, input } from '../../kit/index.ts';
import { errorsOf, questionFields } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { searchPaths } from './search-paths.ts';

const NUMBER = 'number';

/** Whom it is about, so that what is wrong with it stands in the summary with the rest. */
const ABOUT: FormQuestion = { kind: 'line', name: NUMBER, label: 'The child’s number in your case system' };

export interface HomeNoticeForm {
  readonly csrf: string;
  readonly number: string;
  readonly key?: string | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** Why it could not be recorded of this child. */
  readonly problem?: string | undefined;
}

/** That a child cannot stay where they live: what was said of it, from which the search for another home begins. */
export const homeNoticePage = ({ csrf, number, key, given, faults, problem }: HomeNoticeForm): Page => {
  const title = 'Record notice on a home';
  const ofChild = problem === undefined ? [] : [{ question: NUMBER, sentence: problem }];
  const errors = errorsOf([...ofChild, ...faults], [ABOUT, ...HOME_NOTICE_ASKS]);
  return page({
    title,
    section: 'my-work',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    main: readingWidth(html`${errors.summary}
${heading(1, title)}
<p class="govuk-body">For a child in care who cannot stay where they live and needs another home. A search for one begins at once, with the last day as its deadline. If a home is being looked for already, the notice is kept with that search.</p>
<p class="govuk-body">The home ends in the record, and payments for it stop, when the move is recorded. If the child is with parents under an order, in custody or in hospital and no home is to be looked for, record the notice here, then “The child lives elsewhere and needs no search” on the request. If notice is taken back, record that there too. For a child who leaves care, plan that from the child’s page instead.</p>
${form({
  action: searchPaths.homeNotice(),
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${key ?? randomUUID()}">
${input({
  id: NUMBER,
  name: NUMBER,
  label: { text: ABOUT.label, classes: 'govuk-label--s' },
  classes: 'govuk-input--width-20',
  value: number,
  errorMessage: errors.of(NUMBER),
})}
${questionFields(HOME_NOTICE_ASKS, { given, faults })}
${button({ text: 'Record the notice and look for a home', preventDoubleClick: true })}`,
})}`),
  });
};

/** "1 December 2026, 28 days’ notice: Carer asked, for another reason". */
export const noticeInWords = ({ givenOn, lastDay, reason }: NonNullable<SearchView['notice']>): string => {
  const days = daysBetween(givenOn, lastDay);
  const length = days === 0 ? 'at once' : `after notice of ${daysInWords(days)}`;
  return `The child may be there until ${dayInWords(lastDay)}, ${length}. ${codeTitle(REASONS_PLACEMENT_ENDED, reason)}.`;
};
