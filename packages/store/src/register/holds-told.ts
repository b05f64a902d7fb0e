import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** One thing that became of a place that is or was held for a search. */
export interface HoldTold {
  readonly at: Moment;
  /** A person's number as text. */
  readonly actor: string;
  readonly action: 'place-held' | 'hold-lengthened' | 'hold-released' | 'place-filled';
  readonly settingId: number;
  readonly why: string | null;
  /** Of a hold that began or was lengthened: the first moment at which it no longer holds. */
  readonly until: Moment | null;
  /** Of a place that was filled: the child's first day there. */
  readonly on: string | null;
}

/** What became of the places held for a search in some homes, the first first, as it was recorded when it was done. */
export const listHoldsTold = async (
  tx: Tx,
  { caseId, settings }: { readonly caseId: number; readonly settings: readonly number[] },
): Promise<readonly HoldTold[]> => {
  if (settings.length === 0) return [];
  const { rows } = await sql<HoldTold>`
    select at, actor, action, subject_id::bigint as "settingId", why, (detail ->> 'until')::timestamptz as until,
      detail ->> 'on' as "on"
    from audit
    where authority_id = (select current_authority()) and subject_kind = 'setting'
      and subject_id = any(${settings.map(String)}::text[])
      and action in ('place-held', 'hold-lengthened', 'hold-released', 'place-filled')
      and (detail ->> 'case')::bigint = ${caseId}
    order by seq`.execute(tx);
  return rows;
};
