/** A request for a child to come into care in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

let world: ChildrenWorld;
let service: Service;
let browser: Browser;
let url: string;
let cookie: string;

before(async () => {
  [world, browser] = await Promise.all([aChildrenWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  ({ cookie } = await world.signIn(world.ana));
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const aTab = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

const begin = async (tab: Page, number: string): Promise<void> => {
  await tab.goto(`${url}/coming-into-care/begin`);
  await tab.getByLabel('The child’s number in your case system').fill(number);
  await tab.getByLabel('Given name').fill('Lark');
  const born = tab.getByRole('group', { name: 'Date of birth' });
  await born.getByLabel('Day').fill('5');
  await born.getByLabel('Month').fill('4');
  await born.getByLabel('Year').fill('2015');
  await tab.getByRole('button', { name: 'Begin the request' }).click();
  await tab.waitForURL(/\/cases\/\d+$/);
};

test('a request is begun and a part of it written by keyboard, with nothing that axe finds on any page', async () => {
  const tab = await aTab();
  await tab.goto(`${url}/your-work`);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('button', { name: 'Ask for a child to come into care' }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/coming-into-care/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await begin(tab, 'E1');
  assert.deepEqual(await accessibilityFaults(tab), []);
  for (const section of ['child', 'family', 'why', 'alternatives', 'legal', 'duties']) {
    await tab.goto(`${tab.url().replace(/\/request.*/, '')}/request/${section}`);
    assert.deepEqual(await accessibilityFaults(tab), [], section);
  }
  await tab.goto(`${tab.url().replace(/\/request.*/, '')}/request/why`);
  await tab.getByLabel('Why does the child need to come into care?').focus();
  await tab.keyboard.type('She is not safe at home.');
  await tab.getByRole('button', { name: 'Save and go on' }).last().focus();
  await tab.keyboard.press('Enter');
  await tab.getByText('There is a problem').waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  assert.equal(
    await tab.getByLabel('Why does the child need to come into care?').inputValue(),
    'She is not safe at home.',
  );
});

test('without script the same works, and another brother is added', async () => {
  const tab = await aTab({ javaScriptEnabled: false });
  await begin(tab, 'E2');
  await tab.getByRole('link', { name: 'The child' }).click();
  await tab.getByLabel('Name').fill('Mo');
  await tab.getByRole('button', { name: 'Add another brother or sister' }).click();
  assert.equal(await tab.getByLabel('Name').count(), 2);
  assert.equal(await tab.getByLabel('Name').first().inputValue(), 'Mo');
});

test('on a phone nothing is cut off', async () => {
  const tab = await aTab({ viewport: { width: 320, height: 800 } });
  await begin(tab, 'E3');
  const address = tab.url();
  for (const page of [
    address,
    `${address}/request/duties`,
    `${address}/request/child`,
    `${address}/steps/withdraw`,
    `${url}/your-work`,
  ]) {
    await tab.goto(page);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
  }
});
