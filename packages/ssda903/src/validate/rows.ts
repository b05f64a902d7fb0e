import type { DayNumber } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { getTable } from '../tables/tables.ts';
import type { ReturnTable, SourceName } from './return-table.ts';

/**
 * The rows of a return as the rules read them. Every field has the name of its column. A date is the number of its day,
 * NaN when blank or unreadable, so that comparing with it is false; beside it, `raw…` is its text as given, '' when
 * blank. All other cells are texts, '' when blank.
 */
export interface Row {
  readonly table: SourceName;
  /** The row's place in its table, from 0. */
  readonly at: number;
  readonly CHILD: string;
}

type Dates<D extends string> = { readonly [K in D]: DayNumber } & { readonly [K in D as `raw${K}`]: string };
type Texts<T extends string> = { readonly [K in T]: string };

export type HeaderRow = Row & Texts<'SEX' | 'ETHNIC' | 'UPN' | 'MOTHER' | 'UASC'> & Dates<'DOB' | 'MC_DOB'>;
export type EpisodeRow = Row &
  Dates<'DECOM' | 'DEC'> &
  Texts<
    | 'RNE'
    | 'LS'
    | 'CIN'
    | 'PLACE'
    | 'PLACE_PROVIDER'
    | 'REC'
    | 'REASON_PLACE_CHANGE'
    | 'HOME_POST'
    | 'PL_POST'
    | 'URN'
    | 'PL_LA'
    | 'PL_LOCATION'
  > & {
    /** Miles to one decimal; NaN when not known. */
    readonly PL_DISTANCE: number;
  };
export type ReviewRow = Row & Dates<'DOB' | 'REVIEW'> & Texts<'REVIEW_CODE'>;
export type UascRow = Row & Dates<'DOB' | 'DUC'> & Texts<'SEX'>;
export type Oc2Row = Row &
  Dates<'DOB'> &
  Texts<
    | 'SDQ_SCORE'
    | 'SDQ_REASON'
    | 'CONVICTED'
    | 'HEALTH_CHECK'
    | 'IMMUNISATIONS'
    | 'TEETH_CHECK'
    | 'HEALTH_ASSESSMENT'
    | 'SUBSTANCE_MISUSE'
    | 'INTERVENTION_RECEIVED'
    | 'INTERVENTION_OFFERED'
  >;
export type Oc3Row = Row & Dates<'DOB'> & Texts<'IN_TOUCH' | 'ACTIV' | 'ACCOM'>;
export type Ad1Row = Row &
  Dates<'DOB' | 'DATE_INT' | 'DATE_MATCH'> &
  Texts<'FOSTER_CARE' | 'NB_ADOPTR' | 'SEX_ADOPTR' | 'LS_ADOPTR'>;
export type PlacedAdoptionRow = Row &
  Dates<'DOB' | 'DATE_PLACED' | 'DATE_PLACED_CEASED'> &
  Texts<'REASON_PLACED_CEASED'>;
/** DATE_PERM may have unknown parts: its day is then NaN, and `partialDate` reads its text. */
export type PrevPermRow = Row & Dates<'DOB' | 'DATE_PERM'> & Texts<'PREV_PERM' | 'LA_PERM'>;
export type MissingRow = Row & Dates<'DOB' | 'MIS_START' | 'MIS_END'> & Texts<'MISSING'>;
export type SwEpisodeRow = Row & Dates<'DOB' | 'SW_DECOM' | 'SW_DEC'> & Texts<'SW_ID' | 'SW_REASON'>;
export type DoloRow = Row & Dates<'DOB' | 'DOLO_START' | 'DOLO_END'>;

export interface RowTypes {
  readonly Header: HeaderRow;
  readonly Episodes: EpisodeRow;
  readonly Reviews: ReviewRow;
  readonly UASC: UascRow;
  readonly OC2: Oc2Row;
  readonly OC3: Oc3Row;
  readonly AD1: Ad1Row;
  readonly PlacedAdoption: PlacedAdoptionRow;
  readonly PrevPerm: PrevPermRow;
  readonly Missing: MissingRow;
  readonly SWEpisodes: SwEpisodeRow;
  readonly DoLo: DoloRow;
}

/** Makes a table's rows, one when it is asked for: none outlives the child it is of. */
export type RowMaker<T extends TableName> = (at: number) => RowTypes[T];

type Cell = readonly [field: string, read: (at: number) => string | number];

/** Cells that are worked out rather than read, by column. */
export type WorkedOut = Readonly<Record<string, (at: number) => string | number>>;

const numberIn = (text: string): number => (text === '' ? Number.NaN : Number(text));

/**
 * `table` is one of that name, of this year or last. All rows are given their fields in one order, which is what makes
 * reading them fast.
 */
export const rowMaker = <T extends TableName>(
  name: T,
  table: ReturnTable,
  workedOut: WorkedOut = {},
): RowMaker<T> => {
  const { columns, derived = [] } = getTable(name);
  const cells = [...columns, ...derived].flatMap(({ name: column, kind }): readonly Cell[] => {
    const made = workedOut[column];
    if (made !== undefined) return [[column, made]];
    const text = table.text(column);
    if (kind === 'date' || kind === 'partial-date')
      return [
        [column, table.day(column)],
        [`raw${column}`, text],
      ];
    return kind === 'number' && column === 'PL_DISTANCE'
      ? [[column, (at) => numberIn(text(at))]]
      : [[column, text]];
  });
  return (at) => {
    const row: Record<string, string | number> = { table: table.name, at };
    for (const [field, read] of cells) row[field] = read(at);
    return row as unknown as RowTypes[T];
  };
};
