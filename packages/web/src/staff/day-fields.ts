import { type Day, dayInWords, findDay } from '@rightplace/domain';
import { dateInput, type FieldError, formErrors, type Html } from '../kit/index.ts';

/** What was typed and what is wrong with it, for a form shown again. */
export interface TypedForm {
  readonly typed?: URLSearchParams;
  readonly problems?: readonly FieldError[];
}

/** Three fields for a day, named after the prefix. */
export const dayFields = (
  { typed, problems = [] }: TypedForm,
  { prefix, legend, hint }: { readonly prefix: string; readonly legend: string; readonly hint: string },
): Html =>
  dateInput({
    id: prefix,
    namePrefix: prefix,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    errorMessage: formErrors(problems).of(`${prefix}-day`),
    items: (['day', 'month', 'year'] as const).map((name) => ({
      name,
      classes: name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      value: typed?.get(`${prefix}-${name}`) ?? undefined,
    })),
  });

/** The day typed in three fields, if it is one. */
export const dayTyped = (form: URLSearchParams, prefix: string): Day | undefined =>
  dayOfParts(['year', 'month', 'day'].map((name) => (form.get(`${prefix}-${name}`) ?? '').trim()));

/** That a day was typed of which the calendar has none, “31 February 2026”; undefined where it has, or where no whole day was typed. */
export const noSuchDay = (form: URLSearchParams, prefix: string): string | undefined => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((name) =>
    (form.get(`${prefix}-${name}`) ?? '').trim(),
  );
  if (![day, month].every((text) => /^\d{1,2}$/.test(text)) || !/^\d{4}$/.test(year)) return undefined;
  if (findDay(Number(year), Number(month), Number(day)) !== undefined) return undefined;
  const first = findDay(Number(year), Number(month), 1);
  const written =
    first === undefined ? `${day} ${month} ${year}` : dayInWords(first).replace(/^1 /, `${Number(day)} `);
  return `There is no such day: ${written}.`;
};

/** Year, month and day of the month as typed. */
export const dayOfParts = (parts: readonly string[]): Day | undefined => {
  if (!parts.every((text) => /^\d{1,4}$/.test(text))) return undefined;
  const [year = 0, month = 0, dayOfMonth = 0] = parts.map(Number);
  return year < 2000 || year > 2200 ? undefined : findDay(year, month, dayOfMonth);
};

/** A day as it would be typed: "23 11 2026". */
export const dayAsTyped = (day: Day): string => day.split('-').toReversed().map(Number).join(' ');
