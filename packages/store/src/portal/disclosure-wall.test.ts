import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type HomesOfChild, type Moment, PLACEMENT_REQUEST_STATES } from '@rightplace/domain';
import { asSuperuser } from '../testing/as-superuser.ts';
import {
  ELSEWHERE,
  type Home,
  LEFT,
  MOVED_ON,
  OURS,
  type SentSearches,
  sentSearches,
  THERE,
  VERSIONS,
} from '../testing/sent-searches.ts';
import { asProvider } from './as-provider.ts';
import { listReferralEntries } from './referral-entries.ts';

let db: SentSearches['db'];
let fern: SentSearches['fern'];
let gull: SentSearches['gull'];
let recordHomes: SentSearches['recordHomes'];
let aSearch: SentSearches['aSearch'];
let reads: SentSearches['reads'];
let firstStandsInDatabase: SentSearches['firstStandsInDatabase'];
let compared: SentSearches['compared'];
before(async () => {
  ({ db, fern, gull, recordHomes, aSearch, reads, firstStandsInDatabase, compared } = await sentSearches());
});
after(() => db.close());

test('the database says of every state, stage and approach what the domain says, whatever became of the offers', async () => {
  const search = await aSearch('agree');
  const { id, toFern, toGull, offer, other } = search;
  const sent: Moment[] = [search.now()];
  let homes: HomesOfChild = [];
  const compare = () => compared(search, { sent, homes });
  let stood = 0;
  for (const state of ['approved', ...Object.keys(PLACEMENT_REQUEST_STATES)]) {
    await search.step(state, state === 'moved' ? MOVED_ON : {});
    sent.splice(1, 1, search.now());
    stood += await compare();
  }
  await search.step('approved');
  sent.splice(1, 1, search.now());
  await search.step('approved', {}, 'confirm');
  assert.ok((await compare()) > 0, 'what was sent before the director confirmed their word');
  await search.step('moved', MOVED_ON);
  const before_: Home = { starts: day('2026-01-05'), ends: THERE.starts, began: 'changed' };
  const after_: Home = { starts: day('2026-11-10'), ends: null, began: 'continues' };
  const untilThen = { ...THERE, ends: after_.starts };
  const lives: readonly (readonly [string, readonly Home[], boolean])[] = [
    ['the record does not have the child', [], false],
    ['lives there', [THERE], true],
    ['came from another home', [before_, THERE], true],
    ['since earlier, as was put right', [{ ...THERE, starts: day('2026-11-01') }], true],
    ['with more known since', [untilThen, after_], true],
    ['with the same carers since', [untilThen, { ...after_, began: 'same-carer' }], true],
    ['moved on', [LEFT, ELSEWHERE], false],
    [
      'moved on and back',
      [LEFT, { ...ELSEWHERE, ends: day('2026-11-22') }, { ...ELSEWHERE, starts: day('2026-11-22') }],
      false,
    ],
    ['moved on the same day', [{ ...THERE, ends: THERE.starts }, THERE], false],
    ['left care', [LEFT], false],
  ];
  for (const [what, homes_, isRead] of lives) {
    await recordHomes(homes_);
    homes = homes_;
    sent.splice(1, 1, search.now());
    assert.equal((await compare()) > 0, isRead, what);
    assert.equal(await firstStandsInDatabase(id, toFern), isRead, what);
  }
  await recordHomes([THERE]);
  homes = [THERE];
  assert.ok(stood > 20, `${stood} stood`);
  await search.step('approved');
  sent.push(search.now());
  assert.ok((await compare()) > 0);
  await search.write('not-wanted', other, { reason: 'distance', words: 'Too far' });
  await compare();
  await search.write('unsuitable', offer, { reason: 'price', words: 'Dear' });
  await compare();
  await search.write('outcome', toGull, { outcome: 'closed' });
  await compare();
  await search.write('withdrawn', offer, { words: 'Filled' });
  assert.equal(await compare(), 0);
});

test('a provider reads of later stages what it was sent, for as long as that stands, and nothing of another’s', async () => {
  const { id, toFern, toGull, step, write, disclose } = await aSearch('reads');
  assert.deepEqual(await reads(fern, id), ['profile']);
  await disclose(toFern, 'shortlist');
  assert.deepEqual([await reads(fern, id), await reads(gull, id)], [['profile', 'shortlist'], ['profile']]);
  await step('approved');
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'shortlist', 'match']);
  assert.deepEqual(await reads(gull, id), ['profile']);
  const seen = await asProvider(db.app, { ...OURS, providerId: gull }, (tx) => listReferralEntries(tx));
  assert.ok(!seen.some(({ kind }) => kind === 'disclosed'));
  await recordHomes([THERE]);
  await step('moved', MOVED_ON);
  assert.deepEqual(await reads(fern, id), ['profile', 'match']);
  assert.deepEqual(await reads(gull, id), ['profile'], 'until they are told, or it is over');
  await write('outcome', toGull, { outcome: 'not-chosen' });
  assert.deepEqual(await reads(gull, id), []);
  await step('closed');
  assert.deepEqual(await reads(fern, id), []);
  const line = await asProvider(db.app, { ...OURS, providerId: gull }, (tx) => listReferralEntries(tx));
  assert.ok(
    line.some(({ kind, said }) => kind === 'outcome' && said['outcome'] === 'not-chosen'),
    'what became of it stays theirs to read',
  );
  assert.deepEqual(await reads(fern + 900, id), []);
});

