import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** One version of a commentary on a measure. */
export interface CommentaryRow {
  readonly id: number;
  readonly measure: string;
  readonly replaces: number | null;
  readonly aboutDay: Day | null;
  readonly teamId: number | null;
  readonly service: string | null;
  readonly said: string;
  readonly doing: string;
  readonly owner: string;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  readonly forMembers: boolean;
  readonly namesAre: string | null;
  /** Null for what came with the demonstration. */
  readonly writtenBy: number | null;
  readonly writtenByName: string | null;
  readonly writtenAt: Moment;
}

export type NewCommentary = Omit<CommentaryRow, 'id' | 'writtenByName'>;

/** Every version of the commentary on these measures, as written by a moment, oldest first. */
export const listCommentary = async (
  tx: Tx,
  { measures, knownAt }: { readonly measures: readonly string[]; readonly knownAt?: Moment | undefined },
): Promise<readonly CommentaryRow[]> => {
  const { rows } = await sql<CommentaryRow>`
    select c.id, measure, replaces, about_day as "aboutDay", team_id as "teamId", service, said, doing, owner, due,
      done_on as "doneOn", for_members as "forMembers", names_are as "namesAre", written_by as "writtenBy",
      p.name as "writtenByName", written_at as "writtenAt"
    from commentary c left join person p on p.authority_id = c.authority_id and p.id = c.written_by
    where c.authority_id = (select current_authority()) and measure = any(${measures})
      and ${knownAt === undefined ? sql`true` : sql`written_at <= ${knownAt}::timestamptz`}
    order by c.id`.execute(tx);
  return rows;
};

/** Undefined when somebody else has already written the next version of what it replaces. */
export const addCommentary = async (tx: Tx, written: NewCommentary): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into commentary (measure, replaces, about_day, team_id, service, said, doing, owner, due, done_on,
      for_members, names_are, written_by, written_at)
    values (${written.measure}, ${written.replaces}, ${written.aboutDay}, ${written.teamId}, ${written.service},
      ${written.said}, ${written.doing}, ${written.owner}, ${written.due}, ${written.doneOn},
      ${written.forMembers}, ${written.namesAre}, ${written.writtenBy}, ${written.writtenAt})
    on conflict on constraint replaced_once do nothing
    returning id`.execute(tx);
  return rows[0]?.id;
};
