import { addMonths, type Day, day, endOfMonth, monthEnds } from '@rightplace/domain';
import {
  barChart,
  type DistrictShapes,
  districtMap,
  flowChart,
  journeyPicture,
  lineChart,
  shareBar,
  sparkline,
} from '../../charts/index.ts';
import {
  alert,
  button,
  dataTable,
  details,
  fileUpload,
  filter,
  form,
  formErrors,
  heading,
  html,
  identityBar,
  input,
  insetText,
  type NavigationItem,
  notificationBanner,
  number,
  type PageOptions,
  page,
  pagesNearby,
  pagination,
  paragraph,
  percent,
  quotation,
  radios,
  searchForm,
  signed,
  statCards,
  status,
  subNavigation,
  summaryList,
  timeline,
} from '../index.ts';

// Invented people, places and figures, to see every part of the kit at work. Served by scripts/gallery.ts.

const TODAY = day('2026-11-21');

const navigation: readonly NavigationItem[] = [
  { key: 'children', text: 'Children', href: '/children' },
  { key: 'decisions', text: 'Decisions', href: '/decisions', waiting: { count: 3, of: 'decisions waiting' } },
  { key: 'searches', text: 'Search for homes', href: '/searches' },
  { key: 'measures', text: 'Measures', href: '/measures' },
  { key: 'returns', text: 'Returns', href: '/returns' },
];

const frame = (options: Pick<PageOptions, 'title' | 'main'> & Partial<PageOptions>): string =>
  page({
    authority: { name: 'Northmarsh County Council', colour: '#00615f', demonstration: true },
    user: { name: 'Ada Osei', role: 'director', signOut: { action: '/sign-out', csrfToken: 'token' } },
    navigation,
    knownAt: { text: 'As at 21 November 2026, as known now', changeHref: '/as-at' },
    ...options,
  });

const home = (): string =>
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

const MONTHS = monthEnds(13, TODAY);
const series = (start: number, step: number) =>
  MONTHS.map((on, i) => ({ on, value: Math.round((start + step * i + ((i * 7) % 5) / 10) * 10) / 10 }));

const charts = (): string =>
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

const kofi = (id: string) =>
  journeyPicture({
    id,
    headingLevel: 2,
    finding: 'Kofi has lived in four homes, and with Mr and Mrs Lowe since May 2025',
    subtitle: 'Kofi’s legal status, homes, school and what happened, since January 2023',
    today: TODAY,
    periodsOfCare: [
      { starts: day('2023-01-16'), ends: day('2023-06-01') },
      { starts: day('2023-09-11'), ends: null },
    ],
    lanes: [
      {
        label: 'legal',
        stretches: [
          {
            starts: day('2023-01-16'),
            ends: day('2023-06-01'),
            label: 'Section 20',
            full: 'Accommodated under section 20 (V2)',
            tone: 0,
          },
          {
            starts: day('2023-09-11'),
            ends: day('2024-05-20'),
            label: 'Interim care order',
            full: 'Interim care order (C1)',
            tone: 1,
          },
          { starts: day('2024-05-20'), ends: null, label: 'Care order', full: 'Care order (C2)', tone: 3 },
        ],
      },
      {
        label: 'home',
        stretches: [
          {
            starts: day('2023-01-16'),
            ends: day('2023-02-20'),
            label: 'Emergency carers',
            full: 'Emergency foster carers',
            tone: 1,
            isMove: true,
            why: 'Police protection',
          },
          {
            starts: day('2023-02-20'),
            ends: day('2023-06-01'),
            label: 'Hart',
            full: 'Mrs Hart, foster carer',
            tone: 1,
            isMove: true,
            why: 'Planned',
          },
          {
            starts: day('2023-09-11'),
            ends: day('2025-05-04'),
            label: 'Lane House (children’s home)',
            tone: 2,
            isMove: true,
            why: html`Carer’s <a class="govuk-link" href="/moves/3">notice</a>`,
          },
          {
            starts: day('2025-05-04'),
            ends: null,
            label: 'Carers: Mr and Mrs Lowe',
            tone: 1,
            isMove: true,
            why: 'Matched at panel',
          },
        ],
      },
      {
        label: 'school',
        stretches: [
          { starts: day('2023-01-16'), ends: day('2024-10-01'), label: 'Hillside Primary', tone: 0 },
          { starts: day('2024-10-01'), ends: day('2024-12-01'), label: 'Excluded', tone: 3 },
          { starts: day('2024-12-01'), ends: null, label: 'Brook Lane School', tone: 0 },
        ],
      },
    ],
    events: [
      { on: day('2023-02-10'), label: 'Review', symbol: 'circle', kind: 'review' },
      { on: day('2023-05-10'), label: 'Review', symbol: 'circle', kind: 'review' },
      { on: day('2024-03-02'), label: 'Missing 2 days', symbol: 'diamond', kind: 'missing' },
      { on: day('2024-03-05'), label: 'Review', symbol: 'circle', kind: 'review' },
      { on: day('2024-03-06'), label: 'Strategy discussion', symbol: 'square', kind: 'meeting' },
      { on: day('2025-03-01'), label: 'Disruption meeting', symbol: 'square', kind: 'meeting' },
      { on: day('2026-08-10'), label: 'Review', symbol: 'circle', kind: 'review' },
    ],
  });

