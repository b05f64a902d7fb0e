import { dayToReturn } from '../dates.ts';
import {
  BIRTH_COLUMN,
  CHILD_COLUMN,
  ETHNICITY_COLUMN,
  FACTORS_COLUMN,
  LISTS,
  type ListRead,
  SEX_COLUMNS,
} from './lists.ts';
import type { UpstreamFact } from './upstream-fact.ts';

/** A list as it would be handed over: headings as published, days as DD/MM/YYYY. */
export interface ListToWrite {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The lists of Annex A that facts make, so that they can be written and read again. Lists without a row are left out. */
export const listsOf = (facts: readonly UpstreamFact[]): readonly ListToWrite[] => {
  const children = new Map(
    facts.filter(({ kind }) => kind === 'child').map((fact) => [fact.child, fact.detail]),
  );
  const factors = Map.groupBy(
    facts.filter(({ kind }) => kind === 'factor'),
    ({ child, starts }) => `${child} ${starts}`,
  );
  const factorsOf = ({ child, starts, ends }: UpstreamFact): string =>
    (factors.get(`${child} ${ends ?? starts}`) ?? []).map(({ key }) => key).join(', ');
  return LISTS.flatMap((list) => {
    const told = facts.filter(({ kind }) => kind === list.kind);
    if (told.length === 0) return [];
    const columns = columnsOf(list, factorsOf);
    return [
      {
        name: list.name.split(':')[0]?.slice(0, 31) ?? list.name,
        headings: columns.map(({ heading }) => heading),
        rows: told.map((fact) => columns.map(({ cell }) => cell(fact, children.get(fact.child) ?? {}))),
      },
    ];
  });
};

interface WrittenColumn {
  readonly heading: string;
  readonly cell: (fact: UpstreamFact, child: Readonly<Record<string, string>>) => string;
}

const dayText = (text: string | null | undefined): string =>
  text === undefined || text === null || text === ''
    ? ''
    : dayToReturn(text as Parameters<typeof dayToReturn>[0]);

const columnsOf = (list: ListRead, factorsOf: (fact: UpstreamFact) => string): readonly WrittenColumn[] => {
  const { ends, key, days = {}, added = {} } = list;
  const texts = { ...list.texts, ...added };
  return [
    { heading: CHILD_COLUMN, cell: ({ child }) => child },
    { heading: SEX_COLUMNS[0], cell: (_, { sex = '' }) => sex },
    { heading: ETHNICITY_COLUMN, cell: (_, { ethnicity = '' }) => ethnicity },
    { heading: BIRTH_COLUMN, cell: (_, { dateOfBirth }) => dayText(dateOfBirth) },
    { heading: list.starts, cell: ({ starts }) => dayText(starts) },
    ...Object.entries(days).map(
      ([name, heading]): WrittenColumn => ({ heading, cell: ({ detail }) => dayText(detail[name]) }),
    ),
    ...(ends === undefined ? [] : [{ heading: ends, cell: (fact: UpstreamFact) => dayText(fact.ends) }]),
    ...(key === undefined ? [] : [{ heading: key, cell: (fact: UpstreamFact) => fact.key }]),
    ...Object.entries(texts).map(
      ([name, heading]): WrittenColumn => ({ heading, cell: ({ detail }) => detail[name] ?? '' }),
    ),
    ...(list.kind === 'assessment' ? [{ heading: FACTORS_COLUMN, cell: factorsOf }] : []),
  ];
};
