import type { ListedFigure, MeasureList, MeasuresOfQuestion } from '@rightplace/app';
import { ASKERS, addDays, addMonths, dayInWords, OVER, QUESTIONS, windowInWords } from '@rightplace/domain';
import {
  button,
  count,
  dataTable,
  type Html,
  heading,
  html,
  input,
  number,
  select,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf, silentSince } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { standingTag } from './comparison-part.ts';
import { targetText } from './comparison-words.ts';
import { countsText, sinceDay, sinceYearBefore, valueText, whoseInWords } from './figure-words.ts';
import { againstQuery, DATA_CHOICES, isNarrowed, MARKS, writeMeasuresAsked } from './measures-asked.ts';

type Library = Extract<MeasureList, { kind: 'measures' }>;

const TITLE = 'Measures';

/** The pages beside the list of measures, in a row. */
export const measureLinks = (more: readonly (readonly [text: string, href: string])[] = []): Html =>
  html`<ul class="govuk-list app-measure-links app-no-print">${[
    ['Targets, and who set them', staffPaths.targets()] as const,
    ['Local conventions, and who set them', staffPaths.conventions()] as const,
    ...more,
    ['Published figures, for everybody', staffPaths.releases()] as const,
  ].map(([text, href]) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`;

const OF_WHOLE_AUTHORITY = [
  ['The demographic picture, as a set of figures', staffPaths.demography()],
  ['Demand before care, from the front door to protection plans', staffPaths.demand()],
] as const;

export const measureLink = (measureId: string, title: string, asked: AskedMoment): Html =>
  html`<a class="govuk-link" href="${staffPaths.measure({ measureId }, asked.query)}">${title}</a>`;

/** Every measure there is for this person, or those that are looked for, under the question each answers. */
export const libraryPage = (list: Library, asked: AskedMoment, authority: string): Page =>
  page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    scripts: ['narrow-list.js'],
    main: html`${askedMomentErrors(asked)}
${heading(1, TITLE, { caption: whoseInWords(list.whose) ?? authority })}
${silentSince(list.toldUntil, asked, staffPaths.measures())}
${measureLinks(list.whose.kind === 'authority' ? OF_WHOLE_AUTHORITY : [])}
${filterForm(list, asked)}
<div id="measures">
<h2 class="govuk-heading-m" id="results">${resultsHeading(list)}</h2>
<p class="govuk-body-s">What happened in a time is counted from ${windowInWords('year-to-date', asked.asKnown.asOf)}; a measure’s own page has other times.</p>
${list.questions.map((question) => questionPart(question, list, asked))}
</div>
${asKnownForm(asked, { action: staffPaths.measures(), keep: { ...writeMeasuresAsked(list.asked), ...againstQuery(list.against, list.asKnown.asOf) } })}`,
  });

const resultsHeading = ({ found, all, asked }: Library): string => {
  if (!isNarrowed(asked)) return count(all, 'measure');
  return found === 0 ? 'No measure is like that' : `${number(found)} of ${count(all, 'measure')}`;
};

/** One form, sent with GET: what was asked is in the address, to be kept, shared and gone back to. */
const filterForm = ({ asked: narrow, against, asKnown }: Library, { query }: AskedMoment): Html =>
  html`<form method="get" action="${staffPaths.measures()}" class="app-list-form app-findings-form app-no-print" role="search" id="narrow" data-narrows="#measures">
${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="app-search">
${input({
  id: 'words',
  name: 'words',
  type: 'search',
  label: { text: 'Words of a measure' },
  value: narrow.words,
  classes: 'govuk-input--width-20',
  spellcheck: false,
})}
${choose('question', 'Question', narrow.question, QUESTIONS)}
${choose('who', 'Who asks', narrow.asker, ASKERS)}
${choose('sure', 'How sure we are', narrow.certainty, MARKS)}
${choose('data', 'Figures', narrow.data, DATA_CHOICES)}
${input({
  id: 'from',
  name: 'from',
  type: 'date',
  label: { text: 'Change since the end of' },
  value: against,
  attributes: { max: addDays(asKnown.asOf, -1) },
  classes: 'govuk-input--width-10',
})}
${button({ text: 'Show' })}
${isNarrowed(narrow) && html`<p class="govuk-body-s app-findings-form__clear"><a class="govuk-link govuk-link--no-visited-state" href="${staffPaths.measures({ ...query, ...againstQuery(against, asKnown.asOf) })}">Clear</a></p>`}
</div>
</form>`;

