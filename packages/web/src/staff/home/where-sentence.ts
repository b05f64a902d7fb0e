import type { FiguresHome } from '@rightplace/app';
import { type Day, dayOfMonthOf, monthInWords } from '@rightplace/domain';
import { number } from '../../kit/index.ts';
import { finding } from '../measures/finding.ts';

/** "912 children are looked after, 14 more than a year ago. Since 1 October, 61 came into care and 47 left." */
export const whereSentence = (
  { figures, thisQuarter: { from, came, left } }: Pick<FiguresHome, 'figures' | 'thisQuarter'>,
  today: Day,
): string => {
  const figure = figures.get('cla-number');
  if (figure === undefined) return '';
  const [month = ''] = monthInWords(from).split(' ');
  const since = `${dayOfMonthOf(from)} ${month}`;
  const moved =
    came + left === 0
      ? `Since ${since} nobody has come into care or left.`
      : `Since ${since}, ${said(came)} came into care and ${said(left)} left.`;
  return `${finding(figure, today)}. ${moved}`;
};

const said = (count: number): string => (count === 0 ? 'nobody' : number(count));
