import { type CollectionYear, collectionYearEnd } from '../../calendar/reporting-year.ts';
import { claCeased, claStarted } from '../catalogue/flows.ts';
import { claNumber } from '../catalogue/numbers.ts';
import { seriesOfPart } from '../comparison/compared-parts.ts';
import { publishedAs, seriesOf, type Work } from '../comparison/published-as.ts';
import { ENGLAND } from '../comparison/published-figure.ts';
import { isSeries, type SeriesId } from '../comparison/published-series.ts';
import { type FindPublished, publishedValue } from '../comparison/published-value.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf } from '../dimensions.ts';
import type { Measure } from '../measure.ts';
import type { Pack, PackCell, PackFigures, PackLine, PackTable } from './pack.ts';

export interface PackAsked {
  readonly years: readonly CollectionYear[];
  readonly figures: PackFigures;
  readonly find: FindPublished;
  /** Why the record gives no figure of a year; undefined where it does. */
  readonly whyBlank: (year: CollectionYear) => string | undefined;
}

/** A table whose lines are the parts of one figure. */
interface CutTable extends Omit<PackTable, 'lines' | 'measures'> {
  readonly measure: Measure;
  readonly by: DimensionId;
  /** England beside the authority. */
  readonly england: boolean;
}

const STRATEGY_PICTURES_LOST =
  'The text of the strategy names no Figure 1.5. Its page tells of care orders in numbers as well as in proportion, so the numbers behind Figure 1.4 stand here.';

const CUT_TABLES: readonly CutTable[] = [
  {
    id: 'figure-1-3',
    number: 'Figure 1.3',
    title: 'Age of children looked after at 31 March',
    of: 'day',
    shows: 'share',
    lineHeader: 'Age',
    largest: 'the largest age group',
    measure: claNumber,
    by: 'age',
    england: true,
    notes: [],
  },
  {
    id: 'figure-1-4',
    number: 'Figure 1.4',
    title: 'Proportion of children looked after at 31 March by legal status',
    of: 'day',
    shows: 'share',
    lineHeader: 'Legal status',
    largest: 'the most common legal status',
    measure: claNumber,
    by: 'legal-status-group',
    england: true,
    notes: ['A child under both a care order and a placement order is counted under the placement order.'],
  },
  {
    id: 'figure-1-5',
    number: 'Figure 1.5',
    title: 'Number of children looked after at 31 March by legal status',
    of: 'day',
    shows: 'count',
    lineHeader: 'Legal status',
    largest: 'the most common legal status',
    measure: claNumber,
    by: 'legal-status-group',
    england: false,
    notes: [STRATEGY_PICTURES_LOST],
  },
  {
    id: 'table-1-1',
    number: 'Table 1.1',
    title:
      'Number of children who started to be looked after in the year ending 31 March, by category of need',
    of: 'year',
    shows: 'count',
    lineHeader: 'Category of need',
    largest: 'the most common category of need',
    measure: claStarted,
    by: 'need',
    england: false,
    notes: [],
  },
  {
    id: 'figure-1-6',
    number: 'Figure 1.6',
    title:
      'Profile of children who started to be looked after in the year ending 31 March, by category of need',
    of: 'year',
    shows: 'share',
    lineHeader: 'Category of need',
    largest: 'the most common category of need',
    measure: claStarted,
    by: 'need',
    england: true,
    notes: [],
  },
  {
    id: 'figure-1-7',
    number: 'Figure 1.7',
    title: 'Children who started to be looked after in the year ending 31 March, by legal status on starting',
    of: 'year',
    shows: 'share',
    lineHeader: 'Legal status on starting',
    largest: 'the most common legal status on starting',
    measure: claStarted,
    by: 'legal-status-group',
    england: true,
    notes: [],
  },
  {
    id: 'figure-1-8',
    number: 'Figure 1.8',
    title: 'Number of children who ceased to be looked after in the year ending 31 March, by reason',
    of: 'year',
    shows: 'count',
    lineHeader: 'Reason care ended',
    largest: 'the most common reason',
    measure: claCeased,
    by: 'reason-ceased-group',
    england: true,
    notes: [],
  },
];

const UASC = { by: 'uasc', key: 'uasc' } as const;

/** The lines of the first two figures: how many there were, of whom so many came alone, and how many came and left. */
const NUMBERS = [
  { key: 'in-care', title: 'Looked after', measure: claNumber, part: undefined, as: 'cla-number' },
  {
    key: 'uasc',
    title: 'Of them, unaccompanied',
    measure: claNumber,
    part: UASC,
    as: 'uasc-number',
  },
  { key: 'started', title: 'Started in the year', measure: claStarted, part: undefined, as: 'cla-started' },
  { key: 'ceased', title: 'Ceased in the year', measure: claCeased, part: undefined, as: 'cla-ceased' },
] as const;

const NOT_HELD = 'not in the published figures that are held';

/** Figures 1.1 to 1.8 and Table 1.1 of the West Sussex strategy of 2018, for any years. */
export const demographyPack = (asked: PackAsked): Pack => {
  const tables = CUT_TABLES.map((table) => cutTable(table, asked));
  return {
    title: 'The demographic picture of children looked after',
    years: asked.years,
    tables: [numbersTable('own', asked), numbersTable('england', asked), ...tables],
  };
};

