import type { Day } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A person as an administrator sees them. */
export interface DirectoryPerson {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  /** Social Work England's number, which a return gives as the child's SW_ID. */
  readonly socialWorkNumber: string | null;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly hasSingleSignOn: boolean;
  readonly roles: readonly DirectoryRole[];
}

export interface DirectoryRole {
  readonly id: number;
  readonly role: string;
  readonly teamId: number | null;
  readonly teamName: string | null;
  readonly service: string | null;
  readonly starts: Day;
  readonly ends: Day | null;
}

const PERSON = sql`
  select p.id, p.name, p.email, p.social_work_number as "socialWorkNumber", p.active,
         exists (select from local_account l where l.authority_id = p.authority_id and l.person_id = p.id) as "hasPassword",
         exists (select from single_sign_on s where s.authority_id = p.authority_id and s.person_id = p.id)
           as "hasSingleSignOn",
         coalesce((select jsonb_agg(jsonb_build_object(
                            'id', r.id, 'role', r.role, 'teamId', r.team_id, 'teamName', t.name,
                            'service', coalesce(r.service, t.service), 'starts', r.starts, 'ends', r.ends)
                          order by r.starts, r.id)
                   from role_assignment r
                   left join team t on t.authority_id = r.authority_id and t.id = r.team_id
                   where r.authority_id = p.authority_id and r.person_id = p.id), '[]') as roles
  from person p`;

/** Everybody, by name. */
export const listDirectory = async (tx: Tx): Promise<readonly DirectoryPerson[]> => {
  const { rows } = await sql<DirectoryPerson>`${PERSON} order by lower(p.name), p.id`.execute(tx);
  return rows;
};

export const findInDirectory = async (tx: Tx, personId: number): Promise<DirectoryPerson | undefined> => {
  const { rows } = await sql<DirectoryPerson>`${PERSON} where p.id = ${personId}`.execute(tx);
  return rows[0];
};

/** Undefined when somebody of this authority has that email address, or that number, already. */
export const addToDirectory = async (
  tx: Tx,
  {
    name,
    email,
    socialWorkNumber = null,
  }: { readonly name: string; readonly email: string | null; readonly socialWorkNumber?: string | null },
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into person (name, email, social_work_number) values (${name}, ${email}, ${socialWorkNumber})
    on conflict do nothing
    returning id`.execute(tx);
  return rows[0]?.id;
};

/** Whose number that is, however it was written. */
export const findNumberHolder = async (
  tx: Tx,
  socialWorkNumber: string,
): Promise<{ readonly id: number; readonly name: string } | undefined> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from person where upper(social_work_number) = upper(${socialWorkNumber}) order by id`.execute(
    tx,
  );
  return rows[0];
};

/** The database refuses a number that somebody else of this authority has. Null takes it away. */
export const setSocialWorkNumber = async (
  tx: Tx,
  personId: number,
  socialWorkNumber: string | null,
): Promise<void> => {
  await tx
    .updateTable('person')
    .set({ social_work_number: socialWorkNumber })
    .where('id', '=', personId)
    .execute();
};

/** False when the person holds that role, there, at the same time already. */
export const giveHeldRole = async (
  tx: Tx,
  given: {
    readonly personId: number;
    readonly role: string;
    readonly teamId: number | null;
    readonly service: string | null;
    readonly starts: Day;
    readonly ends: Day | null;
  },
): Promise<boolean> => {
  const result = await sql`
    insert into role_assignment (person_id, role, team_id, service, starts, ends)
    values (${given.personId}, ${given.role}, ${given.teamId}, ${given.service}, ${given.starts}, ${given.ends})
    on conflict do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) === 1n;
};

/** Ends a role from that day on; one that has not begun never does. False when there is no such role to end. */
export const endHeldRole = async (
  tx: Tx,
  {
    personId,
    assignmentId,
    on,
  }: { readonly personId: number; readonly assignmentId: number; readonly on: Day },
): Promise<boolean> => {
  const result = await sql`
    update role_assignment set ends = greatest(starts, ${on}::date)
    where id = ${assignmentId} and person_id = ${personId} and (ends is null or ends > ${on}::date)`.execute(
    tx,
  );
  return (result.numAffectedRows ?? 0n) === 1n;
};

/** How many active people hold a role on a day, leaving one person out of the count. */
export const countHolders = async (
  tx: Tx,
  { role, on, except }: { readonly role: string; readonly on: Day; readonly except?: number },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct p.id) as count
    from role_assignment r join person p on p.authority_id = r.authority_id and p.id = r.person_id
    where r.role = ${role} and r.valid @> ${on}::date and p.active and p.id is distinct from ${except ?? null}::bigint`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};
