import { addDays } from '../calendar/day.ts';
import type { Result } from './evaluate-all.ts';
import type { Exclusion, Figure } from './figure.ts';

/** The shape that `rightplace measures --json` prints for one day: docs and other tools rely on it. */
export type MeasuresJson = Readonly<Record<string, FigureJson | Readonly<Record<string, number>>>>;

export interface FigureJson {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly unit: string;
  readonly asOf: string;
  readonly excluded: Readonly<Record<string, number>>;
  readonly certainty: string;
  /** The time it was counted over, both its days in it. */
  readonly window?: { readonly from: string; readonly to: string };
  /** Those in the denominator of whom nothing is recorded either way. */
  readonly notRecorded?: number;
  /** Why there is no value. */
  readonly reason?: string;
  readonly children?: { readonly numerator: readonly string[]; readonly denominator: readonly string[] };
}

/** A figure is an object of its own; a breakdown is `{key: count}` with the return's codes as keys. */
export const measuresAsJson = (
  results: readonly Result[],
  { children }: { readonly children: boolean } = { children: false },
): MeasuresJson =>
  Object.fromEntries(
    results.map((result) => [
      result.id,
      result.kind === 'breakdown'
        ? Object.fromEntries(result.rows.map(({ key, numerator }) => [key, numerator]))
        : figureAsJson(result, children),
    ]),
  );

const figureAsJson = (figure: Figure, withChildren: boolean): FigureJson => ({
  value: figure.value,
  ...(figure.noValue === undefined ? {} : { reason: figure.noValue }),
  numerator: figure.numerator,
  denominator: figure.denominator,
  unit: figure.unit,
  asOf: figure.asOf,
  excluded: countByReason(figure.excluded),
  certainty: figure.certainty.join(' '),
  ...(figure.window === undefined
    ? {}
    : { window: { from: figure.window.starts, to: addDays(figure.window.ends, -1) } }),
  ...(figure.notRecorded.length === 0 ? {} : { notRecorded: figure.notRecorded.length }),
  ...(withChildren ? { children: namesOf(figure) } : {}),
});

/**
 * The lists alone: their shape is one that other tools rely on. An average is out of the very cases whose amounts are
 * added up in it.
 */
const namesOf = ({
  denominator: outOf,
  children: { numerator, denominator, amounts },
}: Figure): NonNullable<FigureJson['children']> => ({
  numerator,
  denominator: amounts !== undefined && outOf !== null ? numerator : denominator,
});

export const countByReason = (excluded: readonly Exclusion[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { reason } of excluded) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};
