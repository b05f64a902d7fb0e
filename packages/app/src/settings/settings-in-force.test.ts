import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, endOfLondonDay, type Moment, moment } from '@rightplace/domain';
import { replacePopulation } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openMeasure } from '../measure/measure-page.ts';
import { changeSetting } from './change-settings.ts';

const asOf = day('2026-11-20');
const SAME_CARER = 'placements.same-carer-move-counts';
const DAY = 24 * 60;

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  // Her carer moved house twice this year.
  const episodes = [
    anEpisode({ decom: '2026-01-01', dec: '2026-03-01' }),
    anEpisode({ decom: '2026-03-01', dec: '2026-05-01', rne: 'T' }),
    anEpisode({ decom: '2026-05-01', rne: 'T' }),
  ];
  await world.saveChildren([aChild('NM9', { episodes })], '2026-11-02T09:00:00Z');
});
after(() => world.close());

const as = async (role: 'director' | 'administrator') =>
  (await world.signIn(await world.someone(role))).signedIn;

const valueOf = async (id: string, knownAt?: Moment): Promise<unknown> => {
  const page = await openMeasure(world, await as('director'), { id, asKnown: { asOf, knownAt } });
  return page.kind === 'figure' ? page.figure.value : page.kind;
};

/** The clock stands at nine in the morning of 23 November. */
test('a move with the same carer counts from the day the setting says, and not as known before', async () => {
  const atFirst = await valueOf('stability-3plus');
  const set = await changeSetting(world, await as('administrator'), {
    key: SAME_CARER,
    value: 'yes',
    from: day('2026-11-24'),
  });
  assert.equal(set.kind, 'setting-changed');
  assert.equal(await valueOf('stability-3plus'), atFirst, 'not yet');
  world.pass(DAY);
  const then = await valueOf('stability-3plus');
  assert.notEqual(then, atFirst);
  assert.equal(await valueOf('stability-3plus', endOfLondonDay(day('2026-11-23'))), atFirst);
  assert.equal(
    await valueOf('stability-3plus', moment('2026-11-24T08:00:00Z')),
    then,
    'known the day before',
  );

  await changeSetting(world, await as('administrator'), {
    key: SAME_CARER,
    value: 'no',
    from: day('2026-11-24'),
  });
  assert.equal(await valueOf('stability-3plus'), atFirst);
  assert.equal(
    await valueOf('stability-3plus', moment('2026-11-24T08:00:00Z')),
    then,
    'as known that morning',
  );
});

test('a population that is loaded changes the rate at once, now and as known before', async () => {
  const knownAt = endOfLondonDay(day('2026-11-21'));
  const load = (children: number) =>
    replacePopulation(
      world.database.owner,
      [{ authorityCode: NORTHMARSH, name: 'Northmarsh', midYear: 2025, children }],
      { source: 'invented' },
    );
  await load(10_000);
  const [now, before] = [await valueOf('cla-rate-10k'), await valueOf('cla-rate-10k', knownAt)];
  assert.equal(now, before);
  assert.ok(typeof now === 'number' && now > 0);
  await load(5_000);
  assert.deepEqual(
    [await valueOf('cla-rate-10k'), await valueOf('cla-rate-10k', knownAt)],
    [now * 2, now * 2],
  );
});
