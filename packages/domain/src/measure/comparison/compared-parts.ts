import type { DimensionId } from '../dimensions.ts';
import { type Comparator, type ComparisonAsked, comparatorsAs } from './comparators.ts';
import type { PublishedAs } from './published-as.ts';
import { isSeries, type SeriesId } from './published-series.ts';

/** What a part of a figure is held against: the same part's share of the whole, elsewhere. */
export interface ComparedPart {
  readonly key: string;
  readonly comparators: readonly Comparator[];
}

/** Ways of cutting whose published parts bear another name, and which of their parts mean the same. */
const PUBLISHED_WAY: Readonly<
  Partial<Record<DimensionId, { readonly as: string; readonly keys: readonly string[] }>>
> = {
  'placement-group': { as: 'placement', keys: ['adoption', 'parents', 'residential-school'] },
  'reason-ceased-group': { as: 'reason', keys: ['adopted', 'special-guardianship'] },
};

/** The published series of a part; undefined where nobody publishes it, or only with another meaning. */
export const seriesOfPart = (measureId: string, by: DimensionId, key: string): SeriesId | undefined => {
  if (measureId === 'cla-number' && by === 'uasc' && key === 'uasc') return 'uasc-number';
  const way = PUBLISHED_WAY[by];
  if (way !== undefined && !way.keys.includes(key)) return undefined;
  const series = `${measureId}/${way?.as ?? by}/${key}`;
  return isSeries(series) ? series : undefined;
};

/** Earlier tables count as unaccompanied whoever had been so at any time in the year. */
const UASC_FROM = 2021;
const OF_YEAR: readonly string[] = ['cla-started', 'cla-ceased'];

const publishedPart = (measureId: string, by: DimensionId, key: string): PublishedAs | undefined => {
  const series = seriesOfPart(measureId, by, key);
  if (series === undefined || !isSeries(measureId)) return undefined;
  return {
    of: OF_YEAR.includes(measureId) ? 'year' : 'day',
    work: { kind: 'worked-out', parts: [series], of: measureId, unit: 'percent' },
    ...(series === 'uasc-number' ? { from: UASC_FROM } : {}),
    notes: [],
  };
};

/** Every part with the share that it has elsewhere, or why no share is published. */
export const comparedParts = (
  asked: ComparisonAsked,
  by: DimensionId,
  keys: readonly string[],
): readonly ComparedPart[] =>
  keys.map((key) => ({
    key,
    comparators: comparatorsAs(publishedPart(asked.measure.id, by, key), 'percent', asked),
  }));

/** Every published series that the comparators of a figure's parts need. */
export const seriesOfParts = (
  measureId: string,
  by: DimensionId,
  keys: readonly string[],
): readonly SeriesId[] => {
  const parts = keys.flatMap((key) => seriesOfPart(measureId, by, key) ?? []);
  return parts.length > 0 && isSeries(measureId) ? [measureId, ...parts] : [];
};
