import type { BoardLine, Comparison, ShownBoard } from '@rightplace/app';
import { type Day, dayInWords, type Measure, monthInWords, valueInUnit } from '@rightplace/domain';
import { sparkline } from '../../charts/index.ts';
import { type Content, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { commentaryArticle } from '../commentary/commentary-part.ts';
import { standingTag } from '../measures/comparison-part.ts';
import { targetText } from '../measures/comparison-words.ts';
import { trendLine } from '../measures/figure-parts.ts';
import {
  bigValueText,
  countsText,
  headlineNote,
  headlineText,
  noValueText,
  sinceYearBefore,
  whoseInWords,
} from '../measures/figure-words.ts';
import { finding } from '../measures/finding.ts';
import { ROUNDED_NOTE, TREND_OF } from '../measures/headline-words.ts';
import { staffPaths } from '../paths.ts';

/** A board: each of its measures with what it shows, how it compares, whether that is news, and what is being done. */
export const boardPage = (found: ShownBoard, askedFor: AskedMoment): Page => {
  const { board, quarterEnds, whose, lines, mayMake } = found;
  const asked = shownAtQuarterEnds(askedFor, quarterEnds);
  const boardId = String(board.id);
  const file = (format: string): string => staffPaths.boardFile({ boardId, format }, asked.query);
  const of = whoseInWords(whose);
  return page({
    title: board.title,
    section: 'boards',
    width: 'wide',
    knownAt: momentOf(asked),
    breadcrumbs: [{ text: 'Boards', href: staffPaths.boards() }, { text: board.title }],
    main: html`${askedMomentErrors(asked)}
${heading(1, board.title, of === undefined ? {} : { caption: of })}
${board.about !== '' && html`<p class="govuk-body">${board.about}</p>`}
${quarterEnds !== undefined && html`<p class="govuk-body">${ROUNDED_NOTE}</p>`}
<ol class="app-board">${lines.map((line) => html`<li class="app-board__line">${lineOf(line, asked)}</li>`)}</ol>
<p class="govuk-body app-no-print"><a class="govuk-link" href="${file('csv')}" download>Download with definitions (CSV)</a><br>
<a class="govuk-link" href="${file('xlsx')}" download>Download with definitions (spreadsheet)</a>${
      mayMake &&
      html`<br>
<a class="govuk-link" href="${staffPaths.changeBoard({ boardId })}">Change this board</a>`
    }</p>
${asKnownForm(asked, { action: staffPaths.board({ boardId }) })}`,
  });
};

const lineOf = (line: BoardLine, asked: AskedMoment): Html => {
  switch (line.kind) {
    case 'not-shown':
      return html`${heading(2, line.measure.title, { size: 's' })}
<p class="govuk-body app-empty">Not shown to you. ${line.why}</p>`;
    case 'headline': {
      const { measure, value, yearBefore, trend, every } = line.headline;
      const known = yearBefore.kind === 'about' || yearBefore.kind === 'fewer-than-5';
      return lineParts({
        measure,
        asked,
        title: measure.title,
        value: headlineText(measure, value),
        about:
          headlineNote(measure, value) ??
          (known ? `${headlineText(measure, yearBefore)} a year before` : undefined),
        comparison: line.comparison,
        picture:
          trend.length > 0 &&
          sparkline({
            values: trend.map((point) => (point.value.kind === 'about' ? point.value.value : null)),
            label: `${TREND_OF[every]}, to ${headlineText(measure, value)}.`,
            width: 160,
          }),
        chance: undefined,
        commentary: line.commentary,
      });
    }
    case 'figure': {
      const { figure, reading } = line;
      return lineParts({
        measure: figure.measure,
        asked,
        title: finding(figure, asked.today, reading),
        value: bigValueText(figure),
        about: [
          figure.measure.unit === 'per-10000' ? undefined : countsText(figure),
          noValueText(figure),
          sinceYearBefore(figure),
        ]
          .filter((text) => text !== undefined)
          .join('; '),
        comparison: line.comparison,
        picture: trendLine(figure.measure, figure.trend),
        chance: figure.value === null ? undefined : `${NEWS[reading.verdict]} ${reading.sentence}`,
        commentary: line.commentary,
      });
    }
  }
};

const NEWS = {
  better: 'More than chance, for the better.',
  worse: 'More than chance, for the worse.',
  changed: 'More than chance.',
  usual: 'No news:',
  'cannot-tell': 'Chance or not cannot be told.',
} as const;

interface LineParts extends Pick<Extract<BoardLine, { kind: 'figure' }>, 'comparison' | 'commentary'> {
  readonly measure: Measure;
  readonly asked: AskedMoment;
  readonly title: string;
  readonly value: string;
  readonly about: string | undefined;
  readonly picture: Html | false;
  readonly chance: string | undefined;
}

const lineParts = (parts: LineParts): Html => {
  const { measure, asked, title, value, about, comparison, picture, chance, commentary } = parts;
  const href = staffPaths.measure({ measureId: measure.id }, asked.query);
  return html`${heading(2, html`<a class="govuk-link" href="${href}">${title}</a>`, { size: 's' })}
<div class="app-board__parts">
<div class="app-board__figure"><p class="app-board__value">${value}</p>
${title !== measure.title && html`<p class="app-board__note">${measure.title}</p>`}
${about !== undefined && about !== '' && html`<p class="app-board__note">${about}</p>`}</div>
<dl class="app-board__compared">
${pair('Target', targetPart(comparison, measure))}
${pair('England', comparedPart(comparison, 'england', measure))}
${pair('Neighbours', comparedPart(comparison, 'neighbours', measure))}
</dl>
<div class="app-board__trend">${picture}${chance !== undefined && html`<p class="app-board__note">${chance}</p>`}</div>
</div>
${commentary !== undefined && html`<div class="app-board__said">${commentaryArticle(commentary, asked.today)}</div>`}`;
};

const pair = (name: string, what: Content): Html => html`<div><dt>${name}</dt><dd>${what}</dd></div>`;

const targetPart = ({ target }: Comparison, measure: Measure): Content =>
  target === undefined ? 'None set' : html`${targetText(target, measure)} ${standingTag(target.standing)}`;

/** The figure with its day, or the reason for none: never a gap that could be taken for nought. */
const comparedPart = (
  { comparators }: Comparison,
  id: 'england' | 'neighbours',
  measure: Measure,
): Content => {
  const found = comparators.find((each) => each.id === id);
  if (found === undefined || found.kind === 'blank')
    return html`<span class="app-board__note">${firstSentence(found?.reason ?? 'None published.')}</span>`;
  return html`${valueInUnit(found.value, found.unit)}${ofWhat(found.unit, measure)} <span class="app-board__note">${asAtText(found.asAt, found.of)}</span>`;
};

/** Which neighbours lack a figure is on the measure’s own page. */
const firstSentence = (text: string): string => `${text.split('. ')[0]?.replace(/\.$/, '')}.`;

/** A count is compared by its rate or share, so then it is said what of. */
const ofWhat = (unit: string, measure: Measure): string => {
  if (unit === measure.unit || unit === 'children') return '';
  return unit === 'percent' ? ' of children looked after' : ' per 10,000 children';
};

const asAtText = (asAt: Day, of: 'day' | 'year'): string =>
  of === 'year' ? `year to ${dayInWords(asAt)}` : monthInWords(asAt);
