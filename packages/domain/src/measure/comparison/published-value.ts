import type { Work } from './published-as.ts';
import { MARKS, type Mark, type PublishedFigure } from './published-figure.ts';
import type { SeriesId } from './published-series.ts';

/** Finds one published figure; undefined when nothing is held of that area and year. */
export type FindPublished = (
  series: SeriesId,
  area: string,
  year: number,
) => Pick<PublishedFigure, 'value' | 'release'> | undefined;

/** What published figures give for one area and year: a number, or why there is none. */
export type PublishedValue =
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly release: string;
      readonly isWorkedOut: boolean;
    }
  | { readonly kind: 'not-published'; readonly reason: string; readonly mark: Mark | undefined };

const notHeld = (): PublishedValue => ({
  kind: 'not-published',
  reason: 'not in the published figures that are held',
  mark: undefined,
});
const marked = (mark: Mark): PublishedValue => ({ kind: 'not-published', reason: MARKS[mark], mark });

/** A share or rate with a part that is suppressed is none: no figure is filled in for it. */
export const publishedValue = (
  work: Work,
  area: string,
  year: number,
  find: FindPublished,
): PublishedValue => {
  if (work.kind === 'as-published') {
    const found = find(work.series, area, year);
    if (found === undefined)
      return work.before === undefined ? notHeld() : publishedValue(work.before, area, year, find);
    return typeof found.value === 'number'
      ? { kind: 'value', value: found.value, release: found.release, isWorkedOut: false }
      : marked(found.value);
  }
  const parts = work.parts.map((part) => find(part, area, year));
  const of = find(work.of, area, year);
  const found = [...parts, of].filter((each) => each !== undefined);
  const [first] = found;
  if (first === undefined || found.length <= parts.length) return notHeld();
  const hidden = found.map(({ value }) => value).find((value) => typeof value !== 'number');
  if (hidden !== undefined) return marked(hidden);
  const values = found.map(({ value }) => Number(value));
  const whole = values.at(-1) ?? 0;
  if (whole === 0) return { kind: 'not-published', reason: 'nobody to count', mark: undefined };
  const per = work.unit === 'percent' ? 100 : 10_000;
  return {
    kind: 'value',
    value: (values.slice(0, -1).reduce((a, b) => a + b, 0) * per) / whole,
    release: first.release,
    isWorkedOut: true,
  };
};
