/** What people are told of in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fillIn, stepForm } from '../packages/web/test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, pressByKey, type Tabs, tooWideBy } from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
let tess: number;

before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
  tess = await world.someone('team-manager');
});
after(() => tabs.close());

/** A request that is written and not sent yet: where it is. */
const aRequest = async (number: string): Promise<string> => {
  const ana = await tabs.service.signedInAs(world.ana);
  const form = await ana.get('/coming-into-care/begin');
  const begun = await ana.post('/coming-into-care/begin', {
    _key: form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '',
    number,
    'given-name': 'Lark',
    'family-name': 'Brindle',
    'born-day': '5',
    'born-month': '4',
    'born-year': '2015',
  });
  const address = begun.location ?? assert.fail(begun.text);
  await fillIn(ana, address);
  return address;
};

const sendOn = async (address: string): Promise<void> => {
  const ana = await tabs.service.signedInAs(world.ana);
  const sent = await ana.post(`${address}/steps/submit`, await stepForm(ana, address, 'submit'));
  assert.equal(sent.status, 303, sent.text);
};

const countIn = async (tab: Page): Promise<string> =>
  (
    await tab
      .getByRole('link', { name: /^Notices/ })
      .first()
      .innerText()
  )
    .replaceAll(/\s+/g, ' ')
    .trim();

test('a request is sent on; its manager sees the count, opens the notice by keyboard, and the count goes', async () => {
  const address = await aRequest('E notice');
  const worker = await tabs.tabOf(world.ana);
  await worker.goto(`${address}/steps/submit`);
  await worker.getByRole('button', { name: 'Send to the team manager' }).click();
  await worker.getByText('It is recorded').waitFor();

  const tab = await tabs.tabOf(tess);
  await tab.goto('/your-work');
  assert.match(await countIn(tab), /^Notices 1/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await pressByKey(tab, tab.getByRole('link', { name: /^Notices/ }).first());
  await tab.waitForURL(/\/notices$/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await pressByKey(tab, tab.getByRole('link', { name: /^A decision waits for you/ }));
  await tab.waitForURL(new RegExp(`${address}$`));
  assert.equal(await countIn(tab), 'Notices');
  for (const page of ['/notices', '/outbox', '/account']) {
    await tab.goto(page);
    assert.deepEqual(await accessibilityFaults(tab), [], page);
  }
});

test('without script a notice is marked as read, and what comes by e-mail is chosen', async () => {
  await sendOn(await aRequest('E plain'));
  const tab = await tabs.tabOf(tess, NO_SCRIPT);
  await tab.goto('/notices');
  await tab.getByRole('button', { name: /^Mark as read/ }).click();
  await tab.getByText('You have read all your notices').waitFor();
  await tab.getByRole('link', { name: 'How you are told by e-mail' }).click();
  await tab.getByLabel('Each by itself, within the hours of e-mail').check();
  await tab.getByRole('button', { name: 'Save how you are told' }).click();
  await tab.getByText('It counts for what comes from now on').waitFor();
  assert.ok(await tab.getByLabel('Each by itself, within the hours of e-mail').isChecked());
});

test('on a phone nothing is cut off, and an administrator’s pages have nothing that axe finds', async () => {
  await sendOn(await aRequest('E phone'));
  const tab = await tabs.tabOf(tess, PHONE);
  for (const page of ['/notices', '/outbox', '/account']) {
    await tab.goto(page);
    assert.equal(await tooWideBy(tab), 0, page);
  }
  const administrator = await tabs.tabOf(await world.someone('administrator'), PHONE);
  for (const page of ['/e-mail', '/settings']) {
    await administrator.goto(page);
    assert.equal(await tooWideBy(administrator), 0, page);
    assert.deepEqual(await accessibilityFaults(administrator), [], page);
  }
});
