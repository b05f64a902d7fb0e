import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export type FormFields = readonly (readonly [name: string, value: string])[];

export interface PendingForm {
  readonly id: number;
  /** Where it was sent to. */
  readonly path: string;
  /** The page it stood on. */
  readonly page: string;
  readonly fields: FormFields;
  readonly keptAt: Moment;
}

/** More than anybody has open; the oldest gives way. */
const MOST_OF_A_PERSON = 20;

/** Keeps the latest version of one form of one person. Returns its number. */
export const putPendingForm = async (
  tx: Tx,
  form: {
    readonly personId: number;
    readonly path: string;
    readonly page: string;
    readonly fields: FormFields;
    readonly at: Moment;
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into pending_form (person_id, path, page, kept_at)
    values (${form.personId}, ${form.path}, ${form.page}, ${form.at})
    on conflict (authority_id, person_id, path)
    do update set page = excluded.page, kept_at = excluded.kept_at
    returning id`.execute(tx);
  const id = rows[0]?.id ?? -1;
  await sql`
    insert into pending_form_text (form_id, person_id, fields)
    values (${id}, ${form.personId}, ${JSON.stringify(form.fields)}::jsonb)
    on conflict (authority_id, form_id) do update set fields = excluded.fields`.execute(tx);
  await sql`
    delete from pending_form where person_id = ${form.personId} and id not in (
      select id from pending_form where person_id = ${form.personId}
      order by kept_at desc, id desc limit ${MOST_OF_A_PERSON})`.execute(tx);
  return id;
};

/** A person's own kept forms, the latest first. The transaction must act for that person, or it finds none. */
export const findPendingForms = async (
  tx: Tx,
  personId: number,
  keptAfter: Moment,
): Promise<readonly PendingForm[]> => {
  const { rows } = await sql<PendingForm>`
    select f.id, f.path, f.page, t.fields, f.kept_at as "keptAt"
    from pending_form f
    join pending_form_text t on t.authority_id = f.authority_id and t.form_id = f.id
    where f.person_id = ${personId} and f.kept_at >= ${keptAfter}
    order by f.kept_at desc, f.id desc`.execute(tx);
  return rows;
};

export const deletePendingForm = async (tx: Tx, personId: number, id: number): Promise<void> => {
  await sql`delete from pending_form where person_id = ${personId} and id = ${id}`.execute(tx);
};
