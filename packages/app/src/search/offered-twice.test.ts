import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSearchEntry, listSearchEntries } from '@rightplace/store';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { PORTAL_OFFER } from '../../test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { APPROACHED, TO_DIRECTOR } from '../../test/search-world.ts';
import { answerReferral } from '../portal/answer-referral.ts';

let world: PortalWorld;
before(async () => {
  world = await aPortalWorld();
});
after(() => world.close());

const TRAVEL = { what: 'Travel', weekly: '50', starts: '2026-12-01', why: 'Twelve miles' };
const TWICE = [TRAVEL, { ...TRAVEL, what: 'travel.', weekly: '50' }];
const IN_TURN = [
  { ...TRAVEL, ends: '2026-12-31' },
  { ...TRAVEL, starts: '2027-01-01', weekly: '60' },
];
const SAID = /^Addition 2: “Travel” is there twice on 1 December 2026: end one before the other begins/;

const faultsOf = (answer: object) =>
  'faults' in answer ? (answer.faults as readonly { entry?: { at: number }; sentence: string }[]) : [];

test('an offer that has one line of the price twice is taken from nobody, by the portal or from an officer', async () => {
  const sent = await world.aReferral('O twice');
  const { visitor } = await world.someoneOf(world.zed, 'Kit Harrow');
  const form = { ...sent, kind: 'offer', offer: undefined, key: 'an offer' } as const;
  const byPortal = (additions: readonly object[]) =>
    answerReferral(world, visitor, { ...form, typed: { ...PORTAL_OFFER, additions } });
  const byOfficer = (additions: readonly object[]) =>
    world.acting.write(sent.caseId, 'offer', sent.referral, { ...AN_OFFER, additions });
  for (const send of [byPortal, byOfficer]) {
    const [fault, ...others] = faultsOf(await send(TWICE));
    assert.match(fault?.sentence ?? '', SAID);
    assert.deepEqual([fault?.entry?.at, others.length], [1, 0]);
  }
  const log = await world.inside((tx) => listSearchEntries(tx, sent.caseId));
  assert.ok(!log.some(({ kind }) => kind === 'offer'));
  assert.equal((await byPortal(IN_TURN)).kind, 'referral-answered');
  assert.equal((await byOfficer(IN_TURN)).kind, 'entry-written');
});

test('an offer that was taken so before cannot be agreed with both, and is with one of them', async () => {
  const id = await world.acting.aSearch('O agreed');
  const approach = await world.acting.written(id, 'approach', null, APPROACHED);
  const offer = await world.inside((tx) =>
    addSearchEntry(tx, id, {
      at: world.now(),
      by: { person: String(world.officer.person.id), part: { role: 'placements-officer' } },
      kind: 'offer',
      about: approach,
      said: { ...AN_OFFER, additions: TWICE },
      key: 'before anybody was told',
    }),
  );
  await world.acting.written(id, 'shared', offer);
  await world.acting.takeAll(id, TO_DIRECTOR.slice(0, 3));
  const [one, other] = ['Travel', 'travel.'].map(
    (what, at) => `Addition ${at + 1}: ${what}, £50 a week, from 1 December 2026`,
  );
  const agree = (...kept: readonly (string | undefined)[]) =>
    world.take(world.officer, id, 'agree-terms', {
      said: { 'agreed-weekly': '4800', 'additions-kept': kept, 'agreed-with': 'By e-mail' },
    });
  const [fault] = faultsOf(await agree(one, other));
  assert.match(fault?.sentence ?? '', /^“Travel” is there twice .* is entered under the next question\.$/);
  assert.equal((await agree(other)).kind, 'step-taken');
});
