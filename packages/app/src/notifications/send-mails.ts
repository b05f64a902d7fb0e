import { dayInWords, isTooOld, londonDayOf, nextTryAt } from '@rightplace/domain';
import {
  asTenant,
  claimMail,
  endMail,
  findAuthority,
  gatherUnread,
  putMailedInvitation,
  putOffMail,
  type StoredMail,
  type Tx,
} from '@rightplace/store';
import { hashSecret, newSecret, writeKey } from '../sign-in/secrets.ts';
import type { World } from '../world.ts';
import { mailInWords } from './mail-in-words.ts';
import { type MailSender, RefusedForGood } from './mail-sender.ts';

/** What sending needs, besides the world: where mail leaves, and where people reach the service. */
export interface Sending {
  readonly sender: Pick<MailSender, 'send'>;
  readonly address: string;
}

const TOO_OLD = 'It waited for a day without being sent.';
const NO_ADDRESS = 'No e-mail address is recorded.';

/** The same each time that it is tried, and another’s never. */
const messageIdOf = ({ id }: StoredMail, authorityId: string, address: string): string =>
  `<${authorityId}.${id}@${new URL(address).hostname}>`;

/** What a mail still has to tell: of a day's, what has not been read since it was gathered. Undefined when it is nothing. */
const whatIsLeft = async (
  tx: Tx,
  mail: StoredMail,
): Promise<Pick<StoredMail, 'of' | 'urgent'> | undefined> => {
  if (!('gathered' in mail.of)) return mail;
  const [left] = await gatherUnread(tx, mail.writtenAt, { mail: mail.id, to: mail.to });
  return left === undefined ? undefined : { of: { gathered: left.kinds }, urgent: mail.urgent };
};

/** An invitation's own link, made anew each time it is tried: only its hash is kept, and that of the last try alone. */
const invitationIn = async (
  tx: Tx,
  { of, to }: StoredMail,
  authorityId: string,
): Promise<{ readonly linkKey: string; readonly lastDay: string } | undefined> => {
  if (!('toProvider' in of) || of.toProvider !== 'invitation') return undefined;
  const secret = newSecret();
  const endsAt = await putMailedInvitation(tx, to, hashSecret(secret));
  return endsAt === undefined
    ? undefined
    : { linkKey: writeKey({ authorityId, secret }), lastDay: dayInWords(londonDayOf(endsAt)) };
};

const sendOne = async (
  tx: Tx,
  world: Pick<World, 'now'>,
  { sender, address, authorityId }: Sending & { readonly authorityId: string },
  mail: StoredMail,
): Promise<void> => {
  const tries = mail.tries + 1;
  const end = (ended: 'sent' | 'given-up' | 'not-needed', fault?: string) =>
    endMail(tx, mail.id, { ended, at: world.now(), tries, address: mail.address, fault });
  const left = mail.isNeeded ? await whatIsLeft(tx, mail) : undefined;
  if (left === undefined)
    return endMail(tx, mail.id, { ended: 'not-needed', at: world.now(), tries: mail.tries });
  if (mail.address === undefined) return end('given-up', NO_ADDRESS);
  if (isTooOld(world.now(), mail.dueAt)) return end('given-up', mail.fault ?? TOO_OLD);
  try {
    const messageId = messageIdOf(mail, authorityId, address);
    const place = { address, authority: (await findAuthority(tx))?.name ?? '' };
    const invitation = await invitationIn(tx, mail, authorityId);
    const words = mailInWords(left, { ...place, ...(invitation === undefined ? {} : { invitation }) });
    await sender.send({ to: mail.address, messageId, ...words });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const nextAt = nextTryAt(world.now(), { tries, dueAt: mail.dueAt });
    return error instanceof RefusedForGood || nextAt === undefined
      ? end('given-up', fault)
      : putOffMail(tx, mail.id, { fault, tries, nextAt });
  }
  return end('sent');
};

/**
 * Sends what is due, one after another, and says how many were tried. Each is held in the database while it is sent, so of
 * several processes one sends it. One that is killed lets go of it, and another takes it up: a mail is sent twice only when
 * its sender is killed in the moment between the mail server's yes and our writing it down, and it is never lost.
 */
export const sendMails = async (
  world: Pick<World, 'db' | 'now'>,
  authorityId: string,
  sending: Sending,
): Promise<number> => {
  for (let tried = 0; ; tried += 1) {
    const mail = await asTenant(world.db, { authorityId }, async (tx) => {
      const claimed = await claimMail(tx, world.now());
      if (claimed !== undefined) await sendOne(tx, world, { ...sending, authorityId }, claimed);
      return claimed;
    });
    if (mail === undefined) return tried;
  }
};
