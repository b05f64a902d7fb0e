import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export type FormFields = readonly (readonly [name: string, value: string])[];

export interface PendingForm {
  readonly id: number;
  readonly path: string;
  readonly fields: FormFields;
  readonly keptAt: Moment;
}

/** Keeps the latest version of one form of one person. */
export const putPendingForm = async (
  tx: Tx,
  form: {
    readonly personId: number;
    readonly path: string;
    readonly fields: FormFields;
    readonly at: Moment;
  },
): Promise<void> => {
  const fields = JSON.stringify(form.fields);
  await sql`
    insert into pending_form (person_id, path, fields, kept_at)
    values (${form.personId}, ${form.path}, ${fields}::jsonb, ${form.at})
    on conflict (authority_id, person_id, path)
    do update set fields = excluded.fields, kept_at = excluded.kept_at`.execute(tx);
};

/** A person's own kept forms, the latest first. */
export const findPendingForms = async (
  tx: Tx,
  personId: number,
  keptAfter: Moment,
): Promise<readonly PendingForm[]> => {
  const { rows } = await sql<PendingForm>`
    select id, path, fields, kept_at as "keptAt" from pending_form
    where person_id = ${personId} and kept_at >= ${keptAfter}
    order by kept_at desc, id desc`.execute(tx);
  return rows;
};

export const deletePendingForm = async (tx: Tx, personId: number, id: number): Promise<void> => {
  await sql`delete from pending_form where person_id = ${personId} and id = ${id}`.execute(tx);
};
