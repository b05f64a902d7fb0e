import { createMailSender, type MailSender } from '@rightplace/app';
import { type Terminal, UsageError } from './command.ts';

export interface MailSettings {
  readonly sender: MailSender;
  /** Where people reach the service: what a mail links to. */
  readonly address: string;
}

const isServer = (text: string): boolean =>
  URL.canParse(text) && ['smtp:', 'smtps:'].includes(new URL(text).protocol) && new URL(text).hostname !== '';

/** The mail server, when RIGHTPLACE_SMTP names one; half a configuration is refused. Its password is never said. */
export const mailSettings = (
  { env }: Pick<Terminal, 'env'>,
  publicUrl: string | undefined,
): MailSettings | undefined => {
  const server = env['RIGHTPLACE_SMTP'] || undefined;
  if (server === undefined) return undefined;
  if (!isServer(server))
    throw new UsageError(
      'RIGHTPLACE_SMTP is a mail server, such as smtps://name:password@mail.council.example; this is not one.',
    );
  const from = env['RIGHTPLACE_MAIL_FROM'] || undefined;
  if (from === undefined || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw new UsageError(
      'Sending e-mail also needs RIGHTPLACE_MAIL_FROM, the address it comes from, such as Rightplace <rightplace@council.example>.',
    );
  if (publicUrl === undefined)
    throw new UsageError('Sending e-mail also needs PUBLIC_URL, where its links lead.');
  return { sender: createMailSender({ server, from }), address: publicUrl };
};
