import { type BankHolidays, changeBankHolidays, type Day, ENGLAND_BANK_HOLIDAYS } from '@rightplace/domain';
import { settingsOn, type Tx } from '@rightplace/store';
import { BANK_HOLIDAYS_ADDED } from './catalogue.ts';

/** The bank holidays an authority counts working days by: England's, and those it had added by that day. */
export const bankHolidaysOf = async (tx: Tx, on: Day): Promise<BankHolidays> => {
  const added = BANK_HOLIDAYS_ADDED.parse((await settingsOn(tx, on)).get(BANK_HOLIDAYS_ADDED.key));
  return changeBankHolidays(ENGLAND_BANK_HOLIDAYS, { added });
};
