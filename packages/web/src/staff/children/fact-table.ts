import type { FactInWords, FactSection } from '@rightplace/app';
import { dataTable, type Html, html } from '../../kit/index.ts';

/** Beyond this many things said, years side by side are read better than lines of many columns. */
const MOST_COLUMNS = 4;

const labelsOf = (facts: readonly FactInWords[]): readonly string[] => [
  ...new Set(facts.flatMap(({ items }) => items.map(({ label }) => label))),
];

const said = ({ items }: FactInWords, label: string): string =>
  items.find((item) => item.label === label)?.value ?? '–';

/** The way to correct a fact; undefined where there is none. */
type LinkOf = (fact: FactInWords) => Html | undefined;

interface Drawn {
  readonly facts: readonly FactInWords[];
  readonly labels: readonly string[];
  readonly caption: string;
  readonly linkOf: LinkOf;
}

/** A line for each fact: dates down the side. */
const byLine = ({ facts, labels, caption, linkOf }: Drawn): Html =>
  dataTable<FactInWords>({
    caption,
    captionSize: 'hidden',
    dense: true,
    scroll: labels.length > 1 || facts.some(linkOf),
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
      facts.some(linkOf) && {
        key: 'correct',
        header: 'Correct',
        cell: (fact: FactInWords) => linkOf(fact) ?? '–',
      },
    ],
  });

/** A column for each fact: years along the top. */
const byColumn = ({ facts, labels, caption, linkOf }: Drawn): Html =>
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
        header: html`${fact.when ?? 'Recorded'} ${linkOf(fact)}`,
        cell: (label: string) => said(fact, label),
      })),
    ],
  });

export const factTable = ({ facts, title }: FactSection, linkOf: LinkOf): Html => {
  const labels = labelsOf(facts);
  if (labels.length === 0) return html`<p class="govuk-body">Recorded, with nothing more said.</p>`;
  const drawn = { facts, labels, caption: title, linkOf };
  return labels.length <= MOST_COLUMNS ? byLine(drawn) : byColumn(drawn);
};
