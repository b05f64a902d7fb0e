import type { Printed } from './printed.ts';
import { rangeTold } from './printed.ts';
import type { DisclosureProfile } from './profile.ts';
import { ANY_COUNT, ANYTHING, both, only, type Range } from './range.ts';
import { boundsOfAverage, boundsOfRatio, type Knowledge, stepsOfRatio } from './reader.ts';
import type { Release, ReleaseCount, ReleaseRatio } from './release.ts';
import { roundedTo } from './rounding.ts';
import { isSmall, tellsOfFew } from './safe.ts';

/**
 * The release as hiding sees it: numbers tied by sums, and statements that tell of them, each of which may be withdrawn.
 * Numbers of earlier releases that have to do with it are on the board too; what was told of those cannot be taken back.
 */
export interface Board {
  readonly numbers: readonly BoardNumber[];
  readonly statements: readonly Statement[];
  /** Each comes to nought; `number` is a place in `numbers`. */
  readonly relations: readonly (readonly { readonly number: number; readonly times: number }[])[];
}

export interface BoardNumber {
  readonly key: string;
  readonly title: string;
  readonly value: number;
  /** What a reader knows however the release is told. */
  readonly known: Range;
  /** The statement that tells it, and what it tells when it is made and when it is withdrawn. */
  readonly told?: { readonly by: number; readonly shown: Range; readonly hidden: Range };
  /** A small count of the release or of an earlier one that must not be worked out. */
  readonly mayNotBeKnown: boolean;
  readonly isNew: boolean;
}

export interface Statement {
  readonly key: string;
  readonly title: string;
  readonly printed: Printed;
  /** Hidden from the start, because it is small itself. */
  readonly small: boolean;
  /** How much it is missed by a reader, for each child that has to be moved about behind it. */
  readonly weight: number;
  readonly keep: boolean;
}

/** Inner cells before totals, totals over one way before those over two, and small sums before large ones. */
const LEAST_WEIGHT = 20;
const MOST_FOR_SIZE = 180;
const TOTAL_WEIGHS = 20;
const KEPT_WEIGHS = 10_000;

const weightOf = ({ value, totalOf, keep }: Pick<ReleaseCount, 'value' | 'totalOf' | 'keep'>): number =>
  (LEAST_WEIGHT + Math.min(value, MOST_FOR_SIZE)) *
  TOTAL_WEIGHS ** Math.min(totalOf, 3) *
  (keep ? KEPT_WEIGHS : 1);

const HIDDEN = rangeTold({ kind: 'hidden' });

