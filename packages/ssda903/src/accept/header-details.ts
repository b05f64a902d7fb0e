import type { ChildDetails } from '@rightplace/domain';
import { sexFromCode } from '../codes/sex.ts';
import { cellsOf, type TableRows } from '../tables/table-rows.ts';
import type { Days } from './days.ts';
import { type Entry, type MergeRules, standingByKey } from './merge.ts';

/** What a Header row says of a child. */
export type HeaderDetails = Pick<
  ChildDetails,
  'sex' | 'dateOfBirth' | 'ethnicity' | 'upn' | 'mother' | 'motherChildBornOn'
>;

const FIELDS = ['sex', 'dateOfBirth', 'ethnicity', 'upn', 'mother', 'motherChildBornOn'] as const;

/** Reads row numbers of a Header. Call it only for rows that passed their check. */
export const headersIn = (rows: TableRows, days: Days): ((row: number) => HeaderDetails) => {
  const [sexes, births, ethnicities] = [cellsOf(rows, 'SEX'), cellsOf(rows, 'DOB'), cellsOf(rows, 'ETHNIC')];
  const [upns, mothers, childBirths] = [
    cellsOf(rows, 'UPN'),
    cellsOf(rows, 'MOTHER'),
    cellsOf(rows, 'MC_DOB'),
  ];
  return (row) => {
    const sex = sexFromCode(sexes.at(row));
    const dateOfBirth = days.find(births.at(row));
    const motherChildBornOn = days.find(childBirths.at(row));
    return {
      ...(sex === undefined ? {} : { sex }),
      ...(dateOfBirth === null ? {} : { dateOfBirth }),
      ...textIn('ethnicity', ethnicities.at(row)),
      ...textIn('upn', upns.at(row)),
      ...textIn('mother', mothers.at(row)),
      ...(motherChildBornOn === null ? {} : { motherChildBornOn }),
    };
  };
};

const textIn = <Field extends string>(field: Field, text: string): Partial<Record<Field, string>> =>
  text === '' ? {} : ({ [field]: text } as Record<Field, string>);

export const headerDetailsOf = (details: ChildDetails): HeaderDetails =>
  Object.fromEntries(
    FIELDS.filter((field) => details[field] !== undefined).map((field) => [field, details[field]]),
  );

export const knowsNothing = (details: HeaderDetails): boolean =>
  FIELDS.every((field) => details[field] === undefined);

export const sameHeader = (a: HeaderDetails, b: HeaderDetails): boolean =>
  FIELDS.every((field) => a[field] === b[field]);

/** Whether all that the one says is known already. It may leave blank what is known. */
export const saysNothingElse = (said: HeaderDetails, known: HeaderDetails): boolean =>
  FIELDS.every((field) => said[field] === undefined || said[field] === known[field]);

/** One Header row a child: the newest. */
export const HEADER_RULES: MergeRules<HeaderDetails> = {
  standing: () => standingByKey(() => 'header'),
  isSame: sameHeader,
  keyOf: () => 'header',
  isOpen: () => false,
  // What was entered by hand has been set beside the return's before (`besideEntered`).
  yearOf: () => 0,
  couldBeIn: () => true,
  isFollowedBy: () => false,
  haveRoom: () => false,
};

/** The child's details with what the Header says now. Names, addresses and the rest, which no return holds, stay. */
export const detailsWith = (before: ChildDetails | undefined, header: Entry<HeaderDetails>): ChildDetails => {
  if (before === undefined) return header.item;
  const rest = Object.fromEntries(
    Object.entries(before).filter(([field]) => !(FIELDS as readonly string[]).includes(field)),
  );
  return { ...rest, ...header.item };
};
