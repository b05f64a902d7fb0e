/** What people are told of in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { fillIn, stepForm } from '../packages/web/test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

let world: ChildrenWorld;
let service: Service;
let browser: Browser;
let url: string;
let tess: number;

before(async () => {
  [world, browser] = await Promise.all([aChildrenWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  tess = await world.someone('team-manager');
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const aTab = async (person: number, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext(options);
  const { cookie } = await world.signIn(person);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

/** A request that is written and not sent yet: where it is. */
const aRequest = async (number: string): Promise<string> => {
  const ana = await service.signedInAs(world.ana);
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
  const ana = await service.signedInAs(world.ana);
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
  const worker = await aTab(world.ana);
  await worker.goto(`${url}${address}/steps/submit`);
  await worker.getByRole('button', { name: 'Send to the team manager' }).click();
  await worker.getByText('It is recorded').waitFor();

  const tab = await aTab(tess);
  await tab.goto(`${url}/your-work`);
  assert.match(await countIn(tab), /^Notices 1/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab
    .getByRole('link', { name: /^Notices/ })
    .first()
    .focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/\/notices$/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('link', { name: /^A decision waits for you/ }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(new RegExp(`${address}$`));
  assert.equal(await countIn(tab), 'Notices');
  for (const page of ['/notices', '/outbox', '/account']) {
    await tab.goto(`${url}${page}`);
    assert.deepEqual(await accessibilityFaults(tab), [], page);
  }
});

test('without script a notice is marked as read, and what comes by e-mail is chosen', async () => {
  await sendOn(await aRequest('E plain'));
  const tab = await aTab(tess, { javaScriptEnabled: false });
  await tab.goto(`${url}/notices`);
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
  const phone = { viewport: { width: 320, height: 800 } };
  const tab = await aTab(tess, phone);
  for (const page of ['/notices', '/outbox', '/account']) {
    await tab.goto(`${url}${page}`);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
  }
  const administrator = await aTab(await world.someone('administrator'), phone);
  for (const page of ['/e-mail', '/settings']) {
    await administrator.goto(`${url}${page}`);
    assert.equal(await administrator.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
    assert.deepEqual(await accessibilityFaults(administrator), [], page);
  }
});
