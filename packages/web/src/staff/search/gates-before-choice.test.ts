/** What the law asks of a home is told before anybody sets their heart on it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

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
    /What the law asks first\s+Shut Registered with Ofsted\s+Shut Outside the area, at a distance\s*Nothing, as far as is said/,
  );
  const far = await worker.get(`/searches/${id}/offers/${shut}`);
  assert.match(far.text, /What the law asks, should it be chosen\s+Registered with Ofsted:/);
  assert.doesNotMatch((await worker.get(`/searches/${id}/offers/${open}`)).text, /What the law asks, should/);
});
