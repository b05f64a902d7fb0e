import type { DayNumber } from '@rightplace/domain';
import type { SourceName } from './return-table.ts';

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
