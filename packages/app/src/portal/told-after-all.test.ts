/** Who is told that theirs is not the home, and later that it is after all. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS } from '@rightplace/domain';
import { disclosing } from '../../test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { TO_DIRECTOR } from '../../test/search-world.ts';
import { answerReferral } from './answer-referral.ts';
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

const NOT_CHOSEN = { outcome: 'not-chosen', words: 'Another home is nearer.' };
const FIRST =
  /^Zed Homes was told on 23 November 2026 at .* that theirs is not the home\. Tell them first that it is chosen/;

/** What a provider has of a referral: where it stands, on its page and in the list, and what of what was sent is shown. */
const seenBy = async (sent: Sent) => {
  const seen = await openReferral(world, kit, sent);
  assert.ok(seen.kind === 'referral');
  const { referrals } = await listReferrals(world, kit);
  const listed = referrals.find(({ caseId }) => caseId === sent.caseId);
  assert.deepEqual([listed?.told, listed?.offers], [seen.referral.told, seen.referral.offers]);
  return {
    page: seen.referral.standing,
    list: listed?.standing,
    profile: seen.profile !== undefined,
    more: seen.disclosed.map(({ disclosure, stands }) => [disclosure.stage, stands]),
  };
};
const told = async (sent: Sent) => {
  world.pass(1);
  await world.acting.written(sent.caseId, 'outcome', sent.referral, NOT_CHOSEN);
};
const notified = async ({ caseId }: Sent) => {
  world.pass(1);
  await world.acting.takeAll(caseId, [['placements-officer', 'notify']]);
};
const asks = async (sent: Sent, key: string) =>
  (
    await answerReferral(world, kit, {
      ...sent,
      kind: 'question',
      offer: undefined,
      key,
      typed: { words: 'May the bed be by the window?' },
    })
  ).kind;

test('who was told that theirs is not the home has the referral and what was sent again once told that it is, and is sent who the child is', async () => {
  const sent = await world.aReferral('T after all');
  const offer = await acting.offered(kit, sent);
  await acting.prepare(sent.caseId, 'shortlist');
  await acting.send(sent.caseId, 'shortlist', [sent.referral]);
  await told(sent);
  await acting.approved(sent.caseId, offer);
  const shut = { page: 'closed', list: 'closed', profile: false, more: [['shortlist', false]] };
  assert.deepEqual(await seenBy(sent), shut, 'until they are told');
  assert.equal(await asks(sent, 'too early'), 'refused');
  assert.equal((await acting.write(sent.caseId, 'match')).kind, 'stage-written');
  assert.match((await acting.seen(sent.caseId, 'match')).notNow ?? '', FIRST);
  const early = await acting.send(sent.caseId, 'match', [sent.referral]);
  assert.ok(early.kind === 'refused' && FIRST.test(early.sentence), JSON.stringify(early));

  await notified(sent);
  const open = { page: 'answered', list: 'answered', profile: true, more: [['shortlist', true]] };
  assert.deepEqual(await seenBy(sent), open);
  assert.equal(await asks(sent, 'now'), 'referral-answered');
  assert.equal((await acting.seen(sent.caseId, 'match')).notNow, undefined);
  assert.equal((await acting.approve(sent.caseId, 'match')).kind, 'profile-approved');
  assert.equal((await acting.send(sent.caseId, 'match', [sent.referral])).kind, 'profile-disclosed');
  const all = [
    ['shortlist', true],
    ['match', true],
  ];
  assert.deepEqual((await seenBy(sent)).more, all);

  await told(sent);
  assert.deepEqual(await seenBy(sent), { ...shut, more: all.map(([stage]) => [stage, false]) }, 'the newer');
  assert.match((await acting.seen(sent.caseId, 'match')).notNow ?? '', FIRST);
});

test('who was told that theirs is not the home stays shut out where it is another’s that is chosen, and where theirs comes to nothing', async () => {
  const gull = await world.add({ providerId: String(world.other), name: 'Gull House' });
  await world.openHome(gull, 2);
  const { visitor: peg } = await world.someoneOf(world.other, 'Peg Tolland');
  const sent = await world.aReferral('T another');
  const other = { caseId: sent.caseId, referral: await acting.askAlso(sent.caseId, gull) };
  await acting.offered(kit, sent);
  await told(sent);
  const offer = await acting.offered(peg, other, { home: 'Gull House' });
  for (const check of ALL_CHECKS)
    await world.acting.written(sent.caseId, 'check', offer, { check, result: 'passed', evidence: 'Seen' });
  await world.acting.takeAll(sent.caseId, [
    ...TO_DIRECTOR.map(
      ([role, step]) => [role, step, step === 'choose' ? { offer: 'Offer 2: Gull House' } : {}] as const,
    ),
    ['director', 'approve'],
  ]);
  await notified(sent);
  assert.deepEqual(await seenBy(sent), { page: 'closed', list: 'closed', profile: false, more: [] });

  const first = await world.aReferral('T nothing');
  const own = await acting.offered(kit, first);
  await told(first);
  await acting.approved(first.caseId, own);
  await notified(first);
  assert.equal((await seenBy(first)).page, 'answered');
  world.pass(1);
  await world.acting.takeAll(first.caseId, [
    ['placements-officer', 'fell-through', { reason: 'Staff left' }],
  ]);
  const { page, profile } = await seenBy(first);
  assert.deepEqual([page, profile], ['closed', false]);
});
