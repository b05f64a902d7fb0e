import { createTransport } from 'nodemailer';

/** A mail as it is handed to a mail server. */
export interface MailToSend {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same each time it is tried, so that one that came through twice can be told for one. */
  readonly messageId: string;
}

/** It was not sent, and trying again would not help: the server knows no such address. */
export class RefusedForGood extends Error {}

/** Where e-mail leaves. Resolves once the mail server has taken it. */
export interface MailSender {
  readonly send: (mail: MailToSend) => Promise<void>;
  readonly close: () => void;
}

/** Nobody is kept waiting by a server that says nothing: the mail is tried again. */
const SECONDS = { connectionTimeout: 10, greetingTimeout: 10, socketTimeout: 20, dnsTimeout: 10 };

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/**
 * Through a mail server: `smtps://name:password@mail.council.example`, or `smtp://…`, which turns to an encrypted
 * connection before anything is said, and sends nothing where that cannot be had.
 */
export const createMailSender = ({
  server,
  from,
}: {
  readonly server: string;
  readonly from: string;
}): MailSender => {
  const { protocol, hostname, port, username, password } = new URL(server);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isThisMachine(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...Object.fromEntries(Object.entries(SECONDS).map(([name, seconds]) => [name, seconds * 1000])),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, messageId }) => {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (error) {
        const { code, responseCode = 0, message } = error as Error & { code?: string; responseCode?: number };
        throw code === 'EENVELOPE' && responseCode >= 500 ? new RefusedForGood(message) : error;
      }
    },
    close: () => transport.close(),
  };
};
