import { type Day, day, monthEnds } from '@rightplace/domain';
import { barChart, flowChart, lineChart, shareBar } from '../../charts/index.ts';
import { heading, html, number, percent, signed } from '../index.ts';
import { frame } from './frame.ts';

const TODAY = day('2026-11-21');

const MONTHS = monthEnds(13, TODAY);
const series = (start: number, step: number) =>
  MONTHS.map((on, i) => ({ on, value: Math.round((start + step * i + ((i * 7) % 5) / 10) * 10) / 10 }));

export const chartsPage = (): string =>
  frame({
    title: 'Measures',
    section: 'measures',
    breadcrumbs: [{ text: 'Measures', href: '/measures' }, { text: 'Stability' }],
    main: html`${heading(1, 'Fewer children moved three times or more, but still above target', { caption: 'Stability' })}
${lineChart({
  id: 'moves',
  headingLevel: 2,
  finding: 'Fewer children moved three times or more, but still above target',
  subtitle: 'Children with three or more placements in the year before, percent of children looked after',
  series: [
    {
      label: 'Northmarsh',
      points: series(11.6, -0.14).map((point, i) => (i === 4 ? { ...point, value: null } : point)),
    },
    { label: 'Neighbours like us', points: series(10.4, -0.02) },
    { label: 'England', points: series(10.1, -0.01) },
  ],
  target: { label: 'Target', value: 9 },
  format: percent,
  source: 'Northmarsh, as at 21 November 2026, as known now.',
  csvHref: '/measures/stability-3plus.csv',
})}
${lineChart({
  id: 'number',
  finding: 'The number looked after has grown for a year',
  subtitle: 'Children looked after at the end of the month',
  series: [{ label: 'Looked after', points: MONTHS.map((on, i) => ({ on, value: 898 + i })) }],
  format: number,
  zeroBaseline: false,
  shape: 'step',
})}
${barChart({
  id: 'types',
  headingLevel: 2,
  finding: 'Seven in ten live with foster carers',
  subtitle: 'Children looked after by type of placement, 21 November 2026',
  rowHeader: 'Type of placement',
  valueHeader: 'Children',
  format: number,
  bars: [
    { label: 'Foster carers', value: 648, highlight: true },
    { label: 'Children’s homes subject to regulations', value: 121 },
    { label: 'Placed with parents or others with parental responsibility', value: 64 },
    { label: 'Independent living', value: 45 },
    { label: 'Secure homes', value: null },
  ],
  missing: 'fewer than 5',
  marker: { label: 'Last year', value: 630 },
})}
${shareBar({
  id: 'shares',
  headingLevel: 2,
  finding: 'More children live with our own carers than across England',
  subtitle: 'Children looked after by who provides the placement',
  formatShare: (share) => percent(share, 0),
  formatCount: number,
  rows: [
    {
      label: 'Northmarsh',
      parts: [
        { label: 'Own provision', count: 510 },
        { label: 'Private provision', count: 310 },
        { label: 'Voluntary provision', count: 62 },
        { label: 'Other', count: 9 },
      ],
    },
    {
      label: 'England',
      parts: [
        { label: 'Own provision', count: 38_000 },
        { label: 'Private provision', count: 35_500 },
        { label: 'Voluntary provision', count: 6_500 },
        { label: 'Other', count: 3_600 },
      ],
    },
  ],
})}
${flowChart({
  id: 'flow',
  headingLevel: 2,
  finding: 'More came into care than left in eight of twelve months',
  subtitle: 'Children starting and ceasing to be looked after, by month',
  cameLabel: 'Started',
  leftLabel: 'Ceased',
  netLabel: 'Difference',
  periodHeader: 'Month',
  format: number,
  formatNet: signed,
  periods: MONTHS.slice(1).map((on, i) => ({
    label: shortMonth(on),
    came: 14 + ((i * 5) % 9),
    left: 11 + ((i * 7) % 8),
  })),
})}`,
  });

const shortMonth = (on: Day): string =>
  `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
