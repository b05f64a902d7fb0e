import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { londonTimeOf } from '@rightplace/domain';
import { listSearchEntries } from '@rightplace/store';
import { askForHome } from '../../test/home-requests.ts';
import { nameOf } from '../../test/name-of.ts';
import { profileApproved } from '../../test/profile-approved.ts';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { APPROACHED, searching, TO_SPOT } from '../../test/search-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { approachHomes } from './approach-homes.ts';

let world: RegisterWorld;
let ana: SignedIn;
let hub: SignedIn;
let acting: ReturnType<typeof searching>;
let forms = 0;
before(async () => {
  world = await aRegisterWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  hub = await world.hub();
  acting = searching(world, ana);
});
after(() => world.close());

const countOf = async (id: number): Promise<number> =>
  (await world.inside((tx) => listSearchEntries(tx, id))).length;

test('the same approach is not written twice by a form that was opened again, and another channel, provider, home or time is another', async () => {
  const id = await acting.aSearch('T twice');
  const first = await acting.written(id, 'approach', null, { ...APPROACHED, words: 'Called' });
  for (const said of [
    APPROACHED,
    { ...APPROACHED, provider: ' our Fostering team ', words: 'Called again' },
  ]) {
    const again = await acting.write(id, 'approach', null, said);
    assert.ok(again.kind === 'refused' && again.name === 'written-already', nameOf(again));
    assert.match(
      again.sentence,
      /^This approach is written down already, on 23 November 2026 at \d\d:\d\d\. If they were asked again, say when\.$/,
    );
    assert.equal('approach' in again && again.approach, first);
  }
  assert.equal(await countOf(id), 1);
  const others = {
    channel: 'email',
    provider: 'Harbour',
    'about-home': 'Lane House',
    'sent-at': londonTimeOf(world.now()),
  };
  for (const [name, value] of Object.entries(others))
    assert.equal(
      nameOf(await acting.write(id, 'approach', null, { ...APPROACHED, [name]: value })),
      'entry-written',
      name,
    );
  assert.equal(await countOf(id), 5);
});

test('a form that approached homes is taken for sent also where the search has ended between, and another is not', async () => {
  const id = await askForHome(world, ana, { number: 'T ended' });
  const home = await world.add({ name: 'Plover House', postcode: 'PE23 0AB', urn: 'SC991236' });
  await world.openHome(home, 3);
  await acting.takeAll(id, TO_SPOT);
  await profileApproved(world, hub, id);
  const send = (key: string, words: string) =>
    approachHomes(world, hub, { id, key, settings: [home], channel: 'portal', words });
  const first = await send('ends', 'Is a place free?');
  assert.ok(first.kind === 'homes-approached', nameOf(first));
  await acting.takeAll(id, [['social-worker', 'cancel']]);
  assert.deepEqual(await send('ends', 'Is a place free? '), first);
  assert.equal((await send('ends', 'Are two places free?')).kind, 'refused');
  assert.equal((await send('another', 'Is a place free?')).kind, 'refused');
  assert.equal(await countOf(id), 1);
});

test('a home of the register is not sent the same profile twice on one day while it has not answered', async () => {
  const lodge = await world.add({});
  const other = await world.add({ name: 'Tern House', postcode: 'PE23 0AB', urn: 'SC991235' });
  await world.openHome(lodge, 3);
  await world.openHome(other, 3);
  const id = await askForHome(world, ana, { number: 'T sent' });
  await acting.takeAll(id, TO_SPOT);
  await profileApproved(world, hub, id);
  const send = (
    channel: 'portal' | 'email' | 'phone',
    settings: readonly number[] = [lodge],
    key = `form ${(forms += 1)}`,
    words = '',
  ) => approachHomes(world, hub, { id, key, settings, channel, words });
  assert.equal(nameOf(await send('portal', [lodge], 'one')), 'homes-approached');
  assert.equal(nameOf(await send('portal', [lodge], 'one')), 'homes-approached', 'the same form');
  assert.equal(
    nameOf(await send('portal', [lodge], 'one', 'Is a place free?')),
    'written-already',
    'the same form with other words: they are not taken for sent',
  );
  assert.equal(nameOf(await send('phone', [other, lodge], 'one')), 'written-otherwise', 'by another channel');
  assert.equal(await countOf(id), 1);
  world.pass(5);
  const again = await send('portal', [other, lodge]);
  assert.equal(nameOf(again), 'written-already', 'another form, some minutes later');
  assert.match(again.kind === 'refused' ? again.sentence : '', /is not sent the same again that day/);
  assert.equal(await countOf(id), 1, 'and none of those chosen with it is');
  assert.equal(nameOf(await send('email')), 'homes-approached', 'by another channel');
  assert.equal(nameOf(await send('email')), 'written-already');
  assert.equal(nameOf(await send('phone')), 'homes-approached');
  assert.equal(nameOf(await send('phone')), 'written-already', 'within the same minute');
  world.pass(1);
  assert.equal(nameOf(await send('phone')), 'homes-approached', 'a second call');
  await acting.written(id, 'declined', 1, { reason: 'no-place' });
  assert.equal(nameOf(await send('portal')), 'homes-approached', 'asked again after an answer');
});
