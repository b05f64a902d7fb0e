import {
  type MailText,
  type PortalMailKind,
  writeDigestMail,
  writeNoticeMail,
  writePortalMail,
} from '@rightplace/domain';
import type { StoredMail } from '@rightplace/store';

/** Paths of the pages that mails lead to, which are the web's to name. */
export interface MailPaths {
  readonly notice: (id: number) => string;
  readonly notices: string;
  readonly account: string;
  /** The portal of providers, and where their invitation is followed. */
  readonly referrals: string;
  readonly invitation: (linkKey: string) => string;
}

export const MAIL_PATHS: MailPaths = {
  notice: (id) => `/notices/${id}`,
  notices: '/notices',
  account: '/account',
  referrals: '/provider',
  invitation: (linkKey) => `/provider/invitation/${linkKey}`,
};

/** Where people reach the service, whose it is, and the link of an invitation, which there is only while it is sent. */
interface MailPlace {
  readonly address: string;
  readonly authority: string;
  readonly invitation?: { readonly linkKey: string; readonly lastDay: string };
}

/** Shown in place of the link: it is made while the e-mail is sent, so that nobody who looks at what waits can follow it. */
const LINK_TO_COME = '…';

const toProvider = (
  { toProvider: kind, urgent }: { readonly toProvider: PortalMailKind; readonly urgent: boolean },
  { address, authority, invitation }: MailPlace,
): MailText => {
  const path =
    kind === 'invitation' ? MAIL_PATHS.invitation(invitation?.linkKey ?? LINK_TO_COME) : MAIL_PATHS.referrals;
  // Put together and not parsed, so that what is shown in place of the link stays readable.
  const link = `${address.replace(/\/$/, '')}${path}`;
  return writePortalMail(kind, urgent, {
    authority,
    link,
    ...(invitation === undefined ? {} : { lastDay: invitation.lastDay }),
  });
};

/** What a mail says: the same words when it is sent and when it is shown, but for the link of an invitation. */
export const mailInWords = (
  { of, urgent }: Pick<StoredMail, 'of' | 'urgent'>,
  place: MailPlace,
): MailText => {
  if ('toProvider' in of) return toProvider({ ...of, urgent }, place);
  const at = (path: string): string => new URL(path, place.address).href;
  const choose = at(MAIL_PATHS.account);
  return 'notice' in of
    ? writeNoticeMail(urgent, { open: at(MAIL_PATHS.notice(of.notice)), choose })
    : writeDigestMail(of.gathered, { open: at(MAIL_PATHS.notices), choose });
};
