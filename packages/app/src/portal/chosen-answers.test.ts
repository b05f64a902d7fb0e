/** What a provider may say by the portal once they were told that theirs is the home. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS } from '@rightplace/domain';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { disclosing, PORTAL_OFFER } from '../../test/disclosing-stages.ts';
import { nameOf } from '../../test/name-of.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { answerReferral, type ReferralAnswer } from './answer-referral.ts';
import type { PortalVisitor } from './portal-session.ts';
import { listReferrals, openReferral } from './referrals.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
let kit: PortalVisitor;
before(async () => {
  world = await aPortalWorld();
  acting = disclosing(world);
  kit = (await world.someoneOf(world.zed, 'Kit Harrow')).visitor;
});
after(() => world.close());

type Sent = { readonly caseId: number; readonly referral: number };

const CHOSEN = { outcome: 'chosen', more: 'Ring us about the day.' };

/** Where the referral stands, which the page and the list say alike, and whether an offer of theirs can still count. */
const standingOf = async (sent: Sent) => {
  const seen = await openReferral(world, kit, sent);
  assert.ok(seen.kind === 'referral', nameOf(seen));
  const listed = (await listReferrals(world, kit)).referrals.find(({ caseId }) => caseId === sent.caseId);
  assert.equal(listed?.standing, seen.referral.standing);
  return [seen.referral.standing, seen.takesOffers];
};
let forms = 0;
const says = async (
  sent: Sent,
  kind: ReferralAnswer['kind'],
  typed: ReferralAnswer['typed'],
  offer?: number,
): Promise<string> => {
  forms += 1;
  return nameOf(await answerReferral(world, kit, { ...sent, kind, offer, key: `said ${forms}`, typed }));
};
const tell = (sent: Sent, said: object) =>
  world.acting.written(sent.caseId, 'outcome', sent.referral, { ...said });
const QUESTION = { words: 'When may the child see the room?' };

test('whose home was chosen asks on and withdraws while the contract and the move are to come, and offers nothing further', async () => {
  const sent = await world.aReferral('C chosen');
  const offer = await acting.offered(kit, sent);
  await acting.approved(sent.caseId, offer);
  await tell(sent, CHOSEN);
  for (const [role, step] of [undefined, ...TO_THE_MOVE.slice(1)].map((one) => one ?? [])) {
    if (role !== undefined && step !== undefined) await world.acting.takeAll(sent.caseId, [[role, step]]);
    assert.deepEqual(await standingOf(sent), ['answered', false], step ?? 'approved');
    assert.equal(await says(sent, 'question', QUESTION), 'referral-answered', step ?? 'approved');
    const further = { ...PORTAL_OFFER, 'core-weekly': '5100' };
    assert.equal(await says(sent, 'offer', further), 'offer-arranged');
  }
  assert.equal(
    await says(sent, 'withdrawn', { words: 'Two carers have left' }, offer),
    'referral-answered',
    'that there is no home is never shut out',
  );
});

test('once the child has moved in it is closed, and so it is for whoever was told that theirs is not the home', async () => {
  const sent = await world.aReferral('C moved');
  const offer = await acting.offered(kit, sent);
  await acting.approved(sent.caseId, offer);
  await tell(sent, CHOSEN);
  await world.acting.takeAll(sent.caseId, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-10' }],
  ]);
  assert.deepEqual(await standingOf(sent), ['closed', false]);
  assert.equal(await says(sent, 'question', QUESTION), 'referral-closed');
  const other = await world.aReferral('C not chosen');
  await acting.offered(kit, other);
  await tell(other, CHOSEN);
  world.pass(1);
  await tell(other, { outcome: 'not-chosen', words: 'Another home is nearer.' });
  assert.deepEqual(await standingOf(other), ['closed', false], 'what they were told last');
  assert.equal(await says(other, 'question', QUESTION), 'referral-closed');
});

test('whose home is looked at no more for this child, though it was told to be chosen, may offer again', async () => {
  const sent = await world.aReferral('C nothing');
  const offer = await acting.offered(kit, sent);
  await acting.approved(sent.caseId, offer);
  await tell(sent, CHOSEN);
  await world.acting.takeAll(sent.caseId, [['placements-officer', 'fell-through', { reason: 'Staff left' }]]);
  assert.deepEqual(await standingOf(sent), ['answered', true]);
});

test('of an offer that was taken by telephone nothing is to be answered once they were told that it is chosen', async () => {
  const sent = await world.aReferral('C by telephone');
  const offer = await world.acting.written(sent.caseId, 'offer', sent.referral, {
    ...AN_OFFER,
    ...PORTAL_OFFER,
  });
  await world.acting.written(sent.caseId, 'shared', offer);
  for (const check of ALL_CHECKS)
    await world.acting.written(sent.caseId, 'check', offer, { check, result: 'passed', evidence: 'Seen' });
  await world.acting.takeAll(sent.caseId, [...TO_DIRECTOR, ['director', 'approve']]);
  assert.deepEqual(await standingOf(sent), ['to-answer', false], 'nothing of it is told yet');
  await tell(sent, CHOSEN);
  assert.deepEqual(await standingOf(sent), ['answered', false]);
  assert.equal(await says(sent, 'question', QUESTION), 'referral-answered');
});
