import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

test('a home that the director did not approve says so, with day and reason, wherever its offer is listed', async () => {
  const id = await acting.aSearch('N1');
  const offer = await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Far Lodge' });
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'look-on', { reason: 'Too far for her cousin.' }]]);
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const said =
    /Not approved by the director\s*The director did not approve it on \d+ \w+ \d{4}: Too far for her cousin\. The social worker may choose it again once that is dealt with/;
  const worker = await as('social-worker');
  for (const page of ['', `/offers/${offer}`, '/compare'])
    assert.match((await worker.get(`/searches/${id}${page}`)).text, said, page);
  assert.match(
    (await worker.get(`/searches/${id}/chronology`)).text,
    /did not approve the home and had another looked for: Brackenhill, Our fostering team/,
  );
  const form = await worker.get(`/cases/${id}/steps/choose`);
  assert.match(
    form.text,
    /Offer 1: Brackenhill\. The director did not approve it on .*Too far for her cousin/,
  );
  assert.doesNotMatch(form.text, /Offer 2: Far Lodge\. The director/);

  world.pass(1);
  await acting.written(id, 'shared', offer, { words: 'The cousin moves nearer.' });
  const again = (await worker.get(`/searches/${id}/offers/${offer}`)).text;
  assert.match(again, /Shared again\s*The director did not approve it on/);
  await acting.takeAll(id, [...TO_DIRECTOR.slice(1), ['director', 'look-on', { reason: 'Still too far.' }]]);
  assert.match(
    (await (await as('placements-officer')).get(`/searches/${id}/offers/${offer}`)).text,
    /Not approved by the director\s*The director did not approve it on [^:]+: Still too far\./,
    'the last time',
  );
});

test('an offer that was declined or withdrawn since says that first, and the director’s word after it', async () => {
  const id = await acting.aSearch('N2');
  const offer = await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'look-on', { reason: 'Too many there.' }]]);
  await acting.written(id, 'withdrawn', offer, { words: 'Filled.' });
  const compared = (await (await as('placements-officer')).get(`/searches/${id}/compare`)).text;
  assert.match(
    compared,
    /Brackenhill: withdrawn\. The director did not approve it on [^:]+: Too many there\./,
  );
  assert.doesNotMatch(compared, /may choose it again/);
});
