import type { Comparison, ShownTarget } from '@rightplace/app';
import {
  type Comparator,
  type ComparatorValue,
  type Day,
  dayInWords,
  type Measure,
  TARGET_RULE,
  type TargetStanding,
  valueInUnit,
} from '@rightplace/domain';
import { type Content, dataTable, details, type Html, heading, html, tag } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import { olderText, standingText, targetText } from './comparison-words.ts';

/** A line of what a figure is held against. */
interface ComparedLine {
  readonly against: Content;
  readonly figure: Content;
  readonly from: Content;
}

/** The figure's own lines, in words already: rounded for those who see rounded figures. */
export interface OwnFigure {
  readonly measure: Measure;
  readonly asOf: Day;
  /** "22 November 2026", or the time it was counted over. */
  readonly when: string;
  readonly value: string;
  readonly yearBefore: string;
  readonly yearBeforeWhen: string;
  /** For a part of the authority: whose target and whose neighbours these are. */
  readonly isPart?: boolean | undefined;
}

/** The figure beside its target and what is published: each with its day and where it is from, or why there is none. */
export const comparisonPart = (own: OwnFigure, comparison: Comparison): Html => {
  const { measure } = own;
  const { target, comparators } = comparison;
  const lines: readonly ComparedLine[] = [
    {
      against: own.isPart === true ? 'These children' : 'This authority',
      figure: html`<strong>${own.value}</strong>`,
      from: `${own.when}, from the record`,
    },
    {
      against: 'A year before',
      figure: own.yearBefore,
      from: `${own.yearBeforeWhen}, from the record`,
    },
    targetLine(target, measure),
    ...comparators.map((comparator) => comparatorLine(comparator, own)),
  ];
  return html`<section class="app-comparison">
${heading(2, 'How it compares', { id: 'comparison' })}
${dataTable({
  caption: `${measure.title}: what it is compared with`,
  captionSize: 'hidden',
  dense: true,
  scroll: false,
  rows: lines,
  columns: [
    { key: 'against', header: 'Compared with', cell: ({ against }) => against },
    { key: 'figure', header: 'Figure', cell: ({ figure }) => figure },
    { key: 'from', header: 'Of when, and from where', cell: ({ from }) => from },
  ],
})}
${own.isPart === true && html`<p class="govuk-body-s">The target and the published figures are of whole authorities.</p>`}
${
  comparators.some((each) => each.kind === 'value' && each.unit !== measure.unit) &&
  html`<p class="govuk-body-s">How many children there are depends on how large an area is, so areas are compared by rates and shares.</p>`
}
${target !== undefined && html`<p class="govuk-body-s">${TARGET_RULE}</p>`}
${notesOf(comparators)}
<p class="govuk-body-s app-no-print"><a class="govuk-link app-comparison__link" href="${staffPaths.targets()}">All targets, and who set them</a><br>
<a class="govuk-link app-comparison__link" href="${staffPaths.compared({ measureId: measure.id })}">Compared with neighbours over the years</a></p>
</section>`;
};

const TAGS: Readonly<Record<TargetStanding, string>> = {
  green: 'govuk-tag--green',
  amber: 'govuk-tag--yellow',
  red: 'govuk-tag--red',
};

export const standingTag = (standing: ShownTarget['standing']): Html =>
  typeof standing === 'string'
    ? tag({ text: standingText(standing), classes: `app-standing ${TAGS[standing]}` })
    : html`<span class="app-comparison__quiet">${standingText(standing)}</span>`;

const targetLine = (target: ShownTarget | undefined, measure: Measure): ComparedLine =>
  target === undefined
    ? { against: 'Target', figure: '–', from: 'No target was set for that day.' }
    : {
        against: 'Target',
        figure: html`${targetText(target, measure)} ${standingTag(target.standing)}`,
        from: html`Since ${dayInWords(target.from)}. ${quiet(target.why)}`,
      };

const quiet = (words: Content): Html => html`<span class="app-comparison__quiet">${words}</span>`;

const comparatorLine = (
  comparator: Comparator,
  { measure, asOf }: Pick<OwnFigure, 'measure' | 'asOf'>,
): ComparedLine => {
  if (comparator.kind === 'blank')
    return { against: comparator.title, figure: '–', from: quiet(comparator.reason) };
  const { title, source } = comparator;
  return {
    against: title,
    figure: comparatorText(comparator, measure),
    from: html`${datedText(comparator, asOf)}. ${quiet(source)}`,
  };
};

/** A count is compared by its rate or share, so then it is said what of. */
const comparatorText = ({ value, unit }: ComparatorValue, measure: Measure): string => {
  const text = valueInUnit(value, unit);
  if (unit === measure.unit) return text;
  if (unit === 'children') return text;
  return unit === 'percent' ? `${text} of children looked after` : `${text} per 10,000 children`;
};

const datedText = ({ asAt, of }: ComparatorValue, asOf: Day): string => {
  const on = of === 'year' ? `Year to ${dayInWords(asAt)}` : dayInWords(asAt);
  const older = olderText(asAt, asOf);
  return older === undefined ? on : `${on}, ${older}`;
};

/** Who the neighbours are, and what is not the same: behind a line, since it is the same every day. */
const notesOf = (comparators: readonly Comparator[]): Html | false => {
  const noted = comparators.flatMap((each) =>
    each.kind === 'value' && each.notes.length > 0
      ? [{ id: each.id, title: each.title, notes: each.notes }]
      : [],
  );
  if (noted.length === 0) return false;
  return details({
    classes: 'app-opens-on-paper',
    summaryText: noted.some(({ id }) => id === 'neighbours')
      ? 'How these are worked out, and who the neighbours are'
      : 'How these are worked out',
    html: html`<dl class="app-comparison__notes">${noted.map(
      ({ title, notes }) => html`<dt>${title}</dt><dd>${notes.join(' ')}</dd>`,
    )}</dl>`,
  });
};

/** What a chart of the measure shows beside it: its target from its day, and others’ figures on days of their own. */
export const chartComparison = ({ target, england, neighbours }: Comparison) => ({
  target: target === undefined ? undefined : { label: 'Target', value: target.value, from: target.from },
  others: [
    { label: 'Neighbours', points: neighbours, isApart: true },
    { label: 'England', points: england, isApart: true },
  ].filter(({ points }) => points.length > 0),
});
