import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AgreementWorld, anAgreementWorld, typedFrom } from '../../../../app/test/agreement-world.ts';
import { agreementsIn } from '../../../../app/test/agreements-in.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: AgreementWorld;
let service: Service;
before(async () => {
  world = await anAgreementWorld();
  service = aService(world);
});
after(() => world.close());

const FROM_DECEMBER = typedFrom('2026-12-01', '2026-12-30');
const DECEMBER = {
  ...FROM_DECEMBER,
  additions: FROM_DECEMBER.additions.map((addition) => ({ ...addition, what: '<i>2:1</i> staffing' })),
};
const ASKED =
  /begins with the night of the move, whichever day that is\. These additions move with it, each for as many nights/;
const MOVED = /was 1 December 2026 to 30 December 2026, now 26 November 2026 to 25 December 2026/;

test('where the day of the move is confirmed it is said what moves with it, and on the pages of the search and the agreement after', async () => {
  const officer = await world.as('placements-officer');
  const caseId = await world.search('NM2');
  const id = await agreementsIn(world, officer).made(caseId, DECEMBER);
  await world.goOn(caseId, [['notify', 'notified']]);
  const browser = await service.signedInAs(officer.person.id);
  const step = await browser.get(`/cases/${caseId}/steps/move-first`);
  assert.match(step.text, ASKED);
  assert.match(step.text, /1 December 2026 to 30 December 2026/);
  assert.equal(step.page.querySelector('main i'), null);
  const own = `/agreements/${id}/changes/addition-nights`;
  assert.ok(step.page.querySelector(`main a[href="${own}"]`), 'and it can be changed from there');
  await world.goOn(caseId, [['move-first', 'move-date-confirmed', { 'moves-on': '2026-11-26' }]]);
  for (const where of [`/cases/${caseId}`, `/agreements/${id}`]) {
    const shown = await browser.get(where);
    assert.match(shown.text, MOVED, where);
    assert.ok(shown.page.querySelector(`main a[href="${own}"]`), where);
  }
  const form = await browser.get(own);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? ''] as const);
  const fields = [
    ...hidden,
    ['which', '1'],
    ['starts-day', '1'],
    ['starts-month', '12'],
    ['starts-year', '2026'],
    ['ends-day', '30'],
    ['ends-month', '12'],
    ['ends-year', '2026'],
    ['why', 'The second carer comes in December'],
  ] as const;
  const kept = await browser.follow(await browser.post(own, fields));
  assert.match(kept.text, /gave an addition nights of its own/);
  assert.doesNotMatch((await browser.get(`/cases/${caseId}`)).text, MOVED);
});

test('a social worker, who takes no such step, reads it on the page of the search, and a colleague out of reach nothing', async () => {
  const officer = await world.as('placements-officer');
  const caseId = await world.search('NM1');
  await agreementsIn(world, officer).made(caseId, DECEMBER);
  await world.goOn(caseId, [
    ['notify', 'notified'],
    ['move-first', 'move-date-confirmed', { 'moves-on': '2026-11-26' }],
  ]);
  const ana = await (await service.signedInAs(world.ana)).get(`/cases/${caseId}`);
  assert.match(ana.text, MOVED);
  assert.doesNotMatch(ana.text, /Give an addition nights of its own/);
  const ben = await (await service.signedInAs(world.ben)).get(`/cases/${caseId}`);
  assert.doesNotMatch(ben.text, /December 2026/);
});
