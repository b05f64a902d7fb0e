/** What is open to a provider that is told one thing and later another: the database and the domain say the same. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Approach, type Moment, searchFrom } from '@rightplace/domain';
import { listSearchEntries } from '../search/search-entries.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { MOVED_ON, type SentSearches, sentSearches, THERE } from '../testing/sent-searches.ts';

let db: SentSearches['db'];
let fern: SentSearches['fern'];
let inside: SentSearches['inside'];
let recordHomes: SentSearches['recordHomes'];
let aSearch: SentSearches['aSearch'];
let reads: SentSearches['reads'];
let firstStandsInDatabase: SentSearches['firstStandsInDatabase'];
let compared: SentSearches['compared'];
before(async () => {
  ({ db, fern, inside, recordHomes, aSearch, reads, firstStandsInDatabase, compared } = await sentSearches());
});
after(() => db.close());

/** Nobody’s luck: the same numbers every time. */
const numbersFrom = (seed: number) => {
  let last = seed;
  return (below: number): number => {
    last = (last * 48_271) % 2_147_483_647;
    return Math.floor((last / 2_147_483_647) * below);
  };
};

test('whatever providers are told, in whichever order, the database says what the domain says of what is open to them', async () => {
  let reopened = 0;
  await recordHomes([THERE]);
  for (const seed of [1, 2, 3]) {
    const search = await aSearch(`told ${seed}`);
    const { toFern, toGull, offer, other, step, write } = search;
    const below = numbersFrom(seed);
    const oneOf = <T>(all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0];
    const sent: Moment[] = [search.now()];
    const outcome = () =>
      write('outcome', oneOf([toFern, toFern, toGull]), {
        outcome: oneOf(['not-chosen', 'not-chosen', 'closed', 'chosen', 'shortlisted']),
      });
    const acts = [
      outcome,
      outcome,
      () => step('approved'),
      () => step('notified'),
      () => step('notified'),
      () => step(oneOf(['contract', 'with-director', 'offers-shared', 'move-date-confirmed'])),
      () => step('moved', MOVED_ON),
      () =>
        step(
          'social-work-decision',
          { offer: oneOf(['Offer 1: Fern House', 'Offer 2: Gull House']) },
          'choose',
        ),
    ] as const;
    for (let turn = 0; turn < 40; turn += 1) {
      await oneOf(acts)();
      sent.splice(1, 1, search.now());
      await compared(search, { sent, homes: [THERE] });
      const log = searchFrom(await inside((tx) => listSearchEntries(tx, search.id)));
      const isGone = ({ outcome: told }: Approach): boolean =>
        told?.outcome === 'not-chosen' || told?.outcome === 'closed';
      for (const { number } of log.approaches.filter(isGone))
        if (await firstStandsInDatabase(search.id, number)) reopened += 1;
    }
    await write('withdrawn', offer, { words: 'Filled' });
    await write('withdrawn', other, { words: 'Filled' });
    assert.equal(await compared(search, { sent, homes: [THERE] }), 0);
  }
  assert.ok(reopened > 3, `${reopened} reopened`);
});

test('who was told that theirs is not the home reads what it was sent again once it was told that it is', async () => {
  await recordHomes([THERE]);
  const { id, toFern, step, write, disclose } = await aSearch('after all');
  await disclose(toFern, 'shortlist');
  await write('outcome', toFern, { outcome: 'not-chosen' });
  assert.deepEqual(await reads(fern, id), []);
  await step('approved');
  assert.deepEqual(await reads(fern, id), [], 'not before they are told');
  await assert.rejects(disclose(toFern, 'match'), /only_the_stage_that_may/);
  await step('notified');
  assert.deepEqual(await reads(fern, id), ['profile', 'shortlist']);
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'shortlist', 'match']);
  await write('outcome', toFern, { outcome: 'closed' });
  assert.deepEqual(await reads(fern, id), [], 'and the other way round');
});

test('saboteur: were it not asked what a provider was told last, the referral would be open to whoever is told that theirs is not the home', async () => {
  const told = await aSearch('saboteur of what was told');
  await told.write('outcome', told.toFern, { outcome: 'not-chosen' });
  assert.deepEqual(await reads(fern, told.id), []);
  await asSuperuser(
    db,
    `create or replace function was_told_it_is_over(of_case bigint, of_approach integer)
      returns boolean language sql stable security definer as 'select false'`,
  );
  assert.deepEqual(await reads(fern, told.id), ['profile'], 'by what they were told, and by nothing else');
});
