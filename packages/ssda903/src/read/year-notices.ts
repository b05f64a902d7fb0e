import { type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import { inferCollectionYear } from '../accept/collection-year.ts';
import type { TableName } from '../tables/table.ts';
import type { TableRows } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';

/** Something an analyst should know before trusting what was found. */
export interface Notice {
  readonly text: string;
  /** What may be pressed to put it right: the two returns change places. */
  readonly remedy?: 'swap';
}

/** Tables in which every year's return has dates of that year. Others may hold older ones only. */
const OF_THE_YEAR: ReadonlySet<TableName> = new Set(['Episodes', 'Reviews', 'Missing', 'SWEpisodes']);

/** Files whose dates say another year than that of the return they were given as. */
const strangers = (tables: readonly TableRows[], year: CollectionYear): readonly Notice[] =>
  tables.flatMap((rows): readonly Notice[] => {
    const told = inferCollectionYear([rows]);
    if (told === undefined || told === year) return [];
    if (told < year && !OF_THE_YEAR.has(rows.table)) return [];
    const { title } = getTable(rows.table);
    return [
      {
        text: `${rows.file} (${title}) seems to be of ${collectionYearLabel(told)} by its dates, and was given as part of the return for ${collectionYearLabel(year)}. If it is another year’s, move it or take it out.`,
      },
    ];
  });

/**
 * Why the files of a return that somebody says is of one year may be of another, by their dates, as sentences for whoever is
 * about to load it; none where the dates say the same, or nothing.
 */
export const yearDoubts = (tables: readonly TableRows[], year: CollectionYear): readonly string[] => {
  const told = inferCollectionYear(tables);
  if (told === undefined || told === year) return strangers(tables, year).map(({ text }) => text);
  return [
    `By their dates these files are of ${collectionYearLabel(told)}, and they were given as the return for ${collectionYearLabel(year)}. Loaded as that, they would tell the record what that year’s return never said.`,
  ];
};

export interface YearsTold {
  /** The year whose rules are run. */
  readonly year: CollectionYear;
  readonly thisYear: readonly TableRows[];
  readonly lastYear: readonly TableRows[];
}

/** Whether the files given as this year's and last year's are of those years, by their dates. */
export const yearNotices = ({ year, thisYear, lastYear }: YearsTold): readonly Notice[] => {
  const [told, toldLast] = [inferCollectionYear(thisYear), inferCollectionYear(lastYear)];
  if (told !== undefined && toldLast !== undefined && toldLast > told)
    return [
      {
        text: `The two returns seem to be the wrong way round: what was given as this year’s is of ${collectionYearLabel(told)} by its dates, and what was given as last year’s is of ${collectionYearLabel(toldLast)}.`,
        remedy: 'swap',
      },
    ];
  const notices: Notice[] = [];
  if (told !== undefined && told !== year)
    notices.push({
      text: `By their dates this year’s files are of ${collectionYearLabel(told)}, and they are checked by the rules of ${collectionYearLabel(year)}.`,
    });
  else notices.push(...strangers(thisYear, year));
  if (toldLast === undefined) return notices;
  if (toldLast === year - 1) return [...notices, ...strangers(lastYear, year - 1)];
  const same = toldLast === year ? ', the same as this year’s' : '';
  return [
    ...notices,
    {
      text: `By their dates the files given as last year’s are of ${collectionYearLabel(toldLast)}${same}. The rules compare with ${collectionYearLabel(year - 1)}, so some of what they find will not be so.`,
    },
  ];
};
