import { button, errorSummary, input, type PaginationOptions } from './generated/govuk.ts';
import { type Content, type Html, html, noHtml } from './html.ts';
import { csrfField } from './layout.ts';

/** What is wrong with one answer, and how to put it right. */
export interface FieldError {
  /** The id of the field to go to. */
  readonly field: string;
  readonly text: string;
}

/** The mistakes in a form, drawn once above it and once beside each field. */
export const formErrors = (errors: readonly FieldError[]) => ({
  any: errors.length > 0,
  /** Goes first on the page, before the heading. */
  summary:
    errors.length === 0
      ? noHtml
      : errorSummary({
          titleText: 'There is a problem',
          errorList: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
        }),
  /** For a component's `errorMessage`. */
  of: (field: string): { readonly text: string } | undefined => errors.find((error) => error.field === field),
});

export interface FormOptions {
  readonly action: string;
  readonly csrfToken?: string | undefined;
  readonly main: Content;
  /** Carries files. */
  readonly multipart?: boolean | undefined;
  readonly id?: string | undefined;
}

/** A form that changes something. The browser's own messages are off: the server's are fuller, and read out. */
export const form = (options: FormOptions): Html =>
  html`<form method="post" action="${options.action}" novalidate${options.multipart === true && html` enctype="multipart/form-data"`}${
    options.id !== undefined && html` id="${options.id}"`
  }>${csrfField(options.csrfToken)}
${options.main}
</form>`;

/** A form that only looks: what was asked is in the address, so that it can be kept and shared. */
export const searchForm = (options: {
  readonly action: string;
  readonly label: string;
  readonly name: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly buttonText?: string | undefined;
  /** Filters to carry on. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}): Html => html`<form method="get" action="${options.action}" role="search" class="app-search">
${Object.entries(options.hidden ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${input({
  id: options.name,
  name: options.name,
  label: { text: options.label },
  hint: options.hint === undefined ? undefined : { text: options.hint },
  value: options.value,
  type: 'search',
  classes: 'govuk-input--width-20',
})}
${button({ text: options.buttonText ?? 'Search', classes: 'govuk-button--secondary' })}
</form>`;

/** The options for `pagination`: first, last, and the pages about this one. */
export const pagesNearby = (
  current: number,
  last: number,
  hrefOf: (page: number) => string,
): PaginationOptions => {
  const shown = [...new Set([1, current - 1, current, current + 1, last])]
    .filter((page) => page >= 1 && page <= last)
    .sort((a, b) => a - b);
  const items = shown.flatMap((page, i) => {
    const item = { number: page, href: hrefOf(page), current: page === current };
    return page - (shown[i - 1] ?? page) > 1 ? [{ ellipsis: true }, item] : [item];
  });
  return {
    items,
    previous: current > 1 ? { href: hrefOf(current - 1) } : undefined,
    next: current < last ? { href: hrefOf(current + 1) } : undefined,
  };
};
