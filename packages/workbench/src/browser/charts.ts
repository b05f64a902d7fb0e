import { barChart, dayText, sparkPath, trendChart } from '../view/charts.ts';
import { number, valueInWords } from '../view/words.ts';
import type { BreakdownShown, MeasureShown, Point } from '../work/return-measures.ts';
import { el, scrolling, svg } from './element.ts';
import { plainTable } from './table.ts';

/** What a drawing says, as a table: every chart has one. */
const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): HTMLElement =>
  el(
    'details',
    { class: 'more' },
    el('summary', {}, 'The figures of the chart'),
    plainTable({
      caption: 'The figures of the chart',
      isCaptionUnseen: true,
      headings: headings.map((title, i) => ({ title, isNumeric: i > 0 })),
      rows,
    }),
  );

const text = (
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' | 'end',
  strong = false,
): SVGElement =>
  svg(
    'text',
    { x, y, 'text-anchor': anchor, 'dominant-baseline': 'central', class: strong && 'strong' },
    words,
  );

const drawing = (title: string, drawn: SVGElement): HTMLElement => scrolling(`Chart: ${title}`, drawn);

/** How a measure went month by month. */
export const trendFigure = ({ title, unit }: MeasureShown, trend: readonly Point[]): HTMLElement | null => {
  const known = trend.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2) return null;
  const format = (value: number): string =>
    valueInWords(value, unit)
      .replace(/\.0%$/, '%')
      .replace(/ per 10,000$/, '');
  const view = trendChart(trend, format, unit === 'percent' || unit === 'per-10000' ? 0 : 1);
  const says = `${title}: from ${valueInWords(first.value, unit)} on ${dayText(first.on)} to ${valueInWords(last.value, unit)} on ${dayText(last.on)}. Every figure is in the table that follows.`;
  return el(
    'figure',
    {},
    drawing(
      title,
      svg(
        'svg',
        { class: 'chart', viewBox: `0 0 ${view.width} ${view.height}`, role: 'img', 'aria-label': says },
        view.valueTicks.map((tick) => [
          svg('path', { class: 'gridline', d: `M${view.left},${tick.at}H${view.right}` }),
          text(view.left - 8, tick.at, tick.text, 'end'),
        ]),
        svg('path', { class: 'axis', d: `M${view.left},${view.bottom}H${view.right}` }),
        view.dayTicks.map((tick) => text(tick.at, view.bottom + 20, tick.text, 'middle')),
        view.paths.map((d) => svg('path', { class: 'trend', d })),
        view.dots.map(({ x, y }) => svg('circle', { class: 'dot', cx: x, cy: y, r: 3.5 })),
        view.end !== undefined && text(view.end.x, view.end.y, view.end.text, 'start', true),
      ),
    ),
    tableOf(
      ['End of', title],
      trend.map(({ on, value }) => [dayText(on), valueInWords(value, unit)]),
    ),
  );
};

/** How the children looked after are made up. */
export const partsFigure = ({ title, parts }: BreakdownShown): HTMLElement => {
  const counts = parts.map((part) => ({ title: part.title, count: part.children.length }));
  const view = barChart(counts);
  const says = counts.map((part) => `${part.title}: ${number(part.count)}.`).join(' ');
  return el(
    'figure',
    {},
    drawing(
      title,
      svg(
        'svg',
        {
          class: 'chart',
          viewBox: `0 0 ${view.width} ${view.height}`,
          role: 'img',
          'aria-label': `${title}. ${says}`,
        },
        view.bars.map(({ y, length, label, text: words }) => [
          text(view.left - 8, y + 14, label, 'end'),
          svg('rect', { class: 'bar', x: view.left, y: y + 3, width: length, height: 22 }),
          text(view.left + length + 6, y + 14, words, 'start', true),
        ]),
        svg('path', { class: 'axis', d: `M${view.left},0V${view.height}` }),
      ),
    ),
    tableOf(
      ['', 'Children'],
      counts.map((part) => [part.title, number(part.count)]),
    ),
  );
};

/** The shape of a trend, beside its figure. The figure says the rest. */
export interface Spark {
  readonly element: SVGElement;
  readonly draw: (trend: readonly Point[]) => void;
}

export const spark = (): Spark => {
  const path = svg('path', { class: 'trend' });
  return {
    element: svg('svg', { class: 'chart spark', viewBox: '0 0 130 28', 'aria-hidden': 'true' }, path),
    draw: (trend) => path.setAttribute('d', sparkPath(trend, 130, 28)),
  };
};
