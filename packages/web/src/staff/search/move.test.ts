/** A move recorded once, on the page of its search: what follows it at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../../../../app/test/entry-world.ts';
import { searching, TO_DIRECTOR, TO_THE_MOVE } from '../../../../app/test/search-world.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: EntryWorld;
let service: Service;
before(async () => {
  world = await anEntryWorld();
  service = aService(world);
});
after(() => world.close());

test('a move that is recorded on the page is in the record at once, and the search says so', async () => {
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const id = await acting.aSearch('MV1');
  await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE]);
  const ana = await service.signedInAs(world.ana);
  const ada = await service.signedInAs((await world.as('director')).person.id);
  assert.doesNotMatch((await ada.get('/children/MV1')).text, /20 November 2026/);
  const address = `/cases/${id}/steps/moved-in`;
  const form = await ana.get(address);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const moved = await ana.post(address, [
    ...hidden,
    ['placed-on-day', '20'],
    ['placed-on-month', '11'],
    ['placed-on-year', '2026'],
    ['home', 'Brackenhill'],
    ['home-type', 'U6'],
    ['home-provider', 'PR1'],
    ['home-postcode', 'PE21 0ZZ'],
    ['need', 'N1'],
    ['began-under', 'V2'],
  ]);
  assert.equal(moved.status, 303, moved.text.slice(0, 600));
  assert.match((await ada.get('/children/MV1')).text, /20 November 2026/, 'the record');
  assert.match(
    (await ana.get(`/searches/${id}`)).text,
    /The child has moved in: the outcome is to be written/,
  );
});

test('the legal basis on which care began is asked as it is needed: the request for a home does not say it', async () => {
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const id = await acting.aSearch('MV2');
  await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE]);
  const ana = await service.signedInAs(world.ana);
  const form = await ana.get(`/cases/${id}/steps/moved-in`);
  const shown = (name: string) => form.page.querySelector(`[name="${name}"]`)?.getAttribute('value');
  assert.deepEqual(
    ['home', 'placed-on-day', 'placed-on-month', 'placed-on-year'].map(shown),
    ['Brackenhill', '30', '10', '2026'],
    'what the search knows of the move is filled in',
  );
  assert.ok(form.page.querySelector('[name="home-provider"][value="PR1"][checked]'));
  const legend = form.page
    .querySelector('[name="began-under"]')
    ?.closest('fieldset')
    ?.querySelector('legend');
  assert.equal(legend?.text.trim(), 'On what legal basis did care begin?');
});
