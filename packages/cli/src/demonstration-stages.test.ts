/** Whoever tries the demonstration finds providers that were sent more of a profile, as the product sends it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  findPortalVisitor,
  givePortal,
  giveRequests,
  giveSearches,
  listProviderPeopleToTry,
  listReferrals,
  loadDemonstration,
  openDisclosed,
  signInAsProviderToTry,
} from '@rightplace/app';
import {
  demonstration,
  inventLeaving,
  inventPlaced,
  inventRequests,
  inventSearches,
  withSlips,
} from '@rightplace/demo';
import { KINDS_OF_HOME, LATER_STAGES, londonDayOf, offeredAs } from '@rightplace/domain';
import { asTenant, listCasesOfProcess, listSearchEntries, readRegister, type Tx } from '@rightplace/store';
import { aWorld, type TestWorld } from '../../app/test/world.ts';

const SEED = 'northmarsh';

let world: TestWorld;
let authorityId: string;
before(async () => {
  const made = await aWorld();
  world = { ...made, mode: 'demo' };
  const invented = withSlips(
    demonstration({ seed: SEED, asOf: londonDayOf(world.now()), children: 300 }),
    SEED,
  );
  authorityId = invented.code;
  await loadDemonstration(world.database, invented, world.now());
  await giveRequests(world, (asked) => [...inventRequests(asked), ...inventLeaving(asked)]);
  await giveSearches(world, (asked) => {
    const searches = inventSearches(asked);
    return [...searches, ...inventPlaced(asked, searches)];
  });
  await givePortal(world);
});
after(() => world.close());
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(world.db, { authorityId }, work);

test('somebody who signs in as a provider of the demonstration finds a shortlist profile and a match to open', async () => {
  const people = await listProviderPeopleToTry(world);
  const opened: string[] = [];
  for (const { id: personId } of people.flatMap((one) => one.people)) {
    const answer = await signInAsProviderToTry(world, { authorityId, personId });
    assert.ok(answer.kind === 'signed-in');
    const visitor = await findPortalVisitor(world, answer.session);
    assert.ok(visitor !== undefined);
    const { referrals } = await listReferrals(world, visitor);
    for (const { caseId, approach } of referrals)
      for (const { number: sent, stage } of approach.disclosed) {
        const view = await openDisclosed(world, visitor, { caseId, referral: approach.number, sent });
        assert.equal(view.kind, 'disclosed', `${stage} of search ${caseId}`);
        opened.push(stage);
      }
  }
  assert.deepEqual(
    LATER_STAGES.filter((stage) => !opened.includes(stage)),
    [],
    'nobody was sent it',
  );
});

test('each home of the demonstration is offered as what it is, and none as another than was asked', async () => {
  const { settings } = await inside((tx) => readRegister(tx));
  const offered = await inside(async (tx) => {
    const cases = await listCasesOfProcess(tx, 'placement-request', { ended: [], isOver: false });
    const logs = await Promise.all(cases.map(({ id }) => listSearchEntries(tx, id)));
    return logs.flatMap((log) =>
      log.flatMap(({ kind, by, about, said }) => {
        const asked = log.find(({ number }) => number === about)?.register?.settingId;
        const setting = typeof asked === 'number' ? settings.get(asked) : undefined;
        return kind === 'offer' && by.part.role === 'external-provider' ? [{ said, setting }] : [];
      }),
    );
  });
  assert.ok(offered.length >= 2, String(offered.length));
  for (const { said, setting } of offered) {
    assert.ok(setting !== undefined);
    assert.equal(said['home-kind'], offeredAs(setting), setting.name);
    assert.ok(String(said['home-kind']) in KINDS_OF_HOME);
  }
});
