import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { disclosing, PORTAL_OFFER } from '../../test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { TO_THE_MOVE } from '../../test/search-world.ts';
import { answerReferral } from './answer-referral.ts';
import type { PortalVisitor } from './portal-session.ts';
import { listReferrals, openReferral } from './referrals.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
let kit: PortalVisitor;
let peg: PortalVisitor;
let gull: number;
let forms = 0;
before(async () => {
  world = await aPortalWorld();
  acting = disclosing(world);
  kit = (await world.someoneOf(world.zed, 'Kit Harrow')).visitor;
  peg = (await world.someoneOf(world.other, 'Peg Tolland')).visitor;
  gull = await world.add({ providerId: String(world.other), name: 'Gull House' });
  await world.openHome(gull, 4);
});
after(() => world.close());

type Sent = { readonly caseId: number; readonly referral: number };

const further = async (who: PortalVisitor, sent: Sent): Promise<string> => {
  const fee = String(5000 + (forms += 1));
  const form = { kind: 'offer', offer: undefined, known: 9, key: `further ${forms}` } as const;
  const typed = { ...PORTAL_OFFER, 'core-weekly': fee };
  return acting.nameOf(await answerReferral(world, who, { ...sent, ...form, typed }));
};
const view = async (who: PortalVisitor, sent: Sent) => {
  const seen = await openReferral(world, who, sent);
  return seen.kind === 'referral' ? seen : assert.fail(seen.name);
};

const asked = async (number: string) => {
  const zed = await world.aReferral(number);
  const other = { caseId: zed.caseId, referral: await acting.askAlso(zed.caseId, gull) };
  const offer = await acting.offered(kit, zed);
  return { zed, other, offer };
};

test('while their home is the approved one a provider is offered no further offer, and none is taken; of another it is', async () => {
  const { zed, other, offer } = await asked('F approved');
  assert.equal((await view(kit, zed)).takesOffers, true);
  assert.equal(await further(kit, zed), 'referral-answered', 'while offers are compared');
  await acting.approved(zed.caseId, offer);
  assert.equal((await view(kit, zed)).takesOffers, false);
  assert.equal(await further(kit, zed), 'offer-arranged');
  assert.equal((await view(peg, other)).takesOffers, true);
  assert.equal(await further(peg, other), 'referral-answered', 'an approval may come to nothing');
  await world.acting.takeAll(zed.caseId, [['placements-officer', 'fell-through']]);
  assert.equal((await view(kit, zed)).takesOffers, true);
  assert.equal(await further(kit, zed), 'referral-answered', 'and so it does');
});

test('once the child has moved in the referral is closed to everybody who was asked, as what is sent is', async () => {
  const { zed, other, offer } = await asked('F moved');
  await acting.approved(zed.caseId, offer);
  await world.acting.takeAll(zed.caseId, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-10' }],
  ]);
  for (const [who, sent] of [
    [kit, zed],
    [peg, other],
  ] as const) {
    const seen = await view(who, sent);
    assert.deepEqual([seen.referral.standing, seen.takesOffers], ['closed', false]);
    const { referrals } = await listReferrals(world, who);
    assert.equal(referrals.find(({ caseId }) => caseId === sent.caseId)?.standing, 'closed');
    assert.equal(await further(who, sent), 'referral-closed');
  }
});
