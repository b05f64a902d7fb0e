import { sparkline } from '../../charts/index.ts';
import {
  alert,
  dataTable,
  heading,
  html,
  notificationBanner,
  pagesNearby,
  pagination,
  paragraph,
  statCards,
  status,
} from '../index.ts';
import { frame } from './frame.ts';

export const homePage = (): string =>
  frame({
    title: 'Where are our children?',
    width: 'wide',
    path: '/',
    main: html`${heading(1, 'Where are our children?')}
${statCards([
  {
    value: '912',
    label: 'looked after',
    href: '/children',
    detail: '14 more than a year ago: 61 came in this quarter, 47 left',
    trend: sparkline({
      values: [880, 884, 890, 889, 898, 905, 912],
      label: 'Rose from 880 to 912 over six quarters',
    }),
  },
  { value: '58', label: 'for every 10,000 children', href: '/measures/cla-rate', detail: 'England 67' },
  {
    value: '71%',
    label: 'in families',
    href: '/measures/foster-share',
    detail: 'one in a hundred more than a year ago',
    trend: sparkline({ values: [69, 70, 70, null, 71, 71], label: 'Rose from 69% to 71%', target: 72 }),
  },
  {
    value: '148',
    label: 'outside the county',
    href: '/children?where=outside',
    detail: '31 more than fifty miles away',
    concern: true,
  },
])}
${heading(2, 'Are they safe?')}
${paragraph(html`<strong>3 need action today:</strong> 1 under 16 in an unregistered setting · 2 missing now`)}
${notificationBanner({ text: 'The move of Kofi A. was recorded.', type: 'success' })}
${alert({ variant: 'warning', title: 'Eleven visits are overdue', showTitleAsHeading: true, text: 'Six are with the Eastside team.' })}
${dataTable({
  caption: 'Waiting for you',
  columns: [
    {
      key: 'what',
      header: 'What',
      cell: (row) => html`<a class="govuk-link" href="/decisions/1">${row.what}</a>`,
    },
    {
      key: 'since',
      header: 'Waiting since',
      sort: { href: '?sort=since', direction: 'ascending' },
      nowrap: true,
    },
    { key: 'cost', header: 'Cost a week', numeric: true, sort: { href: '?sort=cost' } },
    {
      key: 'state',
      header: 'State',
      cell: (row) => status(row.state, row.state === 'overdue' ? 'red' : 'blue'),
    },
  ],
  rows: [
    { what: 'Entry to care, Bea T.', since: '21 Nov 2026', cost: '£4,500.00', state: 'overdue' },
    { what: 'Placement, Dan M.', since: '20 Nov 2026', cost: '£980.50', state: 'due today' },
  ],
})}
${pagination(pagesNearby(6, 12, (number) => `?page=${number}`))}`,
  });
