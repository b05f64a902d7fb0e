import type { AgreementMark, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface StoredMark extends AgreementMark {
  readonly agreement: number;
  readonly by: number;
  readonly at: Moment;
  readonly key: string;
}

/** What was written down of agreements on the way to their first payment, in its order, up to a moment. */
export const listAgreementMarks = async (
  tx: Tx,
  asked: { readonly agreement?: number; readonly until?: Moment | undefined } = {},
): Promise<readonly StoredMark[]> => {
  const { rows } = await sql<StoredMark>`
    select agreement_id as agreement, number, what, said, version, by, at, key from placement_agreement_mark
    where authority_id = (select current_authority())
      and ${asked.agreement === undefined ? sql`true` : sql`agreement_id = ${asked.agreement}`}
      and ${asked.until === undefined ? sql`true` : sql`at <= ${asked.until}::timestamptz`}
    order by agreement_id, number`.execute(tx);
  return rows;
};

/** Writes the next down. Throws where somebody has meanwhile: whoever calls holds the agreement. */
export const addAgreementMark = async (tx: Tx, mark: StoredMark): Promise<void> => {
  const { agreement, number, what, said, version, by, at, key } = mark;
  await sql`
    insert into placement_agreement_mark (agreement_id, number, what, said, version, by, at, key)
    values (${agreement}, ${number}, ${what}, ${JSON.stringify(said)}::jsonb, ${version}, ${by}, ${at}, ${key})`.execute(
    tx,
  );
};
