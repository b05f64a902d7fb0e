/** A form that was sent, gone back to and sent again with other words: it is done once, and what it says now is not lost in silence. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, childId, day, HOME_NOTICE_ASKS } from '@rightplace/domain';
import { findPlaceTaken } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { aChild } from '../../test/children-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { beginSearch } from '../search/begin-search.ts';
import { recordHomeNotice } from '../search/record-home-notice.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { blockPlace, endBlock } from './block-place.ts';
import { listContracts, tellContractTerms } from './contract-terms.ts';
import { releaseHold } from './end-hold.ts';
import { findSetting } from './find-setting.ts';
import { holdPlace } from './hold-place.ts';
import { lengthenHold } from './lengthen-hold.ts';

const TODAY = day('2026-11-23');
let world: RegisterWorld;
let hub: SignedIn;
let ana: SignedIn;
let homes = 0;
before(async () => {
  world = await aRegisterWorld();
  hub = await world.hub();
  ana = (await world.signIn(world.ana)).signedIn;
  await world.saveChildren([aChild('SO1'), aChild('SO2')], '2026-11-20T09:00:00Z');
});
after(() => world.close());

const aHome = async (): Promise<number> => {
  homes += 1;
  const id = await world.add({
    name: `Sill ${homes}`,
    urn: `SC96${1000 + homes}`,
    postcode: `PE${homes} 4AB`,
  });
  await world.openHome(id, 3);
  return id;
};
const held = async (child: string): Promise<number> => {
  const asked = { caseId: await world.search(child), settingId: await aHome(), until: addDays(TODAY, 3) };
  const answer = await holdPlace(world, hub, { ...asked, key: `hold ${homes}` });
  assert.ok(answer.kind === 'place-held', nameOf(answer));
  world.pass(1);
  return answer.hold.id;
};
const sentenceOf = (answer: object): string => ('sentence' in answer ? String(answer.sentence) : '');
const isSaidOtherwise = (answer: { readonly kind: string; readonly name?: string }, words: RegExp): void => {
  assert.equal(nameOf(answer), 'said-otherwise');
  assert.match(sentenceOf(answer), /^This form was sent before, on 23 November 2026 at .* is not\./);
  assert.match(sentenceOf(answer), words);
};

test('a hold is lengthened once by one form, and another reason for the same day is not taken for recorded', async () => {
  const id = await held('SO1');
  const longer = (days: number, why = 'The visit is on the 12th') =>
    lengthenHold(world, hub, { id, until: addDays(TODAY, days), why });
  const first = await longer(20);
  assert.equal(nameOf(first), 'hold-lengthened');
  world.pass(1);
  assert.deepEqual(await longer(20), first, 'sent twice');
  assert.deepEqual(await longer(20, 'The visit is on the 12th '), first);
  const other = await longer(20, 'The court sits on the 14th');
  assert.equal(nameOf(other), 'lengthened-already');
  assert.match(
    sentenceOf(other),
    /held until the end of 13 December 2026 already: “The visit is on the 12th”\. What you say now is not recorded/,
  );
  const earlier = await longer(18);
  assert.ok(earlier.kind === 'refused' && earlier.name === 'until-wrong');
  assert.match(earlier.sentence, /held until the end of 13 December 2026 already/);
  assert.equal(nameOf(await longer(22, 'The court sits on the 14th')), 'hold-lengthened', 'a later day');
  const place = await world.inside((tx) => findPlaceTaken(tx, id));
  const told = await world.auditOf(String(place?.settingId), 'setting');
  assert.equal(told.filter(({ action }) => action === 'hold-lengthened').length, 2);
});

test('a place is given up once, for the reason that was sent first, and another reason or another person is told so', async () => {
  const id = await held('SO1');
  const giveUp = (why: string, who = hub) => releaseHold(world, who, { id, why });
  const first = await giveUp('The carers said no');
  assert.equal(first.kind, 'hold-ended');
  world.pass(1);
  assert.deepEqual(await giveUp('The carers said no '), first, 'sent twice');
  const other = (await world.signIn(await world.someone('placements-officer'))).signedIn;
  for (const again of [await giveUp('Another home was nearer'), await giveUp('The carers said no', other)]) {
    assert.equal(nameOf(again), 'given-up-already');
    assert.match(
      sentenceOf(again),
      /^This place was given up before, on 23 November 2026 at .*: “The carers said no”\. What you say now is not recorded/,
    );
  }
});

test('a place is blocked once by one form, and other days or another reason are not taken for recorded', async () => {
  const home = await aHome();
  const said = { settingId: home, reason: 'repair', note: 'Roof', from: TODAY, lastDay: addDays(TODAY, 5) };
  const block = (other: object = {}) => blockPlace(world, hub, { ...said, key: 'roof', ...other });
  const first = await block();
  assert.ok(first.kind === 'place-blocked', nameOf(first));
  world.pass(1);
  assert.deepEqual(await block({ note: ' Roof ' }), first, 'sent twice');
  for (const other of [
    { reason: 'staffing' },
    { note: 'Windows' },
    { from: addDays(TODAY, 1) },
    { lastDay: undefined },
    { lastDay: addDays(TODAY, 6) },
    { settingId: await aHome() },
  ])
    isSaidOtherwise(await block(other), /Send it now, and another place is blocked/);
  const found = await findSetting(world, hub, { id: home });
  assert.ok(found.kind === 'setting');
  assert.equal(found.vacancies.blocked, 1);
  assert.equal(nameOf(await block({ key: 'another form', reason: 'staffing' })), 'place-blocked');
  assert.equal((await endBlock(world, hub, { settingId: home, id: first.id })).kind, 'block-ended');
  assert.equal((await endBlock(world, hub, { settingId: home, id: first.id })).kind, 'block-ended');
  assert.deepEqual(await block(), first, 'sent again since it was ended');
  isSaidOtherwise(await block({ lastDay: TODAY }), /Send it now, and another place is blocked/);
  const ahead = { key: 'ahead', from: addDays(TODAY, 2) };
  const second = await block(ahead);
  assert.ok(second.kind === 'place-blocked', nameOf(second));
  assert.equal((await endBlock(world, hub, { settingId: home, id: second.id })).kind, 'block-ended');
  assert.deepEqual(await block(ahead), second, 'ended before it began');
});

test('the terms of a contract are told once by one form, and other terms are not taken for told', async () => {
  const of = { placements: 'residential', framework: '' } as const;
  const typed = { starts: '2026-12-01', covers: 'Board and care', notice: '28 days' };
  const tell = (other: object = {}, key = 'terms') =>
    tellContractTerms(world, hub, { of, key, typed: { ...typed, ...other } });
  assert.equal(nameOf(await tell()), 'terms-told');
  world.pass(1);
  assert.equal(nameOf(await tell({ covers: 'Board and care ' })), 'terms-told', 'sent twice');
  isSaidOtherwise(await tell({ notice: '14 days' }), /Send it now/);
  isSaidOtherwise(await tell({ starts: '2027-01-01' }), /Send it now/);
  const contracts = await listContracts(world, hub);
  assert.ok(contracts.kind === 'contracts');
  const { told } = contracts.contracts.find(
    (one) => one.placements === 'residential' && one.framework === '',
  ) ?? {
    told: [],
  };
  assert.equal(told.length, 1);
  assert.equal(nameOf(await tell({ notice: '14 days' }, 'other terms')), 'terms-told');
});

test('a home is asked for once by one form, and for another child by another', async () => {
  const begin = (child: string, key = 'ask') => beginSearch(world, ana, { child: childId(child), key });
  const first = await begin('NM1');
  assert.equal(nameOf(first), 'search-begun');
  assert.deepEqual(await begin('NM1'), first, 'sent twice');
  isSaidOtherwise(await begin('NM4'), /for another child/);
});

test('notice on a home is recorded once by one form, and what it says the second time is not taken for recorded', async () => {
  const said = { ...answersTo(HOME_NOTICE_ASKS), 'notice-on': '2026-11-20', 'last-day': '2026-12-18' };
  const record = (other: object = {}, key = 'notice', child = 'NM1') =>
    recordHomeNotice(world, ana, {
      child: childId(child),
      key,
      typed: { ...said, 'notice-reason': 'CREQB', ...other },
    });
  const first = await record();
  assert.ok(first.kind === 'home-notice-recorded', nameOf(first));
  world.pass(1);
  const again = await record();
  assert.ok(again.kind === 'home-notice-recorded' && again.id === first.id);
  isSaidOtherwise(await record({ 'last-day': '2026-12-04' }), /takes the place of the first/);
  isSaidOtherwise(await record({ 'child-says': 'I want to stay' }), /Send it now/);
  const seen = await world.seenBy(ana, first.id);
  assert.ok(seen.kind === 'case');
  assert.equal(seen.chronology.length, 2, 'it began, and notice was recorded once');
  assert.equal(nameOf(await record({ 'last-day': '2026-12-04' }, 'second')), 'home-notice-recorded');
});
