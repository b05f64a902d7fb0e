import { type MailText, writeDigestMail, writeNoticeMail } from '@rightplace/domain';
import type { StoredMail } from '@rightplace/store';

/** Paths of the pages that mails lead to, which are the web's to name. */
export interface MailPaths {
  readonly notice: (id: number) => string;
  readonly notices: string;
  readonly account: string;
}

export const MAIL_PATHS: MailPaths = {
  notice: (id) => `/notices/${id}`,
  notices: '/notices',
  account: '/account',
};

/** What a mail says: the same words when it is sent and when it is shown. `address` is where people reach the service. */
export const mailInWords = ({ of, urgent }: Pick<StoredMail, 'of' | 'urgent'>, address: string): MailText => {
  const at = (path: string): string => new URL(path, address).href;
  const choose = at(MAIL_PATHS.account);
  return 'notice' in of
    ? writeNoticeMail(urgent, { open: at(MAIL_PATHS.notice(of.notice)), choose })
    : writeDigestMail(of.gathered, { open: at(MAIL_PATHS.notices), choose });
};
