import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';

export interface Authority {
  /** Nine-character code of official statistics; an invented one for a demonstration. */
  readonly code: string;
  readonly name: string;
  readonly demonstration: boolean;
  /** `#rrggbb`, for the header of its pages. */
  readonly colour: string | undefined;
}

/** The authorities there are: for the sign-in page and the command line, before anybody acts for one of them. */
export const listAuthorities = async (db: Connections): Promise<readonly Authority[]> => {
  const { rows } = await sql<{
    authority_id: string;
    name: string;
    demonstration: boolean;
    colour: string | null;
  }>`
    select authority_id, name, demonstration, colour from list_authorities()`.execute(db);
  return rows.map(({ authority_id, name, demonstration, colour }) => ({
    code: authority_id,
    name,
    demonstration,
    colour: colour ?? undefined,
  }));
};

/** Makes the authority of this transaction's tenant. Safe to repeat: one that is there already is left as it is. */
export const createAuthority = async (
  tx: Tx,
  { name, demonstration = false, colour }: { name: string; demonstration?: boolean; colour?: string },
): Promise<void> => {
  await tx
    .insertInto('authority')
    .values({ name, demonstration, colour: colour ?? null })
    .onConflict((conflict) => conflict.column('authority_id').doNothing())
    .execute();
};

/** The authority of this transaction's tenant. */
export const findAuthority = async (tx: Tx): Promise<Authority | undefined> => {
  const row = await tx.selectFrom('authority').selectAll().executeTakeFirst();
  if (row === undefined) return undefined;
  const { authority_id, name, demonstration, colour } = row;
  return { code: authority_id, name, demonstration, colour: colour ?? undefined };
};
