import type { JourneyPeriod } from '@rightplace/app';
import { CATEGORIES_OF_NEED, codeTitle, dayInWords, spanInWords } from '@rightplace/domain';
import { journeyPicture } from '../../charts/index.ts';
import { dataTable, heading, html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { type ChildPageParts, framed, isPast, named } from './child-page.ts';
import { firstName, orNotRecorded, reasonLeftInWords } from './child-words.ts';
import { episodesToCorrect } from './correct-links.ts';
import { journeyOptions } from './journey-options.ts';

export const journeyPage = (parts: ChildPageParts): Page => {
  const { view, looking } = parts;
  const { asOf } = looking.asKnown;
  const { periods } = view.journey;
  return framed(parts, {
    here: 'journey',
    title: 'Journey',
    main:
      periods.length === 0
        ? html`<p class="govuk-body">No time in care is recorded for ${firstName(named(view))}.</p>`
        : html`${journeyPicture(journeyOptions(view, { asOf, isPast: isPast(looking), table: 'plain' }))}
${heading(2, periods.length === 1 ? 'Time in care' : 'Times in care')}
${dataTable({
  caption: 'Periods of care',
  captionSize: 'hidden',
  rows: periods.toReversed(),
  dense: true,
  columns: [
    {
      key: 'starts',
      header: 'Came into care',
      cell: ({ starts, startKnown }: JourneyPeriod) =>
        startKnown ? dayInWords(starts) : `${dayInWords(starts)} or before`,
    },
    {
      key: 'need',
      header: 'Main need',
      cell: ({ need }) => orNotRecorded(need && codeTitle(CATEGORIES_OF_NEED, need)),
    },
    { key: 'left', header: 'Left care', cell: leftInWords },
    { key: 'lasted', header: 'How long', cell: ({ starts, ends }) => spanInWords(starts, ends ?? asOf) },
    {
      key: 'homes',
      header: 'Moves',
      numeric: true,
      cell: ({ homes }) => homes.filter(({ move }) => move !== undefined).length,
    },
  ],
})}
${episodesToCorrect(parts)}`,
  });
};

const leftInWords = ({ ends, endReason }: JourneyPeriod): string =>
  ends === null
    ? 'still in care'
    : `${dayInWords(ends)}: ${reasonLeftInWords(endReason === 'X1' ? null : endReason)}`;
