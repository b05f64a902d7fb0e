import type { CollectionYear } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import type { ChildReturn } from './child-return.ts';
import type { Collection } from './collection.ts';
import type { DerivedColumn } from './geography.ts';
import type { SourceName } from './return-table.ts';
import type { EpisodeRow, Row, RowTypes } from './rows.ts';

/** An `error` must be put right or explained; a `query` is unusual and may be true; a `warning` only tells. */
export type Severity = 'error' | 'query' | 'warning';

/** What a rule cannot be run without, besides its tables. */
export type Reference =
  | DerivedColumn
  | 'postcodes'
  | 'providers'
  | 'provider authorities'
  | 'authority'
  /** Who is unaccompanied and seeking asylum: in this year's return or last year's, or in that one. */
  | 'unaccompanied'
  | 'unaccompanied this year'
  | 'unaccompanied last year';

/** Where the words of a rule name the day up to which a year that is not over is looked at. */
export const LAST_DAY = '{the last day looked at}';

interface About {
  /** As the Department numbers it; a rule that is ours alone begins with RP. */
  readonly code: string;
  /** The first and last collection years in which this version of it holds, by the year they end in. */
  readonly from?: CollectionYear;
  readonly to?: CollectionYear;
  /** A few words, to tell it from the others. */
  readonly title: string;
  /** What is wrong, in a sentence. */
  readonly wrong: string;
  /** What to do about it, in a sentence. */
  readonly todo: string;
  /**
   * The same while the year runs, where the words above speak of a year that is over: `LAST_DAY` stands in them for the
   * day up to which it is looked at. See `ruleWords`.
   */
  readonly soFar?: { readonly title?: string; readonly wrong?: string; readonly todo?: string };
  readonly severity?: Severity;
  /** The columns at fault. Of each table flagged, those it has are marked. */
  readonly fields: readonly string[];
  /** Tables it needs besides those it is written on. Without them it is skipped, not passed. */
  readonly needs?: readonly SourceName[];
  /** Of the tables it needs, those that count as not given when they are empty. */
  readonly needsFilled?: readonly SourceName[];
  /** Sets of tables of which it needs one. */
  readonly needsOneOf?: readonly (readonly SourceName[])[];
  /** Tables it needs besides, of a return in XML. */
  readonly needsInXml?: readonly SourceName[];
  readonly reference?: readonly Reference[];
  /** Only for a return in this format. */
  readonly format?: 'csv' | 'xml';
  /** Where it departs from what the validator most authorities use now does: how, and why, in a sentence or two. */
  readonly departs?: string;
  /** Not the Department's but ours: run only when it is asked for. */
  readonly ours?: true;
}

/** Says that rows are at fault. Rows given together are one finding in each of their tables. */
export type Flag = (row: Row, ...together: readonly Row[]) => void;

export type Check =
  /** Each row of a table by itself, with its child. */
  | { readonly kind: 'row'; readonly table: TableName; readonly fails: RowTest<Row> }
  /** A child's whole return. Run when the child has a row in one of the tables it is written on. */
  | {
      readonly kind: 'child';
      readonly tables: readonly SourceName[];
      readonly fails: (child: ChildReturn, flag: Flag, collection: Collection) => void;
    }
  /** Rows, of any children, that share what no two may share. A row whose key is '' shares nothing. */
  | { readonly kind: 'shared'; readonly table: TableName; readonly key: (row: Row) => string };

export type RowTest<R> = (row: R, child: ChildReturn, collection: Collection) => boolean;

export interface Rule extends Required<Pick<About, 'code' | 'from' | 'title' | 'fields' | 'severity'>> {
  readonly to: CollectionYear | undefined;
  /** What is wrong and what to do. */
  readonly message: string;
  readonly wrong: string;
  readonly todo: string;
  readonly soFar: About['soFar'];
  readonly needs: readonly SourceName[];
  readonly needsFilled: readonly SourceName[];
  readonly needsOneOf: readonly (readonly SourceName[])[];
  readonly needsInXml: readonly SourceName[];
  readonly reference: readonly Reference[];
  readonly format: 'csv' | 'xml' | undefined;
  readonly departs: string | undefined;
  readonly ours: boolean;
  readonly check: Check;
}

export const FIRST_YEAR: CollectionYear = 2023;

const rule = (about: About, tables: readonly SourceName[], check: Check): Rule => ({
  code: about.code,
  from: about.from ?? FIRST_YEAR,
  to: about.to,
  title: about.title,
  wrong: about.wrong,
  todo: about.todo,
  soFar: about.soFar,
  message: `${about.wrong} ${about.todo}`,
  severity: about.severity ?? 'error',
  fields: about.fields,
  needs: [...new Set([...tables, ...(about.needs ?? []), ...(about.needsFilled ?? [])])],
  needsFilled: about.needsFilled ?? [],
  needsOneOf: about.needsOneOf ?? [],
  needsInXml: about.needsInXml ?? [],
  reference: about.reference ?? [],
  format: about.format,
  departs: about.departs,
  ours: about.ours === true,
  check,
});

/** A rule about one row at a time. It flags that row. */
export const eachRow = <T extends TableName>(
  table: T,
  about: About & { readonly fails: RowTest<RowTypes[T]> },
): Rule => rule(about, [table], { kind: 'row', table, fails: about.fails as RowTest<Row> });

/**
 * A rule about an episode and the one before it of the same child, by DECOM (undated ones last). It flags the later of
 * the two, or the earlier when it `flags: 'previous'`.
 */
export const eachStep = (
  about: About & {
    readonly flags?: 'current' | 'previous';
    readonly fails: (
      previous: EpisodeRow,
      current: EpisodeRow,
      child: ChildReturn,
      collection: Collection,
    ) => boolean;
  },
): Rule => {
  const { flags = 'current', fails } = about;
  return eachChild(['Episodes'], {
    ...about,
    fails: (child, flag, collection) => {
      const rows = child.inOrder;
      for (let i = 1; i < rows.length; i++) {
        const [previous, current] = [rows[i - 1], rows[i]];
        if (previous === undefined || current === undefined) continue;
        if (fails(previous, current, child, collection)) flag(flags === 'current' ? current : previous);
      }
    },
  });
};

/**
 * A rule about a child's rows together. `tables` are those whose rows it flags: a child with none of them cannot fail.
 * Other tables that it cannot do without are its `needs`.
 */
export const eachChild = (
  tables: readonly SourceName[],
  about: About & {
    /** False when only one of `tables` need be given. */
    readonly needsAll?: boolean;
    readonly fails: (child: ChildReturn, flag: Flag, collection: Collection) => void;
  },
): Rule => rule(about, about.needsAll === false ? [] : tables, { kind: 'child', tables, fails: about.fails });

/** A rule about what no two rows of a table, whoever's they are, may share. It flags every row that shares it. */
export const notShared = <T extends TableName>(
  table: T,
  about: About & { readonly key: (row: RowTypes[T]) => string },
): Rule => rule(about, [table], { kind: 'shared', table, key: about.key as (row: Row) => string });
