import type { CountedChild, MeasureChildren, NoSuchPart, Side } from '@rightplace/app';
import { DIMENSIONS, dayInShort, EXCLUSION_REASONS, standingInWords, valueInUnit } from '@rightplace/domain';
import {
  type Column,
  count,
  dataTable,
  type Html,
  heading,
  html,
  number,
  pagesNearby,
  pagination,
  subNavigation,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { ageInWords, homeGroupInWords, legalStatusInWords, listName } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { stepMoves } from './bridge-words.ts';
import { isShare, whoseInWords } from './figure-words.ts';
import { timeInWords, timesInWords, windowQuery } from './window-words.ts';

/** The children behind a figure, with what the list leaves out, so that it adds up. */
export const measureChildrenPage = (list: MeasureChildren, asked: AskedMoment): Page => {
  const { measure, whose } = list;
  const title = `${listTitle(list)}: ${number(list.total)}`;
  const of = [measure.title, list.part?.title, list.and?.title, whoseInWords(whose)]
    .filter((each) => each !== undefined)
    .join(', ');
  const keep = { ...windowQuery(list.window), ...listQuery(list) };
  const hrefOf = (more: Readonly<Record<string, string | number>>): string =>
    staffPaths.measureChildren({ measureId: measure.id }, { ...asked.query, ...keep, ...more });
  return page({
    title: `${title}, ${of}`,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures(asked.query) },
      {
        text: measure.title,
        href: staffPaths.measure({ measureId: measure.id }, { ...asked.query, ...windowQuery(list.window) }),
      },
      { text: 'The children' },
    ],
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: of })}
<p class="govuk-body">${timeText(list)}</p>
${sidesPart(list, hrefOf)}
${notListed(list)}
${dataTable({
  caption: `${listTitle(list)}, by name`,
  captionSize: 'hidden',
  dense: true,
  rows: list.children,
  columns: columnsFor(list, asked),
  empty: list.total === 0 ? 'Nobody.' : 'None that you may be shown.',
})}
${list.pages > 1 && pagination(pagesNearby(list.page, list.pages, (page) => hrefOf({ page })))}
${asKnownForm(asked, {
  action: staffPaths.measureChildren({ measureId: measure.id }),
  keep,
})}`,
  });
};

/** Where the day or time was changed and nobody is in that part there, or the address names none. */
export const noSuchPartPage = ({ measure, window }: NoSuchPart, asked: AskedMoment): Page => {
  const toMeasure = staffPaths.measure({ measureId: measure.id }, { ...asked.query, ...windowQuery(window) });
  const title = 'Nobody is counted there';
  return page({
    title: `${title}, ${measure.title}`,
    status: 404,
    section: 'measures',
    knownAt: momentOf(asked),
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures(asked.query) },
      { text: measure.title, href: toMeasure },
      { text: 'The children' },
    ],
    main: html`${heading(1, title, { caption: measure.title })}
