/** What searches leave beside them: places held for them, and lines of cost avoided by their agreements. */
import type { Tx } from '@rightplace/store';
import { CompiledQuery } from 'kysely';

const HELD = 60;

/** One place in each of so many homes of the register, for one search each; who made them is who made the first. */
const HOLDS = `
  insert into place_taken (setting_id, place, kind, case_id, during, made_by, made_at, key)
  select home.id, 1, 'hold', search.case_id, tstzrange(one.made_at, one.made_at + interval '6 days'), one.made_by, one.made_at,
    'bench hold ' || search.case_id
  from (select * from place_taken where kind = 'hold' and key not like 'bench%' order by id limit 1) one,
    (select s.id, row_number() over (order by s.id) as at from care_setting s
      where exists (select from register_fact f where f.setting_id = s.id and f.kind = 'terms')
        and not exists (select from place_taken t where t.setting_id = s.id)) home
    join (select case_id, row_number() over (order by case_id) as at from case_standing
      where workflow = 'placement-request' and state in ('in-house', 'framework', 'spot', 'all-tiers', 'offers-shared')) search
      on search.at = home.at
  where home.at <= $1
  on conflict do nothing`;

/** Each agreement that has no line of cost avoided has one like the first. */
const AVOIDED = `
  insert into cost_avoidance (agreement_id, forum, category, of_line, agreed_on, before_pence, after_pence, nights, why_weeks,
    evidence, by, at, key)
  select a.id, one.forum, one.category, one.of_line, one.agreed_on, one.before_pence, one.after_pence, one.nights, one.why_weeks,
    one.evidence, one.by, one.at, 'bench avoided ' || a.id
  from (select * from cost_avoidance order by id limit 1) one, placement_agreement a
  where not exists (select from cost_avoidance l where l.agreement_id = a.id)
  on conflict do nothing`;

export const giveAround = async (tx: Tx): Promise<void> => {
  await tx.executeQuery(CompiledQuery.raw(HOLDS, [HELD]));
  await tx.executeQuery(CompiledQuery.raw(AVOIDED, []));
};