/** `before` is what readers of earlier releases know that has to do with this one. */
export const boardOf = (release: Release, profile: DisclosureProfile, before: Knowledge): Board => {
  const hidesUpTo = profile.hidesUpTo ?? 0;
  const counts = new Map(release.counts.map((count) => [count.key, count]));
  const valueOf = (key: string): number => counts.get(key)?.value ?? 0;
  const numbers: BoardNumber[] = [];
  const statements: Statement[] = [];
  const placeOf = new Map<string, number>();
  const place = (number: BoardNumber): void => {
    placeOf.set(number.key, numbers.length);
    numbers.push(number);
  };

  // A share of nobody is printed as such, and tells that nobody is there.
  const isOfNobody = (key: string): boolean =>
    valueOf(key) === 0 && release.ratios.some(({ denominator }) => denominator === key);

  for (const count of release.counts) {
    const { key, title, value, totalOf, keep } = count;
    const told = before.numbers.get(key)?.range ?? ANY_COUNT;
    const known = isOfNobody(key) ? only(0) : told;
    const small = isSmall(value, hidesUpTo);
    const base = { key, title, value, known, isNew: true };
    if (!count.printed) {
      place({ ...base, mayNotBeKnown: small });
      continue;
    }
    const printed = printedCount(value, release.area, profile);
    statements.push({ key, title, printed, small, keep, weight: weightOf({ value, totalOf, keep }) });
    const shown = both(known, small ? HIDDEN : rangeTold(printed));
    // Nought is always shown, and what was shown before cannot be unshown.
    const isFast = value === 0 || known.lower === known.upper;
    place(
      isFast
        ? { ...base, known: both(known, value === 0 ? only(0) : known), mayNotBeKnown: small }
        : {
            ...base,
            told: { by: statements.length - 1, shown, hidden: both(known, HIDDEN) },
            mayNotBeKnown: small,
          },
    );
  }
  for (const known of before.numbers.values()) {
    if (placeOf.has(known.key)) continue;
    const { key, title, value, range, as } = known;
    const mayNotBeKnown = tellsOfFew({ as, value }, hidesUpTo);
    place({ key, title, value, known: range, mayNotBeKnown, isNew: false });
  }
  const relations = [...before.relations, ...release.relations].map((relation) =>
    relation.map(({ key, times }) => ({ number: placeOf.get(key) ?? -1, times })),
  );
  for (const average of release.averages ?? []) {
    for (const { key, value, range, terms } of boundsOfAverage(average, valueOf)) {
      const named = { key: `${release.id}: ${key}`, title: average.title };
      place({ ...named, value, known: range, mayNotBeKnown: false, isNew: true });
      relations.push([
        { number: numbers.length - 1, times: -1 },
        ...terms.map((term) => ({ number: placeOf.get(term.key) ?? -1, times: term.times })),
      ]);
    }
  }
  for (const ratio of release.ratios) {
    const { small, printed, steps } = printedRatio(ratio, valueOf, profile);
    const weight = weightOf({ value: valueOf(ratio.numerator), totalOf: 0, keep: false });
    statements.push({ key: ratio.key, title: ratio.title, printed, small, weight, keep: false });
    if (steps === undefined || small || followsItsCounts(ratio, release, profile)) continue;
    for (const { key, value, range, terms } of boundsOfRatio(ratio, steps, valueOf)) {
      const told = { by: statements.length - 1, shown: range, hidden: ANYTHING };
      const named = { key: `${release.id}: ${key}`, title: ratio.title };
      place({ ...named, value, known: ANYTHING, told, mayNotBeKnown: false, isNew: true });
      relations.push([
        { number: numbers.length - 1, times: -1 },
        ...terms.map((term) => ({ number: placeOf.get(term.key) ?? -1, times: term.times })),
      ]);
    }
  }
  return { numbers, statements, relations };
};

/** A count before anything further is hidden. */
export const printedCount = (
  value: number,
  area: Release['area'],
  { hidesUpTo, roundsTo, tellsFew }: DisclosureProfile,
): Printed => {
  if (isSmall(value, hidesUpTo ?? 0)) {
    if (!tellsFew[area]) return { kind: 'hidden' };
    return area === 'wider' ? { kind: 'few', wider: true } : { kind: 'few' };
  }
  const to = roundsTo[area];
  return value === 0 || to === 1
    ? { kind: 'exact', value }
    : { kind: 'rounded', value: roundedTo(value, to), to };
};

const printedRatio = (
  ratio: ReleaseRatio,
  valueOf: (key: string) => number,
  { hidesUpTo }: DisclosureProfile,
): { readonly printed: Printed; readonly small: boolean; readonly steps: number | undefined } => {
  const steps = stepsOfRatio(ratio, valueOf);
  if (steps === undefined) return { printed: { kind: 'not-applicable' }, small: false, steps };
  const numerator = valueOf(ratio.numerator);
  const others = typeof ratio.denominator === 'string' ? valueOf(ratio.denominator) - numerator : 0;
  const small = isSmall(numerator, hidesUpTo ?? 0) || isSmall(others, hidesUpTo ?? 0);
  const printed: Printed = { kind: 'exact', value: steps / 10 ** ratio.decimals };
  return { printed: small ? { kind: 'hidden' } : printed, small, steps };
};

/** Where both its counts are printed as they are, a ratio tells nothing of its own: it is shown when they are. */
export const followsItsCounts = (
  { numerator, denominator }: ReleaseRatio,
  release: Release,
  { roundsTo }: DisclosureProfile,
): boolean => {
  const isPrinted = (key: string): boolean =>
    release.counts.some((count) => count.key === key && count.printed);
  return (
    roundsTo[release.area] === 1 &&
    isPrinted(numerator) &&
    (typeof denominator === 'number' || isPrinted(denominator))
  );
};
