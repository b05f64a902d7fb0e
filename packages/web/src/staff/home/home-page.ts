import type { CaseCount, DueCount, FiguresHome, Home, MyWorkCount } from '@rightplace/app';
import { count, type Html, heading, html, statCards } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf, silentSince } from '../as-known.ts';
import { figureCard } from '../measures/figure-parts.ts';
import { whoseInWords } from '../measures/figure-words.ts';
import { staffPaths } from '../paths.ts';
import { answersWaiting, readinessPart } from '../return-readiness/home-line.ts';
import { emptyPart } from './empty-home.ts';
import { headlinesPart } from './headlines-home.ts';
import { assurance, howWeKnow, lifeChances } from './knowledge-part.ts';
import { ownCasesPart } from './own-cases-part.ts';
import { plainPart } from './plain-home.ts';
import { type Question, questionPart } from './question-part.ts';
import { costsWaiting, type Waiting, waitingList } from './waiting-part.ts';
import { mixesPart, netFlowPart } from './where-part.ts';
import { whereSentence } from './where-sentence.ts';

export interface HomeView {
  readonly home: Home;
  readonly asked: AskedMoment;
  readonly authority: string;
  readonly firstName: string;
}

/** The first page. Each answers its reader's own question: the five of the board, or what to do here. */
export const homePage = (view: HomeView): Page => {
  const { home } = view;
  switch (home.kind) {
    case 'figures':
      return figuresPage(view, home);
    case 'headlines':
      return headlinesPart(home, view.asked, view.authority);
    case 'empty':
      return emptyPart(home, view.asked, view.authority);
    case 'plain':
      return plainPart(home, view.firstName);
  }
};

const figuresPage = ({ asked, authority }: HomeView, home: FiguresHome): Page =>
  page({
    title: 'Our children, in five questions',
    section: 'home',
    width: 'wide',
    knownAt: momentOf(asked),
    main: html`${askedMomentErrors(asked)}
${heading(1, 'Our children, in five questions', { caption: whoseInWords(home.whose) ?? authority })}
${partNote(home)}
${silentSince(home.toldUntil, asked, staffPaths.home())}
${waitingPart(home)}
${home.own !== undefined && ownCasesPart(home.own, asked)}
${questionsOf(home, asked).map(questionPart)}
<section class="app-question" aria-labelledby="${PARTS_ID}">
<div><h2 class="app-question__heading" id="${PARTS_ID}">The children looked after, part by part</h2></div>
<div>${mixesPart(home, asked)}${netFlowPart(home, asked)}</div>
</section>
${asKnownForm(asked, { action: staffPaths.home() })}`,
  });

/** The five answers come first and fit a screen or two; who the children are follows them. */
const PARTS_ID = 'parts';
const PARTS_LINK = { text: 'Where they live, legal status and age', href: `#${PARTS_ID}` };

/** Whose figures they are, for a part of the authority; and why there may be none. */
const partNote = ({ whose, gaps, own }: FiguresHome): Html | false => {
  if (whose.kind === 'authority') return false;
  if (gaps.lookedAfter === 0 && (own === undefined || own.lines.length === 0))
    return html`<p class="govuk-body">No child looked after is known to have a social worker who works there. The return’s table of social workers tells whose case a child’s is, and the authority’s list of people where each of them works.</p>`;
  return html`<p class="govuk-body">Of the children whose social worker works there. Past days are counted by where each child’s worker of that day works now, and left out where too few of those workers are on the authority’s list.</p>`;
};

/** What waits for this person, with nothing when nothing does. */
const waitingPart = (home: FiguresHome): Html | false => {
  const { readiness, work } = home;
  const lines = [
    ...casesWaiting(work),
    ...dueWaiting(home.due),
    ...costsWaiting(home.costs),
    ...importsWaiting(home),
    ...(readiness === undefined ? [] : answersWaiting(readiness)),
  ];
  return waitingList(lines);
};

/** So many cases, with the way to the very list that has them, or to the one where it is one. */
const casesIn = (
  { waiting, overdue, only }: CaseCount,
  { one, many, list }: { readonly one: string; readonly many: string; readonly list: string },
): readonly Waiting[] => {
  if (waiting === 0) return [];
  return only === undefined
    ? [
        {
          href: list,
          text: `${waiting} cases ${many}${overdue === 0 ? '' : `, ${overdue === waiting ? 'all' : overdue} of them overdue`}`,
        },
      ]
    : [
        {
          href: staffPaths.case({ caseId: String(only) }),
          text: `A case ${one}${overdue === 0 ? '' : ', overdue'}`,
        },
      ];
};

