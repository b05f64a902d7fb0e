import type { Answers, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** An approach or an offer of a search, without what was said of the child. */
export interface ToldEntry {
  readonly case: number;
  readonly number: number;
  readonly at: Moment;
  readonly kind: 'approach' | 'offer';
  readonly about: number | null;
  readonly tier: string | null;
  readonly provider: string | null;
  readonly sentOn: string | null;
  readonly home: string | null;
  readonly homeKind: string | null;
  readonly priceBasis: string | null;
}

/** Every approach and offer up to a moment, search by search, in the order in which they were written. */
export const listApproachesAndOffers = async (
  tx: Tx,
  until: Moment | undefined,
): Promise<readonly ToldEntry[]> => {
  const { rows } = await sql<ToldEntry>`
    select case_id as case, number, at, kind, about, said ->> 'tier' as tier, said ->> 'provider' as provider,
      said ->> 'sent-on' as "sentOn", said ->> 'home' as home, said ->> 'home-kind' as "homeKind", said ->> 'price-basis' as "priceBasis"
    from search_entry where authority_id = (select current_authority()) and kind in ('approach', 'offer')
      and ${until === undefined ? sql`true` : sql`at <= ${until}::timestamptz`}
    order by case_id, number`.execute(tx);
  return rows;
};

/** What the forms of some cases said last to some of their questions, by the case. */
export const listSaidInForms = async (
  tx: Tx,
  cases: readonly number[],
  names: readonly string[],
): Promise<ReadonlyMap<number, Answers>> => {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<{ id: number; said: Answers }>`
    select last.case_id as id,
      coalesce((select jsonb_object_agg(name, last.answers -> name) from unnest(${names}::text[]) name where last.answers ? name), '{}') as said
    from (
      select distinct on (case_id) case_id, answers from case_evidence
      where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[])
      order by case_id, revision desc) last`.execute(tx);
  return new Map(rows.map(({ id, said }) => [id, said]));
};
