/** Where the social worker chose none of the offers nobody is on the shortlist, until an offer is shared again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findDisclosureFault, recipientsAt } from '@rightplace/domain';
import { disclosing } from '../../test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { openSearch } from '../search/open-search.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
before(async () => {
  world = await aPortalWorld();
  acting = disclosing(world);
});
after(() => world.close());

test('an offer that was declined with the others is sent no shortlist profile, and is once it is shared again', async () => {
  const { visitor } = await world.someoneOf(world.zed, 'Kit Harrow');
  const zed = await world.aReferral('DO1');
  const id = zed.caseId;
  const offer = await acting.offered(visitor, zed);
  await acting.prepare(id, 'shortlist');
  await world.acting.takeAll(id, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'decline-all'],
  ]);
  world.pass(1);
  const sent = await acting.send(id, 'shortlist', [zed.referral]);
  assert.equal(acting.nameOf(sent), 'not-now');
  assert.match('sentence' in sent ? sent.sentence : '', /No provider is on the shortlist/);
  await world.acting.written(id, 'shared', offer, { words: 'The school has agreed to a taxi.' });
  assert.deepEqual(await acting.send(id, 'shortlist', [zed.referral]), {
    kind: 'profile-disclosed',
    to: ['Zed Homes'],
  });
});

test('saboteur: without the steps of the case, by which it was declined, it would count as shared', async () => {
  const { visitor } = await world.someoneOf(world.zed, 'Nell Harrow');
  const zed = await world.aReferral('DO2');
  await acting.offered(visitor, zed);
  await world.acting.takeAll(zed.caseId, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'decline-all'],
  ]);
  const view = await openSearch(world, world.officer, zed.caseId);
  assert.ok(view.kind === 'search');
  const { search, lost } = view.standing;
  assert.deepEqual(
    lost.map(({ how }) => how),
    ['decline-all'],
  );
  assert.equal(recipientsAt('shortlist', { state: view.state, events: [] }, search).length, 1);
  assert.equal(
    findDisclosureFault('shortlist', zed.referral, { now: { state: view.state, events: [] }, search }),
    undefined,
  );
});
