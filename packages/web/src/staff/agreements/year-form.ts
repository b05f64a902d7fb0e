import { type CollectionYear, collectionYearLabel, type Day } from '@rightplace/domain';
import { button, type Html, html, select } from '../../kit/index.ts';

/** Which financial year a list is of: this one, the next, or one of four before. */
export const yearForm = (
  { year, today }: { readonly year: CollectionYear; readonly today: Day },
  action: string,
): Html => {
  const last = Number(today.slice(0, 4)) + 1;
  const years = Array.from({ length: 6 }, (_, back) => last - back);
  return html`<form method="get" action="${action}" class="app-list-form app-no-print">
<div class="app-search">
${select({
  id: 'year',
  name: 'year',
  label: { text: 'Financial year' },
  value: String(year),
  items: years.map((one) => ({ value: String(one), text: collectionYearLabel(one) })),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</div></form>`;
};
