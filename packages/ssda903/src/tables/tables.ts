import type { CollectionYear } from '@rightplace/domain';
import type { Column, Table, TableName } from './table.ts';

type Blank = 'may be blank' | 'required';

const column =
  (kind: Column['kind']) =>
  (name: string, blank: Blank = 'required'): Column => ({ name, kind, mayBeBlank: blank === 'may be blank' });

const text = column('text');
const code = column('code');
const date = column('date');
const partialDate = column('partial-date');
const number = column('number');

const CHILD = text('CHILD');
const DOB = date('DOB');

/** The files of the return, in the order in which people meet them. */
export const TABLES: readonly Table[] = [
  {
    name: 'Header',
    title: 'Header',
    rowFor: 'child',
    fileName: 'header.csv',
    columns: [
      CHILD,
      code('SEX'),
      DOB,
      code('ETHNIC'),
      text('UPN', 'may be blank'),
      code('MOTHER', 'may be blank'),
      date('MC_DOB', 'may be blank'),
    ],
    derived: [code('UASC', 'may be blank')],
  },
  {
    name: 'Episodes',
    title: 'Episodes',
    rowFor: 'episode of care',
    fileName: 'episodes.csv',
    columns: [
      CHILD,
      date('DECOM'),
      code('RNE'),
      code('LS'),
      code('CIN'),
      code('PLACE'),
      code('PLACE_PROVIDER', 'may be blank'),
      date('DEC', 'may be blank'),
      code('REC', 'may be blank'),
      code('REASON_PLACE_CHANGE', 'may be blank'),
      text('HOME_POST', 'may be blank'),
      text('PL_POST', 'may be blank'),
      text('URN', 'may be blank'),
    ],
    derived: [
      text('PL_LA', 'may be blank'),
      code('PL_LOCATION', 'may be blank'),
      number('PL_DISTANCE', 'may be blank'),
    ],
    endColumn: 'DEC',
  },
  {
    name: 'Reviews',
    title: 'Reviews',
    rowFor: 'review',
    fileName: 'reviews.csv',
    columns: [CHILD, DOB, date('REVIEW'), code('REVIEW_CODE')],
  },
  {
    name: 'UASC',
    title: 'Unaccompanied asylum-seeking children',
    rowFor: 'child',
    fileName: 'uasc.csv',
    columns: [CHILD, code('SEX'), DOB, date('DUC', 'may be blank')],
  },
  {
    name: 'OC2',
    title: 'OC2 (outcomes)',
    rowFor: 'child looked after for twelve months',
    fileName: 'oc2.csv',
    columns: [
      CHILD,
      DOB,
      number('SDQ_SCORE', 'may be blank'),
      code('SDQ_REASON', 'may be blank'),
      code('CONVICTED', 'may be blank'),
      code('HEALTH_CHECK', 'may be blank'),
      code('IMMUNISATIONS', 'may be blank'),
      code('TEETH_CHECK', 'may be blank'),
      code('HEALTH_ASSESSMENT', 'may be blank'),
      code('SUBSTANCE_MISUSE', 'may be blank'),
      code('INTERVENTION_RECEIVED', 'may be blank'),
      code('INTERVENTION_OFFERED', 'may be blank'),
    ],
  },
  {
    name: 'OC3',
    title: 'OC3 (care leavers)',
    rowFor: 'care leaver',
    fileName: 'oc3.csv',
    columns: [CHILD, DOB, code('IN_TOUCH'), code('ACTIV'), code('ACCOM')],
  },
  {
    name: 'AD1',
    title: 'AD1 (adopted in the year)',
    rowFor: 'adopted child',
    fileName: 'ad1.csv',
    columns: [
      CHILD,
      DOB,
      date('DATE_INT'),
      date('DATE_MATCH'),
      code('FOSTER_CARE'),
      code('NB_ADOPTR'),
      code('SEX_ADOPTR'),
      code('LS_ADOPTR'),
    ],
  },
  {
    name: 'PlacedAdoption',
    title: 'Should be placed for adoption',
    rowFor: 'decision',
    fileName: 'placed_for_adoption.csv',
    columns: [
      CHILD,
      DOB,
      date('DATE_PLACED'),
      date('DATE_PLACED_CEASED', 'may be blank'),
      code('REASON_PLACED_CEASED', 'may be blank'),
    ],
    endColumn: 'DATE_PLACED_CEASED',
  },
  {
    name: 'PrevPerm',
    title: 'Previous permanence',
    rowFor: 'child starting to be looked after',
    fileName: 'previous_permanence.csv',
    columns: [
      CHILD,
      DOB,
      code('PREV_PERM'),
      code('LA_PERM', 'may be blank'),
      partialDate('DATE_PERM', 'may be blank'),
    ],
  },
  {
    name: 'Missing',
    title: 'Missing',
    rowFor: 'incident',
    fileName: 'missing.csv',
    columns: [CHILD, DOB, code('MISSING'), date('MIS_START'), date('MIS_END', 'may be blank')],
    endColumn: 'MIS_END',
  },
  {
    name: 'SWEpisodes',
    title: 'Social workers',
    rowFor: 'social worker episode',
    fileName: 'sw_episodes.csv',
    since: 2024,
    columns: [
      CHILD,
      DOB,
      text('SW_ID'),
      partialDate('SW_DECOM'),
      partialDate('SW_DEC', 'may be blank'),
      code('SW_REASON', 'may be blank'),
    ],
    endColumn: 'SW_DEC',
  },
  {
    name: 'DoLo',
    title: 'Deprivation of liberty orders',
    rowFor: 'order',
    fileName: 'deprivation_of_liberty.csv',
    since: 2027,
    columns: [CHILD, DOB, date('DOLO_START'), date('DOLO_END', 'may be blank')],
    endColumn: 'DOLO_END',
  },
];

const BY_NAME: ReadonlyMap<string, Table> = new Map(TABLES.map((table) => [table.name, table]));

export const getTable = (name: TableName): Table => {
  const table = BY_NAME.get(name);
  if (table === undefined) throw new RangeError(`${name} is not a table of the return`);
  return table;
};

export const columnNames = (table: Table): readonly string[] => table.columns.map(({ name }) => name);

/** Whether a collection year's return has the table at all. */
export const isInYear = (table: Table, year: CollectionYear): boolean =>
  table.since === undefined || year >= table.since;
