import type { BreakdownPage, PartCompared } from '@rightplace/app';
import { addDays, type Comparator, dayInWords } from '@rightplace/domain';
import { button, dataTable, type Html, heading, html, input, percent } from '../../kit/index.ts';
import { type AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import type { AskedBridge } from './bridge-asked.ts';

const BESIDE = ['neighbours', 'england'] as const;

/** Each part’s share beside what it was on an earlier day, at the neighbours and in England, or why there is none. */
export const partsComparedPart = (shown: BreakdownPage, days: AskedBridge, asked: AskedMoment): Html => {
  const { parts, against, breakdown, whose } = shown;
  const of = (part: PartCompared, id: Comparator['id']): Comparator | undefined =>
    part.comparators.find((each) => each.id === id);
  return html`<section class="app-comparison">
${heading(2, 'How the parts compare', { id: 'comparison' })}
${dataTable({
  caption: `Share of each part, compared`,
  captionSize: 'hidden',
  dense: true,
  id: 'parts-compared',
  rows: parts,
  columns: [
    { key: 'title', header: breakdown.title },
    {
      key: 'share',
      header: dayInWords(asked.asKnown.asOf),
      numeric: true,
      cell: ({ share }) => shareText(share),
    },
    {
      key: 'before',
      header: dayInWords(against),
      numeric: true,
      cell: ({ shareBefore }) => shareText(shareBefore),
    },
    ...BESIDE.map((id) => ({
      key: id,
      header: parts[0] === undefined ? id : (of(parts[0], id)?.title ?? id),
      numeric: true,
      cell: (part: PartCompared) => {
        const found = of(part, id);
        return found?.kind === 'value' ? percent(found.value) : '–';
      },
    })),
  ],
})}
${whose.kind === 'part' && html`<p class="govuk-body-s">Published figures are of whole authorities.</p>`}
${sourcesOf(parts).map((text) => html`<p class="govuk-body-s">${text}</p>`)}
${againstForm(shown, days, asked)}
</section>`;
};

const shareText = (share: number | null): string => (share === null ? '–' : percent(share));

/** Of when and from where the shares beside it are; and for each dash the reason, once with all parts that it is of. */
const sourcesOf = (parts: readonly PartCompared[]): readonly string[] => {
  const said = parts.flatMap(({ title, comparators }) =>
    comparators
      .filter(({ id }) => (BESIDE as readonly string[]).includes(id))
      .map((each) => ({
        part: title,
        text:
          each.kind === 'value'
            ? `${each.title}: ${dayInWords(each.asAt)}, worked out from ${each.source}.`
            : `– ${each.title}: ${each.reason}`,
      })),
  );
  return [...Map.groupBy(said, ({ text }) => text)].map(([text, of]) =>
    of.length === parts.length || !text.startsWith('–')
      ? text
      : `${text} (${of.map(({ part }) => part).join('; ')})`,
  );
};

const againstForm = (
  { measure, against }: BreakdownPage,
  { problems }: AskedBridge,
  asked: AskedMoment,
): Html => {
  const wrong = problems.find(({ field }) => field === 'from');
  return html`<form method="get" action="${staffPaths.measure({ measureId: measure.id })}" class="app-as-known app-no-print">
${Object.entries(asked.query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="app-as-known__fields">
${input({
  id: 'from',
  name: 'from',
  type: 'date',
  label: { text: 'Compare with the end of' },
  value: against,
  attributes: { max: addDays(asked.asKnown.asOf, -1) },
  classes: 'govuk-input--width-10',
  ...(wrong === undefined ? {} : { errorMessage: { text: wrong.text } }),
})}
${button({ text: 'Compare', classes: 'govuk-button--secondary' })}
</div>
</form>`;
};
