import {
  type AttemptRefusal,
  addDays,
  type BankHoliday,
  type BankHolidays,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  holdsBankHolidaysFor,
  isBankHoliday,
  isWeekend,
  type Refusal,
  refused,
  yearOf,
} from '@rightplace/domain';
import { settingsOn } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { bankHolidaysOf } from './bank-holidays-of.ts';
import { BANK_HOLIDAY_YEARS, BANK_HOLIDAYS_ADDED, type LocalSetting } from './catalogue.ts';
import { type Changing, changing, set } from './change-settings.ts';
import { BANK_HOLIDAY_ADDED, BANK_HOLIDAY_REMOVED, BANK_HOLIDAY_YEAR_ADDED } from './show-settings.ts';

const LONGEST_NAME = 100;
const NAME_NEEDED = `Enter what the holiday is for, in up to ${LONGEST_NAME} characters.`;

const tidied = (name: string): string => name.trim().replaceAll(/\s+/g, ' ');
const isName = (name: string): boolean => name !== '' && name.length <= LONGEST_NAME;

const valueOf = async (
  { tx, today }: Changing,
  setting: LocalSetting<readonly BankHoliday[]>,
): Promise<readonly BankHoliday[]> => setting.parse((await settingsOn(tx, today)).get(setting.key));

const lastYearOf = ({ covers }: BankHolidays): number => yearOf(addDays(covers.ends, -1));

export type BankHolidayAdded =
  | { readonly kind: 'bank-holiday-added'; readonly day: Day; readonly name: string }
  | Refusal<'name-needed' | 'year-not-held' | 'is-one-already'>;

/** Adds a bank holiday. Working days are counted with it from today on. */
export const addBankHoliday = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly day: Day; readonly name: string },
): Promise<BankHolidayAdded | AttemptRefusal> =>
  changing(world, signedIn, {
    key: BANK_HOLIDAYS_ADDED.key,
    change: async (held): Promise<BankHolidayAdded> => {
      const { day } = asked;
      const name = tidied(asked.name);
      if (!isName(name)) return refused('name-needed', NAME_NEEDED);
      const calendar = await bankHolidaysOf(held.tx, held.today);
      if (!holdsBankHolidaysFor(calendar, day))
        return refused(
          'year-not-held',
          `Enter a day from ${yearOf(calendar.covers.starts)} to ${lastYearOf(calendar)}: other years’ bank holidays are not held.`,
        );
      if (isBankHoliday(calendar, day))
        return refused('is-one-already', `${dayInWords(day)} is a bank holiday already.`);
      // In order of their days, and not of whoever was first: two may add at one moment.
      const value = [...(await valueOf(held, BANK_HOLIDAYS_ADDED)), { day, name }].toSorted((one, next) =>
        one.day < next.day ? -1 : 1,
      );
      await set(held, { value, starts: held.today }, { action: BANK_HOLIDAY_ADDED, detail: { day, name } });
      return { kind: 'bank-holiday-added', day, name };
    },
  });

export type BankHolidayRemoved =
  | { readonly kind: 'bank-holiday-removed'; readonly day: Day; readonly name: string }
  | Refusal<'not-added'>;

/** Takes away a bank holiday that was added by mistake. Those that England has are not the authority's to take away. */
export const removeBankHoliday = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly day: Day | undefined },
): Promise<BankHolidayRemoved | AttemptRefusal> =>
  changing(world, signedIn, {
    key: BANK_HOLIDAYS_ADDED.key,
    change: async (held): Promise<BankHolidayRemoved> => {
      const added = await valueOf(held, BANK_HOLIDAYS_ADDED);
      const found = added.find(({ day }) => day === asked.day);
      if (found === undefined)
        return refused('not-added', 'Only a bank holiday that was added here can be taken away.');
      const value = added.filter((each) => each !== found);
      await set(held, { value, starts: held.today }, { action: BANK_HOLIDAY_REMOVED, detail: found });
      return { kind: 'bank-holiday-removed', ...found };
    },
  });

export type BankHolidayYearAdded =
  | { readonly kind: 'bank-holiday-year-added'; readonly year: number }
  | Refusal<'not-a-whole-year' | 'not-the-next-year'>;

/** England has had eight since 1978; a proclaimed one makes more, and fewer means that one was forgotten. */
const FEWEST_IN_A_YEAR = 8;

/**
 * Adds the bank holidays of the year after the last one held, from when on working days can be counted in it. The last year
 * added so can be given again, in place of what was given before.
 */
export const addBankHolidayYear = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly holidays: readonly BankHoliday[] },
): Promise<BankHolidayYearAdded | AttemptRefusal> =>
  changing(world, signedIn, {
    key: BANK_HOLIDAY_YEARS.key,
    change: async (held): Promise<BankHolidayYearAdded> => {
      const holidays = asked.holidays.map(({ day, name }) => ({ day, name: tidied(name) }));
      const trouble = whyNotWhole(holidays);
      if (trouble !== undefined) return refused('not-a-whole-year', trouble);
      const [year = 0] = holidays.map(({ day }) => yearOf(day));
      const last = lastYearOf(await bankHolidaysOf(held.tx, held.today));
      const mayReplace = last > lastYearOf(ENGLAND_BANK_HOLIDAYS);
      if (year !== last + 1 && !(mayReplace && year === last))
        return refused(
          'not-the-next-year',
          `The years to ${last} are held, so enter the bank holidays of ${last + 1}${mayReplace ? `, or those of ${last} again` : ''}.`,
        );
      const others = (await valueOf(held, BANK_HOLIDAY_YEARS)).filter(({ day }) => yearOf(day) !== year);
      const value = [...others, ...holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1))];
      const audited = { action: BANK_HOLIDAY_YEAR_ADDED, detail: { year, holidays } };
      await set(held, { value, starts: held.today }, audited);
      return { kind: 'bank-holiday-year-added', year };
    },
  });

/** In a sentence; undefined when they can be all of one year's. */
const whyNotWhole = (holidays: readonly BankHoliday[]): string | undefined => {
  if (new Set(holidays.map(({ day }) => yearOf(day))).size > 1) return 'Enter the days of one year only.';
  const twice = holidays.find(({ day }, i) => holidays.findIndex((each) => each.day === day) !== i);
  if (twice !== undefined) return `${dayInWords(twice.day)} is there twice.`;
  const weekend = holidays.find(({ day }) => isWeekend(day));
  if (weekend !== undefined)
    return `${dayInWords(weekend.day)} is at a weekend. Enter the weekday that stands in for it.`;
  if (!holidays.every(({ name }) => isName(name)))
    return `Enter what each holiday is for, in up to ${LONGEST_NAME} characters.`;
  if (holidays.length < FEWEST_IN_A_YEAR)
    return `Enter all of a year’s bank holidays: England has at least ${FEWEST_IN_A_YEAR}.`;
  return undefined;
};
