import { type Moment, mailDueAt } from '@rightplace/domain';
import { addMails, addNotices, listMailChoices, type NewNotice, type Tx } from '@rightplace/store';
import { mailHoursAt } from './mail-hours.ts';

/**
 * Tells people of something in the transaction in which it happens, and writes the e-mail that is to leave by itself: what is
 * urgent, and the rest for those who want it so. Nothing is sent here, so nobody waits for a mail server. Told again, it is
 * told once.
 */
export const tell = async (tx: Tx, notices: readonly NewNotice[], at: Moment): Promise<void> => {
  const told = await addNotices(tx, notices);
  if (told.length === 0) return;
  const choiceOf = await listMailChoices(
    tx,
    told.map(({ to }) => Number(to)),
  );
  const byItself = told.filter(({ to, urgent }) => urgent || choiceOf(Number(to)) === 'at-once');
  if (byItself.length === 0) return;
  const hours = await mailHoursAt(tx, at);
  await addMails(
    tx,
    byItself.map(({ id, to, urgent }) => ({
      to: Number(to),
      urgent,
      key: `notice ${id}`,
      of: { notice: id },
      writtenAt: at,
      dueAt: mailDueAt(at, urgent, hours),
    })),
  );
};
