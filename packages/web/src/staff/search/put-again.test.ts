/** What the social worker declined with the rest comes back only with a reason; and checks that were waived stand openly. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';
import type { Browser } from '../../../test/service.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

const send = async (browser: Browser, address: string, fields: Readonly<Record<string, string>>) => {
  const hidden = (await browser.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return browser.post(address.split('?')[0] ?? '', { ...Object.fromEntries(hidden), ...fields });
};

test('offers of which none was chosen are not put again until one is shared again with a reason, and then that one alone', async () => {
  const id = await acting.aSearch('PA1');
  const offer = await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Far Lodge' });
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  world.pass(1);
  await acting.takeAll(id, [['social-worker', 'decline-all']]);
  world.pass(1);
  const officer = await as('placements-officer');
  assert.match(
    (await officer.get(`/searches/${id}`)).text,
    /Nothing is open to put to the social worker: they chose none of the offers on/,
  );
  const put = await world.take(await world.as('placements-officer'), id, 'share-offers');
  assert.equal(acting.nameOf(put), 'need-not-met');
  const compared = await (await as('social-worker')).get(`/searches/${id}/compare`);
  assert.match(compared.text, /those that were shared were declined/);
  assert.match(compared.text, /Brackenhill: declined with the others\. The social worker chose none/);

  const address = `/searches/${id}/write/shared?about=${offer}`;
  const form = await officer.get(address);
  assert.match(form.text, /Why is it put to the social worker again, who chose none of the offers\?/);
  const without = await send(officer, address, { words: 'x' });
  assert.equal(without.status, 422);
  assert.match(without.text, /Say why it is put to the social worker again, in a few words/);
  const shared = await send(officer, address, { words: 'The school has agreed to a taxi.' });
  assert.equal(shared.status, 303, shared.text);
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const worker = await as('social-worker');
  const choose = await worker.get(`/cases/${id}/steps/choose`);
  assert.deepEqual(
    choose.page.querySelectorAll('input[name=offer]').map((one) => one.getAttribute('value')),
    ['Offer 1: Brackenhill'],
  );
  assert.match((await worker.get(`/searches/${id}/offers/${offer}`)).text, /chose none of the offers/);
  await acting.takeAll(id, [['social-worker', 'choose']]);
  assert.doesNotMatch(
    (await worker.get(`/searches/${id}/offers/${offer}`)).text.split('It was shared')[0] ?? '',
    /chose none of the offers/,
    'it is chosen',
  );
});

test('an offer that was declined with the rest is shared again for a reason also where it was marked as not to be shared', async () => {
  const id = await acting.aSearch('PA3');
  const offer = await acting.anOffer(id);
  await acting.takeAll(id, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'decline-all'],
  ]);
  world.pass(1);
  await acting.written(id, 'unsuitable', offer, { reason: 'other', words: 'Marked by mistake' });
  world.pass(1);
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/shared?about=${offer}`;
  assert.match((await officer.get(address)).text, /Why is it put to the social worker again/);
  const without = await send(officer, address, {});
  assert.equal(without.status, 422);
  assert.match(without.text, /Say why it is put to the social worker again, in a few words/);
  assert.equal((await send(officer, address, { words: 'The school has agreed.' })).status, 303);
});

test('an offer that is shared while “None of these” is open is not declined unseen, and whoever sends it is told', async () => {
  const id = await acting.aSearch('PA4');
  await acting.anOffer(id);
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const worker = await as('social-worker');
  const address = `/cases/${id}/steps/decline-all?from=search`;
  const open = await worker.get(address);
  const hidden = open.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  assert.doesNotMatch(open.text, /Which offers this is of/, 'it is sent along and not asked');
  world.pass(1);
  await acting.anOffer(id, { home: 'Later House' });
  world.pass(1);
  const why = [...hidden, ['reasons', 'distance'], ['words', 'Brackenhill is too far']] as const;
  // Sent with something missing first: what was on the page stays what was on the page.
  const short = await worker.post(address, [...hidden, ['reasons', 'distance']]);
  assert.equal(short.status, 422);
  assert.deepEqual(
    short.page
      .querySelectorAll('input[type=hidden][name=offers-on-page]')
      .map((one) => one.getAttribute('value')),
    ['Offer 1: Brackenhill'],
  );
  const sent = await worker.post(address, why);
  assert.equal(sent.status, 303, sent.text);
  const search = await worker.get(sent.headers.location ?? '');
  assert.match(
    search.text,
    /Later House, Our fostering team: shared with you in the meantime, and not declined with the others/,
  );
  assert.match(search.text, /Later House.*Shared\s*(?!Declined)/);
  const story = (await worker.get(`/searches/${id}/chronology`)).text;
  assert.match(story, /chose none of the offers: Brackenhill, Our fostering team\s/);
  assert.match(story, /Which offers this is of\s*Offer 1: Brackenhill/);
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const choose = await worker.get(`/cases/${id}/steps/choose`);
  assert.deepEqual(
    choose.page.querySelectorAll('input[name=offer]').map((one) => one.getAttribute('value')),
    ['Offer 2: Later House'],
  );
});

test('checks that were said not to apply are counted apart and stand openly with why, for officer and director', async () => {
  const id = await acting.aSearch('PA2');
  const offer = await acting.anOffer(id);
  const officer = await as('placements-officer');
  const address = (check: string) => `/searches/${id}/write/check?about=${offer}&check=${check}`;
  const waive = (check: string, evidence: string) =>
    send(officer, address(check), { check, result: 'not-needed', evidence });
  const always = await waive('concerns', 'Known to us for years');
  assert.equal(always.status, 422);
  assert.match(always.text, /“Log of safeguarding concerns looked at” cannot be said not to apply/);
  assert.match((await waive('insurance', 'x')).text, /Say in a few words why this check does not apply/);
  for (const check of ['insurance', 'references'])
    assert.equal((await waive(check, `Our <b>own</b> carers: ${check}`)).status, 303);
  const tally = /15 of 15 checks are recorded: 13 passed, 2 said not to apply\./;
  await acting.takeAll(id, TO_DIRECTOR);
  const pages = [`/searches/${id}/approval`, `/searches/${id}/offers/${offer}`];
  const director = await as('director');
  for (const one of pages) {
    const { text, page } = await director.get(one);
    assert.match(text, tally, one);
    const openly = page
      .querySelectorAll('main li')
      .filter((item) => /Insurance: Our <b>own<\/b>/.test(item.text));
    assert.ok(
      openly.some((item) => item.closest('details') === null),
      one,
    );
  }
  assert.match((await director.get(pages[0] ?? '')).text, /What was seen holds today/);
});
