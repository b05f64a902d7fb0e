import type { ConflictLine, ConflictsView, OwnConflict } from '@rightplace/app';
import { dayInShort, londonDayOf, momentInWords } from '@rightplace/domain';
import { dataTable, heading, html, insetText, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

export const CONFLICTS_TITLE = 'Conflicts of interest in force';

/** Whose are in force; of the child no more than whoever reads may know. */
export const conflictsPage = ({ lines }: ConflictsView, section: string): Page =>
  page({
    title: CONFLICTS_TITLE,
    section,
    childrenNamed: lines.flatMap(({ child }) => child?.id ?? []),
    main: html`${heading(1, CONFLICTS_TITLE)}
<p class="govuk-body">Each closes one child’s record, cases and lists to one colleague. One is recorded on the child’s page, and ended here with a reason by a manager who answers for the colleague.</p>
${dataTable<ConflictLine>({
  caption: 'In force now, the latest first',
  captionSize: 'm',
  stacks: true,
  empty: html`<p class="govuk-body app-empty">None is in force.</p>`,
  rows: lines,
  columns: [
    { key: 'name', header: 'Colleague', cell: ({ name }) => name },
    {
      key: 'child',
      header: 'Child',
      cell: ({ id, name, child }) =>
        child === undefined
          ? 'Not shown to you'
          : html`<a class="govuk-link" href="${staffPaths.conflict({ conflictId: String(id) })}">${child.name ?? child.id}<span class="govuk-visually-hidden">, and ${name}</span></a>`,
    },
    {
      key: 'since',
      header: 'Since',
      cell: ({ declaredAt }) => dayInShort(londonDayOf(declaredAt)),
      nowrap: true,
    },
    { key: 'cover', header: 'Has their cases', cell: ({ coveredByName }) => coveredByName ?? '' },
    lines.some(({ endsHere }) => endsHere) && {
      key: 'end',
      header: 'When nobody here can end it',
      cell: ({ id, name, endsHere }) =>
        endsHere
          ? html`<a class="govuk-link" href="${staffPaths.endWithoutManager({ conflictId: String(id) })}">Record that it is over<span class="govuk-visually-hidden">: ${name}</span></a>`
          : '',
    },
  ],
})}`,
  });

const whoGoesOn = ({ managers, coveredByName }: OwnConflict): string => {
  if (coveredByName !== undefined) return `${coveredByName} has your cases of this child.`;
  return managers.length === 0
    ? 'Nobody else holds a role to see to it. Once the chief executive has decided that it is over, an administrator records it.'
    : `${managers.join(' or ')} was told, and sees to it who goes on with what waited for you.`;
};

/** A person’s own: what happens now, and who takes over. The child is not named, as they are closed to whoever reads it. */
export const ownConflictsPage = (own: readonly OwnConflict[]): Page =>
  page({
    title: 'Your conflicts of interest',
    section: 'account',
    main: readingWidth(html`${heading(1, 'Your conflicts of interest')}
<p class="govuk-body">The record of each child is closed to you: their page, their cases, notices and every list. What you wrote is kept for whoever takes over. The child is not named here.</p>
${insetText({ text: 'If one is wrong, or over, tell your manager: only a manager can end it. If you are told anything about the child meanwhile, pass it on to them.' })}
${
  own.length === 0
    ? html`<p class="govuk-body app-empty">You have none.</p>`
    : own.map(
        (
          one,
        ) => html`${heading(2, `${one.endedAt === null ? 'In force since' : 'Over, from'} ${momentInWords(one.declaredAt)}`, { size: 'm' })}
${summaryList({
  rows: [
    { key: { text: 'Said by' }, value: { text: one.recordedBy ?? 'You' } },
    ...(one.why === undefined ? [] : [{ key: { text: 'You wrote' }, value: { text: one.why } }]),
    one.endedAt === null
      ? { key: { text: 'Who takes over' }, value: { text: whoGoesOn(one) } }
      : { key: { text: 'Ended' }, value: { text: momentInWords(one.endedAt) } },
  ],
})}`,
      )
}`),
  });
