import type { SearchView } from '@rightplace/app';
import { dayInWords, type StoryLine } from '@rightplace/domain';
import { button, count, type Html, heading, html, link, select, timeline } from '../../kit/index.ts';
import { inPages, ON_A_PAGE, pageAsked } from '../../parts/in-pages.ts';
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
  holds: { title: 'Places held', of: ['held-place'] },
  checks: { title: 'Checks and gates', of: ['check', 'gate'] },
} as const satisfies Readonly<Record<string, { title: string; of: readonly StoryLine['of'][] }>>;

type StoryPart = keyof typeof PARTS;

/** What of the chronology somebody asks for: a part of it, and which page, or the whole on one. */
export interface StoryAsked {
  readonly part: StoryPart | undefined;
  readonly at: number;
  readonly isWhole: boolean;
}

export const storyFrom = (query: URLSearchParams): StoryAsked => ({
  part: partFrom(query),
  at: pageAsked(query.get('page')),
  isWhole: query.get('whole') === 'yes',
});

const partFrom = (query: URLSearchParams): StoryPart | undefined =>
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

const shownAt = (view: SearchView, asked: StoryAsked): string =>
  searchPaths.searchStory(
    { caseId: String(view.id) },
    {
      ...(asked.part === undefined ? {} : { only: asked.part }),
      ...(asked.isWhole ? { whole: 'yes' } : {}),
      ...(asked.at === 1 ? {} : { page: String(asked.at) }),
    },
  );

const drawn = (lines: readonly StoryLine[]): Html =>
  html`<div class="app-search-story">${timeline({
    headingLevel: 2,
    items: lines.map(({ sentence, said, at }) => ({
      label: { text: sentence },
      datetime: { timestamp: at, type: 'datetime' },
      html: saidInWords(said),
    })),
  })}</div>`;

/** Everything that happened in a search, in plain words, to be read in pages, narrowed, and printed as a whole. */
export const storyPage = (view: SearchView, asked: StoryAsked): Page => {
  const { part, at, isWhole } = asked;
  const lines = shownOf(view.story, part);
  const isLong = lines.length > ON_A_PAGE;
  return page({
    title: `Placement chronology: ${childName(view)}`,
    section: 'searches',
    childrenNamed: [view.child.id],
    backLink: { href: searchAddress(view), text: 'Back to the search' },
    main: readingWidth(html`${heading(1, 'Placement chronology', { caption: childName(view) })}
<p class="govuk-body">${count(lines.length, 'entry', 'entries')}${part !== undefined && html` of ${String(view.story.length)}: ${PARTS[part].title.toLowerCase()}`}, newest first, on ${dayInWords(view.today)}. Nothing in it is ever changed.</p>
${isLong && html`<p class="govuk-body app-no-print">${isWhole ? link(shownAt(view, { part, at: 1, isWhole: false }), 'Show it in pages') : link(shownAt(view, { part, at: 1, isWhole: true }), 'Show all of it on one page, to print')}</p>`}
${filterForm(view, part)}
${isWhole ? drawn(lines) : inPages({ lines, at, what: 'Placement chronology', draw: drawn, address: (to) => shownAt(view, { ...asked, at: to }) })}`),
  });
};
