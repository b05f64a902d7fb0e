import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type Episode, evaluate, findMeasure } from '@rightplace/domain';
import { asTenantReading, replaceProviders } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers } from './ledgers.ts';
import { registrationBy } from './registration-by-lists.ts';

const line = (URN: string, REG_END = '') => ({
  URN,
  REG_END,
  PLACE_CODES: 'K2',
  PROVIDER_CODES: 'PR4',
  POSTCODE: '',
  LA_CODE_INFERRED: '',
});

const registrationOf = registrationBy([
  line('SC1'),
  line('SC2', '2026-03-01'),
  line('SC3', '01/03/2026'),
  line('SC4', '2020-01-01'),
  line('SC4'),
  line('SC5', 'some day'),
]);
const home = (urn: string | null, place = 'K2'): Episode => anEpisode({ decom: '2026-01-01', place, urn });

test('a home is registered until the day its registration ended, and unregistered from it', () => {
  assert.equal(registrationOf(home('SC1'), day('2026-03-01')), 'registered');
  for (const urn of ['SC2', 'SC3', 'sc2 ']) {
    assert.equal(registrationOf(home(urn), day('2026-02-28')), 'registered', urn);
    assert.equal(registrationOf(home(urn), day('2026-03-01')), 'unregistered', urn);
  }
  assert.equal(registrationOf(home('SC4'), day('2026-03-01')), 'registered', 'registered again');
  assert.equal(
    registrationOf(home('SC5'), day('2026-03-01')),
    'registered',
    'an end that cannot be read is none',
  );
});

test('what is on no list is not known, and a foster home is not judged by its agency’s number', () => {
  assert.equal(registrationOf(home('SC9'), day('2026-03-01')), undefined);
  assert.equal(registrationOf(home(null), day('2026-03-01')), undefined);
  assert.equal(registrationOf(home('SC2', 'U6'), day('2026-04-01')), undefined);
  assert.equal(registrationOf(home('SC2', 'Z11'), day('2026-04-01')), 'unregistered');
});

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  await world.saveChildren(
    [
      aChild('NM88', { episodes: [anEpisode({ decom: '2026-01-01', place: 'K2', urn: 'SC2' })] }),
      aChild('NM89', { episodes: [anEpisode({ decom: '2026-01-01', place: 'K2', urn: 'SC1' })] }),
    ],
    '2026-11-10T09:00:00Z',
  );
});
after(() => world.close());

test('the number in unregistered settings is not known until Ofsted’s lists are loaded, and then it is', async () => {
  const measure = findMeasure('unregistered-number');
  assert.ok(measure !== undefined);
  const ledgers = createLedgers(world.now);
  const figure = async (on: string) => {
    const held = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
      ledgers.load(tx, NORTHMARSH),
    );
    const { value, noValue, children } = evaluate(measure, held.prepared, day(on), held.context);
    return { value, noValue, who: children.numerator };
  };
  assert.deepEqual(await figure('2026-04-01'), { value: null, noValue: 'nothing-recorded', who: [] });
  await replaceProviders(world.database.owner, [line('SC1'), line('SC2', '2026-03-01')], {
    source: 'Invented',
  });
  assert.deepEqual(await figure('2026-04-01'), { value: 1, noValue: undefined, who: ['NM88'] });
  assert.deepEqual((await figure('2026-02-28')).value, 0);
});
