import {
  type ChildFact,
  type CollectionYear,
  collectionYearEnd,
  type Day,
  type Episode,
  type FactKind,
} from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { type Cells, cellsOf, type TableRows } from '../tables/table-rows.ts';
import type { Days } from './days.ts';

/** The kind of fact that a table's rows are kept as. Header and Episodes are kept otherwise. */
export const FACT_KIND_OF: Readonly<Record<Exclude<TableName, 'Header' | 'Episodes'>, FactKind>> = {
  Reviews: 'review',
  UASC: 'uasc',
  OC2: 'oc2',
  OC3: 'oc3',
  AD1: 'ad1',
  PlacedAdoption: 'placed-for-adoption',
  PrevPerm: 'previous-permanence',
  Missing: 'missing',
  SWEpisodes: 'social-worker',
  DoLo: 'deprivation-of-liberty',
};

/** The columns by which a child's rows of a table are told apart; none where there is one row a year, or only one. */
const KEY_COLUMNS: Readonly<Record<FactKind, readonly string[]>> = {
  review: ['REVIEW'],
  missing: ['MIS_START', 'MISSING'],
  'placed-for-adoption': ['DATE_PLACED'],
  'social-worker': ['SW_DECOM', 'SW_ID'],
  'deprivation-of-liberty': ['DOLO_START'],
  uasc: [],
  oc2: [],
  oc3: [],
  ad1: [],
  'previous-permanence': [],
};

/** Reads row numbers as episodes. Call it only for rows that passed their check. */
export const episodesIn = (rows: TableRows, days: Days): ((row: number) => Episode) => {
  const text = (column: string): ((row: number) => string) => {
    const cells = cellsOf(rows, column);
    return (row) => cells.at(row);
  };
  const textOrNull = (column: string): ((row: number) => string | null) => {
    const cells = cellsOf(rows, column);
    return (row) => cells.at(row) || null;
  };
  const [decom, rne, ls, place] = [text('DECOM'), text('RNE'), text('LS'), text('PLACE')] as const;
  const [cin, provider, dec] = [textOrNull('CIN'), textOrNull('PLACE_PROVIDER'), text('DEC')] as const;
  const [rec, reasonPlaceChange] = [textOrNull('REC'), textOrNull('REASON_PLACE_CHANGE')] as const;
  const [homePostcode, postcode, urn] = [
    textOrNull('HOME_POST'),
    textOrNull('PL_POST'),
    textOrNull('URN'),
  ] as const;
  return (row) => ({
    decom: days.find(decom(row)) as Day,
    rne: rne(row),
    ls: ls(row),
    cin: cin(row),
    place: place(row),
    provider: provider(row),
    dec: days.find(dec(row)),
    rec: rec(row),
    reasonPlaceChange: reasonPlaceChange(row),
    homePostcode: homePostcode(row),
    postcode: postcode(row),
    urn: urn(row),
  });
};

/** Reads row numbers of any other table as facts; `year` is the return's, the key of facts that are said once a year. */
export const factsIn = (
  rows: TableRows,
  kind: FactKind,
  year: CollectionYear,
  days: Days,
): ((row: number) => ChildFact) => {
  const keys = KEY_COLUMNS[kind].map((column) => cellsOf(rows, column));
  const onlyKey = kind === 'uasc' ? '1' : collectionYearEnd(year);
  const columns = rows.columns.slice(1).map((name) => ({ name, cells: cellsOf(rows, name) }));
  return (row) => {
    const fields: Record<string, string> = {};
    for (const { name, cells } of columns) {
      const cell = cells.at(row);
      if (cell !== '') fields[name] = cell;
    }
    return { kind, key: keys.length === 0 ? onlyKey : keyOf(keys, row, days), fields };
  };
};

/** Days in a key are written as the record writes them, so that keys sort; a partial date is kept as it is. */
const keyOf = (keys: readonly Cells[], row: number, days: Days): string => {
  let key = '';
  for (const cells of keys) {
    const cell = cells.at(row);
    const part = days.find(cell) ?? cell;
    key = key === '' ? part : `${key} ${part}`;
  }
  return key.trimEnd();
};

export const sameEpisode = (a: Episode, b: Episode): boolean =>
  a.decom === b.decom &&
  a.dec === b.dec &&
  a.rne === b.rne &&
  a.ls === b.ls &&
  a.cin === b.cin &&
  a.place === b.place &&
  a.provider === b.provider &&
  a.rec === b.rec &&
  a.reasonPlaceChange === b.reasonPlaceChange &&
  a.homePostcode === b.homePostcode &&
  a.postcode === b.postcode &&
  a.urn === b.urn;

export const sameFact = (a: ChildFact, b: ChildFact): boolean => {
  if (a.kind !== b.kind || a.key !== b.key) return false;
  const names = Object.keys(a.fields);
  return (
    names.length === Object.keys(b.fields).length && names.every((name) => a.fields[name] === b.fields[name])
  );
};

export const isZeroLengthEpisode = ({ decom, dec }: Episode): boolean => decom === dec;

/** By DECOM, and on one day the one of no length first: the order in which episodes are told. */
export const byStart = (a: Episode, b: Episode): number => {
  if (a.decom !== b.decom) return a.decom < b.decom ? -1 : 1;
  return Number(isZeroLengthEpisode(b)) - Number(isZeroLengthEpisode(a));
};
