/**
 * Children with three or more placements at each of ten year-ends, in a million episodes: typed columns against one SQL query
 * that does the same on the embedded PostgreSQL, given memory enough to sort in. Both must find the same numbers.
 */
import assert from 'node:assert/strict';
import {
  addMonths,
  childrenWithThreeOrMorePlacements,
  day,
  dayFromNumber,
  placementColumns,
} from '@rightplace/domain';
import { testDatabase } from '@rightplace/store';
import { CompiledQuery } from 'kysely';
import { best, say } from './report.ts';
import { columnsOf, syntheticChildren } from './synthetic-episodes.ts';

const EPISODES = Number(process.env['BENCH_EPISODES'] ?? 1_000_000);
const YEAR_ENDS = Array.from({ length: 10 }, (_, i) => addMonths(day('2016-03-31'), i * 12));

const THREE_OR_MORE = `
with told as (
  select child, decom, dec, rec, rne, place, postcode, place like 'T_' as temporary
  from bench_episode where ls not in ('V3', 'V4')),
anew as (
  select *, rne = 'S' or lag(dec) over child is distinct from decom or lag(rec) over child is distinct from 'X1' as anew
  from told window child as (partition by child order by decom)),
numbered as (
  select *, count(*) filter (where anew) over (partition by child order by decom) as period from anew),
homes as (
  select *, not temporary or count(*) filter (where not temporary)
              over (partition by child, period order by decom) = 0 as home
  from numbered),
left_behind as (
  select *, lag(home) over (partition by child, period order by decom) as was_home,
         lag(place) over (partition by child, period, home order by decom) as left_place,
         lag(postcode) over (partition by child, period, home order by decom) as left_postcode
  from homes),
begun as (
  select *, home and (anew or (not temporary and rne in ('S', 'P', 'B')
              and not (not was_home and place = left_place and postcode is not distinct from left_postcode))) as begins,
         count(*) filter (where home) over (partition by child, period order by decom desc) as run,
         last_value(dec) over (partition by child, period order by decom
           rows between unbounded preceding and unbounded following) as period_ends
  from left_behind),
known as (
  select *, bool_or(home) over (partition by child, period, run) as has_next,
         bool_or(begins) over (partition by child, period, run) as next_begins,
         min(decom) filter (where home) over (partition by child, period, run) as next_home,
         bool_or(not home and rne in ('S', 'P', 'B')) over (partition by child, period, run) as moved
  from begun),
started as (
  select child, period, decom, period_ends,
         case when begins then decom else coalesce(next_home, period_ends) end as counts_from
  from known
  where begins or (not home and was_home and moved and case when has_next then next_begins else period_ends is not null end)),
placement as (
  select child, counts_from,
         coalesce(lead(decom) over in_period, period_ends) as ends,
         coalesce(lead(counts_from) over in_period, period_ends) as known_ended
  from started window in_period as (partition by child, period order by decom)),
year_end as (select y, ((y - interval '12 months')::date + 1) as since from unnest($1::date[]) as y),
moved as (
  select y, child from placement, year_end
  where counts_from <= y and (ends is null or known_ended > y or ends > since)
  group by y, child having count(*) >= 3)
select y, count(*) as children
from moved join told using (child)
where told.decom <= y and (told.dec is null or told.dec > y)
group by y order by y`;

const children = [...syntheticChildren(EPISODES, 903)];
const columns = columnsOf(children);
const byColumns = best(7, () => {
  const placements = placementColumns(columns);
  return YEAR_ENDS.map((asOf) => childrenWithThreeOrMorePlacements(placements, asOf).children.length);
});

const store = await testDatabase();
try {
  await store.owner.connection().execute(async (db) => {
    const run = (text: string, values: readonly unknown[] = []) =>
      db.executeQuery(CompiledQuery.raw(text, [...values]));
    await run(`create unlogged table bench_episode (child integer, decom date, dec date, rne text, ls text, place text,
               postcode text, rec text)`);
    const all = children.flatMap(({ episodes }, child) => episodes.map((episode) => ({ child, ...episode })));
    for (let from = 0; from < all.length; from += 50_000) {
      const rows = all.slice(from, from + 50_000);
      await run(
        `insert into bench_episode select * from unnest($1::int[], $2::date[], $3::date[], $4::text[], $5::text[], $6::text[],
         $7::text[], $8::text[])`,
        [
          rows.map(({ child }) => child),
          rows.map(({ decom }) => dayFromNumber(decom)),
          rows.map(({ dec }) => (dec === null ? null : dayFromNumber(dec))),
          rows.map(({ rne }) => rne),
          rows.map(({ ls }) => ls),
          rows.map(({ place }) => place),
          rows.map(({ postcode }) => postcode),
          rows.map(({ rec }) => rec),
        ],
      );
    }
    await run('create index on bench_episode (child, decom)');
    await run('vacuum analyze bench_episode');
    await run(`set work_mem = '1GB'`);
    const times: number[] = [];
    let found: readonly number[] = [];
    for (let i = 0; i < 2; i++) {
      const started = performance.now();
      const { rows } = await run(THREE_OR_MORE, [YEAR_ENDS]);
      times.push(performance.now() - started);
      found = rows.map((row) => Number((row as { children: string }).children));
    }
    const bySql = Math.min(...times);
    assert.deepEqual(found, byColumns.result);
    say(
      'three or more placements, columns',
      byColumns.ms,
      'ms',
      `${all.length.toLocaleString('en-GB')} episodes, ten year-ends`,
    );
    say(
      'three or more placements, one SQL query',
      bySql,
      'ms',
      'the same, on the embedded PostgreSQL, 1 GB to sort in',
    );
    say('columns are faster', bySql / byColumns.ms, 'times', 'the SQL query, same answers; the aim is 15');
  });
} finally {
  await store.close();
}
