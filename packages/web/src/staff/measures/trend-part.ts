import type { FigurePage, Point, ShownFigure } from '@rightplace/app';
import { type ChangeReading, dayInShort, monthInWords } from '@rightplace/domain';
import { flowChart, lineChart } from '../../charts/index.ts';
import { type Html, html, number, signed } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { marksShown } from './chance-part.ts';
import { chartComparison } from './comparison-part.ts';
import { axisText, valueText } from './figure-words.ts';
import { pointInWords, windowQuery } from './window-words.ts';

/** The figure over time, with its usual range and what it is held against. */
export const trendPart = (
  { figure, comparison }: FigurePage,
  asked: AskedMoment,
  reading: ChangeReading,
): Html => {
  const { measure, trend, window } = figure;
  const common = {
    id: 'trend',
    headingLevel: 2 as const,
    subtitle: `${measure.title}, ${pointInWords(window)}`,
    csvHref: staffPaths.measureFigures({ measureId: measure.id }, { ...asked.query, ...windowQuery(window) }),
  };
  if (trend.every(({ value }) => value === null))
    return html`<p class="govuk-body app-empty">No earlier time can be compared with.</p>`;
  if (measure.kind === 'flow' && measure.less !== undefined)
    return flowChart({
      ...common,
      finding: partByPart(figure),
      periods: trend
        .filter(({ value }) => value !== null)
        .map(({ on, numerator, denominator }) => ({
          label: periodInWords(figure, on),
          came: numerator,
          left: denominator ?? 0,
        })),
      cameLabel: measure.numerator,
      leftLabel: measure.denominator ?? 'Taken away',
      netLabel: 'Difference',
      format: (value) => number(value),
      formatNet: (value) => signed(value),
      periodHeader: periodHeader(figure),
    });
  const compared = isPartOfYear(figure) ? NOTHING : chartComparison(comparison);
  return lineChart({
    ...common,
    finding: trendFinding(figure, reading),
    series: [
      { label: seriesLabel(figure), points: trend.map(({ on, value }) => ({ on, value })) },
      ...compared.others,
    ],
    target: compared.target,
    limits: reading.limits && {
      ...reading.limits,
      marked: marksShown(reading.limits),
      format: (value: number) => valueText(measure, value),
    },
    format: axisText(measure),
    formatDay: (on) => periodInWords(figure, on),
    dayHeader: periodHeader(figure),
    zeroBaseline: isFromNought(figure, reading),
  });
};

/** From nought a figure that stands on a day would be a flat line along the top, with its usual range too thin to be seen. */
const isFromNought = ({ measure, window }: ShownFigure, { limits }: ChangeReading): boolean | undefined => {
  if (window !== undefined) return undefined;
  return limits !== undefined || measure.unit === 'children' || measure.unit === 'per-10000'
    ? false
    : undefined;
};

const NOTHING: ReturnType<typeof chartComparison> = { target: undefined, others: [] };

/** What grows with time, month by month: a target or a published figure for the whole year says nothing of it. */
const isPartOfYear = ({ measure, window }: ShownFigure): boolean =>
  window !== undefined &&
  window !== 'twelve-months' &&
  (measure.kind === 'flow' ||
    (measure.kind === 'cases' && (measure.takes === 'count' || measure.takes === 'sum')));

const partByPart = ({ window }: ShownFigure): string => {
  if (window === 'quarter') return 'Quarter by quarter over three years';
  return window === 'twelve-months'
    ? 'Twelve months at a time, over two years'
    : 'Month by month over two years';
};

const periodHeader = ({ window }: ShownFigure): string =>
  window === 'quarter' ? 'Quarter to the end of' : window === 'twelve-months' ? 'Twelve months to' : 'Month';

/** The day looked at ends the line, when it is not itself the end of a month. */
const periodInWords = ({ asOf, window, trend }: ShownFigure, on: Point['on']): string => {
  const isLast = on === asOf && trend.at(-1)?.on === on;
  return isLast && (window === undefined || window === 'twelve-months') ? dayInShort(on) : monthInWords(on);
};

/** Short: the value stands beside it at the end of the line. */
const seriesLabel = ({ window }: ShownFigure): string => {
  if (window === undefined || window === 'twelve-months') return 'Latest';
  return window === 'quarter' ? 'Latest quarter' : 'Latest month';
};

/** Where the line has gone, over as much of its time as is known; what it usually does is no news. */
const trendFinding = (figure: ShownFigure, { verdict, limits, level }: ChangeReading): string => {
  const { measure, trend, window } = figure;
  if (verdict === 'usual' && limits !== undefined && level === undefined) {
    const [lower, upper] = [valueText(measure, limits.lower), valueText(measure, limits.upper)];
    return `Within what is usual, ${lower} to ${upper}`;
  }
  if (window !== undefined) return partByPart(figure);
  const known = trend.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'No trend is known';
  const over = first === trend[0] ? 'in two years' : `since ${monthInWords(first.on)}`;
  const [was, is] = [valueText(measure, first.value), valueText(measure, last.value)];
  if (was === is) return `${is}, as ${first === trend[0] ? 'two years ago' : `in ${monthInWords(first.on)}`}`;
  return `${(last.value ?? 0) > (first.value ?? 0) ? 'Up' : 'Down'} from ${was} to ${is} ${over}`;
};
