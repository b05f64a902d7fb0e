import { addDays, type Day, day, dayNumber } from './day.ts';
import type { ClosedPeriod } from './period.ts';
import { dayInWords } from './words.ts';

export interface BankHoliday {
  readonly day: Day;
  readonly name: string;
}

/** The bank holidays of a nation, and the stretch of days for which all of them are held. */
export interface BankHolidays {
  readonly covers: ClosedPeriod;
  /** In date order. */
  readonly holidays: readonly BankHoliday[];
  /** The same as day numbers, for counting. */
  readonly numbers: ReadonlySet<number>;
}

/**
 * Someone asked about a day for which bank holidays are not held. Answering as if there were none would give a
 * due date that is wrong by a day and looks right, so there is no answer: ask `holdsBankHolidaysFor` first where
 * such a day may come in.
 */
export class BankHolidaysNotHeld extends Error {
  override readonly name = 'BankHolidaysNotHeld';
  readonly day: Day;

  constructor(asked: Day, covers: ClosedPeriod) {
    super(
      `Bank holidays are held from ${dayInWords(covers.starts)} to ${dayInWords(addDays(covers.ends, -1))}, ` +
        `so working days cannot be counted on ${dayInWords(asked)}. Add the bank holidays of that year first.`,
    );
    this.day = asked;
  }
}

export const bankHolidays = (covers: ClosedPeriod, holidays: readonly BankHoliday[]): BankHolidays => {
  const outside = holidays.find((h) => h.day < covers.starts || h.day >= covers.ends);
  if (outside !== undefined) throw new BankHolidaysNotHeld(outside.day, covers);
  return {
    covers,
    holidays: holidays.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    numbers: new Set(holidays.map((h) => dayNumber(h.day))),
  };
};

export const holdsBankHolidaysFor = (calendar: BankHolidays, d: Day): boolean =>
  d >= calendar.covers.starts && d < calendar.covers.ends;

export const isBankHoliday = (calendar: BankHolidays, d: Day): boolean => {
  if (!holdsBankHolidaysFor(calendar, d)) throw new BankHolidaysNotHeld(d, calendar.covers);
  return calendar.numbers.has(dayNumber(d));
};

export interface BankHolidayChanges {
  /** One-off holidays, a moved one's new day, or the whole of a further year's. */
  readonly added?: readonly BankHoliday[];
  /** A moved one's old day. */
  readonly removed?: readonly Day[];
  /** The last day for which all bank holidays are now held, when further years are added. */
  readonly heldTo?: Day;
}

/** The same calendar as an authority's settings have changed it; the calendar given is left as it is. */
export const changeBankHolidays = (calendar: BankHolidays, changes: BankHolidayChanges): BankHolidays => {
  const { added = [], removed = [], heldTo } = changes;
  const gone = new Set<Day>([...removed, ...added.map((h) => h.day)]);
  const covers = heldTo === undefined ? calendar.covers : { ...calendar.covers, ends: addDays(heldTo, 1) };
  return bankHolidays(covers, [...calendar.holidays.filter((h) => !gone.has(h.day)), ...added]);
};

const NAMES = [
  'New Year’s Day',
  'Good Friday',
  'Easter Monday',
  'Early May bank holiday',
  'Spring bank holiday',
  'Summer bank holiday',
  'Christmas Day',
  'Boxing Day',
] as const;

const FIXED: Readonly<Record<string, string>> = {
  'New Year’s Day': '01-01',
  'Christmas Day': '12-25',
  'Boxing Day': '12-26',
};

/**
 * A year to a line, in the order of the names above, as kept: a substitute day stands for one that fell on a
 * weekend. To 2028 as published by the government; 2029 and 2030 by the standing rules (Banking and Financial
 * Dealings Act 1971, schedule 1, and the yearly proclamations). The next year goes at the end.
 */
const KEPT = [
  [2010, '01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  [2011, '01-03', '04-22', '04-25', '05-02', '05-30', '08-29', '12-27', '12-26'],
  [2012, '01-02', '04-06', '04-09', '05-07', '06-04', '08-27', '12-25', '12-26'],
  [2013, '01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  [2014, '01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  [2015, '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  [2016, '01-01', '03-25', '03-28', '05-02', '05-30', '08-29', '12-27', '12-26'],
  [2017, '01-02', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  [2018, '01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  [2019, '01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  [2020, '01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  [2021, '01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  [2022, '01-03', '04-15', '04-18', '05-02', '06-02', '08-29', '12-27', '12-26'],
  [2023, '01-02', '04-07', '04-10', '05-01', '05-29', '08-28', '12-25', '12-26'],
  [2024, '01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  [2025, '01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  [2026, '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  [2027, '01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  [2028, '01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  [2029, '01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  [2030, '01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
] as const;

const ONE_OFF: readonly BankHoliday[] = [
  { day: day('2011-04-29'), name: 'Royal wedding' },
  { day: day('2012-06-05'), name: 'Diamond Jubilee' },
  { day: day('2022-06-03'), name: 'Platinum Jubilee' },
  { day: day('2022-09-19'), name: 'State funeral of Queen Elizabeth II' },
  { day: day('2023-05-08'), name: 'Coronation of King Charles III' },
];

const named = (year: number, monthAndDay: string, name: string): BankHoliday => {
  const fixed = FIXED[name];
  const isSubstitute = fixed !== undefined && fixed !== monthAndDay;
  return { day: day(`${year}-${monthAndDay}`), name: isSubstitute ? `${name} (substitute day)` : name };
};

/** England and Wales, 2010 to 2030. */
export const ENGLAND_BANK_HOLIDAYS: BankHolidays = bankHolidays(
  { starts: day('2010-01-01'), ends: day('2031-01-01') },
  [
    ...KEPT.flatMap(([year, ...days]) => NAMES.map((name, i) => named(year, days[i] ?? '', name))),
    ...ONE_OFF,
  ],
);
