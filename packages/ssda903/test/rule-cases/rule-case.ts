/**
 * Examples of a rule: small returns that it finds fault with, and where, and ones very like them that it lets pass.
 * A row needs only the cells that the rule looks at; CHILD is 'A' where it is left out.
 */
export type Cells = Readonly<Record<string, string | number | null>>;
export type Tables = Readonly<Record<string, readonly Cells[]>>;

export interface Example {
  /** A sentence's end: "a girl of ten". */
  readonly of: string;
  /** This year's tables; those of last year as `Episodes_last`. */
  readonly given: Tables;
  /** By table, the places of the rows found at fault, from 0. Empty when the rule lets the return pass. */
  readonly finds: Readonly<Record<string, readonly number[]>>;
  readonly year?: string;
  readonly format?: 'csv' | 'xml';
  readonly authority?: string;
  readonly providers?: readonly Cells[];
  readonly postcodes?: readonly Cells[];
  readonly peerCompatible?: boolean;
  /** The days that the dates are held against, where not the collection year's. */
  readonly period?: { readonly start: string; readonly end: string };
}

export interface RuleCase {
  readonly code: string;
  readonly examples: readonly Example[];
}

type Options = Partial<
  Pick<Example, 'year' | 'format' | 'authority' | 'providers' | 'postcodes' | 'peerCompatible' | 'period'>
>;

/** An example that the rule finds fault with, and where. */
export const finds = (
  of: string,
  given: Tables,
  found: Example['finds'],
  options: Options = {},
): Example => ({ of, given, finds: found, ...options });

/** An example that it lets pass. */
export const passes = (of: string, given: Tables, options: Options = {}): Example => ({
  of,
  given,
  finds: {},
  ...options,
});

export const rule = (code: string, ...examples: readonly Example[]): RuleCase => ({ code, examples });
