/** Lists that are kept whole while nothing is written in any case: never a moment longer, and the same for everybody. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asSuperuser, asTenantLooking, asTenantReading, type Tx } from '@rightplace/store';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { APPROACHED } from '../../test/search-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { answerReferral } from '../portal/answer-referral.ts';
import { listSearches } from '../search/list-searches.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { whileUnwritten } from './while-unwritten.ts';

let world: PortalWorld;
before(async () => {
  world = await aPortalWorld();
});
after(() => world.close());

const countsOf = async (id: number, who: SignedIn = world.officer) => {
  const list = await listSearches(world, who, { over: false });
  assert.ok(list.kind === 'searches');
  return list.lines.find((line) => line.id === id)?.counts;
};

const here = { authorityId: NORTHMARSH };
const reading = <T>(authorityId: string, name: string, read: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenantLooking(world.db, { authorityId }, (tx) => whileUnwritten(tx, name, () => read(tx)));

test('what a provider answers by the portal is on the desk at once', async () => {
  const { caseId, referral } = await world.aReferral('U portal');
  const { visitor } = await world.someoneOf(world.zed, 'Robin Portal');
  const before = await countsOf(caseId);
  assert.deepEqual([before?.approached, before?.replied], [1, 0]);
  const answer = { caseId, referral, kind: 'declined', offer: undefined, key: 'no' } as const;
  const answered = await answerReferral(world, visitor, { ...answer, typed: { reason: 'no-place' } });
  assert.equal(answered.kind, 'referral-answered', JSON.stringify(answered));
  assert.equal((await countsOf(caseId))?.replied, 1);
});

test('nothing is read twice while nothing is written, and all of it after; for another authority by itself', async () => {
  const id = await world.acting.aSearch('U twice');
  let reads = 0;
  const look = (authorityId = NORTHMARSH) =>
    reading(authorityId, 'counting', () => Promise.resolve({ read: ++reads }));
  const first = await look();
  assert.equal(await look(), first);
  await world.acting.written(id, 'approach', null, APPROACHED);
  assert.deepEqual(await look(), { read: 2 });
  assert.deepEqual(await look(SOUTHFELL), { read: 3 });
  assert.deepEqual(await look(), { read: 2 });
});

test('however much is read of one authority, what is kept of another stays', async () => {
  const read = () => Promise.resolve({});
  const here = await reading(NORTHMARSH, 'stays', read);
  for (let n = 0; n < 300; n += 1) await reading(SOUTHFELL, `reading ${n}`, read);
  assert.equal(await reading(NORTHMARSH, 'stays', read), here);
  const last = await reading(SOUTHFELL, 'reading 299', read);
  assert.equal(await reading(SOUTHFELL, 'reading 299', read), last);
});

test('what somebody wrote while it was read is kept by nobody', async () => {
  const id = await world.acting.aSearch('U meanwhile');
  let reads = 0;
  const look = (meanwhile: () => Promise<unknown>) =>
    reading(NORTHMARSH, 'meanwhile', async () => {
      reads += 1;
      await meanwhile();
    });
  await look(() => world.acting.written(id, 'approach', null, APPROACHED));
  await look(() => Promise.resolve());
  assert.equal(reads, 2);
  await look(() => Promise.resolve());
  assert.equal(reads, 2);
});

test('one who reads as of a moment before is not given what was written since', async () => {
  const id = await world.acting.aSearch('U moment');
  await asTenantReading(world.db, here, async (early) => {
    const name = 'moment';
    const versions: string[] = [];
    const read = (said: string) => async () => {
      versions.push(said);
      return said;
    };
    assert.equal(await whileUnwritten(early, name, read('before')), 'before');
    await world.acting.written(id, 'approach', null, APPROACHED);
    assert.equal(await reading(NORTHMARSH, name, read('after')), 'after');
    assert.equal(await whileUnwritten(early, name, read('before again')), 'before again');
    assert.equal(await reading(NORTHMARSH, name, read('after again')), 'after again');
    assert.deepEqual(versions, ['before', 'after', 'before again', 'after again']);
  });
});

test('saboteur: were an entry told to nobody, the desk would be of before', async () => {
  const id = await world.acting.aSearch('U untold');
  assert.equal((await countsOf(id))?.approached, 0);
  await asSuperuser(world.database, 'alter table search_entry disable trigger known');
  try {
    await world.acting.written(id, 'approach', null, APPROACHED);
    assert.equal((await countsOf(id))?.approached, 0);
  } finally {
    await asSuperuser(world.database, 'alter table search_entry enable trigger known');
  }
  await world.acting.written(id, 'approach', null, { ...APPROACHED, provider: 'Another' });
  assert.equal((await countsOf(id))?.approached, 2);
});
