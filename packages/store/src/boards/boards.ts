import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A board as it was last saved. */
export interface BoardRow {
  readonly id: number;
  readonly version: number;
  readonly title: string;
  readonly about: string;
  readonly roles: readonly string[];
  readonly measures: readonly string[];
  readonly savedByName: string | null;
  readonly savedAt: Moment;
}

/** Every board that is not removed, by title. */
export const listBoards = async (tx: Tx): Promise<readonly BoardRow[]> => {
  const { rows } = await sql<BoardRow & { readonly removed: boolean }>`
    select distinct on (v.board) v.board as id, version, title, about, roles, measures, removed,
      p.name as "savedByName", saved_at as "savedAt"
    from board_version v left join person p on p.authority_id = v.authority_id and p.id = v.saved_by
    where v.authority_id = (select current_authority())
    order by v.board, version desc`.execute(tx);
  return rows
    .filter(({ removed }) => !removed)
    .map(({ removed: _, ...row }) => row)
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
};

/** Whether no board was ever made, not even one removed since. `alone`: until the transaction ends nobody else asks so. */
export const neverHadBoards = async (
  tx: Tx,
  { alone = false }: { readonly alone?: boolean } = {},
): Promise<boolean> => {
  if (alone)
    await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' first boards', 0))`.execute(
      tx,
    );
  const { rows } = await sql<{ none: boolean }>`
    select not exists (select from board where authority_id = (select current_authority())) as none`.execute(
    tx,
  );
  return rows[0]?.none === true;
};

export interface BoardToSave extends Pick<BoardRow, 'title' | 'about' | 'roles' | 'measures' | 'savedAt'> {
  readonly savedBy: number | null;
  readonly removed?: boolean;
}

export const addBoard = async (tx: Tx, saved: BoardToSave): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into board default values returning id`.execute(tx);
  const { id } = rows[0] as { id: number };
  await saveBoardVersion(tx, { ...saved, id, version: 1 });
  return id;
};

/** False when somebody else has saved that version already. */
export const saveBoardVersion = async (
  tx: Tx,
  saved: BoardToSave & Pick<BoardRow, 'id' | 'version'>,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into board_version (board, version, title, about, roles, measures, removed, saved_by, saved_at)
    values (${saved.id}, ${saved.version}, ${saved.title}, ${saved.about}, ${saved.roles}::text[],
      ${saved.measures}::text[], ${saved.removed ?? false}, ${saved.savedBy}, ${saved.savedAt})
    on conflict (authority_id, board, version) do nothing`.execute(tx);
  return numAffectedRows === 1n;
};
