import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type SearchEntry } from '@rightplace/domain';
import { addSearchEntry, holdSearchLog, listSearchEntries } from '@rightplace/store';
import { askForHome, writeForHome } from '../../test/home-requests.ts';
import { nameOf } from '../../test/name-of.ts';
import { profileApproved } from '../../test/profile-approved.ts';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { APPROACHED, searching, TO_SPOT } from '../../test/search-world.ts';
import { answerFindings } from '../profile/approve-profile.ts';
import { downloadProfile } from '../profile/send-profile.ts';
import { showProfile } from '../profile/show-profile.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { approachHomes, type HomesToApproach } from './approach-homes.ts';

let world: RegisterWorld;
let ana: SignedIn;
let hub: SignedIn;
let acting: ReturnType<typeof searching>;
/** Zed’s, which are asked as spot purchases, and one that is closed. */
let lodge: number;
let tern: number;
let closed: number;
let forms = 0;
before(async () => {
  world = await aRegisterWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  hub = await world.hub();
  acting = searching(world, ana);
  lodge = await world.add({});
  closed = await world.add({ name: 'Furze House', postcode: 'PE22 0AB', urn: 'SC991234' });
  tern = await world.add({ name: 'Tern House', postcode: 'PE23 0AB', urn: 'SC991235' });
  await world.openHome(lodge, 3);
  await world.openHome(tern, 2);
  await world.tellOf(closed, 'standing', { state: ['closed'] });
});
after(() => world.close());

const entriesOf = (id: number): Promise<readonly SearchEntry[]> =>
  world.inside((tx) => listSearchEntries(tx, id));
const approve = (id: number) => profileApproved(world, hub, id);
/** A search in which providers outside the framework are asked. */
const aSearch = async (number: string, { isApproved = true } = {}): Promise<number> => {
  const id = await askForHome(world, ana, { number });
  await acting.takeAll(id, TO_SPOT);
  if (isApproved) await approve(id);
  return id;
};
const send = (id: number, said: Partial<HomesToApproach> = {}, who = hub) =>
  approachHomes(world, who, {
    id,
    key: `form ${(forms += 1)}`,
    settings: [lodge],
    channel: 'portal',
    words: '',
    ...said,
  });

test('the approved profile is sent to several homes in one step, with an entry for each that says which version', async () => {
  const id = await aSearch('A several');
  const all = { key: 'all', settings: [lodge, tern], words: 'By Thursday, please' };
  assert.equal(nameOf(await send(id, all)), 'homes-approached');
  assert.equal(nameOf(await send(id, all)), 'homes-approached', 'sent twice it is sent once');
  const entries = await entriesOf(id);
  assert.equal(entries.length, 2);
  assert.deepEqual(
    entries.map(({ said, register }) => [said.tier, said.provider, said.channel, register?.profileVersion]),
    entries.map(() => ['spot', 'Zed Homes', 'portal', 1]),
  );
  assert.deepEqual(
    new Set(entries.map(({ register }) => `${register?.providerId} ${register?.settingId}`)),
    new Set([`${world.zed} ${lodge}`, `${world.zed} ${tern}`]),
  );
});

test('without an approved profile nothing is sent, and once the request has changed nothing either; a call is written down', async () => {
  const id = await aSearch('A none', { isApproved: false });
  assert.equal(nameOf(await send(id)), 'not-approved');
  assert.equal(nameOf(await send(id, { channel: 'email' })), 'not-approved');
  assert.deepEqual(await entriesOf(id), []);
  assert.equal(nameOf(await send(id, { channel: 'phone' })), 'homes-approached');
  await approve(id);
  await acting.takeAll(id, [['placements-officer', 'hold']]);
  assert.equal(nameOf(await send(id)), 'homes-approached', 'a search on hold may be answered still');
  assert.deepEqual(
    (await entriesOf(id)).map(({ register }) => register?.profileVersion),
    [null, 1],
  );
});

