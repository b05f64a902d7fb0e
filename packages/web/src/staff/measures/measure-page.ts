import type { FigurePage, ShownFigure } from '@rightplace/app';
import { bulletList, capitalised, type Html, heading, html, number } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf, silentSince } from '../as-known.ts';
import { commentaryPart } from '../commentary/commentary-part.ts';
import { staffPaths } from '../paths.ts';
import { breakdownsPart, childrenHref } from './breakdowns-part.ts';
import { bridgeLink } from './bridge-page.ts';
import { chancePart, readingOf } from './chance-part.ts';
import { changesForm } from './changes-form.ts';
import { comparisonPart, type OwnFigure } from './comparison-part.ts';
import { comparedFinding, whenText } from './comparison-words.ts';
import { definitionPart, excludedPart, workbookLink } from './definition-part.ts';
import {
  bigValueText,
  countsText,
  isShare,
  noValueText,
  sinceYearBefore,
  valueText,
  whoseInWords,
} from './figure-words.ts';
import { finding } from './finding.ts';
import { timePart } from './time-part.ts';
import { toldPart } from './told-part.ts';
import { trendPart } from './trend-part.ts';
import { isHeldAgainstYears, timeInWords, windowQuery } from './window-words.ts';

/** One figure: what it shows, how much, which way it goes, of whom, and how far to trust it. */
export const figurePage = (shown: FigurePage, asked: AskedMoment): Page => {
  const { figure, breakdowns, whose } = shown;
  const { measure } = figure;
  const reading = readingOf(figure);
  const isKept = figure.noValue !== 'no-records';
  const against = isHeldAgainstYears(figure) ? comparedFinding(shown.comparison, measure) : '';
  const title = `${finding(figure, asked.today, reading)}${against}`;
  const of = whoseInWords(whose);
  return page({
    title,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures(asked.query) }, { text: measure.title }],
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: of === undefined ? measure.title : `${measure.title}, ${of}` })}
${shown.daysTold === undefined ? silentSince(shown.toldUntil, asked, staffPaths.measure({ measureId: measure.id })) : toldPart(shown, asked)}
<div class="app-columns">
<div>
${timePart(figure, asked)}
${isKept ? headlinePart(figure) : notKeptPart(shown)}
${isKept && trendPart(shown, asked, reading)}
${isKept && figure.trend.some(({ value }) => value !== null) && chancePart(figure, reading)}
${isKept && bridgeLink(figure, asked)}
</div>
<div>
${isKept && childrenPart(shown, asked)}
${excludedPart(figure, shown.maySeeChildren ? childrenHref(figure, asked, { list: 'excluded' }) : undefined)}
${isKept && shown.maySeeChanges && changesForm(measure.id, asked, { window: figure.window })}
</div>
</div>
${commentaryPart(shown.commentary, { measureId: measure.id, asked })}
${comparisonPart(ownOf(shown), shown.comparison)}
${breakdownsPart(breakdowns, shown, asked)}
${definitionPart(measure, figure.certainty, shown.conventions)}
${workbookLink(measure.id, { ...asked.query, ...windowQuery(figure.window) })}
${asKnownForm(asked, {
  action: staffPaths.measure({ measureId: measure.id }),
  keep: windowQuery(figure.window),
})}`,
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

/** No figure, no nought, and nothing that would look like one: which records it waits for. */
const notKeptPart = ({ figure, needs }: FigurePage): Html => html`<div class="govuk-inset-text">
<p class="govuk-body">${noValueText(figure)} That is not nought.</p>
${bulletList(needs.map(({ kind, isKept }) => `${recordWords(kind)}: ${isKept ? 'kept' : 'not kept yet'}`))}
</div>`;

/** "casesHeld" is "Cases held". */
const recordWords = (kind: string): string => {
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalised(words);
};

/** The lists behind the figure: what each is called by the measure itself. */
const childrenPart = ({ figure, maySeeChildren }: FigurePage, asked: AskedMoment): Html | false => {
  if (!maySeeChildren) return false;
  const { measure, cases, denominator, notRecorded } = figure;
  const isDifference = measure.kind === 'flow' && measure.less !== undefined;
  const second = isShare(measure) || isDifference ? measure.denominator : null;
  const line = (list: string, words: string, count: number): Html =>
    html`<a class="govuk-link" href="${childrenHref(figure, asked, { list })}">${words}: ${number(count)}</a>`;
  return html`<section class="app-no-print">
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

const ownWhen = ({ measure, window }: ShownFigure, on: ShownFigure['asOf']): string =>
  window === undefined ? whenText(measure, on) : timeInWords(measure, on, window);

const ownOf = ({ figure, whose }: FigurePage): OwnFigure => ({
  measure: figure.measure,
  asOf: figure.asOf,
  when: ownWhen(figure, figure.asOf),
  value: bigValueText(figure),
  yearBefore: valueText(figure.measure, figure.yearBefore.value),
  yearBeforeWhen: ownWhen(figure, figure.yearBefore.on),
  isPart: whose.kind === 'part',
});
