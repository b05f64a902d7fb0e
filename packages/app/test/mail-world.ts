import { asSuperuser, asTenantReading, listMails, type StoredMail } from '@rightplace/store';
import { createMailSender, type MailSender } from '../src/notifications/mail-sender.ts';
import { readNotices } from '../src/notifications/open-notice.ts';
import { type Sending, sendMails } from '../src/notifications/send-mails.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { anEntryWorld, type EntryWorld } from './entry-world.ts';
import { anSmtpServer, type SmtpServer } from './smtp-server.ts';
import { NORTHMARSH } from './world.ts';

export interface MailWorld extends EntryWorld {
  readonly smtp: SmtpServer;
  readonly sender: MailSender;
  readonly sending: Sending;
  /** Ana asks; the others decide. Signed in anew each time, as the clock moves. */
  readonly people: () => Promise<Readonly<Record<'ana' | 'ada' | 'tess' | 'gwen', SignedIn>>>;
  readonly send: (sending?: Sending) => Promise<number>;
  /** The latest mails, those that wait first. */
  readonly mails: () => Promise<readonly StoredMail[]>;
  readonly waiting: () => Promise<readonly StoredMail[]>;
  /** A request that Ana has sent to the team manager. */
  readonly sent: (number: string) => Promise<number>;
  /** Ends all that waits, reads all notices, and empties the mail server. */
  readonly clear: () => Promise<void>;
}

export const FROM = 'Rightplace <rightplace@northmarsh.example>';

export const giveEmail = (
  { database }: Pick<EntryWorld, 'database'>,
  person: number,
  email: string,
): Promise<unknown> => asSuperuser(database, `update person set email = '${email}' where id = ${person}`);

export const emailOf = ({ person }: SignedIn): string => `p${person.id}@northmarsh.example`;

/** An authority whose people have e-mail addresses, and a mail server on this machine. */
export const aMailWorld = async (): Promise<MailWorld> => {
  const [world, smtp] = await Promise.all([anEntryWorld(), anSmtpServer()]);
  const sender = createMailSender({ server: smtp.url, from: FROM });
  const sending = { sender, address: 'https://rightplace.northmarsh.example' };
  const people: MailWorld['people'] = async () => ({
    ana: (await world.signIn(world.ana)).signedIn,
    ada: await world.as('director'),
    tess: await world.as('team-manager'),
    gwen: await world.as('group-manager'),
  });
  await people();
  await asSuperuser(world.database, "update person set email = 'p' || id || '@northmarsh.example'");
  const mails = () =>
    asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listMails(tx, { most: 200 }));
  return {
    ...world,
    smtp,
    sender,
    sending,
    people,
    mails,
    send: (with_ = sending) => sendMails(world, NORTHMARSH, with_),
    waiting: async () => (await mails()).filter(({ ended }) => ended === undefined),
    sent: async (number) => {
      const { ana } = await people();
      const id = await world.begin(number, ana);
      await world.fillIn(id, ana);
      const taken = await world.take(ana, id, 'submit');
      if (taken.kind === 'refused') throw new Error(taken.sentence);
      return id;
    },
    clear: async () => {
      smtp.refusing = undefined;
      smtp.beforeYes = async () => undefined;
      await asSuperuser(
        world.database,
        "update mail set ended = 'not-needed', ended_at = now() where ended_at is null",
      );
      for (const who of Object.values(await people())) await readNotices(world, who);
      smtp.received.length = 0;
    },
    close: async () => {
      sender.close();
      await smtp.close();
      await world.close();
    },
  };
};
