import type { DecisionTimes, ProcessTimes } from '@rightplace/app';
import { dayInWords, daysInWords } from '@rightplace/domain';
import { dataTable, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';

export const TIMES_TITLE = 'How decisions are going';

interface ProcessRow {
  readonly process: ProcessTimes;
  readonly open: number;
  /** Working days that one of them has stood where it stands, the most of all. */
  readonly longest: number | undefined;
  readonly settled: number;
  readonly late: number | undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const rowOf = (process: ProcessTimes): ProcessRow => {
  const { stages, months, retrospective } = process;
  const waiting = stages.flatMap((stage) => stage.waiting);
  return {
    process,
    open: waiting.length,
    longest: waiting.length === 0 ? undefined : Math.max(...waiting),
    settled: sum(months.map(({ ended }) => ended)),
    late: retrospective && sum(retrospective.months.map(({ late, stillRed }) => late + stillRed)),
  };
};

const longestText = ({ longest }: ProcessRow): string =>
  longest === undefined
    ? '–'
    : longest === 0
      ? 'Since today'
      : daysInWords(longest).replace('day', 'working day');

/** Every process in a line, those with the most open cases first; each has a page of its own. Nobody is named. */
export const decisionsPage = ({ from, processes }: DecisionTimes): Page =>
  page({
    title: TIMES_TITLE,
    section: 'decision-times',
    width: 'wide',
    main: html`${heading(1, TIMES_TITLE)}
<div class="app-reading"><p class="govuk-body">What went on, or was settled, since ${dayInWords(from)}, of the cases that are yours to lead. A case is settled when it is over, or when support was agreed instead of what was asked for. One that was given back twice is counted once.</p></div>
${
  processes.length === 0
    ? html`<p class="govuk-body app-empty">There is no case yet.</p>`
    : dataTable<ProcessRow>({
        caption: 'Process by process',
        captionSize: 'm',
        stacks: true,
        rows: processes.map(rowOf).toSorted((a, b) => b.open - a.open || b.settled - a.settled),
        columns: [
          {
            key: 'process',
            header: 'Process',
            cell: ({ process: { workflow } }) =>
              html`<a class="govuk-link" href="${staffPaths.processTimes({ processId: workflow.id })}">${workflow.title}</a>`,
          },
          { key: 'open', header: 'Not over', numeric: true, cell: ({ open }) => String(open) },
          { key: 'longest', header: 'Longest where it is', numeric: true, cell: longestText },
          { key: 'settled', header: 'Settled', numeric: true, cell: ({ settled }) => String(settled) },
          {
            key: 'late',
            header: 'Approved late, or still red',
            numeric: true,
            cell: ({ late }) => (late === undefined ? '–' : String(late)),
          },
        ],
      })
}`,
  });
