import type { DelegationLine, Delegations } from '@rightplace/app';
import { type DelegationPhase, roleInSentence } from '@rightplace/domain';
import { button, dataTable, form, type Html, heading, html, insetText } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { hoursInWords, whyInWords } from './delegation-words.ts';

export const TITLE = 'Who stands in for whom';

export interface StandingInView {
  readonly delegations: Delegations;
  readonly section: string;
  readonly csrf: string;
  /** Why one could not be ended. */
  readonly problem?: string;
}

const who = ({ standsInName, forName, role }: DelegationLine): Html =>
  html`${standsInName} <span class="app-nowrap">for ${forName}</span>, ${roleInSentence(role)}`;

const endForm = ({ id, standsInName, forName, phase }: DelegationLine, csrf: string): Html =>
  form({
    action: staffPaths.endDelegation({ delegationId: String(id) }),
    csrfToken: csrf,
    main: html`<button class="app-link-button">${phase === 'now' ? 'End it now' : 'Take it back'}<span class="govuk-visually-hidden">: ${standsInName} for ${forName}</span></button>`,
  });

const TABLES: readonly (readonly [DelegationPhase, string, string])[] = [
  ['now', 'Now', 'Nobody stands in for anybody now.'],
  ['to-come', 'To come', ''],
  ['past', 'Past', ''],
];

const table = (
  { delegations, csrf }: StandingInView,
  [phase, caption, empty]: (typeof TABLES)[number],
): Html | false => {
  const rows = delegations.lines.filter((line) => line.phase === phase);
  if (rows.length === 0 && empty === '') return false;
  return dataTable({
    caption,
    captionSize: 'm',
    scroll: true,
    empty: html`${heading(2, caption, { size: 'm' })}<p class="govuk-body app-empty">${empty}</p>`,
    columns: [
      { key: 'who', header: 'Who', cell: who },
      { key: 'when', header: 'From and until', cell: hoursInWords },
      { key: 'why', header: 'Why', cell: whyInWords },
      rows.some(({ mayEnd }) => mayEnd) && {
        key: 'end',
        header: html`<span class="govuk-visually-hidden">End</span>`,
        cell: (line: DelegationLine) => (line.mayEnd ? endForm(line, csrf) : ''),
      },
    ],
    rows,
  });
};

/** Who decides in whose name: now, soon, and who did. */
export const standingInPage = (view: StandingInView): Page =>
  page({
    title: TITLE,
    section: view.section,
    ...(view.problem === undefined ? {} : { status: 409 as const }),
    main: html`${heading(1, TITLE)}
${view.problem !== undefined && insetText({ text: view.problem })}
<p class="govuk-body">Whoever stands in for a manager or a director sees and decides requests for care in that colleague’s role, from the first moment to the last, and both names are recorded. What else the role allows stays with the colleague. Nobody decides on what they, or whoever they stand in for, asked for.</p>
${view.delegations.mayMake && button({ text: 'Say who stands in', href: staffPaths.makeDelegation() })}
${TABLES.map((each) => table(view, each))}`,
  });
