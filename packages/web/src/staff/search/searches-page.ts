import { PAGE_SIZE, pageOf, type Searches, type SearchLine } from '@rightplace/app';
import { dayInShort, dayInWords, daysInWords } from '@rightplace/domain';
import {
  button,
  count,
  dataTable,
  type Html,
  heading,
  html,
  input,
  link,
  pagesNearby,
  pagination,
  select,
  status,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { boardPart, onBoard } from './board-part.ts';
import { searchPaths } from './search-paths.ts';
import {
  alarmsOf,
  childName,
  searchAddress,
  TIER_OPTIONS,
  tierInWords,
  wantedInWords,
} from './search-words.ts';
import { NOBODY, type SearchesView, type SearchSort, searchesShown, viewQuery } from './searches-asked.ts';

const addressOf = (view: SearchesView): string => searchPaths.searches(viewQuery(view));

const ways = (view: SearchesView): Html => {
  const way = (as: SearchesView['as'], words: string): Html =>
    view.as === as
      ? html`<li><strong aria-current="page">${words}</strong></li>`
      : html`<li>${link(addressOf({ ...view, as, page: 1 }), words)}</li>`;
  return html`<nav aria-label="How they are shown" class="app-no-print"><ul class="govuk-list app-filter-links">${way('board', 'As a board')}${way('table', 'As a table')}</ul></nav>`;
};

const choose = (
  name: string,
  text: string,
  value: string,
  items: readonly (readonly [string, string])[],
): Html =>
  select({
    id: name,
    name,
    label: { text },
    value,
    items: items.map(([its, words]) => ({ value: its, text: words })),
  });

const filterForm = (view: SearchesView, lines: readonly SearchLine[]): Html => {
  const officers = [...new Set(lines.map(({ officer }) => officer ?? NOBODY))].toSorted((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
  const offered =
    view.officer === undefined || officers.includes(view.officer) ? officers : [...officers, view.officer];
  return html`<form method="get" action="${searchPaths.searches()}" class="app-list-form app-no-print" role="search">
${view.as === 'table' && html`<input type="hidden" name="as" value="table">`}
<div class="app-search">
${input({ id: 'q', name: 'q', label: { text: 'Child, or number of the search' }, classes: 'govuk-input--width-20', value: view.words ?? '' })}
${choose('tier', 'Tier', view.tier ?? '', [['', 'Any'], ...TIER_OPTIONS])}
${choose('officer', 'Officer', view.officer ?? '', [['', 'Any'], ...offered.map((name) => [name, name === NOBODY ? 'Nobody yet' : name] as const)])}
${choose('over', 'That are', view.over ? 'yes' : '', [
  ['', 'Going on'],
  ['yes', 'Over'],
])}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</div>
</form>`;
};

const dueCell = ({ waiting }: SearchLine): Html | string =>
  waiting?.due === undefined
    ? ''
    : waiting.overdue
      ? html`${status('Overdue', 'red')}<br>${dayInShort(waiting.due)}`
      : dayInShort(waiting.due);

const tablePart = (lines: readonly SearchLine[], view: SearchesView): Html => {
  const { lines: rows, page: at, pages: last } = pageOf(lines, view.page);
  const from = (at - 1) * PAGE_SIZE;
  return html`${last > 1 && html`<p class="govuk-body">${from + 1} to ${from + rows.length} of ${lines.length}.</p>`}
${table(rows, view)}
${last > 1 && pagination(pagesNearby(at, last, (page) => addressOf({ ...view, page })))}`;
};

const isBoard = ({ as, over }: SearchesView): boolean => as === 'board' && !over;

/** The searches whose children the page of these names. */
export const searchesNamed = (lines: readonly SearchLine[], view: SearchesView): readonly SearchLine[] => {
  const shown = searchesShown(lines, view);
  return isBoard(view) ? onBoard(shown) : pageOf(shown, view.page).lines;
};

const table = (lines: readonly SearchLine[], view: SearchesView): Html => {
  const sortBy = (sort: SearchSort) => {
    const isSorted = view.sort === sort;
    return {
      href: addressOf({ ...view, sort, down: isSorted && !view.down, page: 1 }),
      direction: isSorted ? (view.down ? ('descending' as const) : ('ascending' as const)) : undefined,
    };
  };
  const figure = (key: 'approached' | 'replied' | 'offered', header: string) => ({
    key,
    header,
    numeric: true,
    ...(key === 'replied' ? {} : { sort: sortBy(key) }),
    cell: ({ counts }: SearchLine) => String(counts[key]),
  });
  return dataTable<SearchLine>({
    caption: view.over ? 'Searches that are over' : 'Live searches',
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    scroll: true,
    rows: lines,
    empty: 'There is no such search.',
    columns: [
      {
        key: 'child',
        header: 'Child',
        sort: sortBy('child'),
        cell: (line) =>
          html`${link(searchAddress(line), childName(line))}${alarmsOf(line).map((words) => html`<br>${status(words, 'red')}`)}${line.isUnconfirmed && html`<br>${status('Not confirmed', 'red')}`}`,
      },
      { key: 'wanted', header: 'Wanted', cell: ({ wanted }) => wantedInWords(wanted) },
      { key: 'state', header: 'Where it is', sort: sortBy('state'), cell: ({ stateTitle }) => stateTitle },
      {
        key: 'waiting',
        header: html`Working <br>days${view.over && ' it took'}`,
        numeric: true,
        sort: sortBy('waiting'),
        cell: ({ workingDays }) => String(workingDays),
      },
      { key: 'tier', header: 'Tier', cell: ({ tier }) => tierInWords(tier) },
      figure('approached', 'Approached'),
      figure('replied', 'Replied'),
      figure('offered', 'Offered'),
      {
        key: 'needed',
        header: 'Needed from',
        nowrap: true,
        sort: sortBy('needed'),
        cell: ({ neededFrom }) => (neededFrom === undefined ? '' : dayInShort(neededFrom)),
      },
      { key: 'due', header: 'Next step due', nowrap: true, sort: sortBy('due'), cell: dueCell },
      {
        key: 'officer',
        header: 'Officer',
        sort: sortBy('officer'),
        cell: ({ officer }) => officer ?? 'Nobody yet',
      },
    ],
  });
};

const inShort = (lines: readonly SearchLine[], view: SearchesView): string => {
  if (view.over) return `${count(lines.length, 'search', 'searches')} that ended.`;
  const waiting = lines.filter(({ hasMoved }) => !hasMoved);
  const moved = lines.length - waiting.length;
  const emergencies = waiting.filter(({ isEmergency }) => isEmergency).length;
  const late = waiting.filter((line) => line.waiting?.overdue === true).length;
  const longest = Math.max(0, ...waiting.map(({ workingDays }) => workingDays));
  return `${count(waiting.length, 'child waits', 'children wait')} for a home: ${count(emergencies, 'emergency', 'emergencies')}, ${late} overdue${waiting.length === 0 ? '' : `, the longest for ${daysInWords(longest).replace('day', 'working day')}`}.${moved === 0 ? '' : ` ${count(moved, 'has', 'have')} moved in, with the outcome to be written.`}`;
};

/** The placements desk: every live search, as a board by where it is or as a table that sorts. */
export const searchesPage = ({ lines, closed, today }: Searches, view: SearchesView): Page => {
  const shown = searchesShown(lines, view);
  return page({
    title: 'Searches for homes',
    section: 'searches',
    width: 'wide',
    main: html`${heading(1, 'Searches for homes')}
<p class="govuk-body">${inShort(shown, view)} On ${dayInWords(today)}.</p>
${ways(view)}
${filterForm(view, lines)}
${closed > 0 && html`<p class="govuk-body-s">${count(closed, 'more is', 'more are')} of restricted records, which are opened one by one.</p>`}
${isBoard(view) ? boardPart(shown, addressOf({ ...view, as: 'table', sort: 'state', page: 1 })) : tablePart(shown, view)}`,
  });
};
