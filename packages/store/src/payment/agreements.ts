import type { AgreementTerms, Answers, ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** An agreement as it was at one time: what was done, what was said in doing it, and the terms that it left. */
export interface AgreementVersion {
  readonly number: number;
  readonly at: Moment;
  readonly by: number;
  /** 'made', 'corrected', or the change. */
  readonly what: string;
  readonly said: Answers;
  readonly terms: AgreementTerms;
  readonly key: string;
}

export interface StoredAgreement {
  readonly id: number;
  readonly caseId: number;
  readonly child: ChildId;
  /** Which offer it is of, as its search numbers them. */
  readonly offer: string;
  readonly home: string;
  /** Oldest first, at least one. */
  readonly versions: readonly [AgreementVersion, ...AgreementVersion[]];
}

type Head = Omit<StoredAgreement, 'versions'>;
type VersionRow = AgreementVersion & { readonly agreement: number };

/** Until the transaction ends, nobody else changes an agreement of this case. */
export const holdAgreements = async (tx: Tx, caseId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' agreements ' || ${caseId}::text, 0))`.execute(
    tx,
  );
};

/** The agreements of one search or child, or all of them, in the order they were made. */
export const listAgreements = async (
  tx: Tx,
  asked: { readonly case?: number; readonly id?: number; readonly child?: ChildId } = {},
): Promise<readonly StoredAgreement[]> => {
  const heads = await sql<Head>`
    select a.id, a.case_id as "caseId", child.local_id as child, a.offer, a.home
    from placement_agreement a
    join workflow_case c on c.authority_id = a.authority_id and c.id = a.case_id
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    where a.authority_id = (select current_authority())
      and ${asked.case === undefined ? sql`true` : sql`a.case_id = ${asked.case}`}
      and ${asked.child === undefined ? sql`true` : sql`child.local_id = ${asked.child}`}
      and ${asked.id === undefined ? sql`true` : sql`a.id = ${asked.id}`}
    order by a.id`.execute(tx);
  if (heads.rows.length === 0) return [];
  const versions = await sql<VersionRow>`
    select agreement_id as agreement, number, at, by, what, said, terms, key from placement_agreement_version
    where authority_id = (select current_authority()) and agreement_id = any(${heads.rows.map(({ id }) => id)}::bigint[])
    order by agreement_id, number`.execute(tx);
  const byAgreement = Map.groupBy(versions.rows, ({ agreement }) => agreement);
  return heads.rows.flatMap((head) => {
    const [first, ...rest] = (byAgreement.get(head.id) ?? []).map(({ agreement: _, ...version }) => version);
    return first === undefined ? [] : [{ ...head, versions: [first, ...rest] as const }];
  });
};

export type VersionToAdd = Omit<AgreementVersion, 'number'>;

/** Makes the agreement of an offer; undefined where there is one already. */
export const addAgreement = async (
  tx: Tx,
  made: Pick<Head, 'caseId' | 'offer' | 'home'>,
  version: VersionToAdd,
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into placement_agreement (case_id, offer, home) values (${made.caseId}, ${made.offer}, ${made.home})
    on conflict do nothing returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id !== undefined) await addAgreementVersion(tx, id, { ...version, number: 1 });
  return id;
};

/** Adds the next version. False when somebody else has added that one, or the same form was sent before. */
export const addAgreementVersion = async (
  tx: Tx,
  id: number,
  version: AgreementVersion,
): Promise<boolean> => {
  const { number, at, by, what, said, terms, key } = version;
  const { rows } = await sql`
    insert into placement_agreement_version (agreement_id, number, at, by, what, said, terms, key)
    values (${id}, ${number}, ${at}, ${by}, ${what}, ${JSON.stringify(said)}::jsonb, ${JSON.stringify(terms)}::jsonb, ${key})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};
