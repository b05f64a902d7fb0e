import {
  fitsQueue,
  NOBODYS,
  PAGE_SIZE,
  QUEUE_AGES,
  QUEUE_FILTERS,
  type QueueAge,
  type QueueCount,
  type QueueFilter,
  type QueueLine,
  queueValues,
  type TeamQueue,
} from '@rightplace/app';
import {
  count,
  dataTable,
  details,
  type Html,
  heading,
  html,
  pagesNearby,
  pagination,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { childCell, dueCell, waitedCell, whatCell, whoCell } from './my-work-page.ts';

const AGES: Readonly<Record<QueueAge, string>> = {
  'up-to-1': 'Up to 1 working day',
  'up-to-5': '2 to 5',
  'up-to-10': '6 to 10',
  more: 'More than 10',
};

const addressOf = (filter: QueueFilter, to = 1): string =>
  staffPaths.queue(to === 1 ? { ...filter } : { ...filter, page: String(to) });

interface StateRow {
  readonly workflow: string;
  readonly state: string;
  readonly title: string;
  readonly stateTitle: string;
  readonly lines: readonly QueueCount[];
}

const rowsOf = (lines: readonly QueueCount[]): readonly StateRow[] =>
  [...Map.groupBy(lines, ({ workflow, state }) => `${workflow} ${state}`).values()].flatMap((of) => {
    const [first] = of;
    return first === undefined ? [] : [{ ...first, lines: of }];
  });

/** How many are where, and for how long: each number leads to those it counts, and they add up. */
const countsPart = (lines: readonly QueueCount[], filter: QueueFilter): Html => {
  const ages = Object.keys(QUEUE_AGES) as readonly QueueAge[];
  const ofAge = (of: readonly QueueCount[], age: QueueAge): number =>
    of.filter((line) => line.age === age).length;
  const cell = (row: StateRow, age: QueueAge): Html | string => {
    const many = ofAge(row.lines, age);
    const { workflow, state } = row;
    return many === 0
      ? '0'
      : html`<a class="govuk-link" href="${addressOf({ ...filter, workflow, state, age })}">${String(many)}<span class="govuk-visually-hidden"> ${row.stateTitle}, ${AGES[age]}</span></a>`;
  };
  return dataTable<StateRow>({
    caption: 'Where they are, and for how long',
    captionSize: 'm',
    rows: rowsOf(lines),
    empty: '',
    columns: [
      {
        key: 'state',
        header: 'Where',
        cell: ({ workflow, state, title, stateTitle }) =>
          html`<a class="govuk-link" href="${addressOf({ ...filter, workflow, state })}">${stateTitle}</a><span class="app-quiet">${title}</span>`,
      },
      ...ages.map((age) => ({
        key: age,
        header: AGES[age],
        numeric: true,
        cell: (row: StateRow) => cell(row, age),
      })),
      { key: 'all', header: 'All', numeric: true, cell: ({ lines: of }) => String(of.length) },
    ],
    foot: ['All', ...ages.map((age) => String(ofAge(lines, age))), String(lines.length)],
  });
};

/** One filter as links: each value with how many it leaves, and the way back to all. */
const filterPart = (
  lines: readonly QueueCount[],
  filter: QueueFilter,
  { name, label, of }: { name: 'workflow' | 'worker'; label: string; of: (value: string) => string },
): Html | false => {
  const others = lines.filter((line) => fitsQueue(line, { ...filter, [name]: undefined }));
  const values = [...new Set(lines.flatMap((line) => queueValues(line, name)))].toSorted((a, b) =>
    of(a).localeCompare(of(b), 'en-GB'),
  );
  const entry = (value: string | undefined, text: string, many: number): Html =>
    filter[name] === value
      ? html`<li><strong aria-current="true">${text} (${many})</strong></li>`
      : html`<li><a class="govuk-link" href="${addressOf({ ...filter, [name]: value })}">${text} (${many})</a></li>`;
  return (
    values.length > 1 &&
    html`<nav aria-label="${label}"><p class="govuk-body govuk-!-margin-bottom-1"><strong>${label}</strong></p>
<ul class="govuk-list app-filter-links">${entry(undefined, 'All', others.length)}
${values.map((value) => entry(value, of(value), others.filter((line) => queueValues(line, name).includes(value)).length))}</ul></nav>`
  );
};

const listPart = ({ filter, shown }: TeamQueue): Html => {
  const { lines: rows, page: at, pages: last, total } = shown;
  const from = (at - 1) * PAGE_SIZE;
  const showing =
    last === 1 ? '' : `: ${String(from + 1)} to ${String(from + rows.length)} of ${String(total)}`;
  const table = dataTable<QueueLine>({
    caption: `Open cases, what is overdue first${showing}`,
    captionSize: 'm',
    stacks: true,
    rows,
    empty: 'No case is open here.',
    columns: [
      { key: 'child', header: 'Child', cell: childCell },
      { key: 'what', header: 'What', cell: whatCell },
      {
        key: 'workers',
        header: 'Whose case',
        cell: ({ workers, child }) =>
          workers.length === 0
            ? child === undefined
              ? ''
              : 'Nobody’s yet'
            : workers.map(({ name }) => name).join(', '),
      },
      { key: 'who', header: 'Waiting for', cell: whoCell },
      { key: 'waited', header: 'For how long', cell: waitedCell, nowrap: true },
      { key: 'due', header: 'Due', cell: dueCell, nowrap: true },
    ],
  });
  return html`${table}${last > 1 && pagination(pagesNearby(at, last, (to) => addressOf(filter, to)))}`;
};

/** Whose cases they are: many in a service, so not in the way. */
const whosePart = (lines: readonly QueueCount[], filter: QueueFilter): Html | false => {
  const names = new Map(lines.flatMap(({ workers }) => workers.map(({ id, name }) => [id, name] as const)));
  const links = filterPart(lines, filter, {
    name: 'worker',
    label: 'Whose case',
    of: (id) => (id === NOBODYS ? 'Nobody’s yet' : (names.get(id) ?? 'Somebody')),
  });
  return (
    links !== false && details({ summaryText: 'Whose case', open: filter.worker !== undefined, html: links })
  );
};

/** Every open case of a team or service: where they are, for how long, whose, and which are late, fifty to a page. */
export const queuePage = (queue: TeamQueue): Page => {
  const { counted: lines, filter } = queue;
  const shown = lines.filter((line) => fitsQueue(line, filter));
  const overdue = shown.filter(({ waiting }) => waiting.overdue).length;
  const titles = new Map(lines.map(({ workflow, title }) => [workflow, title]));
  const isNarrowed = QUEUE_FILTERS.some((name) => filter[name] !== undefined);
  return page({
    title: 'Open cases of your team',
    section: 'queue',
    width: 'wide',
    main: html`${heading(1, 'Open cases of your team')}
<p class="govuk-body">${count(shown.length, 'case is', 'cases are')} open${isNarrowed && html` here, of ${String(lines.length)}`}${overdue > 0 && html`, <strong>${String(overdue)} overdue</strong>`}.${isNarrowed && html` <a class="govuk-link" href="${staffPaths.queue()}">Show all</a>`}</p>
${filterPart(lines, filter, { name: 'workflow', label: 'Process', of: (id) => titles.get(id) ?? id })}
${whosePart(lines, filter)}
${countsPart(shown, filter)}
${listPart(queue)}`,
  });
};
