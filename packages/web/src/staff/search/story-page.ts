import type { SearchView } from '@rightplace/app';
import { dayInWords, type StoryLine } from '@rightplace/domain';
import { button, count, type Html, heading, html, select, timeline } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { saidInWords } from '../cases/case-page.ts';
import { searchPaths } from './search-paths.ts';
import { childName, searchAddress } from './search-words.ts';

/** What somebody may want to read alone. */
const PARTS = {
  steps: { title: 'Steps and decisions', of: ['step'] },
  approaches: {
    title: 'Approaches and replies',
    of: [
      'approach',
      'opened',
      'question',
      'answer',
      'declined',
      'no-reply',
      'offer',
      'withdrawn',
      'disclosed',
    ],
  },
  offers: {
    title: 'Offers and what became of them',
    of: ['offer', 'shared', 'unsuitable', 'not-wanted', 'withdrawn', 'figure'],
  },
  money: { title: 'Prices and cost avoided', of: ['figure', 'cost-avoided'] },
  checks: { title: 'Checks and gates', of: ['check', 'gate'] },
} as const satisfies Readonly<Record<string, { title: string; of: readonly StoryLine['of'][] }>>;

export type StoryPart = keyof typeof PARTS;

export const partFrom = (query: URLSearchParams): StoryPart | undefined =>
  (Object.keys(PARTS) as readonly StoryPart[]).find((part) => part === query.get('only'));

const shownOf = (story: readonly StoryLine[], part: StoryPart | undefined): readonly StoryLine[] =>
  part === undefined ? story : story.filter((line) => PARTS[part].of.some((of) => of === line.of));

const filterForm = (view: SearchView, part: StoryPart | undefined): Html =>
  html`<form method="get" action="${searchPaths.searchStory({ caseId: String(view.id) })}" class="app-no-print">
${select({
  id: 'only',
  name: 'only',
  label: { text: 'Show' },
  value: part ?? '',
  items: [
    { value: '', text: 'Everything' },
    ...Object.entries(PARTS).map(([value, { title }]) => ({ value, text: title })),
  ],
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`;

/** Everything that happened in a search, in plain words, to be read, narrowed and printed. */
export const storyPage = (view: SearchView, part: StoryPart | undefined): Page => {
  const lines = shownOf(view.story, part);
  return page({
    title: `Placement chronology: ${childName(view)}`,
    section: 'searches',
    childrenNamed: [view.child.id],
    backLink: { href: searchAddress(view), text: 'Back to the search' },
    main: readingWidth(html`${heading(1, 'Placement chronology', { caption: childName(view) })}
<p class="govuk-body">${count(lines.length, 'entry', 'entries')}${part !== undefined && html` of ${String(view.story.length)}: ${PARTS[part].title.toLowerCase()}`}, newest first, on ${dayInWords(view.today)}. Nothing in it is ever changed.</p>
${filterForm(view, part)}
${timeline({
  headingLevel: 2,
  items: lines.map(({ sentence, said, at }) => ({
    label: { text: sentence },
    datetime: { timestamp: at, type: 'datetime' },
    html: saidInWords(said),
  })),
})}`),
  });
};
