/** One offer is chosen, priced, checked and approved, through a gate that is shut at first. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { enterOn, fill, send, step } from './forms.ts';
import type { HomeJourney } from './home-journey.ts';
import { write } from './home-offered.ts';
import { NO_SCRIPT, PHONE, RECORDED, tooWideBy } from './tabs.ts';

const offerOf = async (tab: Page, search: string, home: string): Promise<string> => {
  await tab.goto(search);
  await tab.getByRole('table', { name: 'Offers' }).getByRole('link', { name: home }).first().click();
  await tab.waitForURL(/\/offers\/\d+$/);
  return new URL(tab.url()).pathname;
};

const sharedAndChosen = async ({ as, look }: HomeJourney, milo: Page, search: string): Promise<void> => {
  for (const home of ['Samphire Lodge', 'Brackenhill']) {
    await offerOf(milo, search, home);
    await write(milo, 'Share with the social worker', {});
  }
  await step(milo, search, 'Put the shared offers to the social worker');
  const worker = await as('ana');
  await look(worker, `${search}/compare`);
  const compared = worker.getByRole('table', { name: 'Need by need, as the request asks' });
  await compared.getByRole('columnheader', { name: 'Samphire Lodge, Zed Homes' }).waitFor();
  await compared.getByRole('columnheader', { name: 'Brackenhill, Our fostering team' }).waitFor();
  const school = compared.getByRole('row').filter({ hasText: 'School' }).first();
  assert.match(await school.innerText(), /Not met\s+Met/);
  await compared.getByText('£6,200').first().waitFor();
  const phone = await as('ana', PHONE);
  await look(phone, `${search}/compare`);
  assert.ok((await tooWideBy(phone)) <= 0);
  await phone.context().close();
  await worker.getByRole('button', { name: 'Choose an offer' }).click();
  await worker.getByLabel(/Samphire Lodge/).check();
  await fill(worker, { 'why-this': 'Near school, with others of her age.', 'child-view': 'She likes it.' });
  await send(worker, 'Choose an offer');
  await worker.getByText(RECORDED).waitFor();
  await step(await as('tess', NO_SCRIPT), search, 'Agree to this choice');
};

const pricedAndChecked = async (
  { as, look, world }: HomeJourney,
  milo: Page,
  search: string,
): Promise<string> => {
  const offer = await offerOf(milo, search, 'Samphire Lodge');
  const figure = (by: string, weekly: string, words: string) =>
    write(milo, 'A figure was proposed', {
      'proposed-by': by,
      weekly,
      'proposed-where': 'By e-mail, 23 November',
      words,
    });
  await figure('us', '4500', 'The framework’s own rate.');
  await figure('provider', '4600', 'With 2:1 for the first month as offered.');
  await look(milo);
  const plain = await as('milo', NO_SCRIPT);
  await step(plain, search, 'Record what was agreed', {
    'agreed-weekly': '4600',
    'additions-kept':
      'Addition 1: Two staff to one child, £1,400 a week, 23 November 2026 to 22 December 2026',
    'agreed-with': 'Kit Harrow, 23 November, by e-mail',
  });
  await plain.goto(search);
  await plain.getByText('The checks before placement are not complete').waitFor();
  world.pass(1);
  await plain.goto(offer);
  const undone = plain.getByRole('row').filter({ hasText: 'Not done' });
  for (let left = 15; left > 0; left -= 1) {
    assert.equal(await undone.count(), left);
    await undone.first().getByRole('link').click();
    await fill(plain, { result: 'passed', evidence: `Seen: paper ${left}` });
    await send(plain, 'Record a check');
  }
  await step(plain, search, 'Put this home to the director', {
    considered: 'A household in house, too far from school.',
    'why-this': 'It meets every need.',
    'social-worker-view': 'Both want it.',
  });
  return offer;
};

/** From the director’s desk by Tab and Enter alone; the law keeps the page shut until the group manager has approved the area. */
const approved = async ({ as, look }: HomeJourney, search: string, offer: string): Promise<void> => {
  const ada = await as('ada');
  await ada.goto('/your-work/desk');
  await enterOn(ada, ada.getByRole('link', { name: 'Lark Brindle' }).first());
  await enterOn(ada, ada.getByRole('link', { name: /Read it on one page/ }));
  await ada.getByText('This home cannot be approved as things are').waitFor();
  await ada
    .getByText('A home outside the area has to be approved by the nominated officer')
    .first()
    .waitFor();
  assert.equal(await ada.getByRole('button', { name: 'Approve this home' }).count(), 0);
  await look(ada);
  const approval = ada.url();

  const gwen = await as('gwen');
  await look(gwen, offer);
  await gwen.getByRole('link', { name: /Record what opens it/ }).click();
  await look(gwen);
  await fill(gwen, {
    words: 'Approved: her wishes and her mother’s views are heard, and Easthaven is told.',
  });
  await send(gwen, 'Record what opens it');

  await ada.goto(approval);
  for (const seen of ['15 of 15 checks are recorded', '£4,600', '£4,800', 'Two staff to one child'])
    await ada.getByText(seen).first().waitFor();
  await enterOn(ada, ada.getByRole('button', { name: 'Approve this home' }));
  await enterOn(ada, ada.locator('main form').getByRole('button', { name: 'Approve this home' }));
  await ada.getByText(RECORDED).waitFor();
  await ada.goto(approval);
  await ada
    .getByText(/Ada Osei.*approved the home/)
    .first()
    .waitFor();
  const phone = await as('ada', PHONE);
  for (const page of [new URL(approval).pathname, '/your-work/desk', search, offer]) {
    await phone.goto(page);
    assert.ok((await tooWideBy(phone)) <= 0, page);
  }
  await phone.context().close();
};

export const decided = async (journey: HomeJourney, request: string): Promise<void> => {
  const search = request.replace('cases', 'searches');
  const milo = await journey.as('milo');
  await sharedAndChosen(journey, milo, search);
  const offer = await pricedAndChecked(journey, milo, search);
  await approved(journey, search, offer);
};
