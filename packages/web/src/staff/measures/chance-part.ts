import type { ShownFigure } from '@rightplace/app';
import {
  type ChangeReading,
  fewnessWarning,
  type ProcessLimits,
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
};

/**
 * Of each point, why it is marked: those out of the usual range, and those that make up what the latest point is part of.
 * Older runs and trends were told when they were new.
 */
export const marksShown = ({ marks }: ProcessLimits): readonly (string | undefined)[] => {
  const [latest] = marks.at(-1) ?? [];
  return marks.map((own) => {
    const shown = own.find((mark) => mark === 'outside-limits' || mark === latest);
    return shown && MARKS[shown];
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
