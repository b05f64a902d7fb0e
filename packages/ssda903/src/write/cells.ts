import type { ChildFact, ChildId, CollectionYear, Day, Episode } from '@rightplace/domain';
import { FACT_KIND_OF } from '../accept/row-items.ts';
import { placeCode } from '../codes/place.ts';
import { sexCode, sexFromCode } from '../codes/sex.ts';
import { dayToReturn } from '../dates.ts';
import type { TableName } from '../tables/table.ts';
import { TABLES } from '../tables/tables.ts';
import type { ChildOfYear } from './rows-of-year.ts';

/** One row to write: text by column name; what is absent is blank. */
export type Row = Readonly<Record<string, string>>;

const dayText = (d: Day | null | undefined): string => (d === null || d === undefined ? '' : dayToReturn(d));

/** Whether she is a mother is asked of those looked after in the year, and not of care leavers (rule 628). */
const asksOfMother = ({ headerReported, episodes }: ChildOfYear): boolean =>
  headerReported || episodes.length > 0;

export const headerRow = (child: ChildOfYear, year: CollectionYear): Row => {
  const { id, held } = child;
  const { details } = held;
  return {
    CHILD: id,
    SEX: details.sex === undefined ? '' : sexCode(details.sex, year),
    DOB: dayText(details.dateOfBirth),
    ETHNIC: details.ethnicity ?? '',
    UPN: details.upn ?? '',
    MOTHER: asksOfMother(child) ? (details.mother ?? '') : '',
    MC_DOB: asksOfMother(child) ? dayText(details.motherChildBornOn) : '',
  };
};

export const episodeRow = (id: ChildId, episode: Episode, year: CollectionYear): Row => ({
  CHILD: id,
  DECOM: dayText(episode.decom),
  RNE: episode.rne,
  LS: episode.ls,
  CIN: episode.cin ?? '',
  PLACE: placeCode(episode.place, year),
  PLACE_PROVIDER: episode.provider ?? '',
  DEC: dayText(episode.dec),
  REC: episode.rec ?? '',
  REASON_PLACE_CHANGE: episode.reasonPlaceChange ?? '',
  HOME_POST: episode.homePostcode ?? '',
  PL_POST: episode.postcode ?? '',
  URN: episode.urn ?? '',
});

/** As the return said it, with SEX in the codes of the year written. */
export const factRow = (id: ChildId, { fields }: ChildFact, year: CollectionYear): Row => {
  const sex = sexFromCode(fields['SEX'] ?? '');
  return { CHILD: id, ...fields, ...(sex === undefined ? {} : { SEX: sexCode(sex, year) }) };
};

const TABLE_OF_KIND = new Map(
  Object.entries(FACT_KIND_OF).map(([table, kind]) => [kind, table as TableName]),
);

/** The rows of every table, in the order of the return. */
export const rowsByTable = (
  children: readonly ChildOfYear[],
  year: CollectionYear,
): ReadonlyMap<TableName, readonly Row[]> => {
  const rows = new Map<TableName, Row[]>(TABLES.map(({ name }) => [name, []]));
  for (const child of children) {
    if (child.hasHeader) rows.get('Header')?.push(headerRow(child, year));
    for (const episode of child.episodes) rows.get('Episodes')?.push(episodeRow(child.id, episode, year));
    for (const fact of child.facts) {
      const table = TABLE_OF_KIND.get(fact.kind);
      if (table !== undefined) rows.get(table)?.push(factRow(child.id, fact, year));
    }
  }
  return rows;
};
