import { type Html, input } from '../../kit/index.ts';

/** The field's id and name. */
export const SOCIAL_WORK_NUMBER = 'social-work-number';

export const socialWorkNumberInput = (options: {
  readonly label: string;
  readonly value: string | undefined;
  readonly errorMessage: { readonly text: string } | undefined;
}): Html =>
  input({
    id: SOCIAL_WORK_NUMBER,
    name: SOCIAL_WORK_NUMBER,
    label: { text: options.label },
    hint: {
      text: 'For a social worker: their own cases are the children whose return gives this number (SW_ID). For example, SW1234',
    },
    classes: 'govuk-input--width-10',
    value: options.value,
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: options.errorMessage,
  });
