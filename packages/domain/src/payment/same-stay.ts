import type { Moment } from '../calendar/moment.ts';
import type { Period } from '../calendar/period.ts';
import type { ChildId } from '../child/record.ts';

/** An agreement with the stay that the record gives it. */
export interface StayClaim {
  readonly id: number;
  readonly child: ChildId;
  /** Null for a child who has not moved in by it. */
  readonly stay: Period | null;
  /** When somebody decided last that it is the one to be paid. */
  readonly decidedAt: Moment | undefined;
}

/** Of agreements for one stay: which is paid, and how that came. */
export interface PaidForStay {
  /** All that are for the stay, in the order they were made. */
  readonly agreements: readonly number[];
  readonly paid: number;
  /** Whether somebody decided so; else it is the one that was made last. */
  readonly isDecided: boolean;
}

const keyOf = ({ child, stay }: StayClaim): string => `${child} ${stay?.starts}`;

const later = (a: StayClaim, b: StayClaim): StayClaim => {
  if (a.decidedAt === b.decidedAt) return b.id > a.id ? b : a;
  return (b.decidedAt ?? '') > (a.decidedAt ?? '') ? b : a;
};

/**
 * Where several agreements are for one stay of a child, such as after a return that makes two moves one: one of them is paid, that
 * on which was decided last, else that which was made last. By the agreement's number; of what is alone nothing is said.
 */
export const paidForStays = (claims: readonly StayClaim[]): ReadonlyMap<number, PaidForStay> => {
  const ofStay = Map.groupBy(
    claims.filter(({ stay }) => stay !== null),
    keyOf,
  );
  return new Map(
    [...ofStay.values()].flatMap((same) => {
      const paid = same.reduce(later);
      const agreements = same.map(({ id }) => id).toSorted((a, b) => a - b);
      const told = { agreements, paid: paid.id, isDecided: paid.decidedAt !== undefined };
      return same.length < 2 ? [] : agreements.map((id) => [id, told] as const);
    }),
  );
};
