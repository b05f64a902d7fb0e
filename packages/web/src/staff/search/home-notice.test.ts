/** Notice on the home a child lives in, recorded on its page: by whom, and what follows it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../../../../app/test/entry-world.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: EntryWorld;
let service: Service;
before(async () => {
  world = await anEntryWorld();
  service = aService(world);
});
after(() => world.close());

const NOTICE: Readonly<Record<string, string>> = {
  number: 'NM1',
  _key: 'notice of NM1',
  'notice-by': 'provider',
  'notice-on-day': '20',
  'notice-on-month': '11',
  'notice-on-year': '2026',
  'last-day-day': '18',
  'last-day-month': '12',
  'last-day-year': '2026',
  'notice-reason': 'CREQB',
  'ending-planned': 'no',
  'what-happened':
    'The home says that it cannot keep the other children safe. Two more staff were tried for a month.',
  'child-says': 'I want to stay near my school.',
};

test('notice is recorded from the child’s page by the placements team, and the request for another home is there', async () => {
  const officer = await service.signedInAs((await world.as('placements-officer')).person.id);
  const child = await officer.get('/children/NM1');
  const link = child.page
    .querySelectorAll('main a')
    .find((one) => one.textContent === 'Record notice on this home');
  assert.equal(link?.getAttribute('href'), '/searches/notice?number=NM1');
  const form = await officer.get('/searches/notice?number=NM1');
  assert.equal(form.heading, 'Record notice on a home');
  const unsaid = await officer.post('/searches/notice', {
    ...NOTICE,
    'last-day-day': '19',
    'last-day-month': '11',
  });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Enter 20 November 2026 or a day after it/);
  assert.match(unsaid.text, /I want to stay near my school\./, 'nothing typed is lost');
  await officer.get('/searches/notice?number=NM1');
  const sent = await officer.post('/searches/notice', NOTICE);
  assert.equal(sent.status, 303, sent.text.slice(0, 600));
  const again = await officer.post('/searches/notice', NOTICE);
  assert.equal(again.location?.split('?')[0], sent.location?.split('?')[0], 'sent twice it is one');
  const request = await officer.follow(sent);
  assert.match(request.text, /placements officer, recorded that the home the child lives in is to end/);
  assert.match(request.text, /28 days/);
  const id = /\/cases\/(\d+)/.exec(sent.location ?? '')?.[1];
  const search = await officer.get(`/searches/${id}`);
  assert.match(
    search.page.querySelector('main')?.textContent ?? '',
    /The child may be there until 18 December 2026, after notice of 28 days\. Carer asked, because of the child’s behaviour\./,
  );
  const ana = await service.signedInAs(world.ana);
  const work = (await ana.get('/your-work')).page;
  assert.ok(work.querySelector(`main a[href="/cases/${id}"]`), 'it is the social worker’s to write');
});

test('a director, who neither asks for a home nor looks for one, has no form for notice', async () => {
  const director = await service.signedInAs((await world.as('director')).person.id);
  assert.doesNotMatch((await director.get('/children/NM1')).text, /Record notice on this home/);
  assert.equal((await director.get('/searches/notice?number=NM1')).status, 403);
});

test('of a child who is not among theirs, or is not in care, a social worker is told beside the number', async () => {
  const ana = await service.signedInAs(world.ana);
  for (const [number, words] of [
    ['NM2', /There is no such child among those you work with/],
    ['NM4', /does not have this child in care/],
  ] as const) {
    await ana.get('/searches/notice');
    const answer = await ana.post('/searches/notice', { ...NOTICE, number, _key: `of ${number}` });
    assert.equal(answer.status, 422);
    assert.match(answer.page.querySelector('#number-error')?.textContent ?? '', words);
  }
});
