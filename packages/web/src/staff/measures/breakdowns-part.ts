import type { FigurePage, ShownBreakdown, ShownFigure } from '@rightplace/app';
import { type Html, heading, html } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { partsTable } from './figure-parts.ts';
import { windowQuery } from './window-words.ts';

export const childrenHref = (
  { measure, window }: Pick<ShownFigure, 'measure' | 'window'>,
  { query }: AskedMoment,
  more: Readonly<Record<string, string>> = {},
): string =>
  staffPaths.measureChildren({ measureId: measure.id }, { ...query, ...windowQuery(window), ...more });

/** What is said in the same terms twice, as groups and code by code: groups first, codes behind a line that opens. */
const DETAIL_OF: Readonly<Record<string, string>> = {
  ethnicity: 'ethnicity-group',
  'legal-status': 'legal-status-group',
  'placement-type': 'placement-group',
  provider: 'provider-group',
};

/** The figure in parts, every way that it can be cut. */
export const breakdownsPart = (
  breakdowns: readonly ShownBreakdown[],
  shown: FigurePage,
  asked: AskedMoment,
): Html | false => {
  if (breakdowns.length === 0) return uncut(shown.figure.measure);
  const shownAlone = breakdowns.filter(
    ({ by }) => !(by in DETAIL_OF && breakdowns.some((each) => each.by === DETAIL_OF[by])),
  );
  const codes = breakdowns.filter((each) => !shownAlone.includes(each));
  const table = (breakdown: ShownBreakdown): Html => breakdownTable(breakdown, shown, asked);
  return html`<section>
${heading(2, 'Who they are', { id: 'breakdowns' })}
${breakdowns.length > 1 && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.measureCross({ measureId: shown.figure.measure.id }, { ...asked.query, ...windowQuery(shown.figure.window) })}">Two ways at once, as a table</a></p>`}
<div class="app-mixes">${shownAlone.map(table)}</div>
${
  codes.length > 0 &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">The same in finer parts, by the codes of the return</span></summary>
<div class="app-mixes">${codes.map(table)}</div></details>`
}
</section>`;
};

/** Why a figure is not told apart: said, so that nobody looks for what there is not. */
const uncut = ({ unit, kind, ...measure }: FigurePage['figure']['measure']): Html | false => {
  if (unit === 'per-10000')
    return html`<p class="govuk-body">It is not cut by age, sex or any other way: the population is known as one number, and of no part of it. The count that it is a rate of is cut every way.</p>`;
  if (kind === 'flow' && 'less' in measure && measure.less !== undefined)
    return html`<p class="govuk-body">It is not cut: each of the two that it is the difference of is.</p>`;
  return false;
};

export const breakdownTable = (
  { by, title, rows }: ShownBreakdown,
  {
    figure,
    maySeeChildren,
  }: Pick<FigurePage, 'maySeeChildren'> & { readonly figure: Pick<ShownFigure, 'measure' | 'window'> },
  asked: AskedMoment,
): Html =>
  partsTable({
    id: `by-${by}`,
    caption: `By ${title.toLowerCase()}`,
    rowHeader: title,
    measure: figure.measure,
    rows,
    hrefOf: maySeeChildren ? ({ key }) => childrenHref(figure, asked, { by, part: key }) : undefined,
  });
