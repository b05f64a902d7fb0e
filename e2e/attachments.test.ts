/** A document attached to a case in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

const begin = async (tab: Page, number: string): Promise<string> => {
  await tab.goto(`${url}/coming-into-care/begin`);
  await tab.getByLabel('The child’s number in your case system').fill(number);
  await tab.getByLabel('Given name').fill('Lark');
  const born = tab.getByRole('group', { name: 'Date of birth' });
  await born.getByLabel('Day').fill('5');
  await born.getByLabel('Month').fill('4');
  await born.getByLabel('Year').fill('2015');
  await tab.getByRole('button', { name: 'Begin the request' }).click();
  await tab.waitForURL(/\/cases\/\d+$/);
  return tab.url();
};

const PDF = '%PDF-1.7\n% Invented\n%%EOF\n';
const NAME = 'Zoë’s family meeting, what was agreed and by whom, second version with the uncle’s changes.pdf';

const choose = async (tab: Page, name: string, text: string): Promise<void> => {
  const buffer = Buffer.from(text);
  await tab.getByLabel('The document').setInputFiles({ name, mimeType: 'application/pdf', buffer });
};

/** The same whether the browser runs scripts or not. */
const journey = async (tab: Page, number: string): Promise<void> => {
  await begin(tab, number);
  await tab.getByText('Nothing is attached.').waitFor();
  await tab.getByRole('button', { name: 'Attach a document' }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/documents\/attach$/);
  await tab.getByLabel('What is it?').fill('Minutes of the family meeting');
  await tab.getByLabel('Which part is it for?').selectOption('family');
  await choose(tab, 'page.pdf', '<html>');
  await tab.getByRole('button', { name: 'Attach it' }).click();
  await tab.getByText('There is a problem').waitFor();
  assert.equal(await tab.getByLabel('What is it?').inputValue(), 'Minutes of the family meeting');
  await choose(tab, NAME, PDF);
  await tab.getByRole('button', { name: 'Attach it' }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/\/cases\/\d+#documents$/);
  const [saved] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('link', { name: /^Zoë’s family meeting/ }).click(),
  ]);
  assert.equal(saved.suggestedFilename(), NAME);
  assert.equal(readFileSync(await saved.path(), 'utf8'), PDF);
};

test('a document is attached by keyboard, comes back as it was, and axe finds nothing on the way', async () => {
  const tab = await aTab();
  await journey(tab, 'F1');
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.goto(`${tab.url().split('#')[0]}/documents/attach`);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('button', { name: 'Attach it' }).click();
  await tab.getByText('There is a problem').waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('link', { name: 'Back without attaching anything' }).click();
  await tab.getByRole('link', { name: /^Take off/ }).click();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByLabel('Why?').fill('It is of another child');
  await tab.getByRole('button', { name: 'Take it off' }).focus();
  await tab.keyboard.press('Enter');
  await tab.getByText(/Taken off by Ana Fenwright/).waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
});

test('without script the same works', async () => {
  await journey(await aTab({ javaScriptEnabled: false }), 'F2');
});

test('on a phone nothing is cut off, however long a name is', async () => {
  const tab = await aTab({ viewport: { width: 320, height: 800 } });
  await journey(tab, 'F3');
  const address = tab.url().split('#')[0] ?? '';
  const off = await tab.getByRole('link', { name: /^Take off/ }).getAttribute('href');
  for (const page of [address, `${address}/documents/attach`, `${url}${off}`]) {
    await tab.goto(page);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
  }
});
