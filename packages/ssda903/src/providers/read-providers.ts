import type { SheetRead } from '@rightplace/spreadsheet';
import { compactPostcode } from '../validate/postcodes.ts';
import type { ProviderLine } from '../validate/providers.ts';

/** A registered setting, with every cell that the rules look at. */
export type ProviderRow = { readonly [K in Exclude<keyof ProviderLine, 'LA_CODE_INFERRED'>]-?: string } & {
  /** Only our own columns give it: Ofsted's lists name the authority, and not its code. */
  readonly LA_CODE_INFERRED?: string;
};

/** Sheets that are none of Ofsted's lists, with a sentence for whoever sent them. */
export class NotAProviderList extends Error {}

/** The names that editions of Ofsted's lists give a column, in small letters; the first that a sheet has is read. */
const NAMES = {
  URN: ['urn'],
  // Editions differ in which of the two columns holds which codes: they are told apart by what they look like.
  codes: [
    'placement code',
    'provider code',
    'placement provider code',
    'provider placement code',
    'place_codes',
    'provider_codes',
  ],
  REG_END: ['closed date', 'deregistration date', 'reg_end'],
  POSTCODE: ['setting postcode', 'setting address postcode', 'provider postcode', 'postcode'],
  LA_CODE_INFERRED: ['la_code_inferred'],
} as const;

const isSupportedAccommodation = (name: string): boolean => /^sa providers$/i.test(name.trim());

const ANY_CODES = /[,/;&\s]+/;
const PROVIDER_CODE = /^PR\d$/;
const PLACE_CODE = /^[A-Z]\d{1,2}$/;

const codesIn = (cells: readonly string[], pattern: RegExp): string =>
  [...new Set(cells.flatMap((cell) => cell.toUpperCase().split(ANY_CODES)))]
    .filter((code) => pattern.test(code))
    .join(',');

interface Columns {
  readonly at: (names: readonly string[]) => readonly number[];
  readonly width: number;
}

const columnsOf = (header: readonly string[]): Columns => {
  const names = header.map((name) => name.trim().toLowerCase());
  return {
    at: (wanted) => wanted.flatMap((name) => names.flatMap((given, i) => (given === name ? [i] : []))),
    width: names.filter((name) => name !== '').length,
  };
};

const headerRow = (rows: SheetRead['rows']): number =>
  rows.slice(0, 10).findIndex((row) => row.some((cell) => cell.trim().toLowerCase() === 'urn'));

const rowsOf = ({ name, rows }: SheetRead): readonly ProviderRow[] => {
  const top = headerRow(rows);
  if (top < 0) return [];
  const columns = columnsOf(rows[top] ?? []);
  const cell = (row: readonly string[], names: readonly string[]): string =>
    columns
      .at(names)
      .map((i) => row[i] ?? '')
      .find((text) => text !== '' && text !== '-') ?? '';
  const isSa = isSupportedAccommodation(name);
  const hasAuthority = columns.at(NAMES.LA_CODE_INFERRED).length > 0;
  return rows.slice(top + 1).flatMap((row): readonly ProviderRow[] => {
    const urn = cell(row, NAMES.URN);
    if (urn === '') return [];
    const codes = columns.at(NAMES.codes).map((i) => row[i] ?? '');
    const places = codesIn(codes, PLACE_CODE);
    const providers = codesIn(codes, PROVIDER_CODE);
    return [
      {
        URN: urn.toUpperCase().replace(/\.0+$/, ''),
        // A sheet of supported accommodation is all of one kind, and says so only by its name.
        PLACE_CODES: isSa ? 'K3' : places,
        PROVIDER_CODES: isSa && providers === '' ? 'PR4' : providers,
        REG_END: cell(row, NAMES.REG_END),
        POSTCODE: compactPostcode(cell(row, NAMES.POSTCODE)),
        ...(hasAuthority ? { LA_CODE_INFERRED: cell(row, NAMES.LA_CODE_INFERRED).toUpperCase() } : {}),
      },
    ];
  });
};

const hasCodes = ({ PLACE_CODES, PROVIDER_CODES }: ProviderRow): boolean =>
  PLACE_CODES !== '' || PROVIDER_CODES !== '';

/** Some editions keep addresses on a sheet of their own: they are found by URN. */
const withPostcodes = (rows: readonly ProviderRow[]): readonly ProviderRow[] => {
  const postcodes = new Map(
    rows.filter(({ POSTCODE }) => POSTCODE !== '').map(({ URN, POSTCODE }) => [URN, POSTCODE]),
  );
  return rows.map((row) => (row.POSTCODE === '' ? { ...row, POSTCODE: postcodes.get(row.URN) ?? '' } : row));
};

/**
 * The settings in Ofsted's lists: the children's homes and the social care providers workbooks, the combined ones that
 * came after, or our own columns (URN, PLACE_CODES, PROVIDER_CODES, REG_END, POSTCODE, LA_CODE_INFERRED). Sheets may
 * come in any order and under any name; a URN may be on several lines. Throws `NotAProviderList`.
 */
export const readProviders = (sheets: readonly SheetRead[]): readonly ProviderRow[] => {
  const listed = sheets.filter(({ rows }) => headerRow(rows) >= 0);
  if (listed.length === 0)
    throw new NotAProviderList(
      'No sheet has a column URN, so this is not one of Ofsted’s lists of providers. Use the children’s homes or the social care providers workbook, as downloaded.',
    );
  const rows = withPostcodes(listed.flatMap(rowsOf));
  const withCodes = new Set(rows.filter(hasCodes).map(({ URN }) => URN));
  // A line of another sheet about a setting that is listed says nothing more of it; one of its own still says it exists.
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (hasCodes(row)) return true;
    if (withCodes.has(row.URN) || seen.has(row.URN)) return false;
    seen.add(row.URN);
    return true;
  });
};
