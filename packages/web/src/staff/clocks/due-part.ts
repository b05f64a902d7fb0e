import type { DueLine, DueList } from '@rightplace/app';
import { type Day, roleTitle } from '@rightplace/domain';
import { count, dataTable, details, type Html, heading, html } from '../../kit/index.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { dueText, stateOf } from './clock-words.ts';

const table = (
  caption: string,
  lines: readonly DueLine[],
  {
    today,
    empty,
    captionSize = 'm',
  }: { readonly today: Day; readonly empty: string; readonly captionSize?: 's' | 'm' },
): Html =>
  dataTable<DueLine>({
    caption,
    captionSize,
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

/** How many of others' stand open in one list; more are folded away by what is due, and all of them are counted. */
const FEW_OTHERS = 10;

const othersPart = ({ others, isWhole }: DueList, today: Day): Html | false => {
  if (others.length === 0) return false;
  const caption = isWhole
    ? 'Overdue for five working days or more, in the whole authority'
    : 'Due soon or overdue, by others you can see';
  if (others.length <= FEW_OTHERS) return table(caption, others, { today, empty: '' });
  const byWhat = [...Map.groupBy(others, ({ clock }) => clock.rule.title)].toSorted(
    ([a, of], [b, and]) => and.length - of.length || a.localeCompare(b, 'en-GB'),
  );
  return html`${heading(2, `${caption}: ${others.length}`, { size: 'm' })}
<div class="govuk-!-margin-bottom-8">${byWhat.map(([title, lines]) =>
    details({
      summaryText: `${title}: ${lines.length}`,
      classes: 'govuk-!-margin-bottom-3',
      html: table(title, lines, { today, empty: '', captionSize: 's' }),
    }),
  )}</div>`;
};

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
${othersPart(due, today)}
${due.more > 0 && html`<p class="govuk-body">${count(due.more, 'more is', 'more are')} not listed here.</p>`}
${due.closed > 0 && html`<p class="govuk-body">${count(due.closed, 'more is', 'more are')} due for restricted records, which are opened only by themselves.</p>`}
</section>`;
};
