import type { DemandChart, DemandRanking } from '@rightplace/app';
import { type Day, monthInWords } from '@rightplace/domain';
import { number, percent } from '../../kit/index.ts';

export const RANKING_TITLES: Readonly<Record<DemandRanking['id'], string>> = {
  factors: 'Factors found in assessments',
  'edge-of-care': 'How edge-of-care cases were closed',
};

const monthName = (on: Day): string => monthInWords(on).replace(/ \d+$/, '');

/** What a chart says at its last month, beside the same month of the year before where that is known. */
export const chartFinding = ({ title, unit, over, months, thisYear, lastYear }: DemandChart): string => {
  const at = thisYear.findLastIndex((value) => value !== null);
  const [now, month] = [thisYear[at], months[at]];
  if (now === undefined || now === null || month === undefined)
    return `${title}: no month of this year is told of yet`;
  const written = (value: number): string => (unit === 'percent' ? percent(value, 0) : number(value));
  const when = { end: 'at the end of', month: 'in', 'year-so-far': 'from April to' }[over];
  const before = lastYear[at];
  const told = `${written(now)} ${when} ${monthName(month)}`;
  if (before === undefined || before === null) return `${title}: ${told}`;
  if (written(now) === written(before)) return `${title}: ${told}, as a year before`;
  return `${title}: ${told}, ${now > before ? 'up' : 'down'} from ${written(before)} a year before`;
};

const ORDINALS = ['', 'second ', 'third ', 'fourth ', 'fifth '];

/** What is most often, and where it was a year before if it was not first then. */
export const rankingFinding = ({ id, rows }: DemandRanking): string => {
  const [first] = rows;
  if (first === undefined) return RANKING_TITLES[id];
  const place = rows.filter(({ before }) => (before ?? 0) > (first.before ?? 0)).length;
  const was = ORDINALS[place];
  const moved =
    first.before === null || place === 0 || was === undefined ? '' : `, ${was}most often a year before`;
  return `${RANKING_TITLES[id]}: most often ${first.title}, ${first.count === 1 ? 'once' : `${number(first.count)} times`}${moved}`;
};
