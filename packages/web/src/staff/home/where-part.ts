import type { FiguresHome, Mix } from '@rightplace/app';
import { monthInWords } from '@rightplace/domain';
import { flowChart } from '../../charts/index.ts';
import { type Html, html, number, signed } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { briefPartsTable } from '../measures/figure-parts.ts';
import { staffPaths } from '../paths.ts';

const MIX_WORDS: Readonly<
  Record<Mix, { readonly title: string; readonly row: string; readonly measureId: string }>
> = {
  placement: { title: 'Where they live', row: 'Placement', measureId: 'cla-by-placement-type' },
  'legal-status': { title: 'Their legal status', row: 'Legal status', measureId: 'cla-by-legal-status' },
  age: { title: 'How old they are', row: 'Age', measureId: 'cla-by-age' },
};

/** Placement, legal status and age of the children looked after: the longest on one side, the two others on the other. */
export const mixesPart = (home: FiguresHome, asked: AskedMoment): Html =>
  html`<div class="app-mixes">
<div>${mixTable('placement', home, asked)}</div>
<div>${mixTable('legal-status', home, asked)}${mixTable('age', home, asked)}</div>
</div>`;

const mixTable = (mix: Mix, { mixes, figures }: FiguresHome, { query }: AskedMoment): Html | false => {
  const measure = figures.get('cla-number')?.measure;
  if (measure === undefined) return false;
  const { title, row, measureId } = MIX_WORDS[mix];
  return html`${briefPartsTable({ caption: title, rowHeader: row, measure, rows: mixes[mix] })}
<p class="app-mixes__more"><a class="govuk-link govuk-link--no-visited-state" href="${staffPaths.measure({ measureId }, query)}">${title}, in full</a></p>`;
};

const MONTHS_SHOWN = 12;

/** Who came and who left, month by month over a year. */
export const netFlowPart = ({ net }: FiguresHome, { query }: AskedMoment): Html | false => {
  const months = net.slice(-MONTHS_SHOWN).filter(({ value }) => value !== null);
  if (months.every(({ numerator, denominator }) => numerator === 0 && (denominator ?? 0) === 0)) return false;
  const change = months.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return flowChart({
    id: 'net-flow',
    headingLevel: 3,
    finding: netFinding(change, months.length),
    subtitle: 'Starts and endings of being looked after, month by month',
    periods: months.map(({ on, numerator, denominator }) => ({
      label: monthInWords(on),
      came: numerator,
      left: denominator ?? 0,
    })),
    cameLabel: 'Came into care',
    leftLabel: 'Left care',
    netLabel: 'Net change',
    format: (value) => number(value),
    formatNet: (value) => signed(value),
    periodHeader: 'Month',
    source: html`<a class="govuk-link" href="${staffPaths.measure({ measureId: 'cla-net-flow' }, query)}">Starts less endings, in full</a>.`,
  });
};

const netFinding = (change: number, months: number): string => {
  const over = months === MONTHS_SHOWN ? 'Over the last twelve months' : 'Over the months known';
  if (change === 0) return `${over} as many came into care as left`;
  return `${over} ${number(Math.abs(change))} more ${change > 0 ? 'came into care than left' : 'left care than came into it'}`;
};