/** Every published series that the pack looks for. */
export const demographySeries = (): readonly SeriesId[] => [
  ...new Set([
    ...NUMBERS.flatMap(({ as }) => {
      const published = publishedAs(as);
      return published === undefined ? [] : seriesOf(published);
    }),
    ...CUT_TABLES.flatMap(({ measure, by }) => {
      const dimension: Dimension = DIMENSIONS[by];
      return dimension.order.flatMap((key) => seriesOfPart(measure.id, by, key) ?? []);
    }),
  ]),
];

const numbersTable = (area: PackLine['area'], asked: PackAsked): PackTable => ({
  id: area === 'own' ? 'figure-1-1' : 'figure-1-2',
  number: area === 'own' ? 'Figure 1.1' : 'Figure 1.2',
  title: 'Number and characteristics of children looked after at 31 March',
  of: 'day',
  shows: 'count',
  lineHeader: 'Children',
  largest: undefined,
  measures: [claNumber, claStarted, claCeased],
  notes: ['Those who started and ceased are of the year that ended on 31 March, each child once.'],
  lines: NUMBERS.map(({ key, title, measure, part, as }) => {
    const line = { key, title, area, isWhole: false, measure, part };
    const published = publishedAs(as);
    return {
      ...line,
      cells: asked.years.map((year) =>
        area === 'own'
          ? ownCell(line, year, null, asked)
          : englandCell(published?.work, year, asked, published?.from),
      ),
    };
  }),
});

const cutTable = ({ measure, by, england, ...table }: CutTable, asked: PackAsked): PackTable => {
  const { years, figures } = asked;
  const dimension: Dimension = DIMENSIONS[by];
  const wholes = years.map((year) => figures.figure(measure, collectionYearEnd(year)).numerator);
  const lineOf = (key: string): Omit<PackLine, 'cells' | 'area'> => ({
    key,
    title: dimension.titleOf(key),
    isWhole: false,
    measure,
    part: { by, key },
  });
  const whole = { key: 'all', title: 'All children', isWhole: true, measure, part: undefined };
  const own = keysOf(measure, by, asked).map((key): PackLine => {
    const line = { ...lineOf(key), area: 'own' } as const;
    const of = (i: number): number | null => (table.shows === 'share' ? (wholes[i] ?? 0) : null);
    return { ...line, cells: years.map((year, i) => ownCell(line, year, of(i), asked)) };
  });
  const beside = own.map((line): PackLine => {
    const work = englandWork(line, table.shows);
    return {
      ...lineOf(line.key),
      area: 'england',
      cells: years.map((year) => englandCell(work, year, asked)),
    };
  });
  return {
    ...table,
    measures: [measure],
    lines: [
      ...own,
      { ...whole, area: 'own', cells: years.map((year) => ownCell(whole, year, null, asked)) },
      ...(england ? beside : []),
    ],
  };
};

/** Every part that people expect, with nobody in it or not, and any other that somebody is in. */
const keysOf = (measure: Measure, by: DimensionId, { years, figures }: PackAsked): readonly string[] => {
  const dimension: Dimension = DIMENSIONS[by];
  const found = years.flatMap((year) =>
    (figures.rows(measure, by, collectionYearEnd(year)) ?? []).map(({ key }) => key),
  );
  return inOrderOf(
    dimension,
    new Set([...dimension.order.filter((key) => !NEVER_COUNTED.includes(key)), ...found]),
  );
};

/** Parts of the codes in which no child of these figures is: series of short breaks, and endings that are none. */
const NEVER_COUNTED: readonly string[] = ['short-breaks', 'still-looked-after'];

const ownCell = (
  { measure, part }: Pick<PackLine, 'measure' | 'part'>,
  year: CollectionYear,
  of: number | null,
  { figures, whyBlank }: PackAsked,
): PackCell => {
  const reason = whyBlank(year);
  if (reason !== undefined) return { kind: 'blank', reason };
  const on = collectionYearEnd(year);
  const counted =
    part === undefined
      ? figures.figure(measure, on).numerator
      : (figures.rows(measure, part.by, on)?.find(({ key }) => key === part.key)?.numerator ?? 0);
  return { kind: 'counted', counted, of };
};

const englandWork = ({ measure, part }: PackLine, shows: PackTable['shows']): Work | undefined => {
  const series = part && seriesOfPart(measure.id, part.by, part.key);
  if (series === undefined) return undefined;
  if (shows === 'count') return { kind: 'as-published', series, unit: 'children' };
  return isSeries(measure.id)
    ? { kind: 'worked-out', parts: [series], of: measure.id, unit: 'percent' }
    : undefined;
};

const englandCell = (
  work: Work | undefined,
  year: CollectionYear,
  { find }: PackAsked,
  from = year,
): PackCell => {
  if (work === undefined) return { kind: 'blank', reason: NOT_HELD };
  if (year < from)
    return { kind: 'blank', reason: `published until ${from - 1} with another meaning, and so not used` };
  const found = publishedValue(work, ENGLAND, year, find);
  return found.kind === 'value'
    ? { kind: 'published', value: found.value, release: found.release }
    : { kind: 'blank', reason: found.reason };
};
