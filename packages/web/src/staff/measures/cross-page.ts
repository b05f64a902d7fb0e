import type { CrossCell, CrossHead, ShownCross } from '@rightplace/app';
import {
  addDays,
  DIMENSIONS,
  type DimensionId,
  dayInWords,
  sumInWords,
  valueInUnit,
} from '@rightplace/domain';
import {
  button,
  type Column,
  type Content,
  dataTable,
  type Html,
  heading,
  html,
  input,
  number,
  percent,
  select,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import type { AskedBridge } from './bridge-asked.ts';
import { isAverage, isShare, whoseInWords } from './figure-words.ts';
import { timeInWords, windowQuery } from './window-words.ts';

/** A figure cut two ways at once, with its totals; each number opens to the children behind it. */
export const crossPage = (cross: ShownCross, asked: AskedMoment, days: AskedBridge): Page => {
  const { measure, whose, window } = cross;
  const [down, across] = [titleOf(cross.down), titleOf(cross.across)];
  const title = `${measure.title} by ${down.toLowerCase()} and ${across.toLowerCase()}`;
  const query = { ...asked.query, ...windowQuery(window) };
  const ways = { down: cross.down, across: cross.across };
  return page({
    title,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures(asked.query) },
      { text: measure.title, href: staffPaths.measure({ measureId: measure.id }, query) },
      { text: 'Two ways at once' },
    ],
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: whoseInWords(whose) })}
<p class="govuk-body">${timeInWords(measure, asked.asKnown.asOf, window)}. ${cellsInWords(cross)}</p>
${waysForm(cross, asked, days)}
${crossTable(cross, asked)}
<p class="govuk-body-s">${beforeInWords(cross)} ${NOT_PUBLISHED}</p>
<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.measureCrossFile({ measureId: measure.id }, { ...query, ...ways, from: cross.before?.on })}" download>Download this table (CSV)</a></p>
<p class="govuk-body-s">${measure.definition} Version ${measure.version}, ${dayInWords(asked.asKnown.asOf)}.</p>
${asKnownForm(asked, {
  action: staffPaths.measureCross({ measureId: measure.id }),
  keep: { ...windowQuery(window), ...ways },
})}`,
  });
};

const titleOf = (by: DimensionId): string => DIMENSIONS[by].title;

const cellsInWords = ({ measure }: ShownCross): string => {
  if (isShare(measure)) return 'Each cell has its own percentage, and how many of how many.';
  return isAverage(measure)
    ? 'Each cell has the figure of its own cases, and how many they are.'
    : 'A cell that nobody is in is a dash.';
};

const NOT_PUBLISHED =
  'No published file cuts it two ways at once by these, so England and neighbours stand beside no cell. What they have is on the pages of a figure cut one way.';

const beforeInWords = ({ before }: ShownCross): string =>
  before === undefined ? '' : `Under each figure: how it stood at the end of ${dayInWords(before.on)}.`;

const waysForm = (
  { measure, ways, down, across, window, before }: ShownCross,
  { query, asKnown }: AskedMoment,
  { problems }: AskedBridge,
): Html => {
  const wrong = problems.find(({ field }) => field === 'from');
  const choose = (name: string, text: string, value: DimensionId): Html =>
    select({
      id: name,
      name,
      label: { text },
      value,
      items: ways.map((way) => ({ value: way.by, text: way.title })),
    });
  return html`<form method="get" action="${staffPaths.measureCross({ measureId: measure.id })}" class="app-as-known app-no-print">
${Object.entries({ ...query, ...windowQuery(window) }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="app-as-known__fields">
${choose('down', 'Down', down)}
${choose('across', 'Across', across)}
${input({
  id: 'from',
  name: 'from',
  type: 'date',
  label: { text: 'Beside the end of' },
  value: before?.on ?? '',
  attributes: { max: addDays(asKnown.asOf, -1) },
  classes: 'govuk-input--width-10',
  ...(wrong === undefined ? {} : { errorMessage: { text: wrong.text } }),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</div>
</form>`;
};

const crossTable = (cross: ShownCross, asked: AskedMoment): Html => {
  const { measure, rows, columns, total } = cross;
  const drawn: readonly Column<ShownCross['rows'][number]>[] = [
    { key: 'row', header: titleOf(cross.down), cell: ({ title }) => title },
    ...columns.map((column, i) => ({
      key: `column-${i}`,
      header: column.title,
      numeric: true,
      cell: (row: CrossHead): Content =>
        cellText(cross, cross.cell(row.key, column.key), { asked, row, column }),
    })),
    {
      key: 'total',
      header: 'All',
      numeric: true,
      cell: (row) => cellText(cross, row.total, { asked, row }),
    },
  ];
  return dataTable({
    caption: `${measure.title}: ${titleOf(cross.down).toLowerCase()} down, ${titleOf(cross.across).toLowerCase()} across`,
    captionSize: 'hidden',
    dense: true,
    id: 'cross',
    columns: drawn,
    rows,
    foot: [
      'All',
      ...columns.map((column) => cellText(cross, column.total, { asked, column })),
      cellText(cross, total, { asked }),
    ],
    empty: 'Nobody to count.',
  });
};

interface Place {
  readonly asked: AskedMoment;
  readonly row?: CrossHead;
  readonly column?: CrossHead;
}

const cellText = (cross: ShownCross, cell: CrossCell | undefined, place: Place): Content => {
  const { measure, before } = cross;
  const now = cell === undefined ? '–' : cellNow(cross, cell, place);
  if (before === undefined) return now;
  const then = before.cell(place.row?.key, place.column?.key);
  return html`${now}<span class="app-measure-quiet"><span class="govuk-visually-hidden">Before: </span>${then === undefined ? '–' : briefly(measure, then)}</span>`;
};

const briefly = (measure: ShownCross['measure'], { value, numerator }: CrossCell): string => {
  if (!isShare(measure) && !isAverage(measure)) return sumInWords(numerator, measure);
  if (value === null) return '–';
  return isShare(measure) ? percent(value) : valueInUnit(value, measure.unit);
};

const cellNow = (cross: ShownCross, cell: CrossCell, place: Place): Content => {
  const { measure } = cross;
  const counts = isShare(measure)
    ? `${number(cell.numerator)} of ${number(cell.denominator ?? 0)}`
    : isAverage(measure)
      ? number(cell.denominator ?? 0)
      : sumInWords(cell.numerator, measure);
  const opened = cross.maySeeChildren ? linked(cross, counts, place) : counts;
  if (!isShare(measure) && !isAverage(measure)) return opened;
  const value =
    cell.value === null
      ? '–'
      : isShare(measure)
        ? percent(cell.value)
        : valueInUnit(cell.value, measure.unit);
  return html`<strong>${value}</strong><span class="app-measure-quiet">${opened}</span>`;
};

/** A total of a row or column is that one part; the whole is the figure itself. */
const linked = (
  { measure, window, down, across }: ShownCross,
  text: string,
  { asked, row, column }: Place,
): Html => {
  const parts = [row && { by: down, part: row.key }, column && { by: across, part: column.key }].filter(
    (each) => each !== undefined,
  );
  const [first, second] = parts;
  const href = staffPaths.measureChildren(
    { measureId: measure.id },
    {
      ...asked.query,
      ...windowQuery(window),
      ...first,
      'and-by': second?.by,
      'and-part': second?.part,
    },
  );
  const of = [row?.title, column?.title].filter((each) => each !== undefined).join(', ');
  return html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden">: ${of === '' ? 'all' : of}, show the children</span></a>`;
};
