import { type Day, monthInWords } from '@rightplace/domain';
import type { Html } from '../kit/html.ts';
import { type Column, dataTable } from '../kit/table.ts';
import type { LineOptions } from './line.ts';

/** The figures of a line chart, for those who read them and not the picture. */
export const lineTable = (options: LineOptions): Html => {
  const formatDay = options.formatDay ?? monthInWords;
  const days = [
    ...new Set(options.series.flatMap((series) => series.points.map((point) => point.on))),
  ].sort();
  const columns: readonly Column<Day>[] = [
    { key: 'on', header: options.dayHeader ?? 'Month', cell: formatDay, nowrap: true },
    ...options.series.map((series, i): Column<Day> => {
      const byDay = new Map(series.points.map((point) => [point.on, point.value]));
      return {
        key: `series-${i}`,
        header: series.label,
        numeric: true,
        cell: (on) => {
          const value = byDay.get(on);
          if (value !== undefined && value !== null) return options.format(value);
          return series.isApart === true && value === undefined ? '–' : 'not known';
        },
      };
    }),
  ];
  return dataTable({
    caption: options.subtitle,
    columns: [...columns, markColumn(options)],
    rows: days,
    dense: true,
  });
};

/** Which points are marked, and why. */
const markColumn = ({ limits, series: [first] }: LineOptions): Column<Day> | false => {
  if (limits === undefined || first === undefined || limits.marked.every((mark) => mark === undefined))
    return false;
  const byDay = new Map(first.points.map(({ on }, i) => [on, limits.marked[i]]));
  return { key: 'mark', header: 'More than chance', cell: (on) => byDay.get(on) };
};
