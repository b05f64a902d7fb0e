import type { BreakdownPage, FigurePage, Point, ShownBreakdown, ShownFigure } from '@rightplace/app';
import { dayInShort, monthInWords } from '@rightplace/domain';
import { flowChart, lineChart } from '../../charts/index.ts';
import { bulletList, type Html, heading, html, number, signed } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf, silentSince } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { changesForm } from './changes-form.ts';
import { chartComparison, comparisonPart, type OwnFigure } from './comparison-part.ts';
import { comparedFinding, whenText } from './comparison-words.ts';
import { definitionPart, excludedPart } from './definition-part.ts';
import { partsTable } from './figure-parts.ts';
import {
  axisText,
  bigValueText,
  countsText,
  isShare,
  noValueText,
  sinceYearBefore,
  valueText,
  whoseInWords,
} from './figure-words.ts';
import { breakdownFinding, finding } from './finding.ts';

const crumbs = (title: string) => [{ text: 'Measures', href: staffPaths.measures() }, { text: title }];

/** One figure: what it shows, how much, which way it goes, of whom, and how far to trust it. */
export const figurePage = (shown: FigurePage, asked: AskedMoment, commentary: Html | false): Page => {
  const { figure, breakdowns, whose } = shown;
  const { measure } = figure;
  const title = `${finding(figure, asked.today)}${comparedFinding(shown.comparison, measure)}`;
  const of = whoseInWords(whose);
  return page({
    title,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    breadcrumbs: crumbs(measure.title),
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: of === undefined ? measure.title : `${measure.title}, ${of}` })}
${silentSince(shown.toldUntil, asked, staffPaths.measure({ measureId: measure.id }))}
<div class="app-columns">
<div>
${headlinePart(figure)}
${trendPart(shown, asked)}
</div>
<div>
${childrenPart(shown, asked)}
${excludedPart(figure, shown.maySeeChildren ? childrenHref(figure, asked, { list: 'excluded' }) : undefined)}
${shown.maySeeChanges && changesForm(measure.id, asked)}
</div>
</div>
${commentary}
${comparisonPart(ownOf(shown), shown.comparison)}
${breakdownsPart(breakdowns, shown, asked)}
${definitionPart(measure, figure.certainty)}
${asKnownForm(asked, { action: staffPaths.measure({ measureId: measure.id }) })}`,
  });
};

const headlinePart = (figure: ShownFigure): Html => {
  const lines = [countsText(figure), noValueText(figure), sinceYearBefore(figure)].filter(
    (line) => line !== undefined,
  );
  return html`<div class="app-headline">
<p class="app-headline__value">${bigValueText(figure)}</p>
<p class="app-headline__about">${lines.map((line) => html`<span>${line}</span>`)}</p>
</div>`;
};

const childrenHref = (
  { measure }: Pick<ShownFigure, 'measure'>,
  { query }: AskedMoment,
  more: Readonly<Record<string, string>> = {},
): string => staffPaths.measureChildren({ measureId: measure.id }, { ...query, ...more });

/** The lists behind the figure: what each is called by the measure itself. */
const childrenPart = ({ figure, maySeeChildren }: FigurePage, asked: AskedMoment): Html | false => {
  if (!maySeeChildren) return false;
  const { measure, cases, denominator, notRecorded } = figure;
  const second = isShare(measure) || measure.kind === 'flow' ? measure.denominator : null;
  const line = (list: string, words: string, count: number): Html =>
    html`<a class="govuk-link" href="${childrenHref(figure, asked, { list })}">${words}: ${number(count)}</a>`;
  return html`<section>
