import {
  type BankHolidays,
  changeBankHolidays,
  type Day,
  day,
  ENGLAND_BANK_HOLIDAYS,
  yearOf,
} from '@rightplace/domain';
import { settingsOn, type Tx } from '@rightplace/store';
import { BANK_HOLIDAY_YEARS, BANK_HOLIDAYS_ADDED } from './catalogue.ts';

/** The settings that the calendar is made of. */
export const BANK_HOLIDAY_KEYS: readonly string[] = [BANK_HOLIDAYS_ADDED.key, BANK_HOLIDAY_YEARS.key];

/**
 * The bank holidays an authority counts working days by: England's, those of further years, and those proclaimed since, as
 * added by that day. Whatever counts working days takes its calendar from here and hands it to the rule, never England's own.
 */
export const bankHolidaysOf = async (tx: Tx, on: Day): Promise<BankHolidays> => {
  const settings = await settingsOn(tx, on);
  return bankHolidaysFrom((key) => settings.get(key));
};

/** The same from settings that were read already. */
export const bankHolidaysFrom = (settingOf: (key: string) => unknown): BankHolidays => {
  const furtherYears = BANK_HOLIDAY_YEARS.parse(settingOf(BANK_HOLIDAY_YEARS.key));
  const last = furtherYears.at(-1);
  const england =
    last === undefined
      ? ENGLAND_BANK_HOLIDAYS
      : changeBankHolidays(ENGLAND_BANK_HOLIDAYS, {
          added: furtherYears,
          heldTo: day(`${yearOf(last.day)}-12-31`),
        });
  return changeBankHolidays(england, {
    added: BANK_HOLIDAYS_ADDED.parse(settingOf(BANK_HOLIDAYS_ADDED.key)),
  });
};
