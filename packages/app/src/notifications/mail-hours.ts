import { type Day, isWorkingDay, londonDayOf, type MailHours, type Moment } from '@rightplace/domain';
import { settingsOn, type Tx } from '@rightplace/store';
import { bankHolidaysFrom } from '../settings/bank-holidays-of.ts';
import { MAIL_DIGEST_AT, MAIL_FROM, MAIL_UNTIL, MAIL_WORKING_DAYS } from '../settings/catalogue.ts';

/** By the authority's own calendar; on a day that it does not hold nothing waits. */
const onWorkingDays = (settingOf: (key: string) => unknown): NonNullable<MailHours['leavesOn']> => {
  const calendar = bankHolidaysFrom(settingOf);
  const { starts, ends } = calendar.covers;
  return (day) => day < starts || day >= ends || isWorkingDay(day, calendar);
};

const mailHoursOn = async (tx: Tx, on: Day): Promise<MailHours> => {
  const settings = await settingsOn(tx, on);
  return {
    from: MAIL_FROM.parse(settings.get(MAIL_FROM.key)),
    until: MAIL_UNTIL.parse(settings.get(MAIL_UNTIL.key)),
    digestAt: MAIL_DIGEST_AT.parse(settings.get(MAIL_DIGEST_AT.key)),
    ...(MAIL_WORKING_DAYS.parse(settings.get(MAIL_WORKING_DAYS.key)) && {
      leavesOn: onWorkingDays((key) => settings.get(key)),
    }),
  };
};

/** When an authority's e-mail goes out. */
export const mailHoursAt = (tx: Tx, at: Moment): Promise<MailHours> => mailHoursOn(tx, londonDayOf(at));
