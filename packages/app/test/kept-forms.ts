import { type AuditRecord, asSuperuser, asTenant, listAudit } from '@rightplace/store';
import { NORTHMARSH, type TestWorld } from './world.ts';

/** How many forms are kept in Northmarsh, whosever they are. */
export const formsHeld = ({ db }: TestWorld): Promise<number> =>
  asTenant(db, { authorityId: NORTHMARSH }, (tx) =>
    tx
      .selectFrom('pending_form' as never)
      .selectAll()
      .execute()
      .then((rows) => rows.length),
  );

/** What the audit has of somebody, newest first. */
export const auditOfPerson = ({ db }: TestWorld, personId: number): Promise<readonly AuditRecord[]> =>
  asTenant(db, { authorityId: NORTHMARSH }, (tx) => listAudit(tx, { actor: String(personId) }));

/** Does to the database what nobody of the service may. */
export const spoil = ({ database }: Pick<TestWorld, 'database'>, statement: string): Promise<void> =>
  asSuperuser(database, statement);
