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

type Browser = Awaited<ReturnType<SearchPages['as']>>;
type Fields = readonly (readonly [string, string])[];

const opened = async (
  browser: Browser,
  address: string,
): Promise<(more: Fields) => ReturnType<Browser['post']>> => {
  const hidden = (await browser.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return (more) => browser.post(address, [...hidden, ...more]);
};

test('who goes back to the form of a step and says something else is told that it is not recorded, with what was typed', async () => {
  const id = await acting.aSearch('SB1');
  const send = await opened(await as('placements-officer'), `/cases/${id}/steps/hold`);
  assert.equal((await send([['reason', 'Her aunt may take her']])).status, 303);
  assert.equal((await send([['reason', 'Her aunt may take her']])).status, 303, 'pressed twice');
  const other = await send([['reason', 'She is in hospital']]);
  assert.notEqual(other.status, 303);
  assert.match(other.text, /not recorded.*sent before, on .* What it says now is not\..*She is in hospital/);
});

test('prices and additions that are sent twice are the same, though the terms are agreed by then', async () => {
  const id = await acting.aSearch('SB2');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR.slice(0, 3));
  const send = await opened(await as('placements-officer'), `/cases/${id}/steps/agree-terms`);
  const terms = (weekly: string): Fields => [
    ['agreed-weekly', weekly],
    ['agreed-additions.0.what', 'Travel to school'],
    ['agreed-additions.0.weekly', '55'],
    ['agreed-additions.0.starts-day', '1'],
    ['agreed-additions.0.starts-month', '12'],
    ['agreed-additions.0.starts-year', '2026'],
    ['agreed-additions.0.why', 'His school is far'],
    ['agreed-with', 'Kit Lowe'],
    ['agreed-on-day', '23'],
    ['agreed-on-month', '11'],
    ['agreed-on-year', '2026'],
  ];
  const first = await send(terms('£777'));
  assert.equal(first.status, 303, first.text.slice(0, 600));
  assert.equal((await send(terms('£777'))).status, 303, 'pressed twice');
  assert.match((await send(terms('778'))).text, /What it says now is not/);
});
