import { type Day, londonDayOf, type MailHours, type Moment } from '@rightplace/domain';
import { settingsOn, type Tx } from '@rightplace/store';
import { MAIL_DIGEST_AT, MAIL_FROM, MAIL_UNTIL } from '../settings/catalogue.ts';

const mailHoursOn = async (tx: Tx, on: Day): Promise<MailHours> => {
  const settings = await settingsOn(tx, on);
  return {
    from: MAIL_FROM.parse(settings.get(MAIL_FROM.key)),
    until: MAIL_UNTIL.parse(settings.get(MAIL_UNTIL.key)),
    digestAt: MAIL_DIGEST_AT.parse(settings.get(MAIL_DIGEST_AT.key)),
  };
};

/** When an authority's e-mail goes out. */
export const mailHoursAt = (tx: Tx, at: Moment): Promise<MailHours> => mailHoursOn(tx, londonDayOf(at));
