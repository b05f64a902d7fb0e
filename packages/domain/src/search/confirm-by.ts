import type { BankHolidays } from '../calendar/bank-holidays.ts';
import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { CaseNow } from '../workflow/case.ts';
import { openWords } from '../workflow/word.ts';

/** As in an emergency entry to care: what was decided by word of mouth is in writing by the next working day. */
const WORKING_DAYS = 1;

/** By when whoever gave the oldest word that is not answered for is to say whether it is theirs; undefined where none is open. */
export const confirmBy = ({ words }: Pick<CaseNow, 'words'>, calendar: BankHolidays): Day | undefined => {
  const [oldest] = openWords(words);
  return oldest && addWorkingDays(londonDayOf(oldest.writtenAt), WORKING_DAYS, calendar);
};
