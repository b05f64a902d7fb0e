import type { FreezeKind, FreezeList } from '@rightplace/app';
import {
  collectionYearEnd,
  collectionYearLabel,
  type Day,
  dayInWords,
  momentInWords,
} from '@rightplace/domain';
import {
  button,
  count,
  type FieldError,
  form,
  formErrors,
  type Html,
  html,
  number,
  radios,
  summaryList,
  textarea,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { findingsHref } from './readiness-links.ts';
import { behindInWords } from './readiness-words.ts';

export interface FreezePageParts {
  readonly list: FreezeList;
  readonly csrf: string;
  readonly as?: FreezeKind | undefined;
  readonly today: Day;
  readonly note?: string | undefined;
  readonly problems?: readonly FieldError[];
}

/** Check your answers: what would be kept for good, and what is still open in it. */
export const freezePage = ({ list, csrf, today, as, note, problems = [] }: FreezePageParts): Page => {
  const { now, collectionYear } = list;
  const year = collectionYearLabel(collectionYear);
  const errors = formErrors(problems);
  const title = `Freeze the return of ${year}`;
  return page({
    title,
    section: 'return',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.returnReadiness({ year: collectionYear }), text: 'Return' },
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">The files are kept exactly as they are written now, with their checksums and with what was open and answered. Nobody can change them.</p>
${today < collectionYearEnd(collectionYear) && html`<p class="govuk-body">The year runs until ${dayInWords(collectionYearEnd(collectionYear))}: what is frozen before then is a rehearsal.</p>`}
${now.children === 0 ? html`<p class="govuk-body">No child is in the return of ${year}, so there is nothing to freeze.</p>` : freezeForm({ list, csrf, today, as, note, errors })}`),
  });
};

/** A year may be frozen as often as it is submitted, and rehearsed as often as is wanted. */
const kindItems = ({ freezes, rehearsals }: FreezeList) => [
  {
    value: 'submission' satisfies FreezeKind,
    text: 'The return as it is submitted',
    hint: {
      text: `Version ${(freezes[0]?.version ?? 0) + 1}. It is kept for good${freezes.length > 0 ? ' beside those before it' : ''}, and next year’s return is compared with it.`,
    },
  },
  {
    value: 'rehearsal' satisfies FreezeKind,
    text: 'A rehearsal',
    hint: {
      text: `Rehearsal ${(rehearsals[0]?.version ?? 0) + 1}. It shows how far the year is, can be compared with others, and can be taken away. It never counts as submitted.`,
    },
  },
];

const freezeForm = ({
  list,
  csrf,
  as,
  note,
  errors,
}: Omit<FreezePageParts, 'problems'> & { readonly errors: ReturnType<typeof formErrors> }): Html => {
  const { now, collectionYear } = list;
  return html`${openWarning(list)}
${summaryList({
  rows: [
    { key: { text: 'Children in it' }, value: { text: number(now.children) } },
    {
      key: { text: 'Findings open' },
      value: { text: now.open === 0 ? 'none' : `${number(now.open)}, of them ${count(now.errors, 'error')}` },
      actions: seeThem(now.open > 0, findingsHref(collectionYear), 'the open findings'),
    },
    now.waiting > 0 && {
      key: { text: 'Answers waiting' },
      value: { text: `${number(now.waiting)}, counted as open` },
      actions: seeThem(true, findingsHref(collectionYear, { show: 'waiting' }), 'the answers that wait'),
    },
    {
      key: { text: 'Findings answered' },
      value: { text: now.answered === 0 ? 'none' : number(now.answered) },
      actions: seeThem(
        now.answered > 0,
        findingsHref(collectionYear, { show: 'answered' }),
        'the findings that are answered',
      ),
    },
    {
      key: { text: 'The record' },
      value: {
        text: now.knownAt === undefined ? 'as known now' : `as known on ${momentInWords(now.knownAt)}`,
      },
    },
    {
      key: { text: 'Checked' },
      value: { text: now.checkedAt === undefined ? 'never' : momentInWords(now.checkedAt) },
    },
  ].filter((row) => row !== false),
})}
${form({
  action: staffPaths.freezeReturn({ year: collectionYear }),
  csrfToken: csrf,
  main: html`<input type="hidden" name="seen" value="${now.knownAt ?? ''}">
${radios({
  name: 'kind',
  idPrefix: 'kind',
  fieldset: { legend: { text: 'What do you freeze?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errors.of('kind'),
  items: kindItems(list),
  value: as,
})}
${textarea({
  id: 'note',
  name: 'note',
  label: { text: 'What is this version?', classes: 'govuk-label--s' },
  hint: {
    text: 'For example: “As submitted to the Department on 12 June, signed off by the director”, or “Rehearsal at the end of January”.',
  },
  rows: '3',
  value: note,
  errorMessage: errors.of('note'),
})}
${button({ text: `Freeze the return of ${collectionYearLabel(collectionYear)}`, preventDoubleClick: true })}`,
})}`;
};

const seeThem = (any: boolean, href: string, what: string) =>
  any ? { items: [{ href, text: 'See them', visuallyHiddenText: `: ${what}` }] } : undefined;

const openWarning = ({ now }: FreezeList): Html | false => {
  if (now.checkedAt === undefined || now.behind !== undefined)
    return warningText({
      text: `${now.behind === undefined ? 'The return has never been checked.' : behindInWords(now.behind)} The counts below may be out of date. Check the return first.`,
      iconFallbackText: 'Warning',
    });
  return (
    now.errors > 0 &&
    warningText({
      text: `${count(now.errors, 'error is', 'errors are')} still open. ${now.errors === 1 ? 'It stays' : 'They stay'} in this version for good.`,
      iconFallbackText: 'Warning',
    })
  );
};
