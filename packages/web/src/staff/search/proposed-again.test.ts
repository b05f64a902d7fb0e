import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

test('a home that the director returned is proposed again from the answers of last time, which the form says they are', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('PA1');
  await acting.anOffer(id);
  const said = {
    considered: 'Two of our own, both full.',
    'why-this': 'Near <b>her</b> gran.',
    'social-worker-view': 'She liked the garden.',
  };
  const officer = await as('placements-officer');
  const answers = async () => {
    const { page, text } = await officer.get(`/cases/${id}/steps/propose`);
    return {
      given: Object.keys(said).map((name) => page.querySelector(`#${name}`)?.text.trim() ?? ''),
      text,
    };
  };
  await acting.takeAll(id, TO_DIRECTOR.slice(0, 4));
  const first = await answers();
  assert.deepEqual(first.given, ['', '', '']);
  assert.doesNotMatch(first.text, /What is filled in/);
  await acting.takeAll(id, [
    ['placements-officer', 'propose', said],
    ['director', 'give-back', { reason: 'Say what the school says.' }],
  ]);
  const again = await answers();
  assert.deepEqual(again.given, Object.values(said));
  assert.match(
    again.text,
    /What is filled in is as .+ said it on 23 November 2026 at \d\d:\d\d, before it was returned\. Read it over and change what has to change/,
  );
});
