import type { DayNumber } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import type { ReturnTable } from './return-table.ts';
import type { RowTypes } from './rows.ts';

/** Makes a table's rows, one when it is asked for: none outlives the child it is of. */
export type RowMaker<T extends TableName> = (at: number) => RowTypes[T];

type Text = (at: number) => string;

/** Cells that are worked out rather than read, by column. */
export interface WorkedOut {
  readonly UASC?: Text | undefined;
  readonly PL_LA?: Text | undefined;
  readonly PL_LOCATION?: Text | undefined;
  readonly PL_DISTANCE?: ((at: number) => number) | undefined;
}

const numberIn = (text: string): number => (text === '' ? Number.NaN : Number(text));

interface Columns {
  readonly text: (column: string) => Text;
  readonly day: (column: string) => (at: number) => DayNumber;
  readonly workedOut: WorkedOut;
}

type MakerOf<T extends TableName> = (table: ReturnTable['name'], columns: Columns) => RowMaker<T>;

/**
 * Every field is written out, table by table, though the columns are listed elsewhere: objects made in one piece take a
 * quarter of the time to make of those filled field by field, and all England has a million and a half of them.
 */
const MAKERS: { readonly [T in TableName]: MakerOf<T> } = {
  Header: (table, { text, day, workedOut }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [MC_DOB, rawMC_DOB] = [day('MC_DOB'), text('MC_DOB')];
    const UASC = workedOut.UASC ?? text('UASC');
    const [CHILD, SEX, ETHNIC, UPN] = [text('CHILD'), text('SEX'), text('ETHNIC'), text('UPN')];
    const MOTHER = text('MOTHER');
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      SEX: SEX(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      ETHNIC: ETHNIC(at),
      UPN: UPN(at),
      MOTHER: MOTHER(at),
      MC_DOB: MC_DOB(at),
      rawMC_DOB: rawMC_DOB(at),
      UASC: UASC(at),
    });
  },
  Episodes: (table, { text, day, workedOut }) => {
    const [DECOM, rawDECOM] = [day('DECOM'), text('DECOM')];
    const [DEC, rawDEC] = [day('DEC'), text('DEC')];
    const PL_LA = workedOut.PL_LA ?? text('PL_LA');
    const PL_LOCATION = workedOut.PL_LOCATION ?? text('PL_LOCATION');
    const givenPL_DISTANCE = text('PL_DISTANCE');
    const PL_DISTANCE = workedOut.PL_DISTANCE ?? ((at: number) => numberIn(givenPL_DISTANCE(at)));
    const [CHILD, RNE, LS, CIN] = [text('CHILD'), text('RNE'), text('LS'), text('CIN')];
    const [PLACE, PLACE_PROVIDER, REC, REASON_PLACE_CHANGE] = [
      text('PLACE'),
      text('PLACE_PROVIDER'),
      text('REC'),
      text('REASON_PLACE_CHANGE'),
    ];
    const [HOME_POST, PL_POST, URN] = [text('HOME_POST'), text('PL_POST'), text('URN')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DECOM: DECOM(at),
      rawDECOM: rawDECOM(at),
      RNE: RNE(at),
      LS: LS(at),
      CIN: CIN(at),
      PLACE: PLACE(at),
      PLACE_PROVIDER: PLACE_PROVIDER(at),
      DEC: DEC(at),
      rawDEC: rawDEC(at),
      REC: REC(at),
      REASON_PLACE_CHANGE: REASON_PLACE_CHANGE(at),
      HOME_POST: HOME_POST(at),
      PL_POST: PL_POST(at),
      URN: URN(at),
      PL_LA: PL_LA(at),
      PL_LOCATION: PL_LOCATION(at),
      PL_DISTANCE: PL_DISTANCE(at),
    });
  },
  Reviews: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [REVIEW, rawREVIEW] = [day('REVIEW'), text('REVIEW')];
    const [CHILD, REVIEW_CODE] = [text('CHILD'), text('REVIEW_CODE')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      REVIEW: REVIEW(at),
      rawREVIEW: rawREVIEW(at),
      REVIEW_CODE: REVIEW_CODE(at),
    });
  },
  UASC: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [DUC, rawDUC] = [day('DUC'), text('DUC')];
    const [CHILD, SEX] = [text('CHILD'), text('SEX')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      SEX: SEX(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      DUC: DUC(at),
      rawDUC: rawDUC(at),
    });
  },
  OC2: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [CHILD, SDQ_SCORE, SDQ_REASON, CONVICTED] = [
      text('CHILD'),
      text('SDQ_SCORE'),
      text('SDQ_REASON'),
      text('CONVICTED'),
    ];
    const [HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT] = [
      text('HEALTH_CHECK'),
      text('IMMUNISATIONS'),
      text('TEETH_CHECK'),
      text('HEALTH_ASSESSMENT'),
    ];
    const [SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED] = [
      text('SUBSTANCE_MISUSE'),
      text('INTERVENTION_RECEIVED'),
      text('INTERVENTION_OFFERED'),
    ];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      SDQ_SCORE: SDQ_SCORE(at),
      SDQ_REASON: SDQ_REASON(at),
      CONVICTED: CONVICTED(at),
      HEALTH_CHECK: HEALTH_CHECK(at),
      IMMUNISATIONS: IMMUNISATIONS(at),
      TEETH_CHECK: TEETH_CHECK(at),
      HEALTH_ASSESSMENT: HEALTH_ASSESSMENT(at),
      SUBSTANCE_MISUSE: SUBSTANCE_MISUSE(at),
      INTERVENTION_RECEIVED: INTERVENTION_RECEIVED(at),
      INTERVENTION_OFFERED: INTERVENTION_OFFERED(at),
    });
  },
  OC3: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [CHILD, IN_TOUCH, ACTIV, ACCOM] = [text('CHILD'), text('IN_TOUCH'), text('ACTIV'), text('ACCOM')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      IN_TOUCH: IN_TOUCH(at),
      ACTIV: ACTIV(at),
      ACCOM: ACCOM(at),
    });
  },
  AD1: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [DATE_INT, rawDATE_INT] = [day('DATE_INT'), text('DATE_INT')];
    const [DATE_MATCH, rawDATE_MATCH] = [day('DATE_MATCH'), text('DATE_MATCH')];
    const [CHILD, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR] = [
      text('CHILD'),
      text('FOSTER_CARE'),
      text('NB_ADOPTR'),
      text('SEX_ADOPTR'),
    ];
    const LS_ADOPTR = text('LS_ADOPTR');
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      DATE_INT: DATE_INT(at),
      rawDATE_INT: rawDATE_INT(at),
      DATE_MATCH: DATE_MATCH(at),
      rawDATE_MATCH: rawDATE_MATCH(at),
      FOSTER_CARE: FOSTER_CARE(at),
      NB_ADOPTR: NB_ADOPTR(at),
      SEX_ADOPTR: SEX_ADOPTR(at),
      LS_ADOPTR: LS_ADOPTR(at),
    });
  },
  PlacedAdoption: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [DATE_PLACED, rawDATE_PLACED] = [day('DATE_PLACED'), text('DATE_PLACED')];
    const [DATE_PLACED_CEASED, rawDATE_PLACED_CEASED] = [
      day('DATE_PLACED_CEASED'),
      text('DATE_PLACED_CEASED'),
    ];
    const [CHILD, REASON_PLACED_CEASED] = [text('CHILD'), text('REASON_PLACED_CEASED')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      DATE_PLACED: DATE_PLACED(at),
      rawDATE_PLACED: rawDATE_PLACED(at),
      DATE_PLACED_CEASED: DATE_PLACED_CEASED(at),
      rawDATE_PLACED_CEASED: rawDATE_PLACED_CEASED(at),
      REASON_PLACED_CEASED: REASON_PLACED_CEASED(at),
    });
  },
  PrevPerm: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [DATE_PERM, rawDATE_PERM] = [day('DATE_PERM'), text('DATE_PERM')];
    const [CHILD, PREV_PERM, LA_PERM] = [text('CHILD'), text('PREV_PERM'), text('LA_PERM')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      PREV_PERM: PREV_PERM(at),
      LA_PERM: LA_PERM(at),
      DATE_PERM: DATE_PERM(at),
      rawDATE_PERM: rawDATE_PERM(at),
    });
  },
  Missing: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [MIS_START, rawMIS_START] = [day('MIS_START'), text('MIS_START')];
    const [MIS_END, rawMIS_END] = [day('MIS_END'), text('MIS_END')];
    const [CHILD, MISSING] = [text('CHILD'), text('MISSING')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      MISSING: MISSING(at),
      MIS_START: MIS_START(at),
      rawMIS_START: rawMIS_START(at),
      MIS_END: MIS_END(at),
      rawMIS_END: rawMIS_END(at),
    });
  },
  SWEpisodes: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [SW_DECOM, rawSW_DECOM] = [day('SW_DECOM'), text('SW_DECOM')];
    const [SW_DEC, rawSW_DEC] = [day('SW_DEC'), text('SW_DEC')];
    const [CHILD, SW_ID, SW_REASON] = [text('CHILD'), text('SW_ID'), text('SW_REASON')];
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      SW_ID: SW_ID(at),
      SW_DECOM: SW_DECOM(at),
      rawSW_DECOM: rawSW_DECOM(at),
      SW_DEC: SW_DEC(at),
      rawSW_DEC: rawSW_DEC(at),
      SW_REASON: SW_REASON(at),
    });
  },
  DoLo: (table, { text, day }) => {
    const [DOB, rawDOB] = [day('DOB'), text('DOB')];
    const [DOLO_START, rawDOLO_START] = [day('DOLO_START'), text('DOLO_START')];
    const [DOLO_END, rawDOLO_END] = [day('DOLO_END'), text('DOLO_END')];
    const CHILD = text('CHILD');
    return (at) => ({
      table,
      at,
      CHILD: CHILD(at),
      DOB: DOB(at),
      rawDOB: rawDOB(at),
      DOLO_START: DOLO_START(at),
      rawDOLO_START: rawDOLO_START(at),
      DOLO_END: DOLO_END(at),
      rawDOLO_END: rawDOLO_END(at),
    });
  },
};

/** `table` is one of that name, of this year or last. */
export const rowMaker = <T extends TableName>(
  name: T,
  table: ReturnTable,
  workedOut: WorkedOut = {},
): RowMaker<T> =>
  MAKERS[name](table.name, {
    text: (column) => table.text(column),
    day: (column) => table.day(column),
    workedOut,
  });
