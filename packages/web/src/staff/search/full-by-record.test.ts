import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR, TO_THE_MOVE } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

test('whoever confirms a move may say which place the child has where the home is full by the record', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('FR1');
  await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE.slice(0, 3)]);
  const officer = await as('placements-officer');
  const { page } = await officer.get(`/cases/${id}/steps/confirm-move`);
  const asked = page.querySelector('#place-all-the-same');
  assert.ok(asked);
  assert.match(
    page.querySelector('label[for="place-all-the-same"]')?.text ?? '',
    /If the home is full by the record, say which place the child has \(optional\)/,
  );
});
