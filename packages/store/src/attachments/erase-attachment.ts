import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';
import type { AttachmentErasure } from './attachments.ts';

/** What stands in the place of the name of a document that was erased, and of what it was said to be. */
export const ERASED_NAME = 'Erased document';

/** What stands in the place of what was written about it. */
const ERASED_WORDS = 'Erased';

/**
 * Deletes what is in a document, its key, its name, what it was said to be and why it was taken off, and writes that this was done.
 * For the owner of the tables: the application may not. Where it was erased before, when and why stand as they were, and
 * anything that was left is gone now.
 */
export const eraseAttachment = async (
  tx: Tx,
  { id, erasedAt, why }: AttachmentErasure & { readonly id: number },
): Promise<void> => {
  await sql`
    insert into attachment_erasure (attachment_id, erased_at, why)
    values (${id}, ${erasedAt}, ${why}) on conflict do nothing`.execute(tx);
  for (const table of ['attachment_piece', 'attachment_key'])
    await sql`
      delete from ${sql.table(table)}
      where authority_id = (select current_authority()) and attachment_id = ${id}`.execute(tx);
  await sql`
    update attachment set name = ${ERASED_NAME}, about = ${ERASED_WORDS}
    where authority_id = (select current_authority()) and id = ${id}`.execute(tx);
  await sql`
    update attachment_removal set why = ${ERASED_WORDS}
    where authority_id = (select current_authority()) and attachment_id = ${id}`.execute(tx);
  await sql`
    update attachment_scan set said = ''
    where authority_id = (select current_authority()) and attachment_id = ${id}`.execute(tx);
};

/**
 * Gives back the room of what was deleted. The keys are few and small: their table is written anew, so that no key of an erased
 * document is left in a file of the database, and without it the pieces are noise wherever they may linger. Done again, it is done
 * as well: whoever was interrupted before it does the same once more. The other tables are not written anew, as nobody could look at
 * a case meanwhile.
 */
export const forgetErased = async (owner: Connections): Promise<void> => {
  await sql`vacuum full attachment_key`.execute(owner);
  await sql`vacuum attachment_piece, attachment, attachment_removal, attachment_scan`.execute(owner);
};
