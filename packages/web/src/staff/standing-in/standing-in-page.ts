import type { DelegationLine, Delegations } from '@rightplace/app';
import { type DelegationPhase, roleInSentence } from '@rightplace/domain';
import { button, form, type Html, heading, html, insetText, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
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

const endForm = ({ id, standsInName, forName, phase }: DelegationLine, csrf: string): Html =>
  form({
    action: staffPaths.endDelegation({ delegationId: String(id) }),
    csrfToken: csrf,
    main: html`<button class="app-link-button">${phase === 'now' ? 'End it now' : 'Take it back'}<span class="govuk-visually-hidden">: ${standsInName} for ${forName}</span></button>`,
  });

const row = (line: DelegationLine, csrf: string) => ({
  key: { text: `${line.standsInName} for ${line.forName}, ${roleInSentence(line.role)}` },
  value: {
    html: html`${hoursInWords(line)}<br><span class="govuk-hint">${whyInWords(line)}</span>${line.mayEnd && endForm(line, csrf)}`,
  },
});

const PHASES: readonly (readonly [DelegationPhase, string])[] = [
  ['now', 'Now'],
  ['to-come', 'To come'],
  ['past', 'Past'],
];

const part = (
  { delegations, csrf }: StandingInView,
  [phase, title]: (typeof PHASES)[number],
): Html | false => {
  const lines = delegations.lines.filter((line) => line.phase === phase);
  if (lines.length === 0 && phase !== 'now') return false;
  return html`${heading(2, title)}${
    lines.length === 0
      ? html`<p class="govuk-body app-empty">Nobody stands in for anybody now.</p>`
      : summaryList({ rows: lines.map((line) => row(line, csrf)) })
  }`;
};

/** Who decides in whose name: now, soon, and who did. */
export const standingInPage = (view: StandingInView): Page =>
  page({
    title: TITLE,
    section: view.section,
    ...(view.problem === undefined ? {} : { status: 409 as const }),
    main: readingWidth(html`${heading(1, TITLE)}
${view.problem !== undefined && insetText({ text: view.problem })}
<p class="govuk-body">Whoever stands in for a manager or a director sees and decides requests for care and for homes in that colleague’s role, from the first moment to the last, and both names are recorded. What else the role allows stays with the colleague. Nobody decides on what they, or whoever they stand in for, asked for.</p>
${view.delegations.mayMake && button({ text: 'Say who stands in', href: staffPaths.makeDelegation() })}
${PHASES.map((each) => part(view, each))}`),
  });
