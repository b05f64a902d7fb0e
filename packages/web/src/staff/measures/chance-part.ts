import type { ShownFigure } from '@rightplace/app';
import {
  type ChangeReading,
  fewnessWarning,
  type ProcessMark,
  readChange,
  valueInUnit,
} from '@rightplace/domain';
import { type Html, heading, html } from '../../kit/index.ts';

/** Whether the latest point of the figure's own trend is news. */
export const readingOf = ({ measure, trend, window }: ShownFigure): ChangeReading =>
  readChange(measure, trend, (value) => valueInUnit(value, measure.unit), window);

const MARKS: Readonly<Record<ProcessMark, string>> = {
  'outside-limits': 'Outside its usual range',
  'run-above': 'One of seven or more in a row above its average',
  'run-below': 'One of seven or more in a row below its average',
  rising: 'One of six or more, each above the one before',
  falling: 'One of six or more, each below the one before',
  'jump-up': 'Further up from the month before than is usual',
  'jump-down': 'Further down from the month before than is usual',
  'drift-up': 'Further up in twelve months than chance would take it',
  'drift-down': 'Further down in twelve months than chance would take it',
};

const LEVEL_MARKS: Readonly<Partial<Record<ProcessMark, string>>> = {
  rising: 'One of eight or more rises in a row',
  falling: 'One of eight or more falls in a row',
};

/** Told of every point that is one, however old. */
const BY_ITSELF: readonly ProcessMark[] = ['outside-limits', 'jump-up', 'jump-down'];

/**
 * Of each point, why it is marked: those out of the usual range, and those that make up what the latest point is part of.
 * Older runs and trends were told when they were new.
 */
export const marksShown = (limits: NonNullable<ChangeReading['limits']>): readonly (string | undefined)[] => {
  const { marks } = limits;
  const [latest] = marks.at(-1) ?? [];
  const words = 'bands' in limits ? { ...MARKS, ...LEVEL_MARKS } : MARKS;
  return marks.map((own) => {
    const shown = own.find((mark) => BY_ITSELF.includes(mark) || mark === latest);
    return shown && words[shown];
  });
};

/** What a reader should know before taking the latest change for one. */
export const chancePart = (figure: ShownFigure, reading: ChangeReading): Html => {
  const fewness = fewnessWarning(figure.measure, figure.denominator);
  return html`<section>
${heading(2, 'Is it more than chance?', { id: 'chance' })}
<p class="govuk-body">${ANSWERS[reading.verdict]}${reading.sentence}${
    reading.limits !== undefined && figure.window === 'year-to-date' && ' Judged by its whole months.'
  }</p>
${fewness !== undefined && html`<p class="govuk-body">${fewness}</p>`}
</section>`;
};

const ANSWERS: Readonly<Record<ChangeReading['verdict'], Html>> = {
  better: html`<strong>Yes, for the better.</strong> `,
  worse: html`<strong>Yes, for the worse.</strong> `,
  changed: html`<strong>Yes.</strong> `,
  usual: html`<strong>No.</strong> `,
  'cannot-tell': html`<strong>That cannot be told.</strong> `,
};