const choose = (
  name: string,
  title: string,
  value: string | undefined,
  choices: Readonly<Record<string, string>>,
): Html =>
  select({
    id: name,
    name,
    label: { text: title },
    value: value ?? '',
    items: [
      { value: '', text: 'Any' },
      ...Object.entries(choices).map(([key, text]) => ({ value: key, text })),
    ],
  });

const questionPart = (
  { question, title, figures, breakdowns }: MeasuresOfQuestion<ListedFigure>,
  list: Library,
  asked: AskedMoment,
): Html | false => {
  if (figures.length + breakdowns.length === 0) return false;
  return html`<section aria-labelledby="${question}">
${heading(2, title, { id: question, size: 'm' })}
${figures.length > 0 && figuresTable({ title, figures }, list, asked)}
${
  breakdowns.length > 0 &&
  html`${heading(3, 'The children looked after, part by part')}
<ul class="govuk-list govuk-!-margin-bottom-7">${breakdowns.map(({ id, title: name }) => html`<li>${measureLink(id, name, asked)}</li>`)}</ul>`
}
</section>`;
};

const figuresTable = (
  { title, figures }: Pick<MeasuresOfQuestion<ListedFigure>, 'title' | 'figures'>,
  { against, asKnown }: Library,
  asked: AskedMoment,
): Html =>
  dataTable({
    caption: `Measures: ${title}`,
    captionSize: 'hidden',
    dense: true,
    rows: figures,
    columns: [
      {
        key: 'title',
        header: 'Measure',
        classes: 'app-measure-title',
        cell: ({ measure }) => measureLink(measure.id, measure.title, asked),
      },
      {
        key: 'value',
        header: 'Figure',
        classes: 'app-measure-figure',
        numeric: true,
        cell: ({ measure, value }) =>
          value === null ? '–' : html`<strong>${valueText(measure, value)}</strong>`,
      },
      { key: 'counts', header: 'Of what', classes: 'app-measure-words', cell: ofWhat },
      {
        key: 'target',
        header: 'Target',
        classes: 'app-measure-target',
        cell: ({ measure, target }) =>
          target && html`${targetText(target, measure)} ${standingTag(target.standing)}`,
      },
      against === addMonths(asKnown.asOf, -12)
        ? {
            key: 'since',
            header: 'Against a year before',
            classes: 'app-measure-words',
            cell: (figure) => sinceYearBefore({ ...figure, yearBefore: figure.before }),
          }
        : {
            key: 'since',
            header: `Since ${dayInWords(against)}`,
            classes: 'app-measure-words',
            cell: (figure) => sinceDay(figure, figure.before),
          },
    ],
  });

/** Why there is no figure, in few words: the measure's own page has the whole of it. */
const WHY_NONE: Readonly<Record<NonNullable<ListedFigure['noValue']>, string>> = {
  'no-records': 'No data recorded yet',
  'not-told': 'No data of these days',
  'nothing-recorded': 'Nothing recorded either way',
  'no-population': 'No population is loaded',
  'nobody-to-count': 'Nobody to count',
};

/** A time of its own is said with what the figure is of. */
const ofWhat = (figure: ListedFigure): Html => {
  const { measure, noValue } = figure;
  if (noValue !== undefined) return html`<span class="app-measure-quiet">${WHY_NONE[noValue]}</span>`;
  const own =
    measure.kind === 'cases' && measure.over !== 'day' && measure.over !== 'window'
      ? OVER[measure.over]
      : undefined;
  const counts = countsText(figure);
  return html`${counts}${own !== undefined && html`<span class="app-measure-quiet">${own}</span>`}`;
};
