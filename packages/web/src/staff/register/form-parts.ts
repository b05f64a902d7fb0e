import type { RegisterFault, RegisterRefusal } from '@rightplace/app';
import type { ChildId } from '@rightplace/domain';
import {
  button,
  type Content,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  radios,
  select,
  textarea,
} from '../../kit/index.ts';
import { type Answer, notFound, type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields, dayTyped } from '../day-fields.ts';

/** A form as it is typed, or begins; and what is wrong with it. */
export interface Filling {
  readonly csrf: string;
  readonly typed: URLSearchParams;
  readonly problems?: readonly FieldError[];
}

export interface FormOf extends Filling {
  readonly title: string;
  readonly caption?: string | undefined;
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly fields: Content;
  readonly says: string;
  /** Under which entry of the navigation it stands: homes, unless said. */
  readonly section?: 'homes' | 'searches';
  /** Children whom the page names: that is recorded. */
  readonly childrenNamed?: readonly ChildId[];
}

export const formPage = ({
  title,
  caption,
  action,
  csrf,
  back,
  fields,
  says,
  problems = [],
  section = 'homes',
  childrenNamed,
}: FormOf): Page => {
  const errors = formErrors(problems);
  return page({
    title: caption === undefined ? title : `${title}: ${caption}`,
    section,
    ...(childrenNamed === undefined ? {} : { childrenNamed }),
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: back,
    main: readingWidth(html`${errors.summary}
${heading(1, title, caption === undefined ? {} : { caption })}
${form({ action, csrfToken: csrf, main: html`${fields}${button({ text: says, preventDoubleClick: true })}` })}`),
  });
};

const small = (text: string) => ({ text, classes: 'govuk-label--s' });
const problem = ({ problems = [] }: Filling, name: string) => formErrors(problems).of(name);

export const lineField = (
  filling: Filling,
  name: string,
  { label, hint, classes }: { readonly label: string; readonly hint?: string; readonly classes?: string },
): Html =>
  input({
    id: name,
    name,
    label: small(label),
    value: filling.typed.get(name) ?? '',
    errorMessage: problem(filling, name),
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    ...(classes === undefined ? {} : { classes }),
  });

export const textField = (filling: Filling, name: string, label: string, hint: string): Html =>
  textarea({
    id: name,
    name,
    label: small(label),
    hint: { text: hint },
    rows: '3',
    value: filling.typed.get(name) ?? '',
    errorMessage: problem(filling, name),
  });

export const oneOf = (
  filling: Filling,
  name: string,
  legend: string,
  options: Readonly<Record<string, string>>,
): Html =>
  radios({
    name,
    idPrefix: name,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: problem(filling, name),
    value: filling.typed.get(name) ?? '',
    items: Object.entries(options).map(([value, text]) => ({ value, text })),
  });

export const chooseOne = (
  filling: Filling,
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
): Html =>
  select({
    id: name,
    name,
    label: small(label),
    value: filling.typed.get(name) ?? '',
    errorMessage: problem(filling, name),
    items: [{ value: '', text: 'Choose' }, ...options.map(([value, text]) => ({ value, text }))],
  });

/** From which day, and perhaps until which. */
export const daysFields = (filling: Filling, legend: string, hint: string): Html => {
  const last = filling.problems?.find(({ field }) => field === 'last-day');
  return html`${dayFields(filling, { prefix: 'from', legend, hint })}
${dayFields(
  { typed: filling.typed, problems: last === undefined ? [] : [{ field: 'last-day', text: last.text }] },
  {
    prefix: 'last',
    legend: 'Last day, if it is known',
    hint: 'Leave it empty where it goes on until further notice.',
  },
)}`;
};

/** Both days as typed: a last day that is none is not the same as none. */
export const daysTyped = (form: URLSearchParams) => {
  const lastDay = dayTyped(form, 'last');
  const wrote = ['last-day', 'last-month', 'last-year'].some((name) => (form.get(name) ?? '').trim() !== '');
  return { from: dayTyped(form, 'from'), lastDay, lastDayWrong: wrote && lastDay === undefined };
};

/** Today as it would be typed in three fields. */
export const typedDay = (prefix: string, day: string): readonly (readonly [string, string])[] =>
  day
    .split('-')
    .map((part, i) => [`${prefix}-${['year', 'month', 'day'][i]}`, String(Number(part))] as const);

const problemsOf = (faults: readonly RegisterFault[]): readonly FieldError[] =>
  faults.map(({ field, sentence }) => ({ field, text: sentence }));

/** What a form that was not taken answers: itself with what is wrong, or what the rules say. */
export const notTaken = (
  refusal: RegisterRefusal,
  again: (problems: readonly FieldError[]) => Answer,
): Answer => {
  if ('faults' in refusal) return again(problemsOf(refusal.faults));
  return refusal.name === 'no-such-setting' || refusal.name === 'no-such-provider' ? notFound : refusal;
};
