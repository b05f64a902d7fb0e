import { addDays, type Day, maxDay } from '../calendar/day.ts';
import { type ClosedPeriod, daysIn, intersectPeriods, type Period } from '../calendar/period.ts';
import { clipPeriods, subtractPeriods } from '../calendar/period-union.ts';
import { collectionYearOf, collectionYearPeriod } from '../calendar/reporting-year.ts';
import { weeksOf } from '../calendar/weeks.ts';
import { NO_MONEY, type Pence, pence, sumPence } from '../money/pence.ts';
import { costOverPeriod, type PencePerWeek, pencePerWeek } from '../money/weekly.ts';

/** One line of an agreed price in a time: the core fee, or an addition by its name. A change of price is another line. */
export interface PriceLine extends Period {
  readonly name: string;
  readonly kind: 'core' | 'addition';
  readonly weekly: PencePerWeek;
  /** Why an addition is paid, as it was said in agreeing it. */
  readonly why?: string;
  /** Of an addition: its first night is counted from the move, and its last; absent where that night was agreed by its date. */
  readonly startsByMove?: true;
  readonly endsByMove?: true;
}

/** Nights that the child is away and the home keeps their place: what is paid meanwhile. */
export interface Absence extends Period {
  /** Of each hundred pounds of the price: 100 is all of it, 0 nothing. */
  readonly percent: number;
}

/** What an agreement and the record together make payable. */
export interface Payable {
  readonly lines: readonly PriceLine[];
  /** When the child lives there: the night of the move is the first, the night of the leaving is the next home's. Null: not moved in. */
  readonly stay: Period | null;
  readonly absences: readonly Absence[];
}

/** Nights of one line at one price. */
export interface PayableStretch extends ClosedPeriod {
  readonly line: PriceLine;
  /** What is paid a week, which an absence may bring under the line's own price. */
  readonly weekly: PencePerWeek;
}

const byStart = (a: Period, b: Period): number => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0);

/** A line's share while a child is away, to a whole penny a week, once: nights then divide it as any weekly price. */
const shareOf = (weekly: PencePerWeek, percent: number): PencePerWeek =>
  pencePerWeek(Math.round((weekly * percent) / 100));

/** The nights of the absences, each night once: where two tell of one night, the one that began first holds. */
const awayNights = (
  nights: ClosedPeriod,
  absences: readonly Absence[],
): readonly (Absence & ClosedPeriod)[] => {
  const told: (Absence & ClosedPeriod)[] = [];
  for (const absence of clipPeriods(absences.toSorted(byStart), nights))
    for (const left of subtractPeriods({ starts: absence.starts, ends: absence.ends }, told))
      told.push({ ...absence, ...left });
  return told;
};

/** What is payable in a period, line by line, in order of its first night. Nothing outside the stay, whatever the lines say. */
export const payableStretches = (
  { lines, stay, absences }: Payable,
  within: ClosedPeriod,
): readonly PayableStretch[] => {
  const there = stay === null ? undefined : intersectPeriods(within, stay);
  if (there === undefined) return [];
  return clipPeriods(lines, there)
    .flatMap((line): readonly PayableStretch[] => {
      const away = awayNights(line, absences);
      return [
        ...subtractPeriods({ starts: line.starts, ends: line.ends }, away).map((rest) => ({
          ...rest,
          line,
          weekly: line.weekly,
        })),
        ...away.map(({ starts, ends, percent }) => ({
          starts,
          ends,
          line,
          weekly: shareOf(line.weekly, percent),
        })),
      ];
    })
    .toSorted(byStart);
};

/** What a period comes to. The parts of a period always add up to the whole. */
export const payableOver = (payable: Payable, within: ClosedPeriod): Pence =>
  sumPence(payableStretches(payable, within).map((stretch) => costOverPeriod(stretch.weekly, stretch)));

/** What the night of a day is paid by: every line that runs on it, at what a week of it costs. Nought outside the stay. */
export const weeklyOn = (payable: Payable, night: Day): PencePerWeek =>
  pencePerWeek(
    payableStretches(payable, { starts: night, ends: addDays(night, 1) }).reduce(
      (sum, { weekly }) => sum + weekly,
      0,
    ),
  );

/** One line of a payment: the nights of one week (Monday to Sunday) at one price, and of one financial year. */
export interface PaymentLine extends PayableStretch {
  readonly nights: number;
  readonly amount: Pence;
}

/** The payments of a period, week by week. Nights that cost nothing are told too, so that nobody asks where they went. */
export const paymentLines = (payable: Payable, within: ClosedPeriod): readonly PaymentLine[] =>
  weeksOf(within)
    .flatMap(({ part }) => cutAtYearEnd(part))
    .flatMap((part) =>
      payableStretches(payable, part).map((stretch) => ({
        ...stretch,
        nights: daysIn(stretch),
        amount: costOverPeriod(stretch.weekly, stretch),
      })),
    );

/** A week over 31 March is two: what is of one financial year is never paid from the next. */
const cutAtYearEnd = (part: ClosedPeriod): readonly ClosedPeriod[] => {
  const { ends } = collectionYearPeriod(collectionYearOf(part.starts));
  return ends < part.ends
    ? [
        { starts: part.starts, ends },
        { starts: ends, ends: part.ends },
      ]
    : [part];
};

/** Where an agreement stands in a financial year. */
export interface YearPosition {
  /** For nights of the year up to and with that of the day, paid or not. */
  readonly incurred: Pence;
  /** Of those, not yet paid; below nought where more was paid than was due. */
  readonly accrued: Pence;
  /** For the nights after, up to the year's end or to when the stay is expected to end. */
  readonly committed: Pence;
  readonly expected: Pence;
}

export const yearPosition = (
  payable: Payable,
  { year, on, paid, expectedEnd }: { year: ClosedPeriod; on: Day; paid: Pence; expectedEnd: Day | null },
): YearPosition => {
  const next = addDays(on, 1);
  const over = (starts: Day, ends: Day): Pence =>
    starts < ends ? payableOver(payable, { starts, ends }) : NO_MONEY;
  const until = next < year.ends ? maxDay(next, year.starts) : year.ends;
  const end = expectedEnd !== null && expectedEnd < year.ends ? maxDay(expectedEnd, until) : year.ends;
  const incurred = over(year.starts, until);
  const committed = over(until, end);
  return {
    incurred,
    accrued: pence(incurred - paid),
    committed,
    expected: pence(incurred + committed),
  };
};
