import type { Headline, HeadlinesHome } from '@rightplace/app';
import { type Html, heading, html, statCards } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { headlineCard } from '../measures/figure-parts.ts';
import { ROUNDED_NOTE } from '../measures/headline-words.ts';
import { staffPaths } from '../paths.ts';
import { takenInOn } from './knowledge-part.ts';
import { type Question, questionPart } from './question-part.ts';

const LABELS: Readonly<Record<string, string>> = {
  'cla-number': 'looked after',
  'cla-rate-10k': 'of every 10,000 children',
  'cla-started': 'started since 1 April',
  'cla-ceased': 'ceased since 1 April',
  'within-20-miles': 'live within 20 miles of home',
  'foster-share': 'live with foster carers',
  'stability-3plus': 'had three or more placements in the year',
  'adoption-a1': 'on average from coming into care to moving in with adopters',
  'adoption-a2': 'on average from the placement order to the match with adopters',
  'sdq-mean': 'points on average in the questionnaire on strengths and difficulties',
  'stability-2yr': 'in the same placement for two years, of those long in care',
};

/** For those who hold the service to account: the main figures at the end of the last quarter, rounded. */
export const headlinesPart = (home: HeadlinesHome, asked: AskedMoment, authority: string): Page => {
  const shown = shownAtQuarterEnds(asked, home.shown);
  return page({
    title: 'Our children, in five questions',
    section: 'home',
    width: 'wide',
    knownAt: momentOf(shown),
    main: html`${askedMomentErrors(shown)}
${heading(1, 'Our children, in five questions', { caption: authority })}
<p class="govuk-body">${ROUNDED_NOTE}</p>
${questionsOf(home, shown).map(questionPart)}
${asKnownForm(shown, { action: staffPaths.home() })}`,
  });
};

const cards = (
  headlines: readonly Headline[],
  comparisons: HeadlinesHome['comparisons'],
  { query }: AskedMoment,
): Html =>
  statCards(
    headlines.map((headline) =>
      headlineCard(headline, {
        label: LABELS[headline.measure.id] ?? headline.measure.title,
        href: staffPaths.measure({ measureId: headline.measure.id }, query),
        comparison: comparisons.get(headline.measure.id),
      }),
    ),
  );

const questionsOf = (
  { headlines, comparisons, lastImport }: HeadlinesHome,
  shown: AskedMoment,
): readonly Question[] => {
  const of = (question: Question['id']): readonly Headline[] =>
    headlines.filter(({ measure }) => measure.question === question);
  return [
    { id: 'where', more: [], answer: cards(of('where'), comparisons, shown) },
    { id: 'safe', more: [], answer: cards(of('safe'), comparisons, shown) },
    {
      id: 'chances',
      more: [],
      answer: html`${cards(of('chances'), comparisons, shown)}<p class="govuk-body">Your role sees the main figures. Of how children fare those are averages; figures of education and leaving care are not among them.</p>`,
    },
    {
      id: 'know',
      more: [],
      answer: html`<p class="govuk-body">${
        lastImport === undefined
          ? 'The figures are worked out from the record of each child.'
          : `The figures are worked out from the record of each child. The authority’s return was last taken in on ${takenInOn(lastImport.at)}.`
      }</p>`,
    },
    {
      id: 'assurance',
      more: [{ text: 'See every measure', href: staffPaths.measures(shown.query) }],
      answer: html`<p class="govuk-body">Each figure’s page says how it is counted and how far to trust it.</p>`,
    },
  ];
};
