import { isMailChoice, type MailChoice, type Moment, USUAL_MAIL_CHOICE } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Says how a person wants to be told by e-mail of what is not urgent, from now on. */
export const addMailChoice = async (
  tx: Tx,
  { person, choice, at }: { readonly person: number; readonly choice: MailChoice; readonly at: Moment },
): Promise<void> => {
  await sql`insert into notice_choice (person_id, at, by_mail) values (${person}, ${at}::timestamptz, ${choice})`.execute(
    tx,
  );
};

/** What each person has chosen last; those who never chose are not in it. */
export const listMailChoices = async (
  tx: Tx,
  people: readonly number[],
): Promise<(person: number) => MailChoice> => {
  const { rows } = await sql<{ person: number; choice: string }>`
    select distinct on (person_id) person_id as person, by_mail as choice from notice_choice
    where authority_id = (select current_authority()) and person_id = any(${people}::bigint[])
    order by person_id, id desc`.execute(tx);
  const chosen = new Map(rows.map(({ person, choice }) => [person, choice]));
  return (person) => {
    const choice = chosen.get(person);
    return choice !== undefined && isMailChoice(choice) ? choice : USUAL_MAIL_CHOICE;
  };
};

/** What somebody has not read and no mail has told them of. */
export interface Gathered {
  readonly to: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/**
 * What people who work here have not read since the last mail that gathered for them and was not given up, or in the last
 * week, by kind: but for what was mailed by itself.
 */
export const gatherUnread = async (
  tx: Tx,
  now: Moment,
  /** Of one mail that gathered then, by its number: what of that is not read still. */
  of?: { readonly mail: number; readonly to: number },
): Promise<readonly Gathered[]> => {
  const { rows } = await sql<Gathered>`
    select to_person as to, jsonb_object_agg(kind, count) as kinds from (
      select n.to_person, n.kind, count(*) as count from notice n
      join person p on p.authority_id = n.authority_id and p.id = n.to_person and p.active
      where n.authority_id = (select current_authority()) and n.at <= ${now}::timestamptz
        ${of === undefined ? sql`` : sql`and n.to_person = ${of.to}`}
        and n.at > greatest(${now}::timestamptz - interval '7 days',
          (select max(m.written_at) from mail m
           where m.authority_id = n.authority_id and m.to_person = n.to_person and m.gathered is not null
             and m.ended is distinct from 'given-up'
             ${of === undefined ? sql`` : sql`and m.id < ${of.mail}`}))
        and not exists (select from notice_read r where r.authority_id = n.authority_id and r.notice_id = n.id)
        and not exists (select from mail m where m.authority_id = n.authority_id and m.notice_id = n.id)
      group by n.to_person, n.kind) as unread
    group by to_person order by to_person`.execute(tx);
  return rows;
};
