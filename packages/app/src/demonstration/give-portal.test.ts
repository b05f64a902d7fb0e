import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listCasesOfProcess, listPortalPeople, listSearchEntries } from '@rightplace/store';
import { askForHome } from '../../test/home-requests.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { TO_SPOT } from '../../test/search-world.ts';
import { givePortal } from './give-portal.ts';

let world: PortalWorld;
before(async () => {
  world = await aPortalWorld();
});
after(() => world.close());

test('a demonstration gets people of providers and referrals for them, once', async () => {
  const caseId = await askForHome(world, world.ana_, { number: 'D portal' });
  await world.acting.takeAll(caseId, TO_SPOT);
  const people = () => world.inside((tx) => listPortalPeople(tx));
  assert.deepEqual(await people(), []);
  await givePortal(world);
  const given = await people();
  assert.ok(given.length >= 2, String(given.length));
  assert.ok(given.every(({ name, hasPassword }) => name.endsWith('(invented)') && !hasPassword));
  assert.ok(!given.some(({ providerId }) => providerId === world.own), 'never of the authority itself');
  await givePortal(world);
  assert.equal((await people()).length, given.length);
  const log = await world.inside((tx) => listSearchEntries(tx, caseId));
  assert.ok(
    log.some(({ by }) => by.part.role === 'external-provider'),
    log.map(({ kind }) => kind).join(),
  );
});

test('one provider of a demonstration is sent the shortlist profile and another the match, by the steps that lead there', async () => {
  const another = await aPortalWorld();
  try {
    for (const number of ['D one', 'D two']) {
      const id = await askForHome(another, another.ana_, { number });
      await another.acting.takeAll(id, TO_SPOT);
    }
    for (const role of ['team-manager', 'director'] as const) await another.as(role);
    for (const name of ['Heron House', 'Teal House', 'Plover House'])
      await another.openHome(await another.add({ name, providerId: String(another.zed) }), 4);
    await givePortal(another);
    const stages = await another.inside(async (tx) => {
      const cases = await listCasesOfProcess(tx, 'placement-request', { ended: [], isOver: false });
      const logs = await Promise.all(cases.map(({ id }) => listSearchEntries(tx, id)));
      return logs.flat().flatMap(({ kind, said }) => (kind === 'disclosed' ? [said['stage']] : []));
    });
    assert.deepEqual(new Set(stages), new Set(['match', 'shortlist']));
    assert.equal(stages.length, 2);
  } finally {
    await another.close();
  }
});
