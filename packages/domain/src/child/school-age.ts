import { birthdayAt } from '../calendar/age.ts';
import { addDays, type Day, findDay, monthOf, yearOf } from '../calendar/day.ts';
import { weekdayOf } from '../calendar/weeks.ts';

/**
 * Compulsory school age in England (Education Act 1996, section 8): from 31 August, 31 December or 31 March on or after
 * the fifth birthday, to the last Friday in June of the school year in which the sixteenth birthday falls.
 */
export const isOfSchoolAge = (dateOfBirth: Day, on: Day): boolean =>
  on >= schoolAgeStarts(dateOfBirth) && on <= schoolAgeEnds(dateOfBirth);

const mustFind = (year: number, month: number, dayOfMonth: number): Day => {
  const found = findDay(year, month, dayOfMonth);
  if (found === undefined) throw new RangeError(`There is no day ${dayOfMonth} of month ${month} of ${year}`);
  return found;
};

const schoolAgeStarts = (dateOfBirth: Day): Day => {
  const fifth = birthdayAt(dateOfBirth, 5);
  const year = yearOf(fifth);
  const prescribed = [mustFind(year, 3, 31), mustFind(year, 8, 31), mustFind(year, 12, 31)];
  return prescribed.find((each) => each >= fifth) ?? mustFind(year, 12, 31);
};

const schoolAgeEnds = (dateOfBirth: Day): Day => {
  const sixteenth = birthdayAt(dateOfBirth, 16);
  const schoolYearEnds = yearOf(sixteenth) + (monthOf(sixteenth) >= 9 ? 1 : 0);
  const lastOfJune = mustFind(schoolYearEnds, 6, 30);
  return addDays(lastOfJune, -((weekdayOf(lastOfJune) + 2) % 7));
};
