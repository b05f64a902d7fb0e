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

/** A name as it is compared: a workbook may break it over lines to make it fit. */
const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

const columnsOf = (header: readonly string[]): Columns => {
  const names = header.map(plain);
  return {
    at: (wanted) => wanted.flatMap((name) => names.flatMap((given, i) => (given === name ? [i] : []))),
    width: names.filter((name) => name !== '').length,
  };
};

const headerRow = (rows: SheetRead['rows']): number =>
  rows.slice(0, 10).findIndex((row) => row.some((cell) => plain(cell) === 'urn'));

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

/** Whether a sheet that lists providers has one of these columns. */
const hasColumn = ({ rows }: SheetRead, names: readonly string[]): boolean =>
  columnsOf(rows[headerRow(rows)] ?? []).at(names).length > 0;

const hasCodes = ({ PLACE_CODES, PROVIDER_CODES }: ProviderRow): boolean =>
  PLACE_CODES !== '' || PROVIDER_CODES !== '';

const NO_PROVIDER = 'It has a column URN, and no provider below it. Use the list as Ofsted published it.';

/** Every code in the return would look wrong. */
const NO_CODES =
  'It has a column URN, and no column of placement or provider codes that we know: the columns may have been renamed. Use the list as Ofsted published it.';

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
 * come in any order and under any name; a URN may be on several lines. Throws `NotAProviderList`; what a list that was read
 * does not tell is said by `providerListDoubts`.
 */
export const readProviders = (sheets: readonly SheetRead[]): readonly ProviderRow[] => {
  const listed = sheets.filter(({ rows }) => headerRow(rows) >= 0);
  if (listed.length === 0)
    throw new NotAProviderList(
      'No sheet has a column URN, so this is not one of Ofsted’s lists of providers. Use the children’s homes or the social care providers workbook, as downloaded.',
    );
  const rows = withPostcodes(listed.flatMap(rowsOf));
  const withCodes = new Set(rows.filter(hasCodes).map(({ URN }) => URN));
  if (rows.length === 0) throw new NotAProviderList(NO_PROVIDER);
  if (withCodes.size === 0 && !listed.some((sheet) => hasColumn(sheet, NAMES.codes)))
    throw new NotAProviderList(NO_CODES);
  // A line of another sheet about a setting that is listed says nothing more of it; one of its own still says it exists.
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (hasCodes(row)) return true;
    if (withCodes.has(row.URN) || seen.has(row.URN)) return false;
    seen.add(row.URN);
    return true;
  });
};

const AS_PUBLISHED = 'The column may have been renamed. Use the list as Ofsted published it.';

/**
 * What lists that were read do not tell, and what the rules then make of it, as sentences: a rule that looks up what is not
 * there finds fault with every row, or with none.
 */
export const providerListDoubts = (sheets: readonly SheetRead[]): readonly string[] => {
  const listed = sheets.filter(({ rows }) => headerRow(rows) >= 0);
  const rows = withPostcodes(listed.flatMap(rowsOf));
  const withCodes = new Set(rows.filter(hasCodes).map(({ URN }) => URN));
  const untold = listed.flatMap((sheet) => {
    const own = new Set(rowsOf(sheet).map(({ URN }) => URN));
    if (withCodes.size === 0 || own.size === 0 || [...own].some((urn) => withCodes.has(urn))) return [];
    const why = hasColumn(sheet, NAMES.codes)
      ? 'none of their placement and provider codes is one that the return knows'
      : 'no column of it has their placement or provider codes';
    return [
      `The sheet “${sheet.name}” lists ${own.size.toLocaleString('en-GB')} ${own.size === 1 ? 'provider' : 'providers'}, and ${why}: rules 219 and 224 find fault with every placement there. ${AS_PUBLISHED}`,
    ];
  });
  const lacks = (isTold: (row: ProviderRow) => boolean, without: string): readonly string[] =>
    rows.some(isTold) ? [] : [`${without} ${AS_PUBLISHED}`];
  return [
    ...untold,
    ...lacks(
      ({ PLACE_CODES }) => PLACE_CODES !== '',
      'No provider has a placement code, such as K2 or U1: rule 219 finds fault with every placement.',
    ),
    ...lacks(
      ({ PROVIDER_CODES }) => PROVIDER_CODES !== '',
      'No provider has a provider code, such as PR4: rule 224 finds fault with every placement.',
    ),
    ...lacks(
      ({ POSTCODE }) => POSTCODE !== '',
      'No provider has a postcode: rule 221 finds fault with every home that should be at its own.',
    ),
    ...(listed.some((sheet) => hasColumn(sheet, NAMES.REG_END))
      ? []
      : [
          `No sheet has the day on which a registration ended (Closed date, Deregistration date): rules 227 and 228 find nothing. ${AS_PUBLISHED}`,
        ]),
  ];
};
