import {
  type AttemptRefusal,
  addMinutes,
  londonDayOf,
  type MailHours,
  type MailText,
  mayAttempt,
} from '@rightplace/domain';
import { asTenantReading, countMails, listMails, type MailEnd, type StoredMail } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { mailHoursAt } from './mail-hours.ts';
import { mailInWords } from './mail-in-words.ts';

/** A mail as it is, was or would be sent. */
export interface ShownMail extends MailText {
  readonly mail: StoredMail;
}

export interface OutboxView {
  readonly kind: 'outbox';
  readonly mails: readonly ShownMail[];
}

export interface MailsView {
  readonly kind: 'mails';
  readonly mails: readonly ShownMail[];
  /** Of the last weeks, but for what waits, which is all. */
  readonly counts: Readonly<Record<MailEnd | 'waiting', number>>;
  readonly hours: MailHours;
  /** Whether mail leaves this service at all. */
  readonly leaves: boolean;
}

const MOST_SHOWN = 100;
const COUNTED_MINUTES = 30 * 24 * 60;
/** Shown in place of the service's own address where that is not set. */
const SOME_ADDRESS = 'https://rightplace.example';

type Reach = Pick<World, 'db' | 'now' | 'publicUrl' | 'sendsMail'>;

const shown = (mail: StoredMail, { publicUrl = SOME_ADDRESS }: Reach, authority: string): ShownMail => ({
  mail,
  ...mailInWords(mail, { address: publicUrl, authority }),
});

/** A person's own e-mail, word for word. */
export const showOutbox = async (
  world: Reach,
  { actor, authority, person }: SignedIn,
): Promise<OutboxView | AttemptRefusal> => {
  const on = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'sign-in-account', on });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => ({
    kind: 'outbox',
    mails: (await listMails(tx, { to: person.id, most: MOST_SHOWN })).map((mail) =>
      shown(mail, world, authority.name),
    ),
  }));
};

/** All e-mail of an authority: what waits, what was sent, and what was given up and why. For administrators. */
export const showMails = async (
  world: Reach,
  { actor, authority, person }: SignedIn,
): Promise<MailsView | AttemptRefusal> => {
  const now = world.now();
  const permission = mayAttempt({ actor, action: 'manage-settings', on: londonDayOf(now) });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => ({
    kind: 'mails',
    mails: (await listMails(tx, { most: MOST_SHOWN })).map((mail) => shown(mail, world, authority.name)),
    counts: await countMails(tx, addMinutes(now, -COUNTED_MINUTES)),
    hours: await mailHoursAt(tx, now),
    leaves: world.sendsMail === true && !authority.demonstration,
  }));
};
