import type { RowColumn, RowForm } from '@rightplace/app';
import { type formErrors, type Html, html, input, select } from '../../kit/index.ts';
import { codeInWords } from './correction-words.ts';
import { foundAt, slot, slotOf } from './row-findings.ts';

export interface FieldsDrawn {
  readonly form: RowForm;
  readonly errors: ReturnType<typeof formErrors>;
  /** The column that somebody came to put right. */
  readonly asked: string | undefined;
  /** Troubles stand with the findings: the script puts them there while somebody types. */
  readonly isPart: boolean;
}

/** A field for every column of the table but the child's own number. */
export const rowFields = (drawn: FieldsDrawn): readonly Html[] =>
  drawn.form.columns.map((column) => fieldOf(column, drawn));

const troublesAt = (column: string, { form: { troubles } }: FieldsDrawn): readonly Html[] =>
  troubles
    .filter(({ columns }) => columns.includes(column))
    .map(
      ({ reason, todo }) =>
        html`<div class="app-found app-found--refused"><p class="app-found__words"><strong>Cannot be saved.</strong> ${reason} ${todo}</p></div>`,
    );

const fieldOf = (column: RowColumn, drawn: FieldsDrawn): Html => {
  const { form, errors, asked, isPart } = drawn;
  const { name, kind, title } = column;
  const value = form.typed[name] ?? '';
  const isAsked = asked === name;
  const common = {
    id: name,
    name,
    describedBy: slotOf(name),
    label: {
      html: html`${title} <span class="app-aside">${name}</span>`,
      classes: 'govuk-label--s',
    },
    hint: hintOf(column),
    errorMessage: errors.of(name),
    formGroup: {
      classes: `app-row-field${isAsked ? ' app-row-field--asked' : ''}`,
      afterInput: {
        html: slot(slotOf(name), [...(isPart ? troublesAt(name, drawn) : []), ...foundAt(name, form)]),
      },
    },
    attributes: isAsked && !errors.any ? { autofocus: true } : {},
  };
  if (kind === 'code') return select({ ...common, items: optionsOf(column, value, form.collectionYear) });
  return input({
    ...common,
    value,
    autocomplete: 'off',
    spellcheck: false,
    classes: WIDTHS[kind],
    ...(kind === 'number' ? { inputmode: 'numeric' } : {}),
  });
};

const WIDTHS = {
  text: 'govuk-input--width-20',
  date: 'govuk-input--width-10',
  'partial-date': 'govuk-input--width-10',
  number: 'govuk-input--width-3',
} as const;

const hintOf = ({ kind, meaning }: RowColumn): { readonly text: string } | undefined => {
  const text = kind === 'date' ? `${meaning} Day, month and year, as 27/03/2026.` : meaning;
  return text === '' ? undefined : { text: text.trim() };
};

/** The year's codes in the order of its list; what the row has is among them, whatever it is. */
const optionsOf = ({ codes }: RowColumn, value: string, year: number) => [
  { value: '', text: 'Blank', selected: value === '' },
  ...codes.map((each) => ({
    value: each.code,
    text: codeInWords(each, year),
    selected: each.code === value,
  })),
];
