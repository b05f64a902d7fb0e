import type { Answers, ContractTerms, Day, Moment, PlacementKind } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface ContractTermsToAdd {
  readonly placements: PlacementKind;
  /** Empty where it is bought spot by spot. */
  readonly framework: string;
  readonly starts: Day;
  readonly said: Answers;
  readonly at: Moment;
  readonly by: number;
  /** Of the form: sent twice it is told once. */
  readonly key: string;
}

/** All terms that were ever told, the earliest first; of the same first day, the one told last comes last. */
export const listContractTerms = async (tx: Tx): Promise<readonly ContractTerms[]> => {
  const { rows } = await sql<ContractTerms>`
    select id, placements, framework, starts, said, told_at as at, told_by as by from contract_terms
    where authority_id = (select current_authority()) order by starts, id`.execute(tx);
  return rows;
};

/** The terms that a form told. */
export const findContractTermsByKey = async (tx: Tx, key: string): Promise<ContractTerms | undefined> => {
  const { rows } = await sql<ContractTerms>`
    select id, placements, framework, starts, said, told_at as at, told_by as by from contract_terms
    where authority_id = (select current_authority()) and key = ${key}`.execute(tx);
  return rows[0];
};

/** Tells terms. False where this form was sent before. */
export const addContractTerms = async (tx: Tx, terms: ContractTermsToAdd): Promise<boolean> => {
  const { rows } = await sql`
    insert into contract_terms (placements, framework, starts, said, told_at, told_by, key)
    values (${terms.placements}, ${terms.framework}, ${terms.starts}, ${JSON.stringify(terms.said)}, ${terms.at}, ${terms.by},
      ${terms.key})
    on conflict on constraint contract_terms_told_once do nothing returning id`.execute(tx);
  return rows.length === 1;
};
