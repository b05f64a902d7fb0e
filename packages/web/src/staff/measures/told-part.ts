import type { FigurePage } from '@rightplace/app';
import { addDays, type ClosedPeriod, dayInWords } from '@rightplace/domain';
import { type Html, html } from '../../kit/index.ts';
import { queryText } from '../../server/path.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { windowQuery } from './window-words.ts';

const lastDayOf = ({ ends }: ClosedPeriod) => addDays(ends, -1);

/** Of which days what was loaded tells, where the figure has none; and the way to the last day that has one. */
export const toldPart = ({ figure, daysTold }: FigurePage, { query }: AskedMoment): Html | false => {
  const last = daysTold?.at(-1);
  if (figure.noValue !== 'not-told' || daysTold === undefined || last === undefined) return false;
  const times = daysTold.map((time) => `${dayInWords(time.starts)} to ${dayInWords(lastDayOf(time))}`);
  const more = { ...query, ...windowQuery(figure.window), 'as-of': lastDayOf(last) };
  return html`<div class="govuk-inset-text"><p class="govuk-body">What was loaded tells of ${times.join(', and of ')}. Of other days nothing is known, which is not nought.</p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.measure({ measureId: figure.measure.id })}${queryText(more)}">Look at ${dayInWords(lastDayOf(last))} instead</a></p></div>`;
};