<p class="govuk-body">${timeInWords(measure, asked.asKnown.asOf, window)}: in this figure nobody is in the part, or the step, that was asked for. On another day there may have been children in it.</p>
<p class="govuk-body"><a class="govuk-link" href="${toMeasure}">Show the figure and the parts it has</a></p>`,
  });
};

/** What of this list goes into the address of its next page. */
const listQuery = ({ side, part, and, step }: MeasureChildren): Readonly<Record<string, string>> => ({
  ...(step === undefined ? { list: side } : { step: step.kind, from: step.from }),
  ...(part === undefined ? {} : { by: part.by, part: part.key }),
  ...(and === undefined ? {} : { 'and-by': and.by, 'and-part': and.key }),
});

const listTitle = (list: MeasureChildren): string =>
  list.step === undefined ? sideTitle(list, list.side) : stepMoves(list.step.kind);

const timeText = ({ measure, asKnown: { asOf }, window, step }: MeasureChildren): string =>
  step === undefined ? timeInWords(measure, asOf, window) : timesInWords(measure, [step.from, asOf], window);

const sideTitle = ({ measure }: MeasureChildren, side: Side): string => {
  switch (side) {
    case 'numerator':
      return measure.numerator;
    case 'denominator':
      return measure.denominator ?? 'All counted';
    case 'not-recorded':
      return 'Not recorded';
    case 'excluded':
      return 'Left out';
  }
};

const hasDenominator = ({ measure }: MeasureChildren): boolean =>
  isShare(measure) || (measure.kind === 'flow' && measure.less !== undefined);

const sidesPart = (
  list: MeasureChildren,
  hrefOf: (more: Readonly<Record<string, string>>) => string,
): Html | false => {
  if (list.step !== undefined) return false;
  // A part has only the sides its own row tells of.
  const sides: readonly Side[] = [
    'numerator',
    ...(hasDenominator(list) ? ['denominator' as const] : []),
    ...(list.part === undefined && list.sides['not-recorded'] > 0 ? ['not-recorded' as const] : []),
    ...(list.part === undefined && list.sides.excluded > 0 ? ['excluded' as const] : []),
  ];
  if (sides.length < 2) return false;
  return subNavigation({
    label: 'Lists behind the figure',
    items: sides.map((side) => ({
      text:
        list.part === undefined
          ? `${sideTitle(list, side)} (${number(list.sides[side])})`
          : sideTitle(list, side),
      href: hrefOf({ list: side }),
      active: side === list.side,
    })),
  });
};

/** Counted, and not in the list: said in numbers alone, and not why each of them is not. */
const notListed = ({ notListed: hidden, total, listed, measure }: MeasureChildren): Html | false => {
  const repeated = total - listed - hidden;
  const lines = [
    hidden > 0 &&
      `${count(hidden, 'child is', 'children are')} counted and not listed: closed to you, or not among those you work with.`,
    repeated > 0 &&
      `${count(repeated, measure.unit === 'events' ? 'event is' : 'is', measure.unit === 'events' ? 'events are' : 'are')} of a child already in the list.`,
  ].filter((line) => line !== false);
  return (
    lines.length > 0 &&
    html`<div class="govuk-inset-text">${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}</div>`
  );
};

const columnsFor = (list: MeasureChildren, asked: AskedMoment): readonly (Column<CountedChild> | false)[] => [
  {
    key: 'name',
    header: 'Child',
    cell: ({ line }) =>
      html`<a class="govuk-link" href="${staffPaths.child({ childId: line.id }, asked.query)}">${listName(line)}</a>`,
  },
  list.side === 'excluded' && {
    key: 'reason',
    header: 'Why left out',
    cell: ({ reason }) => reason && EXCLUSION_REASONS[reason],
  },
  list.step !== undefined && {
    key: 'then',
    header: 'Then',
    cell: ({ change }) => change && standingInWords(change.before),
  },
  list.step !== undefined && {
    key: 'now',
    header: 'Now',
    cell: ({ change }) => change && standingInWords(change.after),
  },
  list.step !== undefined && {
    key: 'why',
    header: 'What happened',
    cell: ({ change }) => change?.why.join(' ') || 'Time passed',
  },
  { key: 'age', header: 'Age', cell: ({ line }) => ageInWords(line.age) },
  {
    key: 'legal',
    header: 'Legal status',
    cell: ({ line }) => line.legalStatus && legalStatusInWords(line.legalStatus.code),
  },
  { key: 'home', header: 'Lives', cell: ({ line }) => homeOf(line) },
  {
    key: 'since',
    header: 'There since',
    nowrap: true,
    cell: ({ line }) => line.home && dayInShort(line.home.since),
  },
  {
    key: 'in-care',
    header: 'In care since',
    nowrap: true,
    cell: ({ line }) =>
      line.inCareSince === undefined
        ? undefined
        : line.startKnown
          ? dayInShort(line.inCareSince)
          : `${dayInShort(line.inCareSince)} or before`,
  },
  list.measure.id === 'stability-3plus' && {
    key: 'homes',
    header: 'Placements in the year',
    numeric: true,
    cell: ({ line }) => line.homesInYear,
  },
  list.measure.id === 'within-20-miles' && {
    key: 'miles',
    header: 'Miles from home',
    numeric: true,
    cell: ({ line }) => (line.home?.miles === undefined ? 'not known' : number(line.home.miles, 1)),
  },
  list.children.some(({ times }) => times > 1) && { key: 'times', header: 'Times', numeric: true },
  list.children.some(({ amounts }) => amounts.length > 0) && {
    key: 'amounts',
    header: 'Adds',
    numeric: true,
    cell: ({ amounts }) => amounts.map((amount) => valueInUnit(amount, list.measure.unit)).join('; '),
  },
  {
    key: 'worker',
    header: 'Social worker',
    cell: ({ line }) => line.holding.workers.map(({ name, number: id }) => name ?? id).join(', '),
  },
];

const homeOf = ({ home, left }: CountedChild['line']): string | undefined => {
  if (home !== undefined) return homeGroupInWords(home.group, home.code);
  return left === undefined ? undefined : `Left care on ${dayInShort(left.on)}`;
};

export const isDimension = (text: string): text is keyof typeof DIMENSIONS => Object.hasOwn(DIMENSIONS, text);
