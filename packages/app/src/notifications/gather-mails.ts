import { isDigestDue, londonDayOf, mailDueAt } from '@rightplace/domain';
import { addMails, asTenant, gatherUnread, listMailChoices } from '@rightplace/store';
import type { World } from '../world.ts';
import { mailHoursAt } from './mail-hours.ts';

/**
 * Writes the day's e-mail once its hour has come: for everybody who wants it, has something that they have not read, and
 * has not been told of it by e-mail. False before its hour. Asked again that day, or by another process, it is written already.
 */
export const gatherMails = (world: Pick<World, 'db' | 'now'>, authorityId: string): Promise<boolean> =>
  asTenant(world.db, { authorityId }, async (tx) => {
    const at = world.now();
    const hours = await mailHoursAt(tx, at);
    if (!isDigestDue(at, hours)) return false;
    const gathered = await gatherUnread(tx, at);
    const choiceOf = await listMailChoices(
      tx,
      gathered.map(({ to }) => to),
    );
    await addMails(
      tx,
      gathered
        .filter(({ to }) => choiceOf(to) === 'daily')
        .map(({ to, kinds }) => ({
          to,
          urgent: false,
          key: `day ${londonDayOf(at)}`,
          of: { gathered: kinds },
          writtenAt: at,
          dueAt: mailDueAt(at, false, hours),
        })),
    );
    return true;
  });