test('what the director says of an approval that stands takes nothing from the provider, and an approval anew does', async () => {
  const { id, toFern, step, disclose } = await aSearch('confirmed');
  await step('approved');
  await disclose(toFern, 'match');
  await step('approved', {}, 'confirm');
  assert.deepEqual(await reads(fern, id), ['profile', 'match']);
  await step('with-director');
  await step('approved');
  assert.deepEqual(await reads(fern, id), ['profile'], 'what is approved anew is sent anew');
});

test('once the record has the child out of the home, its provider reads nothing more, though the search is not closed, and is sent nothing', async () => {
  const { id, toFern, toGull, step, disclose } = await aSearch('left');
  await disclose(toFern, 'shortlist');
  await step('approved');
  await recordHomes([THERE]);
  await step('moved', MOVED_ON);
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'match']);
  await recordHomes([LEFT, ELSEWHERE]);
  assert.deepEqual([await reads(fern, id), await reads(gull, id)], [[], []]);
  await assert.rejects(disclose(toFern, 'match'), /only_the_stage_that_may/);
  await assert.rejects(disclose(toGull, 'shortlist'), /only_the_stage_that_may/);
  await recordHomes([THERE]);
  assert.deepEqual(await reads(fern, id), ['profile', 'match'], 'where the record was wrong');
});

test('once the word on which the child moved in is denied nothing more of who they are is sent, and what was sent is read on', async () => {
  const { id, toFern, step, approveByWord, deny, disclose } = await aSearch('denied');
  await step('with-director');
  const earlier = await approveByWord();
  await step('with-director', {}, 'put-again');
  const word = await approveByWord();
  await recordHomes([THERE]);
  await step('moved', MOVED_ON);
  await deny(earlier);
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'match'], 'of an earlier word nothing rests on it');
  await deny(word);
  await assert.rejects(
    disclose(toFern, 'match'),
    /only_the_stage_that_may: the approval of the home was denied/,
  );
  assert.deepEqual(await reads(fern, id), ['profile', 'match'], 'while the child lives there');
  await step('moved', {}, 'approve-after-move');
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'match'], 'what was sent since');
  await recordHomes([LEFT, ELSEWHERE]);
  assert.deepEqual(await reads(fern, id), []);
});

test('past the application nothing that identifies is written as sent before the approval, to another, or with an approach', async () => {
  const { id, toFern, toGull, step, write, disclose } = await aSearch('past');
  const refused = /only_the_stage_that_may/;
  await assert.rejects(disclose(toFern, 'match'), refused, 'before the approval');
  await assert.rejects(disclose(toFern, 'shortlist', VERSIONS.match), refused, 'called by another name');
  await step('approved');
  await assert.rejects(disclose(toGull, 'match'), refused, 'to another');
  const asked = { tier: 'spot', provider: 'One', channel: 'portal' };
  for (const profileVersion of [VERSIONS.shortlist, VERSIONS.match])
    await assert.rejects(write('approach', null, asked, { providerId: gull, profileVersion }), refused);
  await assert.rejects(write('disclosed', toFern, { stage: 'match' }), /disclosed_with_its_profile/);
  assert.deepEqual(await reads(gull, id), ['profile']);
});

test('saboteur: without the policy, or were standing not asked for, who the child is would be shown', async () => {
  const { id, toFern, step, disclose } = await aSearch('saboteur');
  await step('approved');
  await disclose(toFern, 'match');
  await step('searching');
  assert.deepEqual([await reads(fern, id), await reads(gull, id)], [['profile'], ['profile']]);
  const left = await aSearch('saboteur of the end');
  await left.step('approved');
  await recordHomes([LEFT]);
  await left.step('moved', MOVED_ON);
  assert.deepEqual(await reads(fern, left.id), []);
  await asSuperuser(
    db,
    `create or replace function still_lives_there(of_case bigint)
      returns boolean language sql stable security definer as 'select true'`,
  );
  await left.disclose(left.toFern, 'match');
  assert.deepEqual(
    await reads(fern, left.id),
    ['profile', 'match'],
    'ended by the record, and by nothing else',
  );
  await asSuperuser(
    db,
    `create or replace function disclosure_stands(of_case bigint, of_approach integer, of_stage text, sent_at timestamptz)
      returns boolean language sql stable security definer as 'select true'`,
  );
  assert.deepEqual(
    await reads(fern, id),
    ['profile', 'match'],
    'taken away by what stands, and by nothing else',
  );
  assert.deepEqual(await reads(gull, id), ['profile']);
  await step('closed');
  assert.deepEqual(await reads(gull, id), []);
  await asSuperuser(
    db,
    `create or replace function first_stage_stands(of_case bigint, of_approach integer)
      returns boolean language sql stable security definer as 'select true'`,
  );
  assert.deepEqual(await reads(gull, id), ['profile'], 'and once it is over, by its end alone');
  await asSuperuser(db, 'drop policy sent_to_the_provider on profile_version');
  assert.deepEqual(await reads(gull, id), ['profile', 'shortlist', 'match'], 'the policy is what hides it');
});
