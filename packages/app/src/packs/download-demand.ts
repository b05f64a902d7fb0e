import { addDays, addMonths, collectionYearLabel, type Day, type Measure } from '@rightplace/domain';
import { measureOf } from '../measure/figure-book.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type Demand, type DemandAsked, type DemandChart, openDemand } from './demand.ts';
import type { PackFile, PackFormat, PackRow } from './pack-files.ts';
import { sheetsAsFile } from './pack-files.ts';

const TRUE_FIGURES = 'True figures, for people who may see the children behind them. Not for anybody else.';
const BLANK = 'A blank value is of a time that no load tells of from beginning to end; it is not nought.';

const OVER: Readonly<Record<DemandChart['over'], (chart: DemandChart) => string>> = {
  end: ({ by }) => `at the end of the ${by}`,
  each: ({ by }) => `in the ${by}`,
  'year-so-far': () => 'from 1 April to that day',
  followed: () => 'of twelve months that are over by that day',
};

const FIGURE_COLUMNS = [
  { title: 'measure', width: 24 },
  { title: 'title', width: 48 },
  { title: 'time', width: 28 },
  { title: 'year', width: 10 },
  { title: 'to', width: 12 },
  { title: 'value', width: 10 },
  { title: 'unit', width: 10 },
] as const;

const figureRows = ({ charts, year }: Demand): readonly PackRow[] =>
  charts.flatMap((chart) =>
    chart.ends.flatMap((end, i) => {
      const row = (of: number, on: Day, value: number | null | undefined): PackRow => [
        chart.measureId,
        chart.title,
        OVER[chart.over](chart),
        collectionYearLabel(of),
        on,
        value ?? '',
        chart.unit === 'percent' ? 'percent' : 'number',
      ];
      const before = addDays(addMonths(addDays(end, 1), -12), -1);
      return [row(year, end, chart.thisYear[i]), row(year - 1, before, chart.lastYear[i])];
    }),
  );

const PART_COLUMNS = [
  { title: 'measure', width: 24 },
  { title: 'title', width: 40 },
  { title: 'from', width: 12 },
  { title: 'to', width: 12 },
  { title: 'part', width: 48 },
  { title: 'number', width: 10 },
  { title: 'a year before', width: 12 },
] as const;

const partRows = ({ rankings }: Demand): readonly PackRow[] =>
  rankings.flatMap(({ measureId, title, from, to, rows }) =>
    to === undefined
      ? []
      : rows.map((row) => [measureId, title, from, to, row.title, row.count, row.before ?? '']),
  );

const DEFINITION_COLUMNS = [
  'measure',
  'title',
  'version',
  'definition',
  'mark',
  'how sure',
  'source',
] as const;

const definitionRow = ({ id, title, version, definition, certainty, source }: Measure): PackRow => [
  id,
  title,
  version,
  definition,
  certainty.mark,
  certainty.says,
  source,
];

/** What the page shows with its definitions, as a file. It counts children and names none. */
export const downloadDemand = async (
  world: Pick<World, 'db' | 'now' | 'ledgers'>,
  signedIn: SignedIn,
  asked: DemandAsked & { readonly format: PackFormat },
): Promise<PackFile | Exclude<Awaited<ReturnType<typeof openDemand>>, Demand>> => {
  const found = await openDemand(world, signedIn, asked);
  if (found.kind === 'refused') return found;
  const ids = new Set([...found.charts, ...found.rankings].map(({ measureId }) => measureId));
  const told =
    found.told === undefined
      ? 'Nothing was loaded yet.'
      : `What was loaded tells of ${found.told.from} to ${found.told.to}.`;
  return sheetsAsFile(
    [
      { name: 'Figures', columns: FIGURE_COLUMNS, rows: figureRows(found) },
      { name: 'Parts', columns: PART_COLUMNS, rows: partRows(found) },
      {
        name: 'Definitions',
        columns: DEFINITION_COLUMNS.map((title) => ({ title, width: title === 'definition' ? 80 : 24 })),
        rows: [...ids].map((id) => definitionRow(measureOf(id))),
      },
      {
        name: 'Notes',
        columns: [{ title: 'note', width: 100 }],
        rows: [[TRUE_FIGURES], [told], [BLANK]],
      },
    ],
    { format: asked.format, name: `demand-before-care-${collectionYearLabel(found.year)}-by-${found.by}` },
  );
};