${heading(2, 'Show the children')}
${bulletList(
  [
    line('numerator', measure.numerator, cases),
    second !== null && denominator !== null && line('denominator', second, denominator),
    notRecorded > 0 && line('not-recorded', 'Not recorded either way', notRecorded),
  ].filter((each) => each !== false),
)}
</section>`;
};

const ownOf = ({ figure, whose }: FigurePage): OwnFigure => ({
  measure: figure.measure,
  asOf: figure.asOf,
  when: whenText(figure.measure, figure.asOf),
  value: bigValueText(figure),
  yearBefore: valueText(figure.measure, figure.yearBefore.value),
  yearBeforeWhen: whenText(figure.measure, figure.yearBefore.on),
  isPart: whose.kind === 'part',
});

const trendPart = ({ figure, comparison }: FigurePage, asked: AskedMoment): Html => {
  const { measure, trend } = figure;
  const common = {
    id: 'trend',
    headingLevel: 2 as const,
    csvHref: staffPaths.measureFigures({ measureId: measure.id }, asked.query),
  };
  if (trend.every(({ value }) => value === null))
    return html`<p class="govuk-body app-empty">No earlier month can be compared with.</p>`;
  if (measure.kind === 'flow' && measure.less !== undefined)
    return flowChart({
      ...common,
      finding: 'Month by month',
      subtitle: `${measure.title}, each month of two years`,
      periods: trend
        .filter(({ value }) => value !== null)
        .map(({ on, numerator, denominator }) => ({
          label: monthInWords(on),
          came: numerator,
          left: denominator ?? 0,
        })),
      cameLabel: measure.numerator,
      leftLabel: measure.denominator ?? 'Taken away',
      netLabel: 'Difference',
      format: (value) => number(value),
      formatNet: (value) => signed(value),
      periodHeader: 'Month',
    });
  // A target for the whole year says nothing of one month.
  const compared = measure.kind === 'flow' ? NOTHING : chartComparison(comparison);
  return lineChart({
    ...common,
    finding: trendFinding(figure),
    subtitle:
      measure.kind === 'flow'
        ? `${measure.title}, each month of two years`
        : `${measure.title}, at the end of each month`,
    series: [
      { label: seriesLabel(figure), points: trend.map(({ on, value }) => ({ on, value })) },
      ...compared.others,
    ],
    target: compared.target,
    format: axisText(measure),
    formatDay: (on) => (isLastAndPartOfMonth(figure, on) ? dayInShort(on) : monthInWords(on)),
    zeroBaseline:
      measure.unit !== 'children' && measure.unit !== 'per-10000' ? undefined : measure.kind === 'flow',
  });
};

const NOTHING: ReturnType<typeof chartComparison> = { target: undefined, others: [] };

/** The day looked at ends the line, when it is not itself the end of a month. */
const isLastAndPartOfMonth = ({ measure, asOf }: ShownFigure, on: Point['on']): boolean =>
  measure.kind === 'stock' && on === asOf;

/** Short: the value stands beside it at the end of the line. */
const seriesLabel = ({ measure }: ShownFigure): string =>
  measure.kind === 'flow' ? 'Latest month' : 'Latest';

/** Where the line has gone, over as much of its two years as is known. */
const trendFinding = ({ measure, trend }: ShownFigure): string => {
  if (measure.kind === 'flow') return 'Month by month over two years';
  const known = trend.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'No trend is known';
  const over = first === trend[0] ? 'in two years' : `since ${monthInWords(first.on)}`;
  const [was, is] = [valueText(measure, first.value), valueText(measure, last.value)];
  if (was === is) return `${is}, as ${first === trend[0] ? 'two years ago' : `in ${monthInWords(first.on)}`}`;
  return `${(last.value ?? 0) > (first.value ?? 0) ? 'Up' : 'Down'} from ${was} to ${is} ${over}`;
};

/** What is said in the same terms twice, as groups and code by code: groups first, codes behind a line that opens. */
const DETAIL_OF: Readonly<Record<string, string>> = {
  ethnicity: 'ethnicity-group',
  'legal-status': 'legal-status-group',
  'placement-type': 'placement-group',
  provider: 'provider-group',
};

const breakdownsPart = (
  breakdowns: readonly ShownBreakdown[],
  shown: FigurePage,
  asked: AskedMoment,
): Html | false => {
  if (breakdowns.length === 0) return false;
  const shownAlone = breakdowns.filter(
    ({ by }) => !(by in DETAIL_OF && breakdowns.some((each) => each.by === DETAIL_OF[by])),
  );
  const codes = breakdowns.filter((each) => !shownAlone.includes(each));
  const table = (breakdown: ShownBreakdown): Html => breakdownTable(breakdown, shown, asked);
  return html`<section>
${heading(2, 'Who they are', { id: 'breakdowns' })}
<div class="app-mixes">${shownAlone.map(table)}</div>
${
  codes.length > 0 &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">The same in finer parts, by the codes of the return</span></summary>
<div class="app-mixes">${codes.map(table)}</div></details>`
}
</section>`;
};

const breakdownTable = (
  { by, title, rows }: ShownBreakdown,
  {
    figure,
    maySeeChildren,
  }: Pick<FigurePage, 'maySeeChildren'> & { readonly figure: Pick<ShownFigure, 'measure'> },
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

/** A count cut one way, under a name of its own. */
export const breakdownPage = (shown: BreakdownPage, asked: AskedMoment): Page => {
  const { measure, breakdown, of, whose } = shown;
  const title = breakdownFinding(shown);
  const who = whoseInWords(whose);
  return page({
    title,
    section: 'measures',
    knownAt: momentOf(asked),
    breadcrumbs: crumbs(measure.title),
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: who === undefined ? measure.title : `${measure.title}, ${who}` })}
${silentSince(shown.toldUntil, asked, staffPaths.measure({ measureId: measure.id }))}
<p class="govuk-body">Of ${number(of.numerator)} children looked after. <a class="govuk-link" href="${staffPaths.measure({ measureId: of.measure.id }, asked.query)}">All of them, with every other way to tell them apart</a></p>
<div class="app-mixes">${breakdownTable(breakdown, { figure: of, maySeeChildren: shown.maySeeChildren }, asked)}</div>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.measureFigures({ measureId: measure.id }, asked.query)}" download>Download these figures (CSV)</a></p>
${definitionPart(measure, [measure.certainty.says])}
${asKnownForm(asked, { action: staffPaths.measure({ measureId: measure.id }) })}`,
  });
};
