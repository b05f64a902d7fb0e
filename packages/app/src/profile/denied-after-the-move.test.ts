import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS } from '@rightplace/domain';
import { listSearchEntries } from '@rightplace/store';
import { disclosing } from '../../test/disclosing-stages.ts';
import { nameOf } from '../../test/name-of.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { openDisclosed } from '../portal/open-disclosed.ts';
import type { PortalVisitor } from '../portal/portal-session.ts';
import { showProfile } from './show-profile.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
let kit: PortalVisitor;
before(async () => {
  world = await aPortalWorld();
  acting = disclosing(world);
  kit = (await world.someoneOf(world.zed, 'Kit Harrow')).visitor;
});
after(() => world.close());

const MOVE = [
  ...TO_THE_MOVE.slice(1),
  ['social-worker', 'moved-in', { 'placed-on': '2026-11-10' }] as const,
] as const;

/** A child who has moved in on an approval that was written down as the director’s, sent to the home as the match. */
const movedOnWord = async (number: string) => {
  const zed = await world.aReferral(number);
  const { caseId: id } = zed;
  const offer = await acting.offered(kit, zed);
  for (const check of ALL_CHECKS)
    await world.acting.written(id, 'check', offer, { check, result: 'passed', evidence: 'Seen' });
  await world.acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  await world.acting.takeAll(id, [
    ['placements-officer', 'approve-by-word', { 'word-of': director.actor.id }],
  ]);
  await acting.prepare(id, 'match');
  await acting.send(id, 'match', [zed.referral]);
  await world.acting.takeAll(id, MOVE);
  return { id, zed };
};
const readsMatch = async (of: { caseId: number; referral: number }): Promise<string> => {
  const entries = await world.inside((tx) => listSearchEntries(tx, of.caseId));
  const sent = entries.find(({ kind }) => kind === 'disclosed')?.number ?? 0;
  return nameOf(await openDisclosed(world, kit, { ...of, sent }));
};

test('who denies after the move that they approved the home has no more of the child sent to it, and the page says why', async () => {
  const { id, zed } = await movedOnWord('DM one');
  assert.equal(
    nameOf(await acting.write(id, 'match', { typed: { 'whom-to-ring': 'The hub' } })),
    'stage-written',
  );
  assert.equal(nameOf(await acting.approve(id, 'match')), 'profile-approved', 'while the word stands');
  await world.acting.takeAll(id, [['director', 'deny-besides']]);
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'not-now');
  const seen = await showProfile(world, world.officer, id, 'match');
  assert.ok(seen.kind === 'profile');
  assert.deepEqual([seen.recipients, seen.sent.map(({ stands }) => stands)], [[], [true]]);
  assert.match(
    seen.notNow ?? '',
    /^The approval of this home was denied on \d+ .*, after the child had moved in, so nothing more of who the child is goes out\./,
  );
  assert.equal(await readsMatch(zed), 'disclosed', 'the home has the child, and reads what it was sent');
  const other = (await world.signIn(await world.someone('director'))).signedIn;
  assert.equal(nameOf(await world.take(other, id, 'refuse-after-move')), 'step-taken');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'not-now', 'nor after a no');
  assert.equal(await readsMatch(zed), 'disclosed');
  assert.equal(nameOf(await world.take(other, id, 'approve-after-move')), 'step-taken');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'profile-disclosed');
});

test('where the word is confirmed after the move, what has changed of the match is sent to the home', async () => {
  const { id, zed } = await movedOnWord('DM two');
  await world.acting.takeAll(id, [['director', 'confirm']]);
  await acting.write(id, 'match', { typed: { 'whom-to-ring': 'The hub' } });
  await acting.approve(id, 'match');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'profile-disclosed');
});
