import { type Day, dayOfMonthOf, findDay, monthOf, yearOf } from './day.ts';

/**
 * Ages are completed years. A person reaches an age at the start of the anniversary of their birth (Family Law
 * Reform Act 1969, section 9(1)). The Act does not say which day that is, in a common year, for someone born on
 * 29 February. We take 1 March, as is usual in English law: the year is not complete until 28 February is over.
 * (`addMonths` clamps to 28 February instead, as guidance does for due dates: use `birthdayAt` for birthdays.)
 */
export const ageOn = (dateOfBirth: Day, on: Day): number => {
  const years = yearOf(on) - yearOf(dateOfBirth);
  const hadBirthday =
    monthOf(on) > monthOf(dateOfBirth) ||
    (monthOf(on) === monthOf(dateOfBirth) && dayOfMonthOf(on) >= dayOfMonthOf(dateOfBirth));
  return hadBirthday ? years : years - 1;
};

/** The day on which someone reaches an age. */
export const birthdayAt = (dateOfBirth: Day, age: number): Day => {
  const year = yearOf(dateOfBirth) + age;
  const found = findDay(year, monthOf(dateOfBirth), dayOfMonthOf(dateOfBirth)) ?? findDay(year, 3, 1);
  if (found === undefined) throw new RangeError(`${dateOfBirth} has no birthday numbered ${age}`);
  return found;
};

/** Whether that day is a birthday. */
export const isBirthday = (dateOfBirth: Day, on: Day): boolean =>
  on > dateOfBirth && birthdayAt(dateOfBirth, ageOn(dateOfBirth, on)) === on;

/** The Department for Education's bands for children looked after, youngest first. */
export const AGE_BANDS = ['0', '1-4', '5-9', '10-15', '16+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band of an age; undefined below nought, for someone not yet born. */
export const ageBandOf = (age: number): AgeBand | undefined => {
  if (age < 0) return undefined;
  if (age < 1) return '0';
  if (age < 5) return '1-4';
  if (age < 10) return '5-9';
  return age < 16 ? '10-15' : '16+';
};