test('words that are known to be a name since the profile was approved keep it here, though it says the same as then', async () => {
  const likes = 'Riding with Marigold on Sundays';
  const id = await askForHome(world, ana, { number: 'A known', changes: { likes } });
  const view = await showProfile(world, hub, id);
  assert.ok(view.kind === 'profile');
  const answered = await answerFindings(world, hub, {
    id,
    key: 'A known',
    findings: view.findings.map(({ key }) => key),
    why: 'It is a pony',
  });
  assert.equal(nameOf(answered), 'findings-answered');
  await approve(id);
  assert.equal((await downloadProfile(world, hub, id)).kind, 'file');
  await acting.takeAll(id, [
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
    ['placements-officer', 'return'],
  ]);
  const people = [{ name: 'Marigold Fenn', who: 'Mother’s friend' }];
  await writeForHome(world, ana, { id, changes: { likes, people } });
  await acting.takeAll(id, [
    ['social-worker', 'submit'],
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
    ['placements-officer', 'ready'],
    ['placements-officer', 'open-spot'],
  ]);
  const again = await showProfile(world, hub, id);
  assert.ok(again.kind === 'profile');
  assert.deepEqual([again.isCurrent, again.isInTheWay], [true, true], 'not a letter of it is changed');
  assert.equal(nameOf(await send(id)), 'in-the-way');
  assert.equal(nameOf(await send(id, { channel: 'email' })), 'in-the-way');
  assert.equal(nameOf(await downloadProfile(world, hub, id)), 'in-the-way');
  assert.deepEqual(await entriesOf(id), []);
});

test('a request that was written anew is approved anew before it goes out', async () => {
  const id = await askForHome(world, ana, { number: 'A stale' });
  await approve(id);
  await acting.takeAll(id, [
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
    ['placements-officer', 'return'],
  ]);
  await writeForHome(world, ana, { id, changes: { likes: 'A long walk by the sea' } });
  await acting.takeAll(id, [
    ['social-worker', 'submit'],
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
    ['placements-officer', 'ready'],
    ['placements-officer', 'open-spot'],
  ]);
  assert.equal(nameOf(await send(id)), 'stale');
  await approve(id);
  assert.equal(nameOf(await send(id)), 'homes-approached');
  assert.equal((await entriesOf(id))[0]?.register?.profileVersion, 2);
});

test('only homes of tiers that are opened are asked, that take children, and nobody where nobody was chosen', async () => {
  const id = await aSearch('A tiers');
  assert.equal(nameOf(await send(id, { settings: [] })), 'nobody-chosen');
  assert.equal(nameOf(await send(id, { settings: [closed] })), 'not-to-be-asked');
  assert.equal(nameOf(await send(id, { settings: [99_999] })), 'not-to-be-asked');
  const inHouse = await askForHome(world, ana, { number: 'A in house' });
  await acting.takeAll(inHouse, [
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
    ['placements-officer', 'ready'],
  ]);
  await approve(inHouse);
  assert.equal(nameOf(await send(inHouse)), 'not-to-be-asked');
  const own = await world.add({ name: 'Saltmarsh House', urn: 'SC991236', providerId: String(world.own) });
  await world.openHome(own, 2);
  assert.equal(nameOf(await send(inHouse, { settings: [own] })), 'not-by-portal');
  assert.equal(nameOf(await send(inHouse, { settings: [own], channel: 'phone' })), 'homes-approached');
});

test('placements officers approach homes, and nobody else does', async () => {
  const id = await aSearch('A who');
  for (const role of ALL_ROLES) {
    const who = role === 'social-worker' ? ana : await world.as(role);
    const answer = await send(id, { channel: 'phone' }, who);
    assert.equal(answer.kind === 'homes-approached', role === 'placements-officer', role);
  }
});

test('by the portal nobody is approached in words alone: neither by the form, nor past it in the database', async () => {
  const id = await aSearch('A words');
  assert.equal(
    nameOf(await acting.write(id, 'approach', null, { ...APPROACHED, channel: 'portal' })),
    'nothing-sent',
  );
  const past = (register?: SearchEntry['register']) =>
    world.inside(async (tx) => {
      await holdSearchLog(tx, id);
      return addSearchEntry(tx, id, {
        at: world.now(),
        by: { person: hub.actor.id, part: { role: 'placements-officer' } },
        kind: 'approach',
        about: null,
        said: { ...APPROACHED, channel: 'portal' },
        key: `past ${(forms += 1)}`,
        ...(register === undefined ? {} : { register }),
      });
    });
  await assert.rejects(past(), /by_portal_with_its_profile/);
  const of = { providerId: world.zed, settingId: null };
  await assert.rejects(past({ ...of, profileVersion: null }), /by_portal_with_its_profile/);
  await assert.rejects(past({ ...of, profileVersion: 7 }), /foreign key/, 'a version that nobody approved');
  assert.equal(await past({ ...of, profileVersion: 1 }), 1);
});