/** A director’s desk first: what only they can sign. All that they can act on is counted apart, as it is listed apart. */
const casesWaiting = (work: MyWorkCount | undefined): readonly Waiting[] =>
  work === undefined
    ? []
    : [
        ...(work.desk === undefined
          ? []
          : casesIn(work.desk, {
              one: 'waits for the director',
              many: 'wait for the director',
              list: staffPaths.desk(),
            })),
        ...(work.mine === undefined
          ? []
          : casesIn(work.mine, { one: 'to act on', many: 'to act on', list: staffPaths.myWork() })),
      ];

/** What is due for children by this person, or has gone as far as the head of service. */
const dueWaiting = (due: DueCount | undefined): readonly Waiting[] => {
  if (due === undefined) return [];
  const href = `${staffPaths.myWork()}#what-is-due`;
  const { waiting, overdue, escalated = 0 } = due;
  const late = overdue === 0 ? '' : `, ${overdue === waiting ? 'overdue' : `${overdue} of them overdue`}`;
  return [
    ...(waiting > 0 ? [{ href, text: `${count(waiting, 'thing')} due for children${late}` }] : []),
    ...(escalated > 0
      ? [
          {
            href,
            text: `${count(escalated, 'thing')} due for children, overdue for five working days or more`,
          },
        ]
      : []),
  ];
};

const importsWaiting = ({ may, source: { waiting } }: FiguresHome): readonly Waiting[] => {
  const [first] = waiting;
  if (first === undefined || !may.has('apply-import')) return [];
  return waiting.length === 1
    ? [
        {
          href: staffPaths.import({ importId: String(first.id) }),
          text: 'A return has been looked at and not taken in yet',
        },
      ]
    : [
        {
          href: staffPaths.imports(),
          text: `${waiting.length} returns have been looked at and not taken in yet`,
        },
      ];
};

const cards = (home: FiguresHome, { query }: AskedMoment, labels: Readonly<Record<string, string>>): Html =>
  statCards(
    Object.entries(labels).map(([measureId, label]) => {
      const figure = home.figures.get(measureId);
      return (
        figure &&
        figureCard(figure, {
          label,
          href: staffPaths.measure({ measureId }, query),
          comparison: home.comparisons.get(measureId),
        })
      );
    }),
  );

const questionsOf = (home: FiguresHome, asked: AskedMoment): readonly Question[] => [
  {
    id: 'where',
    more: home.may.has('list-children')
      ? [
          { text: 'See the children', href: staffPaths.children(asked.query) },
          { text: 'See where they live on a map', href: staffPaths.whereChildrenLive(asked.query) },
          PARTS_LINK,
        ]
      : [PARTS_LINK],
    answer: html`<p class="app-question__sentence">${whereSentence(home, asked.today)}</p>
${cards(home, asked, {
  'cla-number': 'looked after',
  'cla-rate-10k': 'of every 10,000 children',
  'cla-started': 'started this year',
  'cla-ceased': 'ceased this year',
  'within-20-miles': 'live within 20 miles of home',
  'foster-share': 'live with foster carers',
  'residential-share': 'live in children’s homes',
  'uasc-number': 'unaccompanied',
})}
`,
  },
  {
    id: 'safe',
    more: home.may.has('view-figure-sets')
      ? [{ text: 'See demand before care', href: staffPaths.demand() }]
      : [],
    answer: cards(home, asked, {
      'stability-3plus': 'had three or more placements in the year',
      'stability-2yr': 'in the same placement for two years, of those long in care',
    }),
  },
  {
    id: 'chances',
    more: [
      {
        text: 'See all of health and leaving care',
        href: staffPaths.measures({ ...asked.query, question: 'chances', data: 'figures' }),
      },
    ],
    answer: lifeChances(
      home.outcomes,
      cards(home, asked, {
        'rha-uptodate': 'had their health assessments in the last reporting year',
        'dental-uptodate': 'had their teeth checked in it',
        'cl-eet': 'of care leavers in education, employment or training',
        'cl-suitable': 'of care leavers in suitable accommodation',
      }),
    ),
  },
  {
    id: 'know',
    more: home.may.has('view-imports') ? [{ text: 'See the imports', href: staffPaths.imports() }] : [],
    answer: html`${home.readiness !== undefined && readinessPart(home.readiness)}${howWeKnow(home, asked)}`,
  },
  {
    id: 'assurance',
    more: [{ text: 'See every measure', href: staffPaths.measures(asked.query) }],
    answer: assurance(home),
  },
];