const childhood = () => {
  const born = day('2008-11-30');
  const homes = Array.from({ length: 22 }, (_, i) => ({
    starts: addMonths(born, i * 9 + (i % 3)),
    ends: i === 21 ? null : addMonths(born, (i + 1) * 9 + ((i + 1) % 3)),
    label: `Home ${i + 1}`,
    tone: (i % 3) as 0 | 1 | 2,
    isMove: true,
  }));
  return journeyPicture({
    id: 'childhood',
    headingLevel: 2,
    finding: 'Twenty-two homes in eighteen years',
    subtitle: 'Sam’s homes since birth',
    today: TODAY,
    lanes: [
      { label: 'legal', stretches: [{ starts: born, ends: null, label: 'Care order', tone: 3 }] },
      { label: 'home', stretches: homes },
    ],
    events: Array.from({ length: 36 }, (_, i) => ({
      on: endOfMonth(addMonths(born, i * 6)),
      label: i % 5 === 0 ? 'Missing' : 'Review',
      symbol: i % 5 === 0 ? ('diamond' as const) : ('circle' as const),
      kind: i % 5 === 0 ? 'missing' : 'review',
    })),
  });
};

const firstDay = () =>
  journeyPicture({
    id: 'first-day',
    headingLevel: 2,
    finding: 'Bea came into care today',
    subtitle: 'Bea’s first day',
    today: TODAY,
    table: 'plain',
    lanes: [
      { label: 'legal', stretches: [{ starts: TODAY, ends: null, label: 'Police protection', tone: 2 }] },
      {
        label: 'home',
        stretches: [
          { starts: TODAY, ends: null, label: 'Mrs Hart', tone: 1, isMove: true, why: 'Emergency' },
        ],
      },
    ],
    events: [],
  });

const child = (): string =>
  frame({
    title: 'Kofi A.',
    section: 'children',
    width: 'wide',
    breadcrumbs: [{ text: 'Children', href: '/children' }, { text: 'Kofi A.' }],
    identity: html`${identityBar({
      title: {
        html: html`<strong>Kofi A.</strong>, 12 · care order (C2) · with Mr and Mrs Lowe since 4 May 2025 · social worker Jo Park`,
      },
      menus: [
        {
          items: [
            { text: 'Record a move', href: '/move' },
            { text: 'Request a home', href: '/request' },
          ],
        },
      ],
    })}`,
    main: html`${heading(1, 'Kofi A.', { caption: 'Child' })}
${subNavigation({
  label: 'Kofi’s record',
  items: [
    'Overview',
    'Journey',
    'Plan',
    'Health',
    'Education',
    'Safety',
    'What Kofi says',
    'Documents',
    'Chronology',
  ].map((text, i) => ({ text, href: `/${i}`, active: i === 1 })),
})}
${quotation('I want to stay at this school.', 'Kofi, 12 October 2026')}
${kofi('journey')}
${childhood()}
${firstDay()}
${heading(2, 'Chronology')}
${timeline({
  headingLevel: 3,
  items: [
    {
      label: { text: 'Review held' },
      text: 'Kofi was there.',
      datetime: { timestamp: '2026-08-10T13:30:00Z', type: 'datetime' },
      byline: { text: 'Jo Park' },
    },
    {
      label: { text: 'Moved to Mr and Mrs Lowe' },
      text: 'As planned.',
      datetime: { timestamp: '2025-05-04', type: 'date' },
    },
  ],
})}`,
  });

