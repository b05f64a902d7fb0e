import type { FactInWords, FactSection } from '@rightplace/app';
import { dataTable, type Html, html } from '../../kit/index.ts';

/** Beyond this many things said, years side by side are read better than lines of many columns. */
const MOST_COLUMNS = 4;

const labelsOf = (facts: readonly FactInWords[]): readonly string[] => [
  ...new Set(facts.flatMap(({ items }) => items.map(({ label }) => label))),
];

const said = ({ items }: FactInWords, label: string): string =>
  items.find((item) => item.label === label)?.value ?? '–';

/** A line for each fact: dates down the side. */
const byLine = (facts: readonly FactInWords[], labels: readonly string[], caption: string): Html =>
  dataTable<FactInWords>({
    caption,
    captionSize: 'hidden',
    dense: true,
    scroll: labels.length > 1,
    rows: facts,
    columns: [
      facts.some(({ when }) => when !== undefined) && {
        key: 'when',
        header: 'When',
        nowrap: true,
        cell: ({ when }) => when ?? '–',
      },
      ...labels.map((label) => ({
        key: label,
        header: label,
        cell: (fact: FactInWords) => said(fact, label),
      })),
    ],
  });

/** A column for each fact: years along the top. */
const byColumn = (facts: readonly FactInWords[], labels: readonly string[], caption: string): Html =>
  dataTable<string>({
    caption,
    captionSize: 'hidden',
    dense: true,
    scroll: facts.length > 1,
    rows: labels,
    columns: [
      { key: 'label', header: 'What', cell: (label) => label },
      ...facts.map((fact, i) => ({
        key: `fact-${i}`,
        header: fact.when ?? 'Recorded',
        cell: (label: string) => said(fact, label),
      })),
    ],
  });

export const factTable = ({ facts, title }: FactSection): Html => {
  const labels = labelsOf(facts);
  if (labels.length === 0) return html`<p class="govuk-body">Recorded, with nothing more said.</p>`;
  return labels.length <= MOST_COLUMNS ? byLine(facts, labels, title) : byColumn(facts, labels, title);
};
