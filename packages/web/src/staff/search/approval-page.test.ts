import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let service: SearchPages['service'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, service, acting, as } = await searchPages());
});
after(() => world.close());

test('the director reads on one page why this home, what it costs beside the average, checks and gates, and decides from it', async () => {
  const id = await acting.aSearch('P1');
  const director = await as('director');
  assert.equal((await director.get(`/searches/${id}/approval`)).status, 404, 'nothing is chosen');
  await acting.anOffer(id, { home: 'Mill <b>Cottage</b>', address: '4 Mill Lane', postcode: 'PE21 0ZZ' });
  await acting.takeAll(id, TO_DIRECTOR);
  const shown = await director.get(`/searches/${id}/approval`);
  assert.equal(shown.status, 200);
  assert.equal(shown.page.querySelector('main b'), null);
  const titles = shown.page.querySelectorAll('main h2').map(({ text }) => text);
  assert.deepEqual(titles, [
    'The child, and what is needed',
    'Why this home',
    'Where it is',
    'What it costs',
    'Checks and gates',
    'The decision',
  ]);
  for (const asked of [
    'What has the child to be kept safe from?',
    'What have others to be kept safe from?',
    'Is a court to authorise that the child’s liberty is restricted?',
    'Health, disability and medicine',
    'Whom can the child live with?',
  ])
    assert.ok(shown.text.includes(asked), asked);
  assert.doesNotMatch(shown.text, /judges this home Inadequate/);
  assert.match(shown.text, /Address\s+4 Mill Lane, PE21 0ZZ/);
  assert.match(shown.text, /From school\s+(?:Not known|About|Less)/);
  assert.match(shown.text, /Options considered/);
  assert.match(shown.text, /No agreement in force/, 'there is nothing to compare with, and it says so');
  assert.match(shown.text, /15 of 15 checks are recorded: 15 passed\. Each holds today/);
  const ways = shown.page
    .querySelectorAll('main .govuk-button-group a')
    .map((link) => link.getAttribute('href')?.split('/').at(-1)?.split('?')[0]);
  assert.deepEqual(ways.slice(0, 3), ['approve', 'give-back', 'look-on']);
  assert.match((await director.get(`/cases/${id}`)).text, /Read it on one page/);
});

test('a home that its provider offered before at another price is not told as first offered at that of the chosen offer', async () => {
  const id = await acting.aSearch('P23');
  const cost = async () => (await (await as('director')).get(`/searches/${id}/approval`)).text;
  const first = await acting.anOffer(id, { 'core-weekly': '900.00' }, { isChecked: false });
  await acting.written(id, 'withdrawn', first, { words: 'Offered anew' });
  await acting.anOffer(id, { 'core-weekly': '923.00' });
  await acting.takeAll(id, [
    ...TO_DIRECTOR.slice(0, 3),
    ['placements-officer', 'agree-terms', { 'agreed-weekly': '910.00' }],
    ...TO_DIRECTOR.slice(4),
  ]);
  assert.match(await cost(), /As the chosen offer said\s*Core fee £923 a week/);
  assert.match(await cost(), /Offered besides, the same home\s*£900 a week, on 23 November 2026, withdrawn/);
  assert.doesNotMatch(await cost(), /As it was first offered/);
});

test('that a home is judged Inadequate stands where its gates do, for the officer and the director', async () => {
  const id = await acting.aSearch('P22');
  const offer = await acting.anOffer(id, { judgement: 'inadequate' });
  await acting.takeAll(id, TO_DIRECTOR);
  const words = /Ofsted judges this home Inadequate\. Nobody but the director may approve it/;
  const officer = await as('placements-officer');
  assert.match((await officer.get(`/searches/${id}/offers/${offer}`)).text, words);
  const director = await as('director');
  assert.match((await director.get(`/searches/${id}/approval`)).text, words);
});

test('a director comes from a shut gate on the page to where what opens it is recorded, and who may not open it does not', async () => {
  const id = await acting.aSearch('P21');
  const offer = await acting.anOffer(id, {
    'home-kind': 'childrens-home',
    registered: 'yes',
    area: 'distance',
    'children-there': undefined,
    terms: undefined,
  });
  await acting.takeAll(id, TO_DIRECTOR);
  const opensIt = async (role: Role) =>
    (await (await as(role)).get(`/searches/${id}/approval`)).page
      .querySelectorAll('main a')
      .filter(({ text }) => /Record what opens it/.test(text))
      .map((link) => link.getAttribute('href')?.replaceAll('&amp;', '&'));
  assert.deepEqual(await opensIt('director'), [
    `/searches/${id}/write/gate?about=${offer}&gate=at-distance&from=approval`,
  ]);
  assert.deepEqual(await opensIt('social-worker'), []);
});

test('whoever may not see what placements cost reads of the average what the comparison says, and decides nothing', async () => {
  const id = await acting.aSearch('P2');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR);
  const worker = await as('social-worker');
  const shown = await worker.get(`/searches/${id}/approval`);
  assert.match(shown.text, /Average core fee of its type: Too few to say\./);
  assert.equal(shown.page.querySelector('main .govuk-button-group a[href$="/approve"]'), null);
  const finance = await service.signedInAs((await world.as('finance')).person.id);
  assert.equal((await finance.get(`/searches/${id}/approval`)).status, 403);
});
