import type { Html } from '../html.ts';

/** Attributes for a component's element. `optional` leaves out an attribute whose value is empty or false. */
export type Attributes = Readonly<
  Record<
    string,
    | string
    | number
    | boolean
    | { readonly value?: string | number | boolean | undefined; readonly optional: true }
  >
>;

/** One of the two: text, which is escaped, or markup from the `html` tag. */
export type TextOrHtml<TextName extends string, HtmlName extends string> =
  | ({ readonly [name in TextName]: string } & { readonly [name in HtmlName]?: undefined })
  | ({ readonly [name in HtmlName]: Html } & { readonly [name in TextName]?: undefined });

/** What a condition leaves in a list when it does not hold. */
export type Nothing = false | null | undefined;

/** Words between radios or checkboxes, usually "or". */
export interface Divider {
  readonly divider: string;
}

/** Wordings by plural rule. `%{count}` stands for the number. */
export type Plurals = Readonly<Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>>;

export interface DateInputPart {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly error?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly classes?: string | undefined;
  readonly value?: string | undefined;
  readonly label?: string | undefined;
  readonly attributes?: Attributes | undefined;
}
