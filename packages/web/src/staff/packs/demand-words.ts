import type { DemandChart, DemandRanking } from '@rightplace/app';
import { type Day, monthInWords, quarterOf } from '@rightplace/domain';
import { number, percent } from '../../kit/index.ts';

const monthName = (on: Day): string => monthInWords(on).replace(/ \d+$/, '');

/** "October", or "April to June": of any year, since two years stand on one axis. */
export const endInWords = ({ by }: Pick<DemandChart, 'by'>, on: Day): string =>
  by === 'month' ? monthName(on) : (QUARTERS[quarterOf(on) - 1] ?? monthName(on));

const QUARTERS = ['April to June', 'July to September', 'October to December', 'January to March'];

const WHEN: Readonly<Record<DemandChart['over'], (chart: DemandChart, on: Day) => string>> = {
  end: (_, on) => `at the end of ${monthName(on)}`,
  each: (chart, on) => `in ${endInWords(chart, on)}`,
  'year-so-far': (_, on) => (monthName(on) === 'April' ? 'in April' : `from April to ${monthName(on)}`),
  followed: (_, on) => `as told at the end of ${monthName(on)}`,
};

/** What a chart says at its last point, beside the same point of the year before where that is known. */
export const chartFinding = (chart: DemandChart): string => {
  const { title, unit, over, ends, thisYear, lastYear } = chart;
  const at = thisYear.findLastIndex((value) => value !== null);
  const [now, on] = [thisYear[at], ends[at]];
  if (now === undefined || now === null || on === undefined)
    return `${title}: no ${chart.by} of this year is told of`;
  const written = (value: number): string => (unit === 'percent' ? percent(value, 0) : number(value));
  const before = lastYear[at];
  const told = `${written(now)} ${WHEN[over](chart, on)}`;
  if (before === undefined || before === null) return `${title}: ${told}`;
  if (written(now) === written(before)) return `${title}: ${told}, as a year before`;
  return `${title}: ${told}, ${now > before ? 'up' : 'down'} from ${written(before)} a year before`;
};

const ORDINALS = ['', 'second ', 'third ', 'fourth ', 'fifth '];

/** What is most often, and where it was a year before if it was not first then. */
export const rankingFinding = ({ title, rows }: DemandRanking): string => {
  const [first] = rows;
  if (first === undefined) return title;
  const place = rows.filter(({ before }) => (before ?? 0) > (first.before ?? 0)).length;
  const was = ORDINALS[place];
  const moved =
    first.before === null || place === 0 || was === undefined ? '' : `, ${was}most often a year before`;
  return `${title}: most often ${first.title}, ${first.count === 1 ? 'once' : `${number(first.count)} times`}${moved}`;
};
