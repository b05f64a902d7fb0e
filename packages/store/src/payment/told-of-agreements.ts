import type { AgreementTerms, Answers, ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** An agreement with the terms that it had at a moment. */
export interface ToldAgreement {
  readonly id: number;
  readonly case: number;
  readonly child: ChildId;
  /** Which offer it is of, as its search numbers them. */
  readonly offer: string;
  readonly terms: AgreementTerms;
  /** When somebody decided last that it is the one to be paid, of those for one stay. */
  readonly decidedAt: Moment | null;
  /** Changes of its prices by a percentage, oldest first: what was said, and the terms before and after. */
  readonly awards: readonly ToldAward[];
}

export interface ToldAward {
  readonly said: Answers;
  readonly before: AgreementTerms;
  readonly after: AgreementTerms;
}

/** Every agreement made up to a moment, as it stood then. */
export const listAgreedTerms = async (
  tx: Tx,
  until: Moment | undefined,
): Promise<readonly ToldAgreement[]> => {
  const { rows } = await sql<ToldAgreement>`
    select distinct on (a.id) a.id, a.case_id as case, child.local_id as child, a.offer, v.terms,
      (select coalesce(jsonb_agg(jsonb_build_object('said', u.said, 'before', p.terms, 'after', u.terms) order by u.number), '[]'::jsonb)
        from placement_agreement_version u
        join placement_agreement_version p on p.authority_id = u.authority_id and p.agreement_id = u.agreement_id
          and p.number = u.number - 1
        where u.authority_id = a.authority_id and u.agreement_id = a.id and u.what = 'price-change'
          and ${until === undefined ? sql`true` : sql`u.at <= ${until}::timestamptz`}) as awards,
      (select max(u.at) from placement_agreement_version u
        where u.authority_id = a.authority_id and u.agreement_id = a.id and u.what = 'pay-by-this'
          and ${until === undefined ? sql`true` : sql`u.at <= ${until}::timestamptz`}) as "decidedAt"
    from placement_agreement a
    join placement_agreement_version v on v.authority_id = a.authority_id and v.agreement_id = a.id
      and ${until === undefined ? sql`true` : sql`v.at <= ${until}::timestamptz`}
    join workflow_case c on c.authority_id = a.authority_id and c.id = a.case_id
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    where a.authority_id = (select current_authority())
    order by a.id, v.number desc`.execute(tx);
  return rows;
};
