import type { DecisionTimes, ProcessTimes, RetrospectiveRow, TurnsRow } from '@rightplace/app';
import { type Day, dayInWords, type StageTime, TURNS, type Turn } from '@rightplace/domain';
import { dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { TIMES_TITLE } from './decisions-page.ts';

const TITLES: Readonly<Record<Turn, string>> = {
  returned: 'Given back at least once',
  rejected: 'Rejected',
  diverted: 'Support instead',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
};

const days = (value: number | undefined): string => (value === undefined ? '–' : String(value));

/** "3 (25%)"; of none there is no share. */
const share = (part: number, whole: number): string =>
  whole === 0 ? String(part) : `${part} (${Math.round((100 * part) / whole)}%)`;

/** A month as "November 2026"; a team as it is called. */
const rowTitle = (of: string): string =>
  /^\d{4}-\d{2}$/.test(of) ? dayInWords(`${of}-01` as Day).replace(/^1 /, '') : of;

const stagesPart = ({ workflow, stages }: ProcessTimes): Html =>
  dataTable<StageTime>({
    caption: 'Working days in each state',
    captionSize: 'm',
    stacks: true,
    rows: stages,
    columns: [
      { key: 'state', header: 'Where', cell: ({ state }) => workflow.states[state]?.title ?? state },
      { key: 'left', header: 'Went on', numeric: true, cell: ({ left }) => String(left) },
      { key: 'median', header: 'The middle one', numeric: true, cell: ({ median }) => days(median) },
      {
        key: 'ninetieth',
        header: 'Nine of ten within',
        numeric: true,
        cell: ({ ninetieth }) => days(ninetieth),
      },
      { key: 'waiting', header: 'There now', numeric: true, cell: ({ waiting }) => String(waiting.length) },
      {
        key: 'longest',
        header: 'Longest there now',
        numeric: true,
        cell: ({ waiting }) => days(waiting.length === 0 ? undefined : Math.max(...waiting)),
      },
    ],
  });

const turnsPart = (caption: string, of: string, rows: readonly TurnsRow[]): Html =>
  dataTable<TurnsRow>({
    caption,
    captionSize: 'm',
    stacks: true,
    rows,
    columns: [
      { key: 'of', header: of, cell: (row) => rowTitle(row.of) },
      { key: 'ended', header: 'Settled', numeric: true, cell: ({ ended }) => String(ended) },
      ...TURNS.map((turn) => ({
        key: turn,
        header: TITLES[turn],
        numeric: true,
        cell: ({ ended, turns }: TurnsRow) => share(turns[turn], ended),
      })),
    ],
  });

const afterPart = (caption: string, of: string, rows: readonly RetrospectiveRow[]): Html =>
  dataTable<RetrospectiveRow>({
    caption,
    captionSize: 'm',
    stacks: true,
    rows,
    columns: [
      { key: 'of', header: of, cell: (row) => rowTitle(row.of) },
      { key: 'done', header: 'Done before', numeric: true, cell: ({ done }) => String(done) },
      {
        key: 'in-time',
        header: 'Decided in time',
        numeric: true,
        cell: ({ inTime, done }) => share(inTime, done),
      },
      { key: 'late', header: 'Decided late', numeric: true, cell: ({ late, done }) => share(late, done) },
      {
        key: 'red',
        header: 'Still red',
        numeric: true,
        cell: ({ stillRed, done }) => share(stillRed, done),
      },
    ],
  });

const isAny = ({ ended }: TurnsRow): boolean => ended > 0;
const isDone = ({ done }: RetrospectiveRow): boolean => done > 0;

/** How long one process takes and how it comes out. Nobody is named. */
export const processTimesPage = ({ from }: Pick<DecisionTimes, 'from'>, process: ProcessTimes): Page => {
  const { workflow, months, teams, retrospective } = process;
  const settled = months.filter(isAny);
  const after = retrospective?.months.filter(isDone) ?? [];
  return page({
    title: `${workflow.title}: how it is going`,
    section: 'decision-times',
    width: 'wide',
    breadcrumbs: [{ text: TIMES_TITLE, href: staffPaths.decisions() }, { text: workflow.title }],
    main: html`${heading(1, workflow.title, { caption: TIMES_TITLE })}
<p class="govuk-body">Since ${dayInWords(from)}, of the cases that are yours to lead.</p>
${stagesPart(process)}
${settled.length === 0 ? html`<p class="govuk-body">None was settled in this time.</p>` : html`${turnsPart('How they came out, by the month in which they were settled', 'Month', settled)}${turnsPart('How they came out, by the team that asked', 'Team', teams)}`}
${after.length > 0 && html`${afterPart('Approved after the event, by the month in which it was done', 'Month', after)}${afterPart('Approved after the event, by the team that asked', 'Team', retrospective?.teams ?? [])}`}`,
  });
};
