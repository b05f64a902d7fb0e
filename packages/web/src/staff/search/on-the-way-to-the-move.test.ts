/** Between the price and the move: what is still to be recorded, what has run out since, and on which conditions a home was approved. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

const CONDITIONS = 'Visits by her cousin are paid for until Easter.';
const searchOf = async (role: Role, id: number) => (await as(role)).get(`/searches/${id}`);

test('while checks are wanting, the search leads the officer to them, and nobody who does not record them', async () => {
  const id = await acting.aSearch('AA1');
  const offer = await acting.anOffer(id, {}, { isChecked: false });
  await acting.takeAll(id, TO_DIRECTOR.slice(0, -1));
  const wayTo = `/searches/${id}/offers/${offer}#checks`;
  const officer = await searchOf('placements-officer', id);
  assert.match(officer.text, /The checks before placement are not complete/);
  assert.ok(officer.page.querySelector(`main a[href="${wayTo}"]`), officer.text);
  assert.ok((await (await as('placements-officer')).get(wayTo)).page.querySelector('#checks'));
  const worker = await searchOf('social-worker', id);
  assert.equal(worker.page.querySelector(`main a[href="${wayTo}"]`), null);
});

test('while the price is agreed, the search leads the officer to writing a figure down, and nobody else', async () => {
  const id = await acting.aSearch('AA5');
  const offer = await acting.anOffer(id, {}, { isChecked: false });
  await acting.takeAll(id, TO_DIRECTOR.slice(0, 3));
  const wayTo = `main a[href="/searches/${id}/write/figure?about=${offer}"]`;
  assert.ok((await searchOf('placements-officer', id)).page.querySelector(wayTo));
  assert.equal((await searchOf('social-worker', id)).page.querySelector(wayTo), null);
});

test('what takes a search on stands before what ends a choice', async () => {
  const id = await acting.aSearch('AA2');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR.slice(0, -1));
  const { page } = await searchOf('placements-officer', id);
  const [first] = page.querySelectorAll('.app-decision .govuk-button');
  assert.match(first?.text ?? '', /Put this home to the director/);
});

test('a check that runs out between the approval and the move is said in the search from the day after', async () => {
  const id = await acting.aSearch('AA3');
  const offer = await acting.anOffer(id);
  const until = '2026-11-25';
  const check = { check: 'insurance', result: 'passed', evidence: 'Certificate' };
  await acting.written(id, 'check', offer, { ...check, until });
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve']]);
  const said = /what was checked holds no longer\. Insurance: what was seen held until 25 November 2026/;
  assert.doesNotMatch((await searchOf('placements-officer', id)).text, said);
  world.pass(72 * 60);
  const later = await searchOf('placements-officer', id);
  assert.match(later.text, said);
  assert.ok(later.page.querySelector(`main a[href="/searches/${id}/offers/${offer}#checks"]`));
  await acting.written(id, 'check', offer, { ...check, until: '2027-11-25' });
  assert.doesNotMatch((await searchOf('placements-officer', id)).text, said);
});

test('where the provider of an approved home was told before that it is not chosen, the search says so until they are told anew', async () => {
  const id = await acting.aSearch('AA6');
  await acting.anOffer(id);
  const approach = 1;
  await acting.written(id, 'outcome', approach, { outcome: 'not-chosen', words: 'Another home is nearer.' });
  await acting.takeAll(id, TO_DIRECTOR);
  const said = /was told on .* that theirs is not the home/;
  assert.doesNotMatch((await searchOf('placements-officer', id)).text, said, 'not before the approval');
  await acting.takeAll(id, [['director', 'approve']]);
  const { text, page } = await searchOf('placements-officer', id);
  assert.match(text, said);
  assert.ok(page.querySelector(`main a[href="/searches/${id}/write/outcome?about=${approach}"]`), text);
  await acting.written(id, 'outcome', approach, { outcome: 'chosen' });
  assert.doesNotMatch((await searchOf('placements-officer', id)).text, said);
  await acting.written(id, 'outcome', approach, { outcome: 'not-chosen', words: 'By mistake.' });
  assert.match((await searchOf('placements-officer', id)).text, said);
  world.pass(1);
  await acting.takeAll(id, [['placements-officer', 'notify']]);
  assert.doesNotMatch((await searchOf('placements-officer', id)).text, said, 'recorded that they were told');
});

test('the director’s conditions are read where others are told of the approval and where the agreement is made', async () => {
  const id = await acting.aSearch('AA4');
  await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve', { conditions: CONDITIONS }]]);
  const officer = await as('placements-officer');
  assert.ok((await officer.get(`/cases/${id}/steps/notify`)).text.includes(CONDITIONS));
  assert.ok((await officer.get(`/cases/${id}/agreement`)).text.includes(CONDITIONS));
  await acting.takeAll(id, [
    ['placements-officer', 'put-again'],
    ['director', 'approve'],
  ]);
  assert.ok(!(await officer.get(`/cases/${id}/agreement`)).text.includes(CONDITIONS), 'those of the last');
});