const formPage = (): string => {
  const errors = formErrors([
    { field: 'started', text: 'Enter the day the placement started' },
    { field: 'reason', text: 'Choose why Kofi moved' },
  ]);
  return frame({
    title: 'Record a move',
    titlePrefixError: true,
    section: 'children',
    backLink: { href: '/children/1' },
    knownAt: { text: 'As at 1 March 2025, as known on 4 March 2025', past: true, changeHref: '/as-at' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errors.summary}
${heading(1, 'Record a move')}
${insetText({ text: 'Kofi lives with Mr and Mrs Lowe since 4 May 2025.' })}
${summaryList({ rows: [{ key: { text: 'Child' }, value: { text: 'Kofi A. <b>' }, actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'child' }] } }] })}
${form({
  action: '/moves',
  csrfToken: 'token',
  multipart: true,
  main: html`
${input({ id: 'started', name: 'started', label: { text: 'Day it started' }, hint: { text: 'For example, 27 3 2026' }, errorMessage: errors.of('started'), classes: 'govuk-input--width-10' })}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  fieldset: { legend: { text: 'Why did Kofi move?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errors.of('reason'),
  items: [
    { value: 'planned', text: 'As the care plan says' },
    { value: 'carer', text: 'The carer asked' },
    { divider: 'or' },
    {
      value: 'other',
      text: 'Another reason',
      conditional: { html: input({ id: 'other', name: 'other', label: { text: 'What was it?' } }) },
    },
  ],
})}
${fileUpload({ id: 'file', name: 'file', label: { text: 'The plan' }, javascript: true })}
${button({ text: 'Record the move', preventDoubleClick: true })}`,
})}
${details({ summaryText: 'What happens next', text: 'The reviewing officer is told.' })}
${searchForm({ action: '/children', label: 'Find a child', name: 'q', hint: 'Name or number' })}
<form method="get">${filter({ heading: { text: 'Filter' }, optionsHtml: input({ id: 'team', name: 'team', label: { text: 'Team' } }), selectedFilters: { heading: { text: 'Chosen' }, clearLink: { text: 'Clear', href: '?' }, categories: [{ heading: { text: 'Team' }, items: [{ text: 'Eastside', href: '?' }] }] } })}</form>
</div></div>`,
  });
};

const map = (districts: DistrictShapes): string => {
  const counts: readonly (readonly [string, number, number])[] = [
    ['Lincoln', 96, 120],
    ['Boston', 61, 70],
    ['South Holland', 40, 38],
    ['North Kesteven', 55, 41],
    ['South Kesteven', 72, 88],
    ['West Lindsey', 30, 35],
    ['East Lindsey', 83, 99],
    ['Newark and Sherwood', 12, 0],
    ['Peterborough', 21, 0],
    ['Rutland', 3, 0],
    ['Kingston upon Hull, City of', 9, 0],
    ['North East Lincolnshire', 17, 0],
    ['King’s Lynn and West Norfolk', 4, 0],
    ['Leeds', 6, 0],
    ['Plymouth', 2, 0],
  ];
  const options = {
    id: 'map',
    headingLevel: 2 as const,
    finding: 'One child in six lives outside the county',
    subtitle: 'Children looked after by district, 21 November 2026',
    districts,
    ownDistricts: [
      'Lincoln',
      'Boston',
      'South Holland',
      'North Kesteven',
      'South Kesteven',
      'West Lindsey',
      'East Lindsey',
    ],
    counts: counts.map(([district, livingNow, from]) => ({ district, livingNow, from })),
    format: (value: number) => number(value),
  };
  return frame({
    title: 'Where children live',
    section: 'measures',
    main: html`${heading(1, 'Where children live')}${districtMap(options)}${districtMap({
      ...options,
      id: 'manchester',
      finding: 'A small district among many',
      ownDistricts: ['Bolton'],
      counts: [
        { district: 'Bolton', livingNow: 300, from: 410 },
        { district: 'Bury', livingNow: 31, from: 2 },
        { district: 'Wigan', livingNow: 44, from: 1 },
        { district: 'Salford', livingNow: 9, from: 0 },
      ],
    })}`,
  });
};

/** Every page of the gallery by name. */
export const samplePages = (districts: DistrictShapes): Readonly<Record<string, string>> => ({
  home: home(),
  charts: charts(),
  child: child(),
  form: formPage(),
  map: map(districts),
});
