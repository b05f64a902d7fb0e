import { type Moment, mailDueAt, type PortalMailKind } from '@rightplace/domain';
import { addPortalMails, listPortalPeople, type PortalPerson, type Tx } from '@rightplace/store';
import { mailHoursAt } from '../notifications/mail-hours.ts';

/** Writes an invitation's e-mail in the transaction in which it is made. It leaves at once: somebody has just asked for it. */
export const mailInvitation = (tx: Tx, personId: number, at: Moment): Promise<void> =>
  addPortalMails(tx, [
    { to: personId, kind: 'invitation', urgent: false, key: `invited ${at}`, writtenAt: at, dueAt: at },
  ]);

const mayRead = ({ hasPassword, endedAt }: PortalPerson): boolean => hasPassword && endedAt === null;

interface ToldToProvider {
  readonly providerId: number;
  readonly kind: Exclude<PortalMailKind, 'invitation'>;
  readonly urgent: boolean;
  /** Of the search and the entry, so that nobody is told of it twice. */
  readonly caseId: number;
  readonly entry: number;
}

/** Tells a provider's people by e-mail that something waits for them in the portal; what is not urgent within the hours of e-mail. */
export const tellProvider = async (
  tx: Tx,
  { providerId, kind, urgent, caseId, entry }: ToldToProvider,
  at: Moment,
): Promise<void> => {
  const people = (await listPortalPeople(tx, { providerId })).filter(mayRead);
  if (people.length === 0) return;
  const dueAt = mailDueAt(at, urgent, await mailHoursAt(tx, at));
  const key = `case ${caseId} entry ${entry}`;
  await addPortalMails(
    tx,
    people.map(({ id }) => ({ to: id, kind, urgent, key, writtenAt: at, dueAt })),
  );
};
