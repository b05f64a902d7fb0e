import type { DueLine, DueList } from '@rightplace/app';
import { type Day, roleTitle } from '@rightplace/domain';
import { count, dataTable, details, type Html, html } from '../../kit/index.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { dueText, stateOf } from './clock-words.ts';

const table = (
  caption: string,
  lines: readonly DueLine[],
  { today, empty }: { today: Day; empty: string },
): Html =>
  dataTable<DueLine>({
    caption,
    captionSize: 'm',
    stacks: true,
    empty: html`<h2 class="govuk-heading-m">${caption}</h2><p class="govuk-body app-empty">${empty}</p>`,
    columns: [
      {
        key: 'child',
        header: 'Child',
        cell: ({ child }) =>
          html`<a class="govuk-link" href="${staffPaths.childDue({ childId: child.id })}">${child.name ?? child.id}</a>${child.age !== undefined && `, ${ageInWords(child.age)}`}`,
      },
      {
        key: 'what',
        header: 'What',
        cell: ({ clock, whose }) =>
          html`${clock.rule.title}${whose !== 'mine' && html`<br><span class="govuk-hint">${roleTitle(clock.rule.owner)}${whose === 'come-to-me' && ', come to you because it is late'}</span>`}`,
      },
      { key: 'state', header: 'How it stands', nowrap: true, cell: ({ clock }) => stateOf(clock, today) },
      { key: 'due', header: 'Due', nowrap: true, cell: ({ clock }) => dueText(clock) },
    ],
    rows: lines,
  });

/** What is due for children, under the requests for care that wait: theirs first, the most overdue on top. */
export const duePart = (due: DueList, today: Day): Html => {
  const [pressing, later] = [
    due.mine.filter(({ isPressing }) => isPressing),
    due.mine.filter(({ isPressing }) => !isPressing),
  ];
  return html`<section id="what-is-due">
${(due.mine.length > 0 || !due.isWhole) && table('Due soon or overdue for children, by you', pressing, { today, empty: 'Nothing by you is due soon or overdue.' })}
${
  later.length > 0 &&
  details({
    summaryText: `Due later, by you: ${later.length}`,
    html: table('Due later for children, by you', later, { today, empty: '' }),
  })
}
${due.others.length > 0 && table(due.isWhole ? 'Overdue for five working days or more, in the whole authority' : 'Due soon or overdue, by others you can see', due.others, { today, empty: '' })}
${due.more > 0 && html`<p class="govuk-body">${count(due.more, 'more is', 'more are')} not listed here.</p>`}
${due.closed > 0 && html`<p class="govuk-body">${count(due.closed, 'more is', 'more are')} due for restricted records, which are opened only by themselves.</p>`}
</section>`;
};
