import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { haveRead, readsFrom } from '../connection/read-once.ts';
import { type Evidence, READ_OF_CASE, type StoredCase } from './cases.ts';
import { listWritersOf } from './open-cases.ts';

const listEvidenceOf = async (tx: Tx, cases: readonly number[]): Promise<ReadonlyMap<number, Evidence>> => {
  const { rows } = await sql<Evidence & { readonly id: number }>`
    select distinct on (case_id) case_id as id, revision, answers, saved_by as "savedBy", saved_at as "savedAt"
    from case_evidence where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[])
    order by case_id, revision desc`.execute(tx);
  return new Map(rows.map(({ id, ...evidence }) => [id, evidence]));
};

/** What is asked of a case by itself, besides the case. */
interface OfCases {
  readonly evidence: ReadonlyMap<number, Evidence>;
  readonly writers: ReadonlyMap<number, readonly number[]>;
}

/**
 * For a page that will open several cases one after another: reads in two questions what it would ask of each by itself. Whoever still
 * has what was read of just these cases says so with `keep`. Where a transaction may write it does nothing, and each is read when it is
 * asked for.
 */
export const readCasesAhead = async (
  tx: Tx,
  cases: readonly StoredCase[],
  keep: (name: string, read: () => Promise<OfCases>) => Promise<OfCases> = (_, read) => read(),
): Promise<void> => {
  if (readsFrom(tx) === undefined || cases.length === 0) return;
  const ids = cases.map(({ id }) => id);
  const { evidence, writers } = await keep(`cases ahead ${ids.join(' ')}`, async () => ({
    evidence: await listEvidenceOf(tx, ids),
    writers: await listWritersOf(tx, ids),
  }));
  for (const stored of cases) {
    haveRead(tx, READ_OF_CASE.case(stored.id), stored);
    haveRead(tx, READ_OF_CASE.evidence(stored.id), evidence.get(stored.id));
    haveRead(tx, READ_OF_CASE.writers(stored.id), writers.get(stored.id) ?? []);
  }
};
