/** What the law asks of a home is told before anybody sets their heart on it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SearchesOfRegister, searchesOfRegister } from '../../../../app/test/searches-of-register.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
let registered: SearchesOfRegister;
let service: Service;
before(async () => {
  ({ world, acting, as } = await searchPages());
  registered = await searchesOfRegister();
  service = aService(registered.world);
});
after(async () => {
  await world.close();
  await registered.world.close();
});

test('of each offer it is told which gates are shut, where it is compared and on its own page, before one is chosen', async () => {
  const id = await acting.aSearch('GB1');
  const shut = await acting.anOffer(
    id,
    { home: 'Far Lodge', 'home-kind': 'childrens-home', registered: 'no', area: 'distance' },
    { isChecked: false },
  );
  const open = await acting.anOffer(id, {}, { isChecked: false });
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const worker = await as('social-worker');
  const compared = await worker.get(`/searches/${id}/compare`);
  assert.match(
    compared.text,
    /What the law asks first\s+Shut Registered with Ofsted\s+Shut Outside the area, at a distance\s*Nothing, as far as is known/,
  );
  const far = await worker.get(`/searches/${id}/offers/${shut}`);
  assert.match(far.text, /What the law asks, should it be chosen\s+Registered with Ofsted:/);
  assert.doesNotMatch((await worker.get(`/searches/${id}/offers/${open}`)).text, /What the law asks, should/);
});

let homes = 0;
/** A search with the offer of a home of the register, shared and before the social worker, of which the register learnt something since. */
const offeredOf = async (changes: Readonly<Record<string, string>> = {}) => {
  homes += 1;
  const { world: of, acting: steps, offerOf } = registered;
  const name = `Reed House ${homes}`;
  const home = await of.add({ name, urn: `SC96${1000 + homes}`, postcode: `PE${homes} 3AB` });
  await of.openHome(home, 2);
  const id = await steps.aSearch(`GR${homes}`);
  await steps.takeAll(id, [['placements-officer', 'open-spot']]);
  const offer = await offerOf(id, { setting: home, name }, changes);
  await steps.takeAll(id, [['placements-officer', 'share-offers']]);
  const worker = await service.signedInAs(of.ana);
  const read = async () => ({
    compared: (await worker.get(`/searches/${id}/compare`)).text,
    own: (await worker.get(`/searches/${id}/offers/${offer}`)).text,
  });
  return { home, read };
};

test('what the register has learnt of a home since it was offered shuts its gates before anybody chooses it', async () => {
  const { home, read } = await offeredOf();
  const before = await read();
  assert.match(before.compared, /What the law asks first\s*Nothing, as far as is known/);
  assert.doesNotMatch(before.own, /What the law asks, should/);
  await registered.world.tellOf(home, 'standing', { state: ['suspended'] }, '2026-11-23');
  const after = await read();
  assert.match(after.compared, /What the law asks first\s+Shut Registered with Ofsted/);
  assert.match(after.own, /What the law asks, should it be chosen\s+Registered with Ofsted:/);
});

test('that Ofsted judges a home Inadequate stands by its offer before anybody chooses it, though the offer says otherwise', async () => {
  const { home, read } = await offeredOf();
  await registered.world.tellOf(home, 'judgement', { outcome: ['inadequate'] }, '2026-11-23');
  const { compared, own } = await read();
  assert.match(
    compared,
    /What the law asks first\s+Inadequate The director alone may approve it, and says why/,
  );
  assert.match(own, /Ofsted judges this home Inadequate\. Nobody but the director may approve it/);
});

test('another home than was asked, which the register does not know, shuts the gate of which home it is before it is chosen', async () => {
  const { read } = await offeredOf({ home: 'Nobody’s House', urn: 'SC999999' });
  const { compared, own } = await read();
  assert.match(compared, /Shut Which home it is/);
  assert.match(own, /What the law asks, should it be chosen\s+Which home it is:/);
});
